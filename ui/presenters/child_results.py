"""Whole results of an open case, so that deciding or planning works nothing out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import LoadedCase
from threshold_tool.evaluation.assess import assess_whole
from threshold_tool.evaluation.case_result import CaseResult
from threshold_tool.evaluation.next_steps import Moment

if TYPE_CHECKING:
    from threshold_tool.cases.interview import Interview
    from threshold_tool.evaluation.answers import ChildFacts
    from threshold_tool.evaluation.result import ChildResult


class ChildResults:
    """Keeps each child's last result and gives it again while the same is known of the child."""

    def __init__(self) -> None:
        self._kept: dict[str, ChildResult] = {}

    def of(self, interview: Interview) -> CaseResult:
        """The whole result of a case. Raises ProblemsFound if the case holds answers that do not fit the document."""
        fitted = require_fit(interview.compiled, LoadedCase.from_answers(interview.case))
        children = tuple(self._child(interview, facts) for facts in fitted.children)
        case = interview.case
        return CaseResult(interview.compiled, fitted, children, case.role, Moment(case.on, case.at))

    def _child(self, interview: Interview, facts: ChildFacts) -> ChildResult:
        kept = self._kept.get(facts.ref)
        if kept is None or kept.facts != facts:
            kept = self._kept[facts.ref] = assess_whole(interview.compiled, facts)
        return kept
