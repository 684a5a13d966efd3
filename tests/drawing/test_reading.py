from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from tests.drawing.documents import small
from threshold_tool.documents.conditions import All, Answer, ChildAge, Condition
from threshold_tool.documents.model import Rule
from threshold_tool.drawing.reading import answers_read, counts_one_of, made_of, names_one_of

ASKED = {"answer": {"question": "meals", "at_or_above": "often"}}
GATE: Condition = TypeAdapter(Condition).validate_python(
    {"all": [ASKED, {"any": [ASKED, {"child_age": {"under": "1 year"}}]}]}
)


def rule(when: object, **more: object) -> Rule:
    return Rule.model_validate({"id": "r", "level": "early-help", "because": "B", "when": when, **more})


def test_answers_are_read_once_however_deep() -> None:
    """An answer that stands twice is one; no condition reads none."""

    assert [(bound.question, bound.at_or_above) for bound in answers_read(GATE)] == [("meals", "often")]
    assert answers_read(None) == ()


def test_what_a_condition_is_made_of() -> None:
    """Every part counts, those inside others too."""

    assert made_of(TypeAdapter(Condition).validate_python({"all": [ASKED]}), All, Answer)
    assert not made_of(GATE, All, Answer, ChildAge)


@pytest.mark.parametrize(
    ("named", "question"),
    [
        (rule(ASKED), "meals"),
        (rule({"placed": {"at_or_above": "early-help", "questions": ["sleep"]}}), "sleep"),
        (
            rule({"child_age": {"under": "1 year"}}, unless=[{"question": "grandparent", "at_or_below": "always"}]),
            "grandparent",
        ),
    ],
)
def test_a_rule_names_a_question(named: Rule, question: str) -> None:
    """By its answer, by a count of named questions, or as a strength."""

    assert names_one_of(named, [question])
    assert not names_one_of(named, ["attendance"])


@pytest.mark.parametrize(
    ("wanted", "counted"),
    [
        ({}, {"meals", "attendance", "sleep"}),
        ({"themes": ["school"]}, {"attendance"}),
        ({"domains": ["care"]}, {"meals"}),
        ({"themes": ["school"], "domains": ["care"]}, set()),
        ({"questions": ["sleep"]}, set()),
    ],
)
def test_a_rule_counts_a_question(wanted: dict[str, list[str]], counted: set[str]) -> None:
    """By theme and domain, or all concerns; a strength is never placed, so it never counts."""

    counting = rule({"placed": {"at_or_above": "early-help", **wanted}})
    asked = ("meals", "attendance", "sleep", "grandparent")

    assert {q for q in asked if counts_one_of(counting, [q], small().source)} == counted
