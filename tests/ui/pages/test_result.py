"""The page of the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.ui.driver import Driver
from tests.ui.page_checks import clipped, lengthen, nameless, out_of_order
from tests.ui.sample_case import answer_sample
from threshold_tool.cases.interview import Place
from ui.presenters.page_ids import PageId, PageKind
from ui.widgets.fold import Fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.main_window import MainWindow
    from ui.presenters.consultation import ConsultationPresenter

RESULT = PageId(PageKind.RESULT)


@pytest.fixture
def shown(driver: Driver, consultation: ConsultationPresenter) -> Driver:
    """The driver at the result of a case in which both children need social care."""
    consultation.answer(Place("substance-concern"), "yes")
    consultation.answer(Place("substance-effect-on-care"), "regularly")
    driver.go(RESULT)
    return driver


def test_every_level_is_in_words(shown: Driver) -> None:
    """The family at a glance, then each child, the highest first, each level by its name."""

    words = shown.words.splitlines()

    assert "Highest in this family: Level 4: child protection (section 47)." in words
    assert words.count("Level 4: child protection (section 47)") == 2
    assert words.count("Level 3: child in need (section 17)") == 2


def test_what_to_do_stands_before_why(shown: Driver) -> None:
    """Whom to call comes before the reasons."""

    assert shown.words.index("01632 960001") < shown.words.index("What is known meets these indicators")


def test_the_documents_wording_opens(shown: Driver) -> None:
    """The wording is folded away until it is asked for, and folds again."""

    assert "The document has a rule at" not in shown.words
    shown.press("Child B: The document's own words")
    assert "The document has a rule at" in shown.words
    shown.press("Child B: The document's own words")
    assert "The document has a rule at" not in shown.words


def test_what_opens_can_be_reached_by_keyboard(shown: Driver) -> None:
    """The keyboard begins in sight, at the heading; Tab leads to the first fold, Space opens it, and Tab goes on."""

    assert shown.keyboard_at == "What the document says"
    shown.key(Qt.Key.Key_Tab)
    assert shown.keyboard_at == "Child B: After that (6)"
    shown.key(Qt.Key.Key_Space)
    assert "Within 24 hours of sending the referral" in shown.words
    shown.key(Qt.Key.Key_Tab)
    assert shown.keyboard_at == "Child B: Consent"


def test_an_unknown_leads_to_its_question_and_back(shown: Driver) -> None:
    """A link goes to the question; going on from there comes back to the result."""

    name = next(
        button.accessibleName()
        for button in shown.window.findChildren(QAbstractButton)
        if button.isVisible() and button.accessibleName().startswith("Child A: Has this child said")
    )
    shown.press(name)
    there = shown.page
    shown.window.desk.navigator.forward()
    shown.settle()
    while shown.page.kind is PageKind.ROUTE:
        shown.window.desk.navigator.forward()
        shown.settle()

    assert there.kind is PageKind.ALWAYS
    assert shown.page == RESULT


def test_what_is_open_stays_open_when_nothing_changed(shown: Driver, consultation: ConsultationPresenter) -> None:
    """The same result again closes nothing."""

    shown.press("Child B: Consent")
    consultation.change_to(consultation.state)
    shown.settle()

    assert "Never alert a person" in shown.words


@pytest.mark.parametrize("percent", [100, 200])
def test_what_is_folded_has_room_and_order(
    make_window: Callable[..., MainWindow], consultation: ConsultationPresenter, percent: int
) -> None:
    """With everything open nothing is clipped or nameless, and Tab still follows the page."""

    answer_sample(consultation)
    window = make_window(percent, consultation)
    Driver(window).go(RESULT)
    for fold in window.findChildren(Fold):
        fold.button.setChecked(True)
    Driver(window).settle()
    faults = (clipped(window), nameless(window), out_of_order(window))
    lengthen(window)

    assert faults == ([], [], [])
    assert clipped(window) == []


def test_acting_at_once_is_said_in_words(driver: Driver, consultation: ConsultationPresenter) -> None:
    """Where an answer calls for action at once, the child's part begins with it."""

    consultation.answer(Place("danger-now"), "yes")
    driver.go(RESULT)

    assert "Act at once. Call 999 if the danger is immediate." in driver.words
