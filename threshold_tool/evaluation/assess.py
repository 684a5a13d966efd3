"""From a compiled document and what is known about a child to a result: pure, no clock, no files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.evaluation.certain import held_at, in_every_completion
from threshold_tool.evaluation.possibilities import Possibilities, complete, facts_by_age
from threshold_tool.evaluation.result import ChildResult, Raise, Reason, Recommendation
from threshold_tool.evaluation.search import Budget
from threshold_tool.evaluation.sufficient import sufficient_sets
from threshold_tool.evaluation.unknowns import unknowns_that_matter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from threshold_tool.evaluation.answers import Answers, ChildFacts, GivenAnswer
    from threshold_tool.evaluation.compiled import Clause, CompiledDocument
    from threshold_tool.evaluation.result import Basis
    from threshold_tool.evaluation.unknowns import Unknown

STEPS_IN_ALL = 200_000
STEPS_EACH = 20_000


@dataclass(frozen=True)
class Assessment:
    """One child under one document, worked out as far as the level; the rest is worked out when asked for.

    `facts` has, for each possible age, the literals that no concern answer decides.
    """

    compiled: CompiledDocument
    child: ChildFacts
    facts: tuple[int, ...]
    possible: Possibilities
    recommendation: Recommendation

    def with_answers(self, answers: Answers) -> Assessment:
        """The same child with other answers; age and earlier concerns stay."""
        child = replace(self.child, answers=answers)
        changed = (q for q in self.compiled.strengths if answers.get(q) != self.child.answers.get(q))
        if next(changed, None) is None:
            return _from_facts(self.compiled, child, self.facts)
        return assess(self.compiled, child)

    @property
    def statutory(self) -> bool:
        """Whether the recommended level has a duty in law behind it."""
        return self.compiled.statutory[self.recommendation.level]

    @property
    def immediate(self) -> bool:
        """Whether every completion, or a `not-known` that was said, calls for action at once."""
        said = any(clause.immediate for _, clause in self._said_not_known())
        return said or in_every_completion(self.possible, self._held_by_age, lambda clause: clause.immediate)

    @property
    def require(self) -> tuple[str, ...]:
        """Actions that are required in every completion, and those of every `not-known` said."""
        said = {action for _, clause in self._said_not_known() for action in clause.require}
        return tuple(
            action
            for action in self.compiled.required_somewhere
            if action in said or in_every_completion(self.possible, self._held_by_age, partial(_requires, action))
        )

    def reasons(self) -> tuple[Reason, ...]:
        """What decides the level: the clauses that yield `lowest`, and a `not-known` that goes beyond it."""
        lowest = self.recommendation.lowest
        yielding = [clause for clause in self._held_everywhere() if clause.level == lowest]
        if not yielding:
            yielding = self._held_at_some_age(lowest)
        said = [self._not_known_reason(q, clause) for q, clause in self._deciding_not_known()]
        return (*said, *(self._reason(clause) for clause in yielding))

    def also(self) -> tuple[Reason, ...]:
        """What holds in every completion without deciding the level, and each other `not-known` said."""
        lowest = self.recommendation.lowest
        below = [c for c in self._held_everywhere() if c.level is None or c.level < lowest]
        deciding = self._deciding_not_known()
        said = [entry for entry in self._said_not_known() if entry not in deciding]
        return (
            *(self._reason(clause) for clause in below),
            *(self._not_known_reason(*entry) for entry in said),
        )

    def would_raise(self) -> tuple[Raise, ...]:
        """The given answers whose next, more concerning answer would raise the level."""
        return tuple(self._raises())

    def unknowns(self, budget: Budget | None = None) -> tuple[Unknown, ...]:
        """The unknowns that could change the level."""
        return unknowns_that_matter(self.possible, budget or default_budget())

    @property
    def follow_on(self) -> frozenset[str]:
        """The unknown questions that are asked only if something else that is not known turns out so."""
        gates, worlds = self.compiled.gates, self.possible.worlds
        return frozenset(
            question
            for question in self.possible.unknown
            if question in gates and not all(gates[question].holds(world.low) for world in worlds)
        )

    def set_aside(self) -> dict[str, str]:
        """What was typed to questions that can never be asked of this child."""
        return {
            question: answer.shown
            for question, answer in self.child.answers.items()
            if question in self.possible.set_aside and answer.typed
        }

    def _raises(self) -> Iterator[Raise]:
        for question_id, answer in self.child.answers.items():
            key = self._next_answer(question_id, answer.grade)
            if key is None or answer.grade is None:
                continue
            raised = self._level_with(question_id, answer, answer.grade + 1)
            if raised > self.recommendation.level:
                yield Raise(question_id, key, raised)

    def _level_with(self, question_id: str, answer: GivenAnswer, grade: int) -> int:
        """The recommended level if one answer were of another grade."""
        compiled, possible = self.compiled, self.possible
        if question_id in possible.set_aside:
            return self.recommendation.level
        question = compiled.questions.get(question_id)
        if question is None or compiled.touched_by[question_id] != question.mask:
            changed = {**self.child.answers, question_id: replace(answer, grade=grade)}
            return self.with_answers(changed).recommendation.level
        # No other question is asked because of this one, so nothing else changes.
        more = question.masks[grade]
        lowest = min(compiled.level(world.low | more) for world in possible.worlds)
        highest = max(compiled.level(world.high | more) for world in possible.worlds)
        return _recommend(compiled, lowest, highest, self._said_not_known()).level

    def _next_answer(self, question_id: str, grade: int | None) -> str | None:
        """The next more concerning answer than the one given; None where there is none."""
        if grade is None:
            return None
        if question_id in self.compiled.strengths:
            keys: Sequence[str | None] = [option.id for option in self.compiled.strengths[question_id].options]
        else:
            keys = self.compiled.questions[question_id].keys
        return keys[grade + 1] if grade + 1 < len(keys) else None

    @cached_property
    def _held_by_age(self) -> list[list[Clause]]:
        """For each possible age the clauses that hold there in every completion."""
        return [held_at(self.possible, world) for world in self.possible.worlds]

    def _held_everywhere(self) -> list[Clause]:
        first, *others = self._held_by_age
        return [clause for clause in first if all(clause in held for held in others)]

    def _held_at_some_age(self, level: int) -> list[Clause]:
        """The clauses of a level that hold in every completion of one possible age or another."""
        held = (clause for clauses in self._held_by_age for clause in clauses if clause.level == level)
        return list(dict.fromkeys(held))

    def _said_not_known(self) -> list[tuple[str, Clause]]:
        return list(said_not_known(self.compiled, self.child, self.possible))

    def _deciding_not_known(self) -> list[tuple[str, Clause]]:
        level = self.recommendation.level
        if self.recommendation.basis != "not-known":
            return []
        return [(question, clause) for question, clause in self._said_not_known() if clause.level == level]

    def _not_known_reason(self, question: str, clause: Clause) -> Reason:
        return Reason(clause, ((question, NOT_KNOWN),))

    def _reason(self, clause: Clause) -> Reason:
        """The clause with the given answers that it rests on."""
        if clause.kind == "placement":
            question = clause.id.partition("=")[0]
            shown = self.child.answers.get(question)
            return Reason(clause, ((question, shown.shown),) if shown else ())
        when = next(rule.when for rule in self.compiled.rules if rule.clause is clause)
        true_somewhere = 0
        for world in self.possible.worlds:
            true_somewhere |= world.low if when.holds(world.low) else 0
        rests_on = when.literals & true_somewhere
        answers = (
            (question, self.child.answers[question].shown)
            for question in self.possible.given
            if self.compiled.questions[question].mask & rests_on
        )
        return Reason(clause, tuple(answers))


def assess(compiled: CompiledDocument, child: ChildFacts) -> Assessment:
    """What the document says of a child, as far as the level.

    Raises ValueError when the stated age cannot be that of a child on the assessment date.
    """
    grades = {q: answer.grade for q, answer in child.answers.items() if answer.grade is not None}
    return _from_facts(compiled, child, facts_by_age(compiled, child, grades))


def assess_whole(compiled: CompiledDocument, child: ChildFacts, budget: Budget | None = None) -> ChildResult:
    """Everything that the document says of a child.

    Raises ValueError when the stated age cannot be that of a child on the assessment date.
    """
    assessment = assess(compiled, child)
    return ChildResult(
        facts=child,
        recommendation=assessment.recommendation,
        statutory=assessment.statutory,
        immediate=assessment.immediate,
        reasons=assessment.reasons(),
        also=assessment.also(),
        sufficient=sufficient_sets(assessment.possible, budget or default_budget()),
        unknowns=assessment.unknowns(budget),
        follow_on=assessment.follow_on,
        would_raise=assessment.would_raise(),
        require=assessment.require,
        set_aside=assessment.set_aside(),
    )


def _requires(action: str, clause: Clause) -> bool:
    return action in clause.require


def default_budget() -> Budget:
    """Enough steps for any document met so far, and a bound on one made to be slow."""
    return Budget(total=STEPS_IN_ALL, each=STEPS_EACH)


def said_not_known(
    compiled: CompiledDocument, child: ChildFacts, possible: Possibilities
) -> Iterator[tuple[str, Clause]]:
    """The placed `not-known`s that were said, of questions that are not set aside."""
    for question, answer in child.answers.items():
        if answer.shown == NOT_KNOWN and question in compiled.questions and question not in possible.set_aside:
            clause = compiled.questions[question].not_known
            if clause is not None:
                yield question, clause


def _from_facts(compiled: CompiledDocument, child: ChildFacts, facts: Sequence[int]) -> Assessment:
    child = replace(child, answers={q: child.answers[q] for q in sorted(child.answers, key=compiled.asking_order)})
    grades = {q: answer.grade for q, answer in child.answers.items() if answer.grade is not None}
    possible = complete(compiled, grades, facts)
    said = said_not_known(compiled, child, possible)
    return Assessment(
        compiled, child, tuple(facts), possible, _recommend(compiled, possible.lowest, possible.highest, said)
    )


def _recommend(
    compiled: CompiledDocument, lowest: int, highest: int, said: Iterable[tuple[str, Clause]]
) -> Recommendation:
    """The highest of what is certain, what each placed `not-known` says, and the floor for too little known.

    The floor holds while unknowns could still raise a level that is below it: not only at the base, and never
    above what they could reach, so that a worse answer never ends below the floor that a better one stood on.
    """
    level = lowest
    basis: Basis = "answers"
    for _, clause in said:
        if clause.level is not None and clause.level > level:
            level, basis = clause.level, "not-known"
    floor = min(compiled.too_little, highest)
    if floor > level:
        level, basis = floor, "too-little-known"
    return Recommendation(level, basis, lowest, highest)
