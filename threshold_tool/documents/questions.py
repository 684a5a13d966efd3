"""Questions: observable facts with answers ordered from least to most concerning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from threshold_tool.documents.conditions import Condition
from threshold_tool.documents.fields import FormatModel, Identifier, Number, Text, as_number

if TYPE_CHECKING:
    from decimal import Decimal

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

    id: Identifier
    name: Text


class AnswerOption(FormatModel):
    """One graded answer, in observable words."""

    id: Identifier
    text: Text


class NumberAnswer(FormatModel):
    """A question answered by a number, and which side of it is worse."""

    unit: Text
    from_: Number = Field(alias="from")
    to: Number
    worse: Literal["lower", "higher"]

    @model_validator(mode="after")
    def _runs_upwards(self) -> NumberAnswer:
        if self.from_ >= self.to:
            raise PydanticCustomError("number-range", "runs from a smaller number to a larger one")
        return self

    def holds(self, value: Decimal) -> bool:
        """Whether the value lies in the range that the question allows."""
        return self.from_ <= value <= self.to


def _expand_short_form(value: Any) -> Any:
    if isinstance(value, str):
        if value not in SHORT_ANSWERS:
            raise PydanticCustomError("answers-form", "is a list of answers, `no-yes` or `no-suspected-yes`")
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


Answers = Annotated[
    tuple[AnswerOption, ...],
    BeforeValidator(_expand_short_form),
    Field(min_length=2),
    WithJsonSchema(
        {
            "description": "Least concerning first; `not-known` is always offered as well",
            "oneOf": [
                {"enum": sorted(SHORT_ANSWERS)},
                {"type": "array", "minItems": 2, "items": {"$ref": "#/$defs/AnswerOption"}},
            ],
        }
    ),
]


class Question(FormatModel):
    """An observable fact to ask about, shared by areas."""

    id: Identifier
    about: Literal["family", "child"] = Field(
        description="family: asked once, changeable for one child; child: asked for each"
    )
    kind: Literal["concern", "strength"] = "concern"
    domain: Identifier | None = None
    theme: Identifier | None = None
    ask: Text
    why: Text | None = None
    look_for: tuple[Text, ...] = ()
    ask_when: Condition | None = None
    answers: Answers | None = None
    number: NumberAnswer | None = None

    @model_validator(mode="after")
    def _one_kind_of_answer(self) -> Question:
        if (self.answers is None) == (self.number is None):
            raise PydanticCustomError("answers-or-number", "needs either `answers` or `number`")
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

    format: Literal["question-set/1"]
    id: Identifier
    title: Text | None = None
    domains: tuple[NamedEntry, ...] = ()
    themes: tuple[NamedEntry, ...] = ()
    questions: tuple[Question, ...] = Field(min_length=1)
