"""Earlier concerns that a case may have: how recent, and at which level under each document.

A document can only tell apart whether an earlier concern lies within the periods that its conditions name, and
whether it reaches the levels that they name. So a few kinds stand for all earlier concerns there can be.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

from threshold_tool.evaluation.possibilities import is_recent
from threshold_tool.proofs.search import find, state_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from threshold_tool.deadlines.durations import Duration
    from threshold_tool.documents.conditions import EarlierConcernFilter
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.evaluation.monotone import Monotone
    from threshold_tool.evaluation.search import Budget
    from threshold_tool.proofs.ages import AgeWorld
    from threshold_tool.proofs.child_space import ChildSpace
    from threshold_tool.proofs.search import Found
    from threshold_tool.proofs.sides import Side

_LONG_AGO = timedelta(days=366 * 30)


@dataclass(frozen=True)
class EarlierValue:
    """An earlier concern on a day, with answers that put it at one of `levels` under each document."""

    on: date
    assessed: date
    levels: tuple[int, ...]
    answers: dict[str, str]

    def counts_for(self, document: int, wanted: EarlierConcernFilter, floor: int) -> bool:
        """Whether a condition of a document, which counts from the level `floor`, counts it."""
        return self.levels[document] >= floor and is_recent(self.on, wanted.within, self.assessed)


def earlier_values(partly_known: ChildSpace, world: AgeWorld, budget: Budget) -> tuple[EarlierValue, ...]:
    """One of each kind of earlier concern that a child of this age can have.

    `partly_known` is the space of partly known cases, without earlier concerns. An earlier concern is judged at
    its lowest, at the child's age on the assessment date, and its answers may be incomplete. Raises BudgetSpent.
    """
    filters = [wanted for side in partly_known.sides for wanted in side.compiled.earlier]
    if not filters:
        return ()
    days = _days((wanted.within for wanted in filters), world.on)
    kinds = list(_kinds(partly_known, world, budget))
    return tuple(EarlierValue(day, world.on, levels, answers) for day, (levels, answers) in product(days, kinds))


def _kinds(space: ChildSpace, world: AgeWorld, budget: Budget) -> Iterable[tuple[tuple[int, ...], dict[str, str]]]:
    """The combinations of levels that one earlier concern can have under the documents."""
    bands = [_bands(side) for side in space.sides]
    for combination in product(*bands):
        goals: list[Monotone] = []
        blockers: list[Monotone] = []
        for side, (least, beyond) in zip(space.sides, combination, strict=True):
            goals += [side.reaches(least)]
            blockers += side.level_conditions(beyond)
        goals = [*_what_differs(space, combination), *goals]
        found = find(space.space, space.start(world), goals, blockers, budget)
        if found is not None:
            plainest = space.plainest(world, _shorter(space, world, found, goals, blockers), blockers)
            yield tuple(least for least, _ in combination), space.answers(world, plainest, complete=True)


def _shorter(
    space: ChildSpace, world: AgeWorld, found: Found, goals: Sequence[Monotone], blockers: Sequence[Monotone]
) -> Found:
    """The case without answers that it can do without. To look for the very smallest would take too long here."""
    for variable in tuple(found):
        left = {other: choice for other, choice in found.items() if other != variable}
        state = state_of(space.space, space.start(world), left)
        if all(goal.holds(state) for goal in goals) and not any(blocker.holds(state) for blocker in blockers):
            found = left
    return found


def _what_differs(space: ChildSpace, combination: Sequence[tuple[int, int]]) -> Iterable[Monotone]:
    """Where two documents put the same concern at different levels, some condition of one alone has to hold."""
    if len(combination) != 2:
        return
    (least, below), (other_least, other_below) = combination
    for one, own, other, beyond in ((0, least, 1, other_below), (1, other_least, 0, below)):
        yield from space.alignment.apart(one, own, other, beyond)


def _bands(side: Side) -> list[tuple[int, int]]:
    """From which level, and below which, conditions on earlier concerns see no difference."""
    document = side.compiled
    floors = {floor_of(document, wanted) for wanted in document.earlier}
    cuts = sorted({document.base, *(floor for floor in floors if floor > document.base)})
    return list(zip(cuts, [*cuts[1:], len(document.placed_from)], strict=True))


def floor_of(document: CompiledDocument, wanted: EarlierConcernFilter) -> int:
    """The level from which a condition on earlier concerns counts one."""
    return 0 if wanted.at_or_above is None else document.source.level_order[wanted.at_or_above]


def _days(periods: Iterable[Duration | None], on: date) -> list[date]:
    """For each period the earliest day that still counts; and one before all of them."""
    first = {_first_that_counts(period, on) for period in periods if period is not None}
    return [*sorted(first, reverse=True), min(first, default=on) - timedelta(days=1)]


def _first_that_counts(period: Duration, on: date) -> date:
    days = range((on - _LONG_AGO).toordinal(), on.toordinal() + 1)
    return date.fromordinal(days[bisect_left(days, True, key=lambda day: _counts(day, period, on))])


def _counts(day: int, period: Duration, on: date) -> bool:
    return is_recent(date.fromordinal(day), period, on)
