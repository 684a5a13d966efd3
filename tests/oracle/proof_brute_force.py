"""Proves a small document (design, section 6) by trying every case one after another.

`faults(document) -> set[tuple[str, str]]` takes the dict that a document's YAML is and returns each fault as
its code and what it is about: the id of a rule, question or level, or `question=key` for a placement. The codes
are `impossible-rule`, `unreachable-question`, `unreachable-level`, `dead-rule`, `dead-placement` and
`idle-question`.

Where the text leaves a choice:

- A complete case answers every concern that is asked, has one age (each birth that the document can tell from
  others, the unborn included), every strength known at some grade or not known, and any history of earlier
  concerns. Those may be partly known; they are judged at their `lowest` at the same age.
- A clause is dead when no complete case changes in level, in the set of actions (the level's own and the required
  ones) or in `immediate` once it is taken out of the document. It is then gone for earlier concerns as well, and
  the answers that inherited from a placement take what is left.
- A rule that can never hold is impossible and not dead as well. A placement of a question that is never asked,
  and the placement of a `not-known`, are not reported as dead.
- Clauses written at `when_nothing_matches` are exempt from being dead. Clauses without a level are not.
- A question is idle when no two complete cases that differ in its answer alone, both asking it, differ in level,
  actions, `immediate` or which questions are asked. A strength may also be unknown in one of the two. Answers of
  earlier concerns stay as they are. A question whose `not-known` is placed so that it counts (above
  `when_nothing_matches`, or with an action or `immediate`) is never idle.
- A level is reachable when it is recommended in some case, partly known ones included: each question answered,
  unanswered or said to be not known, the age known or wholly unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tests.oracle.brute_force import NOT_KNOWN, flag
from tests.oracle.cases_to_try import Space, histories
from tests.oracle.meaning import Meaning, without_placement, without_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.oracle.brute_force import History, Value
    from tests.oracle.calendar_ages import Birth
    from tests.oracle.meaning import Outcome, Settled, Strengths

Fault = tuple[str, str]


def faults(document: dict[str, Any]) -> set[Fault]:
    """Return every fault of a small document, as its code and what it is about."""
    proof = Proof(document)
    found = [
        *(("impossible-rule", rule) for rule in proof.impossible_rules),
        *(("unreachable-question", name) for name in proof.unreachable_questions),
        *(("unreachable-level", level) for level in proof.unreachable_levels()),
        *(("dead-rule", rule) for rule in proof.dead_rules()),
        *(("dead-placement", placement) for placement in proof.dead_placements()),
        *(("idle-question", name) for name in (*proof.idle_concerns(), *proof.idle_strengths())),
    ]
    return set(found)


@dataclass(frozen=True)
class Complete:
    """A complete case; `values` also holds what would be answered to the questions that are not asked."""

    values: tuple[Value, ...]
    answers: Settled
    birth: Birth
    strengths: Strengths
    history: History = field(hash=False)


class Proof:
    """One document and all its complete cases."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.meaning = Meaning(document)
        self.text = self.meaning.text
        self.space = Space([self.meaning])
        self.floor = str(document["when_nothing_matches"])

    @cached_property
    def cases(self) -> list[Complete]:
        """Every complete case."""
        strengths = [held for (held,) in self.space.telling_strengths()]
        return [
            Complete(values, answers, birth, held, judged.at(birth))
            for birth in self.space.births
            for (judged,) in histories(self.space, [birth])
            for values in self.space.complete()
            for answers in [self.meaning.settle(self.space.for_document(0, values), birth)]
            for held in strengths
        ]

    def outcome(self, case: Complete) -> Outcome:
        """Return what a person sees of a complete case."""
        return self.meaning.outcome(case.answers, case.birth, case.strengths, case.history)

    @cached_property
    def impossible_rules(self) -> set[str]:
        """The rules that hold in no complete case."""
        holding = {
            clause.id
            for case in self.cases
            for clause in self.meaning.clauses(case.answers, case.birth, case.strengths, case.history)
            if clause.kind == "rule"
        }
        return {str(rule["id"]) for rule in self.text.rules} - holding

    @cached_property
    def unreachable_questions(self) -> set[str]:
        """The concern questions that no complete case asks."""
        asked = {
            name
            for case in self.cases
            for name, value in zip(self.text.concerns, case.answers, strict=True)
            if value is not None
        }
        return set(self.text.concerns) - asked

    def unreachable_levels(self) -> set[str]:
        """Return the levels that no case is recommended, partly known ones included."""
        unreached = set(self.text.levels) - {self.outcome(case).level for case in self.cases}
        for level in self.partly_known_levels() if unreached else ():
            unreached.discard(level)
            if not unreached:
                break
        return unreached

    def partly_known_levels(self) -> Iterator[str]:
        """Yield the level of every partly known case."""
        for births in [*([birth] for birth in self.space.births), self.space.births]:
            for (judged,) in histories(self.space, births):
                for values in self.space.partly_known():
                    for (held,) in self.space.telling_strengths():
                        answers = self.space.for_document(0, values)
                        yield self.meaning.recommended(answers, births, held, judged.everywhere())

    def dead_rules(self) -> Iterator[str]:
        """Yield the rules without which no complete case changes."""
        for rule in self.text.rules:
            name = str(rule["id"])
            exempt = str(rule.get("level")) == self.floor or name in self.impossible_rules
            if not exempt and self.changes_nothing(without_rule(self.document, name)):
                yield name

    def dead_placements(self) -> Iterator[str]:
        """Yield the placements without which no complete case changes."""
        for question, placed in self.text.placements.items():
            for key, placement in placed.items():
                exempt = key == NOT_KNOWN or str(placement.get("level")) == self.floor
                if exempt or question in self.unreachable_questions:
                    continue
                if self.changes_nothing(without_placement(self.document, question, key)):
                    yield f"{question}={key}"

    def changes_nothing(self, edited: dict[str, Any]) -> bool:
        """Say whether every complete case is seen alike under the document with something taken out."""
        space = Space([self.meaning, Meaning(edited)])
        strengths = space.telling_strengths()
        return all(
            self._is_alike(space, values, birth, held, (before.at(birth), after.at(birth)))
            for birth in space.births
            for before, after in histories(space, [birth])
            for values in space.complete()
            for held in strengths
        )

    def _is_alike(
        self,
        space: Space,
        values: tuple[Value, ...],
        birth: Birth,
        held: tuple[Strengths, ...],
        history: tuple[History, History],
    ) -> bool:
        before, after = (
            meaning.outcome(
                meaning.settle(space.for_document(place, values), birth), birth, held[place], history[place]
            )
            for place, meaning in enumerate(space.meanings)
        )
        return before == after

    def idle_concerns(self) -> Iterator[str]:
        """Yield the concern questions whose answer never matters."""
        for place, name in enumerate(self.text.concerns):
            if self.counts_when_not_known(name) or name in self.unreachable_questions:
                continue
            seen: dict[Any, set[Any]] = {}
            for case in self.cases:
                if case.answers[place] is not None:
                    others = (*case.values[:place], *case.values[place + 1 :])
                    asked = tuple(value is not None for value in case.answers)
                    key = (others, case.birth, case.strengths, tuple(case.history))
                    seen.setdefault(key, set()).add((self.outcome(case), asked))
            if all(len(different) == 1 for different in seen.values()):
                yield name

    def counts_when_not_known(self, name: str) -> bool:
        """Say whether to say that it is not known is an answer that means something."""
        placed = self.text.placements.get(name, {}).get(NOT_KNOWN)
        if placed is None:
            return False
        height = self.text.level(placed["level"]) if "level" in placed else 0
        return height > self.text.floor or bool(placed.get("require")) or flag(placed, "immediate")

    def idle_strengths(self) -> Iterator[str]:
        """Yield the strengths whose answer never matters, unknown being one."""
        every = [dict(held) for (held,) in self.space.every_strengths()]
        for name in self.meaning.strengths:
            groups: dict[Any, set[Strengths]] = {}
            for held in every:
                others = tuple(sorted((key, value) for key, value in held.items() if key != name))
                groups.setdefault(others, set()).add(tuple(held.items()))
            if not any(self._tells_apart(alike) for alike in groups.values()):
                yield name

    def _tells_apart(self, alike: set[Strengths]) -> bool:
        """Say whether a complete case differs between these combinations of strengths."""
        return any(
            len({self.meaning.outcome(case.answers, case.birth, held, case.history) for held in alike}) > 1
            for case in self.cases
        )
