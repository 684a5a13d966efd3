"""What to do now: whom to call first, acting now and recording later, or going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from threshold_tool.cases.interview import Place
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from tests.ui.conftest import StandingClock
    from tests.ui.driver import Driver
    from ui.presenters.consultation import ConsultationPresenter

DANGER = PageId(PageKind.DANGER, question="danger-now")


@pytest.fixture
def shown(driver: Driver, consultation: ConsultationPresenter) -> Driver:
    """The page, as Continue leads to it after the first dangerous answer."""
    consultation.take_role("health")
    consultation.complete(PageId(PageKind.ROLE))
    driver.go(DANGER)
    driver.press("Yes")
    driver.press("Continue")
    assert driver.page.kind is PageKind.ROUTE
    return driver


def test_the_call_comes_before_what_can_wait(shown: Driver) -> None:
    """What is to be done now stands in the open; what can wait is folded away, and there to be opened."""

    before = shown.words
    shown.press("Child A: After that (3)")

    assert before.index("01632 960001") < before.index("Today")
    assert "Within 24 hours of sending the referral" not in before
    assert "Within 24 hours of sending the referral" in shown.words


@pytest.mark.parametrize(("hour", "number"), [(10, "01632 960001"), (23, "01632 960002")])
def test_the_number_is_that_of_the_hour(
    driver: Driver, consultation: ConsultationPresenter, clock: StandingClock, hour: int, number: str
) -> None:
    """By day the office, by night whoever answers at night."""

    clock.moment = clock.moment.replace(hour=hour)
    consultation.answer(Place("danger-now"), "yes")
    driver.go(PageId(PageKind.ROUTE))

    call = next(line for line in driver.words.splitlines() if line.startswith("At once: "))
    assert number in call


def test_acting_now_leads_home_and_back_to_the_concern(shown: Driver, consultation: ConsultationPresenter) -> None:
    """Whoever acts first finds the concern again where it was left."""

    shown.press("Act now, record later")
    home = shown.page
    shown.press("Go on with it")

    assert home == PageId(PageKind.HOME)
    assert shown.page == PageId(PageKind.CHILDREN)
    assert consultation.state.given(Place("danger-now")) == "yes"


def test_going_on_leads_to_the_next_page(shown: Driver) -> None:
    """The questions go on where they were."""

    shown.press("Continue with the questions")

    assert shown.page.kind is PageKind.CHILDREN


def test_the_rest_can_be_left_out(shown: Driver) -> None:
    """No question that is left stands in the way."""

    shown.press("Leave the rest unanswered")

    kinds = shown.window.desk.navigator.journey.pages
    assert shown.page.kind not in (PageKind.ALWAYS, PageKind.SCREENING, PageKind.QUESTION)
    assert [page.kind for page in kinds].index(shown.page.kind) > 0
