"""The page of a child's view and the family's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from threshold_tool.cases.model import Views
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from tests.ui.driver import Driver
    from ui.presenters.consultation import ConsultationPresenter

A, B = (PageId(PageKind.VIEWS, child=ref) for ref in "AB")


def test_words_go_to_their_child(driver: Driver, consultation: ConsultationPresenter) -> None:
    """What is typed about one child is kept for that child alone."""

    driver.go(A)
    driver.write("What the child says or shows", "Nan comes on Sundays")
    driver.write("Not asked yet", "Father. On Friday.")
    driver.press("Continue")
    driver.write("What you saw the child show", "Quiet when put down")

    assert driver.page == B
    assert consultation.state.case.views == {
        "A": Views(child="Nan comes on Sundays", not_yet_asked="Father. On Friday."),
        "B": Views(child="Quiet when put down"),
    }


def test_everything_may_be_left_empty(driver: Driver, consultation: ConsultationPresenter) -> None:
    """Continue asks for nothing, by keyboard too."""

    driver.go(A)
    driver.key(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)

    assert driver.page == B
    assert consultation.state.case.views == {}


def test_going_back_loses_nothing(driver: Driver) -> None:
    """What was typed is there again, and can be taken away."""

    driver.go(A)
    driver.write("What the family says", "We manage")
    driver.press("Back")
    driver.go(A)

    assert "We manage" in [field.toPlainText() for field in driver.text_fields]
