"""The way from the result through decision and consent, by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from threshold_tool.cases.interview import Place
from ui.presenters.consent import NOT_YET
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from tests.ui.driver import Driver
    from ui.presenters.consultation import ConsultationPresenter

ALT = Qt.KeyboardModifier.AltModifier


def tab_to(driver: Driver, name: str) -> None:
    """Tab until the keyboard is at a control, Down where Tab leaves a group of cards."""
    for _ in range(60):
        if driver.keyboard_at == name:
            return
        driver.key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name!r}")


def choose(driver: Driver, name: str) -> None:
    """Down until the keyboard is at a card of the group it is in, then Space."""
    for _ in range(10):
        if driver.keyboard_at == name:
            driver.key(Qt.Key.Key_Space)
            return
        driver.key(Qt.Key.Key_Down)
    raise AssertionError(f"no arrow came to {name!r}")


def test_two_children_at_different_levels(driver: Driver, consultation: ConsultationPresenter) -> None:
    """One child is agreed on, the other's consent is told of; every page is left by its key."""

    consultation.answer(Place("substance-concern"), "yes")
    consultation.answer(Place("substance-effect-on-care"), "regularly")
    consultation.see_routes()
    driver.go(PageId(PageKind.RESULT))
    driver.key(Qt.Key.Key_C, ALT)
    choose(driver, "Level 4: child protection (section 47)")
    driver.key(Qt.Key.Key_C, ALT)
    choose(driver, "Level 4: child protection (section 47)")
    driver.key(Qt.Key.Key_C, ALT)
    consents = [driver.page]
    tab_to(driver, "Telling them could put a child or an adult at greater risk.")
    choose(driver, NOT_YET)
    driver.key(Qt.Key.Key_C, ALT)
    consents.append(driver.page)

    case = consultation.state.case
    assert {ref: decision.level for ref, decision in case.decision.items()} == dict.fromkeys("AB", "child-protection")
    assert consents == [PageId(PageKind.CONSENT, child="A"), PageId(PageKind.CONSENT, child="B")]
    assert case.consent["A"].why_not == NOT_YET
