"""Whether an exchange can matter for one child, and whether it can only raise or only lower what is said of it.

A question matters by what its known answer reaches, or by its least and its most concerning answer where it is not
known.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from threshold_tool.comparison.exchange import NOTHING_MATCHES
from threshold_tool.documents.fields import NOT_KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from threshold_tool.comparison.exchange import Exchange
    from threshold_tool.comparison.pair import Pair
    from threshold_tool.documents.model import Rule
    from threshold_tool.evaluation.assess import Assessment
    from threshold_tool.evaluation.compiled import Clause

Direction = Literal["up", "down", "mixed"]

_NOWHERE = -1


@dataclass(frozen=True)
class Directions:
    """Finds the direction of each exchange for one child."""

    pair: Pair

    def all(self, *, possible_too: bool) -> dict[Exchange, Direction]:
        """Each exchange that can matter; with `possible_too` also by what is possible and not certain."""
        found: dict[Exchange, Direction] = {}
        for exchange in self.pair.merged.exchanges:
            direction = self._direction(exchange, possible_too=possible_too)
            if direction is not None:
                found[exchange] = direction
        return found

    @cached_property
    def ends(self) -> tuple[Assessment, Assessment]:
        """The child under each of the two documents, as parts of the merged one."""
        return self.pair.exchanged(()), self.pair.exchanged(self.pair.merged.exchanges)

    def rungs(self, setting: str) -> tuple[int, int]:
        """On which rung each document stands when nothing matches, or when too little is known."""
        return tuple(  # type: ignore[return-value] # two ends give two rungs
            end.compiled.base if setting == NOTHING_MATCHES else end.compiled.too_little for end in self.ends
        )

    def may_lead_somewhere(self, question: str) -> bool:
        """Whether a question of the merged document certainly leads to a level under either document."""
        return any(n > _NOWHERE for end in self.ends for n in self._reach(end, question, possible_too=False))

    def _direction(self, exchange: Exchange, *, possible_too: bool) -> Direction | None:
        if exchange.kind == "question":
            return self._of_question(exchange.id, possible_too=possible_too)
        if exchange.kind == "setting":
            own, other = self.rungs(exchange.id)
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
            for end in self.ends
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
    def _anything_is_filled(self) -> bool:
        return any(self.pair.filled_differently(question) for question in self.pair.merged.same)


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
