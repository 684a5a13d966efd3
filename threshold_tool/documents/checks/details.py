"""Details that need more than one field, or a reading of their text: dates, hours, adjoining words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.deadlines.opening_hours import parse_opening
from threshold_tool.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.documents.checks.composition import Composition


def check_dates(c: Composition) -> Iterator[Problem]:
    """A document is reviewed after it takes effect (`bad-date`)."""
    if c.document.review_by <= c.document.effective:
        message = "The day in `review_by` is not after the day in `effective`."
        yield Problem("bad-date", message, c.at("review_by"), hint="Correct one of the two dates.")


def check_hours(c: Composition) -> Iterator[Problem]:
    """Days and hours of contacts can be read (`bad-hours`)."""
    for at, contact in enumerate(c.document.contacts):
        for index, hours in enumerate(contact.hours):
            try:
                parse_opening(hours.days, hours.open)
            except ValueError as fault:
                yield Problem("bad-hours", str(fault), c.at("contacts", at, "hours", index), about=(contact.id,))


def check_contacts_reachable(c: Composition) -> Iterator[Problem]:
    """A contact has a telephone number or an e-mail address (`missing-key`)."""
    for at, contact in enumerate(c.document.contacts):
        if contact.phone is None and contact.email is None:
            message = f"The contact `{contact.id}` has neither `phone` nor `email`."
            yield Problem("missing-key", message, c.at("contacts", at), about=(contact.id,), hint="Add one of them.")
