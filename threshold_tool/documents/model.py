"""A threshold document, as its author writes it (`format: threshold-document/1`)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from threshold_tool.documents.conditions import Condition
from threshold_tool.documents.fields import Colour, Day, Flag, FormatModel, Identifier, Span, Text
from threshold_tool.documents.questions import NamedEntry, Question

LegalBasis = Literal["s17", "s20", "s31", "s47"]
Role = Literal["school", "health", "early-years", "police", "voluntary", "other"]
ConsentRule = Literal["none", "required", "sought", "written", "not-required"]
DeadlineStart = Literal["result", "referral-sent", "decision", "plan-start", "disagreement"]
SectionKind = Literal["danger", "always", "screening", "questions", "strengths"]


class EditionOf(FormatModel):
    """One edition of a document."""

    id: Identifier
    edition: Text


class Change(FormatModel):
    """What changed in an edition."""

    edition: Text
    date: Day
    note: Text


class AppliesTo(FormatModel):
    """Whom the document is for."""

    text: Text | None = None
    children_living_in: Text | None = None


class ConsentException(FormatModel):
    """A reason not to ask for consent."""

    id: Identifier
    text: Text


class Consent(FormatModel):
    """What a level says of consent."""

    rule: ConsentRule
    text: Text | None = None
    given_by: tuple[Identifier, ...] = ()
    evidence: Identifier | None = None
    if_refused: Identifier | None = None
    exceptions: tuple[ConsentException, ...] = ()


class Level(FormatModel):
    """A band of need. Law is stated, never inferred from position."""

    id: Identifier
    name: Text
    code: Text
    colour: Colour
    legal_basis: tuple[LegalBasis, ...] = ()
    statutory: Flag
    meaning: Text
    examples: tuple[Text, ...] = ()
    consent: Consent | None = None
    actions: tuple[Identifier, ...] = ()
    part_of: Identifier | None = Field(default=None, description="A band that shows several levels as one")


class Band(FormatModel):
    """Several levels shown under one name."""

    id: Identifier
    name: Text
    code: Text


class Action(FormatModel):
    """Something to do, by when and through whom."""

    id: Identifier
    do: Text
    within: Span | None = None
    from_: DeadlineStart = Field(default="result", alias="from")
    roles: tuple[Role, ...] = Field(default=(), description="For these roles only; for everybody if left out")
    contact: Identifier | None = None
    if_late: Identifier | None = Field(default=None, description="The escalation stage to turn to")


class Feedback(FormatModel):
    """What a referrer may expect, and when to chase silence."""

    within: Span
    chase_after: Span


class OpenHours(FormatModel):
    """On these days, at these hours."""

    days: Text
    open: Text


class Contact(FormatModel):
    """Whom to telephone or write to, and when they answer."""

    id: Identifier
    name: Text
    phone: Text | None = None
    email: Text | None = None
    hours: tuple[OpenHours, ...] = Field(default=(), description="Always answers if left out")
    bank_holidays: Literal["open", "closed"] = "closed"
    out_of_hours: Identifier | None = None
    checked: Day | None = None
    urgent: Flag = False


class Outcome(FormatModel):
    """What can become of a referral, and what follows."""

    id: Identifier
    name: Text
    then: tuple[Identifier, ...] = ()


class EscalationStage(FormatModel):
    """One stage of the formal route for professional disagreement."""

    id: Identifier
    who: Text
    within: Span | None = None
    contact: Identifier | None = None
    skip_when_danger: Flag = False


class Rewording(FormatModel):
    """Local words for a shared question; its meaning stays."""

    ask: Text | None = None
    why: Text | None = None
    look_for: tuple[Text, ...] | None = None
    answers: dict[Identifier, Text] = Field(default_factory=dict)


class Section(FormatModel):
    """Questions asked together."""

    id: Identifier
    kind: SectionKind
    title: Text
    questions: tuple[Identifier, ...] = Field(min_length=1)


class Placement(FormatModel):
    """What one answer means here: a level, an action to require, or both."""

    level: Identifier | None = None
    require: tuple[Identifier, ...] = ()
    immediate: Flag = False
    cite: Text | None = None

    @model_validator(mode="after")
    def _means_something(self) -> Placement:
        if self.level is None and not self.require:
            raise PydanticCustomError("means-nothing", "needs a `level`, a `require` or both")
        return self


class StrengthBound(FormatModel):
    """A strength that stops a rule when it is at least so well evidenced."""

    question: Identifier
    at_or_below: Identifier


class Rule(FormatModel):
    """A combination of circumstances, and what it means here."""

    id: Identifier
    level: Identifier | None = None
    require: tuple[Identifier, ...] = ()
    immediate: Flag = False
    when: Condition
    unless: tuple[StrengthBound, ...] = ()
    because: Text
    cite: Text | None = None

    @model_validator(mode="after")
    def _means_something(self) -> Rule:
        if self.level is None and not self.require and not self.immediate:
            raise PydanticCustomError("means-nothing", "needs a `level`, a `require` or both")
        return self


class ThresholdDocument(FormatModel):
    """One edition of one area's threshold document, after any overlay has been applied."""

    format: Literal["threshold-document/1"]
    id: Identifier
    title: Text
    board: Text
    edition: Text
    status: Literal["fictional", "draft", "published", "withdrawn"]
    effective: Day
    review_by: Day
    owner: Text | None = None
    approved: Text | None = None
    applies_to: AppliesTo | None = None
    supersedes: EditionOf | None = None
    changes: tuple[Change, ...] = ()
    statements: dict[Identifier, Text] = Field(default_factory=dict, description="Printed word for word")
    levels: tuple[Level, ...] = Field(min_length=2, description="Lowest first")
    bands: tuple[Band, ...] = ()
    when_nothing_matches: Identifier
    when_too_little_is_known: Identifier
    actions: tuple[Action, ...] = ()
    feedback: Feedback | None = None
    contacts: tuple[Contact, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    escalation: tuple[EscalationStage, ...] = ()
    domains: tuple[NamedEntry, ...] = ()
    themes: tuple[NamedEntry, ...] = ()
    use: tuple[Identifier, ...] = Field(default=(), description="Question sets")
    reword: dict[Identifier, Rewording] = Field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    sections: tuple[Section, ...] = Field(min_length=1, description="The order of asking")
    placements: dict[Identifier, dict[Text, Placement]] = Field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    glossary: dict[Text, Text] = Field(default_factory=dict)
