"""What if: the result if one answer were different. A trial; the case it starts from stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threshold_tool.cases.interview import Interview, Place
    from threshold_tool.evaluation.assess import Assessment
    from threshold_tool.evaluation.result import Reason, Recommendation


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a child stands: the level and what decided it, and whether something calls for action at once."""

    recommendation: Recommendation
    statutory: bool
    immediate: bool


@dataclass(frozen=True, slots=True)
class ChildTrial:
    """One child before and after. Reasons are those that hold, whether or not they decide the level.

    `required` and `not_required` are ids of actions that would be asked for as well, or no longer; actions of
    a level itself are not among them. `closed` are questions whose answers would no longer count.
    """

    ref: str
    before: Standing
    after: Standing
    appearing: tuple[Reason, ...]
    disappearing: tuple[Reason, ...]
    required: tuple[str, ...]
    not_required: tuple[str, ...]
    closed: tuple[str, ...]

    @property
    def changes_level(self) -> bool:
        """Whether the child would be at another level."""
        return self.before.recommendation.level != self.after.recommendation.level

    @property
    def changes_nothing(self) -> bool:
        """Whether level, reasons and actions would all be the same."""
        listed = (self.appearing, self.disappearing, self.required, self.not_required, self.closed)
        return self.before == self.after and not any(listed)


@dataclass(frozen=True, slots=True)
class Trial:
    """An answer that was tried at a place, and what would follow for each child, in the case's order."""

    place: Place
    answer: str
    children: tuple[ChildTrial, ...]


def try_answer(interview: Interview, place: Place, text: str) -> Trial:
    """What would follow if the answer at a place were `text`: an option's id, a number, `not-known` or `declined`.

    The interview and its case are not touched. Raises ValueError, with one plain sentence, when the question
    does not take this answer.
    """
    tried = interview.with_answer(place, text)
    children = (_compared(ref, found, tried.assessments[ref]) for ref, found in interview.assessments.items())
    return Trial(place, text, tuple(children))


def _compared(ref: str, before: Assessment, after: Assessment) -> ChildTrial:
    held, holding = _holding(before), _holding(after)
    closed_before = before.set_aside()
    return ChildTrial(
        ref=ref,
        before=_standing(before),
        after=_standing(after),
        appearing=_without(holding, held),
        disappearing=_without(held, holding),
        required=tuple(action for action in after.require if action not in before.require),
        not_required=tuple(action for action in before.require if action not in after.require),
        closed=tuple(question for question in after.set_aside() if question not in closed_before),
    )


def _standing(found: Assessment) -> Standing:
    return Standing(found.recommendation, found.statutory, found.immediate)


def _holding(found: Assessment) -> tuple[Reason, ...]:
    """Everything that holds: what decides the level and what holds beside it."""
    return (*found.reasons(), *found.also())


def _without(reasons: tuple[Reason, ...], others: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons whose clause is not among the others'."""
    clauses = {reason.clause for reason in others}
    return tuple(reason for reason in reasons if reason.clause not in clauses)
