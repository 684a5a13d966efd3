"""What there is to do, put together by when: what comes first stands first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.evaluation.next_steps import NOT_ONE_ROLE
from threshold_tool.evaluation.step_words import reach_words, when_words
from threshold_tool.reports.record import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from threshold_tool.documents.model import Role
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.next_steps import NextStep
    from threshold_tool.evaluation.result import ChildResult

NO_DATE = "When it fits"


@dataclass(frozen=True, slots=True)
class StepShown:
    """One thing to do, whom it is for where that is not the reader, and whom to reach at this hour."""

    do: str
    who: str
    reach: str


@dataclass(frozen=True, slots=True)
class TimeGroup:
    """What is to be done by one time, in the document's order."""

    when: str
    steps: tuple[StepShown, ...]


@dataclass(frozen=True, slots=True)
class StepsShown:
    """What to do within hours, and what after that."""

    now: tuple[TimeGroup, ...]
    later: tuple[TimeGroup, ...]

    @property
    def count_later(self) -> int:
        """How many things there are to do after that."""
        return sum(len(group.steps) for group in self.later)


def steps_shown(result: CaseResult, child: ChildResult, level: int) -> StepsShown:
    """What to do for a child at a level."""
    return in_groups(result.steps_at(child, level), result.role)


def in_groups(steps: Iterable[NextStep], role: Role) -> StepsShown:
    """Steps under their times, for somebody in a role."""
    known = tuple(steps)
    return StepsShown(
        _groups(role, (step for step in known if step.is_for_now)),
        _groups(role, (step for step in known if not step.is_for_now)),
    )


def _groups(role: Role, steps: Iterable[NextStep]) -> tuple[TimeGroup, ...]:
    groups: dict[str, list[StepShown]] = {}
    for step in steps:
        when = when_words(step) if step.action.within else NO_DATE
        groups.setdefault(when, []).append(_shown(role, step))
    return tuple(TimeGroup(when, tuple(shown)) for when, shown in groups.items())


def _shown(role: Role, step: NextStep) -> StepShown:
    """One step. Somebody whose role is not known sees the steps of every role, each with whose it is."""
    roles = step.action.roles if role == NOT_ONE_ROLE else ()
    who = f"For {' and '.join(ROLES[meant].lower() for meant in roles)}" if roles else ""
    return StepShown(step.action.do, who, reach_words(step))
