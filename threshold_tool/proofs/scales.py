"""The answers to a question that a proof tells apart, common to all documents that it looks at.

Two editions may cut a number at different places or offer different answers. What both offer is one scale, and
each document says which of its own grades a step of the scale is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from threshold_tool.documents.questions import Cut, NumberAnswer, Question
    from threshold_tool.evaluation.compiled import CompiledDocument


@dataclass(frozen=True, slots=True)
class Scale:
    """What can be answered, least concerning first.

    `names` are what a case writes. `grades` has, for each document, its own grade of each step; None where the
    document does not ask the question.
    """

    question: str
    names: tuple[str, ...]
    grades: tuple[tuple[int, ...] | None, ...]


def scales(documents: Sequence[CompiledDocument]) -> tuple[Scale, ...]:
    """The scales of all questions, strengths included, in the order of asking.

    Left out is a question that two documents ask in ways that no case can answer in both.
    """
    ids = dict.fromkeys(q for document in documents for q in document.order)
    found = (_scale(question, documents) for question in ids)
    return tuple(scale for scale in found if scale is not None)


def _scale(question_id: str, documents: Sequence[CompiledDocument]) -> Scale | None:
    asked = [document.source.questions.get(question_id) for document in documents]
    there = [question for question in asked if question is not None]
    if any(q.kind != there[0].kind or q.about != there[0].about for q in there):
        return None
    if any(q.number is not None for q in there):
        return _number_scale(question_id, documents, asked)
    names = _offered_by_all(there)
    if len(names) < 2:
        return None
    grades = tuple(None if question is None else tuple(_grade(question, name) for name in names) for question in asked)
    return Scale(question_id, names, grades)


def _offered_by_all(questions: Sequence[Question]) -> tuple[str, ...]:
    """The answers that every question offers, without those that stand in another order in one of them."""
    kept: list[str] = []
    last = [-1] * len(questions)
    for option in questions[0].options:
        places = [question.grade_of(option.id) for question in questions]
        at = [-1 if place is None else place for place in places]
        if all(place > before for place, before in zip(at, last, strict=True)):
            kept.append(option.id)
            last = at
    return tuple(kept)


def _grade(question: Question, name: str) -> int:
    grade = question.grade_of(name)
    assert grade is not None  # noqa: S101 - only answers that every document offers are listed
    return grade


def _number_scale(
    question_id: str, documents: Sequence[CompiledDocument], asked: Sequence[Question | None]
) -> Scale | None:
    numbers = [question.number for question in asked if question is not None]
    first = numbers[0]
    if first is None or any(number is None or number.worse != first.worse for number in numbers):
        return None
    lowest = max(number.from_ for number in numbers if number is not None)
    highest = min(number.to for number in numbers if number is not None)
    own = [_cuts(document, question_id) for document in documents]
    cuts = sorted({cut for found in own for cut in found}, key=lambda cut: cut.bound, reverse=first.worse == "lower")
    values = _values(first, cuts, lowest, highest)
    if not values or not all(lowest <= value <= highest for value in values):
        return None
    grades = tuple(
        None if question is None else tuple(sum(cut.reached_by(value) for cut in found) for value in values)
        for question, found in zip(asked, own, strict=True)
    )
    return Scale(question_id, tuple(_plain(value) for value in values), grades)


def _cuts(document: CompiledDocument, question_id: str) -> tuple[Cut, ...]:
    question = document.questions.get(question_id)
    return question.cuts if question else ()


def _values(number: NumberAnswer, cuts: Sequence[Cut], lowest: Decimal, highest: Decimal) -> list[Decimal]:
    """One number for each step: better than every cut, then just on the worse side of each."""
    if number.worse == "higher":
        return [lowest, *(cut.bound for cut in cuts)]
    bounds = [cut.bound for cut in cuts]
    floors = [*bounds[1:], lowest] if bounds else []
    return [highest, *(max(floor, bound - 1) for bound, floor in zip(bounds, floors, strict=True))]


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
