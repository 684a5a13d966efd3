"""What became of a referral, and what follows: help by agreement and the stages for disagreement above all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.cases.model import FollowUp
from threshold_tool.follow_up.entries import happened_of
from threshold_tool.follow_up.entry_words import entry_words
from threshold_tool.follow_up.escalation import escalation_ladder
from threshold_tool.follow_up.outcomes import outcome_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from threshold_tool.follow_up.entries import Entry
    from ui.presenters.consultation import Consultation
    from ui.presenters.page_ids import PageId

NO_OUTCOME = "Choose what was decided."
NO_DAY = "Write the day on which you were told."


@dataclass(frozen=True)
class OutcomeState:
    """What the page shows. `then`, `early_help` and `escalation` are sentences, empty until they are known."""

    options: tuple[tuple[str, str], ...]
    said: FollowUp
    then: tuple[str, ...]
    early_help: tuple[str, ...]
    escalation: tuple[str, ...]
    disagreement: str

    @property
    def is_known(self) -> bool:
        """Whether outcome and day are both there."""
        return bool(self.said.outcome and self.said.decided)


def outcome_state(consultation: Consultation, page: PageId) -> OutcomeState:
    """What the page of a child's outcome shows."""
    ref = page.child or ""
    document, case = consultation.document, consultation.case
    child = next(child for child in consultation.result.children if child.ref == ref)
    said = case.follow_up.get(ref, FollowUp())
    options = tuple((outcome.id, outcome.name) for outcome in document.outcomes)
    then: tuple[Entry, ...] = ()
    early_help: tuple[Entry, ...] = ()
    if said.decided is not None and said.outcome in dict(options):
        path = outcome_path(consultation.result, child, said.outcome, said.decided, happened_of(case, ref))
        then, early_help = path.then, path.early_help
    return OutcomeState(
        options=options,
        said=said,
        then=_words(then),
        early_help=_words(early_help),
        escalation=_words(escalation_ladder(document, said.disagreement, in_danger=child.immediate, children=(ref,))),
        disagreement=document.statements.get("disagreement", ""),
    )


def _words(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(entry_words(entry) for entry in entries)
