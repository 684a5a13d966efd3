"""Search for a case in which every goal holds and no blocker does, or proof that there is none.

Goals and blockers are monotone. So a search starts from the least case, adds only choices that bring a goal
nearer, and gives a branch up as soon as a blocker holds: more choices never undo that. What a search has
tried with a choice it need not try again without it, nor with another choice that looks the same from every
condition. The search is exact; a budget bounds it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from threshold_tool.evaluation.monotone import Count, Every, Monotone, Some, Spread, bits_of, union_of
from threshold_tool.evaluation.search import BudgetSpent, useful
from threshold_tool.proofs.bounds import fewest, leaves, missing, reach_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from threshold_tool.evaluation.search import Budget
    from threshold_tool.proofs.space import Choice, Part, Space, Variable

Found = dict["Variable", "Choice"]
"""What a case says; every variable that is not listed is at its least."""

Goals = tuple[Monotone, ...]
Pending = tuple["Part", ...]

_LOOK_FOR_ALIKE_AFTER = 400
"""So many steps into a search it pays to find out which choices are alike."""


def find(
    space: Space, start: int, goals: Iterable[Monotone], blockers: Iterable[Monotone], budget: Budget
) -> Found | None:
    """Some case in which all goals hold and no blocker does, or None where there is none.

    `start` has the literals of the least case. Raises BudgetSpent when neither is decided within the budget.
    """
    budget.begin()
    return _run(_Search.prepared(space, start, tuple(goals), tuple(blockers), budget), None)


def find_smallest(
    space: Space,
    start: int,
    goals: Iterable[Monotone],
    blockers: Iterable[Monotone],
    budget: Budget,
    below: int | None = None,
) -> Found | None:
    """The same with as few choices as possible. What is found when the budget ends need not be the smallest.

    With `below`, only a case with fewer choices than that is looked for.
    """
    goals, blockers = tuple(goals), tuple(blockers)
    search = _Search.prepared(space, start, goals, blockers, budget)
    budget.begin()
    best = _run(search, None if below is None else below - 1)
    if best is None or size(best) == 0:
        return best
    budget.begin()
    try:
        for most in range(search.fewest(), size(best)):
            found = _run(search, most)
            if found is not None:
                return found
    except BudgetSpent:
        return best
    return best


def _run(search: _Search, most: int | None) -> Found | None:
    try:
        return search.run(most)
    except RecursionError:
        raise BudgetSpent from None


def size(found: Found) -> int:
    """How much a case says."""
    return sum(1 for choice in found.values() if choice.counts)


def settle(state: int, pending: Iterable[Part]) -> tuple[int, Pending]:
    """Adds what follows from a state; returns it with the parts whose gates stay closed."""
    waiting = tuple(pending)
    while True:
        closed = []
        before = state
        for part in waiting:
            if part.gate.holds(state):
                state |= part.mask
            else:
                closed.append(part)
        waiting = tuple(closed)
        if state == before or not waiting:
            return state, waiting


def state_of(space: Space, start: int, found: Found) -> int:
    """The literals of a case."""
    parts = [part for choice in found.values() for part in choice.parts]
    return settle(start, (*parts, *space.automatic))[0]


@dataclass
class _Search:
    space: Space
    start: int
    goals: Goals
    blockers: tuple[Monotone, ...]
    forbidden: int
    """Literals each of which is a blocker by itself."""
    allowed: int
    """The choices that can help, as a mask."""
    automatic: Pending
    budget: Budget
    spoiled_from_the_start: bool = False
    most: int | None = None
    steps: int = 0
    _unions: dict[int, int] = field(default_factory=dict)
    _alike: dict[int, tuple[int, ...]] | None = None

    @classmethod
    def prepared(
        cls, space: Space, start: int, goals: Goals, blockers: tuple[Monotone, ...], budget: Budget
    ) -> _Search:
        """The search with all left out that cannot matter to it."""
        state, _ = settle(start, space.automatic)
        forbidden = union_of(b.mask for b in blockers if isinstance(b, Count) and b.n == 1)
        if state & forbidden or any(b.holds(state) for b in blockers):
            return cls(space, state, goals, blockers, forbidden, 0, (), budget, spoiled_from_the_start=True)
        wanted = union_of(goal.literals for goal in goals if not goal.holds(state))
        allowed, _ = space.useful_for(wanted)
        # What follows by itself can spoil a case as well as help it.
        _, automatic = space.useful_for(wanted | union_of(blocker.literals for blocker in blockers))
        allowed &= ~union_of(space.sure_to_set(state, b.mask) for b in blockers if isinstance(b, Count) and b.n == 1)
        reach = state | union_of(c.mask for c in space.listed(allowed)) | union_of(part.mask for part in automatic)
        kept = tuple(b for b in blockers if b.holds(reach) and not (isinstance(b, Count) and b.n == 1))
        return cls(space, state, goals, kept, forbidden & reach, allowed, automatic, budget)

    @cached_property
    def order(self) -> tuple[Choice, ...]:
        """The choices that can help; what brings no blocker nearer comes first.

        It may be needed, and the rest leaves no room for it.
        """
        literals = [blocker.literals for blocker in self.blockers]

        def harm(choice: Choice) -> tuple[int, bool, int]:
            gated = any(not part.gate.holds(self.start) for part in choice.parts)
            return sum(1 for own in literals if own & choice.mask), gated, choice.number

        return tuple(sorted(self.space.listed(self.allowed), key=harm))

    def run(self, most: int | None) -> Found | None:
        """The case, with at most so many choices that count."""
        self.most = most
        if self.spoiled_from_the_start:
            return None
        return self._meet(self.goals, {}, self.start, self.automatic, self.allowed)

    def fewest(self) -> int:
        """A lower bound on how many choices the case takes."""
        leaves = [goal for goal in _flat(self.goals, self.start) if not isinstance(goal, Some)]
        return max((self._fewest(goal, {}, self.start, self.allowed) for goal in leaves), default=0)

    def _meet(self, goals: Goals, chosen: Found, state: int, pending: Pending, allowed: int) -> Found | None:
        """Goes on until every goal holds. Nothing is spoiled so far."""
        self.budget.take()
        self.steps += 1
        unmet = _flat(goals, state)
        if not unmet:
            return chosen
        reach = state | self._union(allowed) | union_of(part.mask for part in pending)
        for goal in unmet:
            if not goal.holds(reach):
                return None
        if self.most is not None and self._needs_too_much(unmet, chosen, state, allowed):
            return None
        goal, rest = unmet[0], unmet[1:]
        if isinstance(goal, Some):
            return self._meet_some(goal, rest, chosen, state, pending, allowed)
        assert not isinstance(goal, Every)  # noqa: S101 - they were taken apart
        return self._meet_leaf(goal, unmet, chosen, state, pending, allowed)

    def _meet_some(
        self, goal: Some, rest: Goals, chosen: Found, state: int, pending: Pending, allowed: int
    ) -> Found | None:
        unmet = sorted((part for part in goal.parts if not part.holds(state)), key=_at_least)
        for parts in combinations(unmet, goal.n - (len(goal.parts) - len(unmet))):
            found = self._meet((*parts, *rest), chosen, state, pending, allowed)
            if found is not None:
                return found
        return None

    def _meet_leaf(
        self, goal: Count | Spread, goals: Goals, chosen: Found, state: int, pending: Pending, allowed: int
    ) -> Found | None:
        wanted = useful(goal, state) & ~state
        candidates = self._candidates(wanted, allowed)
        reach = reach_of(goal, state, candidates, self.blockers)
        derived = any(part.mask & wanted for part in pending)
        if not (reach.enough or derived):
            return None
        if reach.forced and not derived:
            candidates = [c for c in candidates if c.variable == reach.forced[0]]
        more_than_one = missing(goal, state) > 1 and not reach.forced
        for at, choice in enumerate(candidates):
            if not allowed >> choice.number & 1:
                continue
            if at and more_than_one and not self._still_possible(goal, state, pending, allowed, wanted):
                return None
            found = self._with(choice, wanted, goals, chosen, state, pending, allowed)
            if found is not None:
                return found
            allowed &= ~self._done_with(choice, wanted, chosen, state, allowed)
        return self._derive(wanted, goals, chosen, state, pending, allowed) if derived else None

    def _needs_too_much(self, goals: Goals, chosen: Found, state: int, allowed: int) -> bool:
        """Whether one of the goals alone takes more choices than are left to make."""
        left = (self.most or 0) - size(chosen)
        return any(self._fewest(goal, chosen, state, allowed) > left for goal in goals if not isinstance(goal, Some))

    def _fewest(self, goal: Monotone, chosen: Found, state: int, allowed: int) -> int:
        """A lower bound on how many more choices a goal takes."""
        assert isinstance(goal, (Count, Spread))  # noqa: S101 - the others were taken apart
        wanted = useful(goal, state) & ~state
        if any(part.mask & wanted for part in self.automatic):
            return 0
        candidates = self._candidates(wanted, allowed)
        free = {c.variable for c in candidates if c.variable in chosen or not c.counts}
        return fewest(goal, state, candidates) - len(free)

    def _still_possible(self, goal: Count | Spread, state: int, pending: Pending, allowed: int, wanted: int) -> bool:
        """Whether what is left can meet the goal, as far as counting shows."""
        reach = state | self._union(allowed) | union_of(part.mask for part in pending)
        if not goal.holds(reach):
            return False
        if not self.blockers or any(part.mask & wanted for part in pending):
            return True
        return reach_of(goal, state, self._candidates(wanted, allowed), self.blockers).enough

    def _candidates(self, wanted: int, allowed: int) -> list[Choice]:
        """The weakest choices still allowed that set any of these literals."""
        return [
            c
            for c in self.order
            if c.mask & wanted and allowed >> c.number & 1 and self.space.brings(c, wanted, allowed)
        ]

    def _with(
        self, choice: Choice, wanted: int, goals: Goals, chosen: Found, state: int, pending: Pending, allowed: int
    ) -> Found | None:
        """Goes on with one choice made; where its literals wait for a gate, that becomes a goal as well."""
        if choice.variable in chosen and choice.number == chosen[choice.variable].number:
            new_state, closed = state, pending
        else:
            new_state, closed = settle(state, (*pending, *choice.parts))
            if self._spoiled(new_state):
                return None
            chosen = {**chosen, choice.variable: choice}
            if self.most is not None and size(chosen) > self.most:
                return None
            allowed &= ~self.space.rivals[choice.number]
        if new_state & wanted & choice.mask:
            return self._meet(goals, chosen, new_state, closed, allowed)
        for part in choice.parts:
            if part.mask & wanted:
                found = self._meet((part.gate, *goals), chosen, new_state, closed, allowed)
                if found is not None:
                    return found
        return None

    def _derive(
        self, wanted: int, goals: Goals, chosen: Found, state: int, pending: Pending, allowed: int
    ) -> Found | None:
        """Goes on by opening the gate of a literal that follows from others."""
        for part in pending:
            if part.mask & wanted and part in self.automatic:
                found = self._meet((part.gate, *goals), chosen, state, pending, allowed)
                if found is not None:
                    return found
        return None

    def _spoiled(self, state: int) -> bool:
        return bool(state & self.forbidden) or any(blocker.holds(state) for blocker in self.blockers)

    def _union(self, allowed: int) -> int:
        found = self._unions.get(allowed)
        if found is None:
            found = self._unions[allowed] = union_of(c.mask for c in self.space.listed(allowed))
        return found

    def _done_with(self, choice: Choice, wanted: int, chosen: Found, state: int, allowed: int) -> int:
        """What leads nowhere at all, as a mask, once a choice has led nowhere here.

        One that was made before may still serve another goal. Where its gate cannot be opened, nothing is lost
        with choices that wait for that gate alone; others may still set what waits for another gate.
        """
        if choice.variable in chosen and chosen[choice.variable].number == choice.number:
            return 0
        if all(part.gate.holds(state) for part in choice.parts if part.mask & wanted):
            return self._worse_or_alike(choice, chosen, allowed)
        return self._worse_or_alike(choice, chosen, allowed) & self._with_one_gate if len(choice.parts) == 1 else 0

    @cached_property
    def _with_one_gate(self) -> int:
        return sum(1 << choice.number for choice in self.order if len(choice.parts) == 1)

    # Choices that look the same from every condition

    def _worse_or_alike(self, choice: Choice, chosen: Found, allowed: int) -> int:
        """What need not be tried any more once a choice has led nowhere."""
        done = self.space.stronger[choice.number]
        if self.steps < _LOOK_FOR_ALIKE_AFTER or choice.variable in chosen:
            return done
        for other in self._look_alikes().get(choice.number, ()):
            twin = self.space.choices[other]
            if twin.variable not in chosen and self._same_left(choice, twin, allowed):
                done |= self.space.stronger[other]
        return done

    def _same_left(self, choice: Choice, twin: Choice, allowed: int) -> bool:
        """Whether of both variables the corresponding choices are left."""
        mine, theirs = self._of_variable(choice), self._of_variable(twin)
        return [allowed >> n & 1 for n in mine] == [allowed >> n & 1 for n in theirs]

    def _of_variable(self, choice: Choice) -> list[int]:
        every = self.space.stronger[choice.number] | self.space.rivals[choice.number]
        return [bit.bit_length() - 1 for bit in bits_of(every)]

    def _look_alikes(self) -> dict[int, tuple[int, ...]]:
        """For each choice those of other variables that no condition of this search tells from it."""
        if self._alike is None:
            conditions: list[Monotone] = [*self.goals, *self.blockers]
            gates = {part.gate for choice in self.order for part in choice.parts}
            conditions += [*gates, *(part.gate for part in self.automatic)]
            read_by: dict[int, list[int]] = {}
            masks = [self.forbidden, *(mask for condition in conditions for mask in leaves(condition))]
            for at, mask in enumerate(masks):
                for literal in bits_of(mask):
                    read_by.setdefault(literal, []).append(at)
            groups: dict[object, list[int]] = {}
            seen: set[Variable] = set()
            for choice in self.order:
                if choice.variable not in seen:
                    seen.add(choice.variable)
                    groups.setdefault(self._looks(choice, read_by), []).append(choice.number)
            self._alike = dict(self._pairs(groups.values()))
        return self._alike

    def _looks(self, choice: Choice, read_by: Mapping[int, Sequence[int]]) -> object:
        """How every condition sees a variable: how many of its literals each of them reads."""
        seen = []
        for number in self._of_variable(choice):
            own = self.space.choices[number]
            parts = tuple(
                (
                    part.gate,
                    tuple(sorted(Counter(at for bit in bits_of(part.mask) for at in read_by.get(bit, ())).items())),
                )
                for part in own.parts
            )
            seen.append((bool(self.allowed >> number & 1), own.counts, parts))
        return tuple(seen)

    def _pairs(self, groups: Iterable[list[int]]) -> Iterator[tuple[int, tuple[int, ...]]]:
        for group in groups:
            if len(group) < 2:
                continue
            columns = [self._of_variable(self.space.choices[number]) for number in group]
            for column in zip(*columns, strict=True):
                for at, number in enumerate(column):
                    yield number, column[:at] + column[at + 1 :]


def _readers(literals: int, read_by: Mapping[int, Sequence[int]]) -> tuple[tuple[int, int], ...]:
    """Which conditions read any of these literals, and how many."""
    return tuple(sorted(Counter(at for bit in bits_of(literals) for at in read_by.get(bit, ())).items()))


def _flat(goals: Goals, state: int) -> Goals:
    """The goals that do not hold yet, with each `all` taken apart."""
    unmet: list[Monotone] = []
    for goal in goals:
        if goal.holds(state):
            continue
        if isinstance(goal, Every):
            unmet.extend(_flat(tuple(sorted(goal.parts, key=_turn)), state))
        else:
            unmet.append(goal)
    return tuple(unmet)


def _turn(goal: Monotone) -> int:
    """Which goal to meet first: what is needed alone, then what leaves more ways."""
    if isinstance(goal, Count):
        return 0 if goal.n == 1 and goal.mask.bit_count() == 1 else 1 + goal.mask.bit_count()
    if isinstance(goal, Spread):
        return 2 + len(goal.masks)
    return 1_000 if isinstance(goal, Some) else 0


def _at_least(goal: Monotone) -> int:
    """A measure of how many literals a goal takes."""
    if isinstance(goal, Count | Spread):
        return goal.n
    ways = sorted(map(_at_least, goal.parts))
    return sum(ways if isinstance(goal, Every) else ways[: goal.n])
