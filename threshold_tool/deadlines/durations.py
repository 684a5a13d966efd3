"""Lengths of time as a threshold document writes them, and what they come to on the calendar.

`3 working days` and `at once` are lengths too: they have no meaning for an age, but they do for
a deadline (see `working_days`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_MONTHS_IN_A_YEAR = 12
_SHOWN_AT_MOST = 40


class Unit(StrEnum):
    """What a length of time is counted in. The value is the word that people write, in the singular."""

    AT_ONCE = "at once"
    SAME_DAY = "same day"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


# The most of each that makes sense in a document: more is a slip of the keyboard.
_MOST = {
    Unit.MINUTE: 10_000,
    Unit.HOUR: 1_000,
    Unit.DAY: 36_500,
    Unit.WORKING_DAY: 1_000,
    Unit.WEEK: 5_200,
    Unit.MONTH: 1_200,
    Unit.YEAR: 100,
}
_CALENDAR_UNITS = frozenset({Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR})
_COUNTED = re.compile(r"([0-9]{1,9}) ([a-z]+(?: [a-z]+)?)")
_ACCEPTED = (
    "`at once`, `same day`, or a whole number of minutes, hours, days, working days, weeks, months or years, "
    "such as `3 working days`"
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: `count` times `unit`. `at once` and `same day` have the count 0.

    Two lengths are equal when they are written alike: `1 week` is not equal to `7 days`.
    Raises ValueError, with one plain sentence, when the count makes no sense for the unit.
    """

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.unit not in _MOST:
            if self.count != 0:
                raise ValueError(f"`{self.unit}` takes no number.")
        elif self.count == 0 and self.unit is not Unit.DAY:
            raise ValueError(f"Write 1 {self.unit} or more: only `0 days` may be nought.")
        elif not 0 <= self.count <= _MOST[self.unit]:
            raise ValueError(f"Write from 1 to {_MOST[self.unit]} {self.unit}s, not {self.count}.")

    @property
    def is_calendar(self) -> bool:
        """Whether this counts days, weeks, months or years, as every age does."""
        return self.unit in _CALENDAR_UNITS

    def __str__(self) -> str:
        return in_words(self.count, self.unit) if self.unit in _MOST else self.unit.value


def in_words(count: int, unit: Unit) -> str:
    """A number of units as people write it, such as `1 working day` or `3 days`."""
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def parse_duration(text: str) -> Duration:
    """The length of time that `text` states, whatever its capitals and inner spaces.

    Raises ValueError, with one plain sentence that says what is accepted.
    """
    words = " ".join(text.casefold().split())
    if words in (Unit.AT_ONCE, Unit.SAME_DAY):
        return Duration(0, Unit(words))
    counted = read_count(words)
    if counted is None:
        raise ValueError(f"{quoted(text)} is not a length of time: write {_ACCEPTED}.")
    return Duration(*counted)


def read_count(text: str) -> tuple[int, Unit] | None:
    """The whole number and the unit that `text` states, such as 3 and weeks, or None if it is not one."""
    match = _COUNTED.fullmatch(" ".join(text.casefold().split()))
    if match is None:
        return None
    count, noun = match.groups()
    unit = next((unit for unit in _MOST if noun in (unit.value, f"{unit}s")), None)
    return None if unit is None else (int(count), unit)


def quoted(text: str) -> str:
    """What a person wrote, for use in a message: on one line, and cut when it is long."""
    line = " ".join(text.split())
    return f"`{line}`" if len(line) <= _SHOWN_AT_MOST else f"`{line[:_SHOWN_AT_MOST]}…`"


def add_calendar(start: date, length: Duration) -> date:
    """The date that is `length` after `start`, in days, weeks, months or years.

    A day that the month reached does not have becomes the first of the next month: 29 February and
    1 year is 1 March. A later start never gives an earlier date. Raises ValueError for a length
    that is not counted on the calendar, and for a date beyond the year 9999.
    """
    reached = _reach(start, length)
    if reached is None:
        raise ValueError(f"{length} after {start.isoformat()} is beyond the year 9999.")
    return reached


def has_passed(start: date, length: Duration, on: date) -> bool:
    """Whether on the date `on` it is `length` or more since `start`.

    Unlike `add_calendar` it has an answer on every date. Raises ValueError for a length that is not
    counted on the calendar.
    """
    reached = _reach(start, length)
    return reached is not None and reached <= on


def _reach(start: date, length: Duration) -> date | None:
    """The date `length` after `start`, or None when it is beyond the year 9999."""
    match length.unit:
        case Unit.DAY:
            return _days_later(start, length.count)
        case Unit.WEEK:
            return _days_later(start, length.count * 7)
        case Unit.MONTH:
            return _months_later(start, length.count)
        case Unit.YEAR:
            return _months_later(start, length.count * _MONTHS_IN_A_YEAR)
    raise ValueError(f"`{length}` is not counted on the calendar: write days, weeks, months or years.")


def _days_later(start: date, days: int) -> date | None:
    if days > date.max.toordinal() - start.toordinal():
        return None
    return start + timedelta(days=days)


def _months_later(start: date, months: int) -> date | None:
    years, month_before = divmod(start.month - 1 + months, _MONTHS_IN_A_YEAR)
    year, month = start.year + years, month_before + 1
    if year > date.max.year:
        return None
    try:
        return date(year, month, start.day)
    except ValueError:  # December has all 31 days, so there is always a next month in the same year
        return date(year, month + 1, 1)
