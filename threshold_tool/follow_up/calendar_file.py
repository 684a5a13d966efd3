"""A calendar file (.ics) of follow-up entries, for any calendar: it says when, and nothing about a child.

A calendar may be shared, synchronised, or read over a shoulder. So a title names a kind of step and at most the
office to ring, and nothing that anybody typed goes into the file.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from threshold_tool.deadlines.working_days import is_working_day
from threshold_tool.evaluation.step_words import day_words, name_and_number
from threshold_tool.follow_up.entry_words import when_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from icalendar import Alarm, Event

    from threshold_tool.deadlines.working_days import Deadline
    from threshold_tool.follow_up.entries import Entry

ENGLAND = ZoneInfo("Europe/London")

_TITLES = {
    "action": "Follow-up: a step is due",
    "review": "Follow-up: a review is due",
    "chase": "Follow-up: ask for an answer",
    "plan": "Follow-up: a planned step is due",
    "escalation": "Follow-up: the next stage is due",
}
_NAMES_CONTACT = ("chase", "escalation")
_UIDS = uuid.UUID("6f0f6a52-6f0b-4b0c-9d0e-2f1d8f3f7c11")
_MORNING = timedelta(hours=9)
_AHEAD = timedelta(hours=1)
_LENGTH = timedelta(minutes=15)


def calendar_file(
    entries: Iterable[Entry], case_key: str, made: datetime, record_of: date, *, say_what: bool = False
) -> bytes:
    """The entries that have a date to come, as an iCalendar file; the same arguments give the same bytes.

    `case_key` is a random text that is kept with the case: with it an entry keeps its identity, so that a calendar
    replaces it when its date has moved. `made` is the local time at which the file is made, without a time zone.
    `record_of` is the day of the record to look into. With `say_what` the notes of an entry hold the document's
    own words for it. Raises ValueError for an empty `case_key` and for a time with a time zone.
    """
    from icalendar import Calendar

    if not case_key.strip():
        raise ValueError("A calendar file needs a key of its case.")
    if made.tzinfo is not None:
        raise ValueError("A calendar file is made at the local time, without a time zone.")
    calendar = Calendar()
    calendar.add("prodid", "-//Threshold Tool//Follow-up//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        if entry.by is not None and is_to_come(entry.by, made):
            event = _event(entry, entry.by, _notes(entry, record_of, say_what=say_what))
            event.add("uid", _uid(case_key, entry))
            event.add("dtstamp", _in_utc(made))
            calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def title_of(entry: Entry) -> str:
    """What a calendar shows of an entry: the kind of step, or the office to ring, and nothing about a child."""
    if entry.kind not in _NAMES_CONTACT or entry.contact is None:
        return _TITLES[entry.kind]
    return f"Follow-up: {'ring' if entry.contact.phone else 'write to'} {entry.contact.name}"


def _event(entry: Entry, by: Deadline, notes: str) -> Event:
    from icalendar import Event

    event = Event()
    event.add("summary", title_of(entry))
    event.add("description", notes)
    if by.at is None:
        event.add("dtstart", by.day)
        event.add("dtend", by.day + timedelta(days=1))
    else:
        due = _in_utc(datetime.combine(by.day, by.at))
        event.add("dtstart", due)
        event.add("dtend", due + _LENGTH)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    for before in _alarms(by):
        event.add_component(_alarm(title_of(entry), before))
    return event


def _alarms(by: Deadline) -> Iterator[timedelta]:
    """When to remind, from the beginning of the event: in the morning, or an hour ahead where the hour counts.

    A day on which nobody works has a reminder on the last working day before it as well.
    """
    day = by.day
    while not is_working_day(day):
        day -= timedelta(days=1)
    if day < by.day:
        midnight = datetime.combine(by.day, by.at or time())
        yield datetime.combine(day, time()) + _MORNING - midnight
    yield _MORNING if by.at is None else -_AHEAD


def _alarm(title: str, trigger: timedelta) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", trigger)
    return alarm


def _notes(entry: Entry, record_of: date, *, say_what: bool) -> str:
    """Where to look, by when, whom to reach where the title names them; the document's words only when asked for."""
    lines = [f"{when_words(entry)}. Your record of {day_words(record_of)} says more."]
    if entry.kind in _NAMES_CONTACT and entry.contact is not None:
        lines.append(f"{name_and_number(entry.contact)}.")
    if say_what and entry.kind != "plan":
        lines.append(entry.do)
    return "\n".join(lines)


def _uid(case_key: str, entry: Entry) -> str:
    return str(uuid.uuid5(_UIDS, "/".join((case_key, entry.kind, entry.id, *entry.children))))


def is_to_come(by: Deadline, made: datetime) -> bool:
    """Whether a file that is made at a local time has an entry for a deadline: those that have passed are left out."""
    return by.day >= made.date() if by.at is None else datetime.combine(by.day, by.at) > made


def _in_utc(local: datetime) -> datetime:
    """A local time in England as the moment that it is; an hour that comes twice is the first of the two."""
    return local.replace(tzinfo=ENGLAND).astimezone(UTC)
