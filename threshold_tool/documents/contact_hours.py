"""A document's contacts as the clock reads them, and whether somebody answers at every hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from threshold_tool.deadlines.opening_hours import OnBankHolidays, Opening, answering_contact, parse_opening

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from threshold_tool.documents.model import Contact

# Three weeks that have every day of the week as an ordinary day and bank holidays between working days.
_FIRST_DAY = date(2026, 12, 14)
_DAYS = 21


@dataclass(frozen=True, slots=True)
class OpeningTimes:
    """A contact's hours, read from their text; raises ValueError where they cannot be read."""

    hours: tuple[Opening, ...]
    bank_holidays: OnBankHolidays
    out_of_hours: str | None

    @classmethod
    def of(cls, contact: Contact) -> OpeningTimes:
        """The opening times of a contact whose hours have been checked."""
        openings = tuple(parse_opening(hours.days, hours.open) for hours in contact.hours)
        return cls(openings, OnBankHolidays(contact.bank_holidays), contact.out_of_hours)


def is_answered_always(contact_id: str, contacts: Mapping[str, Contact]) -> bool:
    """Whether at every hour this contact, or whoever stands in for it, answers a telephone."""
    times = {name: OpeningTimes.of(contact) for name, contact in contacts.items()}
    answering = (answering_contact(times, contact_id, moment) for moment in _moments_of_change(times))
    return all(found is not None and contacts[found].phone is not None for found in answering)


def _moments_of_change(times: Mapping[str, OpeningTimes]) -> Iterator[datetime]:
    """Every moment in the sample weeks at which somebody may begin or cease to answer."""
    openings = [opening for contact in times.values() for opening in contact.hours]
    hours = {timedelta(), *(hour for opening in openings for hour in (opening.opens, opening.closes))}
    for day in range(_DAYS):
        midnight = datetime.combine(_FIRST_DAY + timedelta(days=day), time())
        yield from (midnight + hour % timedelta(days=1) for hour in hours)
