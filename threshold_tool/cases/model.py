"""A case, as a file holds it (`format: threshold-case/1`), and a vignette, which is a case with a story."""

from __future__ import annotations

import re
from datetime import time
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from threshold_tool.deadlines.ages import Age, AgeNotKnown, Born, Due, StatedAge, parse_age
from threshold_tool.documents.fields import Day, Flag, FormatModel, Identifier, Text
from threshold_tool.documents.model import Role

_CLOCK = re.compile(r"([0-1]?[0-9]|2[0-3]):[0-5][0-9]")


def _read_time(value: Any) -> Any:
    if isinstance(value, time):
        return value
    if isinstance(value, str) and _CLOCK.fullmatch(value):
        hour, minute = value.split(":")
        return time(int(hour), int(minute))
    raise PydanticCustomError("bad-time", "{sentence}", {"sentence": "is a time of day, written like 19:40"})


def _read_age(value: Any) -> Any:
    if isinstance(value, Age):
        return value
    try:
        return parse_age(value if isinstance(value, str) else "")
    except ValueError as fault:
        raise PydanticCustomError("bad-age", "{sentence}", {"sentence": f"cannot be read: {fault}"}) from None


Ref = Annotated[
    str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$", description="A letter or short label, not a name")
]
Clock = Annotated[time, BeforeValidator(_read_time), WithJsonSchema({"type": "string", "examples": ["19:40"]})]
AgeText = Annotated[Age, BeforeValidator(_read_age), WithJsonSchema({"type": "string", "examples": ["8 years"]})]
TypedAnswers = dict[Identifier, Text]
"""What was typed, by question: an answer's id, a number, `not-known` or `declined`."""


class CaseChild(FormatModel):
    """A child of the case, with what is known of its age."""

    ref: Ref
    age: AgeText | None = None
    born: Day | None = None
    due: Day | None = None
    lives: Text | None = None
    answers: TypedAnswers = Field(default_factory=dict)

    @model_validator(mode="after")
    def _one_age(self) -> CaseChild:
        if sum(stated is not None for stated in (self.age, self.born, self.due)) > 1:
            raise PydanticCustomError("age-twice", "states only one of `age`, `born` and `due`")
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

    ref: Ref
    is_: Text = Field(alias="is")
    of: tuple[Ref, ...] = ()
    lives_here: Flag | None = None
    parental_responsibility: Flag | Literal["not-known"] | None = None
    identified: Flag = True


class GuardedContact(FormatModel):
    """Ways of reaching the family that may put someone in danger: `no` means do not use it."""

    phone: Flag = True
    post: Flag = True
    print: Flag = True


class Note(FormatModel):
    """What stands behind an answer: its words, and whether seen, told, from records, or opinion."""

    text: Text
    source: Literal["seen", "told", "records", "opinion"] | None = None
    when: Day | None = None


class EarlierConcernEntry(FormatModel):
    """An earlier concern about some of the children, judged by its answers; words alone count as nothing placed."""

    on: Day
    children: tuple[Ref, ...] = ()
    answers: TypedAnswers = Field(default_factory=dict)
    text: Text | None = None

    @model_validator(mode="after")
    def _says_something(self) -> EarlierConcernEntry:
        if not self.answers and self.text is None:
            raise PydanticCustomError("says-nothing", "needs `answers`, `text` or both")
        return self


class Decision(FormatModel):
    """The person's own decision for one child; a lower level needs a reason and a named manager."""

    level: Identifier
    reason: Text | None = None
    manager: Text | None = None


class Views(FormatModel):
    """What the child and the family say."""

    child: Text | None = None
    family: Text | None = None
    not_yet_asked: Text | None = None


class ConsentAsked(FormatModel):
    """Who was asked for consent, when, and the answer; or why not."""

    asked: Text | None = None
    on: Day | None = None
    answer: Text | None = None
    why_not: Text | None = None


class PlanStep(FormatModel):
    """Something agreed: what, who, by when."""

    do: Text
    who: Text | None = None
    by: Day | None = None


class Case(FormatModel):
    """What is known about a family on one day. The answers are the final ones."""

    format: Literal["threshold-case/1"]
    title: Text | None = None
    on: Day = Field(description="The assessment date")
    at: Clock | None = Field(default=None, description="The time of day, where the hour matters")
    role: Role = "other"
    children: tuple[CaseChild, ...] = Field(min_length=1)
    family: TypedAnswers = Field(default_factory=dict)
    nothing_seen_in: tuple[Identifier, ...] = Field(default=(), description="Themes looked at with nothing seen")
    people: tuple[Person, ...] = ()
    guarded_contact: GuardedContact | None = None
    notes: dict[Text, dict[Identifier, Note]] = Field(default_factory=dict, description="By `family` or child")
    earlier_concerns: tuple[EarlierConcernEntry, ...] = ()
    worry: Text | None = None
    views: dict[Ref, Views] = Field(default_factory=dict)
    own_view: dict[Ref, Identifier] = Field(default_factory=dict)
    consent: dict[Ref, ConsentAsked] = Field(default_factory=dict)
    plan: tuple[PlanStep, ...] = ()
    decision: dict[Ref, Decision] = Field(default_factory=dict)


class StoryPart(FormatModel):
    """One part of a vignette, and the answers that it reveals."""

    text: Text
    children: dict[Ref, TypedAnswers] = Field(default_factory=dict)
    family: TypedAnswers = Field(default_factory=dict)


class Expectation(FormatModel):
    """What a document is expected to say of a child. `accept` and the lists may have more than is named."""

    level: Identifier | None = None
    accept: tuple[Identifier, ...] = ()
    floor: Identifier | None = Field(default=None, description="The least acceptable level")
    require: tuple[Identifier, ...] = ()
    unknowns: tuple[Identifier, ...] = ()


class Vignette(Case):
    """A case for training, told in parts, with what documents are expected to say of it."""

    story: tuple[StoryPart, ...] = ()
    learning: tuple[Text, ...] = ()
    expect: dict[Identifier, dict[Ref, Expectation]] = Field(default_factory=dict)
