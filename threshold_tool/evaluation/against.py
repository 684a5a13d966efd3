"""Reasons against: what is known that points lower. It never changes a level; people weigh it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.evaluation.compiled import Clause, CompiledDocument
    from threshold_tool.evaluation.result import ChildResult

_EVIDENCED = 0
"""The grade of a strength at its fullest; what is only claimed is of another."""


@dataclass(frozen=True, slots=True)
class LowerAnswer:
    """An answer that by itself leads lower; `clause` is what it reaches, None where nothing is placed."""

    question: str
    answer: str
    clause: Clause | None


@dataclass(frozen=True, slots=True)
class ReasonsAgainst:
    """For one child, in the order of asking: the evidenced strengths (question and answer), and the lower answers."""

    strengths: tuple[tuple[str, str], ...]
    lower: tuple[LowerAnswer, ...]


def reasons_against(compiled: CompiledDocument, child: ChildResult) -> ReasonsAgainst:
    """What is known of a child that points lower than the level.

    Strengths count only when evidenced. An answer counts when it was given in a section of `questions`, reaches
    less than the child's level, and another answer to the same question would reach that level; never one that
    the level rests on. A "no" to danger, to a trigger or in screening says only that it was not seen.
    """
    return ReasonsAgainst(tuple(_strengths(compiled, child)), tuple(_lower(compiled, child)))


def _strengths(compiled: CompiledDocument, child: ChildResult) -> Iterator[tuple[str, str]]:
    for question, answer in child.facts.answers.items():
        if question in compiled.strengths and answer.grade == _EVIDENCED:
            yield question, answer.shown


def _lower(compiled: CompiledDocument, child: ChildResult) -> Iterator[LowerAnswer]:
    level = child.recommendation.level
    if level == compiled.base:
        return
    looked_into = _looked_into(compiled) - _supporting(child) - set(child.set_aside)
    for question_id, answer in child.facts.answers.items():
        if question_id not in looked_into or answer.grade is None or not answer.typed:
            continue
        question = compiled.questions[question_id]
        worse = question.grade_placed_at(level)
        if worse is not None and worse > answer.grade:
            yield LowerAnswer(question_id, answer.shown, question.clauses[answer.grade])


def _looked_into(compiled: CompiledDocument) -> set[str]:
    """The concerns that are asked in sections of `questions`."""
    sections = compiled.source.document.sections
    return {question for section in sections if section.kind == "questions" for question in section.questions}


def _supporting(child: ChildResult) -> set[str]:
    """The questions whose answers the level rests on, alone or with others."""
    reasons = {question for reason in child.reasons for question, _ in reason.answers}
    return reasons.union(*child.sufficient.sets)
