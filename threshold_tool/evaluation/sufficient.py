"""The smallest reasons: minimal sets of given answers each of which alone guarantees the lowest level."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from threshold_tool.evaluation.monotone import Count, Every, Monotone, Some, Spread
from threshold_tool.evaluation.possibilities import complete
from threshold_tool.evaluation.search import Budget, BudgetSpent, useful

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from threshold_tool.evaluation.possibilities import Possibilities, World

MOST_SETS = 100


@dataclass(frozen=True, slots=True)
class SufficientSets:
    """Sets of questions, fewest first. Not `complete` where there are more, or the search was stopped."""

    sets: tuple[tuple[str, ...], ...]
    complete: bool


def sufficient_sets(possible: Possibilities, budget: Budget) -> SufficientSets:
    """The inclusion-minimal sets of given concern answers that guarantee `lowest` with the rest unknown.

    Age, earlier concerns and strengths stay as they are; which questions are set aside is decided anew for
    each set.
    """
    target = possible.lowest
    if target == possible.compiled.base:
        return SufficientSets(((),), complete=True)
    search = _Search(possible, target, budget)
    budget.begin()
    try:
        search.run()
    except (BudgetSpent, RecursionError):
        search.stopped = True
    order = {question: turn for turn, question in enumerate(possible.compiled.questions)}
    sets = sorted(
        (tuple(sorted(chosen, key=order.__getitem__)) for chosen in search.found),
        key=lambda chosen: (len(chosen), [order[question] for question in chosen]),
    )
    return SufficientSets(tuple(sets[:MOST_SETS]), complete=not search.stopped and len(sets) <= MOST_SETS)


@dataclass
class _Search:
    """Enumerates sets by size. All that is chosen must make the level certain at every possible age."""

    possible: Possibilities
    target: int
    budget: Budget
    found: list[frozenset[str]] = field(default_factory=list)
    stopped: bool = False
    _unsupported: list[frozenset[str]] = field(default_factory=list)
    _size: int = 0
    _cut_short: bool = False
    _literals: dict[str, int] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)
    _clauses: list[list[Monotone]] = field(default_factory=list)

    def __post_init__(self) -> None:
        compiled = self.possible.compiled
        worlds = self.possible.worlds
        self._starts = [self._with_nothing_given(world) for world in worlds]
        for question, grade in self.possible.given.items():
            literals = compiled.questions[question].masks[grade]
            if any(literals & ~start for start in self._starts):
                self._literals[question] = literals
        self._clauses = [self._clauses_at(world.low) for world in worlds]

    def _with_nothing_given(self, world: World) -> int:
        """What holds without any answer: each question is at its least."""
        state = world.low
        for question_id in self.possible.given:
            question = self.possible.compiled.questions[question_id]
            state = state & ~question.mask | question.masks[0]
        return state

    def run(self) -> None:
        """Fills `found`. Raises BudgetSpent."""
        for size in range(len(self._literals) + 1):
            self._size, self._cut_short = size, False
            for _ in self._extend(0, (), frozenset(), 0, frozenset()):
                if len(self.found) > MOST_SETS:
                    return
            if not self._cut_short:
                break
        for chosen in self._unsupported:
            self._support(chosen)

    def _clauses_at(self, state: int) -> list[Monotone]:
        compiled = self.possible.compiled
        placed = compiled.placed_from[self.target] & state
        rules = [when for when in compiled.rules_from[self.target] if when.holds(state)]
        return [*([Count(1, placed)] if placed else []), *rules]

    def _extend(
        self,
        world: int,
        goals: tuple[Monotone, ...],
        chosen: frozenset[str],
        literals: int,
        banned: frozenset[str],
    ) -> Iterator[None]:
        """Goes through the sets that hold `chosen` and meet the goals in this world and all later worlds."""
        self.budget.take()
        if len(chosen) > self._size:
            self._cut_short = True
            return
        if any(smaller <= chosen for smaller in (*self.found, *self._unsupported)):
            return
        while world < len(self._starts) and self._certain(world, literals):
            world, goals = world + 1, ()
        if world == len(self._starts):
            self._keep(chosen)
            yield
            return
        if not goals:
            for clause in self._clauses[world]:
                yield from self._extend(world, (clause,), chosen, literals, banned)
            return
        yield from self._towards(world, goals, chosen, literals, banned)

    def _towards(
        self,
        world: int,
        goals: tuple[Monotone, ...],
        chosen: frozenset[str],
        literals: int,
        banned: frozenset[str],
    ) -> Iterator[None]:
        state = self._starts[world] | literals
        open_goals = tuple(goal for goal in goals if not goal.holds(state))
        goal, rest = open_goals[0], open_goals[1:]
        if isinstance(goal, Every):
            yield from self._extend(world, (*goal.parts, *rest), chosen, literals, banned)
        elif isinstance(goal, Some):
            missing = [part for part in goal.parts if not part.holds(state)]
            for parts in combinations(missing, goal.n - (len(goal.parts) - len(missing))):
                yield from self._extend(world, (*parts, *rest), chosen, literals, banned)
        else:
            yield from self._pick(goal, world, open_goals, chosen, literals, banned)

    def _pick(
        self,
        goal: Count | Spread,
        world: int,
        goals: tuple[Monotone, ...],
        chosen: frozenset[str],
        literals: int,
        banned: frozenset[str],
    ) -> Iterator[None]:
        state = self._starts[world] | literals
        wanted = useful(goal, state) & ~state
        helpful = [q for q, own in self._literals.items() if own & wanted and q not in chosen and q not in banned]
        offered = 0
        for question in helpful:
            offered |= self._literals[question]
        if not goal.holds(state | offered):
            return
        if len(chosen) + self._fewest(goal, state, helpful) > self._size:
            self._cut_short = True
            return
        for question in helpful:
            more = literals | self._literals[question]
            yield from self._extend(world, goals, chosen | {question}, more, banned)
            banned |= {question}

    def _fewest(self, goal: Count | Spread, state: int, helpful: Iterable[str]) -> int:
        """A lower bound on how many more answers the goal takes."""
        if isinstance(goal, Count):
            missing = goal.n - (state & goal.mask).bit_count()
            gains = sorted(((self._literals[q] & goal.mask & ~state).bit_count() for q in helpful), reverse=True)
        else:
            unmet = [mask for mask in goal.masks if not mask & state]
            missing = goal.n - (len(goal.masks) - len(unmet))
            gains = sorted((sum(1 for mask in unmet if mask & self._literals[q]) for q in helpful), reverse=True)
        count = 0
        while missing > 0 and count < len(gains):
            missing -= gains[count]
            count += 1
        return count

    def _certain(self, world: int, literals: int) -> bool:
        return self.possible.compiled.reaches(self._starts[world] | literals, self.target)

    def _keep(self, chosen: frozenset[str]) -> None:
        (self.found if self._guarantees(chosen) else self._unsupported).append(chosen)

    def _guarantees(self, chosen: Iterable[str]) -> bool:
        """Whether these answers alone give the level, with set-aside questions decided anew."""
        given = self.possible.given
        grades = {question: given[question] for question in chosen}
        facts = [world.facts for world in self.possible.worlds]
        return complete(self.possible.compiled, grades, facts).lowest >= self.target

    def _support(self, chosen: frozenset[str]) -> None:
        """Adds answers that keep a chosen one from being set aside; this takes an age that is not known."""
        others = [question for question in self.possible.given if question not in chosen]
        for count in range(1, len(others) + 1):
            for extra in combinations(others, count):
                self.budget.take()
                larger = chosen | set(extra)
                if not any(smaller <= larger for smaller in self.found) and self._guarantees(larger):
                    self.found.append(larger)
