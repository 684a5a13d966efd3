"""The pages of plan and outcome, from the day of the referral to the stages of disagreement."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from threshold_tool.cases.model import Decision, FollowUp
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driver import Driver
    from ui.presenters.consultation import ConsultationPresenter

PLAN = PageId(PageKind.PLAN)
OUTCOME = PageId(PageKind.OUTCOME, child="A")
TODAY = date(2026, 11, 25)


@pytest.fixture
def plan(driver: Driver, consultation: ConsultationPresenter) -> Driver:
    """The page of the plan, with A referred and B at early help."""
    consultation.take_role("health")
    consultation.decide("A", Decision(level="child-in-need"))
    consultation.decide("B", Decision(level="early-help"))
    driver.go(PLAN)
    return driver


def test_a_referral_is_followed_to_its_outcome(plan: Driver, consultation: ConsultationPresenter) -> None:
    """Its day, what was decided, what follows, and back on the plan in words."""

    plan.write("The day on which the referral for child A was sent", "25/11/2026")
    plan.press("What was decided?")
    assert plan.page == OUTCOME
    plan.press("Threshold not met")
    plan.press("Continue")
    assert plan.offers("Write the day on which you were told.")

    plan.write("The day on which you were told", "25/11/2026")
    assert "Ask for the reason in writing." in plan.words
    assert "Help that can begin by agreement, without the council" in plan.words
    plan.write("The day on which you said that you disagree", "25/11/2026")
    assert "By Thursday 26 November 2026: Stage 1 for disagreement" in plan.words
    plan.press("Continue")

    assert plan.page == PLAN
    assert "Threshold not met, Wednesday 25 November 2026" in plan.words
    assert consultation.state.case.follow_up == {
        "A": FollowUp(referral_sent=TODAY, outcome="not-met", decided=TODAY, disagreement=TODAY)
    }


def test_the_stages_are_there_before_anybody_disagrees(plan: Driver) -> None:
    """The route for disagreement is always in sight, without dates until there is a day to count from."""

    plan.go(OUTCOME)

    assert "Stage 1 for disagreement" in plan.words


def test_a_step_is_agreed(plan: Driver, consultation: ConsultationPresenter) -> None:
    """With room for the first where the level rests on agreement, and more on request."""

    plan.write("Step 1: What is to be done?", "Breakfast club")
    plan.press("Add a step")
    assert plan.keyboard_at == "Step 2: What is to be done?"
    plan.write("Step 2: Who does it?", "School")
    plan.press("Continue")

    assert plan.page == PLAN
    assert plan.offers("Write what is to be done, or remove the step.")
    plan.press("Remove step 2")
    plan.press("Continue")
    assert plan.page == PageId(PageKind.RECORD)
    assert [step.do for step in consultation.state.case.plan] == ["Breakfast club"]


def test_a_day_in_the_past_is_no_day_to_look_again(plan: Driver, consultation: ConsultationPresenter) -> None:
    """The day has to be to come; then it is in the case."""

    plan.write("The day on which to look at the family again", "1/11/2026")
    plan.press("Continue")
    assert plan.offers("This day has passed.")

    plan.write("The day on which to look at the family again", "4/1/2027")
    plan.press("Continue")
    assert consultation.state.case.look_again == date(2027, 1, 4)
    assert plan.page == PageId(PageKind.RECORD)


def test_dates_go_into_a_calendar(
    driver: Driver, plan: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says what the file will show, and where it is."""

    monkeypatch.setattr("ui.file_dialogs.ask_where_to_save", lambda kind, stem: tmp_path / f"{stem}.{kind.suffix}")
    plan.go(PageId(PageKind.HOME))
    plan.go(PLAN)
    assert "Follow-up: a step is due" in plan.words
    plan.press("Save the dates as a calendar file")

    assert "Saved as follow-up-2026-11-25.ics" in plan.words
    assert (tmp_path / "follow-up-2026-11-25.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
