"""What a placement that lowers a level would mean for a child: told in words, and shown as a case that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.documents.corpus import GOOD_DOCUMENT
from tests.documents.written import as_yaml, load
from threshold_tool.cases.fitting import fit
from threshold_tool.cases.loader import read_case
from threshold_tool.documents.loader import load_document
from threshold_tool.evaluation.compiled import compile_document

if TYPE_CHECKING:
    from pathlib import Path

    from threshold_tool.problems import Problem

OFTEN = "    often: {level: early-help, "
BELOW_90 = '    below 90: {level: early-help, cite: "p.4"}\n'
WHY = '    yes: {level: child-protection, cite: "p.3"}\n'


def finding(folder: Path, *replacements: tuple[str, str]) -> Problem:
    """The one problem of the edited document."""
    (found,) = load(folder, *replacements).problems
    assert found.code == "not-monotone"
    return found


def hint(found: Problem) -> str:
    """The hint, its quotation marks as a keyboard has them."""
    assert found.hint is not None
    return found.hint.replace("\u2018", "'").replace("\u2019", "'")


def answers(witness: dict[str, Any] | None) -> dict[str, Any]:
    """What the child of a case answers; the case has to be one that can be read, and that fits the sound document."""
    assert witness is not None
    result = read_case(as_yaml(witness).encode("utf-8"), "witness.yaml")
    assert result.loaded is not None, result.problems
    sound = load_document(GOOD_DOCUMENT).document
    assert sound is not None
    assert not fit(compile_document(sound), result.loaded).problems
    given: dict[str, Any] = witness["children"][0]["answers"]
    return given


def test_the_levels_of_both_answers_are_told(tmp_path: Path) -> None:
    """The question and its answers stand there in their own words, the levels with their names."""

    found = finding(tmp_path, (OFTEN, "    often: {level: universal, "))

    assert hint(found) == (
        "Where 'How often does the child go without a meal?' is answered 'Less than once a week', "
        "a child is at Level 2: early help; if it were 'Every week', at Level 1: universal."
    )
    assert answers(found.witness) == {"meals": "sometimes"}


def test_shared_questions_are_told_as_the_document_words_them(tmp_path: Path) -> None:
    """A board knows its own wording alone."""

    reworded = 'reword: {sleep: {ask: "Is the child tired?", answers: {often: "Most days"}}}\nplacements:\n'
    placed = "  sleep: {sometimes: {level: child-protection}, often: {level: early-help}}\n"
    found = finding(tmp_path, ("placements:\n", reworded + placed))

    assert "'Is the child tired?'" in hint(found)
    assert "'Most days'" in hint(found)


@pytest.mark.parametrize(
    ("placed", "answer"),
    [
        ("below 90: {level: child-protection}, below 50: {level: early-help}", "89"),
        ("below 90: {level: child-protection}, below 89.5: {level: early-help}", "89.5"),
        ("below 1: {level: child-protection}, below 0.5: {level: early-help}", "0.5"),
    ],
)
def test_a_number_of_the_case_lies_between_the_cuts(placed: str, answer: str, tmp_path: Path) -> None:
    """It reaches the first cut and not the worse one."""

    found = finding(tmp_path, ("  attendance:\n" + BELOW_90, f"  attendance: {{{placed}}}\n"))

    assert answers(found.witness) == {"attendance": answer}


def test_what_is_less_urgent_is_told(tmp_path: Path) -> None:
    """Where the worse answer is not immediate, that is what differs; a family's answer stands under `family`."""

    suspected = '    suspected: {level: child-protection, immediate: true, cite: "p.3"}\n'
    found = finding(tmp_path, (WHY, suspected + WHY))

    assert hint(found) == (
        "Where 'Does somebody keep food from the child?' is answered 'Suspected', the result says to act at once; "
        "if it were 'Yes', it would not. Add `immediate: true`."
    )
    assert answers(found.witness) == {"meals-why": "suspected"}


def test_an_unknown_that_weighs_more_than_an_answer_is_shown(tmp_path: Path) -> None:
    """The case says that it is not known."""

    found = finding(tmp_path, (BELOW_90, "    not-known: {level: early-help}\n    below 90: {level: universal}\n"))

    assert hint(found).startswith("Where the answer to 'What share of school days does the child attend?' is not known")
    assert answers(found.witness) == {"attendance": "not-known"}


def test_the_familys_answers_stand_under_family(tmp_path: Path) -> None:
    """A question about the family is answered once."""

    graded = "answers: no-suspected-yes}\n  - id: meals\n"
    danger = "    suspected: {level: child-protection, immediate: true}\n    yes: {level: early-help, immediate: true, "
    found = finding(
        tmp_path,
        ("answers: no-yes}\n  - id: meals\n", graded),
        ("    yes: {level: child-protection, immediate: true, ", danger),
    )

    assert found.witness is not None
    assert found.witness["family"] == {"danger-now": "suspected"}
    assert found.witness["children"] == [{"ref": "A"}]
