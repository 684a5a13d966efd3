"""What happens when the program itself is at fault: the person is told once, and a log says where. Never what.

The text of an exception may hold what somebody wrote about a child, so neither the log nor the screen has it.
"""

from __future__ import annotations

import faulthandler
import sys
import threading
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

BETWEEN_REPORTS_SECONDS = 10
MOST_REPORTS = 50
SENTENCE = (
    "Something in the program went wrong. What you have answered is still here: go on, or go back and try again. "
    "If it happens again, tell whoever looks after the program."
)


class FailureReports:
    """Takes exceptions that nobody caught. One that repeats, as in painting, is reported once in ten seconds."""

    def __init__(self, log: Path, tell: Callable[[str], None], clock: Callable[[], datetime]) -> None:
        self._log = log
        self._tell = tell
        self._clock = clock
        self._last: dict[str, datetime] = {}
        self._count = 0

    def report(self, error: BaseException, where: TracebackType | None) -> None:
        """Writes where it happened into the log, and tells the person."""
        place = place_of(error, where)
        now = self._clock()
        before = self._last.get(place)
        if before is not None and (now - before).total_seconds() < BETWEEN_REPORTS_SECONDS:
            return
        self._last[place] = now
        self._count += 1
        if self._count > MOST_REPORTS:
            return
        self._write(f"{now:%Y-%m-%d %H:%M:%S} {place}\n")
        self._tell(SENTENCE)

    def install(self) -> None:
        """From now on takes every exception that nobody caught, in any thread, and crashes of the interpreter."""
        sys.excepthook = self._hook
        threading.excepthook = lambda told: self.report(told.exc_value or RuntimeError(), told.exc_traceback)
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            # Stays open as long as the program runs: a crash has no time to open it.
            faulthandler.enable(self._log.open("a", encoding="utf-8", newline="\n"))
        except OSError:
            return

    def _hook(self, _kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(type(error), error, where)
            return
        self.report(error, where)

    def _write(self, line: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8", newline="\n") as file:
                file.write(line)
        except OSError:
            return


def place_of(error: BaseException, where: TracebackType | None) -> str:
    """The kind of an exception and the functions it passed through, without any of its text."""
    frames = traceback.extract_tb(where)
    passed = " > ".join(f"{frame.filename.replace(chr(92), '/').rsplit('/', 1)[-1]}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__} at {passed or 'an unknown place'}"
