"""Which exchanges can matter for one child, and what has to be there to see what they do.

Two bounds keep this small: a document with all that raises, and one with all that lowers. A rule that does not hold
in the first holds in no document in between; and where even the second could lead as high as the floor for too
little known, that floor stands in all of them, and only what is certain is left to look at.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from threshold_tool.comparison.directions import Directions
from threshold_tool.comparison.exchange import OTHER, TOO_LITTLE, questions_of
from threshold_tool.documents import conditions as c
from threshold_tool.evaluation.assess import assess

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from threshold_tool.comparison.directions import Direction
    from threshold_tool.comparison.exchange import Exchange, ExchangeSet
    from threshold_tool.comparison.pair import Pair
    from threshold_tool.documents.model import Rule
    from threshold_tool.evaluation.assess import Assessment
    from threshold_tool.evaluation.compiled import CompiledDocument


@dataclass(frozen=True)
class Relevant:
    """The exchanges that can matter for a child, each with its direction.

    `fillings` are those of questions that "nothing seen" answers under one of the documents alone: they can also
    decide whether another question is asked. With `floor_holds` the floor for too little known stands in every
    document in between. `rules` and `questions` are all that has to be there; None where that is everything.
    """

    pair: Pair
    directions: dict[Exchange, Direction]
    fillings: ExchangeSet
    floor_holds: bool = False
    rules: frozenset[str] | None = None
    questions: frozenset[str] | None = None

    @cached_property
    def every(self) -> ExchangeSet:
        """All exchanges that can matter."""
        return frozenset(self.directions)

    @cached_property
    def in_order(self) -> tuple[Exchange, ...]:
        """The same in an order that is the same on every machine."""
        return tuple(sorted(self.every))

    def may_raise(self, exchange: Exchange) -> bool:
        """Whether an exchange can raise what the merged document says."""
        return self.directions[exchange] != "down"

    def may_lower(self, exchange: Exchange) -> bool:
        """Whether an exchange can lower what the merged document says."""
        return self.directions[exchange] != "up"

    def of_question(self, question: str) -> ExchangeSet:
        """The exchange of a question of the merged document, if it can matter."""
        named = ("question", question.removesuffix(OTHER))
        return frozenset(exchange for exchange in self.every if (exchange.kind, exchange.id) == named)

    def of_rule(self, rule: str) -> ExchangeSet:
        """The exchange of a rule of the merged document, if it can matter."""
        return frozenset(exchange for exchange in self.every if (exchange.kind, exchange.id) == ("rule", rule))

    def assessed(self, exchanges: Collection[Exchange]) -> Assessment:
        """What the first document says after these exchanges, worked out from what has to be there."""
        choice = self.pair.merged.exchanged(exchanges)
        if self.rules is not None:
            choice = replace(choice, rules=tuple(rule for rule in choice.rules if rule.id in self.rules))
        return self.pair.assessed(choice, questions_of(exchanges), self.questions)


def relevant(pair: Pair) -> Relevant:
    """The exchanges that can matter for a child."""
    return _Relevance(pair, Directions(pair)).run()


@dataclass(frozen=True)
class _Relevance:
    """Finds the relevant exchanges of one child."""

    pair: Pair
    found: Directions

    def run(self) -> Relevant:
        directions = self.found.all(possible_too=True)
        if self._has_mixed_questions(directions):
            return Relevant(self.pair, directions, self._fillings(directions))
        lowest = self._bound(directions, "down")
        floor_holds = lowest.possible.highest >= max(self.found.rungs(TOO_LITTLE))
        if floor_holds:
            directions = self.found.all(possible_too=False)
        if self._has_mixed_questions(directions):
            return Relevant(self.pair, directions, self._fillings(directions), floor_holds)
        highest = self._bound(directions, "up")
        rules = frozenset(self._holding(highest, possible_too=not floor_holds))
        kept = {e: d for e, d in directions.items() if e.kind != "rule" or e.id in rules}
        questions = frozenset(self._needed(highest.compiled, rules)) if floor_holds else None
        return Relevant(self.pair, kept, self._fillings(kept), floor_holds, rules, questions)

    def _fillings(self, directions: dict[Exchange, Direction]) -> ExchangeSet:
        questions = (exchange for exchange in directions if exchange.kind == "question")
        return frozenset(exchange for exchange in questions if self.pair.filled_differently(exchange.id))

    def _has_mixed_questions(self, directions: dict[Exchange, Direction]) -> bool:
        return any(exchange.kind == "question" and found == "mixed" for exchange, found in directions.items())

    def _bound(self, directions: dict[Exchange, Direction], wanted: Direction) -> Assessment:
        """The child under a document that says at least, or at most, what any document in between says."""
        merged = self.pair.merged
        chosen = {exchange for exchange, direction in directions.items() if direction == wanted}
        choice = merged.exchanged(chosen)
        return self.pair.assessed(
            replace(choice, rules=tuple(self._rules(directions, highest=wanted == "up"))), questions_of(chosen), None
        )

    def _rules(self, directions: dict[Exchange, Direction], *, highest: bool) -> Iterator[Rule]:
        """Every rule of both documents, or only those that both have."""
        merged = self.pair.merged
        for rule_id in merged.rule_ids:
            own, other = (merged.rule(rule_id, second=second) for second in (False, True))
            exchanged = any((e.kind, e.id) == ("rule", rule_id) for e in directions)
            if highest:
                if own is not None:
                    yield own
                if other is not None and exchanged:
                    yield other.model_copy(update={"id": rule_id + OTHER + OTHER})
            elif own is not None and not exchanged:
                yield own

    def _holding(self, highest: Assessment, *, possible_too: bool) -> Iterator[str]:
        """The rules that hold in some document in between, for the child or for one of its earlier concerns."""
        earlier = (
            assess(highest.compiled, replace(highest.child, answers=concern.answers, earlier_concerns=()))
            for concern in highest.child.earlier_concerns
        )
        states = [world.low for found in (highest, *earlier) for world in found.possible.worlds]
        if possible_too:
            states += [world.high for world in highest.possible.worlds]
        for rule in highest.compiled.rules:
            if any(rule.when.holds(state) for state in states):
                yield rule.clause.id.removesuffix(OTHER + OTHER)

    def _needed(self, highest: CompiledDocument, rules: Collection[str]) -> Iterator[str]:
        """The questions that are left to look at when only what is certain counts."""
        merged = self.pair.merged
        needed = [
            name
            for question in merged.questions
            for name in merged.names_of(question.removesuffix(OTHER))
            if self.found.may_lead_somewhere(name)
        ]
        for rule in highest.rules:
            if rule.clause.id.removesuffix(OTHER + OTHER) in rules:
                needed += [*_read(rule.written.when), *(bound.question for bound in rule.written.unless)]
        seen: set[str] = set()
        while needed:
            question = needed.pop()
            if question not in seen:
                seen.add(question)
                ask_when = merged.questions[question].ask_when
                needed += _read(ask_when) if ask_when is not None else ()
        yield from (question for question in merged.questions if question in seen)


def _read(condition: c.Condition) -> list[str]:
    return [part.answer.question for part in c.walk(condition) if isinstance(part, c.Answer)]
