"""What comes up on a page after it was first shown has room, names and order too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool

from tests.ui.driver import Driver
from tests.ui.page_checks import clipped, lengthen, nameless, out_of_order, shared_keys
from tests.ui.sample_case import answer_sample
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.main_window import MainWindow
    from ui.presenters.consultation import ConsultationPresenter

EFFECT = "How does a parent's or carer's alcohol or drug use affect the children's care?"


def go_lower(driver: Driver) -> None:
    """A lower decision without reason and manager, and Continue."""
    driver.go(PageId(PageKind.DECISION, child="A"))
    driver.press("Level 2: early help")
    driver.press("Continue")


def go_higher(driver: Driver) -> None:
    """A higher decision, with all its steps."""
    driver.go(PageId(PageKind.DECISION, child="A"))
    driver.press("Level 4: child protection (section 47)")
    driver.press("After that (5)")


def leave_consent_out(driver: Driver) -> None:
    """Nothing written about consent, and Continue."""
    driver.go(PageId(PageKind.CONSENT, child="A"))
    driver.write("When they were asked", "soon")
    driver.press("Continue")


def try_an_answer(driver: Driver) -> None:
    """A trial with what would follow."""
    driver.go(PageId(PageKind.WHAT_IF))
    driver.press(EFFECT)
    driver.press("No effect seen")


def compare_areas(driver: Driver) -> None:
    """A comparison with its reasons open."""
    driver.go(PageId(PageKind.COMPARE))
    driver.press("Right Help, First Call: Northfold's guide to levels of need")
    driver.press("Compare")
    QThreadPool.globalInstance().waitForDone()
    driver.settle()
    driver.press("Child A: Why, in each area")


ACTS = [go_lower, go_higher, leave_consent_out, try_an_answer, compare_areas]


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_it_has_room_names_and_order(
    make_window: Callable[..., MainWindow],
    consultation: ConsultationPresenter,
    act: Callable[[Driver], None],
    percent: int,
) -> None:
    """Errors, steps and outcomes are as readable as the page they come up on, in longer words as well."""

    answer_sample(consultation)
    consultation.see_routes()
    window = make_window(percent, consultation)
    driver = Driver(window)
    act(driver)
    assert window.page is not None
    window.page.enter()  # back to the top, where places can be told
    driver.settle()
    faults = (clipped(window), nameless(window), out_of_order(window), shared_keys(window))
    lengthen(window)

    assert faults == ([], [], [], [])
    assert clipped(window) == []
