"""What follows the result: by when, what is agreed, when to ask for an answer, when to look again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from threshold_tool.cases.model import FollowUp
from threshold_tool.follow_up import after_result
from threshold_tool.follow_up.after_result import NOTHING_YET, chase
from threshold_tool.follow_up.calendar_file import is_to_come, title_of
from threshold_tool.follow_up.entries import happened_of, in_order
from threshold_tool.follow_up.entry_words import late_words, reach_words, when_words, who_words
from threshold_tool.follow_up.escalation import escalation_ladder
from threshold_tool.follow_up.outcomes import after_refusal, outcome_path
from threshold_tool.reports.record_follow_up import decided_words

if TYPE_CHECKING:
    from datetime import date, datetime

    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.result import ChildResult
    from threshold_tool.follow_up.entries import Entry
    from ui.presenters.consultation import Consultation

_SOON = timedelta(days=7)
"""A later entry than this after the result counts as coming back to the concern."""


@dataclass(frozen=True, slots=True)
class EntryShown:
    """One thing to do, for whom, with whom to reach and what if it is late."""

    do: str
    who: str
    reach: str
    late: str


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """What is to be done by one time."""

    when: str
    entries: tuple[EntryShown, ...]


@dataclass(frozen=True, slots=True)
class ReferralShown:
    """A child that is referred: when that was sent, if it was, and what was decided, in words."""

    child: str
    sent: date | None
    decided: str


@dataclass(frozen=True)
class PlanState:
    """What the page shows. `look_again_missing` are children for whom nothing comes back to the concern later.

    `starts_plan` says that a date is counted from the beginning of the plan; `by_agreement` that a level rests on
    what the family agrees to, so that a plan belongs to it. `calendar` is what the calendar file would show.
    """

    groups: tuple[EntryGroup, ...]
    referrals: tuple[ReferralShown, ...]
    starts_plan: tuple[str, ...]
    plan_start: date | None
    by_agreement: bool
    refusal: tuple[str, ...]
    look_again: date | None
    look_again_missing: tuple[str, ...]
    calendar: tuple[str, ...]
    undated: int


def plan_state(consultation: Consultation, now: datetime) -> PlanState:
    """What the page of the plan shows at a local time, without a time zone."""
    result, case = consultation.result, consultation.case
    entries = all_entries(consultation)
    starts = tuple(
        child.ref
        for child in result.children
        if any(step.action.from_ == "plan-start" for step in result.steps_at(child, result.acting_level(child)))
    )
    begun = (case.follow_up[ref].plan_start for ref in starts if ref in case.follow_up)
    return PlanState(
        groups=_groups(entries, several=len(result.children) > 1),
        referrals=tuple(_referral(consultation, child) for child in result.children if _is_referred(result, child)),
        starts_plan=starts,
        plan_start=next(begun, None),
        by_agreement=any(_rests_on_agreement(result, child) for child in result.children),
        refusal=_refusal(result),
        look_again=case.look_again,
        look_again_missing=() if case.look_again else _without_later_date(consultation, entries),
        calendar=_calendar(entries, now),
        undated=sum(entry.by is None for entry in entries),
    )


def all_entries(consultation: Consultation) -> tuple[Entry, ...]:
    """Everything with or without a date: from the level, the plan, an outcome and a disagreement."""
    result, case = consultation.result, consultation.case
    happened = {ref: happened_of(case, ref) for ref in consultation.children}
    entries = [*after_result.follow_up(result, happened, case.look_again)]
    for child in result.children:
        said = case.follow_up.get(child.ref, FollowUp())
        if said.decided is not None and said.outcome in {outcome.id for outcome in consultation.document.outcomes}:
            entries += outcome_path(result, child, said.outcome, said.decided, happened[child.ref]).then
        if said.disagreement is not None:
            entries += escalation_ladder(
                consultation.document, said.disagreement, in_danger=child.immediate, children=(child.ref,)
            )
    return in_order(entries)


def follow_up_with(consultation: Consultation, child: str, **changed: object) -> FollowUp | None:
    """What has happened for a child, with a change; None where nothing has."""
    said = consultation.case.follow_up.get(child, FollowUp())
    new = said.model_copy(update=changed)
    return None if new == FollowUp() else new


def _groups(entries: tuple[Entry, ...], *, several: bool) -> tuple[EntryGroup, ...]:
    groups: dict[str, list[EntryShown]] = {}
    for entry in entries:
        who = who_words(entry) if several else ""
        groups.setdefault(when_words(entry), []).append(
            EntryShown(entry.do, who, reach_words(entry), late_words(entry))
        )
    return tuple(EntryGroup(when, tuple(shown)) for when, shown in groups.items())


def _calendar(entries: tuple[Entry, ...], now: datetime) -> tuple[str, ...]:
    """Each line that the calendar will show; the same one several times stands there once, with how often."""
    to_come = (entry for entry in entries if entry.by is not None and is_to_come(entry.by, now))
    counted = Counter(f"{when_words(entry)}: {title_of(entry)}" for entry in to_come)
    return tuple(f"{words} ({count} times)" if count > 1 else words for words, count in counted.items())


def _is_referred(result: CaseResult, child: ChildResult) -> bool:
    """Whether there is a referral whose answer would be asked for."""
    said = result.fitted.case.follow_up.get(child.ref, FollowUp())
    return chase(result, child, NOTHING_YET) is not None or bool(said.referral_sent or said.outcome)


def _referral(consultation: Consultation, child: ChildResult) -> ReferralShown:
    said = consultation.case.follow_up.get(child.ref, FollowUp())
    return ReferralShown(child.ref, said.referral_sent, decided_words(consultation.document, said))


def _rests_on_agreement(result: CaseResult, child: ChildResult) -> bool:
    consent = result.compiled.source.document.levels[result.acting_level(child)].consent
    return consent is not None and consent.rule in ("required", "written")


def _refusal(result: CaseResult) -> tuple[str, ...]:
    """What the levels say of a refusal, each thing once; counted from the day on which the family says no."""
    asked = (entry.do for child in result.children for entry in after_refusal(result, child, result.moment.on))
    return tuple(dict.fromkeys(asked))


def _without_later_date(consultation: Consultation, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """Children at a level without a duty in law for whom no date comes back to the concern."""
    result = consultation.result
    later = [entry for entry in entries if entry.by is not None and entry.by.day > consultation.case.on + _SOON]
    return tuple(
        child.ref
        for child in result.children
        if not result.compiled.statutory[result.acting_level(child)]
        and not any(child.ref in entry.children or not entry.children for entry in later)
    )
