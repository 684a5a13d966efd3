"""What a solver is asked about a document of any size; `z3_oracle` and `sat_oracle` answer it.

All of them take a `LoadedDocument` and look at complete cases with every age and every strength:

- `can_hold(rule_id)`: whether a rule can hold at all.
- `can_decide(rule_id)`: whether some child's level would fall without the rule. Actions and `immediate` are left out,
  and so is what the rule means for earlier concerns.
- `can_reach(level_id)`: whether some complete case is at that level.
- `differ(old, new)`: whether some complete case without earlier concerns is at different levels.

With `earlier_concerns=True` a case has up to eight earlier concerns, each at a level that a complete case of that age
can have without them. Otherwise there are none, and rules that need some never hold.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Protocol

from tests.oracle.document_formulas import DocumentFormulas
from tests.oracle.formulas import Formula, all_of, any_of, negation
from threshold_tool.documents.conditions import EarlierConcerns, walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from threshold_tool.documents.loaded import LoadedDocument


class Solver(Protocol):
    """Something that finds out whether formulas can be true together."""

    def add(self, formulas: Iterable[Formula]) -> None:
        """Take these formulas to be true from now on."""

    def can_be(self, formula: Formula) -> bool:
        """Return whether the formula can be true, together with all that was added."""


class SolvedQuestions(ABC):
    """The questions about one document, put to a solver; subclasses say to which."""

    @staticmethod
    @abstractmethod
    def make_solver() -> Solver:
        """Return a solver that was told nothing yet."""

    def __init__(self, loaded: LoadedDocument, *, earlier_concerns: bool = False) -> None:
        levels = earlier_levels(loaded, self.make_solver()) if earlier_concerns else None
        self.formulas = DocumentFormulas(loaded, earlier_levels=levels)
        self.solver = self.make_solver()
        self.solver.add(self.formulas.frame)

    def can_hold(self, rule: str) -> bool:
        """Return whether a rule holds in some complete case."""
        return self.solver.can_be(self.formulas.rule(rule))

    def can_decide(self, rule: str) -> bool:
        """Return whether some complete case would be at a lower level without the rule."""
        clauses = self.formulas.clauses
        height = next(level for kind, name, level, _ in clauses if (kind, name) == ("rule", rule))
        if height is None or height <= self.formulas.floor:
            return False
        others = any_of(
            when
            for kind, name, level, when in clauses
            if (kind, name) != ("rule", rule) and level is not None and level >= height
        )
        return self.solver.can_be(all_of([self.formulas.rule(rule), negation(others)]))

    def can_reach(self, level: str) -> bool:
        """Return whether some complete case is at a level."""
        return self.solver.can_be(self.formulas.exactly(self.formulas.levels.index(level)))

    @classmethod
    def differ(cls, old: LoadedDocument, new: LoadedDocument) -> bool:
        """Return whether some complete case without earlier concerns is at different levels; levels go by their ids."""
        before, after = DocumentFormulas(old, beside=new), DocumentFormulas(new, beside=old)
        solver = cls.make_solver()
        solver.add([*before.frame, *after.frame])
        alike = any_of(
            all_of([before.exactly(place), after.exactly(after.levels.index(level))])
            for place, level in enumerate(before.levels)
            if level in after.levels
        )
        return solver.can_be(negation(alike))


def earlier_levels(loaded: LoadedDocument, solver: Solver) -> dict[int, frozenset[int]]:
    """Return the levels that an earlier concern can be at, for each age by its place."""
    document = loaded.document
    rules = tuple(r for r in document.rules if not any(isinstance(part, EarlierConcerns) for part in walk(r.when)))
    alone = DocumentFormulas(
        type(loaded)(
            document.model_copy(update={"rules": rules}), loaded.questions, loaded.domains, loaded.themes, loaded.files
        ),
        beside=loaded,
    )
    solver.add(alone.frame)
    return {
        place: frozenset(
            {alone.floor}
            | {
                level
                for level in range(len(alone.levels))
                if solver.can_be(all_of([alone.age(place), alone.exactly(level)]))
            }
        )
        for place in range(len(alone.births))
    }
