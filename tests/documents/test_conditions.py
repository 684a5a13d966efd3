from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from threshold_tool.documents.conditions import CONDITION_KEYS, All, AnswerBound, Condition, parts, walk

ADAPTER: TypeAdapter[Condition] = TypeAdapter(Condition)
ANSWER = {"answer": {"question": "meals", "at_or_above": "often"}}
EACH: dict[str, dict[str, Any]] = {
    "all": {"all": [ANSWER]},
    "any": {"any": [ANSWER]},
    "at_least": {"at_least": {"n": "1", "of": [ANSWER]}},
    "answer": ANSWER,
    "placed": {"placed": {"at_or_above": "early-help"}},
    "child_age": {"child_age": {"under": "1 year"}},
    "earlier_concerns": {"earlier_concerns": {"within": "6 months"}},
}


def read(value: Any) -> Condition:
    return ADAPTER.validate_python(value, by_alias=True, by_name=False)


def is_refused(value: Any) -> bool:
    try:
        read(value)
    except ValidationError:
        return True
    return False


def test_each_kind_has_an_example_here() -> None:
    """The tests below know every kind of condition."""

    assert tuple(EACH) == CONDITION_KEYS


@pytest.mark.parametrize("kind", EACH)
def test_a_condition_is_told_by_its_key(kind: str) -> None:
    """Each key makes a condition of its own kind."""

    assert next(iter(type(read(EACH[kind])).model_fields)) == kind


@pytest.mark.parametrize("kind", EACH)
def test_a_condition_inside_all(kind: str) -> None:
    """Every kind may stand inside another, and walking finds it."""

    outer = read({"all": [{"any": [EACH[kind]]}]})

    assert read(EACH[kind]) in list(walk(outer))


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"not": ANSWER},
        {**ANSWER, "child_age": {"under": "1 year"}},
        {"all": []},
        {"any": []},
        {"at_least": {"n": "1", "of": []}},
        {"at_least": {"n": "0", "of": [ANSWER]}},
        {"answer": {"question": "meals"}},
        {"answer": {"question": "meals", "at_or_above": "often", "below": "3"}},
        {"placed": {}},
        {"placed": {"at_or_above": "early-help", "themes": []}},
        {"child_age": {}},
        {"child_age": {"unborn": "false"}},
        {"child_age": {"unborn": "true", "under": "1 year"}},
        {"child_age": {"from_": "1 year"}},
        "text",
        ["list"],
        None,
    ],
)
def test_no_condition(value: Any) -> None:
    """What has no key or several, is empty, says `not`, or says two things is refused."""

    assert is_refused(value)


@pytest.mark.parametrize(
    ("age", "under", "refused"),
    [
        ("10 years", "5 years", True),
        ("5 years", "5 years", True),
        ("5 years", "6 years", False),
        ("12 months", "1 year", True),
        ("11 months", "1 year", False),
        ("7 days", "1 week", True),
        ("6 days", "1 week", False),
        ("2 years", "30 weeks", True),
        ("1 month", "30 days", False),
        ("0 days", "1 year", False),
    ],
)
def test_an_age_that_no_child_has(age: str, under: str, refused: bool) -> None:
    """`from` has to leave somebody under `under`; where it depends on the month, the proofs decide."""

    assert is_refused({"child_age": {"from": age, "under": under}}) is refused


def test_counts_are_one_when_left_out() -> None:
    """`placed` and `earlier_concerns` ask for one, of any theme, in any time and at any level."""

    placed, earlier = read(EACH["placed"]), read({"earlier_concerns": {}})

    assert placed.model_dump()["placed"] == {
        "at_or_above": "early-help", "n": 1, "themes": None, "domains": None, "questions": None,
        "different_domains": 1, "different_themes": 1,
    }  # fmt: skip
    assert earlier.model_dump()["earlier_concerns"] == {"n": 1, "within": None, "at_or_above": None}


def test_parts_are_the_conditions_directly_inside() -> None:
    """Only `all`, `any` and `at_least` hold others."""

    assert [len(parts(read(value))) for value in EACH.values()] == [1, 1, 1, 0, 0, 0, 0]


def test_walking_goes_outermost_first() -> None:
    """The whole comes before its parts, in the order written."""

    condition = read({"all": [{"any": [EACH["placed"]]}, ANSWER]})
    keys = [next(iter(type(part).model_fields)) for part in walk(condition)]

    assert keys == ["all", "any", "placed", "answer"]
    assert isinstance(condition, All)


def test_a_bound_of_a_number() -> None:
    """A number counts from a value on its worse side, kept exactly."""

    assert str(AnswerBound.model_validate({"question": "attendance", "below": "90.50"}).below) == "90.50"
