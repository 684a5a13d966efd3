"""Which exchanges can matter for one child, and whether each can only raise or only lower what is said of it.

A question matters by what its known answer reaches, or by its least and its most concerning answer where it is not
known. Two bounds keep the rest small: a document with all that raises, and one with all that lowers. A rule that
does not hold in the first holds in no document in between; and where even the second could lead as high as the
floor for too little known, that floor stands in all of them, and only what is certain is left to look at.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from threshold_tool.comparison.merged import NOTHING_MATCHES, OTHER, TOO_LITTLE, Choice
from threshold_tool.documents import conditions as c
from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.evaluation.assess import assess

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from threshold_tool.comparison.merged import Exchange, Merged
    from threshold_tool.documents.model import Rule
    from threshold_tool.evaluation.answers import ChildFacts
    from threshold_tool.evaluation.assess import Assessment
    from threshold_tool.evaluation.compiled import Clause, CompiledDocument

Direction = Literal["up", "down", "mixed"]
ExchangeSet = frozenset["Exchange"]

_NOWHERE = -1


@dataclass(frozen=True)
class Pair:
    """A child under two documents that were merged: what each of them made of the case."""

    merged: Merged
    own: ChildFacts
    other: ChildFacts

    def assessed(self, choice: Choice, seconds: Collection[str], questions: Collection[str] | None) -> Assessment:
        """What a document made of the two says; `seconds` are the questions read as the second document does."""
        compiled = self.merged.compiled(choice, questions=questions)
        return assess(compiled, self.merged.facts(compiled, self.own, self.other, seconds))

    def exchanged(self, exchanges: Collection[Exchange]) -> Assessment:
        """What the first document says after these exchanges."""
        return self.assessed(self.merged.exchanged(exchanges), questions_of(exchanges), None)

    def filled_differently(self, question: str) -> bool:
        """Whether "nothing seen" answers a question under one of the documents alone."""
        own, other = self.own.answers.get(question), self.other.answers.get(question)
        return question in self.merged.same and own != other and _is_filled(own) != _is_filled(other)


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


def questions_of(exchanges: Collection[Exchange]) -> frozenset[str]:
    """The questions that are exchanged."""
    return frozenset(exchange.id for exchange in exchanges if exchange.kind == "question")


def relevant(pair: Pair) -> Relevant:
    """The exchanges that can matter for a child."""
    return _Relevance(pair).run()


def _is_filled(answer: object) -> bool:
    return answer is not None and not getattr(answer, "typed", True)


@dataclass(frozen=True)
class _Relevance:
    """Finds the relevant exchanges of one child."""

    pair: Pair

    def run(self) -> Relevant:
        directions = self._directions(possible_too=True)
        if self._has_mixed_questions(directions):
            return Relevant(self.pair, directions, self._fillings(directions))
        lowest = self._bound(directions, "down")
        floor_holds = lowest.possible.highest >= max(self._rungs(TOO_LITTLE))
        if floor_holds:
            directions = self._directions(possible_too=False)
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

    def _directions(self, *, possible_too: bool) -> dict[Exchange, Direction]:
        """Each exchange that can matter; with `possible_too` also by what is possible and not certain."""
        found: dict[Exchange, Direction] = {}
        for exchange in self.pair.merged.exchanges:
            direction = self._direction(exchange, possible_too=possible_too)
            if direction is not None:
                found[exchange] = direction
        return found

    def _direction(self, exchange: Exchange, *, possible_too: bool) -> Direction | None:
        if exchange.kind == "question":
            return self._of_question(exchange.id, possible_too=possible_too)
        if exchange.kind == "setting":
            own, other = self._rungs(exchange.id)
            return _direction((own,), (other,))
        return self._of_rule(exchange.id)

    def _of_rule(self, rule_id: str) -> Direction | None:
        own, other = (self.pair.merged.rule(rule_id, second=second) for second in (False, True))
        if own is None:
            return "up"
        if other is None:
            return "down"
        same = (own.when, frozenset(own.unless)) == (other.when, frozenset(other.unless))
        return _direction((_rung(own),), (_rung(other),)) if same else "mixed"

    def _of_question(self, question: str, *, possible_too: bool) -> Direction | None:
        before, after = (
            [n for name in self.pair.merged.names_of(question) for n in self._reach(end, name, possible_too)]
            for end in self._ends
        )
        direction = _direction(before, after)
        apart = len(self.pair.merged.names_of(question)) > 1
        if direction and apart and max(before) > _NOWHERE and max(after) > _NOWHERE:
            return "mixed"  # one question takes the place of another, and rules may count only one of them
        return direction

    def _reach(self, end: Assessment, question_id: str, possible_too: bool) -> Iterator[int]:
        """How high what is known of a question leads: certainly, possibly, if "not known" was said, and earlier."""
        question = end.compiled.questions.get(question_id)
        if question is None:
            return
        asked = self._anything_is_filled or question_id not in end.possible.set_aside
        answer = end.child.answers.get(question_id)
        grade = answer.grade if answer else None
        said = answer is not None and answer.shown == NOT_KNOWN and asked
        yield _level(question.clauses[grade or 0]) if asked else _NOWHERE
        yield _level(question.not_known) if said else _NOWHERE
        for concern in end.child.earlier_concerns:
            then = concern.answers.get(question_id)
            yield _level(question.clauses[then.grade or 0 if then else 0])
        if possible_too:
            yield _level(question.clauses[question.top if grade is None else grade]) if asked else _NOWHERE
        if self.pair.filled_differently(question_id):
            yield 1 if grade is None else 0

    @cached_property
    def _ends(self) -> tuple[Assessment, Assessment]:
        """The child under each of the two documents, as parts of the merged one."""
        return self.pair.exchanged(()), self.pair.exchanged(self.pair.merged.exchanges)

    @cached_property
    def _anything_is_filled(self) -> bool:
        return any(self.pair.filled_differently(question) for question in self.pair.merged.same)

    def _rungs(self, setting: str) -> tuple[int, int]:
        """On which rung each document stands when nothing matches, or when too little is known."""
        return tuple(  # type: ignore[return-value] # two ends give two rungs
            end.compiled.base if setting == NOTHING_MATCHES else end.compiled.too_little for end in self._ends
        )

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
            if any(n > _NOWHERE for end in self._ends for n in self._reach(end, name, possible_too=False))
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


def _direction(before: Sequence[int], after: Sequence[int]) -> Direction | None:
    pairs = list(zip(before, after, strict=True))
    if all(one == two for one, two in pairs):
        return None
    if all(one <= two for one, two in pairs):
        return "up"
    return "down" if all(one >= two for one, two in pairs) else "mixed"


def _level(clause: Clause | None) -> int:
    return _NOWHERE if clause is None or clause.level is None else clause.level


def _rung(rule: Rule) -> int:
    return int((rule.level or "").rpartition("-")[2])


def _read(condition: c.Condition) -> list[str]:
    return [part.answer.question for part in c.walk(condition) if isinstance(part, c.Answer)]
