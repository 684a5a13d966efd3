"""Where two areas treat the same answer of a shared question differently, by what the law says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.content.shipped import compiled, document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.evaluation.compiled import CompiledDocument


@dataclass(frozen=True, slots=True)
class Difference:
    """An answer of a shared question, with what it means in each of two areas: the level's name, or `no action`."""

    question: str
    answer: str
    first: str
    second: str


def differences_in_law(first: str, second: str) -> tuple[Difference, ...]:
    """The answers whose levels rest on different sections of the Children Act in the two areas."""
    return tuple(_differences(first, second))


def law_of(area: str, level: int) -> frozenset[str]:
    """The sections of the Children Act that a level of an area rests on."""
    return frozenset(document(area).document.levels[level].legal_basis)


def level_of(found: CompiledDocument, question: str, answer: str) -> int:
    """The level at which an answer alone stands in a document: that of its placement, or the lowest."""
    asked = found.questions[question]
    grade = asked.question.grade_of(answer)
    assert grade is not None
    clause = asked.clauses[grade]
    return found.base if clause is None or clause.level is None else clause.level


def _differences(first: str, second: str) -> Iterator[Difference]:
    one, other = compiled(first), compiled(second)
    for question in one.questions.keys() & other.questions.keys():
        for option in one.questions[question].question.options:
            here, there = level_of(one, question, option.id), level_of(other, question, option.id)
            if law_of(first, here) != law_of(second, there):
                names = (one.level_id(here), other.level_id(there))
                yield Difference(question, option.id, *names)
