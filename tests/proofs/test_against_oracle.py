"""The proofs against brute force, written from the design alone, on small random documents.

`THRESHOLD_TOOL_EXAMPLES` sets how many random documents each test tries; 5,000 and more on demand. With
`--hypothesis-show-statistics` pytest says how often documents had each feature and each fault.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from tests.evaluation import engine
from tests.oracle.features import features
from tests.oracle.meaning import ON, without_placement, without_rule
from tests.oracle.proof_brute_force import Proof, faults
from tests.oracle.small_documents import small_documents
from tests.oracle.smallest_cases import Smallest, completed, said_answers, size_of_file, with_answers
from threshold_tool.documents.loader import load_document
from threshold_tool.proofs.finder import finder_for
from threshold_tool.proofs.prove import prove
from threshold_tool.proofs.search import size
from threshold_tool.proofs.sides import IMMEDIATE, any_of
from threshold_tool.proofs.witness import case_data, case_of

if TYPE_CHECKING:
    from pathlib import Path

    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.problems import Problem
    from threshold_tool.proofs.finder import Shown
    from threshold_tool.proofs.prove import Proofs

EXAMPLES = int(os.environ.get("THRESHOLD_TOOL_EXAMPLES", "60"))
CODES = (
    "impossible-rule",
    "unreachable-question",
    "unreachable-level",
    "dead-rule",
    "dead-placement",
    "idle-question",
)
MADE_GOOD = {
    "dead-rule": "impossible-rule",
    "dead-placement": "unreachable-question",
    "idle-question": "unreachable-question",
}
"""What is not reported of a part beside a graver fault, and that graver fault."""

many_documents = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)


pytestmark = pytest.mark.timeout(14_400)


@many_documents
@given(document=small_documents())
def test_finds_what_trying_every_case_finds(document: dict[str, Any], tmp_path: Path) -> None:
    """The faults are those found by trying every case, and exactly the codes of no fault are proved."""
    told_what_it_has(document)

    proofs = proofs_of(document, tmp_path)
    wanted = faults(document)

    for code in sorted({code for code, _ in wanted}):
        event(code)
    assert found(proofs) == wanted
    assert set(CODES) & set(proofs.proved) == set(CODES) - {code for code, _ in wanted}
    assert not proofs.not_decided


@many_documents
@given(document=small_documents())
def test_each_case_shows_its_finding(document: dict[str, Any], tmp_path: Path) -> None:
    """The case of each finding, assessed as any case is, shows it, and no smaller case does."""
    told_what_it_has(document)

    proof = Proof(document)
    smallest = Smallest(proof)
    compiled = engine.compiled(document, tmp_path)

    for problem in proofs_of(document, tmp_path).problems:
        finding = Finding(proof, smallest, compiled, problem)
        if problem.witness is not None:
            event(f"case for {problem.code}")
        assert finding.is_shown(tmp_path), (problem.code, problem.about, problem.witness)
        assert finding.size() == finding.least_size(), (problem.code, problem.about, problem.witness)


@many_documents
@given(document=small_documents())
def test_smallest_case_is_as_small_as_can_be(document: dict[str, Any], tmp_path: Path) -> None:
    """For each rule, question, level and action: the case found, assessed, shows it and is the smallest there is."""
    told_what_it_has(document)

    smallest = Smallest(Proof(document))
    compiled = engine.compiled(document, tmp_path)
    finder = finder_for([compiled], ON)
    side = finder.space.sides[0]

    for rule in compiled.rules:
        name = rule.clause.id
        shown = finder.smallest([side.rule(rule)], [])
        assert least(shown) == smallest.of_rule(name), name
        assert shown is None or name in clauses_of(assessed(compiled, shown)), name
    for question in compiled.gates:
        shown = finder.smallest([side.gate(question)], [])
        assert least(shown) == smallest.of_question(question), question
        assert shown is None or question in said_answers(case_data(case_of(shown, complete=True))), question
    for at, level in enumerate(smallest.proof.text.levels):
        shown = finder.smallest([side.reaches(at)], side.level_conditions(at + 1))
        assert least(shown) == smallest.of_level(level), level
        if shown is not None:
            result = assessed(compiled, shown)
            assert result["lowest"] == result["highest"] == level
    for act in side.all_acts():
        shown = finder.smallest([any_of(side.act_conditions(act))], [])
        wanted = smallest.at_once() if act == IMMEDIATE else smallest.of_action(act)
        assert least(shown) == wanted, act
        if shown is not None:
            result = assessed(compiled, shown)
            assert result["immediate"] if act == IMMEDIATE else act in result["require"], act


@many_documents
@given(document=small_documents(), steps=st.integers(1, 60))
def test_few_steps_leave_open_what_they_cannot_decide(document: dict[str, Any], steps: int, tmp_path: Path) -> None:
    """With hardly any steps, whatever is said is true, and whatever is not said is listed as not decided."""
    told_what_it_has(document)

    proofs = proofs_of(document, tmp_path, steps)
    wanted = faults(document)
    open_ = {(one.code, about) for one in proofs.not_decided for about in one.about}

    event("something not decided" if open_ else "everything decided")
    invented = {
        (code, about)
        for code, about in found(proofs) - wanted
        if not is_part_of(MADE_GOOD.get(code, ""), about, wanted & open_)
    }
    assert not invented
    assert wanted - found(proofs) <= open_
    assert not set(proofs.proved) & {code for code, _ in wanted | open_}


def told_what_it_has(document: dict[str, Any]) -> None:
    """Count the document's features, for the statistics."""
    for feature in sorted(features(document)):
        event(feature)


def proofs_of(document: dict[str, Any], folder: Path, steps: int | None = None) -> Proofs:
    """Return the proofs about a document, as read from a file."""
    file = folder / "document.yaml"
    file.write_text(engine.text(document), encoding="utf-8", newline="\n")
    result = load_document(file)
    assert result.document is not None, [str(problem) for problem in result.problems]
    assert result.composition is not None
    if steps is None:
        return prove(result.composition, result.document, ON)
    return prove(result.composition, result.document, ON, steps)


def found(proofs: Proofs) -> set[tuple[str, str]]:
    """Return each problem as its code and what it is about."""
    return {(problem.code, about) for problem in proofs.problems for about in problem.about}


def is_part_of(code: str, about: str, open_: set[tuple[str, str]]) -> bool:
    """Say whether a graver fault of the same part was left open, so that a lesser one is rightly told."""
    return (code, about.split("=", maxsplit=1)[0]) in open_


def least(shown: Shown | None) -> int | None:
    """Return the size of a case that was found."""
    return None if shown is None else size(shown.found)


def assessed(compiled: CompiledDocument, shown: Shown) -> dict[str, Any]:
    """Return what the tool says of a case that was found, with every question answered."""
    result = engine.assess(compiled, case_data(case_of(shown, complete=True)))
    child: dict[str, Any] = result["children"][0]
    return child


def clauses_of(child: dict[str, Any]) -> set[str]:
    """Return the ids of the placements and rules that hold for a child."""
    return {clause["id"] for clause in [*child["reasons"], *child["also"]]}


def seen(child: dict[str, Any]) -> tuple[Any, ...]:
    """Return what a person sees of a complete case: level, actions and urgency."""
    return child["lowest"], child["highest"], {action["id"] for action in child["actions"]}, child["immediate"]


@dataclass
class Finding:
    """One finding about a document, held against what brute force and the tool's own assessment say of its case."""

    proof: Proof
    smallest: Smallest
    compiled: CompiledDocument
    problem: Problem

    @property
    def about(self) -> str:
        """What the finding is about."""
        return self.problem.about[0]

    @property
    def case(self) -> dict[str, Any]:
        """The case with the least answers said as well."""
        assert self.problem.witness is not None
        return completed(self.proof, self.problem.witness)

    def size(self) -> int | None:
        """How much the case says."""
        return None if self.problem.witness is None else size_of_file(self.proof, self.problem.witness)

    def least_size(self) -> int | None:
        """How little a case can say that shows it."""
        if self.problem.code == "dead-rule":
            return self.smallest.of_rule(self.about)
        if self.problem.code == "dead-placement":
            return self.smallest.of_placement(*self.about.split("=", 1))
        if self.problem.code == "idle-question" and self.about in self.proof.text.concerns:
            return self.smallest.of_question(self.about)
        if self.problem.code == "unreachable-level":
            is_highest = self.about == self.proof.text.levels[-1]
            return 0 if is_highest else self.smallest.above(self.about)
        return None

    def is_shown(self, folder: Path) -> bool:
        """Say whether the tool's own assessment of the case shows the finding."""
        if self.problem.witness is None:
            return True
        before = self.assess(self.case)
        if self.problem.code == "unreachable-level":
            order = self.proof.text.levels
            past = order.index(before["lowest"]) > order.index(self.about)
            return past if self.about != order[-1] else before["lowest"] != self.about
        if self.problem.code == "idle-question":
            return self.is_alike_for_each_answer(before)
        if self.problem.code == "dead-rule":
            without, held = without_rule(self.proof.document, self.about), self.about in clauses_of(before)
        else:
            question, key = self.about.split("=", 1)
            without, held = without_placement(self.proof.document, question, key), self.reaches(question)
        after = engine.assess(engine.compiled(without, folder), self.case)["children"][0]
        return held and seen(before) == seen(after)

    def reaches(self, question: str) -> bool:
        """Say whether the case answers a question, and is asked it."""
        result = self.assess(self.case)
        return question not in {entry["question"] for entry in result["set_aside"]}

    def is_alike_for_each_answer(self, before: dict[str, Any]) -> bool:
        """Say whether each other answer to the question gives the same, and asks the same questions."""
        answers = said_answers(self.case)
        others = (
            self.assess(with_answers(self.proof, self.case, {**answers, self.about: str(value)}))
            for value in self.proof.text.values(self.about)
        )
        return self.reaches(self.about) and all(
            (seen(other), asked_less(other)) == (seen(before), asked_less(before)) for other in others
        )

    def assess(self, case: dict[str, Any]) -> dict[str, Any]:
        """Return what the tool says of a case of one child."""
        child: dict[str, Any] = engine.assess(self.compiled, case)["children"][0]
        return child


def asked_less(child: dict[str, Any]) -> set[str]:
    """Return the questions that were answered but not asked."""
    return {entry["question"] for entry in child["set_aside"]}
