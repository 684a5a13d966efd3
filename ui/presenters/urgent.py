"""What to do in immediate danger: 999, and whom to call at this hour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.evaluation import explain
from threshold_tool.evaluation.next_steps import Moment, answering
from threshold_tool.evaluation.step_words import hours_words

if TYPE_CHECKING:
    from datetime import datetime

    from threshold_tool.documents.model import Contact
    from threshold_tool.evaluation.compiled import CompiledDocument


@dataclass(frozen=True, slots=True)
class UrgentContact:
    """Somebody to call. `now` says whether they answer at this hour."""

    name: str
    number: str | None
    hours: str
    now: bool


@dataclass(frozen=True, slots=True)
class UrgentState:
    """`words` come first; then the contacts, those that answer now before the others."""

    words: str
    contacts: tuple[UrgentContact, ...]
    fictional: bool


def urgent_state(compiled: CompiledDocument, now: datetime) -> UrgentState:
    """What the open document says of immediate danger, for the hour on the clock."""
    contacts = {contact.id: contact for contact in compiled.source.document.contacts}
    moment = Moment(now.date(), now.time().replace(tzinfo=None))
    urgent = [c for c in contacts.values() if c.urgent]
    shown = [_shown(c, answers=answering(contacts, c.id, moment) is c) for c in urgent]
    ordered = sorted(shown, key=lambda contact: not contact.now)
    fictional = compiled.source.document.status == "fictional"
    return UrgentState(explain.danger_words(compiled), tuple(ordered), fictional)


def _shown(contact: Contact, *, answers: bool) -> UrgentContact:
    return UrgentContact(contact.name, contact.phone or contact.email, hours_words(contact), answers)


def no_document() -> UrgentState:
    """The same while no document is open, so that no local number is known."""
    words = (
        f"{explain.CALL_999} Your council's website and your organisation's own procedure have the number. Once you "
        "have opened your area's document, it is here."
    )
    return UrgentState(words, (), fictional=False)
