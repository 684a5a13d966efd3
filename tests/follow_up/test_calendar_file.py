"""The calendar file: parsed back, it says when and nothing about a child."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.content.shipped import AREAS, compiled
from tests.follow_up.referred import DOCUMENT, MONDAY, result
from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import LoadedCase
from threshold_tool.cases.model import Case, CaseChild, PlanStep
from threshold_tool.deadlines.working_days import Deadline, is_working_day
from threshold_tool.evaluation.case_result import assess_case
from threshold_tool.follow_up.after_result import follow_up
from threshold_tool.follow_up.calendar_file import calendar_file, title_of
from threshold_tool.follow_up.entries import Entry, Happened
from threshold_tool.follow_up.escalation import escalation_ladder

if TYPE_CHECKING:
    from collections.abc import Iterable

LONDON = ZoneInfo("Europe/London")
MADE = datetime.combine(MONDAY, time(16, 5))
KEY = "5d1e0c7b9a"
SENT = Happened(referral_sent=date(2026, 11, 17), plan_start=date(2026, 11, 18))
DAYS = st.dates(MONDAY, date(2030, 12, 31))
TIMES = st.times(time(0, 0), time(23, 59)).map(lambda at: at.replace(second=0, microsecond=0))


def entry(by: Deadline | None, kind: Any = "action", name: str = "refer", *children: str) -> Entry:
    return Entry(kind, name, children, "Do it.", by)


def made(entries: Iterable[Entry], **more: Any) -> bytes:
    return calendar_file(entries, KEY, MADE, MONDAY, **more)


def events(entries: Iterable[Entry], **more: Any) -> list[Any]:
    """The events of the file, read back by the library."""
    return list(Calendar.from_ical(made(entries, **more)).walk("VEVENT"))


def alarms(event: Any) -> list[datetime]:
    """When an event reminds, in the local time of England."""
    start = event["DTSTART"].dt
    begins = start if isinstance(start, datetime) else datetime.combine(start, time())
    local = begins.astimezone(LONDON).replace(tzinfo=None) if begins.tzinfo else begins
    return [local + alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]


# When


@given(DAYS)
def test_a_day_without_an_hour_is_all_day(day: date) -> None:
    """It begins on the day and ends with it, whatever the time zone of whoever reads it."""

    (event,) = events([entry(Deadline(day))])
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (day, day + timedelta(days=1))
    assert not isinstance(event["DTSTART"].dt, datetime)


@given(DAYS, TIMES)
def test_an_hour_is_the_hour_in_england(day: date, at: time) -> None:
    """Read in England, summer or winter, it is the hour of the entry; an hour that is left out is the one after."""

    local = datetime.combine(day, at)
    found = events([entry(Deadline(day, at))])
    if local <= MADE:
        assert found == []
        return
    (event,) = found
    read = event["DTSTART"].dt.astimezone(LONDON).replace(tzinfo=None)
    assert read == local or (read == local + timedelta(hours=1) and is_left_out(local))
    assert event["DTEND"].dt > event["DTSTART"].dt


def is_left_out(local: datetime) -> bool:
    """Whether the clocks jump over this time in spring."""
    return local.replace(tzinfo=LONDON).astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) != local


@pytest.mark.parametrize(
    ("local", "moment"),
    [
        (datetime.combine(date(2027, 1, 4), time(15, 45)), "2027-01-04T15:45:00+00:00"),
        (datetime.combine(date(2027, 7, 5), time(15, 45)), "2027-07-05T14:45:00+00:00"),
        (datetime.combine(date(2027, 3, 28), time(1, 30)), "2027-03-28T01:30:00+00:00"),
        (datetime.combine(date(2027, 10, 31), time(1, 30)), "2027-10-31T00:30:00+00:00"),
    ],
)
def test_the_clocks_change(local: datetime, moment: str) -> None:
    """Winter, summer, the hour that is left out in March, and the first of the two in October."""

    (event,) = events([entry(Deadline(local.date(), local.time()))])
    assert event["DTSTART"].dt.isoformat() == moment


def test_what_is_over_or_has_no_date_is_left_out() -> None:
    """A calendar reminds of what is to come; today still counts, and so does a later minute of today."""

    yesterday, today = Deadline(date(2026, 11, 15)), Deadline(MONDAY)
    now, later = Deadline(MONDAY, time(16, 5)), Deadline(MONDAY, time(16, 6))
    listed = [entry(by, name=name) for name, by in zip("abcde", (yesterday, today, now, later, None), strict=True)]
    assert [event["DTSTART"].dt.isoformat() for event in events(listed)] == ["2026-11-16", "2026-11-16T16:06:00+00:00"]


@given(DAYS, st.none() | TIMES)
def test_a_reminder_comes_in_time(day: date, at: time | None) -> None:
    """In the morning of the day or an hour ahead; when nobody works that day, on the working day before it too."""

    for event in events([entry(Deadline(day, at))]):
        reminders = alarms(event)
        if at is None:
            assert reminders[-1] == datetime.combine(day, time(9))
        else:
            start = event["DTSTART"].dt.astimezone(LONDON).replace(tzinfo=None)
            assert reminders[-1] == start - timedelta(hours=1)
        assert len(reminders) == (1 if is_working_day(day) else 2)
        if len(reminders) > 1:
            assert is_working_day(reminders[0].date())
            assert timedelta(0) < day - reminders[0].date() <= timedelta(days=5)


# What it says


def test_titles_name_a_kind_of_step_or_an_office() -> None:
    """Nothing in a title is about a child."""

    contact = DOCUMENT.contacts[0]
    mail = contact.model_copy(update={"phone": None, "email": "desk@follow.example"})
    by = Deadline(MONDAY)
    assert title_of(Entry("chase", "chase", ("A",), "Ask.", by, contact=contact)) == "Follow-up: ring Front Desk"
    assert title_of(Entry("chase", "chase", ("A",), "Ask.", by, contact=mail)) == "Follow-up: write to Front Desk"
    assert title_of(Entry("chase", "chase", ("A",), "Ask.", by)) == "Follow-up: ask for an answer"
    assert title_of(Entry("action", "refer", ("A",), "Refer.", by, contact=contact)) == "Follow-up: a step is due"
    assert title_of(Entry("review", "look-again", (), "Look.", by)) == "Follow-up: a review is due"
    assert title_of(Entry("plan", "plan-1", (), "Ring Ann.", by)) == "Follow-up: a planned step is due"


def test_nothing_that_was_typed_goes_into_the_file() -> None:
    """Neither titles, labels of children, plans nor words of the person, whatever is asked for."""

    typed = "Zuleika"
    plan = (PlanStep(do=f"Visit {typed}", who=typed, by=date(2026, 12, 1)),)
    child = CaseChild(ref=typed, answers={"effect": "much"})
    case = Case(format="threshold-case/1", title=typed, worry=typed, on=MONDAY, children=(child,), plan=plan)
    found = assess_case(result("none").compiled, require_fit(result("none").compiled, LoadedCase.from_answers(case)))
    entries = follow_up(found, {typed: SENT}, look_again=date(2026, 12, 2))
    assert any(typed in str(each) for each in entries)
    for say_what in (False, True):
        assert typed.casefold() not in made(entries, say_what=say_what).decode("utf-8").replace("\r\n ", "").casefold()


@pytest.mark.parametrize("area", AREAS)
def test_no_title_of_a_shipped_area_speaks_of_a_child(area: str) -> None:
    """What every shipped document leads to after a referral at its highest level stays neutral."""

    document = compiled(area)
    case = Case(format="threshold-case/1", on=MONDAY, children=(CaseChild(ref="A"),), family={"danger-now": "yes"})
    found = assess_case(document, require_fit(document, LoadedCase.from_answers(case)))
    ladder = escalation_ladder(document.source.document, MONDAY, in_danger=False)
    for each in (*follow_up(found, {"A": SENT}), *ladder):
        assert title_of(each).startswith("Follow-up: ")
        words = title_of(each).casefold().replace("safeguarding children p", "").replace("safeguarding children b", "")
        assert not any(word in words for word in ("child ", "abuse", "harm", "protection", "danger", "social care"))


def test_the_documents_words_only_when_asked_for() -> None:
    """The notes say where to look; what to do is in them only if the person wants it there."""

    found = follow_up(result("much"), {"A": SENT})
    plain = {str(event["DESCRIPTION"]) for event in events(found)}
    told = {str(event["DESCRIPTION"]) for event in events(found, say_what=True)}
    assert "By Tuesday 17 November 2026. Your record of Monday 16 November 2026 says more." in plain
    assert not any("Refer." in notes for notes in plain)
    assert any(notes.endswith("\nRefer.") for notes in told)


def test_it_is_private_and_blocks_no_time() -> None:
    """Whoever shares a calendar shares no more than that something is there."""

    (event,) = events([entry(Deadline(MONDAY))])
    assert (event["CLASS"], event["TRANSP"]) == ("PRIVATE", "TRANSPARENT")


# Bytes


def test_the_same_arguments_give_the_same_bytes() -> None:
    """Nothing in the file comes from the clock, from chance or from the order in memory."""

    entries = follow_up(result("much", "some"), {"A": SENT})
    assert made(entries) == made(follow_up(result("much", "some"), {"A": SENT}))
    assert made(entries).startswith(b"BEGIN:VCALENDAR\r\n")


def test_an_entry_keeps_its_identity_when_its_date_moves() -> None:
    """A calendar replaces what moved; other entries, other children and other cases are others."""

    def uids(by: date, key: str = KEY) -> list[str]:
        listed = [entry(Deadline(by), "action", name, *"AB"[:n]) for n, name in enumerate(("x", "y", "y"))]
        file = Calendar.from_ical(calendar_file(listed, key, MADE, MONDAY))
        return [str(event["UID"]) for event in file.walk("VEVENT")]

    first = uids(date(2026, 12, 1))
    assert first == uids(date(2026, 12, 8))
    assert len({*first, *uids(date(2026, 12, 1), "another")}) == 6


def test_the_time_of_making_stands_in_the_file() -> None:
    """A calendar that has two versions of an entry can tell which is the later."""

    (event,) = events([entry(Deadline(MONDAY))])
    assert event["DTSTAMP"].dt == datetime(2026, 11, 16, 16, 5, tzinfo=UTC)


def test_a_key_and_a_local_time_are_needed() -> None:
    """Without a key two cases would share their entries; a time with a zone is not the tool's."""

    with pytest.raises(ValueError, match="key"):
        calendar_file([], " ", MADE, MONDAY)
    with pytest.raises(ValueError, match="time zone"):
        calendar_file([], KEY, MADE.replace(tzinfo=UTC), MONDAY)


def test_no_entries_make_an_empty_calendar() -> None:
    """A file without entries is still one that a calendar can read."""

    assert events([]) == []
