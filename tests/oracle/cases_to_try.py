"""Every case that one document, or two together, could tell apart.

- `Space(meanings)`: which questions there are to answer, and with what. Two documents share the answers that
  both offer; a question that only one of them has is that one's alone.
- `histories(space, births)`: every history of earlier concerns, as each document judges it.

An exact age is one birth; an age that is not known is all of `Space.births`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any

from tests.oracle.brute_force import NOT_KNOWN, conditions_within
from tests.oracle.calendar_ages import add, days_to_try, possible_births
from tests.oracle.meaning import ON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.oracle.brute_force import Answers, History, Value
    from tests.oracle.calendar_ages import Birth
    from tests.oracle.meaning import Meaning, Strengths

LONG_AGO = date(1900, 1, 1)


@dataclass(frozen=True)
class Asked:
    """A question with the answers a case can give, and the documents (by place) that have it."""

    id: str
    values: tuple[Value, ...]
    documents: frozenset[int]
    has_not_known: bool  # `not-known` is placed, so that saying it is more than leaving the question open


@dataclass(frozen=True)
class Judged:
    """One history of earlier concerns as one document judges it: for each birth, when and at which level."""

    by_birth: tuple[tuple[Birth, tuple[tuple[date, int], ...]], ...]

    def at(self, birth: Birth) -> History:
        """Return the history for a child born then."""
        return list(dict(self.by_birth)[birth])

    def everywhere(self) -> dict[Birth, History]:
        """Return the history for each birth."""
        return {birth: list(history) for birth, history in self.by_birth}


class Space:
    """What cases there are for these documents."""

    def __init__(self, meanings: Sequence[Meaning]) -> None:
        self.meanings = list(meanings)
        cuts = sorted({cut for meaning in meanings for cut in meaning.text.age_cuts})
        self.births = possible_births({}, ON, cuts)
        self.concerns = [
            asked
            for name in dict.fromkeys(name for m in meanings for name in m.text.concerns)
            for asked in self._asked(name)
        ]
        self.strengths = [
            asked
            for name in dict.fromkeys(name for m in meanings for name in m.strengths)
            for asked in self._asked(name)
        ]

    def _asked(self, name: str) -> Iterator[Asked]:
        """Yield the question as both have it, or once for each where they have nothing in common."""
        having = [place for place, meaning in enumerate(self.meanings) if name in meaning.text.questions]
        shared = self._values(name, having)
        groups = [(having, shared)] if shared else [([place], self._values(name, [place])) for place in having]
        for places, values in groups:
            placed = any(NOT_KNOWN in self.meanings[p].text.placements.get(name, {}) for p in places)
            yield Asked(name, tuple(values), frozenset(places), placed)

    def _values(self, name: str, places: Sequence[int]) -> list[Value]:
        """Return the values that all these documents offer, least concerning first; none if they cannot be compared."""
        texts = [self.meanings[place].text for place in places]
        kinds = {(text.is_number(name), name in text.concerns) for text in texts}
        if len(kinds) > 1:
            return []
        if not texts[0].is_number(name):
            return [answer for answer in texts[0].answers(name) if all(answer in text.answers(name) for text in texts)]
        ranges = [text.questions[name]["number"] for text in texts]
        bottom, top = max(Decimal(str(r["from"])) for r in ranges), min(Decimal(str(r["to"])) for r in ranges)
        cuts = {cut for text in texts for cut in text.cuts(name)}
        return sorted(
            {bottom, *(cut for cut in cuts if bottom <= cut <= top)} if bottom <= top else set(),
            reverse=texts[0].lower_is_worse(name),
        )

    def for_document(self, place: int, values: Sequence[Value | None]) -> Answers:
        """Return what one document reads of the values, one for each of `concerns`; None is left out."""
        return {
            asked.id: value
            for asked, value in zip(self.concerns, values, strict=True)
            if place in asked.documents and value is not None
        }

    def complete(self) -> Iterator[tuple[Value, ...]]:
        """Yield a value for every concern in every combination, whether it will be asked or not."""
        yield from product(*(asked.values for asked in self.concerns))

    def partly_known(self) -> Iterator[tuple[Value | None, ...]]:
        """Yield every combination in which a concern may also be unanswered, or said to be not known."""
        yield from product(
            *((*asked.values, None, *([NOT_KNOWN] if asked.has_not_known else [])) for asked in self.concerns)
        )

    def every_strengths(self) -> list[tuple[Strengths, ...]]:
        """Return every combination of strengths, known or not, as each document reads it."""
        combinations = product(*((None, *asked.values) for asked in self.strengths))
        return [
            tuple(self._strengths_of(place, values) for place in range(len(self.meanings))) for values in combinations
        ]

    def _strengths_of(self, place: int, values: Sequence[Value | None]) -> Strengths:
        return tuple(
            (asked.id, str(value))
            for asked, value in zip(self.strengths, values, strict=True)
            if place in asked.documents and value is not None
        )

    def telling_strengths(self) -> list[tuple[Strengths, ...]]:
        """Return one combination of strengths for each set of rules that strengths can stop."""
        by_effect = {
            tuple(m.stopped(s) for m, s in zip(self.meanings, strengths, strict=True)): strengths
            for strengths in reversed(self.every_strengths())
        }
        return list(by_effect.values())


Levels = tuple[tuple[int, ...], ...]  # an earlier concern's level, by document and by birth
Worlds = list[tuple[Judged, ...]]  # by document


def histories(space: Space, births: Sequence[Birth]) -> Worlds:
    """Return the shortest history for each way in which the conditions about earlier concerns can turn out.

    Every number of concerns is tried: one more is added until no count that a condition looks at changes.
    """
    counting = [_counting_conditions(meaning) for meaning in space.meanings]
    if not any(counting):
        return [tuple(_judged([], births, place) for place in range(len(space.meanings)))]
    kinds = _kinds(space, births, counting)
    nothing = tuple(0 for _ in kinds[0][1]) if kinds else ()
    limits = [int(inner.get("n", 1)) for listed in counting for _ in births for inner in listed]
    found: dict[tuple[int, ...], list[tuple[date, Levels]]] = {nothing: []}
    waiting = [nothing]
    while waiting:
        counts = waiting.pop(0)
        for kind, adds in kinds:
            more = tuple(min(count + add_, most) for count, add_, most in zip(counts, adds, limits, strict=True))
            if more not in found:
                found[more] = [*found[counts], kind]
                waiting.append(more)
    by_truth: dict[tuple[bool, ...], list[tuple[date, Levels]]] = {}
    for counts, concerns in found.items():
        by_truth.setdefault(tuple(count == most for count, most in zip(counts, limits, strict=True)), concerns)
    return [
        tuple(_judged(concerns, births, place) for place in range(len(space.meanings)))
        for concerns in by_truth.values()
    ]


def _judged(concerns: list[tuple[date, Levels]], births: Sequence[Birth], place: int) -> Judged:
    return Judged(
        tuple((birth, tuple((when, levels[place][at]) for when, levels in concerns)) for at, birth in enumerate(births))
    )


def _counting_conditions(meaning: Meaning) -> list[dict[str, Any]]:
    rules = [part for rule in meaning.text.rules for part in conditions_within(rule["when"])]
    return [inner for key, inner in rules if key == "earlier_concerns"]


def _kinds(
    space: Space, births: Sequence[Birth], counting: list[list[dict[str, Any]]]
) -> list[tuple[tuple[date, Levels], tuple[bool, ...]]]:
    """Return the earlier concerns that differ in what they count for, each with what it counts for."""
    by_effect: dict[tuple[bool, ...], tuple[date, Levels]] = {}
    for levels in _levels_of_one(space, births):
        for when in _days(counting):
            adds = tuple(
                _counts(inner, when, levels[place][at], meaning)
                for place, meaning in enumerate(space.meanings)
                for at in range(len(births))
                for inner in counting[place]
            )
            by_effect.setdefault(adds, (when, levels))
    return [(kind, adds) for adds, kind in by_effect.items()]


def _counts(inner: dict[str, Any], when: date, level: int, meaning: Meaning) -> bool:
    least = meaning.text.level(inner["at_or_above"]) if "at_or_above" in inner else 0
    return level >= least and ("within" not in inner or add(when, str(inner["within"])) >= ON)


def _days(counting: list[list[dict[str, Any]]]) -> list[date]:
    """Return a day for each way in which the periods can see how long ago something was."""
    periods = sorted({str(inner["within"]) for listed in counting for inner in listed if "within" in inner})
    by_sides = {
        tuple(add(day, period) >= ON for period in periods): day
        for day in [LONG_AGO, *reversed(days_to_try(periods, ON))]
    }
    return list(by_sides.values())


def _levels_of_one(space: Space, births: Sequence[Birth]) -> set[Levels]:
    """Return the levels that one earlier concern can take: with words alone, or with any answers."""
    words_alone: Levels = tuple(tuple(m.text.floor for _ in births) for m in space.meanings)
    choices = product(*((*asked.values, None) for asked in space.concerns))
    strengths = space.telling_strengths()
    return {words_alone} | {
        tuple(
            tuple(m.earlier_level(space.for_document(place, values), birth, held[place]) for birth in births)
            for place, m in enumerate(space.meanings)
        )
        for values in choices
        for held in strengths
    }
