"""Every way the unknowns about one child could turn out, held as two states for each possible age.

All conditions are monotone, so over the answers the least and the greatest level of a possible age are
those of two states: `low`, where each unknown question has its least concerning answer, and `high`,
where each that can be asked has its most concerning one. Ages are split where the document's age
conditions change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from threshold_tool.deadlines.ages import age_bands, possible_births
from threshold_tool.deadlines.durations import has_passed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from threshold_tool.deadlines.ages import AgeBand
    from threshold_tool.deadlines.durations import Duration
    from threshold_tool.documents.conditions import AgeRange, EarlierConcernFilter
    from threshold_tool.evaluation.answers import ChildFacts, EarlierConcern
    from threshold_tool.evaluation.compiled import CompiledDocument


@dataclass(frozen=True, slots=True)
class World:
    """One possible age. `facts` holds what does not depend on answers; `low` and `high` include it."""

    facts: int
    low: int
    high: int


@dataclass(frozen=True)
class Possibilities:
    """All completions of what is known about one child.

    `given` has the grades of the concern answers that count, `set_aside` the questions that can never be
    asked of this child.
    """

    compiled: CompiledDocument
    worlds: tuple[World, ...]
    given: Mapping[str, int]
    set_aside: frozenset[str]

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """The questions left open, in the order of asking."""
        settled = self.set_aside.union(self.given)
        return tuple(question for question in self.compiled.questions if question not in settled)

    @cached_property
    def lowest(self) -> int:
        """The least level over every completion."""
        return min(self.compiled.level(world.low) for world in self.worlds)

    @cached_property
    def highest(self) -> int:
        """The greatest level over every completion."""
        return max(self.compiled.level(world.high) for world in self.worlds)


def facts_by_age(compiled: CompiledDocument, child: ChildFacts, grades: Mapping[str, int]) -> tuple[int, ...]:
    """For each possible age the literals that no concern answer decides.

    Raises ValueError when the stated age cannot be that of a child on the assessment date.
    """
    bands = age_bands(possible_births(child.age, child.on), compiled.age_cuts(), child.on)
    strengths = _absent_strengths(compiled, grades)
    facts = []
    for band in bands:
        here = strengths | age_literals(compiled, band, child.on)
        facts.append(here | _earlier_literals(compiled, child, here))
    return tuple(dict.fromkeys(facts))


def complete(compiled: CompiledDocument, grades: Mapping[str, int], facts: Sequence[int]) -> Possibilities:
    """Every completion of these grades, where `facts` lists the possible ages' own literals."""
    given, answered = 0, 0
    for question_id, grade in grades.items():
        question = compiled.questions.get(question_id)
        if question is not None and question_id not in compiled.gates:
            given |= question.masks[grade]
            answered |= question.mask
    unknown = compiled.ungated & ~answered
    lows = [fact | given | (unknown & compiled.least) for fact in facts]
    highs = [fact | given | unknown for fact in facts]
    set_aside = _open_gates(compiled, grades, lows, highs)
    return Possibilities(
        compiled=compiled,
        worlds=tuple(map(World, facts, lows, highs)),
        given={q: g for q, g in grades.items() if q in compiled.questions and q not in set_aside},
        set_aside=set_aside,
    )


def _open_gates(
    compiled: CompiledDocument, grades: Mapping[str, int], lows: list[int], highs: list[int]
) -> frozenset[str]:
    """Adds the questions that have an `ask_when` to the states, parents first; returns those set aside.

    A question is set aside when its condition can hold at no possible age. A given answer that is not
    set aside counts at every age. An unknown question is more than least only where it can be asked.
    """
    set_aside = []
    seen: dict[int, list[bool]] = {}
    for question in compiled.gated:
        asked = seen.get(question.number)
        if asked is None:
            asked = seen[question.number] = [question.gate.holds(high) for high in highs]
        if not any(asked):
            set_aside.append(question.id)
            continue
        grade = grades.get(question.id)
        least, most = question.masks[grade or 0], question.masks[-1 if grade is None else grade]
        for index, can_be_asked in enumerate(asked):
            lows[index] |= least
            highs[index] |= most if can_be_asked else least
    return frozenset(set_aside)


def age_literals(compiled: CompiledDocument, band: AgeBand, on: date) -> int:
    """The literals of the age conditions that hold for children of a band."""
    return sum(bit for age, bit in compiled.ages.items() if _age_holds(age, band, on))


def _age_holds(age: AgeRange, band: AgeBand, on: date) -> bool:
    if age.unborn:
        return band.unborn
    old_enough = age.from_ is None or (not band.unborn and not band.is_under(age.from_, on))
    return old_enough and (age.under is None or band.is_under(age.under, on))


def _absent_strengths(compiled: CompiledDocument, grades: Mapping[str, int]) -> int:
    """The literals of strengths that do not stop a rule: unknown ones are absent."""
    return sum(
        bit
        for (question, at_or_below), bit in compiled.absent.items()
        if question not in grades or grades[question] > at_or_below
    )


def _earlier_literals(compiled: CompiledDocument, child: ChildFacts, facts: int) -> int:
    if not compiled.earlier:
        return 0
    levels = [(concern, earlier_level(compiled, concern, facts)) for concern in child.earlier_concerns]
    return sum(bit for wanted, bit in compiled.earlier.items() if _enough(compiled, wanted, levels, child.on))


def _enough(
    compiled: CompiledDocument,
    wanted: EarlierConcernFilter,
    levels: list[tuple[EarlierConcern, int]],
    on: date,
) -> bool:
    floor = 0 if wanted.at_or_above is None else compiled.source.level_order[wanted.at_or_above]
    counted = [concern for concern, level in levels if level >= floor and is_recent(concern.on, wanted.within, on)]
    return len(counted) >= wanted.n


def is_recent(concern_on: date, within: Duration | None, on: date) -> bool:
    """Whether a concern is recent enough; one that lies exactly `within` back still counts."""
    return within is None or not has_passed(concern_on, within, on - timedelta(days=1))


def earlier_level(compiled: CompiledDocument, concern: EarlierConcern, facts: int) -> int:
    """The level of an earlier concern at one possible age: its lowest, under this document.

    Rules that read earlier concerns find none here, and strengths count as its own answers state them.
    """
    grades = {q: answer.grade for q, answer in concern.answers.items() if answer.grade is not None}
    ages = facts & sum(compiled.ages.values())
    return complete(compiled, grades, [ages | _absent_strengths(compiled, grades)]).lowest
