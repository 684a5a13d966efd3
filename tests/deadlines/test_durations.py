"""Lengths of time: what documents may write, and what they come to on the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threshold_tool.deadlines.durations import Duration, Unit, add_calendar, has_passed, parse_duration

COUNTED = [unit for unit in Unit if unit not in (Unit.AT_ONCE, Unit.SAME_DAY)]
NOT_CALENDAR = ["at once", "same day", "5 minutes", "4 hours", "3 working days"]

calendar_lengths = st.one_of(
    st.builds(Duration, st.integers(0, 9_500), st.just(Unit.DAY)),
    st.builds(Duration, st.integers(1, 1_400), st.just(Unit.WEEK)),
    st.builds(Duration, st.integers(1, 320), st.just(Unit.MONTH)),
    st.builds(Duration, st.integers(1, 27), st.just(Unit.YEAR)),
)
dates = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("at once", 0, Unit.AT_ONCE),
        ("same day", 0, Unit.SAME_DAY),
        ("1 minute", 1, Unit.MINUTE),
        ("4 hours", 4, Unit.HOUR),
        ("0 days", 0, Unit.DAY),
        ("1 day", 1, Unit.DAY),
        ("1 working day", 1, Unit.WORKING_DAY),
        ("15 working days", 15, Unit.WORKING_DAY),
        ("6 weeks", 6, Unit.WEEK),
        ("3 months", 3, Unit.MONTH),
        ("1 year", 1, Unit.YEAR),
    ],
)
def test_reads_every_form_that_documents_use(text: str, count: int, unit: Unit) -> None:
    """Each form in the format's description is read as its number and its unit."""
    assert parse_duration(text) == Duration(count, unit)


@pytest.mark.parametrize(
    "text", ["3 working days", "  3   working\tdays ", "3 Working Days", "3 working day", "03 working days"]
)
def test_forgives_spaces_capitals_and_a_missing_s(text: str) -> None:
    """What a careful person could mean by these is never in doubt."""
    assert str(parse_duration(text)) == "3 working days"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3",
        "days",
        "three days",
        "1.5 days",
        "-1 days",
        "+1 days",
        "3days",
        "1 0 days",
        "3 fortnights",
        "3 school days",
        "3 days 4 hours",
        "once",
        "2 at once",
        "1 same day",
        "٣ days",
        "9999999999 days",
    ],
)
def test_refuses_other_text_and_says_what_is_accepted(text: str) -> None:
    """One sentence names every accepted form, so that the author need not look it up."""
    with pytest.raises(ValueError, match=r"is not a length of time: write `at once`, .*working days.*\.$") as refusal:
        parse_duration(text)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("unit", [unit for unit in COUNTED if unit is not Unit.DAY])
def test_nought_is_for_days_alone(unit: Unit) -> None:
    """Only `0 days` means something: born."""
    with pytest.raises(ValueError, match="only `0 days`"):
        parse_duration(f"0 {unit}s")


@pytest.mark.parametrize(
    ("most", "one_more"),
    [
        ("10000 minutes", "10001 minutes"),
        ("1000 hours", "1001 hours"),
        ("36500 days", "36501 days"),
        ("1000 working days", "1001 working days"),
        ("5200 weeks", "5201 weeks"),
        ("1200 months", "1201 months"),
        ("100 years", "101 years"),
    ],
)
def test_numbers_beyond_reason_are_slips(most: str, one_more: str) -> None:
    """The greatest number is read; one more is refused with the range that is accepted."""
    assert str(parse_duration(most)) == most
    with pytest.raises(ValueError, match=f"Write from 1 to {most.split(maxsplit=1)[0]} "):
        parse_duration(one_more)


def test_a_long_text_is_cut_in_the_message() -> None:
    """A pasted page does not fill the screen with itself."""
    with pytest.raises(ValueError, match="length of time") as refusal:
        parse_duration("soon " * 1_000)
    assert len(str(refusal.value)) < 300


@pytest.mark.parametrize(("count", "unit"), [(1, Unit.AT_ONCE), (2, Unit.SAME_DAY), (-1, Unit.DAY), (-1, Unit.YEAR)])
def test_no_length_can_be_built_that_could_not_be_written(count: int, unit: Unit) -> None:
    """A length made in code keeps the limits of one read from a document."""
    with pytest.raises(ValueError, match=r"takes no number|Write from 1"):
        Duration(count, unit)


@given(st.sampled_from(COUNTED), st.integers(1, 100))
def test_what_is_printed_reads_back_as_the_same_length(unit: Unit, count: int) -> None:
    """Printing and reading are each other's opposite, for every unit."""
    length = Duration(count, unit)
    assert parse_duration(str(length)) == length
    assert hash(parse_duration(str(length))) == hash(length)


@pytest.mark.parametrize("text", ["at once", "same day", "1 working day", "3 days", "1 hour", "0 days"])
def test_prints_lengths_as_people_write_them(text: str) -> None:
    """One of a thing is singular, more or none of it plural."""
    assert str(parse_duration(text)) == text


@pytest.mark.parametrize(
    ("start", "length", "reached"),
    [
        (date(2024, 2, 29), "1 year", date(2025, 3, 1)),
        (date(2024, 2, 29), "4 years", date(2028, 2, 29)),
        (date(2024, 2, 29), "12 months", date(2025, 3, 1)),
        (date(2024, 2, 28), "1 year", date(2025, 2, 28)),
        (date(2023, 3, 1), "1 year", date(2024, 3, 1)),
        (date(2023, 1, 31), "1 month", date(2023, 3, 1)),
        (date(2023, 1, 29), "1 month", date(2023, 3, 1)),
        (date(2024, 1, 29), "1 month", date(2024, 2, 29)),
        (date(2023, 1, 28), "1 month", date(2023, 2, 28)),
        (date(2026, 8, 31), "1 month", date(2026, 10, 1)),
        (date(2026, 11, 30), "1 month", date(2026, 12, 30)),
        (date(2026, 12, 31), "1 month", date(2027, 1, 31)),
        (date(2026, 12, 31), "2 months", date(2027, 3, 1)),
        (date(2026, 12, 31), "1 day", date(2027, 1, 1)),
        (date(2024, 2, 28), "1 day", date(2024, 2, 29)),
        (date(2026, 12, 28), "1 week", date(2027, 1, 4)),
        (date(2026, 11, 16), "0 days", date(2026, 11, 16)),
        (date(1900, 2, 28), "1 day", date(1900, 3, 1)),
        (date(2096, 2, 29), "4 years", date(2100, 3, 1)),
        (date(9999, 12, 30), "1 day", date.max),
        (date(9998, 12, 31), "1 year", date.max),
    ],
)
def test_calendar_lengths_end_where_the_design_says(start: date, length: str, reached: date) -> None:
    """A day that the month lacks becomes the first of the next month."""
    assert add_calendar(start, parse_duration(length)) == reached


@given(dates, dates, calendar_lengths)
def test_a_later_start_never_ends_earlier(one: date, other: date, length: Duration) -> None:
    """The search for cuts between ages rests on this."""
    earlier, later = sorted((one, other))
    assert add_calendar(earlier, length) <= add_calendar(later, length)


@given(dates, calendar_lengths)
def test_neighbouring_starts_never_end_out_of_order(start: date, length: Duration) -> None:
    """The same, where month ends make it least obvious: on two days running."""
    assert add_calendar(start, length) <= add_calendar(start + timedelta(days=1), length)


@given(dates, st.integers(1, 300))
def test_a_month_keeps_its_day_or_moves_to_the_first(start: date, months: int) -> None:
    """The day of the month stays, or is the 1st of the month after the one that lacks it."""
    reached = add_calendar(start, Duration(months, Unit.MONTH))
    apart = (reached.year - start.year) * 12 + reached.month - start.month
    lacking = reached - timedelta(days=1)
    assert (apart, reached.day) == (months, start.day) or (
        apart == months + 1 and reached.day == 1 and lacking.day < start.day
    )


@given(dates, st.integers(1, 27))
def test_a_year_is_twelve_months(start: date, years: int) -> None:
    """Years and months never disagree, leap days included."""
    assert add_calendar(start, Duration(years, Unit.YEAR)) == add_calendar(start, Duration(12 * years, Unit.MONTH))


@pytest.mark.parametrize("text", NOT_CALENDAR)
def test_lengths_off_the_calendar_are_refused(text: str) -> None:
    """Hours and working days have no place in an age."""
    length = parse_duration(text)
    assert not length.is_calendar
    with pytest.raises(ValueError, match="not counted on the calendar"):
        add_calendar(date(2026, 11, 16), length)
    with pytest.raises(ValueError, match="not counted on the calendar"):
        has_passed(date(2026, 11, 16), length, date(2026, 11, 16))


@given(calendar_lengths)
def test_days_weeks_months_and_years_are_on_the_calendar(length: Duration) -> None:
    """What `add_calendar` can add, `is_calendar` says."""
    assert length.is_calendar


@pytest.mark.parametrize(
    ("start", "length"),
    [
        (date(9999, 12, 31), "1 day"),
        (date(9999, 12, 25), "1 week"),
        (date(9999, 12, 1), "1 month"),
        (date(9999, 1, 1), "1 year"),
    ],
)
def test_the_calendar_ends_with_a_clear_sentence(start: date, length: str) -> None:
    """Beyond the year 9999 there is no date, and it is never reached."""
    with pytest.raises(ValueError, match="beyond the year 9999"):
        add_calendar(start, parse_duration(length))
    assert not has_passed(start, parse_duration(length), date.max)


@given(dates, calendar_lengths, dates)
def test_a_length_has_passed_from_the_day_it_ends(start: date, length: Duration, on: date) -> None:
    """`has_passed` says of every date what adding the length says."""
    assert has_passed(start, length, on) == (add_calendar(start, length) <= on)


@given(dates, calendar_lengths)
def test_a_length_passes_on_its_last_day_and_not_before(start: date, length: Duration) -> None:
    """On the day reached it has passed; on the day before it has not."""
    reached = add_calendar(start, length)
    assert has_passed(start, length, reached)
    assert not has_passed(start, length, reached - timedelta(days=1))
