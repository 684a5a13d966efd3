"""One case under several documents: what each says of every child, where they differ, and by which clauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from threshold_tool.comparison.common_scale import same_levels, standing
from threshold_tool.comparison.exchange_search import MOST_TRIED, smallest_exchanges
from threshold_tool.comparison.merged import Merged
from threshold_tool.comparison.pair import Pair
from threshold_tool.errors import CannotUse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from threshold_tool.cases.fitting import FittedCase
    from threshold_tool.cases.model import Case
    from threshold_tool.comparison.exchange_search import Exchanges
    from threshold_tool.documents.model import ConsentRule
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.evaluation.result import ChildResult

Facet = Literal["statutory", "legal_basis", "above_when_nothing_matches", "level", "consent", "immediate"]
"""One thing in which results of two documents can differ. `level` is one only where both have the same levels."""

BY_CLAUSES: tuple[Facet, ...] = ("statutory", "legal_basis", "above_when_nothing_matches", "level")


@dataclass(frozen=True)
class Difference:
    """How two documents differ over one child.

    `exchanges` are the smallest sets of clauses that make `reference` say in law what `other` says; None where they
    differ in consent or in urgency alone, which no exchange of clauses is worked out for.
    """

    ref: str
    reference: str
    other: str
    facets: tuple[Facet, ...]
    exchanges: Exchanges | None


@dataclass(frozen=True)
class CaseComparison:
    """A case under several documents, which are named by their keys.

    `differences` has an entry for each child and each document that differs from the reference.
    """

    results: Mapping[str, CaseResult]
    reference: str
    merged: Mapping[str, Merged]
    differences: tuple[Difference, ...]

    @property
    def case(self) -> Case:
        """The case that was compared."""
        return next(iter(self.results.values())).fitted.case

    @property
    def refs(self) -> tuple[str, ...]:
        """The children of the case."""
        return tuple(child.ref for child in self.case.children)

    def child(self, ref: str, document: str) -> ChildResult:
        """What one document says of one child."""
        return next(child for child in self.results[document].children if child.ref == ref)

    def of_child(self, ref: str) -> tuple[Difference, ...]:
        """Where the documents differ from the reference over one child."""
        return tuple(difference for difference in self.differences if difference.ref == ref)


def compare_case(
    areas: Mapping[str, CompiledDocument], fitted: Mapping[str, FittedCase], reference: str, *, bound: int = MOST_TRIED
) -> CaseComparison:
    """A case under several documents; `fitted` is what each made of it, and `reference` the one the others face.

    `bound` is how many documents may be tried for each child and pair. Raises CannotUse when no document has any
    question of the case.
    """
    from threshold_tool.evaluation.case_result import assess_case

    if not any(_has_a_question_of(compiled, fitted[key]) for key, compiled in areas.items()):
        raise CannotUse("None of these documents has any question that the case answers.")
    results = {key: assess_case(compiled, fitted[key]) for key, compiled in areas.items()}
    others = [key for key in areas if key != reference]
    merged = {key: Merged(areas[reference], areas[key]) for key in others}
    found = CaseComparison(results, reference, merged, ())
    differences = (_difference(found, ref, other, bound) for ref in found.refs for other in others)
    return CaseComparison(results, reference, merged, tuple(d for d in differences if d is not None))


def consent_rule(compiled: CompiledDocument, level: int) -> ConsentRule | None:
    """What a level says of consent; None where it says nothing."""
    consent = compiled.source.document.levels[level].consent
    return None if consent is None else consent.rule


def pair_of(comparison: CaseComparison, difference: Difference) -> Pair:
    """The child of a difference under its two documents."""
    own, other = (comparison.child(difference.ref, key) for key in (difference.reference, difference.other))
    return Pair(comparison.merged[difference.other], own.facts, other.facts)


def _has_a_question_of(compiled: CompiledDocument, fitted: FittedCase) -> bool:
    answered = [question for child in fitted.children for question in child.answers]
    earlier = [q for child in fitted.children for concern in child.earlier_concerns for q in concern.answers]
    case = fitted.case
    typed = any((case.family, *(child.answers for child in case.children), *(e.answers for e in case.earlier_concerns)))
    return not typed or any(question in compiled.order for question in (*answered, *earlier))


def _difference(found: CaseComparison, ref: str, other: str, bound: int) -> Difference | None:
    facets = tuple(_facets(found, ref, other))
    if not facets:
        return None
    plain = Difference(ref, found.reference, other, facets, None)
    if not set(facets) & set(BY_CLAUSES):
        return plain
    exchanges = smallest_exchanges(pair_of(found, plain), with_level="level" in facets, bound=bound)
    return Difference(ref, found.reference, other, facets, exchanges)


def _facets(found: CaseComparison, ref: str, other: str) -> Iterator[Facet]:
    keys = (found.reference, other)
    (one, two), (here, there) = zip(
        *((found.results[key].compiled, found.child(ref, key)) for key in keys), strict=True
    )
    ours, theirs = here.recommendation.level, there.recommendation.level
    own, others = standing(one, ours), standing(two, theirs)
    if own.statutory != others.statutory:
        yield "statutory"
    if own.legal_basis != others.legal_basis:
        yield "legal_basis"
    if own.above_when_nothing_matches != others.above_when_nothing_matches:
        yield "above_when_nothing_matches"
    if same_levels(one.source.document, two.source.document) and ours != theirs:
        yield "level"
    if consent_rule(one, ours) != consent_rule(two, theirs):
        yield "consent"
    if here.immediate != there.immediate:
        yield "immediate"
