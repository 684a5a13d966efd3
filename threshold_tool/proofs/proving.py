"""What the proofs about one document share: the document, its cases, and where its parts are written."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from threshold_tool.evaluation.search import BudgetSpent
from threshold_tool.problems import Location, Problem, Severity
from threshold_tool.proofs.finder import STEPS, finder_for
from threshold_tool.proofs.witness import case_data, case_of, case_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from threshold_tool.documents.checks.composition import Composition
    from threshold_tool.evaluation.compiled import Clause, CompiledDocument, CompiledQuestion
    from threshold_tool.proofs.finder import Finder, Shown
    from threshold_tool.proofs.sides import Side
    from threshold_tool.proofs.variants import Alone


@dataclass(frozen=True, slots=True)
class NotDecided:
    """A proof that was not finished within the steps allowed, of the parts of the document in `about`."""

    code: str
    about: tuple[str, ...]


@dataclass
class Proving:
    """One document under proof. Findings and what is not decided gather in it.

    `on` is the assessment date of the cases, `steps` bounds each search.
    """

    composition: Composition
    compiled: CompiledDocument
    on: date
    steps: int = STEPS
    findings: list[Problem] = field(default_factory=list)
    not_decided: list[NotDecided] = field(default_factory=list)
    alone: Alone = field(default_factory=dict)
    _asked: dict[str, Shown | None] = field(default_factory=dict)

    @cached_property
    def finder(self) -> Finder:
        """Finds complete cases."""
        return finder_for([self.compiled], self.on, steps=self.steps)

    @cached_property
    def partly_known(self) -> Finder:
        """Finds partly known cases, at a known age."""
        return finder_for([self.compiled], self.on, partly_known=True, steps=self.steps)

    def is_found(self, code: str, about: str) -> bool:
        """Whether a problem of this kind was found already."""
        return any(one.code == code and about in one.about for one in self.findings)

    @property
    def side(self) -> Side:
        """The document's conditions over complete cases."""
        return self.finder.space.sides[0]

    @contextmanager
    def attempt(self, code: str, about: str) -> Iterator[None]:
        """A proof of one thing; where the steps run out, that is noted and the next proof goes on."""
        try:
            yield
        except BudgetSpent:
            self.not_decided.append(NotDecided(code, (about,)))

    def is_plainly_needed(self, question: CompiledQuestion, grade: int, otherwise: Clause | None) -> bool:
        """Whether the smallest case with this answer would be at a lower level if it reached another clause.

        True is certain. False is not: another case may show it. Raises BudgetSpent.
        """
        clause, compiled, low = question.clauses[grade], self.compiled, self.side.low
        left = -1 if otherwise is None or otherwise.level is None else otherwise.level
        if clause is None or clause.level is None or clause.level <= max(left, compiled.base):
            return False
        shown = self.where_asked(question.id)
        if shown is None:
            return False
        state = shown.least_state >> low | question.masks[grade]
        return not (state & ~question.mask & compiled.placed_from[clause.level]) and not any(
            when.holds(state) for when in compiled.rules_from[clause.level]
        )

    def where_asked(self, question_id: str) -> Shown | None:
        """The smallest case in which a question is asked, None where there is none. Raises BudgetSpent."""
        if question_id not in self._asked:
            self._asked[question_id] = self.finder.smallest([self.side.gate(question_id)], [])
        return self._asked[question_id]

    def report(
        self,
        code: str,
        message: str,
        place: Location,
        about: str,
        *,
        severity: Severity = Severity.WARNING,
        hint: str | None = None,
        shown: Shown | None = None,
    ) -> None:
        """Notes a finding, with the case that shows it where there is one."""
        witness = case_data(case_of(shown)) if shown else None
        self.findings.append(Problem(code, message, place, severity, (about,), hint, witness))

    def words(self, shown: Shown) -> str:
        """The case that shows something, as part of a sentence."""
        return case_words(self.compiled, case_of(shown))

    def place_of_rule(self, rule_id: str) -> Location:
        """Where a rule is written."""
        at = next(i for i, rule in enumerate(self.composition.document.rules) if rule.id == rule_id)
        return self.composition.at("rules", at)

    def place_of_question(self, question_id: str, *path: str) -> Location:
        """Where a question, or a part of it, is written."""
        places = next(places for question, places in self.composition.asked() if question.id == question_id)
        return places.nearest_key(path) if path else places.location
