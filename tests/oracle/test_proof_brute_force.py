"""The proofs by trying every case against documents worked by hand, and against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.evaluation import engine
from tests.oracle.proof_brute_force import Proof, faults
from tests.oracle.small_documents import small_documents
from tests.oracle.worked_proofs.reading import WorkedFaults, worked_faults

if TYPE_CHECKING:
    from pathlib import Path

WORKED = worked_faults()
FEW = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.name)
def test_faults_are_those_found_by_hand(worked: WorkedFaults) -> None:
    """Trying every case finds what the text says, and nothing else."""

    assert faults(worked.document) == worked.faults, worked.about


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.name)
def test_document_worked_by_hand_is_read(worked: WorkedFaults, tmp_path: Path) -> None:
    """The strict loader takes each document, so that proofs of the tool can be held against it."""

    assert engine.compiled(worked.document, tmp_path)


def test_documents_worked_by_hand_show_every_fault() -> None:
    """Each code is planted at least twice."""

    codes = [code for worked in WORKED for code, _ in worked.faults]
    assert {code for code in codes if codes.count(code) > 1} == {
        "impossible-rule",
        "unreachable-question",
        "unreachable-level",
        "dead-rule",
        "dead-placement",
        "idle-question",
    }


@FEW
@given(document=small_documents())
def test_small_document_is_read(document: dict[str, Any], tmp_path: Path) -> None:
    """The strict loader takes every document that is drawn."""

    assert engine.compiled(document, tmp_path)


@FEW
@given(document=small_documents())
def test_each_fault_is_about_something_of_the_document(document: dict[str, Any]) -> None:
    """What a fault is about stands in the document, and a rule has one fault at most."""

    proof = Proof(document)
    found = faults(document)
    placements = {f"{question}={key}" for question, placed in document["placements"].items() for key in placed}
    rules = {rule["id"] for rule in document["rules"]}
    assert {about for code, about in found if code.endswith("rule")} <= rules
    assert {about for code, about in found if code.endswith("placement")} <= placements
    assert {about for code, about in found if code.endswith("level")} <= set(proof.text.levels)
    assert {about for code, about in found if code.endswith("question")} <= set(proof.text.questions)
    assert not proof.impossible_rules & set(proof.dead_rules())


@FEW
@given(document=small_documents())
def test_complete_case_asks_every_question_that_can_be_asked(document: dict[str, Any]) -> None:
    """Each case answers exactly what it asks: what is not asked has no value."""

    proof = Proof(document)
    for case in proof.cases:
        child_answers = dict(zip(proof.text.concerns, case.answers, strict=True))
        typed = {name: value for name, value in child_answers.items() if value is not None}
        ways, said = proof.meaning.possible(dict(typed), [case.birth])
        assert [settled for settled, _ in ways] == [case.answers]
        assert not said
