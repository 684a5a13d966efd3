"""Questions whose answer never matters to a level, an action or another question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.evaluation.monotone import union_of
from threshold_tool.proofs.reachability import UNREACHABLE_QUESTION
from threshold_tool.proofs.sides import act_ids
from threshold_tool.proofs.variants import one_step_less, strength_one_step_more

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.evaluation.compiled import CompiledQuestion
    from threshold_tool.proofs.proving import Proving
    from threshold_tool.proofs.variants import Versions

IDLE_QUESTION = "idle-question"


def prove_questions_matter(proving: Proving) -> None:
    """Some child's level, actions or questions depend on the answer to each question."""
    for question_id in proving.compiled.order:
        if proving.is_found(UNREACHABLE_QUESTION, question_id):
            continue
        with proving.attempt(IDLE_QUESTION, question_id):
            if not _matters(proving, question_id):
                _report(proving, question_id)


def _report(proving: Proving, question_id: str) -> None:
    message = f"No answer to `{question_id}` ever matters to a level, an action or another question."
    hint = "Place one of its answers, use it in a rule, or take the question out."
    question, shown = proving.compiled.questions.get(question_id), None
    if question is not None:
        shown = proving.finder.smallest([proving.side.gate(question_id)], [])
    if shown is not None:
        hint = f"It makes no difference to {proving.words(shown)}, nor to any other. {hint}"
    place = proving.place_of_question(question_id)
    proving.report(IDLE_QUESTION, message, place, question_id, hint=hint, shown=shown)


def _matters(proving: Proving, question_id: str) -> bool:
    question = proving.compiled.questions.get(question_id)
    if question is not None:
        grades = range(1, question.top + 1)
        if _has_not_known(proving, question) or any(
            proving.is_plainly_needed(question, grade, question.clauses[grade - 1]) for grade in grades
        ):
            return True
    return any(
        versions.open_another(proving.finder, question_id) or versions.differ(proving.finder, {}, {})
        for versions in _steps(proving, question_id)
    )


def _steps(proving: Proving, question_id: str) -> Iterator[Versions]:
    """Each two answers next to one another that are told apart by anything."""
    compiled, side = proving.compiled, proving.side
    question = compiled.questions.get(question_id)
    if question is None:
        for strength, at_or_below in compiled.absent:
            if strength == question_id:
                yield strength_one_step_more(side, strength, at_or_below)
        return
    read = union_of(rule.when.literals for rule in compiled.rules)
    read |= union_of(gate.literals for gate in compiled.gates.values())
    for grade in range(1, question.top + 1):
        if question.clauses[grade] != question.clauses[grade - 1] or question.from_grade(grade) & read:
            yield one_step_less(side, question, grade)


def _has_not_known(proving: Proving, question: CompiledQuestion) -> bool:
    """Whether to say that it is not known is an answer that counts."""
    clause = question.not_known
    return clause is not None and bool(act_ids(clause) or (clause.level or 0) > proving.compiled.base)
