"""For each clause of a document the smallest case that it decides, and the nearest case just below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.evaluation.compiled import placed_otherwise
from threshold_tool.evaluation.monotone import Count
from threshold_tool.evaluation.search import BudgetSpent
from threshold_tool.generated.neighbours import Neighbour, nearest_below
from threshold_tool.proofs.finder import STEPS, finder_for
from threshold_tool.proofs.sides import act_ids
from threshold_tool.proofs.variants import without_placement
from threshold_tool.proofs.witness import case_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from threshold_tool.cases.model import Case
    from threshold_tool.evaluation.compiled import CompiledDocument, CompiledQuestion, CompiledRule
    from threshold_tool.proofs.finder import Finder, Shown

Outcome = Literal["decides", "decides-nothing", "not-decided"]


@dataclass(frozen=True, slots=True)
class Deciding:
    """What a clause decides: without it the level of `case`, or an action in it, would be another.

    `told` is the same case with its least concerning answers left out, to be put into words. `below` is the nearest
    case where the result is lower. All are None for a clause that decides nothing, or where no case was found within
    the steps.
    """

    clause: str
    outcome: Outcome
    case: Case | None = None
    told: Case | None = None
    below: Neighbour | None = None


def deciding_cases(
    compiled: CompiledDocument, on: date, steps: int = STEPS, only: Collection[str] | None = None
) -> Iterator[Deciding]:
    """One for each placement and rule, in the document's order; those at the level when nothing matches are left out.

    `on` is the assessment date of the cases; `steps` bounds each search; `only` names the clauses to look at.
    """
    finder = finder_for([compiled], on, steps=steps)
    rules = {rule.clause.id: rule for rule in compiled.rules}
    for clause in clauses_that_may_decide(compiled):
        if only is None or clause in only:
            question, _, key = clause.partition("=")
            yield _made(finder, clause, (compiled.questions[question], key) if key else rules[clause])


def clauses_that_may_decide(compiled: CompiledDocument) -> tuple[str, ...]:
    """The placements and rules of a document, but for those at the level when nothing matches."""
    document = compiled.source.document
    placed = (
        f"{question}={key}"
        for question, placements in document.placements.items()
        for key, placement in placements.items()
        if question in compiled.questions and key != NOT_KNOWN and placement.level != document.when_nothing_matches
    )
    return (*placed, *(rule.clause.id for rule in compiled.rules if rule.clause.level != compiled.base))


def _made(finder: Finder, clause: str, what: CompiledRule | tuple[CompiledQuestion, str]) -> Deciding:
    try:
        shown = _placement(finder, *what) if isinstance(what, tuple) else _rule(finder, what)
    except BudgetSpent:
        return Deciding(clause, "not-decided")
    if shown is None:
        return Deciding(clause, "decides-nothing")
    return Deciding(clause, "decides", case_of(shown, complete=True), case_of(shown), nearest_below(shown, clause))


def _placement(finder: Finder, question: CompiledQuestion, key: str) -> Shown | None:
    side = finder.space.sides[0]
    left = dict(side.compiled.source.document.placements[question.id])
    del left[key]
    after = placed_otherwise(side.compiled, question.id, left)
    found = (versions.smallest(finder) for versions in without_placement(side, question, after))
    return next((shown for shown in found if shown is not None), None)


def _rule(finder: Finder, rule: CompiledRule) -> Shown | None:
    side = finder.space.sides[0]
    compiled, level = side.compiled, rule.clause.level
    if level is not None:
        others = [o for o in compiled.rules if o is not rule and o.clause.level is not None and o.clause.level >= level]
        blockers = [Count(1, compiled.placed_from[level] << side.low), *map(side.rule, others)]
        shown = finder.smallest([side.rule(rule)], blockers)
        if shown is not None:
            return shown
    return next((shown for act in act_ids(rule.clause) if (shown := _by_act(finder, rule, act)) is not None), None)


def _by_act(finder: Finder, rule: CompiledRule, act: str) -> Shown | None:
    """The smallest case in which an action is required by this rule alone."""
    side = finder.space.sides[0]
    levels = side.compiled.source.document.levels
    answers, *_ = side.act_conditions(act)
    others = [side.rule(o) for o in side.compiled.rules if o is not rule and act in act_ids(o.clause)]
    for at in range(side.compiled.base, len(levels)):
        if act not in levels[at].actions:
            blockers = [answers, *others, *side.level_conditions(at + 1)]
            shown = finder.smallest([side.rule(rule), side.reaches(at)], blockers)
            if shown is not None:
                return shown
    return None
