"""The page that compares areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QLabel, QProgressBar

from threshold_tool.cases.interview import Place
from threshold_tool.errors import CannotUse
from ui.pages.compare import ComparePage
from ui.presenters.compare import ComparePresenter
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.driver import Driver
    from ui.presenters.consultation import ConsultationPresenter

NORTHFOLD = "Right Help, First Call: Northfold's guide to levels of need"


@pytest.fixture
def comparing(driver: Driver, consultation: ConsultationPresenter) -> Driver:
    """The driver at the page, by way of the result."""
    consultation.answer(Place("substance-concern"), "yes")
    consultation.answer(Place("substance-effect-on-care"), "regularly")
    driver.go(PageId(PageKind.RESULT))
    driver.press("Compare with another area")
    return driver


def wait(driver: Driver) -> None:
    """Until the work is done and shown."""
    QThreadPool.globalInstance().waitForDone()
    driver.settle()


def test_it_compares_and_leads_back(comparing: Driver) -> None:
    """Choose, compare, read, and back to the result."""

    comparing.press(NORTHFOLD)
    comparing.press("Compare")
    wait(comparing)
    assert "The areas differ in: the law behind it; consent." in comparing.words
    assert "Level 3: targeted help from several services" in comparing.words
    comparing.press("Back to the result")

    assert comparing.page == PageId(PageKind.RESULT)


def test_it_says_that_it_works_and_why_it_could_not(
    driver: Driver, consultation: ConsultationPresenter, qtbot: QtBot
) -> None:
    """While the comparison is worked out a bar says so; then it goes, and what went wrong is there in words."""

    desk = driver.window.desk
    presenter = ComparePresenter(consultation.state, desk.library)
    page = ComparePage(presenter, desk.navigator, lambda: None)
    qtbot.addWidget(page)
    bar = page.findChild(QProgressBar)
    assert bar is not None
    presenter.begin()
    working = bar.isVisibleTo(page)
    presenter.fail(CannotUse("Name each document once."))

    assert working
    assert not bar.isVisibleTo(page)
    assert "Name each document once." in [label.text() for label in page.findChildren(QLabel)]


def test_without_a_document_there_is_a_way_to_put_it_right(comparing: Driver) -> None:
    """Compare without a choice says so and leads to the first document."""

    comparing.press("Compare")
    said = comparing.keyboard_at
    comparing.key(Qt.Key.Key_Space)

    assert said == "Choose a document"
    assert comparing.keyboard_at == NORTHFOLD


def test_leaving_while_it_works_is_fine(comparing: Driver) -> None:
    """Whoever goes back does not have to wait, and nothing comes after them."""

    comparing.press(NORTHFOLD)
    comparing.press("Compare")
    comparing.press("Back to the result")
    wait(comparing)

    assert comparing.page == PageId(PageKind.RESULT)
    assert "The areas differ" not in comparing.words


def test_why_opens_for_each_child(comparing: Driver) -> None:
    """The reasons of each area are folded away until they are wanted."""

    comparing.press(NORTHFOLD)
    comparing.press("Compare")
    wait(comparing)
    comparing.press("Child A: Why, in each area")

    assert "Northfold: Level 3: targeted help from several services" in comparing.words
