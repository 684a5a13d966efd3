"""The closed language of conditions: each can only be made true by more concern, never by less.

There is no `not` and no expression: that keeps ranges under unknowns, reasons and proofs exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from threshold_tool.documents.fields import CalendarSpan, Count, Flag, FormatModel, Identifier, Number

if TYPE_CHECKING:
    from collections.abc import Iterator

Conditions = Annotated[tuple["Condition", ...], Field(min_length=1)]


class All(FormatModel):
    """Every one of these conditions holds."""

    all: Conditions


class Any_(FormatModel):  # noqa: N801 - `Any` is typing's
    """One or more of these conditions hold."""

    any: Conditions


class Choice(FormatModel):
    """How many of which conditions must hold."""

    n: Count
    of: Conditions


class AtLeast(FormatModel):
    """At least n of these conditions hold."""

    at_least: Choice


class AnswerBound(FormatModel):
    """A question and the answer from which it counts; for a number, the value on its worse side."""

    question: Identifier
    at_or_above: Identifier | None = Field(default=None, description="This answer or a more concerning one")
    at_least: Number | None = Field(default=None, description="For a number where higher is worse")
    below: Number | None = Field(default=None, description="For a number where lower is worse")

    @model_validator(mode="after")
    def _one_bound(self) -> AnswerBound:
        bounds = (self.at_or_above, self.at_least, self.below)
        if sum(bound is not None for bound in bounds) != 1:
            raise PydanticCustomError("answer-bound", "needs exactly one of `at_or_above`, `at_least` and `below`")
        return self


class Answer(FormatModel):
    """A question has this answer or a more concerning one."""

    answer: AnswerBound


class PlacedFilter(FormatModel):
    """How many answers, of which questions, are placed at or above a level."""

    at_or_above: Identifier = Field(description="A level")
    n: Count = Field(default=1, description="So many answers")
    themes: tuple[Identifier, ...] | None = Field(default=None, min_length=1)
    domains: tuple[Identifier, ...] | None = Field(default=None, min_length=1)
    questions: tuple[Identifier, ...] | None = Field(default=None, min_length=1)
    different_domains: Count = Field(default=1, description="From so many different domains")
    different_themes: Count = Field(default=1, description="From so many different themes")


class Placed(FormatModel):
    """So many answers are placed at or above a level."""

    placed: PlacedFilter


class AgeRange(FormatModel):
    """The child's age on the assessment date. An unborn child is under every age."""

    under: CalendarSpan | None = None
    from_: CalendarSpan | None = Field(default=None, alias="from")
    unborn: Flag | None = None

    @model_validator(mode="after")
    def _says_something(self) -> AgeRange:
        if self.unborn is False:
            raise PydanticCustomError(
                "age-range", "says `unborn: true` or gives ages; for born children write `from: 0 days`"
            )
        if (self.unborn is None) == (self.under is None and self.from_ is None):
            raise PydanticCustomError("age-range", "needs `under`, `from` or both, or `unborn: true` alone")
        return self


class ChildAge(FormatModel):
    """The child is of such an age."""

    child_age: AgeRange


class EarlierConcernFilter(FormatModel):
    """How many earlier concerns of this child, how recent, and at which level."""

    n: Count = 1
    within: CalendarSpan | None = Field(
        default=None, description="Counted back from the assessment date; no limit if left out"
    )
    at_or_above: Identifier | None = Field(default=None, description="A level; any level if left out")


class EarlierConcerns(FormatModel):
    """So many earlier concerns of this child reach a level under this document."""

    earlier_concerns: EarlierConcernFilter


CONDITION_KEYS = ("all", "any", "at_least", "answer", "placed", "child_age", "earlier_concerns")


def _kind(value: Any) -> str | None:
    """The one key of a condition, by which its kind is told; None where there is not exactly one."""
    if isinstance(value, dict):
        return next(iter(value)) if len(value) == 1 else None
    return next(iter(type(value).model_fields), None)


Condition = Annotated[
    Annotated[All, Tag("all")]
    | Annotated[Any_, Tag("any")]
    | Annotated[AtLeast, Tag("at_least")]
    | Annotated[Answer, Tag("answer")]
    | Annotated[Placed, Tag("placed")]
    | Annotated[ChildAge, Tag("child_age")]
    | Annotated[EarlierConcerns, Tag("earlier_concerns")],
    Discriminator(_kind),
]

All.model_rebuild()
Any_.model_rebuild()
Choice.model_rebuild()
AtLeast.model_rebuild()


def parts(condition: Condition) -> tuple[Condition, ...]:
    """The conditions directly inside this one."""
    if isinstance(condition, All):
        return condition.all
    if isinstance(condition, Any_):
        return condition.any
    if isinstance(condition, AtLeast):
        return condition.at_least.of
    return ()


def walk(condition: Condition) -> Iterator[Condition]:
    """This condition and every one inside it, outermost first."""
    yield condition
    for part in parts(condition):
        yield from walk(part)
