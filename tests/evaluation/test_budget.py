"""Documents made to be slow: a bound ends each search, and what was not decided is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.evaluation import engine
from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import read_case
from threshold_tool.evaluation.assess import assess
from threshold_tool.evaluation.search import Budget
from threshold_tool.evaluation.sufficient import MOST_SETS, sufficient_sets
from threshold_tool.evaluation.unknowns import unknowns_that_matter

if TYPE_CHECKING:
    from pathlib import Path

    from threshold_tool.evaluation.assess import Assessment


def document(count: int, n: int, *, more_rules: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """`count` yes/no questions and one rule: n of them reach the high level."""
    ids = [f"q{number}" for number in range(count)]
    common = {"colour": "#000000", "statutory": "false", "meaning": "x", "actions": ["go"]}
    of = [{"answer": {"question": q, "at_or_above": "yes"}} for q in ids]
    rule = {"id": "many", "level": "high", "when": {"at_least": {"n": str(n), "of": of}}, "because": "x", "cite": "p.1"}
    return {
        "format": "threshold-document/1",
        "id": "counts",
        "title": "Counts",
        "board": "B",
        "edition": "1",
        "status": "fictional",
        "effective": "2026-01-01",
        "review_by": "2027-01-01",
        "levels": [
            {**common, "id": "low", "name": "Low", "code": "1"},
            {**common, "id": "high", "name": "High", "code": "2"},
        ],
        "when_nothing_matches": "low",
        "when_too_little_is_known": "low",
        "actions": [{"id": "go", "do": "Go"}],
        "questions": [{"id": q, "about": "family", "ask": f"{q}?", "answers": "no-yes"} for q in ids],
        "sections": [{"id": "s", "kind": "questions", "title": "S", "questions": ids}],
        "rules": [rule, *(more_rules or [])],
    }


def assessment(doc: dict[str, Any], family: dict[str, str], folder: Path) -> Assessment:
    compiled = engine.compiled(doc, folder)
    case = {"format": "threshold-case/1", "on": "2026-06-01", "children": [{"ref": "A"}], "family": family}
    loaded = read_case(engine.text(case).encode("utf-8"), "case.yaml").loaded
    assert loaded is not None
    return assess(compiled, require_fit(compiled, loaded).children[0])


def plenty() -> Budget:
    return Budget(total=10**9, each=10**9)


@pytest.mark.parametrize(("given", "sets"), [(2, 1), (3, 3), (4, 6)])
def test_every_minimal_set_of_a_count(given: int, sets: int, tmp_path: Path) -> None:
    """Two of so many given answers suffice: each pair is a set, and nothing larger or smaller."""

    found = sufficient_sets(
        assessment(document(6, 2), {f"q{n}": "yes" for n in range(given)}, tmp_path).possible, plenty()
    )
    assert len(found.sets) == sets
    assert all(len(questions) == 2 for questions in found.sets)
    assert found.complete


def test_a_hundred_sets_are_complete_and_more_are_not(tmp_path: Path) -> None:
    """Exactly so many sets as are listed is complete; one more is cut, and said to be."""

    yes = {f"q{n}": "yes" for n in range(MOST_SETS)}
    exact = sufficient_sets(assessment(document(MOST_SETS, 1), yes, tmp_path).possible, plenty())
    assert (len(exact.sets), exact.complete) == (MOST_SETS, True)
    yes[f"q{MOST_SETS}"] = "yes"
    more = sufficient_sets(assessment(document(MOST_SETS + 1, 1), yes, tmp_path).possible, plenty())
    assert (len(more.sets), more.complete) == (MOST_SETS, False)


def test_the_sets_that_are_listed_are_the_smallest(tmp_path: Path) -> None:
    """Where sets are cut off, those with fewest answers are kept."""

    single = {
        "id": "one",
        "level": "high",
        "when": {"answer": {"question": "q29", "at_or_above": "yes"}},
        "because": "x",
    }
    doc = document(30, 3, more_rules=[single])
    found = sufficient_sets(assessment(doc, {f"q{n}": "yes" for n in range(30)}, tmp_path).possible, plenty())
    assert found.sets[0] == ("q29",)
    assert not found.complete
    assert all(len(questions) == 3 for questions in found.sets[1:])


def test_a_spent_budget_says_so(tmp_path: Path) -> None:
    """Unknowns that could not be decided in time are listed as not decided, with an upper bound."""

    found = unknowns_that_matter(assessment(document(30, 15), {}, tmp_path).possible, Budget(total=50, each=10))
    assert {unknown.question for unknown in found} == {f"q{n}" for n in range(30)}
    assert not any(unknown.decided for unknown in found)
    assert {unknown.could_reach for unknown in found} == {1}


def test_a_spent_budget_leaves_sets_incomplete(tmp_path: Path) -> None:
    """Sufficient sets that could not be found in time are never called complete."""

    yes = {f"q{n}": "yes" for n in range(20)}
    found = sufficient_sets(assessment(document(20, 10), yes, tmp_path).possible, Budget(total=30, each=30))
    assert not found.complete


def test_a_gate_that_counts_is_met_before_what_it_gates(tmp_path: Path) -> None:
    """A question asked only when two others are answered yes matters, and so do they."""

    doc = document(3, 3)
    doc["questions"][2]["ask_when"] = {
        "at_least": {"n": "2", "of": [{"answer": {"question": q, "at_or_above": "yes"}} for q in ("q0", "q1")]}
    }
    found = unknowns_that_matter(assessment(doc, {}, tmp_path).possible, plenty())
    assert {unknown.question for unknown in found} == {"q0", "q1", "q2"}


@pytest.mark.parametrize("count", [150, 400])
def test_a_search_too_deep_is_not_decided_and_does_not_fail(count: int, tmp_path: Path) -> None:
    """A count of hundreds of answers is either decided or said not to be; it never breaks off the result."""

    found = unknowns_that_matter(assessment(document(count, count - 1), {}, tmp_path).possible, plenty())
    assert {unknown.question for unknown in found} == {f"q{n}" for n in range(count)}


def test_branches_of_an_any_are_looked_at_apart(tmp_path: Path) -> None:
    """An unknown in one branch is decided without going through all the ways to meet the other."""

    wide = {"at_least": {"n": "5", "of": [{"answer": {"question": f"q{n}", "at_or_above": "yes"}} for n in range(40)]}}
    narrow = [{"answer": {"question": q, "at_or_above": "yes"}} for q in ("q40", "q41")]
    doc = document(42, 42)
    doc["rules"] = [{**doc["rules"][0], "when": {"any": [wide, {"all": narrow}]}}]
    found = unknowns_that_matter(assessment(doc, {}, tmp_path).possible, Budget(total=5_000, each=200))
    assert {unknown.question for unknown in found} == {f"q{n}" for n in range(42)}
    assert all(unknown.decided for unknown in found)


@pytest.mark.timeout(60)
def test_wide_counts_are_decided_at_once(tmp_path: Path) -> None:
    """Fifteen of thirty: each unknown matters, and no search goes through the 155 million ways."""

    found = unknowns_that_matter(assessment(document(30, 15), {}, tmp_path).possible, Budget(total=10_000, each=1_000))
    assert len(found) == 30
    assert all(unknown.decided for unknown in found)


def test_an_age_beside_an_any_is_no_answer(tmp_path: Path) -> None:
    """A rule that joins an age with alternatives is searched without taking the age for an answer."""

    doc = document(3, 3)
    either = {"any": [{"answer": {"question": q, "at_or_above": "yes"}} for q in ("q0", "q1")]}
    doc["rules"] = [{**doc["rules"][0], "when": {"all": [{"child_age": {"under": "1 year"}}, either]}}]
    found = unknowns_that_matter(assessment(doc, {}, tmp_path).possible, plenty())
    assert {unknown.question for unknown in found} == {"q0", "q1", "age"}
