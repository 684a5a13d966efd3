"""The page of a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from threshold_tool.cases.interview import Place
from ui.presenters.decision import NO_MANAGER, NO_REASON, NOT_CHOSEN
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from tests.ui.driver import Driver
    from ui.presenters.consultation import ConsultationPresenter

DECISION = PageId(PageKind.DECISION, child="A")
LOWER, SAME, HIGHER = (
    "Level 2: early help",
    "Level 3: child in need (section 17)",
    "Level 4: child protection (section 47)",
)


@pytest.fixture
def asked(driver: Driver, consultation: ConsultationPresenter) -> Driver:
    """The driver at the decision for a child whom the document has at level 3."""
    consultation.answer(Place("substance-concern"), "yes")
    consultation.answer(Place("substance-effect-on-care"), "regularly")
    consultation.see_routes()
    driver.go(DECISION)
    return driver


def test_going_on_without_a_decision_says_what_to_do(asked: Driver) -> None:
    """The summary names the missing choice and leads to it."""

    asked.press("Continue")
    said = asked.keyboard_at
    asked.key(Qt.Key.Key_Space)

    assert asked.page == DECISION
    assert said == NOT_CHOSEN
    assert asked.keyboard_at == "Level 1: universal"


def test_agreeing_leads_on(asked: Driver, consultation: ConsultationPresenter) -> None:
    """One choice and Continue; nothing else is asked."""

    asked.press(SAME)
    assert "Your reason" not in asked.words
    asked.press("Continue")

    assert consultation.state.case.decision["A"].level == "child-in-need"
    assert asked.page != DECISION


def test_going_higher_shows_what_to_do(asked: Driver) -> None:
    """The steps of the higher level stand on the page, and go when it is no longer chosen."""

    asked.press(HIGHER)
    assert "What to do at this level" in asked.words
    assert "Telephone the Front Door now." in asked.words
    asked.press(SAME)
    assert "What to do at this level" not in asked.words


def test_going_lower_by_keyboard_alone(asked: Driver, consultation: ConsultationPresenter) -> None:
    """Without reason and manager there is a way to put it right; with them it is decided."""

    asked.key(Qt.Key.Key_Down)
    asked.key(Qt.Key.Key_Space)
    asked.key(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert NO_REASON in asked.keyboard_at
    assert NO_MANAGER in asked.words or asked.offers(NO_MANAGER)
    asked.key(Qt.Key.Key_Space)
    assert asked.keyboard_at == "Your reason"
    asked.write("Your reason", "Help has begun and holds.")
    asked.write("The manager who agrees", "Team manager")
    asked.press("Continue")

    decision = consultation.state.case.decision["A"]
    assert (decision.level, decision.reason, decision.manager) == (
        "early-help",
        "Help has begun and holds.",
        "Team manager",
    )
    assert asked.page != DECISION


def test_nothing_is_lost_on_going_back(asked: Driver) -> None:
    """A choice and a reason that are not complete are there again after Back."""

    asked.press(LOWER)
    asked.write("Your reason", "Help has begun.")
    asked.press("Back")
    asked.go(DECISION)

    assert asked.is_chosen(LOWER)
    assert "Help has begun." in [field.toPlainText() for field in _areas(asked)]


def _areas(driver: Driver) -> list[QPlainTextEdit]:
    return [area for area in driver.window.findChildren(QPlainTextEdit) if area.isVisible()]
