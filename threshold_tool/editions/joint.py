"""Two editions over the same cases: where a search finds a case that they do not treat alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from threshold_tool.evaluation.search import BudgetSpent
from threshold_tool.proofs.finder import STEPS, Finder, finder_for
from threshold_tool.proofs.sides import any_of
from threshold_tool.proofs.witness import assessed, case_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from threshold_tool.cases.model import Case
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.evaluation.monotone import Monotone
    from threshold_tool.proofs.finder import Shown
    from threshold_tool.proofs.sides import Side

OLD, NEW = 0, 1
"""The places of the two editions."""


@dataclass
class Joint:
    """An old and a new edition. What is not decided within `steps` gathers in `not_decided`.

    `on` is the assessment date of the cases.
    """

    old: CompiledDocument
    new: CompiledDocument
    on: date
    steps: int = STEPS
    not_decided: list[str] = field(default_factory=list)

    @property
    def editions(self) -> tuple[CompiledDocument, CompiledDocument]:
        """Both, the old one first."""
        return self.old, self.new

    @cached_property
    def complete(self) -> Finder:
        """Finds cases in which every question asked is answered."""
        return finder_for(self.editions, self.on, steps=self.steps)

    @cached_property
    def partly_known(self) -> Finder:
        """Finds cases in which answers may be missing, at a known age."""
        return finder_for(self.editions, self.on, partly_known=True, steps=self.steps)

    def smallest(
        self, finder: Finder, goals: Iterable[Monotone], blockers: Iterable[Monotone], about: str
    ) -> Shown | None:
        """The smallest case, or None; `about` is noted where the steps run out."""
        try:
            return finder.smallest(goals, blockers)
        except BudgetSpent:
            self.not_decided.append(about)
            return None

    def readable_case(self, shown: Shown) -> Case:
        """A case that was found, with no more answers than it takes for both editions to treat it the same way."""
        sparse, full = case_of(shown), case_of(shown, complete=True)
        alike = all(_outcome(edition, sparse) == _outcome(edition, full) for edition in self.editions)
        return sparse if alike else full


def only_in(finder: Finder, here: Iterable[Monotone], there: Iterable[Monotone]) -> Monotone | None:
    """That one of some conditions of a side holds that the other side has not got; None where there is none."""
    own = finder.space.alignment.only_here(here, there)
    return any_of(own) if own else None


def held_clauses(side: Side, state: int) -> list[tuple[str, int | None]]:
    """The clauses of an edition that hold for certain in a case, with their levels."""
    held: list[tuple[str, int | None]] = []
    for question in side.compiled.questions.values():
        reached = state >> side.low & question.mask
        clause = question.clauses[question.grade_of(1 << reached.bit_length() - 1)] if reached else None
        if clause is not None:
            held.append((clause.id, clause.level))
    held += [(rule.clause.id, rule.clause.level) for rule in side.compiled.rules if side.rule(rule).holds(state)]
    return held


def _outcome(edition: CompiledDocument, case: Case) -> object:
    found = assessed(edition, case)
    return found.recommendation.level, frozenset(found.require), found.immediate
