"""What to do now, by when and through whom: the level's actions and the required ones, written out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from threshold_tool.deadlines.durations import Unit
from threshold_tool.deadlines.opening_hours import answering_contact
from threshold_tool.deadlines.working_days import Deadline, deadline
from threshold_tool.documents.contact_hours import OpeningTimes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from threshold_tool.documents.model import Action, Contact, EscalationStage, ThresholdDocument

NOT_ONE_ROLE = "other"

_WITHIN_HOURS = (Unit.AT_ONCE, Unit.SAME_DAY, Unit.MINUTE, Unit.HOUR)


@dataclass(frozen=True, slots=True)
class Moment:
    """When the result was reached; without `at` the hour is not known."""

    on: date
    at: time | None = None

    @property
    def start(self) -> date | datetime:
        """What deadlines run from."""
        return self.on if self.at is None else datetime.combine(self.on, self.at)


@dataclass(frozen=True, slots=True)
class NextStep:
    """One action, its deadline where it runs from the result, and whom to turn to.

    `answering` is who answers the telephone at that hour: the contact, or whoever stands in for it; None
    when the hour is not known or nobody answers then. `otherwise` stands in for the contact when it is closed.
    """

    action: Action
    by: Deadline | None
    contact: Contact | None
    answering: Contact | None
    otherwise: Contact | None
    if_late: EscalationStage | None

    @property
    def is_for_now(self) -> bool:
        """Whether it is due within hours of the result, so that whoever answers at that hour is the one to reach."""
        within = self.action.within
        return within is not None and self.action.from_ == "result" and within.unit in _WITHIN_HOURS

    def as_json(self) -> dict[str, Any]:
        """The step as `threshold assess --json` prints it."""
        within = self.action.within
        return {
            "id": self.action.id,
            "do": self.action.do,
            "within": str(within) if within else None,
            "from": self.action.from_,
            "by": _by_as_text(self.by),
            "contact": contact_as_json(self.contact) if self.contact else None,
            "answers_now": self.answering.id if self.answering else None,
            "if_late": self.if_late.id if self.if_late else None,
        }


def next_steps(document: ThresholdDocument, actions: Iterable[str], role: str, moment: Moment) -> tuple[NextStep, ...]:
    """The named actions that are for this role, in the order given, each once.

    A role of `other` sees every action: nobody can say that one is not theirs.
    """
    by_id = {action.id: action for action in document.actions}
    named = [by_id[action] for action in dict.fromkeys(actions)]
    contacts = {contact.id: contact for contact in document.contacts}
    stages = {stage.id: stage for stage in document.escalation}
    return tuple(
        NextStep(
            action=action,
            by=_due(action, moment),
            contact=(contact := contacts.get(action.contact or "")),
            answering=answering(contacts, contact.id, moment) if contact else None,
            otherwise=contacts.get(contact.out_of_hours or "") if contact else None,
            if_late=stages.get(action.if_late or ""),
        )
        for action in named
        if not action.roles or role == NOT_ONE_ROLE or role in action.roles
    )


def answering(contacts: dict[str, Contact], contact_id: str, moment: Moment) -> Contact | None:
    """Who answers at that hour: the contact itself or whoever stands in for it out of hours."""
    if moment.at is None:
        return None
    hours = {contact.id: OpeningTimes.of(contact) for contact in contacts.values()}
    found = answering_contact(hours, contact_id, datetime.combine(moment.on, moment.at))
    return contacts[found] if found else None


def contact_as_json(contact: Contact) -> dict[str, Any]:
    """A contact with its numbers, as printed beside an action."""
    return {"id": contact.id, "name": contact.name, "phone": contact.phone, "email": contact.email}


def _due(action: Action, moment: Moment) -> Deadline | None:
    """The deadline of what runs from the result; other deadlines start with something yet to happen."""
    if action.within is None or action.from_ != "result":
        return None
    return deadline(moment.start, action.within)


def _by_as_text(by: Deadline | None) -> str | None:
    if by is None:
        return None
    return by.day.isoformat() if by.at is None else datetime.combine(by.day, by.at).isoformat(timespec="minutes")
