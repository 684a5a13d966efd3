"""A whole case under a document: every child's result, and the headline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.evaluation.assess import assess_whole
from threshold_tool.evaluation.next_steps import Moment, next_steps

if TYPE_CHECKING:
    from threshold_tool.cases.fitting import FittedCase
    from threshold_tool.documents.model import Role
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.evaluation.next_steps import NextStep
    from threshold_tool.evaluation.result import ChildResult


@dataclass(frozen=True)
class CaseResult:
    """What a document says of each child of a case. The headline is the highest child's; nothing is averaged."""

    compiled: CompiledDocument
    fitted: FittedCase
    children: tuple[ChildResult, ...]
    role: Role
    moment: Moment

    @property
    def headline(self) -> int:
        """The level of the child with the highest."""
        return max(child.recommendation.level for child in self.children)

    def steps(self, child: ChildResult) -> tuple[NextStep, ...]:
        """What to do for a child: its level's actions, then what else is required."""
        document = self.compiled.source.document
        level = document.levels[child.recommendation.level]
        return next_steps(document, (*level.actions, *child.require), self.role, self.moment)


def assess_case(compiled: CompiledDocument, fitted: FittedCase) -> CaseResult:
    """The result for every child of a case."""
    children = tuple(assess_whole(compiled, child) for child in fitted.children)
    return CaseResult(compiled, fitted, children, fitted.case.role, Moment(fitted.case.on, fitted.case.at))
