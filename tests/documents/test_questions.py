from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from threshold_tool.documents.questions import Cut, Question, parse_cut

NUMBER = {"unit": "%", "from": "0", "to": "100", "worse": "lower"}


def question(**changes: Any) -> Question:
    return Question.model_validate({"id": "q", "about": "child", "ask": "What?", **changes})


@pytest.mark.parametrize(("form", "ids"), [("no-yes", ["no", "yes"]), ("no-suspected-yes", ["no", "suspected", "yes"])])
def test_short_forms_of_answers(form: str, ids: list[str]) -> None:
    """A short form stands for its answers, least concerning first."""

    assert [option.id for option in question(answers=form).options] == ids


@pytest.mark.parametrize("answers", ["yes-no", "", [], [{"id": "no", "text": "No"}], {"id": "no"}])
def test_no_answers(answers: Any) -> None:
    """Another word, fewer than two answers, or no list is refused."""

    with pytest.raises(ValidationError):
        question(answers=answers)


def test_answers_or_a_number() -> None:
    """A question has one of the two, and not both."""

    assert question(number=NUMBER).options == ()
    for wrong in ({}, {"answers": "no-yes", "number": NUMBER}):
        with pytest.raises(ValidationError):
            question(**wrong)


def test_grades_run_from_the_least_concerning() -> None:
    """The first answer has grade 0; what is not offered has none."""

    asked = question(answers="no-suspected-yes")

    assert [asked.grade_of(answer) for answer in ("no", "suspected", "yes", "not-known")] == [0, 1, 2, None]


def test_a_concern_unless_it_says_strength() -> None:
    """A question is a concern when it does not say what it is."""

    assert not question(answers="no-yes").is_strength
    assert question(answers="no-yes", kind="strength").is_strength


@pytest.mark.parametrize(("first", "last"), [("100", "0"), ("5", "5"), ("5.0", "5")])
def test_a_number_runs_upwards(first: str, last: str) -> None:
    """A number runs from a smaller to a larger one."""

    with pytest.raises(ValidationError):
        question(number={**NUMBER, "from": first, "to": last})


def test_a_number_holds_its_ends() -> None:
    """Both ends can be given, what lies beyond them cannot."""

    number = question(number=NUMBER).number

    assert number is not None
    assert [number.holds(Decimal(v)) for v in ("-0.1", "0", "100", "100.1")] == [False, True, True, False]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("below 90", Cut("lower", Decimal(90))),
        ("at least 3", Cut("higher", Decimal(3))),
        ("below 12.5", Cut("lower", Decimal("12.5"))),
        ("below", None),
        ("below ninety", None),
        ("Below 90", None),
        ("above 90", None),
        ("90", None),
        ("at least 1e3", None),
    ],
)
def test_cuts(text: str, cut: Cut | None) -> None:
    """A cut is written `below N` or `at least N`."""

    assert parse_cut(text) == cut


@given(bound=st.decimals(-99, 99, places=2), step=st.decimals("0.01", 50, places=2))
def test_a_cut_is_reached_on_its_worse_side(bound: Decimal, step: Decimal) -> None:
    """Below a cut where lower is worse, at it or above where higher is."""

    lower, higher = Cut("lower", bound), Cut("higher", bound)

    assert [lower.reached_by(v) for v in (bound - step, bound, bound + step)] == [True, False, False]
    assert [higher.reached_by(v) for v in (bound - step, bound, bound + step)] == [False, True, True]


@given(bound=st.decimals(0, 99, places=1), worse=st.sampled_from(["lower", "higher"]))
def test_a_cut_is_written_as_it_is_read(bound: Decimal, worse: Any) -> None:
    """Reading what a cut is written as gives the same cut."""

    assert parse_cut(str(Cut(worse, bound))) == Cut(worse, bound)
