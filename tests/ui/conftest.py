"""What tests of the window share: a clock that stands, an open case, a window that has everything but a screen."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest

from tests.ui.driver import Driver
from threshold_tool.cases.model import CaseChild
from threshold_tool.deadlines.ages import parse_age
from threshold_tool.documents.loader import require_document
from threshold_tool.evaluation.compiled import CompiledDocument, compile_document
from threshold_tool.paths import shipped_document
from threshold_tool.settings import Settings, SettingsStore
from ui.app import build
from ui.presenters.consultation import ConsultationPresenter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from ui.main_window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

MORNING = datetime(2026, 11, 25, 10, 30).astimezone()
"""A Wednesday, while offices are open."""


class StandingClock:
    """A clock that shows what it is set to."""

    def __init__(self, moment: datetime = MORNING) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> StandingClock:
    """A clock that stands at half past ten on a Wednesday."""
    return StandingClock()


@pytest.fixture(scope="session")
def exampleshire() -> CompiledDocument:
    """The document of Exampleshire."""
    return compile_document(require_document(shipped_document("exampleshire")))


@pytest.fixture
def consultation(exampleshire: CompiledDocument, clock: StandingClock) -> ConsultationPresenter:
    """A new case about two children under Exampleshire's document."""
    presenter = ConsultationPresenter(exampleshire, shipped_document("exampleshire"), clock)
    presenter.take_children(
        [CaseChild(ref="A", age=parse_age("8 years")), CaseChild(ref="B", age=parse_age("5 months"))]
    )
    return presenter


@pytest.fixture
def make_window(
    qapp: QApplication, tmp_path: Path, clock: StandingClock
) -> Iterator[Callable[[int, ConsultationPresenter | None], MainWindow]]:
    """Builds the window at a text size, with an open case if one is given; 1024 by 700, and closed afterwards."""
    from ui.theme.theme import Theme

    made: list[MainWindow] = []

    def make(percent: int = 100, consultation: ConsultationPresenter | None = None) -> MainWindow:
        settings = Settings(window_width=1024, window_height=700, text_percent=percent, welcomed=True)
        SettingsStore(tmp_path).save(settings)
        window = build(qapp, tmp_path, clock, catch_failures=False)
        if consultation is not None:
            window.desk.navigator.open(consultation)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        made.append(window)
        return window

    yield make
    for window in made:
        window.hide()
        window.deleteLater()
    for theme in qapp.findChildren(Theme):
        theme.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def driver(make_window: Callable[..., MainWindow], consultation: ConsultationPresenter) -> Driver:
    """A driver of the window with the case of two children open."""
    return Driver(make_window(100, consultation))
