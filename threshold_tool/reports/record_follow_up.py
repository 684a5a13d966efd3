"""What has become of a referral, and when to ask or to look again: part of the family's sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.cases.model import FollowUp
from threshold_tool.evaluation.step_words import day_words
from threshold_tool.follow_up.after_result import chase
from threshold_tool.follow_up.entries import happened_of
from threshold_tool.follow_up.entry_words import when_words
from threshold_tool.reports.blocks import Bullets, Lines, Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from threshold_tool.documents.model import ThresholdDocument
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.reports.blocks import Block

_HEAD = ("Child", "Referral sent", "Ask for the answer", "What was decided")


def blocks(result: CaseResult) -> Iterator[Block]:
    """Each referral with its answer, or room for the answer; the day on which to look again."""
    case, document = result.fitted.case, result.compiled.source.document
    sent = [child for child in result.children if _is_referred(case.follow_up.get(child.ref))]
    if sent:
        rows = tuple(
            (
                f"Child {child.ref}",
                _day(case.follow_up[child.ref].referral_sent),
                when_words(entry) if (entry := chase(result, child, happened_of(case, child.ref))) else "",
                decided_words(document, case.follow_up[child.ref]),
            )
            for child in sent
        )
        yield Table("Referrals", _HEAD, rows, (1, 2, 3, 4))
    if expected := tuple(_expectations(result)):
        yield Bullets(expected)
    if not sent or any(case.follow_up[child.ref].outcome is None for child in sent):
        yield Lines("Answer to the referral: from whom, when, and what happens next", count=3)


def _is_referred(said: FollowUp | None) -> bool:
    return said is not None and said != FollowUp(plan_start=said.plan_start)


def decided_words(document: ThresholdDocument, follow_up: FollowUp) -> str:
    """What came of a referral and when; whether the person disagrees."""
    words = []
    if follow_up.outcome is not None:
        name = outcome_name(document, follow_up.outcome)
        words.append(f"{name}, {day_words(follow_up.decided)}" if follow_up.decided else name)
    if follow_up.disagreement is not None:
        words.append(f"Disagreed with on {day_words(follow_up.disagreement)}")
    return "\n".join(words)


def outcome_name(document: ThresholdDocument, outcome: str) -> str:
    """An outcome's name; a case may have been kept under another edition."""
    names = {entry.id: entry.name for entry in document.outcomes}
    return names.get(outcome, f"{outcome} (not an outcome of this document)")


def _expectations(result: CaseResult) -> Iterator[str]:
    feedback, look_again = result.compiled.source.document.feedback, result.fitted.case.look_again
    if feedback is not None:
        yield f"After a referral, expect an answer within {feedback.within}."
        yield f"If there is none, chase it after {feedback.chase_after}."
    for child, said in result.fitted.case.follow_up.items():
        if said.plan_start is not None:
            yield f"The plan for child {child} began on {day_words(said.plan_start)}."
    if look_again is not None:
        yield f"Look again on {day_words(look_again)}."


def _day(day: date | None) -> str:
    return "" if day is None else day_words(day)
