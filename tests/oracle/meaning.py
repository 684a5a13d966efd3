"""Documents applied to cases one after another, with what was worked out before kept.

The meaning itself is that of `brute_force`; this only keeps answers apart from strengths, ages and earlier
concerns, so that a proof by trying every case stays quick enough for thousands of small documents.

- `Meaning(document)`: one document, given as the dict that its YAML is.
- `Meaning.settle(values, birth)`: what is asked in a complete case, and what counts for it.
- `Meaning.outcome(answers, birth, strengths, history)`: level, actions and `immediate` of a complete case.
- `Meaning.called_for(answers, births, strengths, history)`: what a partly known case calls for.
- `Meaning.recommended(answers, births, strengths, history)`: the level of a partly known case.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

from tests.oracle.brute_force import (
    NOT_KNOWN,
    Child,
    Clause,
    Conditions,
    Situation,
    Surroundings,
    Text,
    uses_earlier_concerns,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.oracle.brute_force import Answers, History, Value
    from tests.oracle.calendar_ages import Birth

ON = date(2026, 11, 16)  # the assessment date of every case tried

Strengths = tuple[tuple[str, str], ...]  # those that are known
Settled = tuple["Value | None", ...]  # one for each concern, in the order of `Text.concerns`; None: not asked


@dataclass(frozen=True)
class Outcome:
    """What a person sees of a complete case."""

    level: str
    actions: frozenset[str]  # the level's own and the required ones
    immediate: bool
    require: frozenset[str] = field(compare=False)  # the required ones alone, which a person cannot tell apart


class Meaning:
    """One document, and what it means for the cases it was asked about."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.text = Text(document)
        self.conditions = Conditions(self.text)
        self.level_actions = [
            frozenset(str(action) for action in level.get("actions", [])) for level in document["levels"]
        ]
        self.strengths = [name for name in self.text.questions if name not in self.text.concerns]
        self.reading_history = frozenset(str(rule["id"]) for rule in self.text.rules if uses_earlier_concerns(rule))
        self._clauses: dict[Any, frozenset[Clause]] = {}
        self._stopped: dict[Strengths, frozenset[str]] = {}
        self._settled: dict[Any, Settled] = {}
        self._asked: dict[Any, bool] = {}
        self._possible: dict[Any, tuple[list[tuple[Settled, Birth]], list[Clause]]] = {}
        self._recommended: dict[Any, str] = {}

    def settle(self, values: Answers, birth: Birth) -> Settled:
        """Return what counts for each concern when every question that is asked has its value."""
        key = (tuple(values[name] for name in self.text.concerns), birth)
        if key not in self._settled:
            now = Situation({}, {}, birth, [], ON)
            for name in self.text.concerns:
                now.answers[name] = values[name] if self.is_asked(name, now) else None
            self._settled[key] = tuple(now.answers.values())
        return self._settled[key]

    def is_asked(self, name: str, now: Situation) -> bool:
        """Say whether a question's `ask_when` holds, given the answers before it."""
        when = self.text.questions[name].get("ask_when")
        if when is None:
            return True
        key = (name, tuple(now.answers.values()), now.birth)
        if key not in self._asked:
            self._asked[key] = self.conditions.holds(when, now)
        return self._asked[key]

    def stopped(self, strengths: Strengths) -> frozenset[str]:
        """Return the rules that these strengths stop."""
        if strengths not in self._stopped:
            now = Situation({}, dict(strengths), "unborn", [], ON)
            stopped = [str(rule["id"]) for rule in self.text.rules if self.conditions.is_stopped(rule, now)]
            self._stopped[strengths] = frozenset(stopped)
        return self._stopped[strengths]

    def clauses(self, answers: Settled, birth: Birth, strengths: Strengths, history: History) -> list[Clause]:
        """Return every placement reached and every rule that holds."""
        key = (answers, birth, tuple(history))
        if key not in self._clauses:
            counted: Answers = dict(zip(self.text.concerns, answers, strict=True))
            now = Situation(counted, {}, birth, history, ON)
            self._clauses[key] = self.conditions.clauses(self.text.rules, now)
        stopped = self.stopped(strengths)
        return [clause for clause in self._clauses[key] if clause.kind == "placement" or clause.id not in stopped]

    def level(self, clauses: Sequence[Clause]) -> int:
        """Return the level that these clauses come to."""
        return max([self.text.floor, *(clause.level for clause in clauses if clause.level is not None)])

    def outcome(self, answers: Settled, birth: Birth, strengths: Strengths, history: History) -> Outcome:
        """Return what a person sees of a complete case."""
        clauses = self.clauses(answers, birth, strengths, history)
        level = self.level(clauses)
        require = frozenset[str]().union(*(clause.require for clause in clauses))
        immediate = any(clause.immediate for clause in clauses)
        return Outcome(self.text.levels[level], require | self.level_actions[level], immediate, require)

    def possible(self, answers: Answers, births: Sequence[Birth]) -> tuple[list[tuple[Settled, Birth]], list[Clause]]:
        """Return every way that a partly known case could turn out, and its placed `not-known`s."""
        known = {name: value for name, value in answers.items() if name in self.text.concerns and value is not None}
        key = (tuple(sorted(known.items())), tuple(births))
        if key not in self._possible:
            nowhere: dict[Birth, History] = {birth: [] for birth in births}
            child = Child(Surroundings(self.text, [], ON, list(births), nowhere), known)
            ways = {
                (tuple(child.situation(self.text.concerns, filled, birth).answers.values()), birth)
                for values in product(*(self.text.values(name) for name in child.unknown))
                for filled in [dict(zip(child.unknown, values, strict=True))]
                for birth in births
            }
            self._possible[key] = list(ways), child.said_not_known
        return self._possible[key]

    def recommended(
        self, answers: Answers, births: Sequence[Birth], strengths: Strengths, history: Mapping[Birth, History]
    ) -> str:
        """Return the level recommended for a partly known case; an age that is not known is several births."""
        ways, not_known = self.possible(answers, births)
        levels = {self.level(self.clauses(settled, birth, strengths, history[birth])) for settled, birth in ways}
        said = [clause.level for clause in not_known if clause.level is not None]
        return self.text.levels[max([min(levels), min(self.text.too_little, max(levels)), *said])]

    def called_for(
        self, answers: Answers, births: Sequence[Birth], strengths: Strengths, history: Mapping[Birth, History]
    ) -> tuple[frozenset[str], bool]:
        """Return the actions required in a partly known case, and whether it is immediate.

        What every way it could turn out calls for, and what a `not-known` that was said calls for.
        """
        ways, not_known = self.possible(answers, births)
        each = [self.clauses(settled, birth, strengths, history[birth]) for settled, birth in ways]
        everywhere = frozenset.intersection(
            *(frozenset[str]().union(*(clause.require for clause in clauses)) for clauses in each)
        )
        immediate = all(any(clause.immediate for clause in clauses) for clauses in each)
        said = frozenset[str]().union(*(clause.require for clause in not_known))
        return everywhere | said, immediate or any(clause.immediate for clause in not_known)

    def earlier_level(self, answers: Answers, birth: Birth, strengths: Strengths) -> int:
        """Return the lowest level of an earlier concern with these answers, for a child of that age today."""
        ways, _ = self.possible({name: v for name, v in answers.items() if v != NOT_KNOWN}, [birth])
        return min(
            self.level([c for c in self.clauses(settled, birth, strengths, []) if c.id not in self.reading_history])
            for settled, _ in ways
        )


def without_rule(document: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the document with one rule taken out."""
    return {**document, "rules": [rule for rule in document["rules"] if rule["id"] != name]}


def without_placement(document: dict[str, Any], question: str, key: str) -> dict[str, Any]:
    """Return the document with one placement taken out."""
    kept = {name: placed for name, placed in document["placements"][question].items() if name != key}
    placements = {**document["placements"], question: kept}
    return {**document, "placements": {name: placed for name, placed in placements.items() if placed}}
