"""What follows an outcome of a referral, "threshold not met" above all: something is always arranged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from threshold_tool.errors import CannotUse
from threshold_tool.evaluation.next_steps import next_steps
from threshold_tool.follow_up.after_result import NOTHING_YET
from threshold_tool.follow_up.entries import Entry, Happened, entry_of, in_order
from threshold_tool.follow_up.escalation import escalation_ladder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from threshold_tool.documents.model import Outcome
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.result import ChildResult

NEVER_NOTHING = (
    "Whatever was decided, arrange what comes next: help that the family agrees to, new information for the people "
    "who decided, or the stages for disagreement."
)


@dataclass(frozen=True, slots=True)
class OutcomePath:
    """What follows an outcome for one child.

    `then` is what the document says follows. `early_help` is what the highest level without a duty in law asks
    for, as far as it is not there already: help by agreement that can begin without the council. `escalation` is
    the ladder for a person who disagrees; its dates need the day of disagreement.
    """

    outcome: Outcome
    then: tuple[Entry, ...]
    early_help: tuple[Entry, ...]
    escalation: tuple[Entry, ...]


def outcome_path(
    result: CaseResult,
    child: ChildResult,
    outcome_id: str,
    decided: date | datetime,
    happened: Happened = NOTHING_YET,
    *,
    in_danger: bool = False,
) -> OutcomePath:
    """What follows an outcome that was told on the day `decided`.

    Deadlines that the document counts from the result begin here at the outcome: what it leads to is new.
    Raises CannotUse for an outcome that the document does not have.
    """
    document = result.compiled.source.document
    outcome = next((outcome for outcome in document.outcomes if outcome.id == outcome_id), None)
    if outcome is None:
        raise CannotUse(f"The document {document.id} has no outcome `{outcome_id}`.")
    since = replace(happened, decision=decided)
    named = {*outcome.then}
    help_first = [action for action in _help_by_agreement(result, child) if action not in named]
    return OutcomePath(
        outcome,
        then=in_order(_entries(result, child, outcome.then, since)),
        early_help=in_order(_entries(result, child, help_first, since)),
        escalation=escalation_ladder(document, since.disagreement, in_danger=in_danger, children=(child.ref,)),
    )


def after_refusal(result: CaseResult, child: ChildResult, refused: date | datetime) -> tuple[Entry, ...]:
    """What the level says of a refusal, from the day on which the family said no; empty where it says nothing."""
    consent = result.compiled.source.document.levels[result.acting_level(child)].consent
    if consent is None or consent.if_refused is None:
        return ()
    return tuple(_entries(result, child, [consent.if_refused], Happened(decision=refused)))


def _entries(result: CaseResult, child: ChildResult, actions: Iterable[str], since: Happened) -> Iterator[Entry]:
    decided = since.decision or result.moment.start
    for step in next_steps(result.compiled.source.document, actions, result.role, result.moment):
        yield entry_of(step, child.ref, since.start_of(step.action.from_, decided))


def _help_by_agreement(result: CaseResult, child: ChildResult) -> tuple[str, ...]:
    """What is asked for at the highest level without a duty in law, never above the level acted at."""
    document, acting = result.compiled.source.document, result.acting_level(child)
    levels = [level for level in document.levels[: acting + 1] if not level.statutory]
    return levels[-1].actions if levels else ()
