"""Whether two documents, or two cases of a pair, differ for any child whose answers are all known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.proofs.finder import Finder, Sought
from threshold_tool.proofs.sides import IMMEDIATE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.proofs.finder import Shown


def any_difference(finder: Finder) -> Shown | None:
    """A case in which the two sides of a space differ in level, actions or urgency. Raises BudgetSpent."""
    return _more(finder, 0, 1) or _more(finder, 1, 0)


def _more(finder: Finder, one: int, other: int) -> Shown | None:
    """A case with more on one side than on the other. Raises BudgetSpent."""
    return finder.first([*_higher(finder, one, other), *_more_acts(finder, one, other)])


def _higher(finder: Finder, one: int, other: int) -> Iterator[Sought]:
    """The ways in which a level can be higher on one side: by a condition that it has alone."""
    side, against = finder.space.sides[one], finder.space.sides[other]
    for level in range(len(side.compiled.placed_from) - 1, side.compiled.base, -1):
        blockers = against.level_conditions(level)
        for own in finder.space.alignment.only_here(side.level_conditions(level), blockers):
            yield Sought((own,), blockers)


def _more_acts(finder: Finder, one: int, other: int) -> Iterator[Sought]:
    """The ways in which one side can call for an action, at a level that does not bring it with it."""
    side, against = finder.space.sides[one], finder.space.sides[other]
    levels = side.compiled.source.document.levels
    for act in side.all_acts():
        blockers = against.act_conditions(act)
        for own in finder.space.alignment.only_here(side.act_conditions(act), blockers):
            for at in range(side.compiled.base, len(levels)):
                if act == IMMEDIATE or act not in levels[at].actions:
                    yield Sought((own, side.reaches(at)), (*blockers, *side.level_conditions(at + 1)))
