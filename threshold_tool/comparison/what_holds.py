"""What holds a merged document's level above what is wanted, and which exchanges could undo that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.comparison.exchange import TOO_LITTLE
from threshold_tool.evaluation.assess import said_not_known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.comparison.exchange import ExchangeSet
    from threshold_tool.comparison.relevant_exchanges import Relevant
    from threshold_tool.evaluation.assess import Assessment
    from threshold_tool.evaluation.compiled import CompiledDocument, CompiledRule


@dataclass(frozen=True)
class WhatHolds:
    """Finds what holds a level above `most`, the highest that is wanted."""

    relevant: Relevant
    most: int

    def fewest(self, found: Assessment) -> ExchangeSet:
        """Exchanges of which one has to be made for the level to come down to `most`: the fewest such."""
        ways = [self.relevant.every, *self._ways(found)]
        return min((frozenset(filter(self.relevant.may_lower, way)) for way in ways), key=len)

    def _ways(self, found: Assessment) -> Iterator[ExchangeSet]:
        """For each thing that by itself holds the level up, the exchanges that could undo it."""
        compiled, worlds = found.compiled, found.possible.worlds
        if found.recommendation.lowest > self.most:  # at one age, at least, it has to come down
            yield frozenset().union(*(self._undoing(compiled, world.low) for world in worlds))
        for question, clause in said_not_known(compiled, found.child, found.possible):
            if self._is_above(clause.level):
                yield self.relevant.of_question(question) | self.relevant.fillings
        if compiled.too_little > self.most:
            floor = frozenset(exchange for exchange in self.relevant.every if exchange.id == TOO_LITTLE)
            if self.relevant.floor_holds:
                yield floor
            for world in worlds:  # what is possible has to come down at every age, or else the floor
                if self._is_above(compiled.level(world.high)):
                    yield floor | self._undoing(compiled, world.high)

    def _undoing(self, compiled: CompiledDocument, state: int) -> ExchangeSet:
        """What could undo one of the clauses that hold a state up: the fewest such."""
        ways = [self.relevant.every]
        for question in compiled.questions.values():
            own = state & question.mask
            clause = question.clauses[question.grade_of(1 << (own.bit_length() - 1))] if own else None
            if clause is not None and self._is_above(clause.level):
                ways.append(self.relevant.of_question(question.id) | self.relevant.fillings)
        for rule in compiled.rules:
            if self._is_above(rule.clause.level) and rule.when.holds(state):
                ways.append(self._undoing_rule(compiled, rule) | self.relevant.fillings)
        return min(ways, key=len)

    def _undoing_rule(self, compiled: CompiledDocument, rule: CompiledRule) -> ExchangeSet:
        """The rule's own exchange, and those of the questions that it reads or counts."""
        read = rule.when.literals
        if any(bit & read for bit in compiled.earlier.values()):
            return self.relevant.every  # earlier concerns are judged by all clauses
        asked = (question.id for question in compiled.questions.values() if question.mask & read)
        return self.relevant.of_rule(rule.clause.id).union(*map(self.relevant.of_question, asked))

    def _is_above(self, level: int | None) -> bool:
        return level is not None and level > self.most
