"""A case under several documents: where they differ, from either side, and never a document from itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.comparison.samples import compared
from tests.comparison.two_areas import two_areas_and_a_case
from tests.evaluation import engine
from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import read_case
from threshold_tool.comparison.by_case import CaseComparison, compare_case, pair_of
from threshold_tool.comparison.common_scale import standing
from threshold_tool.errors import CannotUse

if TYPE_CHECKING:
    from pathlib import Path

    from threshold_tool.evaluation.compiled import CompiledDocument

Drawn = tuple[dict[str, Any], dict[str, Any], dict[str, Any]]

random_areas = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


def held(areas: dict[str, CompiledDocument], case: dict[str, Any], reference: str) -> CaseComparison:
    loaded = read_case(engine.text(case).encode("utf-8"), "case.yaml").loaded
    assert loaded is not None
    fitted = {key: require_fit(compiled, loaded, pass_over_unknown=True) for key, compiled in areas.items()}
    return compare_case(areas, fitted, reference)


def found(comparison: CaseComparison) -> list[tuple[str, tuple[str, ...]]]:
    """Each child over whom the two differ, and in what."""
    return [(difference.ref, difference.facets) for difference in comparison.differences]


def test_the_law_of_a_child() -> None:
    """A difference in law is found with the clause behind it."""
    comparison = compared("[{ref: A, age: 8 years, answers: {sleeps: yes, attendance: 95}}]")
    (difference,) = comparison.differences

    assert difference.facets == ("statutory", "legal_basis", "consent")
    assert difference.exchanges is not None
    assert [[exchange.id for exchange in chosen] for chosen in difference.exchanges.sets] == [["sleeps"]]


def test_each_child_is_compared_alone() -> None:
    """What holds for one child says nothing of another."""
    comparison = compared(
        "[{ref: A, age: 8 years, answers: {sleeps: no, attendance: 95, told: no}}, "
        "{ref: B, age: 8 years, answers: {sleeps: yes, attendance: 95, told: no}}]",
        "{danger-now: no, drink-concern: no, boats: no}",
    )

    assert comparison.of_child("A") == ()
    assert [difference.ref for difference in comparison.differences] == ["B"]


def test_consent_alone_is_a_difference_without_exchanges() -> None:
    """What an area asks about consent goes with its levels: no clause is exchanged for it."""
    comparison = compared(
        "[{ref: A, age: 8 years, answers: {sleeps: no, attendance: 70, told: no}}]",
        "{danger-now: no, drink-concern: no, boats: no}",
    )
    (difference,) = comparison.differences

    assert difference.facets == ("consent",)
    assert difference.exchanges is None


def test_whether_to_act_at_once_is_a_difference() -> None:
    """One area calls for action at once where the other does not."""
    comparison = compared("[{ref: A, age: 8 years}]", "{drink-concern: yes, drink-effect: often}")

    assert "immediate" in comparison.differences[0].facets


def test_more_help_is_a_difference() -> None:
    """One area asks for more than when nothing applies, the other does not."""
    comparison = compared(
        "[{ref: A, age: 8 years, answers: {sleeps: no, attendance: 85, told: no}}]",
        "{danger-now: no, drink-concern: no, boats: no}",
    )

    assert comparison.differences[0].facets == ("above_when_nothing_matches", "consent")


def test_the_reference_can_be_another() -> None:
    """The clauses exchanged are those of the reference."""
    comparison = compared("[{ref: A, due: 2026-12-01}]", "{drink-concern: yes}", reference="neighbour")
    (difference,) = comparison.differences

    assert (difference.reference, difference.other) == ("neighbour", "small")
    assert difference.exchanges is not None
    assert [[(e.id, e.change) for e in chosen] for chosen in difference.exchanges.sets] == [
        [("baby-near-drink", "drop")]
    ]


def test_a_case_of_other_questions_is_refused() -> None:
    """A case that answers none of the documents' questions says nothing about any of them."""
    with pytest.raises(CannotUse, match="None of these documents"):
        compared("[{ref: A, answers: {colour: red}}]")


def test_a_case_without_answers_is_compared() -> None:
    """Nothing known is a case too: each area says what it asks for then."""
    assert compared("[{ref: A}]").refs == ("A",)


@random_areas
@given(drawn=two_areas_and_a_case())
def test_a_document_never_differs_from_itself(drawn: Drawn, tmp_path: Path) -> None:
    """Held against itself under another key, a document differs over no child."""
    first, _, case = drawn
    compiled = engine.compiled(first, tmp_path)

    assert held({"one": compiled, "two": compiled}, case, "one").differences == ()


@random_areas
@given(drawn=two_areas_and_a_case())
def test_order_does_not_change_what_is_found(drawn: Drawn, tmp_path: Path) -> None:
    """With the documents in the other order, and with the other as reference, the same differences are found."""
    first, second, case = drawn
    areas = {"one": engine.compiled(first, tmp_path), "two": engine.compiled(second, tmp_path)}
    turned = {"two": areas["two"], "one": areas["one"]}
    here = held(areas, case, "one")

    assert found(held(areas, case, "two")) == found(here)
    assert held(turned, case, "one").differences == here.differences


@random_areas
@given(drawn=two_areas_and_a_case())
def test_the_reported_sets_make_the_difference_disappear(drawn: Drawn, tmp_path: Path) -> None:
    """After any reported exchange the reference says in law what the other says."""
    first, second, case = drawn
    areas = {"one": engine.compiled(first, tmp_path), "two": engine.compiled(second, tmp_path)}
    comparison = held(areas, case, "one")

    for difference in comparison.differences:
        other = comparison.child(difference.ref, "two").recommendation.level
        for chosen in difference.exchanges.sets if difference.exchanges else ():
            after = pair_of(comparison, difference).exchanged(chosen)
            assert standing(after.compiled, after.recommendation.level) == standing(areas["two"], other)
