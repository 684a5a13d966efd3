"""The page on which an answer is tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from threshold_tool.cases.interview import Place
from threshold_tool.evaluation.trial_words import TRIAL_CAUTION, TRIAL_TITLE
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from tests.ui.driver import Driver
    from ui.presenters.consultation import ConsultationPresenter

EFFECT = "How does a parent's or carer's alcohol or drug use affect the children's care?"


@pytest.fixture
def trying(driver: Driver, consultation: ConsultationPresenter) -> Driver:
    """The driver at the page, by way of the result."""
    consultation.answer(Place("substance-concern"), "yes")
    consultation.answer(Place("substance-effect-on-care"), "regularly")
    driver.go(PageId(PageKind.RESULT))
    driver.press("Try another answer")
    return driver


def test_it_is_marked_as_a_trial(trying: Driver) -> None:
    """The page says that it is a trial, and that it is no reason to give an answer; the outcome says so again."""

    assert TRIAL_TITLE in trying.words
    assert TRIAL_CAUTION in trying.words
    trying.press(EFFECT)
    trying.press("No effect seen")
    assert trying.words.count(TRIAL_TITLE) == 2


def test_an_answer_is_tried_and_the_case_stays(trying: Driver, consultation: ConsultationPresenter) -> None:
    """What would follow is shown for each child; the case has the answer that was given."""

    trying.press(EFFECT)
    trying.press("No effect seen")

    assert "Child A: the level would be Level 2: early help." in trying.words
    assert consultation.state.given(Place("substance-effect-on-care")) == "regularly"


def test_it_can_be_done_by_keyboard_alone(trying: Driver) -> None:
    """Typing finds a question, Tab and Space pick it, the keyboard is at its answers, Alt and R lead back."""

    for letter in (Qt.Key.Key_D, Qt.Key.Key_R, Qt.Key.Key_U, Qt.Key.Key_G):
        trying.key(letter)
    while trying.keyboard_at != EFFECT:
        trying.key(Qt.Key.Key_Tab)
    trying.key(Qt.Key.Key_Space)
    assert trying.keyboard_at == "No effect seen"
    trying.key(Qt.Key.Key_Space)
    assert "Tried: " in trying.words
    trying.key(Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)

    assert trying.page == PageId(PageKind.RESULT)


def test_what_would_follow_is_read_out(trying: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """The keyboard stays at the answer, so each child's level is announced."""

    said: list[str] = []
    monkeypatch.setattr("ui.pages.what_if.announce", lambda _, words: said.append(words))
    trying.press(EFFECT)
    trying.press("No effect seen")

    assert len(said) == 1
    assert "Child A: the level would be Level 2: early help." in said[0]


def test_another_question_can_be_chosen(trying: Driver) -> None:
    """The way back to the search keeps what was searched for, and the keyboard is there."""

    trying.write("Find a question", "drug")
    trying.press(EFFECT)
    trying.press("Choose another question")

    assert trying.keyboard_at == "Find a question"
    assert trying.offers(EFFECT)
    assert "Tried: " not in trying.words
