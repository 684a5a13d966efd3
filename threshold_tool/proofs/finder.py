"""The smallest case that shows something about a document or two, over every age and earlier concern."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from threshold_tool.evaluation.monotone import Count, union_of
from threshold_tool.evaluation.search import Budget, BudgetSpent
from threshold_tool.proofs.child_space import STRENGTH, child_space
from threshold_tool.proofs.earlier import earlier_values
from threshold_tool.proofs.search import find, find_smallest, settle, size, state_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.evaluation.monotone import Monotone
    from threshold_tool.proofs.ages import AgeWorld
    from threshold_tool.proofs.child_space import ChildSpace, LeastOnly
    from threshold_tool.proofs.earlier import EarlierValue
    from threshold_tool.proofs.search import Found, Goals

STEPS = 20_000
"""How many steps each search may take, unless the person sets another number."""


_BRIEF_LOOKS = (8, 60)
"""How many steps a first and a second look take before a search is carried to its end."""
_MOST_APART = 6


@dataclass(frozen=True)
class Sought:
    """What a case should show: every goal holds and no blocker does."""

    goals: tuple[Monotone, ...]
    blockers: tuple[Monotone, ...]


@dataclass(frozen=True)
class Where:
    """Cases in which some questions have their least answers, or are not asked, and some others do not."""

    least: tuple[LeastOnly, ...]
    moved: tuple[LeastOnly, ...]

    @property
    def goals(self) -> tuple[Monotone, ...]:
        """What has to hold in these cases."""
        return tuple(Count(1, one.moved) for one in self.moved)

    @property
    def blockers(self) -> tuple[Monotone, ...]:
        """What does not."""
        return tuple(Count(1, one.moved) for one in self.least)

    def of(self, space: ChildSpace) -> ChildSpace:
        """A space with what the least answers call for."""
        return space.with_least(self.least)


@dataclass(frozen=True)
class Shown:
    """A case that shows something: the child's age, and what is said beyond the least of everything."""

    space: ChildSpace
    world: AgeWorld
    found: Found

    @property
    def state(self) -> int:
        """The literals of the case."""
        return state_of(self.space.space, self.space.start(self.world), self.found)

    @property
    def least_state(self) -> int:
        """The same with every strength at its fullest."""
        found = {variable: choice for variable, choice in self.found.items() if variable[0] != STRENGTH}
        return state_of(self.space.space, self.space.start(self.world), found)


class Finder:
    """Looks for cases in one space, and adds earlier concerns where nothing is found without them.

    `steps` bounds each search.
    """

    def __init__(self, space: ChildSpace, steps: int = STEPS) -> None:
        self.space = space
        self.steps = steps
        self._partly_known: ChildSpace | None = None
        self._most: dict[AgeWorld, int] = {}
        self._values: dict[AgeWorld, tuple[EarlierValue, ...]] = {}
        self._with_earlier: dict[tuple[tuple[date, tuple[int, ...]], ...], ChildSpace] = {}

    def smallest(self, goals: Iterable[Monotone], blockers: Iterable[Monotone]) -> Shown | None:
        """The smallest case in which every goal holds and no blocker does, or None where there is none.

        A case without earlier concerns comes before any with such: it is plainer to read. Raises BudgetSpent when
        neither is decided within the steps allowed.
        """
        return self._find(tuple(goals), tuple(blockers), smallest=True)

    def any(self, goals: Iterable[Monotone], blockers: Iterable[Monotone]) -> Shown | None:
        """The same for any case, be it the smallest or not."""
        return self._find(tuple(goals), tuple(blockers), smallest=False)

    def first(self, sought: Sequence[Sought]) -> Shown | None:
        """A case that meets one of several things sought, or None where there is none for any of them.

        Each is looked for briefly before any is looked for to the end. Raises BudgetSpent when nothing was found
        and something was not decided.
        """
        shown = next((found for steps in _BRIEF_LOOKS if (found := self.soon(sought, steps))), None)
        undecided = False
        for one in sought if shown is None else ():
            try:
                shown = self.any(one.goals, one.blockers)
            except BudgetSpent:
                undecided = True
            if shown is not None:
                break
        if shown is None and undecided:
            raise BudgetSpent
        return shown

    def soon(self, sought: Sequence[Sought], steps: int = _BRIEF_LOOKS[0]) -> Shown | None:
        """A case, without earlier concerns, that a brief look finds for one of several things sought.

        None says nothing.
        """
        brief = min(steps, self.steps)
        split = [(own, self._apart(own.goals, own.blockers)) for own in sought]
        for world in self.space.worlds:
            for one, apart in split:
                if not self._may_hold(world, one.goals):
                    continue
                for where in apart:
                    space, start = where.of(self.space), self.space.start(world)
                    goals, blockers = (*one.goals, *where.goals), (*one.blockers, *where.blockers)
                    with suppress(BudgetSpent):
                        found = find(space.space, start, goals, blockers, Budget(brief, brief))
                        if found is not None:
                            return Shown(space, world, found)
        return None

    def _apart(self, goals: Goals, blockers: Goals) -> tuple[Where, ...]:
        """The cases to look at apart, since what a least answer calls for is among what is sought.

        Raises BudgetSpent where they are too many.
        """
        read = union_of(one.literals for one in (*goals, *blockers))
        concerned = [one for one in self.space.least_only if one.literals & read]
        if len(concerned) > _MOST_APART:
            raise BudgetSpent
        return tuple(
            Where(
                tuple(one for one, is_least in zip(concerned, least, strict=True) if is_least),
                tuple(one for one, is_least in zip(concerned, least, strict=True) if not is_least),
            )
            for least in product((True, False), repeat=len(concerned))
        )

    def _find(self, goals: Goals, blockers: Goals, *, smallest: bool) -> Shown | None:
        best: Shown | None = None
        undecided = False
        for where in self._apart(goals, blockers):
            best, was_spent = self._find_where(where, goals, blockers, best, smallest=smallest)
            undecided |= was_spent
            if best is not None and (size(best.found) == 0 or not smallest):
                break
        if best is None and undecided:
            raise BudgetSpent
        return best

    def _find_where(
        self, where: Where, goals: Goals, blockers: Goals, best: Shown | None, *, smallest: bool
    ) -> tuple[Shown | None, bool]:
        """The best case, of one that is known and those of one kind, and whether the steps ran out."""
        undecided = False
        goals, blockers = (*goals, *where.goals), (*blockers, *where.blockers)
        for places in (self._plain(goals), self._with_earlier_concerns(goals)):
            for world, plain in places:
                space, budget = where.of(plain), self.budget()
                start = space.start(world)
                try:
                    if smallest:
                        below = None if best is None else size(best.found)
                        found = find_smallest(space.space, start, goals, blockers, budget, below)
                    else:
                        found = find(space.space, start, goals, blockers, budget)
                except BudgetSpent:
                    undecided = True
                    continue
                if found is not None:
                    best = Shown(space, world, space.plainest(world, found, blockers))
                    if size(found) == 0 or not smallest:
                        return best, undecided
            if best is not None and not best.space.earlier:
                break
        return best, undecided

    def budget(self) -> Budget:
        """The steps of one search."""
        return Budget(total=2 * self.steps, each=self.steps)

    def _plain(self, goals: Goals) -> Iterator[tuple[AgeWorld, ChildSpace]]:
        """Each age without earlier concerns."""
        return ((world, self.space) for world in self.space.worlds if self._may_hold(world, goals))

    def _with_earlier_concerns(self, goals: Goals) -> Iterator[tuple[AgeWorld, ChildSpace]]:
        """Each age with them, where the goals speak of such."""
        if any(goal.literals & self.space.earlier_literals for goal in goals):
            for world in self.space.worlds:
                if self._may_hold(world, goals, self.space.earlier_literals):
                    yield world, self._earlier_at(world)

    def _may_hold(self, world: AgeWorld, goals: Iterable[Monotone], besides: int = 0) -> bool:
        """Whether goals hold where everything is at its most, at an age; without earlier concerns but for `besides`."""
        most = self._most.get(world)
        if most is None:
            parts = [part for choice in self.space.space.choices for part in choice.parts]
            parts += [part for one in self.space.least_only for part in one.parts]
            most, _ = settle(self.space.start(world), (*parts, *self.space.space.automatic))
            self._most[world] = most
        return all(goal.holds(most | besides) for goal in goals)

    def _earlier_at(self, world: AgeWorld) -> ChildSpace:
        values = self.earlier_values(world)
        key = tuple((value.on, value.levels) for value in values)
        if key not in self._with_earlier:
            self._with_earlier[key] = self.space.with_earlier(values)
        # The kinds of earlier concern are the same at several ages, the answers behind them need not be.
        named = {str(number): value for number, value in enumerate(values)}
        found = self._with_earlier[key]
        return found if found.earlier == named else found.with_named(named)

    def earlier_values(self, world: AgeWorld) -> tuple[EarlierValue, ...]:
        """The kinds of earlier concern that a child of this age can have. Raises BudgetSpent."""
        if world not in self._values:
            if self._partly_known is None:
                documents = [side.compiled for side in self.space.sides]
                self._partly_known = child_space(documents, world.on, partly_known=True)
            self._values[world] = earlier_values(self._partly_known, world, self.budget())
        return self._values[world]


def finder_for(
    documents: Sequence[CompiledDocument], on: date, *, partly_known: bool = False, steps: int = STEPS
) -> Finder:
    """A finder over the complete, or the partly known, cases under these documents."""
    return Finder(child_space(documents, on, partly_known=partly_known), steps)
