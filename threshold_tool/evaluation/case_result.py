"""A whole case under a document: every child's result, and the headline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.evaluation.assess import assess_whole
from threshold_tool.evaluation.next_steps import Moment, next_steps

if TYPE_CHECKING:
    from threshold_tool.cases.fitting import FittedCase
    from threshold_tool.cases.model import Case
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

    def decided_level(self, child: ChildResult) -> int | None:
        """The level that the person decided on for a child; None without a decision that this document can read."""
        return decided_level(self.compiled, self.fitted.case, child.ref)

    def acting_level(self, child: ChildResult) -> int:
        """The level to act at: what the person decided, or else the recommendation."""
        decided = self.decided_level(child)
        return child.recommendation.level if decided is None else decided

    def steps(self, child: ChildResult) -> tuple[NextStep, ...]:
        """What to do for a child: its level's actions, then what else is required."""
        return self.steps_at(child, child.recommendation.level)

    def steps_at(self, child: ChildResult, level: int) -> tuple[NextStep, ...]:
        """The same at another level, such as the one decided on."""
        document = self.compiled.source.document
        actions = (*document.levels[level].actions, *child.require)
        return next_steps(document, actions, self.role, self.moment)


def decided_level(compiled: CompiledDocument, case: Case, ref: str) -> int | None:
    """The level that the person decided on for a child; None without a decision that the document can read."""
    decision = case.decision.get(ref)
    return None if decision is None else compiled.source.level_order.get(decision.level)


def assess_case(compiled: CompiledDocument, fitted: FittedCase) -> CaseResult:
    """The result for every child of a case."""
    children = tuple(assess_whole(compiled, child) for child in fitted.children)
    return CaseResult(compiled, fitted, children, fitted.case.role, Moment(fitted.case.on, fitted.case.at))
