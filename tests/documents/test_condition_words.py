"""Conditions in words: every kind has its own, and nothing that decides is left out of them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import TypeAdapter

from tests.documents.worded_document import worded
from threshold_tool.documents import conditions as c
from threshold_tool.documents.condition_words import ConditionWords, cut_words, either, sentence
from threshold_tool.documents.loader import require_document
from threshold_tool.documents.model import StrengthBound
from threshold_tool.documents.questions import Cut
from threshold_tool.paths import documents_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.documents.loaded import LoadedDocument

_CONDITION: TypeAdapter[c.Condition] = TypeAdapter(c.Condition)
_TOLD = {"answer": {"question": "told", "at_or_above": "suspected"}}
_UNBORN = {"child_age": {"unborn": "true"}}
_EARLIER: dict[str, Any] = {"earlier_concerns": {}}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> LoadedDocument:
    return worded(tmp_path_factory.mktemp("documents"))


def words(source: LoadedDocument, condition: dict[str, Any]) -> str:
    """The words of a condition with plain quotation marks, which are easier to type."""
    said = ConditionWords(source).words(_CONDITION.validate_python(condition))
    return said.replace("\u2018", "'").replace("\u2019", "'")


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (_TOLD, "'Was somebody told?' is answered 'Suspected' or worse"),
        ({"answer": {"question": "told", "at_or_above": "yes"}}, "'Was somebody told?' is answered 'Yes'"),
        ({"answer": {"question": "told", "at_or_above": "no"}}, "'Was somebody told?' has any answer at all"),
        (
            {"answer": {"question": "attendance", "below": "90"}},
            "the answer to 'How much does the child attend?' is below 90%",
        ),
        (
            {"answer": {"question": "calls", "at_least": "3"}},
            "the answer to 'How many calls were there?' is 3 or more (calls)",
        ),
    ],
)
def test_an_answer_is_named_with_its_question(source: LoadedDocument, condition: dict[str, Any], said: str) -> None:
    """The bound and its direction are said, and "or worse" only where something is worse."""

    assert words(source, condition) == said


@pytest.mark.parametrize(
    ("age", "said"),
    [
        ({"unborn": "true"}, "the child is not born yet"),
        ({"under": "1 year"}, "the child is under 1 year or not born yet"),
        ({"from": "13 years"}, "the child is 13 years or older"),
        ({"from": "0 days"}, "the child is born"),
        ({"from": "0 days", "under": "1 year"}, "the child is born and under 1 year"),
        ({"from": "2 years", "under": "5 years"}, "the child is 2 years or older and under 5 years"),
    ],
)
def test_an_age_says_whether_the_unborn_count(source: LoadedDocument, age: dict[str, Any], said: str) -> None:
    """Only a bound from above takes in a child that is not born."""

    assert words(source, {"child_age": age}) == said


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ({"at_or_above": "high"}, "an answer is placed at High level"),
        ({"at_or_above": "middle"}, "an answer is placed at Middle level or above"),
        ({"at_or_above": "middle", "n": "3"}, "at least 3 answers are placed at Middle level or above"),
        (
            {"at_or_above": "middle", "themes": ["drink", "school"], "different_themes": "2"},
            "answers about 'Drink' or 'School' are placed at Middle level or above, from at least 2 different themes",
        ),
        (
            {"at_or_above": "middle", "n": "4", "domains": ["home"], "different_domains": "2", "different_themes": "3"},
            """at least 4 answers within 'Home' are placed at Middle level or above, \
from at least 2 different domains and at least 3 different themes""",
        ),
        (
            {"at_or_above": "middle", "questions": ["told", "hurt"]},
            "an answer to 'Was somebody told?' or 'Is the child hurt?' is placed at Middle level or above",
        ),
    ],
)
def test_placed_answers_keep_every_filter(source: LoadedDocument, filters: dict[str, Any], said: str) -> None:
    """How many, of which questions, at which level and from how many sides: all of it is said."""

    assert words(source, {"placed": filters}) == said


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({}, "there is an earlier concern about this child"),
        ({"n": "3"}, "there are at least 3 earlier concerns about this child"),
        (
            {"n": "2", "within": "12 months", "at_or_above": "middle"},
            """there are at least 2 earlier concerns about this child in the last 12 months, \
each at Middle level or above""",
        ),
        ({"at_or_above": "high"}, "there is an earlier concern about this child, at High level"),
    ],
)
def test_earlier_concerns_say_how_many_and_when(source: LoadedDocument, wanted: dict[str, Any], said: str) -> None:
    """Number, period and level of earlier concerns are said where the document states them."""

    assert words(source, {"earlier_concerns": wanted}) == said


@pytest.mark.parametrize(
    ("condition", "lead"),
    [
        ({"all": [_TOLD, _UNBORN]}, "both of these: "),
        ({"all": [_TOLD, _UNBORN, _EARLIER]}, "all of these: "),
        ({"any": [_TOLD, _UNBORN]}, "any of these: "),
        ({"at_least": {"n": 1, "of": [_TOLD, _UNBORN]}}, "any of these: "),
        ({"at_least": {"n": 2, "of": [_TOLD, _UNBORN, _EARLIER]}}, "at least 2 of these 3: "),
        ({"at_least": {"n": 2, "of": [_TOLD, _UNBORN]}}, "both of these: "),
        ({"all": [_TOLD]}, ""),
        ({"any": [_TOLD]}, ""),
    ],
)
def test_a_combination_says_how_many_must_hold(source: LoadedDocument, condition: dict[str, Any], lead: str) -> None:
    """All, any and n are told apart; one condition alone needs no lead."""

    said = words(source, condition)

    assert said.startswith(f"{lead}'Was somebody told?'")


def test_what_stands_inside_is_bracketed(source: LoadedDocument) -> None:
    """Alternatives within a list cannot be read as part of it."""

    inner = {"any": [_UNBORN, _EARLIER]}

    assert words(source, {"all": [_TOLD, inner]}) == (
        "both of these: 'Was somebody told?' is answered 'Suspected' or worse; any of these (the child is not born "
        "yet; there is an earlier concern about this child)"
    )


def test_a_question_is_called_as_the_caller_wants(source: LoadedDocument) -> None:
    """On paper a question can be named by its number."""

    named = ConditionWords(source, called=lambda question: f"question {len(question.id)}")

    assert named.words(_CONDITION.validate_python(_TOLD)).startswith("question 4 is answered")


@pytest.mark.parametrize(("answer", "said"), [("seen", "'Seen to help'"), ("said", "'Said to help' or better")])
def test_a_strength_counts_up_to_its_answer(source: LoadedDocument, answer: str, said: str) -> None:
    """Better answers count as well, and that is said where there are any."""

    bound = StrengthBound(question="helper", at_or_below=answer)
    words = ConditionWords(source).strength(bound).replace("\u2018", "'").replace("\u2019", "'")

    assert words == f"'Who helps?' is answered {said}"


def every_condition() -> Iterator[tuple[LoadedDocument, c.Condition]]:
    for file in sorted(documents_folder().glob("*.yaml")):
        loaded = require_document(file)
        for rule in loaded.document.rules:
            yield loaded, rule.when
        for question in loaded.questions.values():
            if question.ask_when is not None:
                yield loaded, question.ask_when


def test_every_condition_of_the_supplied_documents_has_all_its_words() -> None:
    """Each question, answer, age, number and level that a condition names is in its words."""

    seen = 0
    for loaded, condition in every_condition():
        said = ConditionWords(loaded).words(condition)
        seen += 1
        for part in c.walk(condition):
            for wanted in expected_words(loaded, part):
                assert wanted in said
    assert seen > 100


def expected_words(loaded: LoadedDocument, part: c.Condition) -> Iterator[str]:
    match part:
        case c.Answer():
            question = loaded.questions[part.answer.question]
            yield question.ask
            grade = question.grade_of(part.answer.at_or_above or "")
            yield question.options[grade].text if grade is not None else str(part.answer.below or part.answer.at_least)
        case c.Placed():
            yield loaded.level(part.placed.at_or_above).name
        case c.ChildAge() if part.child_age.under:
            yield f"under {part.child_age.under}"
        case c.EarlierConcerns() if part.earlier_concerns.within:
            yield f"in the last {part.earlier_concerns.within}"


@pytest.mark.parametrize(
    ("cut", "unit", "said"),
    [
        (Cut("lower", Decimal(90)), "%", "below 90%"),
        (Cut("higher", Decimal("12.5")), "%", "12.5% or more"),
        (Cut("lower", Decimal(3)), "hours", "below 3 (hours)"),
        (Cut("higher", Decimal(3)), "calls", "3 or more (calls)"),
    ],
)
def test_a_number_says_its_worse_side(cut: Cut, unit: str, said: str) -> None:
    """The words turn with the side that is worse."""

    assert cut_words(cut, unit) == said


def test_a_sentence_begins_and_ends() -> None:
    """A part of a sentence gets its capital and one full stop."""

    assert [sentence(part) for part in ("any of these", "It ends.")] == ["Any of these.", "It ends."]


def test_names_are_joined_by_or() -> None:
    """One name stands alone, the last of several after "or"."""

    assert [either(names) for names in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a or b", "a, b or c"]
