"""`SatOracle(loaded)` answers `solved_questions` with a SAT solver: each formula becomes clauses over its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pysat.card import CardEnc, EncType
from pysat.solvers import Cadical153

from tests.oracle.formulas import Fact, Formula, Negation
from tests.oracle.solved_questions import SolvedQuestions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class SatSolver:
    """Formulas that a SAT solver takes to be true."""

    def __init__(self) -> None:
        self._solver = Cadical153()
        self._last = 0
        self._literals: dict[Formula, int] = {}

    def add(self, formulas: Iterable[Formula]) -> None:
        """Take these formulas to be true from now on."""
        for formula in formulas:
            self._solver.add_clause([self._literal(formula)])

    def can_be(self, formula: Formula) -> bool:
        """Return whether the formula can be true, together with all that was added."""
        return bool(self._solver.solve(assumptions=[self._literal(formula)]))

    def _literal(self, formula: Formula) -> int:
        """Return a literal that is true exactly where the formula is."""
        if formula not in self._literals:
            self._literals[formula] = self._translated(formula)
        return self._literals[formula]

    def _translated(self, formula: Formula) -> int:
        if isinstance(formula, Negation):
            return -self._literal(formula.part)
        if isinstance(formula, bool):
            always = self._new()
            self._solver.add_clause([always])
            return always if formula else -always
        if isinstance(formula, Fact):
            return self._new()
        return self._counted(formula.n, [self._literal(part) for part in formula.parts])

    def _counted(self, n: int, parts: Sequence[int]) -> int:
        """Return a literal for n or more of the parts: it brings them about, and its contrary keeps them from it."""
        enough = self._new()
        if n in (1, len(parts)):
            sign = 1 if n == 1 else -1  # all of the parts hold where none of their contraries does
            self._solver.add_clause([-sign * enough, *(sign * part for part in parts)])
            for part in parts:
                self._solver.add_clause([sign * enough, -sign * part])
            return enough
        for literal, encode, bound in ((enough, CardEnc.atleast, n), (-enough, CardEnc.atmost, n - 1)):
            encoded = encode(lits=list(parts), bound=bound, top_id=self._last, encoding=EncType.seqcounter)
            self._last = max(self._last, encoded.nv)
            for clause in encoded.clauses:
                self._solver.add_clause([-literal, *clause])
        return enough

    def _new(self) -> int:
        self._last += 1
        return self._last


class SatOracle(SolvedQuestions):
    """The questions about a document, answered by a SAT solver."""

    @staticmethod
    def make_solver() -> SatSolver:
        """Return a solver that was told nothing yet."""
        return SatSolver()
