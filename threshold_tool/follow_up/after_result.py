"""What follows a result: the deadlines of what there is to do, when to chase an answer, when to look again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from threshold_tool.deadlines.working_days import Deadline, deadline
from threshold_tool.evaluation.step_words import by_words
from threshold_tool.follow_up.entries import Entry, Happened, entry_of, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime

    from threshold_tool.deadlines.durations import Duration
    from threshold_tool.documents.model import Contact, ThresholdDocument
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.next_steps import NextStep
    from threshold_tool.evaluation.result import ChildResult

NOTHING_YET = Happened()

CHASE, LOOK_AGAIN = "chase", "look-again"

LOOK_AGAIN_WORDS = (
    "Look again at this concern, with anything new that you know, and ask what has changed for the child."
)


def follow_up(
    result: CaseResult, happened: Mapping[str, Happened] | None = None, look_again: date | None = None
) -> tuple[Entry, ...]:
    """Every entry of a case, the soonest first: for each child what its level asks for, and the family's plan.

    The level is the one decided on, or else the recommended one. `happened` says for each child what has happened
    since; `look_again` is the day on which the person wants to look at the family again.
    """
    known = happened or {}
    entries = [
        entry for child in result.children for entry in _of_child(result, child, known.get(child.ref, NOTHING_YET))
    ]
    if look_again is not None:
        entries.append(Entry("review", LOOK_AGAIN, (), LOOK_AGAIN_WORDS, Deadline(look_again)))
    return in_order((*entries, *_planned(result)))


def chase(result: CaseResult, child: ChildResult, happened: Happened) -> Entry | None:
    """When to ask what became of a referral, by the document's `feedback`, from the day on which it was sent.

    In the words of the level's own action for it, where there is one. None once the decision is known, where
    nothing is referred, and where the document says nothing of feedback.
    """
    feedback = result.compiled.source.document.feedback
    level = result.acting_level(child)
    steps = result.steps_at(child, level)
    sent = happened.referral_sent
    is_referred = sent is not None or result.compiled.statutory[level] or bool(_of_referral(steps))
    if feedback is None or happened.decision is not None or not is_referred:
        return None
    if (own := _own_chase(result.compiled.source.document, steps)) is not None:
        return replace(entry_of(own, child.ref, sent), kind="chase")
    contact, otherwise = _front_door(steps)
    return Entry(
        kind="chase",
        id=CHASE,
        children=(child.ref,),
        do="If nobody has told you what was decided on the referral, ask, and write down the answer. A referrer may "
        f"expect it {_expected(sent, feedback.within)}.",
        by=None if sent is None else deadline(sent, feedback.chase_after),
        within=feedback.chase_after,
        counted_from="referral-sent",
        contact=contact,
        otherwise=otherwise,
    )


def _expected(sent: date | datetime | None, within: Duration) -> str:
    """By when a referrer hears what was decided: "by Tuesday 17 November 2026", or "within 1 working day"."""
    words = by_words(deadline(sent, within)) if sent is not None else f"Within {within}"
    return words[:1].lower() + words[1:]


def _of_child(result: CaseResult, child: ChildResult, happened: Happened) -> Iterator[Entry]:
    steps = result.steps_at(child, result.acting_level(child))
    own_chase = _own_chase(result.compiled.source.document, steps)
    for step in steps:
        if step.action.within is not None and step is not own_chase:
            yield entry_of(step, child.ref, happened.start_of(step.action.from_, result.moment.start))
    if (chased := chase(result, child, happened)) is not None:
        yield chased


def _own_chase(document: ThresholdDocument, steps: Sequence[NextStep]) -> NextStep | None:
    """The action with which the document itself chases: as late as `feedback` says, and what follows an outcome too.

    Without the outcome it could as well be one that confirms the referral in writing.
    """
    if document.feedback is None:
        return None
    followed = {action for outcome in document.outcomes for action in outcome.then}
    late = (step for step in _of_referral(steps) if step.action.within == document.feedback.chase_after)
    return next((step for step in late if step.action.id in followed), None)


def _of_referral(steps: Sequence[NextStep]) -> list[NextStep]:
    return [step for step in steps if step.action.from_ == "referral-sent"]


def _front_door(steps: Sequence[NextStep]) -> tuple[Contact | None, Contact | None]:
    """Who takes the referral, and who stands in: the contact of what follows it, or else of the first step with one."""
    named = [step for step in (*_of_referral(steps), *steps) if step.contact is not None]
    return (named[0].contact, named[0].otherwise) if named else (None, None)


def _planned(result: CaseResult) -> Iterator[Entry]:
    """The steps of the plan that have a day."""
    for number, step in enumerate(result.fitted.case.plan, start=1):
        if step.by is not None:
            who = f" ({step.who})" if step.who else ""
            yield Entry("plan", f"plan-{number}", (), f"{step.do}{who}", Deadline(step.by))
