from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.documents.checks.findings import findings, underlined

if TYPE_CHECKING:
    from pathlib import Path

CODE = "suspected-passed-over"
BABY = "        - answer: {question: meals, at_or_above: sometimes}\n"


def asks(condition: str) -> tuple[str, str]:
    """The statutory rule about a baby with this condition in place of the one about meals."""
    return BABY, f"        - {condition}\n"


def test_a_statutory_rule_that_waits_for_yes(tmp_path: Path) -> None:
    """It is found at the answer that the rule asks for, however deep it stands."""

    deep = "any: [{child_age: {under: 1 week}}, {answer: {question: meals-why, at_or_above: yes}}]"
    [problem] = findings(tmp_path, CODE, asks(deep))

    assert problem.about == ("baby-without-meals", "meals-why")
    assert underlined(problem, tmp_path) == "yes}}]"


@pytest.mark.parametrize(
    "condition",
    [
        "answer: {question: meals-why, at_or_above: suspected}",
        "answer: {question: danger-now, at_or_above: yes}",
        "answer: {question: meals, at_or_above: often}",
        "answer: {question: attendance, below: 90}",
    ],
)
def test_nothing_is_passed_over(tmp_path: Path, condition: str) -> None:
    """Suspicion counts, or is not offered, or another answer is asked for."""

    assert findings(tmp_path, CODE, asks(condition)) == []


def test_a_rule_that_is_not_statutory_may_wait(tmp_path: Path) -> None:
    """Below the statutory levels a rule may ask for certainty."""

    wait = asks("answer: {question: meals-why, at_or_above: yes}")
    rule = "  - id: baby-without-meals\n    level: "

    assert findings(tmp_path, CODE, wait, (f"{rule}child-protection", f"{rule}early-help")) == []
    assert findings(tmp_path, CODE, wait) != []
