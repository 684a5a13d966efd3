"""A document in the shape that evaluation works on: numbered levels, literals as bits, flat clauses.

Each answer of a concern is a chain of literals: bit g of a question means "not set aside, and
answered at grade g or worse", grade 0 being the least concerning answer. Ages, earlier concerns and absent
strengths are literals too, so that a rule is one monotone condition over one state.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from threshold_tool.documents import conditions as c
from threshold_tool.documents.placing import (
    ReachedPlacement,
    answer_keys,
    cuts_of,
    not_known_placement,
    reached_placements,
)
from threshold_tool.evaluation.monotone import ALWAYS, Count, Monotone, Spread, alternatives, at_least, bits_of, every

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from threshold_tool.deadlines.durations import Duration
    from threshold_tool.documents.loaded import LoadedDocument
    from threshold_tool.documents.model import Placement, Rule
    from threshold_tool.documents.questions import Cut, Question


@dataclass(frozen=True, slots=True)
class Clause:
    """One placement or one rule: what can raise a child's level. `level` is None for an action alone."""

    kind: Literal["placement", "rule"]
    id: str
    level: int | None
    require: tuple[str, ...]
    immediate: bool
    cite: str | None


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule as a clause and the condition under which it holds, `unless` included."""

    clause: Clause
    when: Monotone
    written: Rule


@dataclass(frozen=True, slots=True)
class GatedQuestion:
    """A question that is asked only when its gate holds. Questions with equal gates share its number."""

    id: str
    gate: Monotone
    number: int
    masks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CompiledQuestion:
    """A concern's place among the literals, and what each of its grades reaches.

    `masks` has, for each grade, the literals that hold when the answer is of that grade.
    """

    question: Question
    offset: int
    masks: tuple[int, ...]
    keys: tuple[str | None, ...]
    cuts: tuple[Cut, ...]
    clauses: tuple[Clause | None, ...]
    not_known: Clause | None

    @property
    def id(self) -> str:
        """The question's id."""
        return self.question.id

    @property
    def constant(self) -> Clause | None:
        """The clause that every answer reaches, where they all reach the same."""
        return self.clauses[0] if len(set(self.clauses)) == 1 else None

    @property
    def top(self) -> int:
        """The grade of the most concerning answer."""
        return len(self.keys) - 1

    @property
    def mask(self) -> int:
        """Every literal of this question."""
        return self.masks[-1]

    def from_grade(self, grade: int) -> int:
        """The literal "this grade or worse"."""
        return 1 << (self.offset + grade)

    def grade_of(self, literal: int) -> int:
        """The grade that one of this question's literals stands for."""
        return literal.bit_length() - 1 - self.offset

    def grade_of_number(self, value: Decimal) -> int:
        """The grade of a number: how many cuts lie on its better side."""
        return sum(1 for cut in self.cuts if cut.reached_by(value))

    def grade_placed_at(self, level: int) -> int | None:
        """The least grade placed at or above a level, or None."""
        return next(
            (
                g
                for g, clause in enumerate(self.clauses)
                if clause and clause.level is not None and clause.level >= level
            ),
            None,
        )


@dataclass(frozen=True)
class Counted:
    """The literals that a `placed` condition counts: all, and by the domain and theme of their questions."""

    everywhere: int
    by_domain: dict[str, int]
    by_theme: dict[str, int]

    def condition(self, wanted: c.PlacedFilter) -> Monotone:
        """That as many are reached as the condition asks for."""
        parts: list[Monotone] = [Count(wanted.n, self.everywhere)]
        if wanted.different_domains > 1:
            parts.append(Spread(wanted.different_domains, tuple(self.by_domain.values())))
        if wanted.different_themes > 1:
            parts.append(Spread(wanted.different_themes, tuple(self.by_theme.values())))
        return every(parts)

    def with_other(self, question: Question, was: int, now: int) -> Counted:
        """The same with one literal of a question in place of another; 0 for none."""
        by_domain, by_theme = dict(self.by_domain), dict(self.by_theme)
        for masks, name in ((by_domain, question.domain), (by_theme, question.theme)):
            if name is not None:
                masks[name] = masks.get(name, 0) & ~was | now
        return Counted(self.everywhere & ~was | now, by_domain, by_theme)


@dataclass
class CompiledDocument:
    """A document ready for evaluation. It is not changed after `compile_document` has made it."""

    source: LoadedDocument
    base: int
    """The level when nothing matches."""
    too_little: int
    """The floor for too little known."""
    statutory: tuple[bool, ...]
    """Whether each level is, lowest first."""
    questions: dict[str, CompiledQuestion] = field(default_factory=dict)
    """The concerns, in the order of asking."""
    strengths: dict[str, Question] = field(default_factory=dict)
    rules: tuple[CompiledRule, ...] = ()
    order: dict[str, int] = field(default_factory=dict)
    """The place of every question, strengths included, in the order of asking."""

    gates: dict[str, Monotone] = field(default_factory=dict)
    """The `ask_when` of the questions that have one."""
    gated: tuple[GatedQuestion, ...] = ()
    """Those questions, each after all that its `ask_when` reads."""
    turn: dict[str, int] = field(default_factory=dict)
    """An order of all questions in which each comes after those that its `ask_when` reads."""
    touched_by: dict[str, int] = field(default_factory=dict)
    """The literals of a question and of all that are asked because of it."""

    mildest_first: tuple[int, ...] = ()
    """All answers' literals, those placed lowest first, and of these those that are asked anyway first."""
    owners: tuple[CompiledQuestion, ...] = ()
    """Whose literal each answer's bit is."""
    ungated: int = 0
    """The literals of all questions without an `ask_when`."""
    least: int = 0
    """The literal of every question's least concerning answer."""
    ages: dict[c.AgeRange, int] = field(default_factory=dict)
    """The literal of each age condition."""
    earlier: dict[c.EarlierConcernFilter, int] = field(default_factory=dict)
    """The literal of each condition on earlier concerns."""
    absent: dict[tuple[str, int], int] = field(default_factory=dict)
    """The literal "this strength is not at this grade or better"."""
    counted: dict[c.PlacedFilter, Counted] = field(default_factory=dict)
    """What each `placed` condition counts."""

    placed_from: tuple[int, ...] = ()
    """For each level, the literals placed there or above."""
    rules_from: tuple[tuple[Monotone, ...], ...] = ()
    """For each level, the rules of that level or above, those with an `any` as one condition for each way."""
    constant: tuple[str, ...] = ()
    """The questions whose answers all reach the same placement."""
    least_acts: frozenset[str] = frozenset()
    """The questions whose least answer requires an action or is immediate."""
    required_somewhere: tuple[str, ...] = ()
    """The actions that some clause requires, in the document's order."""

    def level(self, state: int) -> int:
        """The level of a full set of answers: the highest of the base, placements and rules."""
        for level in range(len(self.placed_from) - 1, self.base, -1):
            if state & self.placed_from[level]:
                return level
            for when in self.rules_exactly[level]:
                if when.holds(state):
                    return level
        return self.base

    def reaches(self, state: int, level: int) -> bool:
        """Whether a full set of answers is at this level or above."""
        if level <= self.base or state & self.placed_from[level]:
            return True
        return any(when.holds(state) for when in self.rules_from[level])

    def asking_order(self, question_id: str) -> int:
        """The place of a question, strengths included, in the order of asking."""
        return self.order[question_id]

    def owner_of(self, literal: int) -> CompiledQuestion:
        """The question that an answer's literal belongs to."""
        return self.owners[literal.bit_length() - 1]

    def level_id(self, level: int) -> str:
        """The document's id of a level."""
        return self.source.document.levels[level].id

    @cached_property
    def rules_exactly(self) -> tuple[tuple[Monotone, ...], ...]:
        """For each level the rules of that very level."""
        above = (*self.rules_from[1:], ())
        return tuple(here[: len(here) - len(more)] for here, more in zip(self.rules_from, above, strict=True))

    @property
    def width(self) -> int:
        """How many literals there are."""
        return len(self.owners) + len(self.ages) + len(self.earlier) + len(self.absent)

    def age_cuts(self) -> frozenset[Duration]:
        """Every age at which some condition changes."""
        bounds = (bound for age in self.ages for bound in (age.under, age.from_))
        return frozenset(bound for bound in bounds if bound is not None)


class _Compiler:
    """Fills a CompiledDocument step by step, giving out literals as it goes."""

    def __init__(self, loaded: LoadedDocument) -> None:
        self.loaded = loaded
        document = loaded.document
        self.order = loaded.level_order
        self.next_bit = 0
        self.out = CompiledDocument(
            source=loaded,
            base=self.order[document.when_nothing_matches],
            too_little=self.order[document.when_too_little_is_known],
            statutory=tuple(level.statutory for level in document.levels),
        )

    def run(self) -> CompiledDocument:
        for order, question in enumerate(self._in_order_of_asking()):
            self.out.order[question.id] = order
            if question.is_strength:
                self.out.strengths[question.id] = question
            else:
                self.out.questions[question.id] = self._question(question)
        self.out.gates = {
            q.id: self.condition(q.question.ask_when)
            for q in self.out.questions.values()
            if q.question.ask_when is not None
        }
        self.out.gated = tuple(self._gated())
        self.out.rules = tuple(self.rule(rule) for rule in self.loaded.document.rules)
        self.out.least = sum(question.from_grade(0) for question in self.out.questions.values())
        self._index_questions()
        self._index_actions()
        self._index_mildness()
        self._index_by_level()
        return self.out

    def _in_order_of_asking(self) -> Iterator[Question]:
        asked = [q for section in self.loaded.document.sections for q in section.questions]
        for question_id in dict.fromkeys([*asked, *self.loaded.questions]):
            yield self.loaded.questions[question_id]

    @cached_property
    def _read_by(self) -> dict[str, list[c.Condition]]:
        """The conditions that read each question's answer, wherever they stand."""
        gates = [q.ask_when for q in self.loaded.questions.values() if q.ask_when is not None]
        found: dict[str, list[c.Condition]] = {}
        for condition in [*gates, *(rule.when for rule in self.loaded.document.rules)]:
            for part in c.walk(condition):
                if isinstance(part, c.Answer):
                    found.setdefault(part.answer.question, []).append(part)
        return found

    def _bit(self) -> int:
        bit = 1 << self.next_bit
        self.next_bit += 1
        return bit

    def _question(self, question: Question) -> CompiledQuestion:
        placements = self.loaded.document.placements.get(question.id, {})
        cuts = cuts_of(question, placements, self._read_by.get(question.id, ()))
        offset = self.next_bit
        self.next_bit += len(answer_keys(question, cuts))
        return self.placed_question(question, cuts, offset)

    def placed_question(self, question: Question, cuts: tuple[Cut, ...], offset: int) -> CompiledQuestion:
        """A question with what its answers reach; its literals begin at bit `offset`."""
        document = self.loaded.document
        placements = document.placements.get(question.id, {})
        statutory = {level.id for level in document.levels if level.statutory}
        reached = reached_placements(question, placements, cuts, statutory)
        keys = answer_keys(question, cuts)
        clauses: dict[ReachedPlacement, Clause] = {}
        for placement in reached:
            if placement is not None and placement not in clauses:
                clauses[placement] = self._placement(question, placement)
        not_known = not_known_placement(placements)
        return CompiledQuestion(
            question=question,
            offset=offset,
            masks=tuple(((1 << (grade + 1)) - 1) << offset for grade in range(len(keys))),
            keys=keys,
            cuts=cuts,
            clauses=tuple(clauses[placement] if placement else None for placement in reached),
            not_known=self._placement(question, not_known) if not_known else None,
        )

    def _placement(self, question: Question, placement: ReachedPlacement) -> Clause:
        return Clause(
            kind="placement",
            id=f"{question.id}={placement.answer}",
            level=None if placement.level is None else self.order[placement.level],
            require=placement.require,
            immediate=placement.immediate,
            cite=placement.cite,
        )

    def _gated(self) -> Iterator[GatedQuestion]:
        numbers: dict[Monotone, int] = {}
        for question_id in self._parents_first():
            gate = self.out.gates[question_id]
            number = numbers.setdefault(gate, len(numbers))
            yield GatedQuestion(question_id, gate, number, self.out.questions[question_id].masks)

    def _parents_first(self) -> list[str]:
        ordered: dict[str, None] = {}

        def visit(question_id: str) -> None:
            if question_id in ordered or question_id not in self.out.gates:
                return
            for part in c.walk(self.out.questions[question_id].question.ask_when):  # type: ignore[arg-type] # gated
                if isinstance(part, c.Answer):
                    visit(part.answer.question)
            ordered[question_id] = None

        for question_id in self.out.gates:
            visit(question_id)
        return list(ordered)

    def rule(self, rule: Rule) -> CompiledRule:
        """A rule with its condition over literals."""
        unless = [Count(1, self._absent(bound.question, bound.at_or_below)) for bound in rule.unless]
        clause = Clause(
            kind="rule",
            id=rule.id,
            level=None if rule.level is None else self.order[rule.level],
            require=rule.require,
            immediate=rule.immediate,
            cite=rule.cite,
        )
        return CompiledRule(clause, every([*unless, self.condition(rule.when)]), rule)

    def _absent(self, question: str, at_or_below: str) -> int:
        grade = self.out.strengths[question].grade_of(at_or_below)
        assert grade is not None  # noqa: S101 - checked when the document was read
        return self.out.absent.get((question, grade)) or self._new_absent(question, grade)

    def _new_absent(self, question: str, grade: int) -> int:
        bit = self.out.absent[(question, grade)] = self._bit()
        return bit

    def condition(self, condition: c.Condition) -> Monotone:
        """A condition of the document over literals."""
        match condition:
            case c.All():
                return every(self.condition(part) for part in condition.all)
            case c.Any_():
                return at_least(1, [self.condition(part) for part in condition.any])
            case c.AtLeast():
                return at_least(condition.at_least.n, [self.condition(part) for part in condition.at_least.of])
            case c.Answer():
                return self._answer(condition.answer)
            case c.Placed():
                return self._placed(condition.placed)
            case c.ChildAge():
                return Count(1, self.out.ages.get(condition.child_age) or self._new_age(condition.child_age))
            case c.EarlierConcerns():
                wanted = condition.earlier_concerns
                return Count(1, self.out.earlier.get(wanted) or self._new_earlier(wanted))

    def _new_age(self, age: c.AgeRange) -> int:
        bit = self.out.ages[age] = self._bit()
        return bit

    def _new_earlier(self, wanted: c.EarlierConcernFilter) -> int:
        bit = self.out.earlier[wanted] = self._bit()
        return bit

    def _answer(self, bound: c.AnswerBound) -> Monotone:
        """This answer or worse. The least answer is always reached, by a question set aside as well."""
        question = self.out.questions[bound.question]
        if bound.at_or_above is not None:
            grade = question.question.grade_of(bound.at_or_above)
        else:
            wanted = bound.below if bound.below is not None else bound.at_least
            grade = next(g for g, cut in enumerate(question.cuts, start=1) if cut.bound == wanted)
        assert grade is not None  # noqa: S101 - checked when the document was read
        return Count(1, question.from_grade(grade)) if grade else ALWAYS

    def _placed(self, wanted: c.PlacedFilter) -> Monotone:
        if wanted not in self.out.counted:
            self.out.counted[wanted] = self._counted(wanted)
        return self.out.counted[wanted].condition(wanted)

    def _counted(self, wanted: c.PlacedFilter) -> Counted:
        level = self.order[wanted.at_or_above]
        everywhere, by_domain, by_theme = 0, {}, {}  # type: int, dict[str, int], dict[str, int]
        for question in self.out.questions.values():
            grade = question.grade_placed_at(level) if within(question.question, wanted) else None
            if grade is None:
                continue
            literal = question.from_grade(grade)
            everywhere |= literal
            _add(by_domain, question.question.domain, literal)
            _add(by_theme, question.question.theme, literal)
        return Counted(everywhere, by_domain, by_theme)

    def _index_questions(self) -> None:
        out = self.out
        out.owners = tuple(question for question in out.questions.values() for _ in question.keys)
        ungated = [question for question in out.questions if question not in out.gates]
        out.ungated = sum(out.questions[question].mask for question in ungated)
        out.constant = tuple(question.id for question in out.questions.values() if question.constant)
        out.turn = {question: turn for turn, question in enumerate([*ungated, *(q.id for q in out.gated)])}
        out.touched_by = {question.id: question.mask for question in out.questions.values()}
        for gated in reversed(out.gated):
            answers = gated.gate.literals & ((1 << len(out.owners)) - 1)
            for parent in {out.owner_of(literal).id for literal in bits_of(answers)}:
                out.touched_by[parent] |= out.touched_by[gated.id]

    def _index_mildness(self) -> None:
        by_mildness: dict[tuple[int, bool], int] = {}
        for question in self.out.questions.values():
            for grade, clause in enumerate(question.clauses):
                level = -1 if clause is None or clause.level is None else clause.level
                mildness = (level, question.id in self.out.gates)
                by_mildness[mildness] = by_mildness.get(mildness, 0) | question.from_grade(grade)
        self.out.mildest_first = tuple(by_mildness[mildness] for mildness in sorted(by_mildness))

    def _index_actions(self) -> None:
        out = self.out
        least = {q.id: q.clauses[0] for q in out.questions.values()}
        out.least_acts = frozenset(q for q, clause in least.items() if clause and (clause.require or clause.immediate))
        clauses = [clause for q in out.questions.values() for clause in (*q.clauses, q.not_known) if clause]
        required = {action for clause in clauses for action in clause.require}
        required |= {action for rule in out.rules for action in rule.clause.require}
        out.required_somewhere = tuple(a.id for a in self.loaded.document.actions if a.id in required)

    def _index_by_level(self) -> None:
        count = len(self.loaded.document.levels)
        placed, rules = [0] * count, [[] for _ in range(count)]  # type: list[int], list[list[Monotone]]
        for question in self.out.questions.values():
            for grade, clause in enumerate(question.clauses):
                if clause is not None and clause.level is not None:
                    placed[clause.level] |= question.from_grade(grade)
        for rule in self.out.rules:
            if rule.clause.level is not None:
                rules[rule.clause.level].extend(alternatives(rule.when))
        for level in range(count - 2, -1, -1):
            placed[level] |= placed[level + 1]
            rules[level] += rules[level + 1]
        self.out.placed_from = tuple(placed)
        self.out.rules_from = tuple(tuple(whens) for whens in rules)


def within(question: Question, wanted: c.PlacedFilter) -> bool:
    """Whether a `placed` condition counts answers to this question."""
    filters: Sequence[tuple[str | None, tuple[str, ...] | None]] = (
        (question.theme, wanted.themes),
        (question.domain, wanted.domains),
        (question.id, wanted.questions),
    )
    return all(allowed is None or value in allowed for value, allowed in filters)


def _add(masks: dict[str, int], name: str | None, literal: int) -> None:
    if name is not None:
        masks[name] = masks.get(name, 0) | literal


def compile_document(loaded: LoadedDocument) -> CompiledDocument:
    """The document in the shape that evaluation works on."""
    return _Compiler(loaded).run()


def placed_otherwise(
    compiled: CompiledDocument, question_id: str, placements: dict[str, Placement]
) -> CompiledQuestion:
    """A question as it would be with other placements, given by answer.

    Its literals keep their numbers: a cut of a number stays one where it is placed no longer.
    """
    document = compiled.source.document
    changed = document.model_copy(update={"placements": {**document.placements, question_id: placements}})
    was = compiled.questions[question_id]
    return _Compiler(replace(compiled.source, document=changed)).placed_question(was.question, was.cuts, was.offset)


def compile_condition(compiled: CompiledDocument, condition: c.Condition) -> Monotone:
    """A condition that stands in the document, alone or within another, over the document's literals."""
    compiler = _Compiler(compiled.source)
    compiler.out = compiled
    return compiler.condition(condition)


def compile_rule(compiled: CompiledDocument, rule: Rule) -> CompiledRule:
    """A rule of the document over the document's literals."""
    compiler = _Compiler(compiled.source)
    compiler.out = compiled
    return compiler.rule(rule)
