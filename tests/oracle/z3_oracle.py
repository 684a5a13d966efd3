"""`Z3Oracle(loaded)` answers `solved_questions` with z3: an independent proof for documents too large to try out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import z3

from tests.oracle.formulas import Fact, Formula, Negation
from tests.oracle.solved_questions import SolvedQuestions

if TYPE_CHECKING:
    from collections.abc import Iterable


class Z3Solver:
    """Formulas that z3 takes to be true."""

    def __init__(self) -> None:
        self._solver = z3.Solver()
        self._expressions: dict[Formula, Any] = {}

    def add(self, formulas: Iterable[Formula]) -> None:
        """Take these formulas to be true from now on."""
        self._solver.add([self._expression(formula) for formula in formulas])

    def can_be(self, formula: Formula) -> bool:
        """Return whether the formula can be true; raises ArithmeticError where z3 gives up."""
        self._solver.push()
        self._solver.add(self._expression(formula))
        answer = self._solver.check()
        self._solver.pop()
        if answer == z3.unknown:
            raise ArithmeticError("z3 cannot tell")
        return bool(answer == z3.sat)

    def _expression(self, formula: Formula) -> Any:
        if formula not in self._expressions:
            self._expressions[formula] = self._translated(formula)
        return self._expressions[formula]

    def _translated(self, formula: Formula) -> Any:
        if isinstance(formula, bool):
            return z3.BoolVal(formula)
        if isinstance(formula, Fact):
            return z3.Bool(formula.name)
        if isinstance(formula, Negation):
            return z3.Not(self._expression(formula.part))
        parts = [self._expression(part) for part in formula.parts]
        if formula.n == 1:
            return z3.Or(parts)
        return z3.And(parts) if formula.n == len(parts) else z3.AtLeast(*parts, formula.n)


class Z3Oracle(SolvedQuestions):
    """The questions about a document, answered by z3."""

    @staticmethod
    def make_solver() -> Z3Solver:
        """Return a solver that was told nothing yet."""
        return Z3Solver()
