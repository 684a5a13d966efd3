"""Reasons against: what points lower, and changes nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.cli.commands import DOCUMENT
from tests.content.shipped import AREAS, vignettes
from tests.content.shipped import compiled as compiled_area
from tests.evaluation import engine
from tests.oracle.random_documents import documents_and_cases
from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import LoadedCase, read_case
from threshold_tool.cases.model import Case, CaseChild
from threshold_tool.deadlines.ages import parse_age
from threshold_tool.documents.loader import require_document
from threshold_tool.evaluation.against import LowerAnswer, ReasonsAgainst, reasons_against
from threshold_tool.evaluation.assess import assess
from threshold_tool.evaluation.case_result import assess_case
from threshold_tool.evaluation.compiled import compile_document
from threshold_tool.evaluation.explain import AGAINST_CAUTION, AGAINST_TITLE, lower_words, strength_words

if TYPE_CHECKING:
    from pathlib import Path

    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.evaluation.result import ChildResult

SMALL = compile_document(require_document(DOCUMENT))
EIGHT = parse_age("8 years")
DRINK = {"drink-concern": "yes", "drink-effect": "often"}


def result(own: dict[str, str], family: dict[str, str] = DRINK, **case: Any) -> ChildResult:
    """The small document's result for one child."""
    children = (CaseChild(ref="A", age=EIGHT, answers=own),)
    made = Case(format="threshold-case/1", on=date(2026, 11, 16), children=children, family=family, **case)
    (child,) = assess_case(SMALL, require_fit(SMALL, LoadedCase.from_answers(made))).children
    return child


def against(own: dict[str, str], family: dict[str, str] = DRINK, **case: Any) -> ReasonsAgainst:
    return reasons_against(SMALL, result(own, family, **case))


def lower(found: ReasonsAgainst) -> list[tuple[str, str, str | None]]:
    return [(entry.question, entry.answer, entry.clause.id if entry.clause else None) for entry in found.lower]


@pytest.mark.parametrize(
    ("said", "strengths"),
    [("seen", (("trusted-adult", "seen"),)), ("said", ()), ("nobody", ()), ("not-known", ()), (None, ())],
)
def test_a_strength_counts_only_when_evidenced(said: str | None, strengths: tuple[tuple[str, str], ...]) -> None:
    """A strength that is only claimed, absent or not known is none."""

    assert against({"trusted-adult": said} if said else {}).strengths == strengths


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        ("95", [("attendance", "95", None)]),
        ("80", [("attendance", "80", "attendance=below 90")]),
        ("40", []),
        ("not-known", []),
    ],
)
def test_an_answer_that_leads_lower(attendance: str, expected: list[tuple[str, str, str | None]]) -> None:
    """At level 3: attendance placed nowhere or at level 2 points lower, since worse attendance reaches level 3."""

    assert lower(against({"attendance": attendance})) == expected


def test_a_question_that_never_reaches_the_level_says_nothing_against_it() -> None:
    """Sleeping in class reaches level 2 at most, so that "no" says nothing against level 3."""

    assert lower(against({"sleeps": "no"})) == []
    assert lower(against({"sleeps": "no", "attendance": "80"}, {})) == [("sleeps", "no", None)]


def test_a_no_to_danger_triggers_and_screening_says_nothing() -> None:
    """What was not seen among the triggers is no reason against another worry."""

    family = {**DRINK, "danger-now": "no"}
    assert lower(against({"told": "no"}, family)) == []


def test_what_the_level_rests_on_is_no_reason_against() -> None:
    """An answer that takes part in a combination supports the level, though by itself it would lead lower."""

    own = {"sleeps": "yes", "attendance": "80"}
    found = result(own, {"drink-concern": "yes", "drink-effect": "sometimes"})
    assert {reason.clause.id for reason in found.reasons} == {"two-worries"}
    assert reasons_against(SMALL, found) == ReasonsAgainst((), ())


def test_nothing_seen_is_no_answer() -> None:
    """A theme that was looked at with nothing seen is not put forward as a reason."""

    assert lower(against({}, nothing_seen_in=("school",))) == []


def test_an_answer_set_aside_is_no_reason() -> None:
    """What does not count towards the level does not count against it."""

    family = {"drink-concern": "no", "drink-effect": "none"}
    assert lower(against({"sleeps": "yes"}, family)) == []


def test_at_the_lowest_level_nothing_points_lower() -> None:
    """There is nothing below the level of a child whom nothing applies to; strengths are named all the same."""

    own = {"told": "no", "sleeps": "no", "attendance": "95", "trusted-adult": "seen"}
    found = against(own, {"danger-now": "no", "drink-concern": "no"})
    assert found == ReasonsAgainst((("trusted-adult", "seen"),), ())


def test_the_words_say_how_far_an_answer_leads() -> None:
    """Where an answer is placed, its level and page; where it is not, that a worse one would be."""

    (placed,) = against({"attendance": "80"}).lower
    (nowhere,) = against({"attendance": "95"}).lower
    assert lower_words(SMALL, placed) == (
        "How much does this child attend? 80%. By itself this is at Level 2: early help (p.7)."
    )
    assert lower_words(SMALL, nowhere) == (
        "How much does this child attend? 95%. By itself this meets no indicator; a more concerning answer would."
    )
    assert strength_words(SMALL, "trusted-adult", "seen") == "A strength. Who does this child trust? Seen"


def test_the_words_never_reassure() -> None:
    """What stands around the reasons says that they lower nothing and cancel nothing."""

    said = f"{AGAINST_TITLE} {AGAINST_CAUTION}".casefold()
    assert "do not lower the level" in said
    assert "cancel none" in said
    assert not any(word in said for word in ("safe", "no risk", "reassur", "unlikely", "no need"))


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
@given(pair=documents_and_cases())
def test_no_level_rests_on_a_reason_against(pair: tuple[dict[str, Any], dict[str, Any]], tmp_path: Path) -> None:
    """Without any one of the lower answers what is certain stays: it did not hold the level up, nor down."""

    document, case = pair
    compiled = engine.compiled(document, tmp_path)
    loaded = read_case(engine.text(case).encode("utf-8"), "case.yaml").loaded
    assert loaded is not None
    for child in assess_case(compiled, require_fit(compiled, loaded)).children:
        for entry in reasons_against(compiled, child).lower:
            assert_leads_lower(compiled, entry, child)


@pytest.mark.parametrize("area", AREAS)
def test_no_level_of_a_shipped_vignette_rests_on_a_reason_against(area: str) -> None:
    """The same for what people will meet: every vignette under every shipped document."""

    document, found = compiled_area(area), 0
    for loaded in vignettes().values():
        for child in assess_case(document, require_fit(document, loaded, pass_over_unknown=True)).children:
            entries = reasons_against(document, child).lower
            found += len(entries)
            for entry in entries:
                assert_leads_lower(document, entry, child)
    assert found > 50


def assert_leads_lower(compiled: CompiledDocument, entry: LowerAnswer, child: ChildResult) -> None:
    """The answer is placed below the level, is none of its reasons, and without it the same is certain."""
    level = entry.clause.level if entry.clause else None
    assert level is None or level < child.recommendation.level
    assert entry.clause not in [reason.clause for reason in child.reasons]
    others = {q: answer for q, answer in child.facts.answers.items() if q != entry.question}
    without = assess(compiled, child.facts).with_answers(others).recommendation
    assert without.lowest == child.recommendation.lowest
