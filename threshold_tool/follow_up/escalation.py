"""The stages of professional disagreement, each with the day by which it has to be over."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from threshold_tool.deadlines.working_days import deadline
from threshold_tool.follow_up.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from threshold_tool.deadlines.working_days import Deadline
    from threshold_tool.documents.model import EscalationStage, ThresholdDocument


def escalation_ladder(
    document: ThresholdDocument,
    disagreement: date | datetime | None,
    *,
    in_danger: bool,
    children: tuple[str, ...] = (),
) -> tuple[Entry, ...]:
    """The stages in order, each counted from the end of the one before, the first from the disagreement.

    Without a day of disagreement the entries have no dates. In danger the stages that the document skips then are
    left out; were that all of them, they stay, so that nobody is left without a route.
    """
    stages = list(enumerate(document.escalation, start=1))
    kept = [(number, stage) for number, stage in stages if not (in_danger and stage.skip_when_danger)]
    return tuple(_rungs(document, kept or stages, disagreement, children))


def _rungs(
    document: ThresholdDocument,
    stages: list[tuple[int, EscalationStage]],
    start: date | datetime | None,
    children: tuple[str, ...],
) -> Iterator[Entry]:
    contacts = {contact.id: contact for contact in document.contacts}
    for number, stage in stages:
        contact = contacts.get(stage.contact or "")
        by = deadline(start, stage.within) if start is not None and stage.within is not None else None
        yield Entry(
            kind="escalation",
            id=stage.id,
            children=children,
            do=f"Stage {number} for disagreement: {stage.who}",
            by=by,
            within=stage.within,
            counted_from="disagreement",
            contact=contact,
            otherwise=contacts.get(contact.out_of_hours or "") if contact else None,
        )
        start = start if by is None else _end(by)


def _end(by: Deadline) -> date | datetime:
    return by.day if by.at is None else datetime.combine(by.day, by.at)
