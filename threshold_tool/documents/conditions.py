"""The closed language of conditions: each can only be made true by more concern, never by less.

There is no `not` and no expression: that keeps ranges under unknowns, reasons and proofs exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Discriminator, Field, Tag, model_validator

from threshold_tool.deadlines.durations import Duration, Unit
from threshold_tool.documents.faults import says
from threshold_tool.documents.fields import CalendarSpan, Count, Flag, FormatModel, Identifier, Number

if TYPE_CHECKING:
    from collections.abc import Iterator

Conditions = Annotated[tuple["Condition", ...], Field(min_length=1)]

_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
# A number of months comes to as many days, give or take these.
_DAYS_IN_A_MONTH = 30.436875
_GIVE_OR_TAKE = 4


class All(FormatModel):
    """Every one of these conditions holds."""

    all: Conditions = Field(description="Conditions that must all hold")


class Any_(FormatModel):  # noqa: N801 - `Any` is typing's
    """One or more of these conditions hold."""

    any: Conditions = Field(description="Conditions of which one or more must hold")


class Choice(FormatModel):
    """How many of which conditions must hold."""

    n: Count = Field(description="How many of the conditions must hold")
    of: Conditions = Field(description="The conditions to choose from")


class AtLeast(FormatModel):
    """At least n of these conditions hold."""

    at_least: Choice = Field(description="So many of these conditions must hold, or more")


class AnswerBound(FormatModel):
    """A question and the answer from which it counts; for a number, the value on its worse side."""

    question: Identifier = Field(description="The id of the question")
    at_or_above: Identifier | None = Field(default=None, description="This answer or a more concerning one")
    at_least: Number | None = Field(default=None, description="For a number where higher is worse: this or more")
    below: Number | None = Field(default=None, description="For a number where lower is worse: less than this")

    @model_validator(mode="after")
    def _one_bound(self) -> AnswerBound:
        bounds = (self.at_or_above, self.at_least, self.below)
        if sum(bound is not None for bound in bounds) != 1:
            raise says("answer-bound", "needs exactly one of `at_or_above`, `at_least` and `below`")
        return self


class Answer(FormatModel):
    """A question has this answer or a more concerning one."""

    answer: AnswerBound = Field(description="The question must have this answer or a more concerning one")


class PlacedFilter(FormatModel):
    """How many answers, of which questions, are placed at or above a level."""

    at_or_above: Identifier = Field(description="The level that the answers must be placed at or above")
    n: Count = Field(default=1, description="How many such answers there must be; 1 if left out")
    themes: tuple[Identifier, ...] | None = Field(
        default=None, min_length=1, description="Count only answers to questions of these themes"
    )
    domains: tuple[Identifier, ...] | None = Field(
        default=None, min_length=1, description="Count only answers to questions of these domains"
    )
    questions: tuple[Identifier, ...] | None = Field(
        default=None, min_length=1, description="Count only answers to these questions"
    )
    different_domains: Count = Field(
        default=1, description="From how many different domains the answers must come; 1 if left out"
    )
    different_themes: Count = Field(
        default=1, description="From how many different themes the answers must come; 1 if left out"
    )


class Placed(FormatModel):
    """So many answers are placed at or above a level."""

    placed: PlacedFilter = Field(description="So many answers must be placed at or above a level")


class AgeRange(FormatModel):
    """The child's age on the assessment date. An unborn child is under every age."""

    under: CalendarSpan | None = Field(
        default=None, description="The child is younger than this, or unborn, such as `1 year`"
    )
    from_: CalendarSpan | None = Field(
        default=None, alias="from", description="The child is born and this old or older, such as `13 years`"
    )
    unborn: Flag | None = Field(default=None, description="`true`: the child is not born yet")

    @model_validator(mode="after")
    def _says_something(self) -> AgeRange:
        if self.unborn is False:
            raise says("age-range", "cannot have `unborn: false`: for born children, write `from: 0 days`")
        if (self.unborn is None) == (self.under is None and self.from_ is None):
            raise says("age-range", "needs `under`, `from` or both, or `unborn: true` alone")
        if self.from_ and self.under and _never_under(self.from_, self.under):
            raise says("age-range", f"fits no child: nobody is {self.from_} old or older and under {self.under}")
        return self


def _never_under(age: Duration, under: Duration) -> bool:
    """Whether nobody who has reached `age` is under `under`, on whichever day they were born.

    Months and days are compared with a margin: what stays open here, a proof about the document settles.
    """
    if age.unit in _MONTHS and under.unit in _MONTHS:
        return age.count * _MONTHS[age.unit] >= under.count * _MONTHS[under.unit]
    if age.unit in _DAYS and under.unit in _DAYS:
        return age.count * _DAYS[age.unit] >= under.count * _DAYS[under.unit]
    return _about_days(age) - _GIVE_OR_TAKE >= _about_days(under)


def _about_days(age: Duration) -> float:
    if age.unit in _MONTHS:
        return age.count * _MONTHS[age.unit] * _DAYS_IN_A_MONTH
    return age.count * _DAYS[age.unit]


class ChildAge(FormatModel):
    """The child is of such an age."""

    child_age: AgeRange = Field(
        description="The child's age on the assessment date; an unborn child is under every age"
    )


class EarlierConcernFilter(FormatModel):
    """How many earlier concerns of this child, how recent, and at which level."""

    n: Count = Field(default=1, description="How many earlier concerns there must be; 1 if left out")
    within: CalendarSpan | None = Field(
        default=None, description="How far back from the assessment date they count; no limit if left out"
    )
    at_or_above: Identifier | None = Field(
        default=None, description="The level that each must reach under this document; any level if left out"
    )


class EarlierConcerns(FormatModel):
    """So many earlier concerns of this child reach a level under this document."""

    earlier_concerns: EarlierConcernFilter = Field(description="So many earlier concerns about this child must count")


CONDITION_KEYS = ("all", "any", "at_least", "answer", "placed", "child_age", "earlier_concerns")


def _kind(value: Any) -> str | None:
    """The one key of a condition, by which its kind is told; None where there is not exactly one."""
    if isinstance(value, dict):
        return next(iter(value)) if len(value) == 1 else None
    return next(iter(type(value).model_fields), None) if isinstance(value, FormatModel) else None


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
