"""England's working days, and the day or hour by which something has to be done.

Every time here is the time on a wall clock in England, without a time zone. Hours are counted on
that clock, so in the night the clocks change a deadline in hours is an hour sooner (March) or
later (October) than a stopwatch would have it.

The bank holidays come from the `holidays` library, which knows one-off and substitute days and
reaches the year 2100. It is imported when a bank holiday first matters.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from threshold_tool.deadlines.durations import Duration, Unit, add_calendar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_SATURDAY = 5
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of `day`, or the minute `at` on that day where hours are what counts."""

    day: date
    at: time | None = None


def deadline(start: date | datetime, within: Duration) -> Deadline:
    """By when something is to be done that has to happen `within` a length of time from `start`.

    - At once, minutes and hours end at a minute of the clock, and may pass midnight.
    - The same day, days, weeks, months and years end with a calendar day, whatever day that is.
    - Working days are counted from the day after `start`: 1 working day from a Friday, a Saturday or
      a Sunday is the Monday.

    `start` is local time without a time zone. When it is a date alone, a length in minutes or hours
    gives the first day on which it could end, and no time, so that no reminder comes late.
    Raises ValueError for a time with a time zone and for a deadline beyond the year 9999.
    """
    if isinstance(start, datetime) and start.tzinfo is not None:
        raise ValueError("A deadline starts from the local time, without a time zone.")
    try:
        return _deadline(start, within)
    except OverflowError as error:
        raise ValueError(f"{within} after {start.isoformat()} is beyond the year 9999.") from error


def is_working_day(day: date) -> bool:
    """Whether `day` is neither a Saturday, a Sunday nor a bank holiday in England."""
    return day.weekday() < _SATURDAY and not is_bank_holiday(day)


def is_bank_holiday(day: date) -> bool:
    """Whether `day` is a bank holiday in England.

    A holiday that falls at a weekend counts on its own date and on its substitute day.
    """
    return _without_time(day) in _bank_holidays(day.year)


def _deadline(start: date | datetime, within: Duration) -> Deadline:
    day = _without_time(start)
    match within.unit:
        case Unit.AT_ONCE | Unit.MINUTE | Unit.HOUR:
            return _on_the_clock(start, within)
        case Unit.SAME_DAY:
            return Deadline(day)
        case Unit.WORKING_DAY:
            return Deadline(_working_days_after(day, within.count))
        case _:
            return Deadline(add_calendar(day, within))


def _on_the_clock(start: date | datetime, within: Duration) -> Deadline:
    minutes = within.count * 60 if within.unit is Unit.HOUR else within.count
    length = timedelta(minutes=minutes)
    if isinstance(start, datetime):
        end = start + length
        return Deadline(end.date(), end.time())
    return Deadline((datetime.combine(start, time()) + length).date())


def _working_days_after(day: date, count: int) -> date:
    for _ in range(count):
        day += _A_DAY
        while not is_working_day(day):
            day += _A_DAY
    return day


def _without_time(day: date) -> date:
    """The date alone: Python takes a datetime for a date, yet never finds the two equal."""
    return day.date() if isinstance(day, datetime) else day


@lru_cache(maxsize=64)
def _bank_holidays(year: int) -> frozenset[date]:
    return frozenset(_united_kingdom()(subdiv="ENG", years=year))


@lru_cache(maxsize=1)
def _united_kingdom() -> Callable[..., Iterable[date]]:
    """The library's calendar of one country.

    Importing it by name loads all two hundred countries, which takes longer than the rest of an assessment. So
    its file is loaded by itself, where there is such a file: a frozen program has none.
    """
    import holidays

    file = Path(holidays.__file__).parent / "countries" / "united_kingdom.py"
    spec = importlib.util.spec_from_file_location("holidays_of_the_united_kingdom", file)
    if not file.is_file() or spec is None or spec.loader is None:
        from holidays.countries.united_kingdom import UnitedKingdom

        return UnitedKingdom
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    calendar: Callable[..., Iterable[date]] = module.UnitedKingdom
    return calendar
