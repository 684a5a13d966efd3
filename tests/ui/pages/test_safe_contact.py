"""The page of safe contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from threshold_tool.cases.model import GuardedContact
from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.safe_contact import WAYS

if TYPE_CHECKING:
    from tests.ui.driver import Driver
    from ui.presenters.consultation import ConsultationPresenter

PAGE = PageId(PageKind.SAFE_CONTACT)


@pytest.fixture
def asked(driver: Driver) -> Driver:
    """The driver at the page."""
    driver.go(PAGE)
    return driver


def test_nothing_is_ticked_beforehand(asked: Driver) -> None:
    """Each way is offered, none is ticked."""

    assert not any(asked.is_chosen(words) for _, words, _ in WAYS)


def test_dangers_and_a_safer_way_are_kept(asked: Driver, consultation: ConsultationPresenter) -> None:
    """Ticks and words go into the case, and a tick can be taken away."""

    asked.press("Do not telephone")
    asked.press("Do not leave messages")
    asked.press("Do not telephone")
    asked.write("How and when they can be reached with less danger", "At school")

    assert consultation.state.case.guarded_contact == GuardedContact(messages=False, safely="At school")
    assert asked.is_chosen("Do not leave messages")


def test_it_can_be_passed_by_keyboard(asked: Driver, consultation: ConsultationPresenter) -> None:
    """Space ticks, Alt and C go on; nothing is compulsory."""

    asked.key(Qt.Key.Key_Space)
    asked.key(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)

    assert consultation.state.case.guarded_contact == GuardedContact(phone=False)
    assert asked.page != PAGE


def test_f1_leads_to_what_to_take_care_of(asked: Driver) -> None:
    """F1 moves the keyboard to the advice beside the ticks, which is read out."""

    asked.key(Qt.Key.Key_F1)

    assert asked.keyboard_at.startswith("When you reach out: ")
