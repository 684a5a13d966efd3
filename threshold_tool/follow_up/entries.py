"""One entry of the follow-up: what to do, for which children, by when, and whom to turn to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING, Literal

from threshold_tool.deadlines.working_days import deadline

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from threshold_tool.cases.model import Case
    from threshold_tool.deadlines.durations import Duration
    from threshold_tool.deadlines.working_days import Deadline
    from threshold_tool.documents.model import Contact, DeadlineStart, EscalationStage
    from threshold_tool.evaluation.next_steps import NextStep

EntryKind = Literal["action", "review", "chase", "plan", "escalation"]


@dataclass(frozen=True, slots=True)
class Happened:
    """What has happened since the result, each on a day or, where the hour is known, at that local time.

    None is what has not happened yet. `decision` is what the council decided on the referral, `disagreement` the
    day on which the person said that they disagree.
    """

    referral_sent: date | datetime | None = None
    decision: date | datetime | None = None
    plan_start: date | datetime | None = None
    disagreement: date | datetime | None = None

    def start_of(self, counted_from: DeadlineStart, result: date | datetime) -> date | datetime | None:
        """When a deadline begins that is counted from one of these, or from the result."""
        starts = {
            "result": result,
            "referral-sent": self.referral_sent,
            "decision": self.decision,
            "plan-start": self.plan_start,
            "disagreement": self.disagreement,
        }
        return starts[counted_from]


def happened_of(case: Case, child: str) -> Happened:
    """What a case says has happened since its result, for one child."""
    said = case.follow_up.get(child)
    if said is None:
        return Happened()
    return Happened(said.referral_sent, said.decided, said.plan_start, said.disagreement)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to do or to look at again.

    `id` is the document's id of an action or a stage, or the entry's own name where the document has none.
    `children` is empty where it is about the whole family. `by` is None until what it is counted from has
    happened; `counted_from` and `within` are None for a day that somebody chose. `otherwise` stands in for the
    contact when it is closed, and `if_late` is the stage to turn to when nothing happens in time.
    """

    kind: EntryKind
    id: str
    children: tuple[str, ...]
    do: str
    by: Deadline | None
    within: Duration | None = None
    counted_from: DeadlineStart | None = None
    contact: Contact | None = None
    otherwise: Contact | None = None
    if_late: EscalationStage | None = None


def entry_of(step: NextStep, child: str, start: date | datetime | None) -> Entry:
    """An action as an entry for one child; its deadline begins at `start`, where that is known."""
    within = step.action.within
    return Entry(
        kind="review" if step.action.from_ == "plan-start" else "action",
        id=step.action.id,
        children=(child,),
        do=step.action.do,
        by=deadline(start, within) if start is not None and within is not None else None,
        within=within,
        counted_from=step.action.from_,
        contact=step.contact,
        otherwise=step.otherwise,
        if_late=step.if_late,
    )


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The soonest first, those without a date last; what is the same for several children stands there once."""
    merged: dict[Entry, tuple[str, ...]] = {}
    for entry in entries:
        key = replace(entry, children=())
        merged[key] = tuple(dict.fromkeys((*merged.get(key, ()), *entry.children)))
    together = (replace(entry, children=children) for entry, children in merged.items())
    return tuple(sorted(together, key=_soonest))


def _soonest(entry: Entry) -> tuple[bool, date, time]:
    if entry.by is None:
        return True, date.max, time.max
    return False, entry.by.day, entry.by.at or time.max
