"""Which conditions of one document stand in another as well, however each numbers its literals.

Where two editions differ in a few clauses, only those can make a difference: whatever holds by a condition
that both have, holds in both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.evaluation.monotone import ALWAYS, Count, Every, Monotone, Some, Spread, bits_of, shifted, union_of
from threshold_tool.proofs.earlier import floor_of
from threshold_tool.proofs.implication import implies
from threshold_tool.proofs.sides import IMMEDIATE, any_of

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable

    from threshold_tool.documents.conditions import EarlierConcernFilter
    from threshold_tool.proofs.child_space import ChildSpace
    from threshold_tool.proofs.sides import Side


def left_over(own: Iterable[Monotone], other: Iterable[Monotone]) -> tuple[Monotone, ...]:
    """The conditions that are not among others over the same literals.

    What a plain list of answers has in common with another's is taken out of it.
    """
    known = set(other)
    single = union_of(one.mask for one in known if isinstance(one, Count) and one.n == 1)
    left: list[Monotone] = []
    for condition in own:
        if isinstance(condition, Count) and condition.n == 1:
            if kept := condition.mask & ~single:
                left.append(Count(1, kept))
        elif condition not in known:
            left.append(condition)
    return tuple(left)


class Alignment:
    """Gives the literals of all sides of a space common numbers, equal where they mean the same."""

    def __init__(self, space: ChildSpace) -> None:
        self.space = space
        self._numbers: dict[Hashable, int] = {}
        self._common: dict[int, int] = {}
        self._apart: dict[tuple[int, int, int], Monotone] = {}
        self._weaker: dict[int, int] = {}
        self._gates: dict[tuple[int, str], Monotone] = {}
        for at, side in enumerate(space.sides):
            self._number(at, side)

    def only_here(self, own: Iterable[Monotone], other: Iterable[Monotone]) -> tuple[Monotone, ...]:
        """The conditions, in their own literals, that hold without any of the other side's, as far as that shows.

        What a plain list of answers has in common with the other's is taken out of it.
        """
        common = [self.common(condition) for condition in other]
        known = set(common)
        single = union_of(c.mask for c in common if isinstance(c, Count) and c.n == 1)
        left: list[Monotone] = []
        for condition in own:
            if isinstance(condition, Count) and condition.n == 1:
                kept = union_of(bit for bit in bits_of(condition.mask) if not self._common.get(bit, 0) & single)
                if kept:
                    left.append(Count(1, kept))
            elif not self._brings_one(self.common(condition), known):
                left.append(condition)
        return tuple(left)

    def _brings_one(self, condition: Monotone, others: Collection[Monotone]) -> bool:
        return condition in others or any(implies(condition, other, self._weaker) for other in others)

    def apart(self, one: int, least: int, other: int, below: int) -> tuple[Monotone, ...]:
        """What has to hold where one side is at `least` or above while another is below `below`.

        Levels are numbered alike on both sides. At each level between, the one has a condition that the other has not.
        Empty where there is nothing to ask for: both can be so by the same conditions.
        """
        found = []
        for level in range(below, least + 1):
            key = (one, other, level)
            if key not in self._apart:
                self._apart[key] = self._only_on_one(one, other, level)
            found.append(self._apart[key])
        return tuple(found)

    def _only_on_one(self, one: int, other: int, level: int) -> Monotone:
        own, against = self.space.sides[one], self.space.sides[other]
        return any_of(self.only_here(own.level_conditions(level), against.level_conditions(level)))

    def common(self, condition: Monotone) -> Monotone:
        """A condition over the common numbers."""
        match condition:
            case Count():
                mask = self._mask(condition.mask)
                # Two grades that the common scale does not tell apart would count as one.
                if condition.n > 1 and mask.bit_count() < condition.mask.bit_count():
                    mask = self._new(condition.mask, ("unmatched", condition))
                return Count(condition.n, mask)
            case Spread():
                return Spread(condition.n, tuple(sorted(self._mask(mask) for mask in condition.masks)))
            case Every():
                return Every(tuple(sorted(map(self.common, condition.parts), key=repr)))
            case Some():
                return Some(condition.n, tuple(sorted(map(self.common, condition.parts), key=repr)))

    def _mask(self, mask: int) -> int:
        return union_of(self._common.get(bit, 0) or self._new(bit, ("unmatched", bit)) for bit in bits_of(mask))

    def _new(self, literal: int, meaning: Hashable) -> int:
        number = self._numbers.setdefault(meaning, 1 << len(self._numbers))
        self._common[literal] = number
        return number

    def _number(self, at: int, side: Side) -> None:
        for age, bit in side.compiled.ages.items():
            self._both(side, bit, ("age", age))
        for (strength, at_or_below), bit in side.compiled.absent.items():
            option = side.compiled.strengths[strength].options[at_or_below].id
            offered = tuple(o.id for o in side.compiled.strengths[strength].options)
            self._both(side, bit, ("absent", strength, option, offered))
        for question_id in side.compiled.turn:
            self._question(at, side, question_id)
        for wanted, bit in side.compiled.earlier.items():
            self._both(side, bit, ("earlier", wanted.n, wanted.within, self._reaching(side, wanted)))

    def _question(self, at: int, side: Side, question_id: str) -> None:
        scale = self.space.scales.get(question_id)
        gate = side.compiled.gates.get(question_id)
        asked = ALWAYS if gate is None else self.common(shifted(gate, side.low))
        question = side.compiled.questions[question_id]
        steps = scale.grades[at] if scale else None
        weaker = 0
        for grade in range(question.top + 1):
            # The least step of the common scale that reaches this grade.
            step = next((s for s, own in enumerate(steps or ()) if own >= grade), None)
            meaning: Hashable = ("answer", question_id, step, asked)
            if step is None:
                meaning = ("own answer", at, question_id, grade)
            self._both(side, question.from_grade(grade), meaning)
            number = self._common[question.from_grade(grade) << side.low]
            weaker |= number
            self._weaker[number] = self._weaker.get(number, 0) | weaker
        if question_id in side.said:
            self._new(side.said[question_id], ("said", question_id, asked))
        for act in {act for own, act in side.acts if own == question_id}:
            reached = tuple(s for s, g in enumerate(steps or ()) if _calls_for(side, question_id, g, act))
            own = at if steps is None else None
            self._new(side.acts[(question_id, act)], ("act", question_id, act, reached, asked, own))

    def _reaching(self, side: Side, wanted: EarlierConcernFilter) -> Hashable:
        """What brings an earlier concern to the level that a condition names: it has to be the same for both."""
        own = union_of(side.both(bit) for bit in side.compiled.earlier.values())
        level = floor_of(side.compiled, wanted)
        conditions = (c for c in side.level_conditions(level) if not c.literals & own)
        return frozenset(map(self.common, conditions))

    def _both(self, side: Side, literal: int, meaning: Hashable) -> None:
        self._new(literal << side.low, meaning)
        if side.high != side.low:
            self._new(literal << side.high, ("may be", meaning))


def _calls_for(side: Side, question: str, grade: int, act: str) -> bool:
    clause = side.compiled.questions[question].clauses[grade]
    return clause is not None and (act in clause.require or (act == IMMEDIATE and clause.immediate))
