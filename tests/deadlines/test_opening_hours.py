"""Opening hours: how documents write them, and which contact answers when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from threshold_tool.deadlines.opening_hours import (
    OnBankHolidays,
    Opening,
    answering_contact,
    is_open,
    next_opening,
    parse_days,
    parse_opening,
    parse_times,
)

A_MINUTE = timedelta(minutes=1)
OFFICE = (parse_opening("mon-thu", "8:45-17:15"), parse_opening("fri", "8:45-16:30"))
NIGHTS = (parse_opening("mon-fri", "17:00-8:00"),)
ALWAYS = (parse_opening("all", "24 hours"),)

moments = st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2028-12-31"))
weeks = st.lists(
    st.builds(
        parse_opening,
        st.sampled_from(["mon", "sat-sun", "mon-fri", "tue, fri", "all"]),
        st.sampled_from(["8:45-17:15", "17:00-8:00", "0:00-24:00", "22:00-0:00", "0:01-0:00"]),
    ),
    min_size=1,
    max_size=3,
).map(tuple)


@dataclass(frozen=True)
class Desk:
    """A contact, as far as its hours go."""

    hours: tuple[Opening, ...] = ()
    bank_holidays: OnBankHolidays = OnBankHolidays.CLOSED
    out_of_hours: str | None = None


def at(text: str) -> datetime:
    """A local time as a case writes it."""
    return datetime.fromisoformat(text)


def closed_on_holidays(hours: tuple[Opening, ...], moment: str) -> bool:
    """Whether a contact that keeps bank holidays answers."""
    return is_open(hours, OnBankHolidays.CLOSED, at(moment))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon", {0}),
        ("mon-thu", {0, 1, 2, 3}),
        ("mon, wed, fri", {0, 2, 4}),
        ("mon-wed, sat", {0, 1, 2, 5}),
        ("sat-mon", {5, 6, 0}),
        ("all", {0, 1, 2, 3, 4, 5, 6}),
        (" Mon - Thursday ", {0, 1, 2, 3}),
        ("tues,thurs", {1, 3}),
        ("mon–fri", {0, 1, 2, 3, 4}),  # noqa: RUF001
    ],
)
def test_reads_days_of_the_week(text: str, days: set[int]) -> None:
    """Single days, ranges, lists and all of them, however abbreviated."""
    assert parse_days(text) == days


@pytest.mark.parametrize("text", ["", "mo", "someday", "mon-", "mon,,wed", "mon-wed-fri", "mon-mon", "weekdays", "1-5"])
def test_refuses_other_days_and_says_what_is_accepted(text: str) -> None:
    """One sentence shows how days are written."""
    with pytest.raises(ValueError, match=r"write `mon`, `mon-thu`, `mon, wed, fri` or `all`\.$"):
        parse_days(text)


@pytest.mark.parametrize(
    ("text", "opens", "closes"),
    [
        ("8:45-17:15", "8:45", "17:15"),
        ("08:45 – 17:15", "8:45", "17:15"),  # noqa: RUF001
        ("24 hours", "0:00", "24:00"),
        ("0:00-24:00", "0:00", "24:00"),
        ("17:00-24:00", "17:00", "24:00"),
        ("17:00-0:00", "17:00", "24:00"),
        ("17:00-8:00", "17:00", "32:00"),
        ("0:01-0:00", "0:01", "24:00"),
    ],
)
def test_reads_opening_times(text: str, opens: str, closes: str) -> None:
    """Times that pass midnight close on the next day."""
    assert parse_times(text) == (hours_and_minutes(opens), hours_and_minutes(closes))


def hours_and_minutes(text: str) -> timedelta:
    """The time since midnight."""
    hours, minutes = text.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "8:45",
        "8-17",
        "8.45-17.15",
        "9am-5pm",
        "24:00-8:00",
        "8:60-17:00",
        "25:00-26:00",
        "9:00-9:00",
        "0:00-0:00",
    ],
)
def test_refuses_other_times_and_says_what_is_accepted(text: str) -> None:
    """One sentence shows how times are written."""
    with pytest.raises(ValueError, match=r"write times such as `8:45-17:15`, .* or `24 hours`\.$"):
        parse_times(text)


@pytest.mark.parametrize(
    ("moment", "answers"),
    [
        ("2026-11-16T08:44", False),
        ("2026-11-16T08:45", True),
        ("2026-11-16T17:14", True),
        ("2026-11-16T17:15", False),
        ("2026-11-20T16:29", True),
        ("2026-11-20T16:30", False),
        ("2026-11-21T12:00", False),
        ("2026-11-22T12:00", False),
    ],
)
def test_office_hours_begin_and_end_on_the_minute(moment: str, answers: bool) -> None:
    """Open at the opening minute, closed at the closing minute, Fridays by their own hours."""
    assert closed_on_holidays(OFFICE, moment) is answers


@pytest.mark.parametrize(
    ("moment", "answers"),
    [
        ("2026-11-16T07:59", False),
        ("2026-11-16T16:59", False),
        ("2026-11-16T17:00", True),
        ("2026-11-16T23:59", True),
        ("2026-11-17T00:00", True),
        ("2026-11-17T07:59", True),
        ("2026-11-17T08:00", False),
        ("2026-11-21T07:59", True),
        ("2026-11-21T17:00", False),
        ("2026-11-23T07:59", False),
    ],
)
def test_hours_past_midnight_belong_to_the_day_they_begin(moment: str, answers: bool) -> None:
    """Friday's night runs into Saturday; there is no night from Sunday into Monday."""
    assert closed_on_holidays(NIGHTS, moment) is answers


@pytest.mark.parametrize(
    ("moment", "closed", "kept"),
    [
        ("2026-12-25T12:00", False, True),
        ("2026-12-24T23:59", True, True),
        ("2026-12-25T00:00", False, True),
        ("2026-12-27T12:00", True, True),
        ("2026-12-28T23:59", False, True),
        ("2026-12-29T00:00", True, True),
    ],
)
def test_bank_holidays_close_from_midnight_to_midnight(moment: str, closed: bool, kept: bool) -> None:
    """A contact closed on bank holidays is closed all day; one that is open keeps its hours."""
    assert is_open(ALWAYS, OnBankHolidays.CLOSED, at(moment)) is closed
    assert is_open(ALWAYS, OnBankHolidays.OPEN, at(moment)) is kept


@pytest.mark.parametrize(
    ("moment", "answers"),
    [
        ("2026-12-24T23:59", True),
        ("2026-12-25T00:00", False),
        ("2026-12-25T18:00", False),
        ("2026-12-26T07:00", False),
    ],
)
def test_a_night_is_not_open_on_either_side_of_a_bank_holiday_that_closes_it(moment: str, answers: bool) -> None:
    """Where a night could be read as open or closed, it is closed, and the stand-in is shown."""
    assert closed_on_holidays(NIGHTS, moment) is answers


@settings(deadline=None)
@given(moments, st.sampled_from(OnBankHolidays))
def test_a_contact_without_hours_always_answers(moment: datetime, bank_holidays: OnBankHolidays) -> None:
    """Nothing else is known of it, and it opens at once."""
    assert is_open((), bank_holidays, moment)
    assert next_opening((), bank_holidays, moment) == moment


@settings(deadline=None)
@given(weeks, moments)
def test_being_open_on_bank_holidays_never_closes_a_contact(hours: tuple[Opening, ...], moment: datetime) -> None:
    """Whoever answers while closed on bank holidays answers while open on them."""
    assert is_open(hours, OnBankHolidays.OPEN, moment) or not is_open(hours, OnBankHolidays.CLOSED, moment)


@settings(deadline=None)
@given(weeks, st.sampled_from(OnBankHolidays), moments)
def test_a_contact_is_closed_until_it_next_opens(
    hours: tuple[Opening, ...], bank_holidays: OnBankHolidays, moment: datetime
) -> None:
    """It is open at the time stated, and at no quarter of an hour before that."""
    opens = next_opening(hours, bank_holidays, moment)
    assert is_open(hours, bank_holidays, opens)
    between = moment
    while between < opens:
        assert not is_open(hours, bank_holidays, between)
        between += 15 * A_MINUTE
    assert opens == moment or not is_open(hours, bank_holidays, opens - A_MINUTE)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-11-16T08:44", "2026-11-16T08:45"),
        ("2026-11-16T12:00", "2026-11-16T12:00"),
        ("2026-11-16T17:15", "2026-11-17T08:45"),
        ("2026-11-20T16:30", "2026-11-23T08:45"),
        ("2026-12-24T17:15", "2026-12-29T08:45"),
        ("2026-12-31T17:15", "2027-01-04T08:45"),
    ],
)
def test_the_next_opening_passes_over_nights_weekends_and_holidays(moment: str, opens: str) -> None:
    """What a person is told is when the telephone is next answered."""
    assert next_opening(OFFICE, OnBankHolidays.CLOSED, at(moment)) == at(opens)


CONTACTS = {
    "mash": Desk(OFFICE, out_of_hours="edt"),
    "edt": Desk(),
    "nurse": Desk(OFFICE, out_of_hours="night-line"),
    "night-line": Desk(NIGHTS, out_of_hours="edt"),
    "advice": Desk(OFFICE),
    "left": Desk(OFFICE, out_of_hours="right"),
    "right": Desk(OFFICE, out_of_hours="left"),
    "self": Desk(OFFICE, out_of_hours="self"),
}


@pytest.mark.parametrize(
    ("first", "moment", "answers"),
    [
        ("mash", "2026-11-16T17:14", "mash"),
        ("mash", "2026-11-16T17:15", "edt"),
        ("mash", "2026-12-25T12:00", "edt"),
        ("edt", "2026-11-16T12:00", "edt"),
        ("nurse", "2026-11-16T22:00", "night-line"),
        ("nurse", "2026-11-21T22:00", "edt"),
    ],
)
def test_the_stand_in_answers_out_of_hours(first: str, moment: str, answers: str) -> None:
    """One closed contact leads to the next until one is open."""
    assert answering_contact(CONTACTS, first, at(moment)) == answers


@pytest.mark.parametrize("first", ["advice", "left", "right", "self"])
def test_nobody_is_named_where_nobody_answers(first: str) -> None:
    """At the end of the line, or round in a circle, no closed telephone is offered as open."""
    assert answering_contact(CONTACTS, first, at("2026-11-21T12:00")) is None


@settings(deadline=None)
@given(moments, st.sampled_from(sorted(CONTACTS)))
def test_whoever_is_named_answers(moment: datetime, first: str) -> None:
    """The contact named is open, and the first asked is named whenever it is."""
    named = answering_contact(CONTACTS, first, moment)
    if named is not None:
        assert is_open(CONTACTS[named].hours, CONTACTS[named].bank_holidays, moment)
    if is_open(CONTACTS[first].hours, CONTACTS[first].bank_holidays, moment):
        assert named == first


def test_a_contact_that_does_not_exist_is_a_bug_and_shows_as_one() -> None:
    """Documents are checked for it, so it is never passed over in silence."""
    with pytest.raises(KeyError):
        answering_contact(CONTACTS, "nobody", at("2026-11-16T12:00"))
