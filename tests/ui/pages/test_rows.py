"""Rows: each answered by itself, nothing chosen beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.rows import rows_state
from ui.widgets.choices import Choice

if TYPE_CHECKING:
    from tests.ui.driver import Driver
    from threshold_tool.cases.interview import Place
    from ui.presenters.consultation import ConsultationPresenter

ALWAYS = PageId(PageKind.ALWAYS, section="always")


def unanswered(consultation: ConsultationPresenter) -> list[Place]:
    return [line.place for _, line in rows_state(consultation.state, ALWAYS).unanswered]


def test_nothing_is_chosen_beforehand(driver: Driver) -> None:
    """A page of rows opens without a single mark."""

    driver.go(ALWAYS)

    assert not any(card.isChecked() for card in driver.window.findChildren(Choice))


def test_one_click_answers_one_place(driver: Driver, consultation: ConsultationPresenter) -> None:
    """No control answers more than one row for one child."""

    driver.go(ALWAYS)
    left = len(unanswered(consultation))
    for card in driver.window.findChildren(Choice):
        card.click()
        assert len(unanswered(consultation)) >= left - 1
        left = len(unanswered(consultation))

    assert left == 0


def test_every_row_has_to_be_answered(driver: Driver, consultation: ConsultationPresenter) -> None:
    """Continue lists each row that was left, with the child, and a link that leads to it."""

    driver.go(ALWAYS)
    missing = unanswered(consultation)
    driver.press("Continue")
    links = [
        b for b in driver.window.findChildren(QAbstractButton) if b.accessibleName().startswith("Answer for Child")
    ]
    name = links[0].accessibleName()
    driver.key(Qt.Key.Key_Space)

    assert driver.page == ALWAYS
    assert len(links) == len(missing)
    assert name.startswith("Answer for Child ")
    assert driver.keyboard_at == "No"


def test_answered_rows_lead_on(driver: Driver, consultation: ConsultationPresenter) -> None:
    """With every row answered Continue leads to the next page."""

    for place in unanswered(consultation):
        consultation.answer(place, "no")
    driver.go(ALWAYS)
    driver.press("Continue")

    assert driver.page == PageId(PageKind.ALWAYS, section="always", part=1)


def test_a_sign_shows_what_to_do_at_once(driver: Driver) -> None:
    """The moment a sign is suspected, the way to what to do stands on the page; then the rest is optional."""

    driver.go(ALWAYS)
    driver.find(Choice, "Suspected").click()
    driver.settle()
    shown = driver.offers("What to do now")
    driver.press("Continue")

    assert shown
    assert driver.page == PageId(PageKind.ROUTE)


def test_arrow_keys_stay_in_their_row(driver: Driver) -> None:
    """Arrow keys walk along one row's answers and stop at its end; they never leave it."""

    driver.go(ALWAYS)
    first = driver.find(Choice, "No")
    first.setFocus()
    walked = []
    for _ in range(6):
        driver.key(Qt.Key.Key_Right)
        walked.append(driver.keyboard_at)

    assert walked == ["Suspected", "Yes", "Not known", *["Did not want to say"] * 3]
