"""When a contact answers, and which contact answers now.

Every time here is the time on a wall clock in England, without a time zone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Protocol

from threshold_tool.deadlines.durations import quoted
from threshold_tool.deadlines.working_days import is_bank_holiday

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""The days of the week in the order that `parse_days` numbers them."""
_A_DAY = timedelta(days=1)
_SHORTEST_NAME = 3
_CLOCK = r"([01]?[0-9]|2[0-3]):([0-5][0-9])"
_TIMES = re.compile(rf"{_CLOCK}\s*[-–]\s*(?:{_CLOCK}|(24:00))")  # noqa: RUF001
_DAYS_ACCEPTED = "write `mon`, `mon-thu`, `mon, wed, fri` or `all`"
_TIMES_ACCEPTED = "write times such as `8:45-17:15`, `17:00-8:00` where they pass midnight, or `24 hours`"


class OnBankHolidays(StrEnum):
    """Whether a contact keeps its hours on England's bank holidays, or is closed on them."""

    CLOSED = "closed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Opening:
    """Hours kept on some days of the week.

    `days` are numbers, Monday being 0. `opens` and `closes` count from the midnight that begins the
    day; `closes` is at most 48 hours, for hours that pass midnight. Open at `opens`, closed at `closes`.
    """

    days: frozenset[int]
    opens: timedelta
    closes: timedelta


class ContactHours(Protocol):
    """What has to be known of a contact to say whether it answers.

    A contact without `hours` always answers. `out_of_hours` is the id of the contact that answers
    when this one is closed.
    """

    @property
    def hours(self) -> Sequence[Opening]: ...  # noqa: D102
    @property
    def bank_holidays(self) -> OnBankHolidays: ...  # noqa: D102
    @property
    def out_of_hours(self) -> str | None: ...  # noqa: D102


@lru_cache(maxsize=512)  # a result asks again for every step that names a contact
def parse_opening(days: str, times: str) -> Opening:
    """The hours that a document writes as `days: mon-thu` and `open: "8:45-17:15"`.

    Raises ValueError, with one plain sentence that says what is accepted.
    """
    opens, closes = parse_times(times)
    return Opening(parse_days(days), opens, closes)


def parse_days(text: str) -> frozenset[int]:
    """The days of the week that `text` names, Monday being 0: `mon`, `mon-thu`, `mon, wed, fri` or `all`.

    A range may pass Sunday (`sat-mon`). Raises ValueError, with one plain sentence.
    """
    if text.strip().casefold() == "all":
        return frozenset(range(len(DAYS)))
    return frozenset(day for part in text.split(",") for day in _days_of(part, text))


def parse_times(text: str) -> tuple[timedelta, timedelta]:
    """The opening and the closing time in `text`, both from the midnight that begins the day.

    Times that pass midnight close on the next day. Raises ValueError, with one plain sentence.
    """
    if " ".join(text.casefold().split()) == "24 hours":
        return timedelta(), _A_DAY
    match = _TIMES.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{quoted(text)} does not say when it opens and closes: {_TIMES_ACCEPTED}.")
    opens = timedelta(hours=int(match[1]), minutes=int(match[2]))
    closes = _A_DAY if match[5] else timedelta(hours=int(match[3]), minutes=int(match[4]))
    if opens == closes:
        raise ValueError(f"{quoted(text)} opens and closes at the same time: {_TIMES_ACCEPTED}.")
    return opens, closes if opens < closes else closes + _A_DAY


def is_open(hours: Sequence[Opening], bank_holidays: OnBankHolidays, at: datetime) -> bool:
    """Whether a contact with these hours answers at the local time `at`; without hours it always does.

    Where it is closed on bank holidays, it is closed from midnight to midnight, and hours that begin
    on a bank holiday do not run on into the day after.
    """
    return not hours or any(
        opens <= at < closes
        for day in (at.date() - _A_DAY, at.date())
        for opens, closes in _openings_on(day, hours, bank_holidays)
    )


def next_opening(hours: Sequence[Opening], bank_holidays: OnBankHolidays, at: datetime) -> datetime:
    """The first local time, from `at` on, at which a contact with these hours answers."""
    if is_open(hours, bank_holidays, at):
        return at
    days = (at.date() + timedelta(days=later) for later in count())
    openings = (opens for day in days for opens, _ in sorted(_openings_on(day, hours, bank_holidays)))
    return next(opens for opens in openings if opens > at)


def answering_contact(contacts: Mapping[str, ContactHours], first: str, at: datetime) -> str | None:
    """The id of the contact that answers at the local time `at`: `first`, or who stands in for it.

    Follows `out_of_hours` from one contact to the next until one is open. None when nobody along the
    way answers, so that nobody is sent to a telephone that rings unheard.
    """
    contact_id: str | None = first
    asked: set[str] = set()
    while contact_id is not None and contact_id not in asked:
        contact = contacts[contact_id]
        if is_open(contact.hours, contact.bank_holidays, at):
            return contact_id
        asked.add(contact_id)
        contact_id = contact.out_of_hours
    return None


def _days_of(part: str, text: str) -> frozenset[int]:
    """The days in one part of a list of days: a day, or a range of them."""
    ends = [_weekday(word, text) for word in re.split("[-–]", part)]  # noqa: RUF001
    if len(ends) == 1:
        return frozenset(ends)
    first, last, *more = ends
    if more or first == last:
        raise ValueError(f"{quoted(text)} does not run from one day to another: {_DAYS_ACCEPTED}.")
    return frozenset((first + later) % len(DAYS) for later in range((last - first) % len(DAYS) + 1))


def _weekday(word: str, text: str) -> int:
    """The number of the day that `word` names, by its first three letters or more."""
    start = word.strip().casefold()
    named = [day for day, name in enumerate(DAYS) if len(start) >= _SHORTEST_NAME and name.startswith(start)]
    if not named:
        raise ValueError(f"{quoted(text)} does not name days of the week: {_DAYS_ACCEPTED}.")
    return named[0]


def _openings_on(
    day: date, hours: Sequence[Opening], bank_holidays: OnBankHolidays
) -> Iterator[tuple[datetime, datetime]]:
    """When the hours that begin on `day` open and close."""
    midnight = datetime.combine(day, time())
    for opening in hours:
        if day.weekday() in opening.days and not _is_closed(day, bank_holidays):
            runs_on = opening.closes <= _A_DAY or not _is_closed(day + _A_DAY, bank_holidays)
            yield midnight + opening.opens, midnight + (opening.closes if runs_on else _A_DAY)


def _is_closed(day: date, bank_holidays: OnBankHolidays) -> bool:
    return bank_holidays is OnBankHolidays.CLOSED and is_bank_holiday(day)
