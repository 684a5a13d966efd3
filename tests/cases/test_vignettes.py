"""Expectations of vignettes: what is met, what is missed, what is not touched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from tests.cli.commands import DOCUMENT
from tests.evaluation import engine
from tests.oracle.random_documents import documents_and_cases
from threshold_tool.cases.loader import read_case
from threshold_tool.cases.model import Vignette
from threshold_tool.cases.vignettes import not_covered, run_vignette
from threshold_tool.documents.loader import require_document
from threshold_tool.errors import ProblemsFound
from threshold_tool.evaluation.compiled import compile_document

if TYPE_CHECKING:
    from pathlib import Path

    from threshold_tool.cases.loader import LoadedCase
    from threshold_tool.cases.vignettes import VignetteOutcome

SMALL = compile_document(require_document(DOCUMENT))


def vignette(
    expected: dict[str, Any] | None, answers: dict[str, str], family: dict[str, str] | None = None
) -> LoadedCase:
    """A vignette of one child of eight; `expected` is what it expects of the small document."""
    case = {
        "format": "threshold-case/1",
        "title": "Made up",
        "on": "2026-11-16",
        "children": [{"ref": "A", "age": "8 years", "answers": answers}],
        "family": family or {},
        "expect": {} if expected is None else {"small": {"A": expected}},
    }
    read = read_case(yaml.safe_dump(case).encode("utf-8"), "made-up.yaml", Vignette)
    assert read.loaded is not None, read.problems
    return read.loaded


def missed(expected: dict[str, Any], answers: dict[str, str] | None = None) -> tuple[str, ...]:
    """What a child who sleeps in class misses of these expectations."""
    (child,) = run_vignette(SMALL, vignette(expected, answers or {"sleeps": "yes"})).children
    return child.missed


@pytest.mark.parametrize(
    "expected",
    [
        {"level": "early-help"},
        {"level": "universal", "accept": ["early-help"]},
        {"accept": ["child-in-need", "early-help"]},
        {"floor": "early-help"},
        {"floor": "universal"},
        {"require": ["tell-the-school"]},
        {"unknowns": ["told", "drink-concern"]},
        {},
    ],
)
def test_an_expectation_that_is_met(expected: dict[str, Any]) -> None:
    """The level, one that is accepted, one at or above the floor, and lists that may hold more."""

    assert missed(expected) == ()


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ({"level": "universal"}, "Expected Level 1: universal; the result is Level 2: early help."),
        ({"level": "child-in-need", "accept": ["child-protection"]}, "or Level 4: child protection"),
        ({"floor": "child-in-need"}, "Expected at least Level 3: child in need; the result is Level 2"),
        ({"level": "early-help", "floor": "child-in-need"}, "at least"),
        ({"require": ["ask-again"]}, "does not require `ask-again`"),
        ({"unknowns": ["sleeps"]}, "does not list `sleeps`"),
        ({"level": "nowhere"}, "no level `nowhere`"),
        ({"floor": "nowhere"}, "no level `nowhere`"),
        ({"require": ["nothing"]}, "no action `nothing`"),
        ({"unknowns": ["nothing"]}, "no question `nothing`"),
    ],
)
def test_an_expectation_that_is_missed(expected: dict[str, Any], words: str) -> None:
    """Each difference is one plain sentence; a name that the document lacks is a miss too."""

    (sentence,) = missed(expected)

    assert words in sentence


def test_every_miss_is_told() -> None:
    """Several expectations missed give several sentences."""

    assert len(missed({"level": "universal", "require": ["ask-again"], "unknowns": ["sleeps"]})) == 3


def test_a_vignette_of_another_document_is_not_judged() -> None:
    """Without expectations here there are no outcomes, and a misfit is passed over."""

    fits = run_vignette(SMALL, vignette(None, {"sleeps": "yes"}))
    misfit = run_vignette(SMALL, vignette(None, {"elsewhere": "yes"}))

    assert (fits.children, fits.met, bool(fits.assessments)) == ((), True, True)
    assert (misfit.children, misfit.met, misfit.assessments) == ((), True, ())


def test_a_vignette_with_expectations_has_to_fit() -> None:
    """One that expects something of this document and does not fit it is an error."""

    with pytest.raises(ProblemsFound):
        run_vignette(SMALL, vignette({"level": "universal"}, {"elsewhere": "yes"}))


# Coverage


def outcomes(*answers: dict[str, str], family: dict[str, str] | None = None) -> list[VignetteOutcome]:
    """Vignettes with these answers of a child, run."""
    return [run_vignette(SMALL, vignette(None, each, family)) for each in answers]


def test_nothing_is_covered_by_nothing() -> None:
    """Without vignettes every placement, rule and answer is listed, in the document's order."""

    left = not_covered(SMALL, [])

    assert left.placements[:3] == ("danger-now=yes", "told=not-known", "told=yes")
    assert left.rules == ("baby", "two-worries")
    assert left.answers[:2] == (("danger-now", "no"), ("danger-now", "yes"))
    assert ("attendance", "better") in left.answers


@pytest.mark.parametrize(
    ("answers", "placement"),
    [
        ({"sleeps": "yes"}, "sleeps=yes"),
        ({"told": "yes"}, "told=yes"),
        ({"told": "suspected"}, "told=yes"),
        ({"told": "not-known"}, "told=not-known"),
        ({"attendance": "80"}, "attendance=below 90"),
        ({"attendance": "20"}, "attendance=below 50"),
        ({"sleeps": "yes", "told": "yes"}, "sleeps=yes"),
    ],
)
def test_a_placement_that_holds_is_covered(answers: dict[str, str], placement: str) -> None:
    """Those that decide the level, and those that hold below it, inherited and not-known ones too."""

    assert placement not in not_covered(SMALL, outcomes(answers)).placements


def test_a_rule_that_holds_is_covered() -> None:
    """A rule is covered when its condition holds for a child."""

    family = {"drink-concern": "yes", "drink-effect": "sometimes"}
    left = not_covered(SMALL, outcomes({"sleeps": "yes", "attendance": "80"}, family=family))

    assert left.rules == ("baby",)


def test_answers_are_covered_when_given() -> None:
    """Given answers count, numbers by where they lie; those of a question set aside do not."""

    family = {"drink-concern": "no", "drink-effect": "often"}
    left = not_covered(SMALL, outcomes({"attendance": "95", "trusted-adult": "said"}, family=family)).answers

    assert ("attendance", "better") not in left
    assert ("attendance", "below 90") in left
    assert ("trusted-adult", "said") not in left
    assert ("drink-concern", "no") not in left
    assert ("drink-effect", "often") in left


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)
@given(pair=documents_and_cases())
def test_covered_is_what_the_result_shows(pair: tuple[dict[str, Any], dict[str, Any]], tmp_path: Path) -> None:
    """A clause is left out exactly when no child's reasons or also have it."""

    document, case = pair
    compiled = engine.compiled(document, tmp_path)
    read = read_case(engine.text(case).encode("utf-8"), "case.yaml", Vignette)
    assert read.loaded is not None
    left = not_covered(compiled, [run_vignette(compiled, read.loaded)])
    result = engine.assess(compiled, case)
    held = {r["id"] for child in result["children"] for r in (*child["reasons"], *child["also"])}

    assert not held & {*left.placements, *left.rules}
    written = compiled.source.document
    everything = {f"{q}={a}" for q, answers in written.placements.items() for a in answers}
    assert everything | {rule.id for rule in written.rules} == held | {*left.placements, *left.rules}
