"""The page about consent."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from threshold_tool.cases.interview import Place
from threshold_tool.cases.model import ConsentAsked
from ui.presenters.consent import NOT_YET
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from tests.ui.driver import Driver
    from ui.presenters.consultation import ConsultationPresenter

CONSENT = PageId(PageKind.CONSENT, child="A")


@pytest.fixture
def asked(driver: Driver, consultation: ConsultationPresenter) -> Driver:
    """The driver at the consent for a child at level 3."""
    consultation.answer(Place("substance-concern"), "yes")
    consultation.answer(Place("substance-effect-on-care"), "regularly")
    consultation.see_routes()
    driver.go(CONSENT)
    return driver


def test_it_says_the_rule_and_the_law(asked: Driver) -> None:
    """What the level says of consent stands above the form, with the law behind it."""

    assert "Agreement is sought." in asked.words
    assert "This level rests on section 17 of the Children Act 1989." in asked.words


def test_what_was_done_is_kept(asked: Driver, consultation: ConsultationPresenter) -> None:
    """Who, when and what enter the case, and Continue leads on."""

    asked.write("Who was asked", "Mother of A")
    asked.write("When they were asked", "24/11/2026")
    asked.write("What they answered", "She agreed.")
    asked.press("Continue")

    assert consultation.state.case.consent["A"] == ConsentAsked(
        asked="Mother of A", on=date(2026, 11, 24), answer="She agreed."
    )
    assert asked.page != CONSENT


def test_nothing_written_is_said_and_leads_to_the_form(asked: Driver) -> None:
    """Continue without a word says what to write down and leads there."""

    asked.press("Continue")
    said = asked.keyboard_at
    asked.key(Qt.Key.Key_Space)

    assert said == "Write down who was asked, when, and what they answered, or why nobody was asked."
    assert asked.keyboard_at == "Who was asked"


@pytest.mark.parametrize(
    ("typed", "words"),
    [("31/11/2026", "is not a day in the calendar"), ("26/11/2026", "lies in the future"), ("soon", "is not a date")],
)
def test_a_day_that_cannot_be_is_put_right(asked: Driver, typed: str, words: str) -> None:
    """A day that cannot be read, or has not come yet, stays as typed and is named."""

    asked.write("When they were asked", typed)
    asked.press("Continue")

    assert words in asked.keyboard_at
    assert asked.page == CONSENT


def test_a_ready_reason_is_enough_and_can_be_taken_away(asked: Driver, consultation: ConsultationPresenter) -> None:
    """A reason is chosen with one key and taken away again."""

    asked.press(NOT_YET)
    chosen = consultation.state.case.consent["A"].why_not
    asked.press("Take the reason away")

    assert chosen == NOT_YET
    assert "A" not in consultation.state.case.consent
    assert not asked.is_chosen(NOT_YET)


def test_another_reason_in_own_words(asked: Driver, consultation: ConsultationPresenter) -> None:
    """What is written takes the place of a reason that was chosen."""

    asked.press(NOT_YET)
    asked.write("Another reason", "Father is abroad.")
    asked.press("Continue")

    assert consultation.state.case.consent["A"].why_not == "Father is abroad."
    assert asked.page != CONSENT
