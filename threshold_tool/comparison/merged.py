"""Two documents as one, in which any clause of the first can be exchanged for what the second says.

An *exchange* takes one question or one rule of the first document and treats it as the second does:

- a question: its placements are replaced by the second document's; they are dropped where the second does not
  ask it, and added where only the second does. Whether "nothing seen" answers it goes with them.
- a rule: dropped, added, or replaced by the rule of the same id.
- what holds when nothing matches, or when too little is known.

With every exchange made, the second document's result follows. Levels are those of a common ladder, so that a
clause keeps the duty in law that its own document gives it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from threshold_tool.comparison.common_scale import ladder
from threshold_tool.comparison.exchange import (
    NOTHING_MATCHES,
    OTHER,
    TOO_LITTLE,
    Exchange,
    change_between,
    is_exchanged,
)
from threshold_tool.comparison.shared_questions import same_in_meaning
from threshold_tool.comparison.side import renamed_rules, rule_meaning, rule_names, side_of
from threshold_tool.documents.fields import as_number
from threshold_tool.documents.loaded import LoadedDocument
from threshold_tool.evaluation.answers import ChildFacts, EarlierConcern
from threshold_tool.evaluation.compiled import compile_document

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from threshold_tool.comparison.side import Placements
    from threshold_tool.documents.model import Rule
    from threshold_tool.documents.questions import Question
    from threshold_tool.evaluation.answers import Answers, GivenAnswer
    from threshold_tool.evaluation.compiled import CompiledDocument, CompiledRule


@dataclass(frozen=True)
class Choice:
    """What a document made of the two says: which placements of each question, which rules, which floors."""

    placements: Mapping[str, Placements]
    rules: tuple[Rule, ...]
    nothing_matches: str
    too_little: str


class Merged:
    """Two documents as one; see the module's text for what an exchange is."""

    def __init__(self, first: CompiledDocument, second: CompiledDocument) -> None:
        self.first, self.second = first, second
        self.ladder = ladder(first.source.document, second.source.document)
        self.same = same_in_meaning(first.source.questions, second.source.questions)
        clashing = (first.source.questions.keys() & second.source.questions.keys()) - self.same
        self._apart = {question: question + OTHER for question in clashing}
        self._own = side_of(first, self._levels(first, self.ladder.own), {}, self._apart)
        others = side_of(second, self._levels(second, self.ladder.other), self._apart, self._apart)
        self._rule_names = rule_names(others.rules, self._own.rules)
        self._other = replace(others, rules=renamed_rules(others.rules, self._rule_names))
        self.questions: Mapping[str, Question] = {**self._other.questions, **self._own.questions}
        self.exchanges = tuple(sorted(self._exchanges()))

    def exchanged(self, exchanges: Collection[Exchange]) -> Choice:
        """What the first document says after these exchanges."""
        settings = {
            name: (self._other if is_exchanged(exchanges, "setting", name) else self._own).settings[name]
            for name in self._own.settings
        }
        placements: dict[str, Placements] = {}
        for question in self._placed:
            placements.update(self.placements_of(question, second=is_exchanged(exchanges, "question", question)))
        rules = [rule for rule in self._rules_after(exchanges) if rule is not None]
        return Choice(placements, tuple(rules), settings[NOTHING_MATCHES], settings[TOO_LITTLE])

    def placements_of(self, question: str, *, second: bool) -> dict[str, Placements]:
        """A question's placements in one of the two documents, under the id that they have in the merged one."""
        side, name = (self._other, self._apart.get(question, question)) if second else (self._own, question)
        return {name: side.placements[name]} if name in side.placements else {}

    def rule(self, rule_id: str, *, second: bool) -> Rule | None:
        """A rule of one of the two documents, in the merged one's levels and questions."""
        return (self._other if second else self._own).rules.get(rule_id)

    def written_rule(self, rule_id: str, *, second: bool) -> CompiledRule | None:
        """The same as its own document has it."""
        compiled = self.second if second else self.first
        names = self._rule_names if second else {own: own for own in self._own.rules}
        own = next((own for own, name in names.items() if name == rule_id), None)
        return next((rule for rule in compiled.rules if rule.clause.id == own), None)

    def names_of(self, question: str) -> tuple[str, ...]:
        """The ids under which the merged document has a question of either: two where they do not mean the same."""
        return (question, self._apart[question]) if question in self._apart else (question,)

    def compiled(self, choice: Choice, *, questions: Collection[str] | None = None) -> CompiledDocument:
        """A document made of the two, ready for evaluation; with `questions` it has only these."""
        kept = self.questions if questions is None else {q: self.questions[q] for q in questions}
        source = self.first.source
        document = source.document.model_copy(
            update={
                "levels": self.ladder.rungs,
                "bands": (),
                "actions": (),
                "sections": (),
                "placements": {q: placements for q, placements in choice.placements.items() if q in kept},
                "rules": choice.rules,
                NOTHING_MATCHES: choice.nothing_matches,
                TOO_LITTLE: choice.too_little,
            }
        )
        return compile_document(LoadedDocument(document, kept, source.domains, source.themes, ()))

    def facts(
        self, compiled: CompiledDocument, own: ChildFacts, other: ChildFacts, seconds: Collection[str]
    ) -> ChildFacts:
        """What is known of a child, as a merged document reads it.

        `own` and `other` are what each of the two made of the case; `seconds` are the questions to be read as the
        second document does, where both have them.
        """
        concerns = zip(own.earlier_concerns, other.earlier_concerns, strict=True)
        return replace(
            own,
            answers=self._answers(compiled, own.answers, other.answers, seconds),
            earlier_concerns=tuple(
                EarlierConcern(one.on, self._answers(compiled, one.answers, two.answers, seconds))
                for one, two in concerns
            ),
        )

    def _answers(
        self, compiled: CompiledDocument, own: Answers, other: Answers, seconds: Collection[str]
    ) -> dict[str, GivenAnswer]:
        found = {}
        for question in compiled.order:
            asked = question.removesuffix(OTHER)
            is_others = question not in self._own.questions or (question in self.same and question in seconds)
            answer = (other if is_others else own).get(asked)
            if answer is not None:
                found[question] = _graded(compiled, question, answer)
        return found

    @property
    def rule_ids(self) -> tuple[str, ...]:
        """The rules of both documents, by their ids in the merged one."""
        return tuple(dict.fromkeys((*self._own.rules, *self._other.rules)))

    @property
    def _placed(self) -> Iterable[str]:
        """The questions that either document places, by their ids there."""
        names = (*self._own.placements, *self._other.placements)
        return dict.fromkeys(name.removesuffix(OTHER) for name in names)

    def _rules_after(self, exchanges: Collection[Exchange]) -> Iterator[Rule | None]:
        for rule_id in self.rule_ids:
            second = is_exchanged(exchanges, "rule", rule_id)
            yield self.rule(rule_id, second=second)

    def _levels(self, compiled: CompiledDocument, rungs: tuple[int, ...]) -> dict[str, str]:
        """The rung of each level of a document, by id."""
        return {level.id: self.ladder.rungs[rungs[at]].id for at, level in enumerate(compiled.source.document.levels)}

    def _exchanges(self) -> Iterator[Exchange]:
        for question in dict.fromkeys((*self._placed, *self.same)):
            own, other = (self.placements_of(question, second=second) for second in (False, True))
            yield Exchange("question", question, change_between(own, other) if own or other else "replace")
        for rule_id in self.rule_ids:
            own_rule, other_rule = self.rule(rule_id, second=False), self.rule(rule_id, second=True)
            if own_rule is None or other_rule is None or rule_meaning(own_rule) != rule_meaning(other_rule):
                yield Exchange("rule", rule_id, change_between(own_rule, other_rule))
        for name, level in self._own.settings.items():
            if level != self._other.settings[name]:
                yield Exchange("setting", name, "replace")


def _graded(compiled: CompiledDocument, question_id: str, answer: GivenAnswer) -> GivenAnswer:
    """A number lies beyond other cuts in a document that uses others."""
    question = compiled.questions.get(question_id)
    if question is None or question.question.number is None or answer.grade is None:
        return answer
    value = as_number(answer.shown)
    return answer if value is None else replace(answer, grade=question.grade_of_number(value))
