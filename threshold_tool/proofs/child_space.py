"""All that can be true of one child, under one document or several.

In the space of *complete* cases there is one age and an answer to each question that is asked; a question that
is not asked counts as least concerning, and reaches nothing. In the space of *partly known* cases a question
may also be left unanswered, or answered `not-known`; age stays known. Strengths are at their fullest, unless a
choice makes them less.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from threshold_tool.documents import conditions as c
from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.evaluation.monotone import Count, union_of
from threshold_tool.proofs.ages import age_worlds
from threshold_tool.proofs.alignment import Alignment
from threshold_tool.proofs.earlier import floor_of
from threshold_tool.proofs.scales import scales
from threshold_tool.proofs.search import settle, state_of
from threshold_tool.proofs.sides import Side, act_ids
from threshold_tool.proofs.space import Part, Space, SpaceBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.evaluation.monotone import Monotone
    from threshold_tool.proofs.ages import AgeWorld
    from threshold_tool.proofs.earlier import EarlierValue
    from threshold_tool.proofs.scales import Scale
    from threshold_tool.proofs.search import Found

ANSWER, STRENGTH, EARLIER = "answer", "strength", "earlier"


@dataclass(frozen=True)
class LeastOnly:
    """What the least answer to a question calls for and some more concerning answer does not.

    `parts` hold as long as nothing more concerning is answered; then `moved` holds. No condition that only grows
    tells this, so a search looks at the cases with the least answer and at the others apart.
    """

    moved: int
    parts: tuple[Part, ...]

    @property
    def literals(self) -> int:
        """All that the least answer sets."""
        return union_of(part.mask for part in self.parts)


@dataclass(frozen=True)
class ChildSpace:
    """The space, the documents' conditions over it, and the least case at each age.

    `earlier` are the earlier concerns that a case may have, by the names of their choices.
    """

    sides: tuple[Side, ...]
    scales: dict[str, Scale]
    worlds: tuple[AgeWorld, ...]
    builder: SpaceBuilder
    space: Space
    without_age: int
    width: int
    earlier: dict[str, EarlierValue]
    least_only: tuple[LeastOnly, ...]

    @cached_property
    def alignment(self) -> Alignment:
        """Which conditions the sides have in common."""
        return Alignment(self)

    def start(self, world: AgeWorld) -> int:
        """The literals of the least case at an age."""
        ages = union_of(side.both(own) for own, side in zip(world.literals, self.sides, strict=True))
        return self.without_age | ages

    @property
    def earlier_literals(self) -> int:
        """The literals of all conditions on earlier concerns."""
        return union_of(side.both(sum(side.compiled.earlier.values())) for side in self.sides)

    def plainest(self, world: AgeWorld, found: Found, blockers: Sequence[Monotone]) -> Found:
        """A case with as much left unsaid as the blockers allow.

        Strengths need not be spoken of where they stop nothing. Nor, in the space of partly known cases, need
        answers be given that keep nothing from happening.
        """
        start = self.start(world)

        def spoiled(one: Found) -> bool:
            state = state_of(self.space, start, one)
            return any(blocker.holds(state) for blocker in blockers)

        unsaid = {c.variable: c for c in self.space.choices if c.name is None and c.variable[0] != EARLIER}
        open_ = {variable: c for variable, c in unsaid.items() if variable not in found or variable[0] == STRENGTH}
        if not spoiled({**found, **open_}):
            return {**found, **open_}
        for variable, choice in open_.items():
            if not spoiled({**found, variable: choice}):
                found = {**found, variable: choice}
        return found

    def answers(self, world: AgeWorld, found: Found, *, complete: bool) -> dict[str, str]:
        """What a case says to each question. With `complete` the least answers are said as well, where asked."""
        said = {question: choice.name for (kind, question), choice in found.items() if kind != EARLIER}
        state = state_of(self.space, self.start(world), found)
        answers = {}
        # A strength that nothing reads need not be spoken of.
        read = {question for kind, question in (choice.variable for choice in self.space.choices) if kind == STRENGTH}
        for scale in self.scales.values():
            strength = scale.question in read
            if scale.question in said:
                answer = said[scale.question]
            else:
                concern = any(scale.question in side.compiled.questions for side in self.sides)
                least = concern and complete and self._asked(scale.question, state)
                answer = scale.names[0] if strength or least else None
            if answer is not None:
                answers[scale.question] = answer
        return answers

    def _asked(self, question: str, state: int) -> bool:
        asking = [side for side in self.sides if question in side.compiled.questions]
        return any(side.gate(question).holds(state) for side in asking)

    def with_earlier(self, values: Sequence[EarlierValue]) -> ChildSpace:
        """The same space with as many earlier concerns of these kinds as any condition counts."""
        builder, next_bit = self.builder.copy(), self.width
        filters = [(at, one) for at, side in enumerate(self.sides) for one in side.compiled.earlier]
        floors = {(at, one): floor_of(self.sides[at].compiled, one) for at, one in filters}
        named = {str(number): value for number, value in enumerate(values)}
        counted = dict.fromkeys(filters, 0)
        for slot in range(sum(one.n for one in {one for _, one in filters})):
            bits = {key: 1 << (next_bit + place) for place, key in enumerate(filters)}
            next_bit += len(bits)
            for key in filters:
                counted[key] |= bits[key]
            for name, value in named.items():
                met = union_of(bits[key] for key in filters if value.counts_for(*key, floors[key]))
                builder.add((EARLIER, str(slot)), name, [Part(met)])
        for (at, one), literals in counted.items():
            followed = self.sides[at].both(self.sides[at].compiled.earlier[one])
            builder.automatic.append(Part(followed, Count(one.n, literals)))
        return replace(self, builder=builder, space=builder.build(), width=next_bit, earlier=named)

    def all_unknown(self, start: int) -> int:
        """The literals where no answer is known, and nothing is said of it; strengths are as at `start`."""
        parts = [part for c in self.space.choices if c.name is None and c.variable[0] == ANSWER for part in c.parts]
        return settle(start, (*parts, *self.space.automatic))[0]

    def with_least(self, kept: Sequence[LeastOnly]) -> ChildSpace:
        """The same space where these questions have their least answers, or are not asked."""
        if not kept:
            return self
        builder = self.builder.copy()
        builder.automatic.extend(part for one in kept for part in one.parts)
        return replace(self, builder=builder, space=builder.build())

    def with_named(self, earlier: dict[str, EarlierValue]) -> ChildSpace:
        """The same space, its earlier concerns shown by others of the same kinds."""
        return replace(self, earlier=earlier)


def child_space(documents: Sequence[CompiledDocument], on: date, *, partly_known: bool = False) -> ChildSpace:
    """The space of complete, or of partly known, cases under these documents; `on` is the assessment date."""
    return _Build(documents, on, partly_known=partly_known).run()


class _Build:
    def __init__(
        self,
        documents: Sequence[CompiledDocument],
        on: date,
        *,
        partly_known: bool = False,
    ) -> None:
        self.worlds = age_worlds(documents, on)
        self.scales = scales(documents)
        self.partly_known = partly_known
        self.builder = SpaceBuilder()
        self.next_bit = 0
        self.sides = tuple(self._side(document) for document in documents)
        self.start = 0
        self.asked_alike: dict[tuple[int, str], bool] = {}
        self.least_only: list[LeastOnly] = []
        # The literals that some condition reads. Those of least answers seldom are.
        self.read = union_of(side.both(_read(side.compiled)) for side in self.sides)

    def run(self) -> ChildSpace:
        for scale in self.scales:
            if any(scale.question in side.compiled.strengths for side in self.sides):
                self._strength(scale)
            else:
                self._concern(scale)
        self._questions_on_no_scale()
        return ChildSpace(
            sides=self.sides,
            scales={scale.question: scale for scale in self.scales},
            worlds=self.worlds,
            builder=self.builder,
            space=self.builder.build(),
            without_age=self.start,
            width=self.next_bit,
            earlier={},
            least_only=tuple(self.least_only),
        )

    def _side(self, document: CompiledDocument) -> Side:
        low = self._bits(document.width)
        return Side(document, low, self._bits(document.width) if self.partly_known else low)

    def _bits(self, count: int) -> int:
        """The first of so many new bits."""
        first, self.next_bit = self.next_bit, self.next_bit + count
        return first

    def _concern(self, scale: Scale) -> None:
        variable = (ANSWER, scale.question)
        asking = list(self._asking(scale))
        steps = [
            [self._answered(side, scale.question, grades[at]) for side, grades in asking]
            for at in range(len(scale.names))
        ]
        least, moved = self._without_what_ends(steps)
        self._least(least)
        for name, parts in zip(scale.names[1:], steps[1:], strict=True):
            self.builder.add(variable, name, [*parts, moved])
        if self.partly_known:
            unknown = [self._unknown(side, scale.question) for side, _ in asking]
            said = [self._said(side, scale.question) for side, _ in asking]
            self.builder.add(variable, None, unknown, counts=False)
            if any(part.mask for part in said):
                self.builder.add(variable, NOT_KNOWN, [*unknown, *said])

    def _without_what_ends(self, steps: Sequence[Sequence[Part]]) -> tuple[list[Part], Part]:
        """The parts of a least answer without what some other answer does not set, and what each other answer sets."""
        least, ending = [], []
        for at, part in enumerate(steps[0]):
            ended = union_of(part.mask & ~worse[at].mask for worse in steps[1:])
            least.append(Part(part.mask & ~ended, part.gate))
            if ended:
                ending.append(Part(ended, part.gate))
        if not ending:
            return least, Part(0)
        moved = 1 << self._bits(1)
        self.least_only.append(LeastOnly(moved, tuple(ending)))
        return least, Part(moved)

    def _least(self, parts: Sequence[Part]) -> None:
        """What holds by itself while a question is at its least."""
        for part in parts:
            if part.gate.holds(0):
                self.start |= part.mask
            elif part.mask & self.read:
                self.builder.automatic.append(part)

    def _asking(self, scale: Scale) -> Iterator[tuple[Side, tuple[int, ...]]]:
        for side, grades in zip(self.sides, scale.grades, strict=True):
            if grades is not None:
                yield side, grades

    def _gate(self, side: Side, question_id: str) -> Monotone:
        """When a question is asked. Sides that ask it alike share the condition, so that a search sees it is one."""
        first = self.sides[0]
        if side is not first and self._is_asked_alike(first, side, question_id):
            return first.gate(question_id)
        return side.gate(question_id)

    def _is_asked_alike(self, one: Side, other: Side, question_id: str) -> bool:
        key = (other.low, question_id)
        if key not in self.asked_alike:
            mine = one.compiled.source.questions.get(question_id)
            theirs = other.compiled.source.questions.get(question_id)
            self.asked_alike[key] = (
                mine is not None
                and theirs is not None
                and mine.ask_when == theirs.ask_when
                and [o.id for o in mine.options] == [o.id for o in theirs.options]
                and mine.number == theirs.number
                and all(self._is_asked_alike(one, other, read) for read in _questions_read(mine.ask_when))
            )
        return self.asked_alike[key]

    def _answered(self, side: Side, question_id: str, grade: int) -> Part:
        """The literals of an answer, with those of what it calls for."""
        question = side.compiled.questions[question_id]
        acts = 0
        for act in act_ids(question.clauses[grade]):
            if (question_id, act) not in side.acts:
                side.acts[(question_id, act)] = 1 << self._bits(1)
            acts |= side.acts[(question_id, act)]
        # A least answer that calls for something has to be told from a question that is not asked.
        self.read |= acts if not acts or grade else acts | side.both(question.masks[grade])
        return Part(side.both(question.masks[grade]) | acts, self._gate(side, question_id))

    def _unknown(self, side: Side, question_id: str) -> Part:
        """What may hold of a question that is not answered: its worst."""
        return Part(side.compiled.questions[question_id].mask << side.high, self._gate(side, question_id))

    def _said(self, side: Side, question_id: str) -> Part:
        """What holds when `not-known` was said, where that is placed."""
        if side.compiled.questions[question_id].not_known is None:
            return Part(0)
        if question_id not in side.said:
            side.said[question_id] = 1 << self._bits(1)
        return Part(side.said[question_id], self._gate(side, question_id))

    def _strength(self, scale: Scale) -> None:
        variable = (STRENGTH, scale.question)
        for step, name in enumerate(scale.names):
            parts = [Part(_absent(side, scale.question, grades[step])) for side, grades in self._asking(scale)]
            if step:
                self.builder.add(variable, name, parts, counts=False)
            else:
                self._least(parts)
        unsaid = [Part(_absent(side, scale.question, None)) for side, _ in self._asking(scale)]
        self.builder.add(variable, None, unsaid, counts=False)

    def _questions_on_no_scale(self) -> None:
        """What two documents ask in ways that no case can answer in both stays at its least."""
        known = {scale.question for scale in self.scales}
        for side in self.sides:
            for question_id in side.compiled.questions:
                if question_id not in known:
                    self._least([self._answered(side, question_id, 0)])


def _read(document: CompiledDocument) -> int:
    whens = (rule.when.literals for rule in document.rules)
    return union_of((*whens, *(gate.literals for gate in document.gates.values())))


def _questions_read(condition: c.Condition | None) -> list[str]:
    parts = [] if condition is None else c.walk(condition)
    return [part.answer.question for part in parts if isinstance(part, c.Answer)]


def _absent(side: Side, strength: str, grade: int | None) -> int:
    """The literals of a strength that is no better than this grade; of one that is not known, for None."""
    return union_of(
        side.both(bit)
        for (own, at_or_below), bit in side.compiled.absent.items()
        if own == strength and (grade is None or grade > at_or_below)
    )
