"""Both solvers against trying every case, on small documents, and against each other on large ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from benchmarks.generated_document import generated_document
from tests.content import shipped
from tests.evaluation import engine
from tests.oracle.brute_force import conditions_within
from tests.oracle.cases_to_try import Space
from tests.oracle.formulas import Fact, at_least, negation
from tests.oracle.meaning import Meaning
from tests.oracle.proof_brute_force import Proof
from tests.oracle.random_editions import documents_and_editions
from tests.oracle.sat_oracle import SatOracle, SatSolver
from tests.oracle.small_documents import small_documents
from tests.oracle.worked_proofs.reading import WorkedFaults, worked_faults
from tests.oracle.z3_oracle import Z3Oracle, Z3Solver
from threshold_tool.documents.loader import require_document

if TYPE_CHECKING:
    from pathlib import Path

    from tests.oracle.solved_questions import SolvedQuestions, Solver
    from threshold_tool.documents.loaded import LoadedDocument

ORACLES = [Z3Oracle, SatOracle]
FEW = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)


def loaded(document: dict[str, Any], folder: Path) -> LoadedDocument:
    """Return a document as the tool reads it."""
    file = folder / "document.yaml"
    file.write_text(engine.text(document), encoding="utf-8", newline="\n")
    return require_document(file)


def uses(document: dict[str, Any], kind: str) -> bool:
    """Say whether a rule has a condition of this kind."""
    return any(key == kind for rule in document["rules"] for key, _ in conditions_within(rule["when"]))


def levels_in_complete_cases(proof: Proof, without: str | None = None) -> list[int]:
    """Return the level of every complete case, with one rule left out or none."""
    found = []
    for case in proof.cases:
        clauses = proof.meaning.clauses(case.answers, case.birth, case.strengths, case.history)
        found.append(proof.meaning.level([clause for clause in clauses if clause.id != without]))
    return found


@pytest.mark.parametrize("make", [Z3Solver, SatSolver])
@pytest.mark.parametrize(("n", "can_be_three"), [(1, True), (2, True), (3, True), (4, False)])
def test_solver_counts(make: type[Solver], n: int, can_be_three: bool) -> None:
    """With one of four facts against it, three can hold and not four; and fewer than n can as well."""

    parts = [Fact(name) for name in "abcd"]
    solver = make()
    solver.add([negation(parts[0])])
    assert solver.can_be(at_least(n, parts)) is can_be_three
    assert solver.can_be(negation(at_least(n, parts)))
    solver.add([at_least(n, parts[1:])] if can_be_three else [])
    assert solver.can_be(negation(at_least(n, parts))) is not can_be_three


@pytest.mark.parametrize("oracle", ORACLES)
@pytest.mark.parametrize("worked", worked_faults(), ids=lambda worked: worked.name)
def test_impossible_rules_are_those_found_by_hand(
    oracle: type[SolvedQuestions], worked: WorkedFaults, tmp_path: Path
) -> None:
    """A solver finds that the impossible rules of the worked documents cannot hold, and that the others can."""

    questions = oracle(loaded(worked.document, tmp_path), earlier_concerns=True)
    impossible = {rule["id"] for rule in worked.document["rules"] if not questions.can_hold(rule["id"])}
    assert impossible == {about for code, about in worked.faults if code == "impossible-rule"}


@FEW
@given(document=small_documents().filter(lambda document: not uses(document, "earlier_concerns")))
def test_rules_and_levels_are_those_of_trying_every_case(document: dict[str, Any], tmp_path: Path) -> None:
    """Which rules can hold, which decide a level and which levels are reached: both solvers find what trying finds."""

    proof = Proof(document)
    levels = levels_in_complete_cases(proof)
    rules = [rule["id"] for rule in document["rules"]]
    held = set(rules) - proof.impossible_rules
    deciding = {rule for rule in rules if levels_in_complete_cases(proof, rule) != levels}
    for oracle in ORACLES:
        questions = oracle(loaded(document, tmp_path))
        assert {rule for rule in rules if questions.can_hold(rule)} == held
        assert {rule for rule in rules if questions.can_decide(rule)} == deciding
        reached = {place for place, level in enumerate(proof.text.levels) if questions.can_reach(level)}
        assert reached == set(levels)


@FEW
@given(
    document=small_documents().filter(
        lambda document: uses(document, "earlier_concerns") and not any("ask_when" in q for q in document["questions"])
    )
)
def test_rules_about_earlier_concerns_can_hold_as_often(document: dict[str, Any], tmp_path: Path) -> None:
    """With every history, both solvers find the rules that can hold."""

    impossible = Proof(document).impossible_rules
    for oracle in ORACLES:
        questions = oracle(loaded(document, tmp_path), earlier_concerns=True)
        assert {rule["id"] for rule in document["rules"] if not questions.can_hold(rule["id"])} == impossible


@FEW
@given(pair=documents_and_editions())
def test_editions_differ_as_trying_every_case_says(pair: tuple[dict[str, Any], dict[str, Any]], tmp_path: Path) -> None:
    """Both solvers find whether a complete case without earlier concerns changes its level."""

    space = Space([Meaning(each) for each in pair])
    wanted = any(
        len({m.outcome(m.settle(space.for_document(at, values), birth), birth, held[at], []).level for at, m in both})
        > 1
        for birth in space.births
        for values in space.complete()
        for held in space.telling_strengths()
        for both in [list(enumerate(space.meanings))]
    )
    old, new = (loaded(each, tmp_path) for each in pair)
    assert [oracle.differ(old, new) for oracle in ORACLES] == [wanted, wanted]


@pytest.mark.parametrize("area", ["eastmere", "saltmarsh"])
def test_solvers_agree_on_a_shipped_area(area: str) -> None:
    """z3 and the SAT solver give the same answers about a document of hundreds of questions."""

    document = shipped.document(area)
    assert answers(Z3Oracle(document, earlier_concerns=True), document) == answers(
        SatOracle(document, earlier_concerns=True), document
    )


def test_solvers_agree_on_a_generated_document(tmp_path: Path) -> None:
    """z3 and the SAT solver give the same answers about a document with counts of many kinds."""

    file = tmp_path / "generated.yaml"
    file.write_text(generated_document(80).text, encoding="utf-8", newline="\n")
    document = require_document(file)
    found = answers(Z3Oracle(document), document)
    assert found == answers(SatOracle(document), document)
    assert {True, False} == {decides for _, decides in found[0].values()}


def answers(
    questions: SolvedQuestions, document: LoadedDocument
) -> tuple[dict[str, tuple[bool, bool]], dict[str, bool]]:
    """Return whether each rule can hold and can decide, and whether each level can be reached."""
    rules = {r.id: (questions.can_hold(r.id), questions.can_decide(r.id)) for r in document.document.rules}
    return rules, {level.id: questions.can_reach(level.id) for level in document.document.levels}
