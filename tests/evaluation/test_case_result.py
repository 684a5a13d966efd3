"""A whole case under a document: the level that a person acts at, and its steps."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.cli.commands import DOCUMENT
from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import LoadedCase
from threshold_tool.cases.model import Case, CaseChild, Decision
from threshold_tool.documents.loader import require_document
from threshold_tool.evaluation.case_result import assess_case
from threshold_tool.evaluation.compiled import compile_document

if TYPE_CHECKING:
    from threshold_tool.evaluation.case_result import CaseResult

SMALL = compile_document(require_document(DOCUMENT))
UNIVERSAL, EARLY_HELP, PROTECTION = 0, 1, 3


def result(decided: str | None = None, **family: str) -> CaseResult:
    """The result for one child of not known age, with a decision."""
    decision = {"A": Decision(level=decided)} if decided else {}
    children = (CaseChild(ref="A", answers={"sleeps": "yes"}),)
    case = Case(format="threshold-case/1", on=date(2026, 11, 16), children=children, family=family, decision=decision)
    return assess_case(SMALL, require_fit(SMALL, LoadedCase.from_answers(case)))


@pytest.mark.parametrize(
    ("decided", "level", "acting"),
    [
        (None, None, EARLY_HELP),
        ("universal", UNIVERSAL, UNIVERSAL),
        ("early-help", EARLY_HELP, EARLY_HELP),
        ("child-protection", PROTECTION, PROTECTION),
    ],
)
def test_the_decision_says_which_level_to_act_at(decided: str | None, level: int | None, acting: int) -> None:
    """A person's decision comes before the recommendation, up or down; without one the recommendation holds."""

    found = result(decided)
    (child,) = found.children
    assert (found.decided_level(child), found.acting_level(child)) == (level, acting)
    assert child.recommendation.level == EARLY_HELP


def test_steps_at_another_level_keep_what_answers_require() -> None:
    """Whatever the level, its own actions come first and the required ones stay."""

    found = result()
    (child,) = found.children
    named = [[step.action.id for step in found.steps_at(child, level)] for level in (UNIVERSAL, EARLY_HELP, PROTECTION)]
    assert named == [[first, "tell-the-school"] for first in ("carry-on", "offer-help", "telephone")]
    assert found.steps(child) == found.steps_at(child, EARLY_HELP)


def test_the_headline_is_the_documents() -> None:
    """A decision changes what is done, and never what the document says."""

    assert result("universal").headline == result("child-protection").headline == EARLY_HELP
