"""The page of the person's own view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from threshold_tool.cases.interview import Place
from ui.presenters.page_ids import PageId, PageKind
from ui.widgets.choices import Choice

if TYPE_CHECKING:
    from tests.ui.driver import Driver
    from ui.presenters.consultation import ConsultationPresenter

A, B = (PageId(PageKind.OWN_VIEW, child=ref) for ref in "AB")
LEVEL_2 = "Level 2: early help"


@pytest.fixture
def asked(driver: Driver) -> Driver:
    """The driver at the page of the first child."""
    driver.go(A)
    return driver


def test_nothing_is_chosen_beforehand(asked: Driver) -> None:
    """Every level is a card, and none is marked."""

    cards = [card for card in asked.window.findChildren(Choice) if card.isVisible()]

    assert cards
    assert not any(card.isChecked() for card in cards)


def test_a_level_and_why_are_kept_for_the_child(asked: Driver, consultation: ConsultationPresenter) -> None:
    """The choice and its reason belong to this child, and Continue leads to the next."""

    asked.press(LEVEL_2)
    asked.write("Why you think so", "Her aunt helps")
    asked.press("Continue")

    assert consultation.state.case.own_view == {"A": "early-help"}
    assert consultation.state.case.own_view_because == {"A": "Her aunt helps"}
    assert asked.page == B


def test_without_a_choice_there_is_a_way_on(asked: Driver, consultation: ConsultationPresenter) -> None:
    """Continue says what is missing; having no view yet is an answer, and takes back what was chosen."""

    asked.press("Continue")
    stayed, said = asked.page, asked.keyboard_at
    asked.press(LEVEL_2)
    asked.press("I have no view yet")

    assert stayed == A
    assert said == "Choose a level, or say that you have no view yet"
    assert consultation.state.case.own_view == {}
    assert asked.page == B


def test_it_can_be_answered_by_keyboard_alone(asked: Driver, consultation: ConsultationPresenter) -> None:
    """An arrow chooses, Alt and C go on."""

    asked.key(Qt.Key.Key_Down)
    asked.key(Qt.Key.Key_Space)
    asked.key(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)

    assert consultation.state.case.own_view == {"A": "early-help"}
    assert asked.page == B


def test_it_says_that_the_route_came_first(driver: Driver, consultation: ConsultationPresenter) -> None:
    """Where what to do was shown before, the page says so."""

    consultation.answer(Place("danger-now"), "yes")
    consultation.see_routes()
    driver.go(A)

    assert "What to do was shown first" in driver.words


def test_after_the_result_it_only_shows_what_was_said(driver: Driver, consultation: ConsultationPresenter) -> None:
    """A view from before the result is never rewritten after it; the decision is the place for another."""

    consultation.take_own_view("A", "early-help")
    consultation.see_result()
    driver.go(A)
    said = driver.words
    driver.press("Continue")
    none = driver.words

    assert LEVEL_2 in said
    assert "say so in your decision" in said
    assert "You gave no view before you saw the result" in none
    assert not driver.offers(LEVEL_2)
