"""Which unknowns could change a child's level, and how far each could take it.

An unknown matters when two completions that differ in it alone have different levels. Because levels
only rise with concern, it is enough to compare its most with its least concerning answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from threshold_tool.documents.fields import AGE
from threshold_tool.evaluation.monotone import Count, bits_of, one_short
from threshold_tool.evaluation.search import Budget, BudgetSpent, Grower, state_with, this_or_worse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    if possible.lowest == possible.highest:
        return ()
    open_levels = range(possible.highest, possible.lowest, -1)
    gates = _by_gate(possible)
    gaps = [[gap for world in possible.worlds if (gap := _gap(possible, world, at, gates))] for at in open_levels]
    questions = [possible.compiled.questions[question] for question in possible.unknown]
    # Those asked last come first: what shows that one of them matters shows it of those that lead to it as well.
    found = [_question_matters(question, gaps, budget) for question in reversed(questions)]
    found.reverse()
    found.append(_age_matters(possible, gaps, budget))
    kept = [unknown for unknown in found if unknown is not None]
    return tuple(sorted(kept, key=lambda unknown: -unknown.could_reach))


@dataclass(frozen=True)
class _Gap:
    """A possible age at which a level is neither certain nor out of reach, and what could bring it about."""

    possible: Possibilities
    world: World
    level: int
    placed: int
    rules: tuple[Monotone, ...]
    gates: tuple[tuple[Monotone, int], ...]
    known_hopeless: dict[int, int] = field(default_factory=dict)
    known_closed: dict[int, bool] = field(default_factory=dict)
    known_to_decide: set[str] = field(default_factory=set)

    def closed(self, state: int) -> bool:
        """Whether a state of this world is at the level or above. Searches ask of the same states again and again."""
        known = self.known_closed.get(state)
        if known is None:
            known = self.known_closed[state] = bool(state & self.placed) or _any_holds(self.rules, state)
        return known

    def goals(self, touched: int) -> Iterator[tuple[Monotone, ...]]:
        """What could bring the level about by way of one of the literals in `touched`."""
        if self.placed & touched:
            yield (Count(1, self.placed & touched),)
        for when, literals in self.read_by_rules:
            if literals & touched:
                yield Count(1, literals & touched), when

    @cached_property
    def read_by_rules(self) -> tuple[tuple[Monotone, int], ...]:
        """Each rule with the literals it reads of those that are possible and not certain."""
        open_literals = self.world.high & ~self.world.low
        return tuple((when, when.literals & open_literals) for when in self.rules)

    @property
    def clauses(self) -> Iterator[Monotone]:
        """All that could bring the level about."""
        if self.placed:
            yield Count(1, self.placed)
        yield from self.rules

    def hopeless(self, touched: int) -> int:
        """The literals that no completion has in which `touched` alone decides between this level and a lower.

        One whose mere presence closes the gap is there without `touched` too; and no question is asked by way
        of such literals alone.
        """
        closing = self.closing & ~touched
        if closing not in self.known_hopeless:
            self.known_hopeless[closing] = closing | self._asked_only_with(closing)
        return self.known_hopeless[closing]

    @cached_property
    def closing(self) -> int:
        """The literals each of which, added to what is certain, brings the level about."""
        # An age or an earlier concern that is not certain here is not possible here either.
        open_literals = self.world.high & ~self.world.low
        closing = self.placed
        for when in self.rules:
            closing |= one_short(when, self.world.low)
        closing &= open_literals
        for literal in bits_of(closing):
            closing |= this_or_worse(self.possible.compiled, literal)
        return closing & open_literals

    def _asked_only_with(self, literals: int) -> int:
        """The literals of questions that cannot be asked without one of these, given answers apart."""
        rest = self.world.high & ~literals
        for gate, gated in self.gates:
            if rest & gated and not gate.holds(rest):
                rest &= ~gated
        return self.world.high & ~rest


def _any_holds(rules: Iterable[Monotone], state: int) -> bool:
    for when in rules:  # noqa: SIM110 - a loop is twice as fast as any(), and most of a search is spent here
        if when.holds(state):
            return True
    return False


def _by_gate(possible: Possibilities) -> tuple[tuple[Monotone, int], ...]:
    """Each `ask_when` of an unknown question with the literals it gates, after those that it reads."""
    literals: dict[Monotone, int] = {}
    unknown = frozenset(possible.unknown)
    for question in possible.compiled.gated:
        if question.id in unknown:
            # All but the least answer, which is there when the question is not asked as well.
            above_least = question.masks[-1] & ~question.masks[0]
            literals[question.gate] = literals.get(question.gate, 0) | above_least
    return tuple(literals.items())


def _gap(possible: Possibilities, world: World, level: int, gates: tuple[tuple[Monotone, int], ...]) -> _Gap | None:
    compiled = possible.compiled
    if compiled.reaches(world.low, level) or not compiled.reaches(world.high, level):
        return None
    rules = tuple(when for when in compiled.rules_from[level] if when.holds(world.high))
    return _Gap(possible, world, level, compiled.placed_from[level] & world.high, rules, gates)


def _question_matters(question: CompiledQuestion, gaps: list[list[_Gap]], budget: Budget) -> Unknown | None:
    for at_level in gaps:
        budget.begin()
        try:
            decided = next((gap.level for gap in at_level if _decides(question, gap, budget)), None)
        except (BudgetSpent, RecursionError):
            return Unknown(question.id, at_level[0].level, decided=False)
        if decided is not None:
            return Unknown(question.id, decided)
    return None


def _decides(question: CompiledQuestion, gap: _Gap, budget: Budget) -> bool:
    """Whether some completion reaches the level, and does not with this answer at its least."""
    if question.id in gap.known_to_decide:
        return True
    possible, world = gap.possible, gap.world
    worst = question.from_grade(question.top)
    if not world.high & worst:
        return False
    gate = possible.compiled.gates.get(question.id)
    if (gate is None or gate.holds(world.low)) and gap.closed(world.low | question.mask):
        return True

    def spoiled(chosen: Chosen) -> bool:
        rest = {q: grade for q, grade in chosen.items() if q != question.id}
        return gap.closed(state_with(possible, world, rest))

    touched = possible.compiled.touched_by[question.id]
    for goal in gap.goals(touched):
        grower = Grower(possible, world, budget, spoiled, hopeless=gap.hopeless(touched))
        completion = grower.grow((Count(1, worst), *goal), {})
        if completion is not None:
            gap.known_to_decide.add(question.id)
            _note_what_decides(gap, completion)
            return True
    return False


def _note_what_decides(gap: _Gap, completion: Chosen) -> None:
    """In a completion that reaches the level, each answer decides without which it does not."""
    for question_id in completion.keys() - gap.known_to_decide:
        rest = {q: grade for q, grade in completion.items() if q != question_id}
        if not gap.closed(state_with(gap.possible, gap.world, rest)):
            gap.known_to_decide.add(question_id)


def _age_matters(possible: Possibilities, gaps: list[list[_Gap]], budget: Budget) -> Unknown | None:
    if len(possible.worlds) == 1:
        return None
    for at, level in enumerate(range(possible.highest, possible.lowest, -1)):
        budget.begin()
        try:
            if _age_decides(possible, level, gaps[at], budget):
                return Unknown(AGE, level)
        except (BudgetSpent, RecursionError):
            return Unknown(AGE, level, decided=False)
    return None


def _age_decides(possible: Possibilities, level: int, gaps: list[_Gap], budget: Budget) -> bool:
    """Whether some answers put the child at `level` or above at one age and below it at another."""
    compiled = possible.compiled
    open_worlds = [world for world in possible.worlds if not compiled.reaches(world.low, level)]
    if len(open_worlds) < len(possible.worlds):
        return True  # certain at some age, and not at one of these

    def differs(gap: _Gap, other: World) -> bool:
        def spoiled(chosen: Chosen) -> bool:
            return compiled.reaches(state_with(possible, other, chosen), level)

        grower = Grower(possible, gap.world, budget, spoiled)
        return any(grower.grow((goal,), {}) is not None for goal in gap.clauses)

    return any(differs(gap, other) for gap in gaps for other in open_worlds if other is not gap.world)
