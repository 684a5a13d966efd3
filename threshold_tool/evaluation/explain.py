"""From the trace to words: the one place where a result, a reason and an unknown are put into sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.fields import AGE, DECLINED, NOT_KNOWN, NOTHING_SEEN

if TYPE_CHECKING:
    from threshold_tool.evaluation.compiled import Clause, CompiledDocument
    from threshold_tool.evaluation.result import Reason

SAID = {
    NOT_KNOWN: "Not known",
    DECLINED: "Did not want to say",
    NOTHING_SEEN: "Nothing seen",
}


def answer_words(compiled: CompiledDocument, question_id: str, shown: str) -> str:
    """An answer in the words that were offered; a number with its unit."""
    question = compiled.source.questions[question_id]
    if shown in SAID:
        return SAID[shown]
    if question.number is not None:
        joined = "" if question.number.unit == "%" else " "
        return f"{shown}{joined}{question.number.unit}"
    grade = question.grade_of(shown)
    return shown if grade is None else question.options[grade].text


def question_words(compiled: CompiledDocument, question_id: str) -> str:
    """A question as it is asked; the child's age where that is what is not known."""
    return "The child's age" if question_id == AGE else compiled.source.questions[question_id].ask


def clause_words(compiled: CompiledDocument, clause: Clause) -> str:
    """What a clause says: a rule's own reason, or the question and answer that are placed."""
    if clause.kind == "rule":
        return next(rule.written.because for rule in compiled.rules if rule.clause is clause)
    question_id, _, answer = clause.id.partition("=")
    words = answer if answer.startswith(("below", "at least")) else answer_words(compiled, question_id, answer)
    return f"{compiled.source.questions[question_id].ask} {words}"


def reason_words(compiled: CompiledDocument, reason: Reason) -> str:
    """Why a clause holds: for a placement the question with the answer that was given."""
    if reason.clause.kind == "rule" or not reason.answers:
        return clause_words(compiled, reason.clause)
    question, shown = reason.answers[0]
    return f"{question_words(compiled, question)} {answer_words(compiled, question, shown)}"
