"""The nearest case just below another: one thing less, and a clause no longer holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from threshold_tool.proofs.child_space import ANSWER, EARLIER, STRENGTH
from threshold_tool.proofs.witness import assessed, case_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.cases.model import Case
    from threshold_tool.evaluation.assess import Assessment
    from threshold_tool.proofs.finder import Shown
    from threshold_tool.proofs.search import Found

What = Literal["answer", "strength", "earlier"]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A case with one thing less: another answer to `question`, or one earlier concern fewer (`question` is None)."""

    case: Case
    what: What
    question: str | None
    answer: str | None


def nearest_below(shown: Shown, clause: str) -> Neighbour | None:
    """The case one step away at which the level is lower or an action falls away.

    The question of a placement is tried first. None where no single step does it.
    """
    compiled = shown.space.sides[0].compiled
    before = assessed(compiled, case_of(shown, complete=True))
    own = clause.partition("=")[0]
    for what, question, answer, found in sorted(_steps(shown), key=lambda step: step[1] != own):
        case = case_of(replace(shown, found=found), complete=True)
        if _is_less(assessed(compiled, case), before):
            return Neighbour(case, what, question, answer)
    return None


def _is_less(after: Assessment, before: Assessment) -> bool:
    if after.recommendation.level != before.recommendation.level:
        return after.recommendation.level < before.recommendation.level
    gone = set(before.require) - set(after.require)
    return bool(gone) or (before.immediate and not after.immediate)


def _steps(shown: Shown) -> Iterator[tuple[What, str | None, str | None, Found]]:
    """What can be less by one step: an answer, an earlier concern, or a strength that is there after all."""
    space = shown.space
    named = {(choice.variable, choice.name): choice for choice in space.space.choices}
    for variable, choice in shown.found.items():
        kind, question = variable
        rest = {other: said for other, said in shown.found.items() if other != variable}
        if kind == ANSWER and choice.name is not None:
            names = space.scales[question].names
            weaker = names[names.index(choice.name) - 1]
            step = named.get((variable, weaker))
            yield "answer", question, weaker, rest if step is None else {**rest, variable: step}
        elif kind == EARLIER:
            yield "earlier", None, None, rest
        elif kind == STRENGTH:
            yield "strength", question, space.scales[question].names[0], rest
