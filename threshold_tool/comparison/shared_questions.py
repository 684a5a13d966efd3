"""Which questions documents share, and whether they mean the same by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents import conditions as c

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from threshold_tool.documents.questions import Question
    from threshold_tool.evaluation.compiled import CompiledDocument


def same_answers(one: Question, other: Question) -> bool:
    """Whether two questions of one id take the same answers in the same order, so that they can be compared."""
    return _answers(one) == _answers(other)


def asked_by(documents: Mapping[str, CompiledDocument]) -> dict[str, tuple[str, ...]]:
    """For each question the documents that have it, in the order of asking of the first that does."""
    found: dict[str, list[str]] = {}
    for name, compiled in documents.items():
        for question in compiled.order:
            found.setdefault(question, []).append(name)
    return {question: tuple(names) for question, names in found.items()}


def same_in_meaning(one: Mapping[str, Question], other: Mapping[str, Question]) -> frozenset[str]:
    """The questions that two documents have in common in all that a level can depend on; words may differ.

    A question that follows on another is the same only if that other one is.
    """
    same = {q for q in one.keys() & other.keys() if _meaning(one[q]) == _meaning(other[q])}
    while True:
        kept = {q for q in same if all(read in same for read in _reads(one[q]))}
        if kept == same:
            return frozenset(same)
        same = kept


def _answers(question: Question) -> tuple[object, ...]:
    number = question.number
    return (
        question.kind,
        tuple(option.id for option in question.options),
        number and (number.worse, number.unit),
    )


def _meaning(question: Question) -> tuple[object, ...]:
    return (*_answers(question), question.ask_when, question.theme, question.domain)


def _reads(question: Question) -> Sequence[str]:
    if question.ask_when is None:
        return ()
    return [part.answer.question for part in c.walk(question.ask_when) if isinstance(part, c.Answer)]
