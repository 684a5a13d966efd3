from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from threshold_tool.deadlines.durations import Duration, Unit
from threshold_tool.documents import fields

if TYPE_CHECKING:
    from decimal import Decimal


def read(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


def is_refused(kind: Any, value: Any) -> bool:
    try:
        read(kind, value)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize("typed", ["no", "yes", "on", "12:30", "1e3", "2026.1", "~", "null", "012"])
def test_text_stays_as_typed(typed: str) -> None:
    """What looks like a truth value, a time or a number stays text in a text field."""

    assert read(fields.Text, typed) == typed


@pytest.mark.parametrize("typed", ["", "   ", "\n"])
def test_text_says_something(typed: str) -> None:
    """Text of nothing but spaces is refused."""

    assert is_refused(fields.Text, typed)


@pytest.mark.parametrize("typed", ["a", "early-help", "s17", "2a", "no"])
def test_ids(typed: str) -> None:
    """An id has lower-case letters, digits and single hyphens."""

    assert read(fields.Identifier, typed) == typed


@pytest.mark.parametrize("typed", ["", "A", "a_b", "a b", "-a", "a-", "a--b", "é", "a\n", "../a", "a.yaml", "a" * 81])
def test_no_ids(typed: str) -> None:
    """An id never is a path, has no capitals, and has 80 characters at most."""

    assert is_refused(fields.Identifier, typed)


@pytest.mark.parametrize(
    ("typed", "means"), [("true", True), ("yes", True), ("True", True), ("false", False), ("no", False), ("NO", False)]
)
def test_flags(typed: str, means: bool) -> None:
    """True and false can be said in two ways each."""

    assert read(fields.Flag, typed) is means


@pytest.mark.parametrize("typed", ["on", "off", "1", "0", "y", "", [], {}])
def test_no_flags(typed: Any) -> None:
    """Nothing else is taken for true or false."""

    assert is_refused(fields.Flag, typed)


def test_dates() -> None:
    """A date is written year first."""

    assert read(fields.Day, "2028-02-29") == date(2028, 2, 29)


@pytest.mark.parametrize(
    "typed",
    ["2027-02-29", "2026-9-1", "01/09/2026", "20260901", "2026-W36-1", "today", "\u0662\u0660\u0662\u0666-09-01", []],
)
def test_no_dates(typed: Any) -> None:
    """Other ways of writing, and days that are not in the calendar, are refused."""

    assert is_refused(fields.Day, typed)


@pytest.mark.parametrize(("typed", "means"), [("1", 1), ("007", 7), ("999999", 999_999)])
def test_counts(typed: str, means: int) -> None:
    """A count is a whole number from 1."""

    assert read(fields.Count, typed) == means


@pytest.mark.parametrize("typed", ["0", "-1", "1.0", "1e3", "two", "1000000", "", "½", []])
def test_no_counts(typed: Any) -> None:
    """Nought, fractions and words are no counts."""

    assert is_refused(fields.Count, typed)


@pytest.mark.parametrize("typed", ["1e3", "NaN", "inf", "½", "1,5", " 1", "1 ", "+1", ".5", "5.", "\u0663", "9" * 21])
def test_no_numbers(typed: str) -> None:
    """A number is plain digits, with a point and digits after it at most."""

    assert fields.as_number(typed) is None


@given(number=st.decimals(min_value=-99_999, max_value=99_999, places=3))
def test_a_number_is_kept_exactly(number: Decimal) -> None:
    """A limit is never rounded."""

    assert fields.as_number(str(number)) == number


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("at once", Duration(0, Unit.AT_ONCE)),
        ("3 working days", Duration(3, Unit.WORKING_DAY)),
        ("1 Week", Duration(1, Unit.WEEK)),
    ],
)
def test_spans(typed: str, means: Duration) -> None:
    """A deadline can be any length of time."""

    assert read(fields.Span, typed) == means


@pytest.mark.parametrize("typed", ["3 working days", "2 hours", "at once", "same day", "1.5 years", "year", []])
def test_an_age_is_counted_on_the_calendar(typed: Any) -> None:
    """Working days, hours and `at once` are no ages."""

    assert is_refused(fields.CalendarSpan, typed)


@given(
    value=st.recursive(
        st.text(max_size=30),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    )
)
def test_no_value_breaks_a_field(value: Any) -> None:
    """Whatever stands in a file, a field reads or refuses it."""

    kinds = (fields.Text, fields.Identifier, fields.Flag, fields.Day, fields.Count, fields.Number, fields.Span)
    for kind in (*kinds, fields.CalendarSpan, fields.Colour, fields.Key):
        assert is_refused(kind, value) in (True, False)
