"""Entries of the follow-up in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.deadlines.durations import Unit
from threshold_tool.evaluation.step_words import COUNTED_FROM, by_words, contact_words, within_words

if TYPE_CHECKING:
    from threshold_tool.follow_up.entries import Entry


def when_words(entry: Entry) -> str:
    """By when: at once, a day or a minute where it can be told, otherwise how long after what."""
    if entry.counted_from == "result" and entry.within is not None and entry.within.unit is Unit.AT_ONCE:
        return "At once"
    if entry.by is not None:
        return by_words(entry.by)
    if entry.within is None or entry.counted_from is None:
        return "No date is set"
    return within_words(entry.within, entry.counted_from)


def counted_words(entry: Entry) -> str:
    """How the date came about, such as "3 working days after sending the referral"; "" where somebody chose it."""
    if entry.within is None or entry.counted_from is None:
        return ""
    stage = ", counting the stages one after another" if entry.kind == "escalation" else ""
    return f"{str(entry.within).capitalize()} from {COUNTED_FROM[entry.counted_from]}{stage}"


def who_words(entry: Entry) -> str:
    """Which children it is about."""
    if not entry.children:
        return "The family"
    *others, last = entry.children
    return f"Children {', '.join(others)} and {last}" if others else f"Child {last}"


def reach_words(entry: Entry) -> str:
    """Whom to turn to, when they answer and who stands in; "" where the document names nobody."""
    return contact_words(entry.contact, entry.otherwise) if entry.contact else ""


def late_words(entry: Entry) -> str:
    """Whom to turn to when nothing happens in time; "" where the document names nobody."""
    return f"If nothing happens in time, turn to: {entry.if_late.who}" if entry.if_late else ""


def entry_words(entry: Entry) -> str:
    """The whole entry: by when, what, through whom, and what if it is late."""
    texts = (entry.do, reach_words(entry), late_words(entry))
    return f"{when_words(entry)}: {' '.join(_closed(text) for text in texts if text)}"


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."
