"""Questions: observable facts with answers ordered from least to most concerning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from threshold_tool.documents.conditions import Condition
from threshold_tool.documents.faults import must, says
from threshold_tool.documents.fields import FormatModel, Identifier, Number, Text, as_number

if TYPE_CHECKING:
    from decimal import Decimal

    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema

SHORT_ANSWERS: dict[str, list[dict[str, str]]] = {
    "no-yes": [{"id": "no", "text": "No"}, {"id": "yes", "text": "Yes"}],
    "no-suspected-yes": [
        {"id": "no", "text": "No"},
        {"id": "suspected", "text": "Suspected"},
        {"id": "yes", "text": "Yes"},
    ],
}


class NamedEntry(FormatModel):
    """A domain or a theme."""

    id: Identifier = Field(description="A short id in lower-case letters, digits and single hyphens")
    name: Text = Field(description="The name that people see")


class AnswerOption(FormatModel):
    """One graded answer, in observable words."""

    id: Identifier = Field(description="A short id, by which placements and rules name this answer")
    text: Text = Field(description="The answer in words that say what can be seen or heard")


class NumberAnswer(FormatModel):
    """A question answered by a number, and which side of it is worse."""

    unit: Text = Field(description="What is counted, such as `%` or `days`")
    from_: Number = Field(alias="from", description="The smallest number that can be given")
    to: Number = Field(description="The largest number that can be given")
    worse: Literal["lower", "higher"] = Field(description="Whether a lower or a higher number is more concerning")

    @model_validator(mode="after")
    def _runs_upwards(self) -> NumberAnswer:
        if self.from_ >= self.to:
            raise says("number-range", "must run `from` a smaller number `to` a larger one")
        return self

    def holds(self, value: Decimal) -> bool:
        """Whether the value lies in the range that the question allows."""
        return self.from_ <= value <= self.to


def _expand_short_form(value: Any) -> Any:
    if isinstance(value, str):
        if value not in SHORT_ANSWERS:
            raise must("answers-form", "be a list of answers, `no-yes` or `no-suspected-yes`")
        return SHORT_ANSWERS[value]
    return value


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a number starts to count: `below 90` where lower is worse, `at least 3` where higher is."""

    worse: Literal["lower", "higher"]
    bound: Decimal

    def reached_by(self, value: Decimal) -> bool:
        """Whether the value lies on the worse side."""
        return value < self.bound if self.worse == "lower" else value >= self.bound

    def __str__(self) -> str:
        return f"{CUT_WORDS[self.worse]} {self.bound}"


CUT_WORDS: dict[Literal["lower", "higher"], str] = {"lower": "below", "higher": "at least"}


def parse_cut(text: str) -> Cut | None:
    """The cut that a placement's key states, such as `below 90`; None if it is not one."""
    for worse, words in CUT_WORDS.items():
        if text.startswith(f"{words} "):
            bound = as_number(text.removeprefix(f"{words} ").strip())
            return None if bound is None else Cut(worse, bound)
    return None


class _OrShortForm:
    """Says in the schema that a short form can stand in place of the list."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"enum": sorted(SHORT_ANSWERS)}, handler(core)]}


Answers = Annotated[tuple[AnswerOption, ...], BeforeValidator(_expand_short_form), Field(min_length=2), _OrShortForm()]


class Question(FormatModel):
    """An observable fact to ask about, shared by areas."""

    id: Identifier = Field(description="A short id, by which documents and cases name this question")
    about: Literal["family", "child"] = Field(
        description="family: asked once, and can be changed for one child; child: asked for each child"
    )
    kind: Literal["concern", "strength"] = Field(
        default="concern", description="concern, or strength: something that protects the child"
    )
    domain: Identifier | None = Field(default=None, description="The id of the domain it belongs to")
    theme: Identifier | None = Field(default=None, description="The id of the theme it belongs to")
    ask: Text = Field(description="The question in plain words")
    why: Text | None = Field(default=None, description="Why it matters, for the person who answers")
    look_for: tuple[Text, ...] = Field(default=(), description="What can be seen or heard that helps to answer")
    ask_when: Condition | None = Field(
        default=None, description="Ask only when this condition can hold; always if left out"
    )
    answers: Answers | None = Field(
        default=None,
        description="The answers, least concerning first, or `no-yes` or `no-suspected-yes`; "
        "`not-known` is always offered as well",
    )
    number: NumberAnswer | None = Field(
        default=None, description="For a question answered by a number, in place of answers"
    )

    @model_validator(mode="after")
    def _one_kind_of_answer(self) -> Question:
        if (self.answers is None) == (self.number is None):
            raise says("answers-or-number", "needs either `answers` or `number`")
        return self

    @property
    def is_strength(self) -> bool:
        """Whether this is a protective factor rather than a concern."""
        return self.kind == "strength"

    @property
    def options(self) -> tuple[AnswerOption, ...]:
        """The graded answers; none for a question answered by a number."""
        return self.answers or ()

    def grade_of(self, answer: str) -> int | None:
        """The place of an answer in the order, 0 for the least concerning; None if it is not offered."""
        return next((grade for grade, option in enumerate(self.options) if option.id == answer), None)


class QuestionSet(FormatModel):
    """A file of questions that several areas share."""

    format: Literal["question-set/1"] = Field(description="Which format this file has")
    id: Identifier = Field(description="The id of the set, which is also the name of its file")
    title: Text | None = Field(default=None, description="What the set is about")
    domains: tuple[NamedEntry, ...] = Field(default=(), description="The domains that its questions belong to")
    themes: tuple[NamedEntry, ...] = Field(default=(), description="The themes that its questions belong to")
    questions: tuple[Question, ...] = Field(min_length=1, description="The questions")
