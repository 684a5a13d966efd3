"""One document's conditions over the literals of a space that it may share with another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from threshold_tool.evaluation.monotone import ALWAYS, Count, Monotone, at_least, shifted, union_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from threshold_tool.evaluation.compiled import Clause, CompiledDocument, CompiledRule

IMMEDIATE = "immediate"
"""Stands beside the ids of actions for what a clause calls for: to act at once."""

NEVER = Count(1, 0)


def act_ids(clause: Clause | None) -> tuple[str, ...]:
    """What a clause calls for beside a level: its actions, and `immediate`."""
    if clause is None:
        return ()
    return (*clause.require, *([IMMEDIATE] if clause.immediate else []))


@dataclass(frozen=True)
class Side:
    """A document whose literals lie from bit `low` on.

    In a space of partly known cases there are two sets of them: those from `low` on hold however the unknowns
    turn out, those from `high` on may hold. Where all is known, both are the same.

    `acts` has a literal for each question and action: the answer given calls for it. They are literals of their
    own since a more concerning answer need not call for all that a lesser one does. `said` has a literal for each
    question whose `not-known` is placed: that it was said.
    """

    compiled: CompiledDocument
    low: int
    high: int
    acts: dict[tuple[str, str], int] = field(default_factory=dict)
    said: dict[str, int] = field(default_factory=dict)
    _made: dict[object, Monotone] = field(default_factory=dict)

    def both(self, literals: int) -> int:
        """The document's own literals, as those that hold for certain and those that may."""
        return literals << self.low | literals << self.high

    def rule(self, rule: CompiledRule) -> Monotone:
        """When a rule holds for certain."""
        return shifted(rule.when, self.low)

    def gate(self, question: str) -> Monotone:
        """When a question is asked, or may be: then a given answer counts."""
        gate = self.compiled.gates.get(question)
        return ALWAYS if gate is None else shifted(gate, self.high)

    def literal(self, question: str, grade: int) -> Monotone:
        """That a question is asked and answered at this grade or worse."""
        return Count(1, self.compiled.questions[question].from_grade(grade) << self.low)

    def level_conditions(self, level: int) -> tuple[Monotone, ...]:
        """Conditions of which one or more hold exactly when the level is certainly this one or above."""
        return self._level_conditions(level, self.low)

    def reaches(self, level: int) -> Monotone:
        """That the level is certainly this one or above."""
        return self._once(("reaches", level), lambda: any_of(self.level_conditions(level)))

    def could_reach(self, level: int) -> Monotone:
        """That the level may be this one or above."""
        return self._once(("could", level), lambda: any_of(self._level_conditions(level, self.high)))

    def recommended_conditions(self, level: int) -> tuple[Monotone, ...]:
        """Conditions of which one or more hold exactly when the recommended level is this one or above.

        The recommendation is the highest of what is certain, what a `not-known` that was said is placed at, and
        the floor for too little known, as far as the unknowns reach.
        """
        found = self.level_conditions(level)
        if level <= self.compiled.base:
            return found
        if said := self.said_from(level):
            found = (*found, Count(1, said))
        if level <= self.compiled.too_little:
            found = (*found, *self._level_conditions(level, self.high))
        return found

    def recommended(self, level: int) -> Monotone:
        """That the recommended level is this one or above."""
        return self._once(("recommended", level), lambda: any_of(self.recommended_conditions(level)))

    def said_from(self, level: int) -> int:
        """The literals of each `not-known` that is placed at this level or above."""
        return union_of(bit for question, bit in self.said.items() if self._not_known_level(question) >= level)

    def act_conditions(self, act: str) -> tuple[Monotone, ...]:
        """Conditions of which one or more hold exactly when an action is required."""
        answers = Count(1, union_of(bit for (_, own), bit in self.acts.items() if own == act))
        rules = [self.rule(rule) for rule in self.compiled.rules if act in act_ids(rule.clause)]
        return (answers, *rules)

    def said_for(self, act: str) -> int:
        """The literals of each `not-known` that calls for an action."""
        return union_of(
            bit for question, bit in self.said.items() if act in act_ids(self.compiled.questions[question].not_known)
        )

    def all_acts(self) -> tuple[str, ...]:
        """Every action that some clause requires, and `immediate`."""
        by_answers = (act for _, act in self.acts)
        by_rules = (act for rule in self.compiled.rules for act in act_ids(rule.clause))
        by_saying = (act for question in self.compiled.questions.values() for act in act_ids(question.not_known))
        return tuple(dict.fromkeys((*by_answers, *by_rules, *by_saying)))

    def _level_conditions(self, level: int, at: int) -> tuple[Monotone, ...]:
        if level <= self.compiled.base:
            return (ALWAYS,)
        if level >= len(self.compiled.placed_from):
            return ()
        placed = Count(1, self.compiled.placed_from[level] << at)
        return (placed, *(shifted(when, at) for when in self.compiled.rules_from[level]))

    def _not_known_level(self, question: str) -> int:
        clause = self.compiled.questions[question].not_known
        return -1 if clause is None or clause.level is None else clause.level

    def _once(self, key: object, make: Callable[[], Monotone]) -> Monotone:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = make()
        return found


def any_of(conditions: tuple[Monotone, ...]) -> Monotone:
    """One or more of these hold; never, where there are none."""
    return at_least(1, conditions) if conditions else NEVER
