"""What a whole result lists, in words and in order, for every place that shows one: window and record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.condition_words import ConditionWords, quoted, sentence
from threshold_tool.documents.fields import AGE, UNKNOWN_ANSWERS
from threshold_tool.documents.questions import parse_cut
from threshold_tool.evaluation.explain import answer_words, level_words, question_words, with_citation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.compiled import Clause, CompiledDocument
    from threshold_tool.evaluation.result import ChildResult, Reason
    from threshold_tool.evaluation.unknowns import Unknown

DOES_NOT_DECIDE = (
    "What follows says which indicators of the document are met. It does not decide: people decide, with the child "
    "and the family in mind."
)
ANYONE_MAY_REFER = "Anyone may refer a child. Nobody's agreement is needed to treat a child as being at a higher level."

ENOUGH_LEAD = "Each of these alone would be enough for what is certain, with all other answers unknown:"
ALSO_LEAD = "These apply as well:"
UNKNOWNS_TITLE = "What is not known, and to find out next"
UNKNOWNS_LEAD = "Not known does not mean no. Each of these could change the level:"
RAISE_TITLE = "What would raise the level"
SET_ASIDE_TITLE = "Answers that did not count"
SET_ASIDE_LEAD = "Other answers, or the child's age, leave these questions out:"

MOST_UNKNOWNS = 15
MOST_SETS = 5


def highest_words(result: CaseResult) -> str | None:
    """The highest level in the family; None for a single child."""
    if len(result.children) < 2:
        return None
    return f"Highest in this family: {level_words(result.compiled, result.headline)}."


def enough_words(compiled: CompiledDocument, child: ChildResult) -> tuple[str, ...]:
    """The smallest sets of answers that suffice, where they say more than the reasons do."""
    sets = [questions for questions in child.sufficient.sets if questions]
    if not sets or (len(sets) == 1 and len(sets[0]) == 1):
        return ()
    more = len(sets) > MOST_SETS or not child.sufficient.complete
    listed = (_together(compiled, child, questions) for questions in sets[:MOST_SETS])
    return (*listed, *(("And other combinations.",) if more else ()))


def _together(compiled: CompiledDocument, child: ChildResult, questions: tuple[str, ...]) -> str:
    answers = child.facts.answers
    words = (f"{question_words(compiled, q)} {answer_words(compiled, q, answers[q].shown)}" for q in questions)
    return "; together with: ".join(words)


def to_find_out(child: ChildResult) -> tuple[Unknown, ...]:
    """The unknowns that matter, first those that somebody said are not known; none that only others bring up."""
    asked = (unknown for unknown in child.unknowns if unknown.question not in child.follow_on)
    return tuple(sorted(asked, key=lambda unknown: not _was_said(child, unknown)))


def _was_said(child: ChildResult, unknown: Unknown) -> bool:
    answer = child.facts.answers.get(unknown.question)
    return unknown.question == AGE or (answer is not None and answer.shown in UNKNOWN_ANSWERS)


def more_to_find_out_words(count: int) -> str:
    """How many more unknowns there are than are listed; "" for none."""
    if count <= 0:
        return ""
    noun = "question that was not answered" if count == 1 else "questions that were not answered"
    return f"{count} more {noun} could change it too."


def not_in_document_words(questions: tuple[str, ...]) -> str:
    """Which answers have no question in the document; "" where all have."""
    return f"Answers to questions that this document does not have: {', '.join(questions)}." if questions else ""


def wording_of(compiled: CompiledDocument, reason: Reason) -> tuple[str, ...]:
    """What the document itself says where a reason comes from, each in a sentence.

    For an answer where it is placed, and why it is asked; for a rule when it holds. Then what it asks to do.
    """
    return tuple(_wording(compiled, reason))


def _wording(compiled: CompiledDocument, reason: Reason) -> Iterator[str]:
    clause = reason.clause
    yield from _rule(compiled, clause) if clause.kind == "rule" else _placement(compiled, clause)
    if clause.immediate:
        yield "It calls for action at once."
    does = {action.id: action.do for action in compiled.source.document.actions}
    for action in clause.require:
        yield f"It asks for this: {does[action]}"


def _placement(compiled: CompiledDocument, clause: Clause) -> Iterator[str]:
    question_id, _, answer = clause.id.partition("=")
    question = compiled.source.questions[question_id]
    shown = answer if parse_cut(answer) else answer_words(compiled, question_id, answer)
    yield sentence(with_citation(f"The document has {quoted(shown)} {_at(compiled, clause)}", clause))
    if question.why:
        yield f"Why it asks: {question.why}"


def _rule(compiled: CompiledDocument, clause: Clause) -> Iterator[str]:
    rule = next(rule.written for rule in compiled.rules if rule.clause is clause)
    words = ConditionWords(compiled.source)
    yield sentence(with_citation(f"The document has a rule {_at(compiled, clause)}", clause))
    yield sentence(f"It holds when {words.words(rule.when)}")
    if rule.unless:
        yield sentence(f"Unless {'; or '.join(words.strength(bound) for bound in rule.unless)}")


def _at(compiled: CompiledDocument, clause: Clause) -> str:
    return "without a level" if clause.level is None else f"at {level_words(compiled, clause.level)}"
