"""Answers that cannot be given in both editions alike, so that no case holds them against one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from threshold_tool.proofs.scales import scales

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.documents.questions import Question
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.proofs.scales import Scale

Offered = Literal["old", "new", "both"]


@dataclass(frozen=True, slots=True)
class AnswerApart:
    """An answer that one edition alone offers, or both in another order; None for all answers to a question.

    All of them are apart where the editions ask the question in different ways or take different numbers.
    """

    question: str
    answer: str | None
    offered_by: Offered

    @property
    def id(self) -> str:
        """What the documents call it."""
        return self.question if self.answer is None else f"{self.question}={self.answer}"


def answers_apart(old: CompiledDocument, new: CompiledDocument) -> tuple[AnswerApart, ...]:
    """The answers to questions of both editions that the search for differences never gives."""
    before, after = old.source.questions, new.source.questions
    compared = {scale.question: scale for scale in scales((old, new))}
    both = [question for question in before if question in after]
    return tuple(one for id_ in both for one in _apart(before[id_], after[id_], compared.get(id_)))


def _apart(before: Question, after: Question, scale: Scale | None) -> Iterator[AnswerApart]:
    if scale is None or _numbers(before) != _numbers(after):
        yield AnswerApart(before.id, None, "both")
    elif before.number is None:
        was, now = ([option.id for option in question.options] for question in (before, after))
        for answer in dict.fromkeys((*was, *now)):
            if answer not in scale.names:
                yield AnswerApart(before.id, answer, _offered(answer in was, answer in now))


def _offered(by_old: bool, by_new: bool) -> Offered:
    if by_old and by_new:
        return "both"
    return "old" if by_old else "new"


def _numbers(question: Question) -> object:
    """Which numbers a question takes."""
    number = question.number
    return None if number is None else (number.from_, number.to, number.unit)
