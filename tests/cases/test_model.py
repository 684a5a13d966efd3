from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from pydantic import ValidationError

from tests.cases.written import loaded
from threshold_tool.cases.model import Case, CaseChild, EarlierConcernEntry, GuardedContact, Person, Vignette
from threshold_tool.deadlines.ages import Age, AgeNotKnown, Born, Due
from threshold_tool.deadlines.durations import Unit


def refused(model: Any, value: Any) -> bool:
    try:
        model.model_validate(value, by_alias=True, by_name=False)
    except ValidationError:
        return True
    return False


def test_every_key_is_used_in_the_good_case() -> None:
    """The good case sets every field of the format."""

    assert loaded().case.model_fields_set == set(Case.model_fields)


@pytest.mark.parametrize(
    ("stated", "age"),
    [
        ({"age": "8 years"}, Age(8, Unit.YEAR)),
        ({"born": "2020-01-31"}, Born(date(2020, 1, 31))),
        ({"due": "2027-01-31"}, Due(date(2027, 1, 31))),
        ({}, AgeNotKnown()),
    ],
)
def test_what_a_case_says_of_an_age(stated: dict[str, str], age: object) -> None:
    """An age, a birth date, a due date, or nothing known."""

    assert CaseChild.model_validate({"ref": "A", **stated}).stated_age == age


@pytest.mark.parametrize("two", [("age", "born"), ("age", "due"), ("born", "due")])
def test_one_age_for_a_child(two: tuple[str, str]) -> None:
    """Two of age, birth date and due date are refused."""

    stated = {"age": "8 years", "born": "2020-01-31", "due": "2027-01-31"}

    assert refused(CaseChild, {"ref": "A", **{key: stated[key] for key in two}})


@pytest.mark.parametrize(
    ("text", "clock"),
    [("19:40", time(19, 40)), ("7:05", time(7, 5)), ("24:00", None), ("19.40", None), ("1940", None), ([], None)],
)
def test_times_of_day(text: Any, clock: time | None) -> None:
    """A time of day is written with a colon, on the 24-hour clock."""

    value = {"format": "threshold-case/1", "on": "2026-11-16", "at": text, "children": [{"ref": "A"}]}

    assert refused(Case, value) if clock is None else Case.model_validate(value).at == clock


@pytest.mark.parametrize(
    ("typed", "means"),
    [("yes", True), ("false", False), ("not-known", "not-known"), ("perhaps", None), (["yes"], None)],
)
def test_parental_responsibility_may_not_be_known(typed: Any, means: object) -> None:
    """Yes, no, or not known, and nothing else."""

    value = {"ref": "P", "is": "father", "parental_responsibility": typed}

    assert refused(Person, value) if means is None else Person.model_validate(value).parental_responsibility == means


def test_ways_of_contact_are_open_unless_guarded() -> None:
    """`no` closes one way; the others stay open."""

    guarded = GuardedContact.model_validate({"post": "no"})

    assert (guarded.phone, guarded.messages, guarded.post, guarded.print) == (True, True, False, True)


def test_an_earlier_concern_says_something() -> None:
    """It has answers, words or both."""

    on = {"on": "2026-09-14"}

    assert refused(EarlierConcernEntry, on)
    assert not refused(EarlierConcernEntry, {**on, "text": "Slept"})
    assert not refused(EarlierConcernEntry, {**on, "answers": {"sleep": "often"}})


@pytest.mark.parametrize(
    ("ref", "wrong"), [("A", False), ("P1", False), ("1", False), ("Baby Smith", True), ("", True), ("A ", True)]
)
def test_refs_are_labels(ref: str, wrong: bool) -> None:
    """A child is a letter or a short label without spaces."""

    assert refused(CaseChild, {"ref": ref}) is wrong


def test_a_story_belongs_to_a_vignette() -> None:
    """A plain case has no story; a vignette is a case with one."""

    value = {"format": "threshold-case/1", "on": "2026-11-16", "children": [{"ref": "A"}], "story": [{"text": "One."}]}

    assert refused(Case, value)
    assert not refused(Vignette, value)
