"""Steps of a plan as they are typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from threshold_tool.cases.model import PlanStep
from ui.presenters.plan_steps import NO_STEP, PlanStepsPresenter

if TYPE_CHECKING:
    from ui.presenters.consultation import ConsultationPresenter


def test_a_step_enters_the_case_once_it_says_what(consultation: ConsultationPresenter) -> None:
    """Who and when alone are no step; with what is to be done they are."""

    steps = PlanStepsPresenter(consultation, begun=True)
    steps.change(1, who="School")
    assert not consultation.state.case.plan

    steps.change(1, do="Breakfast club", by=date(2026, 12, 1))
    assert consultation.state.case.plan == (PlanStep(do="Breakfast club", who="School", by=date(2026, 12, 1)),)


def test_a_step_that_says_nothing_to_do_is_put_right(consultation: ConsultationPresenter) -> None:
    """A step of which nothing was said is let go; one with a name alone is a problem."""

    steps = PlanStepsPresenter(consultation, begun=True)
    steps.add()
    steps.change(2, who="School")

    assert steps.problems() == ((2, NO_STEP),)
    assert [draft.number for draft in steps.state] == [2]


def test_steps_can_be_removed(consultation: ConsultationPresenter) -> None:
    """What is removed leaves the case; the others stay."""

    consultation.take_plan([PlanStep(do="Visit"), PlanStep(do="Ring")])
    steps = PlanStepsPresenter(consultation)
    steps.remove(1)

    assert consultation.state.case.plan == (PlanStep(do="Ring"),)
