"""A case, as a file holds it (`format: threshold-case/1`), and a vignette, which is a case with a story."""

from __future__ import annotations

import re
from datetime import time
from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from threshold_tool.deadlines.ages import Age, AgeNotKnown, Born, Due, StatedAge, parse_age
from threshold_tool.documents.faults import must, says, whole
from threshold_tool.documents.fields import FLAG_SCHEMA, NOT_KNOWN, Day, Flag, FormatModel, Identifier, Text, read_flag
from threshold_tool.documents.model import Role

_CLOCK = re.compile(r"([0-1]?[0-9]|2[0-3]):[0-5][0-9]")
_REF = r"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$"


def _read_time(value: Any) -> Any:
    if isinstance(value, time):
        return value
    if isinstance(value, str) and _CLOCK.fullmatch(value):
        hour, minute = value.split(":")
        return time(int(hour), int(minute))
    raise must("bad-time", "be a time of day, written like 19:40")


def _read_age(value: Any) -> Any:
    if isinstance(value, Age):
        return value
    if not isinstance(value, str):
        raise must("bad-age", "be an age, such as `8 years`")
    try:
        return parse_age(value)
    except ValueError as fault:
        raise whole("bad-age", str(fault)) from None


def _read_known_flag(value: Any) -> Any:
    return value if value == NOT_KNOWN else read_flag(value, f"be `true`, `false` or `{NOT_KNOWN}`")


Ref = Annotated[str, StringConstraints(pattern=_REF), WithJsonSchema({"type": ["string", "integer"], "pattern": _REF})]
"""A child or an adult of the case: a letter or a short label, not a name."""
Clock = Annotated[
    time,
    BeforeValidator(_read_time),
    PlainSerializer(lambda hour: f"{hour:%H:%M}", return_type=str),
    WithJsonSchema({"type": ["string", "integer"], "pattern": f"^({_CLOCK.pattern})$", "examples": ["19:40"]}),
]
AgeText = Annotated[
    Age,
    BeforeValidator(_read_age),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "minLength": 1, "examples": ["8 years", "18 months"]}),
]
KnownFlag = Annotated[
    bool | Literal["not-known"],
    BeforeValidator(_read_known_flag),
    WithJsonSchema({"enum": [*FLAG_SCHEMA["enum"], NOT_KNOWN]}),
]
TypedAnswers = dict[Identifier, Text]
"""What was typed, by question: an answer's id, a number, `not-known` or `declined`."""


class CaseChild(FormatModel):
    """A child of the case, with what is known of its age."""

    ref: Ref = Field(description="A letter or a short label for this child, not a name")
    age: AgeText | None = Field(default=None, description="The age on the assessment date, such as `8 years`")
    born: Day | None = Field(default=None, description="The date of birth, in place of an age")
    due: Day | None = Field(default=None, description="The due date of an unborn child, in place of an age")
    lives: Text | None = Field(default=None, description="Where and with whom the child lives")
    answers: TypedAnswers = Field(
        default_factory=dict, description="The answers about this child, each under its question's id"
    )

    @model_validator(mode="after")
    def _one_age(self) -> CaseChild:
        if sum(stated is not None for stated in (self.age, self.born, self.due)) > 1:
            raise says("age-twice", "has more than one of `age`, `born` and `due`")
        return self

    @property
    def stated_age(self) -> StatedAge:
        """What the case says of the child's age."""
        if self.born is not None:
            return Born(self.born)
        if self.due is not None:
            return Due(self.due)
        return self.age or AgeNotKnown()


class Person(FormatModel):
    """An adult in the case, for the record; no rule reads it."""

    ref: Ref = Field(description="A short label for this person, not a name")
    is_: Text = Field(alias="is", description="Who this is, such as `father` or `mother's partner`")
    of: tuple[Ref, ...] = Field(default=(), description="The children, by `ref`, to whom this person is that")
    lives_here: Flag | None = Field(default=None, description="Whether this person lives in the home")
    parental_responsibility: KnownFlag | None = Field(
        default=None, description="Whether this person has parental responsibility: true, false or not-known"
    )
    identified: Flag = Field(default=True, description="Whether it is known who this person is")


class GuardedContact(FormatModel):
    """Ways of reaching the family that may put someone in danger: `no` means do not use it."""

    phone: Flag = Field(default=True, description="`no`: do not telephone")
    messages: Flag = Field(default=True, description="`no`: leave no message, by voice, text or email")
    post: Flag = Field(default=True, description="`no`: do not send letters")
    print: Flag = Field(default=True, description="`no`: do not print")
    safely: Text | None = Field(default=None, description="How and when they can be reached with less danger")


class Note(FormatModel):
    """What stands behind an answer: its words, and whether seen, told, from records, or opinion."""

    text: Text = Field(description="What was seen or said, in the words used")
    source: Literal["seen", "told", "records", "opinion"] | None = Field(
        default=None, description="Where it comes from"
    )
    when: Day | None = Field(default=None, description="The day it was seen or said")


class EarlierConcernEntry(FormatModel):
    """An earlier concern about some of the children, judged by its answers; words alone count as nothing placed."""

    on: Day = Field(description="The day of the earlier concern")
    children: tuple[Ref, ...] = Field(default=(), description="The children it was about; all of them if left out")
    answers: TypedAnswers = Field(
        default_factory=dict, description="What was known then, each answer under its question's id"
    )
    text: Text | None = Field(default=None, description="What was noted then, in words")

    @model_validator(mode="after")
    def _says_something(self) -> EarlierConcernEntry:
        if not self.answers and self.text is None:
            raise says("says-nothing", "needs `answers`, `text` or both")
        return self


class Decision(FormatModel):
    """The person's own decision for one child; a lower level needs a reason and a named manager."""

    level: Identifier = Field(description="The level decided on")
    reason: Text | None = Field(default=None, description="Why; needed for a level below the recommendation")
    manager: Text | None = Field(
        default=None, description="The manager who agrees; needed for a level below the recommendation"
    )


class Views(FormatModel):
    """What the child and the family say."""

    child: Text | None = Field(default=None, description="What the child says, in the child's own words")
    family: Text | None = Field(default=None, description="What the family says")
    not_yet_asked: Text | None = Field(default=None, description="Who has not been asked yet, and why")


class ConsentAsked(FormatModel):
    """Who was asked for consent, when, and the answer; or why not."""

    asked: Text | None = Field(default=None, description="Who was asked")
    on: Day | None = Field(default=None, description="The day they were asked")
    answer: Text | None = Field(default=None, description="What they answered")
    why_not: Text | None = Field(default=None, description="Why nobody was asked")


class PlanStep(FormatModel):
    """Something agreed: what, who, by when."""

    do: Text = Field(description="What is to be done")
    who: Text | None = Field(default=None, description="Who does it")
    by: Day | None = Field(default=None, description="By which day")


class FollowUp(FormatModel):
    """What has happened since the result, for one child."""

    referral_sent: Day | None = Field(default=None, description="The day on which the referral was sent")
    outcome: Identifier | None = Field(default=None, description="The outcome of the referral, by the document's id")
    decided: Day | None = Field(default=None, description="The day on which the outcome was told")
    disagreement: Day | None = Field(default=None, description="The day on which you said that you disagree")
    plan_start: Day | None = Field(default=None, description="The day on which the plan began")


class MadeWith(FormatModel):
    """The document under which a case was thought through; with other bytes the result may be another."""

    id: Identifier = Field(description="The document's id")
    edition: Text = Field(description="The document's edition")
    fingerprint: Text = Field(description="The fingerprint of the document, its parents and its question sets")


class Case(FormatModel):
    """What is known about a family on one day. The answers are the final ones."""

    format: Literal["threshold-case/1"] = Field(description="Which format this file has")
    title: Text | None = Field(default=None, description="A short title, without names")
    on: Day = Field(description="The assessment date")
    at: Clock | None = Field(default=None, description="The time of day, where the hour matters")
    role: Role = Field(default="other", description="The kind of service that looks at the case")
    children: tuple[CaseChild, ...] = Field(min_length=1, description="The children, each looked at alone")
    family: TypedAnswers = Field(
        default_factory=dict, description="Answers that hold for every child, each under its question's id"
    )
    nothing_seen_in: tuple[Identifier, ...] = Field(
        default=(), description="The ids of themes that were looked at with nothing seen"
    )
    people: tuple[Person, ...] = Field(default=(), description="The adults, for the record")
    guarded_contact: GuardedContact | None = Field(
        default=None, description="Ways of reaching the family that may put someone in danger"
    )
    notes: dict[Ref, dict[Identifier, Note]] = Field(
        default_factory=dict, description="What stands behind answers, under `family` or a child's `ref`"
    )
    earlier_concerns: tuple[EarlierConcernEntry, ...] = Field(
        default=(), description="What was noted about the children before"
    )
    worry: Text | None = Field(default=None, description="What the worry is, in a few sentences")
    views: dict[Ref, Views] = Field(default_factory=dict, description="What each child and its family say")
    own_view: dict[Ref, Identifier] = Field(
        default_factory=dict, description="The level that the person would choose for each child before the result"
    )
    own_view_because: dict[Ref, Text] = Field(
        default_factory=dict, description="Why the person would choose that level, by child"
    )
    route_shown_early: tuple[Ref, ...] = Field(
        default=(), description="The children whose route was shown before the own view was given"
    )
    consent: dict[Ref, ConsentAsked] = Field(default_factory=dict, description="Who was asked for consent, by child")
    plan: tuple[PlanStep, ...] = Field(default=(), description="What was agreed")
    decision: dict[Ref, Decision] = Field(default_factory=dict, description="What the person decided for each child")
    follow_up: dict[Ref, FollowUp] = Field(
        default_factory=dict, description="What has happened since the result, by child"
    )
    look_again: Day | None = Field(default=None, description="The day on which to look at the family again")
    document: MadeWith | None = Field(default=None, description="The document with which the case was thought through")
    calendar_key: Text | None = Field(
        default=None, description="A random text by which calendars know the entries of this case"
    )


class StoryPart(FormatModel):
    """One part of a vignette, and the answers that it reveals."""

    text: Text = Field(description="This part of the story")
    children: dict[Ref, TypedAnswers] = Field(
        default_factory=dict, description="The answers that this part reveals about each child"
    )
    family: TypedAnswers = Field(default_factory=dict, description="The answers that this part reveals of the family")


class Expectation(FormatModel):
    """What a document is expected to say of a child. `accept` and the lists may have more than is named."""

    level: Identifier | None = Field(default=None, description="The level expected")
    accept: tuple[Identifier, ...] = Field(default=(), description="Further levels that are accepted")
    floor: Identifier | None = Field(default=None, description="The least acceptable level")
    require: tuple[Identifier, ...] = Field(default=(), description="Actions that must be required; more may be")
    unknowns: tuple[Identifier, ...] = Field(default=(), description="Unknowns that must be listed; more may be")


class Vignette(Case):
    """A case for training, told in parts, with what documents are expected to say of it."""

    model_config = ConfigDict(defer_build=True)  # most commands read no vignette

    story: tuple[StoryPart, ...] = Field(default=(), description="The story in parts, for training")
    learning: tuple[Text, ...] = Field(default=(), description="What people may take from it")
    expect: dict[Identifier, dict[Ref, Expectation]] = Field(
        default_factory=dict, description="What each document is expected to say of each child"
    )
