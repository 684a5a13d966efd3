"""England's working days, and deadlines by the day and by the clock."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from threshold_tool.deadlines.durations import parse_duration
from threshold_tool.deadlines.working_days import Deadline, deadline, is_bank_holiday, is_working_day

ROOT = Path(__file__).resolve().parents[2]
FRIDAY = datetime.fromisoformat("2026-11-13T15:20")
moments = st.datetimes(datetime.fromisoformat("2020-01-01"), datetime.fromisoformat("2040-12-31"))


def by(start: str, within: str) -> Deadline:
    """The deadline from a local time or a date as cases write them."""
    moment = datetime.fromisoformat(start) if "T" in start else date.fromisoformat(start)
    return deadline(moment, parse_duration(within))


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01",  # New Year's Day
        "2026-04-03",  # Good Friday
        "2026-04-06",  # Easter Monday
        "2026-05-04",  # early May
        "2026-05-25",  # spring
        "2026-08-31",  # summer
        "2026-12-25",  # Christmas Day
        "2026-12-28",  # for Boxing Day, a Saturday
        "2027-12-27",  # for Christmas Day, a Saturday
        "2027-12-28",  # for Boxing Day, a Sunday
        "2028-01-03",  # for New Year's Day, a Saturday
        "2022-09-19",  # a state funeral
        "2023-05-08",  # a coronation
    ],
)
def test_bank_holidays_in_england_are_not_working_days(day: str) -> None:
    """Moving feasts, substitute days and one-off holidays all count."""
    assert is_bank_holiday(date.fromisoformat(day))
    assert not is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-02",  # Scotland
        "2026-03-17",  # Northern Ireland
        "2026-11-30",  # Scotland
        "2026-12-24",
        "2026-12-29",
        "2026-12-31",
        "2024-02-29",
    ],
)
def test_other_weekdays_are_working_days(day: str) -> None:
    """Holidays elsewhere in the United Kingdom and days beside England's own are worked."""
    assert is_working_day(date.fromisoformat(day))


def test_saturdays_and_sundays_are_not_working_days() -> None:
    """A week from Monday has five working days and then two that are not."""
    monday = date(2026, 11, 16)
    assert [is_working_day(monday + timedelta(days=n)) for n in range(7)] == [True] * 5 + [False] * 2


def test_a_time_of_day_does_not_hide_a_bank_holiday() -> None:
    """A moment on Christmas Day is on Christmas Day."""
    assert is_bank_holiday(datetime.fromisoformat("2026-12-25T10:00"))


def test_at_once_is_now() -> None:
    """What is to be done at once is due at the minute it is asked for."""
    assert by("2026-11-16T19:40", "at once") == Deadline(date(2026, 11, 16), time(19, 40))


@pytest.mark.parametrize("start", ["2026-11-16T00:00", "2026-11-16T23:59", "2026-11-16"])
def test_the_same_day_ends_with_the_day(start: str) -> None:
    """From any hour of a day, or the day alone, the day itself is the deadline."""
    assert by(start, "same day") == Deadline(date(2026, 11, 16))


@pytest.mark.parametrize(
    ("start", "within", "day", "at"),
    [
        ("2026-11-16T19:40", "4 hours", "2026-11-16", "23:40"),
        ("2026-11-16T19:59", "4 hours", "2026-11-16", "23:59"),
        ("2026-11-16T20:00", "4 hours", "2026-11-17", "00:00"),
        ("2026-12-31T23:30", "45 minutes", "2027-01-01", "00:15"),
        ("2028-02-28T12:00", "24 hours", "2028-02-29", "12:00"),
        ("2026-11-14T09:00", "48 hours", "2026-11-16", "09:00"),
    ],
)
def test_hours_run_by_the_clock_through_nights_and_weekends(start: str, within: str, day: str, at: str) -> None:
    """Hours and minutes stop for nothing and may pass midnight, a leap day or the year's end."""
    assert by(start, within) == Deadline(date.fromisoformat(day), time.fromisoformat(at))


@pytest.mark.parametrize(
    ("within", "day"),
    [
        ("at once", "2026-11-16"),
        ("30 minutes", "2026-11-16"),
        ("4 hours", "2026-11-16"),
        ("23 hours", "2026-11-16"),
        ("24 hours", "2026-11-17"),
        ("48 hours", "2026-11-18"),
    ],
)
def test_without_an_hour_to_start_from_hours_give_the_first_possible_day(within: str, day: str) -> None:
    """No time is made up, and no reminder comes after the true deadline."""
    assert by("2026-11-16", within) == Deadline(date.fromisoformat(day))


@settings(deadline=None)
@given(moments, st.integers(1, 200))
def test_a_day_alone_never_gives_a_later_deadline_than_its_hours(start: datetime, hours: int) -> None:
    """Knowing the hour can only move a deadline in hours back, never forward."""
    within = parse_duration(f"{hours} hours")
    assert deadline(start.date(), within).day <= deadline(start, within).day


@pytest.mark.parametrize(
    ("start", "within", "day"),
    [
        ("2026-11-13T15:20", "3 days", "2026-11-16"),
        ("2026-11-13T15:20", "1 day", "2026-11-14"),
        ("2026-11-16", "6 weeks", "2026-12-28"),
        ("2026-11-30", "3 months", "2027-03-01"),
        ("2024-02-29", "1 year", "2025-03-01"),
        ("2026-11-16", "0 days", "2026-11-16"),
    ],
)
def test_days_weeks_months_and_years_are_those_of_the_calendar(start: str, within: str, day: str) -> None:
    """They end on whatever day they end, a Saturday or a bank holiday included."""
    assert by(start, within) == Deadline(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("start", "within", "day"),
    [
        ("2026-11-12", "1 working day", "2026-11-13"),
        ("2026-11-13", "1 working day", "2026-11-16"),
        ("2026-11-14", "1 working day", "2026-11-16"),
        ("2026-11-15", "1 working day", "2026-11-16"),
        ("2026-11-16", "1 working day", "2026-11-17"),
        ("2026-11-16", "3 working days", "2026-11-19"),
        ("2026-11-11", "3 working days", "2026-11-16"),
        ("2026-12-24", "1 working day", "2026-12-29"),
        ("2026-12-25", "1 working day", "2026-12-29"),
        ("2027-12-24", "1 working day", "2027-12-29"),
        ("2026-12-31", "1 working day", "2027-01-04"),
        ("2026-04-02", "1 working day", "2026-04-07"),
        ("2026-04-02", "3 working days", "2026-04-09"),
        ("2026-11-16", "45 working days", "2027-01-21"),
    ],
)
def test_working_days_pass_over_weekends_and_bank_holidays(start: str, within: str, day: str) -> None:
    """Counting starts on the day after, so Friday, Saturday and Sunday share the next Monday."""
    assert by(start, within) == Deadline(date.fromisoformat(day))


@settings(deadline=None)
@given(moments, st.integers(1, 60))
def test_a_deadline_in_working_days_has_that_many_working_days_before_it(start: datetime, count: int) -> None:
    """It is a working day, and from the day after the start up to it there are exactly `count`."""
    within = parse_duration(f"{count} working days")
    due = deadline(start, within)
    days = (due.day - start.date()).days
    counted = [n for n in range(1, days + 1) if is_working_day(start.date() + timedelta(days=n))]
    assert due.at is None
    assert is_working_day(due.day)
    assert len(counted) == count


@settings(deadline=None)
@given(moments, st.integers(1, 60))
def test_the_hour_makes_no_difference_to_working_days(start: datetime, count: int) -> None:
    """A day's deadline is the same from its first minute and its last."""
    within = parse_duration(f"{count} working days")
    assert deadline(start, within) == deadline(start.date(), within)


def test_a_time_with_a_time_zone_is_refused() -> None:
    """Mixing clocks would move a deadline without a word."""
    with pytest.raises(ValueError, match="without a time zone"):
        deadline(FRIDAY.replace(tzinfo=UTC), parse_duration("4 hours"))


@pytest.mark.parametrize("within", ["1 hour", "2 working days", "1 day", "1 month"])
def test_a_deadline_beyond_the_calendar_is_a_clear_refusal(within: str) -> None:
    """The last hour of the year 9999 has no deadlines after it."""
    with pytest.raises(ValueError, match="beyond the year 9999"):
        by("9999-12-31T23:30", within)


def test_the_holiday_library_waits_until_a_bank_holiday_matters() -> None:
    """A start of the tool does not pay for it, nor does a deadline in hours or calendar days."""
    program = (
        "import sys; from datetime import date;"
        "from threshold_tool.deadlines import ages, opening_hours, working_days;"
        "from threshold_tool.deadlines.durations import parse_duration;"
        "working_days.deadline(date(2026, 11, 16), parse_duration('6 weeks'));"
        "sys.exit('holidays' in sys.modules or 'dateutil' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
