"""How long the window takes: the first sight of it, the next page, the mark on a chosen answer; and its memory.

Run with `python -m benchmarks.window`. The first window stands beside a bare PySide6 window, as whole processes in
turns; pages are those of the generated document of 400 questions, half answered.
"""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.generated_document import generated_document
from benchmarks.timing import BASELINE, count_to_20_000, heading, interleaved, row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from ui.main_window import MainWindow
    from ui.presenters.page_ids import PageId

STARTS = 9
ROUNDS = 40
PART_ANSWERED = 0.5
FRAME = 0.016
"""Seconds for which the screen shows one picture."""
BARE = "a bare window"
OURS = "our first window"

_BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("Hello"))
window.resize(1180, 820)
"""
_OURS = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.app import build, now
application = QApplication([])
window = build(application, Path({settings!r}), now)
"""
_SEEN = """
window.show()
while not window.windowHandle().isExposed():
    application.processEvents()
application.processEvents()
import os
os._exit(0)
"""


def main() -> None:
    """Measures everything and prints tables."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as settings:
        _first_window(settings)
        _pages(Path(settings))


def _first_window(settings: str) -> None:
    """Whole processes, each until its window has been drawn once."""
    times = interleaved(
        {BARE: _process(_BARE + _SEEN), OURS: _process(_OURS.format(settings=settings) + _SEEN)}, STARTS, perf_counter
    )
    print(heading("from the start of the process until the window is drawn", BARE))
    for name, seconds in times.items():
        print(row(name, seconds, median(times[BARE])))


def _process(code: str) -> Callable[[], object]:
    """Runs this Python with the code, on modules compiled before, as people's are. Raises CalledProcessError."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run([sys.executable, "-P", "-c", code], check=True, capture_output=True, env=kept)


def _pages(folder: Path) -> None:
    """In this process, drawn in full."""
    from PySide6.QtWidgets import QApplication

    window = _window(QApplication(sys.argv[:1]), folder)
    visitor = Visitor(window)
    measured: dict[str, Callable[[], object]] = {
        BASELINE: count_to_20_000,
        "next page": visitor.next_page,
        "a chosen answer, marked": visitor.choose,
        "  and what follows from it": visitor.settle,
    }
    times = interleaved(measured, ROUNDS)
    print(heading(f"questions of {len(visitor.pages)}", "a frame of 16 ms"))
    for name, seconds in times.items():
        print(row(name, seconds, FRAME))
    resident = resident_megabytes()
    print(f"  resident after {ROUNDS} pages: {resident:.0f} MB" if resident else "  resident: not told by this system")


class Visitor:
    """Somebody who answers one question after another."""

    def __init__(self, window: MainWindow) -> None:
        from ui.presenters.page_ids import PageKind

        self._window = window
        self._navigator = window.desk.navigator
        self.pages = [page for page in self._navigator.journey.pages if page.kind is PageKind.QUESTION]
        self._left: Iterator[PageId] = cycle(self.pages)

    def next_page(self) -> None:
        """Goes to the next page and draws it."""
        self._navigator.go(next(self._left))
        self._draw()

    def choose(self) -> None:
        """Chooses an answer other than the present one; it is drawn as chosen."""
        from ui.widgets.choices import Choice

        cards = [card for card in self._window.findChildren(Choice) if card.isVisible() and not card.isChecked()]
        cards[0].click()
        cards[0].repaint()

    def settle(self) -> None:
        """Lets what the answer leads to be worked out and drawn."""
        self._draw()

    def _draw(self) -> None:
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._window.repaint()


def _window(application: QApplication, folder: Path) -> MainWindow:
    """The window with the generated document open, and a case under it of which half is answered."""
    from threshold_tool.cases.loader import read_case
    from threshold_tool.documents.loader import require_document
    from threshold_tool.evaluation.compiled import compile_document
    from ui.app import build, now
    from ui.presenters.consultation import ConsultationPresenter

    drawn = generated_document()
    file = folder / "generated.yaml"
    file.write_text(drawn.text, encoding="utf-8", newline="\n")
    case = read_case(drawn.case(PART_ANSWERED, seed=5, worrying=0.02).encode("utf-8"), "case.yaml").loaded
    if case is None:
        raise ValueError("The generated case is refused.")
    window = build(application, folder, now, catch_failures=False)
    consultation = ConsultationPresenter(compile_document(require_document(file)), file, now, case.case)
    window.desk.navigator.open(consultation)
    window.show()
    application.processEvents()
    return window


def resident_megabytes() -> float | None:
    """The memory that this process holds; None where the system does not say it in a file."""
    status = Path("/proc/self/status")  # posix: only Linux has it, and elsewhere nothing is told
    if not status.exists():
        return None
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
