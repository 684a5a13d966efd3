"""The page of one question."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from threshold_tool.cases.interview import Place
from ui.presenters.page_ids import PageId, PageKind
from ui.theme.ink import Ink, ink
from ui.widgets.choices import Choice

if TYPE_CHECKING:
    from tests.ui.driver import Driver
    from ui.presenters.consultation import ConsultationPresenter

EFFECT = PageId(PageKind.QUESTION, question="substance-effect-on-care")
PLACE = Place("substance-effect-on-care")
ATTENDANCE = PageId(PageKind.QUESTION, question="attendance", child="A")


@pytest.fixture
def asked(driver: Driver, consultation: ConsultationPresenter) -> Driver:
    """The driver at a family question that depends on another."""
    consultation.answer(Place("substance-concern"), "yes")
    driver.go(EFFECT)
    return driver


def test_it_says_what_why_and_because(asked: Driver) -> None:
    """The heading is the question; why it is asked, because of what, and what to look for are there to read."""

    assert asked.heading == "How does a parent's or carer's alcohol or drug use affect the children's care?"
    assert "Asked because of the answer" in asked.words
    assert "What to look for" in asked.words


def test_nothing_is_chosen_and_not_known_is_offered(asked: Driver) -> None:
    """Every page has both ways of not knowing, and no answer chosen."""

    cards = [card for card in asked.window.findChildren(Choice) if card.isVisible()]

    assert not any(card.isChecked() for card in cards)
    assert [card.words for card in cards[-2:]] == ["Not known", "Did not want to say"]


def test_an_answer_is_taken_and_leads_on(asked: Driver, consultation: ConsultationPresenter) -> None:
    """A click anywhere on a card answers, and Continue leads to the next page."""

    asked.press("No effect seen")
    asked.press("Continue")

    assert consultation.state.given(PLACE) == "none"
    assert asked.page != EFFECT


def test_without_an_answer_there_is_a_way_to_put_it_right(asked: Driver) -> None:
    """Continue without an answer says so and leads back to the cards."""

    asked.press("Continue")
    summary = asked.keyboard_at
    asked.key(Qt.Key.Key_Space)

    assert asked.page == EFFECT
    assert summary == "Choose an answer. Not known is an answer too."
    assert asked.keyboard_at == "No effect seen"


def test_it_can_be_answered_by_keyboard_alone(asked: Driver, consultation: ConsultationPresenter) -> None:
    """Arrows, Space and Alt with a letter answer and go on."""

    asked.key(Qt.Key.Key_Down)
    asked.key(Qt.Key.Key_Space)
    asked.key(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)

    assert consultation.state.given(PLACE) == "sometimes"
    assert asked.page != EFFECT


def test_f1_leads_to_the_help_beside_it(asked: Driver) -> None:
    """F1 moves the keyboard to what to look for, which is read out."""

    asked.key(Qt.Key.Key_F1)

    assert asked.keyboard_at.startswith("What to look for: ")


def test_children_may_differ(asked: Driver, consultation: ConsultationPresenter) -> None:
    """Each child is answered for, each must be, and both answers are kept."""

    asked.press("No effect seen")
    asked.press("Different for one of the children")
    cards = [card for card in asked.window.findChildren(Choice) if card.isVisible() and card.words == "Not known"]
    cards[1].click()
    asked.settle()

    assert [consultation.state.given(Place(PLACE.question, ref)) for ref in "AB"] == ["none", "not-known"]
    assert asked.is_chosen("Different for one of the children")


def test_a_note_has_words_source_and_day(asked: Driver, consultation: ConsultationPresenter) -> None:
    """Source and day can be given once there are words."""

    asked.press("Add a note")
    before = asked.offers("I was told")
    asked.write("Note", "No breakfast on Monday")
    asked.press("I was told")
    asked.write("Day", "9/11/2026")
    asked.press("No effect seen")
    note = consultation.state.note(PLACE)

    assert not before
    assert note is not None
    assert (note.text, note.source, note.when) == ("No breakfast on Monday", "told", date(2026, 11, 9))


def test_a_day_that_makes_no_sense_is_said(asked: Driver, consultation: ConsultationPresenter) -> None:
    """A day that is none stops Continue, with the words kept."""

    asked.press("Add a note")
    asked.write("Note", "No breakfast")
    asked.write("Day", "Monday")
    asked.press("No effect seen")
    asked.press("Continue")
    note = consultation.state.note(PLACE)

    assert asked.page == EFFECT
    assert "is not a date" in asked.keyboard_at
    assert note is not None
    assert note.text == "No breakfast"


def test_going_back_loses_nothing(asked: Driver, consultation: ConsultationPresenter) -> None:
    """Back and forth again, the answer is still marked."""

    asked.press("No effect seen")
    asked.press("Back")
    asked.go(EFFECT)

    assert asked.is_chosen("No effect seen")


def test_a_number_is_typed(driver: Driver, consultation: ConsultationPresenter) -> None:
    """A number is taken, a wrong one is refused with its range, and Not known stands beside it."""

    consultation.answer(Place("education-concern", "A"), "yes")
    driver.go(ATTENDANCE)
    driver.write("Number", "140")
    driver.press("Continue")
    refused, said = driver.page, driver.words
    driver.write("Number", "85")
    given = consultation.state.given(Place("attendance", "A"))
    driver.press("Not known")

    assert refused == ATTENDANCE
    assert "from 0 to 100" in said
    assert given == "85"
    assert consultation.state.given(Place("attendance", "A")) == "not-known"


def test_the_route_makes_the_rest_optional(asked: Driver, consultation: ConsultationPresenter) -> None:
    """Once what to do is certain, Continue asks for nothing more."""

    consultation.answer(Place("danger-now"), "yes")
    consultation.see_routes()
    asked.press("Continue")

    assert asked.page != EFFECT


def test_f1_shows_where_the_keyboard_went(driver: Driver) -> None:
    """What stands beside the question has the ring while it has the keyboard."""

    driver.go(PageId(PageKind.DANGER, question="danger-now"))
    without = driver.window.grab().toImage()
    driver.key(Qt.Key.Key_F1)
    place = QApplication.focusWidget()
    assert place is not None
    ring = ink(place, Ink.FOCUS)
    edge = place.mapTo(driver.window, QPoint(place.width() // 2, 1))

    assert without.pixelColor(edge) != ring
    assert driver.window.grab().toImage().pixelColor(edge) == ring
