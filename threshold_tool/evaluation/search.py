"""Search for a completion in which one thing holds while another stays false.

Both are monotone, so it is enough to grow a state from the least one, adding only what the first thing
needs, and to give up a branch as soon as the second holds. The search is exact; a budget bounds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from threshold_tool.evaluation.monotone import Count, Every, Monotone, Some, Spread, bits_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.evaluation.possibilities import Possibilities, World


class BudgetSpent(Exception):
    """The search was stopped before it had an answer: nothing is decided either way."""


@dataclass
class Budget:
    """How many steps may be taken: in all, and in the search under way."""

    total: int
    each: int
    left: int = 0

    def begin(self) -> None:
        """Start a new search with its own share."""
        self.left = min(self.each, self.total)

    def take(self) -> None:
        """Count one step. Raises BudgetSpent when the share is used up."""
        if self.left <= 0:
            raise BudgetSpent
        self.left -= 1
        self.total -= 1


Chosen = dict[str, int]
"""The grades tried for unknown questions; every other unknown question is at its least."""


def state_with(possible: Possibilities, world: World, chosen: Mapping[str, int]) -> int:
    """The state of a world when the unknown questions have these grades; one that is not asked stays least."""
    compiled = possible.compiled
    state = world.low
    for question_id in sorted(chosen, key=compiled.turn.__getitem__) if len(chosen) > 1 else chosen:
        gate = compiled.gates.get(question_id)
        if gate is None or gate.holds(state):
            state |= compiled.questions[question_id].masks[chosen[question_id]]
    return state


@dataclass
class Grower:
    """Grows states of one world by raising unknown answers.

    `spoiled` judges what has been chosen: True when the completion can no longer be what is looked for. It
    has to stay true however much more is chosen. Literals in `hopeless` would spoil any choice by themselves.
    """

    possible: Possibilities
    world: World
    budget: Budget
    spoiled: Callable[[Chosen], bool]
    hopeless: int = 0

    def grow(self, goals: tuple[Monotone, ...], chosen: Chosen, banned: int = 0) -> Chosen | None:
        """Answers to unknown questions with which every goal holds and nothing is spoiled, or None.

        Literals in `banned` are not added: another branch has already tried everything with them.
        Raises BudgetSpent.
        """
        self.budget.take()
        if self.spoiled(chosen):
            return None
        return self._towards(goals, chosen, state_with(self.possible, self.world, chosen), banned)

    def _towards(self, goals: tuple[Monotone, ...], chosen: Chosen, state: int, banned: int) -> Chosen | None:
        """The same when nothing is spoiled so far; `state` is that of `chosen`."""
        open_goals = tuple([goal for goal in goals if not goal.holds(state)])
        if not open_goals:
            return chosen
        most = state | self.world.high & ~(banned | self.hopeless)
        for goal in open_goals:
            if not goal.holds(most):
                return None
        goal, rest = open_goals[0], open_goals[1:]
        if isinstance(goal, Every):
            return self._towards((*sorted(goal.parts, key=_turn), *rest), chosen, state, banned)
        if isinstance(goal, Some):
            return self._grow_some(goal, rest, chosen, state, banned)
        return self._grow_literals(goal, open_goals, chosen, state, banned)

    def _grow_some(
        self, goal: Some, rest: tuple[Monotone, ...], chosen: Chosen, state: int, banned: int
    ) -> Chosen | None:
        missing = [part for part in goal.parts if not part.holds(state)]
        for parts in combinations(missing, goal.n - (len(goal.parts) - len(missing))):
            self.budget.take()
            found = self._towards((*parts, *rest), chosen, state, banned)
            if found is not None:
                return found
        return None

    def _grow_literals(
        self, goal: Count | Spread, goals: tuple[Monotone, ...], chosen: Chosen, state: int, banned: int
    ) -> Chosen | None:
        candidates = useful(goal, state) & self.world.high & ~(state | banned | self.hopeless)
        first = self._mildest(candidates)
        found = self._with(first, goals, chosen, state, banned)
        if found is not None:
            return found
        banned |= this_or_worse(self.possible.compiled, first)
        others = self._bearable(candidates & ~banned, chosen)
        while goal.holds(state | others):
            literal = self._mildest(others)
            found = self._with(literal, goals, chosen, state, banned)
            if found is not None:
                return found
            banned |= this_or_worse(self.possible.compiled, literal)
            others &= ~banned
        return None

    def _mildest(self, literals: int) -> int:
        """The one that is least likely to bring a level about by itself."""
        for mild in self.possible.compiled.mildest_first:
            if literals & mild:
                return literals & mild & -(literals & mild)
        return literals & -literals

    def _bearable(self, literals: int, chosen: Chosen) -> int:
        """Those that do not spoil what has been chosen at once. Too few of them left end a branch early."""
        kept = 0
        for literal in bits_of(literals):
            self.budget.take()
            question = self.possible.compiled.owner_of(literal)
            if not self.spoiled({**chosen, question.id: question.grade_of(literal)}):
                kept |= literal
        return kept

    def _with(
        self, literal: int, goals: tuple[Monotone, ...], chosen: Chosen, state: int, banned: int
    ) -> Chosen | None:
        """Goes on with one unknown answer raised to this literal; first its own `ask_when` has to hold."""
        question = self.possible.compiled.owner_of(literal)
        gate = self.possible.compiled.gates.get(question.id)
        if gate is not None and not gate.holds(state):
            return self._towards((gate, Count(1, literal), *goals), chosen, state, banned)
        raised = {**chosen, question.id: question.grade_of(literal)}
        return self.grow(goals, raised, banned)


def this_or_worse(compiled: CompiledDocument, literal: int) -> int:
    """An answer's literal, and those of the more concerning answers to the same question."""
    return compiled.owner_of(literal).mask & ~(literal - 1)


def _turn(goal: Monotone) -> int:
    """Which part of a condition to meet first: what meets a Spread often meets a Count too, seldom the reverse."""
    if isinstance(goal, Every):
        return 0
    if isinstance(goal, Count):
        return 1 if goal.n == 1 else 3
    return 2 if isinstance(goal, Spread) else 4


def useful(goal: Count | Spread, state: int) -> int:
    """The literals that could bring a goal nearer."""
    if isinstance(goal, Count):
        return goal.mask
    union = 0
    for mask in goal.masks:
        if not mask & state:
            union |= mask
    return union
