"""Next steps in words: by when, and whom to reach at that hour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from threshold_tool.deadlines.durations import Unit
from threshold_tool.deadlines.opening_hours import DAYS

if TYPE_CHECKING:
    from datetime import date, time

    from threshold_tool.deadlines.durations import Duration
    from threshold_tool.deadlines.working_days import Deadline
    from threshold_tool.documents.model import Contact, DeadlineStart
    from threshold_tool.evaluation.next_steps import NextStep

COUNTED_FROM: dict[DeadlineStart, str] = {
    "result": "this result",
    "referral-sent": "sending the referral",
    "decision": "the decision",
    "plan-start": "the start of the plan",
    "disagreement": "the disagreement",
}


def day_words(day: date) -> str:
    """A day as people write it: Monday 16 November 2026."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def clock_words(at: time) -> str:
    """A time of day: 15:50."""
    return f"{at:%H:%M}"


def when_words(step: NextStep) -> str:
    """By when to do it: a day where it can be told, otherwise how long after what."""
    within = step.action.within
    if within is None:
        return "No date is set"
    if within.unit in (Unit.AT_ONCE, Unit.SAME_DAY) and step.action.from_ == "result":
        return "At once" if within.unit is Unit.AT_ONCE else "Today"
    if step.by is None:
        return within_words(within, step.action.from_)
    if step.by.at is None and within.unit in (Unit.MINUTE, Unit.HOUR):
        return f"Within {within}"
    return by_words(step.by)


def by_words(by: Deadline) -> str:
    """A deadline: the minute where hours count, otherwise the day."""
    return f"By {day_words(by.day)}" if by.at is None else f"By {clock_words(by.at)} on {day_words(by.day)}"


def within_words(within: Duration, start: DeadlineStart) -> str:
    """A deadline that starts with something yet to happen."""
    if within.unit in (Unit.AT_ONCE, Unit.SAME_DAY):
        return f"{str(within).capitalize()}, counted from {COUNTED_FROM[start]}"
    return f"Within {within} of {COUNTED_FROM[start]}"


def reach_words(step: NextStep) -> str:
    """Whom to reach: who answers at that hour, or the contact with its hours for what is done at another."""
    if step.contact is None:
        return ""
    if not step.is_for_now:
        return contact_words(step.contact, step.otherwise)
    if step.answering is not None and step.answering is not step.contact:
        return f"{name_and_number(step.answering)} ({step.contact.name} is closed at this hour)"
    if step.answering is not None or not step.contact.hours:
        return name_and_number(step.contact)
    return contact_words(step.contact, step.otherwise)


def contact_words(contact: Contact, otherwise: Contact | None) -> str:
    """Whom to reach, how and when, and who answers otherwise."""
    if not contact.hours:
        return name_and_number(contact)
    instead = f". At other times: {name_and_number(otherwise)}" if otherwise else ""
    return f"{name_and_number(contact)}. {hours_words(contact)}{instead}"


def name_and_number(contact: Contact) -> str:
    """A contact with its telephone number, or its address where it has no number."""
    return ", ".join(part for part in (contact.name, contact.phone or contact.email) if part)


def hours_words(contact: Contact) -> str:
    """When a contact answers: Open Monday to Thursday 8:45 to 17:15; Friday 8:45 to 16:30; closed on bank holidays."""
    if not contact.hours:
        return "Answers day and night"
    hours = "; ".join(f"{_days_words(entry.days)} {_times_words(entry.open)}" for entry in contact.hours)
    closed = "; closed on bank holidays" if contact.bank_holidays == "closed" else ""
    return f"Open {hours}{closed}"


def _days_words(days: str) -> str:
    """`mon-thu` as Monday to Thursday."""
    if days.strip().casefold() == "all":
        return "every day"
    return _to(re.sub(r"\w+", lambda short: _day_name(short[0].casefold()), days))


def _day_name(short: str) -> str:
    return next(day for day in DAYS if day.startswith(short)).capitalize()


def _times_words(times: str) -> str:
    """`8:45-17:15` as 8:45 to 17:15."""
    return "at any hour" if ":" not in times else _to(times)


def _to(written: str) -> str:
    return re.sub(r"\s*[-\N{EN DASH}]\s*", " to ", written.strip())
