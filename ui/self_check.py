"""The check of an installed copy, `threshold-tool --self-check FILE.pdf`: one case from the first page to its record.

It goes through the real window without a screen, so that a file or a module left out of the copy shows. The case is a
fictional one that comes with the tool. Nothing of the person's is read, and nothing but the record is written.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from threshold_tool.errors import ThresholdToolError
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from ui.main_window import MainWindow
    from ui.presenters.consultation import ConsultationPresenter

SWITCH = "--self-check"
USAGE = f"Name the file for the record: threshold-tool {SWITCH} FILE.pdf\n"

_DOCUMENT, _CASE = "exampleshire", "mondays"
_MOST_PAGES = 300
_SIZE = (1024, 700)


class NotFinished(ThresholdToolError):
    """The check did not come to its end; the text says where it stopped."""


def run(arguments: Sequence[str]) -> int:
    """Does the check and says how it went; returns the exit status: 0 fine, 1 not finished, 2 no file named."""
    if len(arguments) != 1:
        _say(USAGE)
        return 2
    try:
        pages = check(Path(arguments[0]))
    except ThresholdToolError as error:
        _say(f"Not finished: {error}\n")
        return 1
    _say(f"Finished: {pages} pages shown, record written to {arguments[0]}.\n")
    return 0


def check(record: Path) -> int:
    """Shows every page of the way and beside it, and writes the record; returns how many pages were shown.

    Raises NotFinished, and what loading the document and the case raises.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from ui.app import build, now

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 - for the type alone: there is no other kind here
    failures: list[str] = []

    def note_failure(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        failures.append(f"{kind.__name__}: {error}")

    hook, sys.excepthook = sys.excepthook, note_failure
    try:
        with TemporaryDirectory() as settings:
            window = build(application, Path(settings), now, catch_failures=False)
            try:
                shown = _journey(window, record)
            finally:
                window.hide()
                window.deleteLater()
    finally:
        sys.excepthook = hook
    if failures:
        raise NotFinished(failures[0])
    return shown


def _journey(window: MainWindow, record: Path) -> int:
    window.resize(*_SIZE)
    window.show()
    opened = _open_case(window)
    shown = _go_through(window, opened) + _look_beside(window)
    _save(window, record)
    return shown


def _open_case(window: MainWindow) -> ConsultationPresenter:
    """The shipped case, its questions answered, with a view and a decision for each child."""
    from threshold_tool.cases.loader import require_case
    from threshold_tool.cases.model import Decision
    from threshold_tool.paths import example_cases_folder, shipped_document
    from ui.presenters.library import NotOpened

    case = require_case(example_cases_folder() / f"{_CASE}.yaml").case
    opened = window.desk.library.open(shipped_document(_DOCUMENT), case)
    if isinstance(opened, NotOpened):
        raise NotFinished(opened.text)
    for child in opened.state.children:
        level = opened.state.document.levels[opened.state.interview.assessments[child].recommendation.level].id
        opened.take_own_view(child, level)
        opened.decide(child, Decision(level=level))
    window.desk.navigator.open(opened)
    return opened


def _go_through(window: MainWindow, opened: ConsultationPresenter) -> int:
    """Continue from the first page of the way to the record; returns how many pages that were."""
    from PySide6.QtWidgets import QApplication

    navigator = window.desk.navigator
    navigator.go(PageId(PageKind.DOCUMENT))
    for shown in range(1, _MOST_PAGES):
        QApplication.processEvents()
        if navigator.state.page.kind is PageKind.RECORD:
            return shown
        if navigator.state.page.kind is PageKind.ROUTE:
            opened.see_routes()
        navigator.forward()
    raise NotFinished(f"the way did not end; it stands at the page {navigator.state.page.kind.value}")


def _look_beside(window: MainWindow) -> int:
    """Every page that is not on the way, and back each time."""
    from PySide6.QtWidgets import QApplication

    from ui.pages.registry import PAGES
    from ui.presenters.journey import ON_THE_WAY

    navigator = window.desk.navigator
    beside = [kind for kind in PAGES if kind not in ON_THE_WAY]
    child = window.desk.consultation.state.children[0]
    for kind in beside:
        navigator.visit(PageId(kind, child=child if kind is PageKind.OUTCOME else None))
        QApplication.processEvents()
        navigator.back()
    return len(beside)


def _save(window: MainWindow, record: Path) -> None:
    from ui.presenters.record import RecordPresenter

    presenter = RecordPresenter(window.desk.consultation)
    presenter.save("pdf", record)
    if presenter.state.saved is None:
        raise NotFinished(presenter.state.not_saved or "the record was not written")


def _say(words: str) -> None:
    if sys.stdout is not None:  # a Windows program without a console has none
        sys.stdout.write(words)
