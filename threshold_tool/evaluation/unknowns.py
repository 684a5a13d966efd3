"""Which unknowns could change a child's level, and how far each could take it.

An unknown matters when two completions that differ in it alone have different levels. Because levels
only rise with concern, it is enough to compare its most with its least concerning answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.documents.fields import AGE
from threshold_tool.evaluation.monotone import Count
from threshold_tool.evaluation.search import Budget, BudgetSpent, Grower, state_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.evaluation.compiled import CompiledQuestion
    from threshold_tool.evaluation.monotone import Monotone
    from threshold_tool.evaluation.possibilities import Possibilities, World
    from threshold_tool.evaluation.search import Chosen


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something not known that could change the level: a question, or `age`.

    `could_reach` is the highest level among the completions that it decides. Where `decided` is False the
    search was stopped: `could_reach` is then an upper bound, and the unknown may not matter.
    """

    question: str
    could_reach: int
    decided: bool = True


def unknowns_that_matter(possible: Possibilities, budget: Budget) -> tuple[Unknown, ...]:
    """Exactly the unknowns that could change the level, those that could take it furthest first."""
    lowest, highest = possible.lowest, possible.highest
    if lowest == highest:
        return ()
    found = [_question_matters(possible, question, budget) for question in possible.unknown]
    found.append(_age_matters(possible, budget))
    kept = [unknown for unknown in found if unknown is not None]
    return tuple(sorted(kept, key=lambda unknown: -unknown.could_reach))


def _question_matters(possible: Possibilities, question_id: str, budget: Budget) -> Unknown | None:
    question = possible.compiled.questions[question_id]
    for level in range(possible.highest, possible.lowest, -1):
        budget.begin()
        try:
            if any(_decides(possible, world, question, level, budget) for world in possible.worlds):
                return Unknown(question_id, level)
        except BudgetSpent:
            return Unknown(question_id, level, decided=False)
    return None


def _decides(possible: Possibilities, world: World, question: CompiledQuestion, level: int, budget: Budget) -> bool:
    """Whether some completion of this world is at `level` or above, and below it with this answer at its least."""
    compiled = possible.compiled
    worst = question.from_grade(question.top)
    if not world.high & worst or compiled.reaches(world.low, level) or not compiled.reaches(world.high, level):
        return False

    def spoiled(chosen: Chosen) -> bool:
        rest = {q: grade for q, grade in chosen.items() if q != question.id}
        return compiled.reaches(state_with(possible, world, rest), level)

    grower = Grower(possible, world, budget, spoiled)
    touched = compiled.touched_by[question.id]
    return any(
        goal.literals & touched and grower.grow((Count(1, worst), goal), {}) is not None
        for goal in _goals(possible, world, level, touched)
    )


def _goals(possible: Possibilities, world: World, level: int, touched: int) -> Iterator[Monotone]:
    """What could bring a child to a level in this world: some placement, or one of the rules."""
    compiled = possible.compiled
    placed = 0
    for at in range(level, len(compiled.placed_at)):
        placed |= compiled.placed_at[at] & touched & world.high
    if placed:
        yield Count(1, placed)
    for at in range(level, len(compiled.rules_at)):
        for when in compiled.rules_at[at]:
            if when.holds(world.high) and not when.holds(world.low):
                yield when


def _age_matters(possible: Possibilities, budget: Budget) -> Unknown | None:
    for level in range(possible.highest, possible.lowest, -1):
        budget.begin()
        try:
            if any(
                _age_decides(possible, world, other, level, budget)
                for world in possible.worlds
                for other in possible.worlds
                if other is not world
            ):
                return Unknown(AGE, level)
        except BudgetSpent:
            return Unknown(AGE, level, decided=False)
    return None


def _age_decides(possible: Possibilities, world: World, other: World, level: int, budget: Budget) -> bool:
    """Whether some answers put the child at `level` or above at one age and below it at the other."""
    compiled = possible.compiled
    if compiled.reaches(other.low, level) or not compiled.reaches(world.high, level):
        return False
    if compiled.reaches(world.low, level):
        return True

    def spoiled(chosen: Chosen) -> bool:
        return compiled.reaches(state_with(possible, other, chosen), level)

    grower = Grower(possible, world, budget, spoiled)
    every_literal = world.high
    return any(grower.grow((goal,), {}) is not None for goal in _goals(possible, world, level, every_literal))
