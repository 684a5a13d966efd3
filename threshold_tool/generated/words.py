"""A generated case in words: what it is, what decides it, and what would be one step below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.condition_words import quoted
from threshold_tool.evaluation.explain import answer_words, level_words, question_words
from threshold_tool.proofs.witness import assessed, case_words

if TYPE_CHECKING:
    from threshold_tool.cases.model import Case
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.generated.deciding import Deciding
    from threshold_tool.generated.neighbours import Neighbour

NOTHING = "decides nothing by itself: no child's level or actions depend on it alone."
OPEN = "was not decided within the steps."
NO_STEP = "No single step below it changes the result."


def case_sentence(compiled: CompiledDocument, case: Case, told: Case) -> str:
    """The case and its level; answers that are not told are the least concerning ones."""
    words = case_words(compiled, told)
    return f"{words[0].upper()}{words[1:]}, and nothing else of concern: {_result(compiled, case)}."


def below_sentence(compiled: CompiledDocument, below: Neighbour | None) -> str:
    """What one step below would come to."""
    if below is None:
        return NO_STEP
    result = _result(compiled, below.case)
    if below.what == "earlier":
        return f"With one earlier concern fewer: {result}."
    asked = quoted(question_words(compiled, below.question or ""))
    answer = quoted(answer_words(compiled, below.question or "", below.answer or ""))
    return f"If {asked} were answered {answer}: {result}."


def sentences(compiled: CompiledDocument, one: Deciding) -> tuple[str, ...]:
    """What a clause decides, and what lies just below."""
    if one.case is None or one.told is None:
        return (f"`{one.clause}` {NOTHING if one.outcome == 'decides-nothing' else OPEN}",)
    return (case_sentence(compiled, one.case, one.told), below_sentence(compiled, one.below))


def _result(compiled: CompiledDocument, case: Case) -> str:
    found = assessed(compiled, case)
    level = level_words(compiled, found.recommendation.level)
    actions = {action.id: action.do for action in compiled.source.document.actions}
    required = " ".join(actions[act] for act in found.require)
    return f"{level}. Required: {required}".rstrip(".") if required else level
