"""The clauses behind a difference, in words: what each document says of them, and what exchanging them would do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.comparison.areas import area_name
from threshold_tool.comparison.by_case import BY_CLAUSES
from threshold_tool.comparison.exchange import TOO_LITTLE
from threshold_tool.comparison.words import capital, differs_words, placement_words
from threshold_tool.documents.condition_words import ConditionWords, quoted, sentence
from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.evaluation.explain import answer_words, level_words

if TYPE_CHECKING:
    from threshold_tool.comparison.by_case import CaseComparison, Difference
    from threshold_tool.comparison.exchange import Exchange
    from threshold_tool.comparison.exchange_search import Exchanges
    from threshold_tool.evaluation.compiled import CompiledDocument, CompiledRule
    from threshold_tool.evaluation.result import ChildResult

MOST_SETS_SHOWN = 5


def lead_words(difference: Difference) -> str:
    """What the sets that follow would do, or why there are none."""
    exchanges = difference.exchanges
    if exchanges is None:
        return _not_by_clauses(difference)
    size = len(exchanges.to_show[0])
    it = "it" if size == 1 else "them"
    treated = f"if {area_name(difference.reference)} treated {it} as {area_name(difference.other)} does"
    gone = differs_words(facet for facet in difference.facets if facet in BY_CLAUSES)
    would = f"{treated}, the two would no longer differ in {gone}"
    if not exchanges.decided:
        return f"{capital(_clauses(size))} together are enough: {would}. {_not_proved(exchanges)}"
    if len(exchanges.sets) > 1 or not exchanges.all_listed:
        each = "each of these alone makes" if size == 1 else f"each of these sets of {size} clauses makes"
        return f"{capital(each)} the difference: {would}."
    makes = "makes" if size == 1 else "together make"
    return f"{capital(_clauses(size))} {makes} the difference: {would}."


def _not_proved(exchanges: Exchanges) -> str:
    """What the search did not come to know, and what it did."""
    known = f"; it takes more than {_clauses(exchanges.larger_than)}" if exchanges.larger_than > 0 else ""
    return f"Whether fewer would do was not worked out to the end{known}."


def _not_by_clauses(difference: Difference) -> str:
    """What a difference rests on that is not one of levels."""
    words = ["In law both come to the same."]
    if "consent" in difference.facets:
        words.append("What each area asks about consent goes with its own level.")
    if "immediate" in difference.facets:
        words.append("The reasons below say which clauses call for action at once.")
    return " ".join(words)


def more_words(exchanges: Exchanges) -> str:
    """How many sets are not shown; "" where all are."""
    more = len(exchanges.sets) - MOST_SETS_SHOWN
    if not exchanges.decided:
        return ""
    if not exchanges.all_listed:
        return f"At least {more} more would do as well." if more > 0 else "There may be more such sets."
    if more <= 0:
        return ""
    return "1 more would do as well." if more == 1 else f"{more} more would do as well."


def _clauses(count: int) -> str:
    return "one clause" if count == 1 else f"{count} clauses"


@dataclass(frozen=True)
class ExchangeWords:
    """Puts the exchanges of one difference into words."""

    comparison: CaseComparison
    difference: Difference

    def words(self, exchange: Exchange) -> tuple[str, ...]:
        """What the exchange is about, then what each of the two documents says of it."""
        if exchange.kind == "question":
            return self._question(exchange.id)
        return self._rule(exchange.id) if exchange.kind == "rule" else self._setting(exchange.id)

    def _sides(self) -> tuple[tuple[str, CompiledDocument, ChildResult], ...]:
        found = self.difference
        return tuple(
            (key, self.comparison.results[key].compiled, self.comparison.child(found.ref, key))
            for key in (found.reference, found.other)
        )

    def _question(self, question: str) -> tuple[str, ...]:
        sides = self._sides()
        asking = next(compiled for _, compiled, _ in sides if question in compiled.source.questions)
        said = [f"{area_name(key)}: {self._placed(compiled, child, question)}" for key, compiled, child in sides]
        return (asking.source.questions[question].ask, *map(sentence, said))

    def _placed(self, compiled: CompiledDocument, child: ChildResult, question_id: str) -> str:
        """What a document makes of what is known of a question."""
        if question_id not in compiled.source.questions:
            return "does not ask this"
        if question_id not in compiled.questions:
            return "asks this as a strength"
        answer, question = child.facts.answers.get(question_id), compiled.questions[question_id]
        if question_id in child.set_aside:
            return "does not ask this of the child, since other answers or the age leave it out"
        if answer is not None and answer.grade is not None:
            words = quoted(answer_words(compiled, question_id, answer.shown))
            return f"{words}: {placement_words(compiled, question.clauses[answer.grade])}"
        if answer is not None and answer.shown == NOT_KNOWN and question.not_known is not None:
            return f"{quoted('Not known')}: {placement_words(compiled, question.not_known)}"
        top = question.clauses[question.top]
        known = "not answered" if answer is None else answer_words(compiled, question_id, answer.shown).lower()
        if top is None or top.level is None:
            return f"{known}; no answer stands at a level here"
        return f"{known}; an answer could lead to {level_words(compiled, top.level)}"

    def _rule(self, rule_id: str) -> tuple[str, ...]:
        merged = self.comparison.merged[self.difference.other]
        rules = [merged.written_rule(rule_id, second=second) for second in (False, True)]
        because = next(rule.written.because for rule in rules if rule is not None)
        said = (
            f"{area_name(key)}: {_rule_words(compiled, rule)}"
            for (key, compiled, _), rule in zip(self._sides(), rules, strict=True)
        )
        return (sentence(because), *map(sentence, said))

    def _setting(self, name: str) -> tuple[str, ...]:
        about = "When too little is known" if name == TOO_LITTLE else "When nothing in the document applies"
        said = (
            f"{area_name(key)}: {level_words(compiled, compiled.too_little if name == TOO_LITTLE else compiled.base)}"
            for key, compiled, _ in self._sides()
        )
        return (about, *map(sentence, said))


def _rule_words(compiled: CompiledDocument, rule: CompiledRule | None) -> str:
    """A rule's level and place, and when it holds."""
    if rule is None:
        return "has no such rule"
    words = ConditionWords(compiled.source)
    when = words.words(rule.written.when)
    unless = "; or ".join(words.strength(bound) for bound in rule.written.unless)
    stopped = f", unless {unless}" if unless else ""
    return f"a rule leads to {placement_words(compiled, rule.clause)}, when {when}{stopped}"
