"""The steps that were agreed: what, who, by when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from threshold_tool.cases.model import PlanStep
from ui.presenters.watched import Watched

if TYPE_CHECKING:
    from datetime import date

    from ui.presenters.consultation import ConsultationPresenter

NO_STEP = "Write what is to be done, or remove the step."


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A step as typed so far. `number` tells steps apart while they come and go."""

    number: int
    do: str = ""
    who: str = ""
    by: date | None = None
    problem: str | None = None

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was said of this step."""
        return not (self.do.strip() or self.who.strip() or self.by)


class PlanStepsPresenter(Watched[tuple[StepDraft, ...]]):
    """Takes a step into the case as soon as it says what is to be done. `begun` begins with room for one."""

    def __init__(self, consultation: ConsultationPresenter, *, begun: bool = False) -> None:
        plan = consultation.state.case.plan
        drafts = tuple(StepDraft(at, step.do, step.who or "", step.by) for at, step in enumerate(plan, start=1))
        super().__init__(drafts or ((StepDraft(1),) if begun else ()))
        self._consultation = consultation

    def add(self) -> None:
        """Another step."""
        number = max((draft.number for draft in self.state), default=0) + 1
        self.change_to((*self.state, StepDraft(number)))

    def remove(self, number: int) -> None:
        """Takes a step away."""
        self._show(tuple(draft for draft in self.state if draft.number != number))

    def change(self, number: int, **changed: Any) -> None:
        """Something said of a step: a field of the draft and its value."""
        self._show(
            tuple(replace(draft, problem=None, **changed) if draft.number == number else draft for draft in self.state)
        )

    def problems(self) -> tuple[tuple[int, str], ...]:
        """Each step with something to put right, and what. Steps of which nothing was said are let go."""
        kept = (draft for draft in self.state if not draft.is_untouched)
        checked = tuple(replace(draft, problem=None if draft.do.strip() else NO_STEP) for draft in kept)
        self.change_to(checked)
        return tuple((draft.number, draft.problem) for draft in checked if draft.problem is not None)

    def _show(self, drafts: tuple[StepDraft, ...]) -> None:
        self.change_to(drafts)
        plan = tuple(
            PlanStep(do=draft.do.strip(), who=draft.who.strip() or None, by=draft.by)
            for draft in drafts
            if draft.do.strip()
        )
        if plan != self._consultation.state.case.plan:
            self._consultation.take_plan(plan)
