"""A line on the terminal that tells what is being done, while it takes more than a moment."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

_A_MOMENT = 0.5
"""Seconds before anything is shown."""


class Progress:
    """Shows one line on the standard error where that is a terminal, and takes it away at the end."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._shown = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._show("")

    def tell(self, words: str) -> None:
        """Shows what is being done now."""
        if time.monotonic() - self._began >= _A_MOMENT:
            self._show(words)

    def _show(self, words: str) -> None:
        stream = sys.stderr
        if (self._shown or words) and stream.isatty():
            stream.write("\r" + words.ljust(self._shown) + "\r")
            stream.flush()
            self._shown = len(words)
