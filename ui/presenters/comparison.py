"""A comparison of areas as its page shows it. The words are those of the comparison itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.comparison import words
from threshold_tool.comparison.areas import area_name
from threshold_tool.comparison.exchange_words import MOST_SETS_SHOWN, ExchangeWords, lead_words, more_words
from threshold_tool.evaluation import explain
from ui.presenters.result import level_shown

if TYPE_CHECKING:
    from threshold_tool.comparison.by_case import CaseComparison, Difference
    from ui.presenters.result import LevelShown


@dataclass(frozen=True, slots=True)
class AreaShown:
    """What one area says of a child: level, law, consent, whether to act at once; and why."""

    name: str
    level: LevelShown
    law: str
    consent: str
    at_once: bool
    basis: str
    reasons: tuple[str, ...]
    reach: str
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExchangeShown:
    """One clause of a set: what it is about, and what each area says of it."""

    about: str
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DifferenceShown:
    """In what two areas differ over a child, and the clauses that make the difference."""

    pairs: tuple[str, ...]
    lead: str
    sets: tuple[tuple[ExchangeShown, ...], ...]
    more: str


@dataclass(frozen=True, slots=True)
class ComparedChild:
    """One child under each area."""

    ref: str
    said: str
    areas: tuple[AreaShown, ...]
    differences: tuple[DifferenceShown, ...]


@dataclass(frozen=True, slots=True)
class ComparisonShown:
    """The documents that were held side by side, and each child."""

    documents: tuple[str, ...]
    children: tuple[ComparedChild, ...]


def comparison_shown(comparison: CaseComparison) -> ComparisonShown:
    """What the page shows of a comparison."""
    return ComparisonShown(
        documents=tuple(explain.document_words(result.compiled) for result in comparison.results.values()),
        children=tuple(_child(comparison, ref) for ref in comparison.refs),
    )


def _child(comparison: CaseComparison, ref: str) -> ComparedChild:
    return ComparedChild(
        ref=ref,
        said=words.child_words(comparison, ref),
        areas=tuple(_area(comparison, ref, key) for key in comparison.results),
        differences=tuple(_difference(comparison, difference) for difference in comparison.of_child(ref)),
    )


def _area(comparison: CaseComparison, ref: str, key: str) -> AreaShown:
    result, child = comparison.results[key], comparison.child(ref, key)
    compiled, level = result.compiled, child.recommendation.level
    return AreaShown(
        name=area_name(key),
        level=level_shown(result, child),
        law=f"{words.capital(words.law(compiled, level))}.",
        consent=words.consent(compiled, level),
        at_once=child.immediate,
        basis=explain.basis_words(compiled, child),
        reasons=tuple(words.reason_words(compiled, reason) for reason in child.reasons),
        reach=explain.range_words(compiled, child) or "",
        left_out=words.left_out(comparison, ref, key),
    )


def _difference(comparison: CaseComparison, difference: Difference) -> DifferenceShown:
    said, found = ExchangeWords(comparison, difference), difference.exchanges
    sets = found.to_show[:MOST_SETS_SHOWN] if found is not None else ()
    return DifferenceShown(
        pairs=words.pair_words(comparison, difference),
        lead=lead_words(difference),
        sets=tuple(tuple(_exchange(said.words(exchange)) for exchange in sorted(chosen)) for chosen in sets),
        more=more_words(found) if found is not None else "",
    )


def _exchange(said: tuple[str, ...]) -> ExchangeShown:
    about, *sides = said
    return ExchangeShown(about, tuple(sides))
