"""What levels of different documents have in common, and one ladder on which those of two documents stand.

Areas name and number their levels as they like, so a level is never compared by its number or its place. What any
two levels can be compared by is the law behind them, and whether the document asks for more than it does when
nothing matches. docs/adr/0018 says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from threshold_tool.documents.model import Level, ThresholdDocument
    from threshold_tool.evaluation.compiled import CompiledDocument

Law = tuple[bool, frozenset[str]]

_SAME_BASE, _SAME_ID, _SAME_LAW = 100, 3, 2


@dataclass(frozen=True, slots=True)
class Standing:
    """What a level means in any area: the law behind it, and whether it is more than when nothing matches."""

    statutory: bool
    legal_basis: frozenset[str]
    above_when_nothing_matches: bool


@dataclass(frozen=True, slots=True)
class Ladder:
    """The levels of two documents in one order. `own` and `other` say on which rung each level stands, 0 the lowest."""

    rungs: tuple[Level, ...]
    own: tuple[int, ...]
    other: tuple[int, ...]


def standing(compiled: CompiledDocument, level: int) -> Standing:
    """What a level of a document means in any area."""
    own = compiled.source.document.levels[level]
    return Standing(own.statutory, frozenset(own.legal_basis), level > compiled.base)


def same_levels(one: ThresholdDocument, other: ThresholdDocument) -> bool:
    """Whether two documents have the same levels, as two editions do: then a level itself can be compared."""

    def listed(document: ThresholdDocument) -> list[tuple[str, Law]]:
        return [(level.id, _law(level)) for level in document.levels]

    return listed(one) == listed(other) and one.when_nothing_matches == other.when_nothing_matches


def ladder(one: ThresholdDocument, other: ThresholdDocument) -> Ladder:
    """The levels of both documents in one order that keeps the order of each.

    Levels that mean the same in law share a rung, and so do the two levels for when nothing matches. Between
    such rungs what is not statutory stands below what is; the rest stands rank by rank from below.
    """
    pairs = _matches(one, other)
    rungs: list[Level] = []
    own, theirs = [0] * len(one.levels), [0] * len(other.levels)
    for at, there in _in_order(one.levels, other.levels, pairs):
        for levels, index, places in ((one.levels, at, own), (other.levels, there, theirs)):
            if index is not None:
                places[index] = len(rungs)
                level = levels[index]
        rungs.append(level.model_copy(update={"id": f"rung-{len(rungs)}", "part_of": None, "actions": ()}))
    return Ladder(tuple(rungs), tuple(own), tuple(theirs))


def _law(level: Level) -> Law:
    return level.statutory, frozenset(level.legal_basis)


def _matches(one: ThresholdDocument, other: ThresholdDocument) -> list[tuple[int, int]]:
    """The pairs of levels that share a rung: as many as keep the order of both, the two bases before all others."""
    best: dict[tuple[int, int], tuple[int, list[tuple[int, int]]]] = {}

    def found(at: int, there: int) -> tuple[int, list[tuple[int, int]]]:
        if at == len(one.levels) or there == len(other.levels):
            return 0, []
        if (at, there) not in best:
            choices = [found(at + 1, there), found(at, there + 1)]
            if weight := _likeness(one, at, other, there):
                worth, rest = found(at + 1, there + 1)
                choices.insert(0, (worth + weight, [(at, there), *rest]))
            best[at, there] = max(choices, key=lambda choice: choice[0])
        return best[at, there]

    return found(0, 0)[1]


def _likeness(one: ThresholdDocument, at: int, other: ThresholdDocument, there: int) -> int:
    """How much two levels have in common; 0 where they do not share a rung."""
    here, theirs = one.levels[at], other.levels[there]
    bases = (here.id == one.when_nothing_matches, theirs.id == other.when_nothing_matches)
    if _law(here) != _law(theirs) or bases[0] != bases[1]:
        return 0
    if bases[0]:
        return _SAME_BASE
    if here.id == theirs.id:
        return _SAME_ID
    return _SAME_LAW if here.statutory else 0


def _in_order(
    own: Sequence[Level], other: Sequence[Level], pairs: list[tuple[int, int]]
) -> Iterator[tuple[int | None, int | None]]:
    """For each rung, which level of each document stands on it."""
    start, begin = 0, 0
    for at, there in [*pairs, (len(own), len(other))]:
        yield from _between(own, range(start, at), other, range(begin, there))
        if at < len(own):
            yield at, there
        start, begin = at + 1, there + 1


def _between(
    own: Sequence[Level], here: range, other: Sequence[Level], there: range
) -> Iterator[tuple[int | None, int | None]]:
    for statutory in (False, True):
        ours = [index for index in here if own[index].statutory is statutory]
        theirs = [index for index in there if other[index].statutory is statutory]
        for one, two in zip_longest(ours, theirs):
            if one is not None and two is not None and (statutory or _law(own[one]) != _law(other[two])):
                yield one, None
                yield None, two
            else:
                yield one, two
