"""All proofs about one document, in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.evaluation.compiled import compile_document
from threshold_tool.proofs.dead import DEAD_PLACEMENT, DEAD_RULE, prove_placements_matter, prove_rules_matter
from threshold_tool.proofs.finder import STEPS
from threshold_tool.proofs.idle import IDLE_QUESTION, prove_questions_matter
from threshold_tool.proofs.proving import NotDecided, Proving
from threshold_tool.proofs.reachability import (
    IMPOSSIBLE_RULE,
    UNREACHABLE_LEVEL,
    UNREACHABLE_QUESTION,
    prove_levels_are_reached,
    prove_questions_are_asked,
    prove_rules_can_hold,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from threshold_tool.documents.checks.composition import Composition
    from threshold_tool.documents.loaded import LoadedDocument
    from threshold_tool.problems import Problem

LIMITS = ("not-monotone", "least-answer-placed", "statutory-lowered")
"""What every document keeps that is not refused when it is read."""

_PROOFS = {
    IMPOSSIBLE_RULE: prove_rules_can_hold,
    UNREACHABLE_QUESTION: prove_questions_are_asked,
    UNREACHABLE_LEVEL: prove_levels_are_reached,
    DEAD_RULE: prove_rules_matter,
    DEAD_PLACEMENT: prove_placements_matter,
    IDLE_QUESTION: prove_questions_matter,
}


@dataclass(frozen=True)
class Proofs:
    """What came of all proofs: problems, the codes proved absent, and what was not decided."""

    problems: tuple[Problem, ...]
    proved: tuple[str, ...]
    not_decided: tuple[NotDecided, ...]


def prove(
    composition: Composition,
    loaded: LoadedDocument,
    on: date,
    steps: int = STEPS,
    tell: Callable[[str], None] = lambda _: None,
) -> Proofs:
    """Every proof about a document that can be used, over all answers, ages and earlier concerns.

    `on` is the assessment date of the cases that show something; `steps` bounds each search. `tell` hears the code
    of each proof that begins.
    """
    proving = Proving(composition, compile_document(loaded), on, steps)
    for code, proof in _PROOFS.items():
        tell(code)
        proof(proving)
    failed = {problem.code for problem in proving.findings} | {one.code for one in proving.not_decided}
    proved = tuple(code for code in (*LIMITS, *_PROOFS) if code not in failed)
    return Proofs(tuple(proving.findings), proved, tuple(proving.not_decided))
