"""A threshold document, as its author writes it (`format: threshold-document/1`)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from threshold_tool.documents.conditions import Condition
from threshold_tool.documents.faults import says
from threshold_tool.documents.fields import Colour, Day, Flag, FormatModel, Identifier, Key, Span, Text
from threshold_tool.documents.questions import NamedEntry, Question

LegalBasis = Literal["s17", "s20", "s31", "s47"]
Role = Literal["school", "health", "early-years", "police", "voluntary", "other"]
ConsentRule = Literal["none", "required", "sought", "written", "not-required"]
DeadlineStart = Literal["result", "referral-sent", "decision", "plan-start", "disagreement"]
SectionKind = Literal["danger", "always", "screening", "questions", "strengths"]


class EditionOf(FormatModel):
    """One edition of a document."""

    id: Identifier = Field(description="The id of the document")
    edition: Text = Field(description="The edition of the document")


class Change(FormatModel):
    """What changed in an edition."""

    edition: Text = Field(description="The edition in which it changed")
    date: Day = Field(description="The day of the change")
    note: Text = Field(description="What changed, in a sentence")


class AppliesTo(FormatModel):
    """Whom the document is for."""

    text: Text | None = Field(default=None, description="Who is to use the document, in words")
    children_living_in: Text | None = Field(default=None, description="The area whose children it is about")


class ConsentException(FormatModel):
    """A reason not to ask for consent."""

    id: Identifier = Field(description="A short id for this exception")
    text: Text = Field(description="When consent is not asked for")


class Consent(FormatModel):
    """What a level says of consent."""

    rule: ConsentRule = Field(description="Whether consent is needed, and in which form")
    text: Text | None = Field(default=None, description="What to do about consent, in words")
    given_by: tuple[Identifier, ...] = Field(default=(), description="Who can give it")
    evidence: Identifier | None = Field(default=None, description="How it is shown, such as `signed`")
    if_refused: Identifier | None = Field(default=None, description="The id of the action to take when it is refused")
    exceptions: tuple[ConsentException, ...] = Field(default=(), description="When consent is not asked for")


class Level(FormatModel):
    """A band of need. Law is stated, never inferred from position."""

    id: Identifier = Field(description="A short id, by which placements and rules name this level")
    name: Text = Field(description="The name that people see")
    code: Text = Field(description="The number or letters by which the area knows it")
    colour: Colour = Field(description="Its colour, written like `#2e7d32` in quotes")
    legal_basis: tuple[LegalBasis, ...] = Field(
        default=(), description="The sections of the Children Act 1989 it rests on"
    )
    statutory: Flag = Field(description="Whether the local authority has a duty in law at this level")
    meaning: Text = Field(description="What the level means, in a sentence")
    examples: tuple[Text, ...] = Field(default=(), description="Situations at this level")
    consent: Consent | None = Field(default=None, description="Whether and how to ask for consent")
    actions: tuple[Identifier, ...] = Field(default=(), description="The ids of the actions to take, in order")
    part_of: Identifier | None = Field(
        default=None, description="The id of a band that shows several levels under one name"
    )


class Band(FormatModel):
    """Several levels shown under one name."""

    id: Identifier = Field(description="A short id, by which levels name this band")
    name: Text = Field(description="The name that people see")
    code: Text = Field(description="The number or letters by which the area knows it")


class Action(FormatModel):
    """Something to do, by when and through whom."""

    id: Identifier = Field(description="A short id, by which levels, placements and rules name this action")
    do: Text = Field(description="What to do, in a sentence")
    within: Span | None = Field(
        default=None, description="By when: `at once`, `same day`, or a time such as `3 working days`"
    )
    from_: DeadlineStart = Field(
        default="result", alias="from", description="From when the time is counted; from the result if left out"
    )
    roles: tuple[Role, ...] = Field(default=(), description="For these roles only; for everybody if left out")
    contact: Identifier | None = Field(default=None, description="The id of the contact to turn to")
    if_late: Identifier | None = Field(
        default=None, description="The id of the escalation stage to turn to when nothing happens in time"
    )


class Feedback(FormatModel):
    """What a referrer may expect, and when to chase silence."""

    within: Span = Field(description="By when a referrer hears what was decided")
    chase_after: Span = Field(description="After how long a referrer asks")


class OpenHours(FormatModel):
    """On these days, at these hours."""

    days: Text = Field(description="The days: `mon`, `mon-thu`, `mon, wed, fri` or `all`")
    open: Text = Field(description='The hours: `"8:45-17:15"`, `"17:00-8:00"` where they pass midnight, or `24 hours`')


class Contact(FormatModel):
    """Whom to telephone or write to, and when they answer."""

    id: Identifier = Field(description="A short id, by which actions and other contacts name this contact")
    name: Text = Field(description="The name that people see")
    phone: Text | None = Field(default=None, description="The telephone number")
    email: Text | None = Field(default=None, description="The e-mail address")
    hours: tuple[OpenHours, ...] = Field(default=(), description="When they answer; always if left out")
    bank_holidays: Literal["open", "closed"] = Field(
        default="closed", description="Whether the hours hold on bank holidays; closed if left out"
    )
    out_of_hours: Identifier | None = Field(
        default=None, description="The id of the contact who answers when this one is closed"
    )
    checked: Day | None = Field(default=None, description="The day on which somebody last tried this contact")
    urgent: Flag = Field(default=False, description="Whether the danger button shows this contact")


class Outcome(FormatModel):
    """What can become of a referral, and what follows."""

    id: Identifier = Field(description="A short id for this outcome")
    name: Text = Field(description="The name that people see")
    then: tuple[Identifier, ...] = Field(default=(), description="The ids of the actions that follow")


class EscalationStage(FormatModel):
    """One stage of the formal route for professional disagreement."""

    id: Identifier = Field(description="A short id, by which actions name this stage")
    who: Text = Field(description="Who takes the disagreement up")
    within: Span | None = Field(default=None, description="How long this stage may take")
    contact: Identifier | None = Field(default=None, description="The id of the contact to turn to")
    skip_when_danger: Flag = Field(
        default=False, description="Whether to pass over this stage when a child is in danger"
    )


class Rewording(FormatModel):
    """Local words for a shared question; its meaning stays."""

    ask: Text | None = Field(default=None, description="The question in the area's own words")
    why: Text | None = Field(default=None, description="Why it matters, in the area's own words")
    look_for: tuple[Text, ...] | None = Field(default=None, description="What to look for, in place of the shared list")
    answers: dict[Identifier, Text] = Field(
        default_factory=dict, description="The answers in the area's own words, each under its id"
    )


class Section(FormatModel):
    """Questions asked together."""

    id: Identifier = Field(description="A short id for this section")
    kind: SectionKind = Field(
        description="What the section is for; `danger` comes first, then `always`, then the others"
    )
    title: Text = Field(description="The heading that people see")
    questions: tuple[Identifier, ...] = Field(
        min_length=1, description="The ids of its questions, in the order of asking"
    )


class Placement(FormatModel):
    """What one answer means here: a level, an action to require, or both."""

    level: Identifier | None = Field(
        default=None, description="The level; if left out, that of the nearest less concerning answer"
    )
    require: tuple[Identifier, ...] = Field(default=(), description="The ids of actions that this answer requires")
    immediate: Flag = Field(default=False, description="Whether this answer calls for action at once")
    cite: Text | None = Field(default=None, description='Where the published document says so, such as `"p.14"`')

    @model_validator(mode="after")
    def _means_something(self) -> Placement:
        if self.level is None and not self.require:
            raise says("means-nothing", "needs a `level`, a `require` or both")
        return self


class StrengthBound(FormatModel):
    """A strength that stops a rule when it is at least so well evidenced."""

    question: Identifier = Field(description="The id of a question that is a strength")
    at_or_below: Identifier = Field(description="The answer up to which the strength stops the rule")


class Rule(FormatModel):
    """A combination of circumstances, and what it means here."""

    id: Identifier = Field(description="A short id, by which results name this rule")
    level: Identifier | None = Field(default=None, description="The level that the rule leads to")
    require: tuple[Identifier, ...] = Field(default=(), description="The ids of actions that the rule requires")
    immediate: Flag = Field(default=False, description="Whether the rule calls for action at once")
    when: Condition = Field(description="The condition under which the rule applies")
    unless: tuple[StrengthBound, ...] = Field(
        default=(), description="Strengths, any one of which stops the rule; never on a statutory rule"
    )
    because: Text = Field(description="Why these things together matter, in a sentence")
    cite: Text | None = Field(default=None, description='Where the published document says so, such as `"p.22"`')

    @model_validator(mode="after")
    def _means_something(self) -> Rule:
        if self.level is None and not self.require and not self.immediate:
            raise says("means-nothing", "needs a `level`, a `require` or both")
        return self


class ThresholdDocument(FormatModel):
    """One edition of one area's threshold document, after any overlay has been applied."""

    format: Literal["threshold-document/1"] = Field(description="Which format this file has")
    id: Identifier = Field(description="A short id, by which other files name this document")
    title: Text = Field(description="The title that people see")
    board: Text = Field(description="The board or partnership that publishes it")
    edition: Text = Field(description='Which edition this is, such as `"2026.1"`')
    status: Literal["fictional", "draft", "published", "withdrawn"] = Field(description="Whether it is in force")
    effective: Day = Field(description="The day from which it is in force")
    review_by: Day = Field(description="The day by which the board looks at it again")
    owner: Text | None = Field(default=None, description="Who looks after the document")
    approved: Text | None = Field(default=None, description="Who approved it, and when")
    applies_to: AppliesTo | None = Field(default=None, description="Whom the document is for")
    supersedes: EditionOf | None = Field(default=None, description="The edition that this one replaces")
    changes: tuple[Change, ...] = Field(default=(), description="What changed, edition by edition")
    statements: dict[Identifier, Text] = Field(
        default_factory=dict, description="Texts to print word for word, each under an id of its own"
    )
    levels: tuple[Level, ...] = Field(min_length=2, description="The levels, lowest first")
    bands: tuple[Band, ...] = Field(default=(), description="Names under which several levels are shown as one")
    when_nothing_matches: Identifier = Field(description="The level of a child to whom nothing in the document applies")
    when_too_little_is_known: Identifier = Field(
        description="The level when nothing is certain and what is not known could raise it"
    )
    actions: tuple[Action, ...] = Field(default=(), description="What there is to do")
    feedback: Feedback | None = Field(default=None, description="What a referrer may expect")
    contacts: tuple[Contact, ...] = Field(default=(), description="Whom to telephone or write to")
    outcomes: tuple[Outcome, ...] = Field(default=(), description="What can become of a referral")
    escalation: tuple[EscalationStage, ...] = Field(
        default=(), description="The stages for professional disagreement, in order"
    )
    domains: tuple[NamedEntry, ...] = Field(
        default=(), description="Domains of the document's own, or other names for shared ones"
    )
    themes: tuple[NamedEntry, ...] = Field(
        default=(), description="Themes of the document's own, or other names for shared ones"
    )
    use: tuple[Identifier, ...] = Field(default=(), description="The ids of the shared question sets to ask")
    reword: dict[Identifier, Rewording] = Field(
        default_factory=dict, description="Local words for shared questions, each under the question's id"
    )
    questions: tuple[Question, ...] = Field(default=(), description="The document's own questions")
    sections: tuple[Section, ...] = Field(
        min_length=1, description="Which questions are asked together, in the order of asking"
    )
    placements: dict[Identifier, dict[Key, Placement]] = Field(
        default_factory=dict, description="For each question, what its answers mean here"
    )
    rules: tuple[Rule, ...] = Field(default=(), description="What answers mean together")
    glossary: dict[Key, Text] = Field(default_factory=dict, description="Words and short forms, explained")
