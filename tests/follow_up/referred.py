"""A small document with everything that follow-up reads, and the results of cases under it."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import LoadedCase
from threshold_tool.cases.model import Case, CaseChild
from threshold_tool.deadlines.ages import parse_age
from threshold_tool.documents.loader import require_document
from threshold_tool.evaluation.case_result import assess_case
from threshold_tool.evaluation.compiled import compile_document

if TYPE_CHECKING:
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.result import ChildResult

COMPILED = compile_document(require_document(Path(__file__).parent / "document.yaml"))
DOCUMENT = COMPILED.source.document
MONDAY = date(2026, 11, 16)
QUARTER_TO_FOUR = time(15, 45)


def result(*effects: str, on: date = MONDAY, at: time | None = None, **case: Any) -> CaseResult:
    """The result for children A, B and so on, each with its effect of drink: `none`, `some` or `much`."""
    children = tuple(
        CaseChild(ref=ref, age=parse_age("8 years"), answers={"effect": effect})
        for ref, effect in zip("ABC", effects, strict=False)
    )
    family = {"danger-now": "no", **case.pop("family", {})}
    role = case.pop("role", "school")
    made = Case(format="threshold-case/1", on=on, at=at, role=role, children=children, family=family, **case)
    return assess_case(COMPILED, require_fit(COMPILED, LoadedCase.from_answers(made)))


def only(found: CaseResult) -> ChildResult:
    """The one child of a result."""
    (child,) = found.children
    return child
