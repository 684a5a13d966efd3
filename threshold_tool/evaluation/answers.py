"""What is known about one child when a document is applied: answers, age, earlier concerns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from threshold_tool.deadlines.ages import AgeNotKnown, StatedAge

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What was said to a question.

    `shown` is the answer's id, the number as typed, `not-known`, `declined` or `nothing-seen`. `grade` is
    its place in the question's order, 0 for the least concerning; None leaves the question unknown. An
    answer that follows from `nothing_seen_in` is not `typed`.
    """

    shown: str
    grade: int | None
    typed: bool = True


Answers = Mapping[str, GivenAnswer]
"""Answers by question; a question that is missing was not answered, and is unknown."""


@dataclass(frozen=True, slots=True)
class EarlierConcern:
    """An earlier concern about the child; `answers` is empty where only words were kept."""

    on: date
    answers: Answers


@dataclass(frozen=True, slots=True)
class ChildFacts:
    """Everything that the level of one child depends on, on the assessment date `on`."""

    ref: str
    on: date
    age: StatedAge = field(default_factory=AgeNotKnown)
    answers: Answers = field(default_factory=dict)
    earlier_concerns: tuple[EarlierConcern, ...] = ()
