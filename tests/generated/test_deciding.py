"""Each generated case is decided by its clause, and the case below it is lower."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.cli.commands import DOCUMENT
from threshold_tool.cases.loader import read_case
from threshold_tool.cases.model import Vignette
from threshold_tool.cases.vignettes import run_vignette
from threshold_tool.cases.writer import case_bytes
from threshold_tool.documents.loader import require_document
from threshold_tool.evaluation.compiled import CompiledDocument, compile_document
from threshold_tool.generated.deciding import Deciding, deciding_cases
from threshold_tool.generated.vignettes import vignettes
from threshold_tool.generated.words import sentences
from threshold_tool.paths import shipped_document
from threshold_tool.proofs.witness import assessed

if TYPE_CHECKING:
    from threshold_tool.cases.model import Case

ON = date(2026, 10, 1)
SAMPLE = (
    "sexual-behaviour=problem",
    "attendance=below 90",
    "small-worries-about-a-baby",
    "strained-bond",
    "earlier-serious-concern",
    "serious-concern-and-child-not-seen",
)


@pytest.fixture(scope="module")
def small() -> CompiledDocument:
    """The small document of the command line's tests."""
    return compile_document(require_document(DOCUMENT))


@pytest.fixture(scope="module")
def shipped() -> CompiledDocument:
    """A whole area."""
    return compile_document(require_document(shipped_document("exampleshire")))


def outcome(compiled: CompiledDocument, case: Case) -> tuple[int, frozenset[str], bool]:
    """What a person sees of a case."""
    found = assessed(compiled, case)
    return found.recommendation.level, frozenset(found.require), found.immediate


def without(compiled: CompiledDocument, clause: str) -> CompiledDocument:
    """The document as it would be if the clause had not been written."""
    document = compiled.source.document
    question, _, answer = clause.partition("=")
    if answer:
        left = {key: placed for key, placed in document.placements[question].items() if key != answer}
        changed = document.model_copy(update={"placements": {**document.placements, question: left}})
    else:
        changed = document.model_copy(update={"rules": tuple(rule for rule in document.rules if rule.id != clause)})
    source = type(compiled.source)(
        changed, compiled.source.questions, compiled.source.domains, compiled.source.themes, compiled.source.files
    )
    return compile_document(source)


def assert_decided(compiled: CompiledDocument, one: Deciding) -> None:
    """Without the clause the result is another, and one step below the level is lower or an action is gone."""
    assert one.case is not None, one.clause
    result = outcome(compiled, one.case)
    assert outcome(without(compiled, one.clause), one.case) != result, one.clause
    if one.below is not None:
        level, require, immediate = outcome(compiled, one.below.case)
        assert level < result[0] or (level == result[0] and (result[1] - require or (result[2] and not immediate)))


def test_every_clause_of_a_small_document_decides_its_case(small: CompiledDocument) -> None:
    """Each placement and rule gets a case that it decides, and a nearest case below."""
    found = list(deciding_cases(small, ON))

    assert [one.clause for one in found] == [
        "danger-now=yes",
        "told=yes",
        "drink-effect=sometimes",
        "drink-effect=often",
        "sleeps=yes",
        "attendance=below 90",
        "attendance=below 50",
        "baby",
        "two-worries",
    ]
    for one in found:
        assert_decided(small, one)
        assert one.below is not None


def test_clauses_of_a_whole_area_decide_their_cases(shipped: CompiledDocument) -> None:
    """Ages, strengths, earlier concerns, counts, actions alone: a sample of each."""
    found = list(deciding_cases(shipped, ON, only=SAMPLE))

    assert {one.clause for one in found} >= set(SAMPLE) - {"attendance=below 90"}
    for one in found:
        assert_decided(shipped, one)


def test_cases_run_as_vignettes(small: CompiledDocument) -> None:
    """What is written reads back, fits, and comes out as expected."""
    for one in deciding_cases(small, ON):
        for name, vignette in vignettes(small, one):
            read = read_case(case_bytes(vignette), f"{name}.yaml", Vignette)
            assert read.loaded is not None
            outcome_of = run_vignette(small, read.loaded)
            assert outcome_of.children, name
            assert outcome_of.met, (name, outcome_of)


def test_a_clause_that_decides_nothing_is_said_to(small: CompiledDocument) -> None:
    """A second rule with the same meaning decides no case, and none is made up."""
    document = small.source.document
    twin = document.rules[0].model_copy(update={"id": "twin"})
    changed = document.model_copy(update={"rules": (*document.rules, twin)})
    source = small.source
    compiled = compile_document(type(source)(changed, source.questions, source.domains, source.themes, source.files))
    (one,) = deciding_cases(compiled, ON, only={"twin"})

    assert (one.outcome, one.case, one.below) == ("decides-nothing", None, None)
    assert "decides nothing by itself" in sentences(compiled, one)[0]


def test_few_steps_make_nothing_up(shipped: CompiledDocument) -> None:
    """Where the steps run out the clause is not decided; what is found all the same is right."""
    for one in deciding_cases(shipped, ON, steps=1, only=SAMPLE):
        if one.outcome == "decides":
            assert_decided(shipped, one)
        else:
            assert one.case is None
