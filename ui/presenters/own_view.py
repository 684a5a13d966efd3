"""The person's own view of one child, given before the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.evaluation.explain import level_words, shown_early_words
from threshold_tool.reports.record_decision import level_name

if TYPE_CHECKING:
    from ui.presenters.consultation import Consultation


@dataclass(frozen=True, slots=True)
class OwnViewState:
    """What the page of a child shows. Options are levels: key, name, meaning.

    `early` says that what to do was shown first, or is None. `kept` says that the result has been seen, in this
    session or before the case was kept with a decision, so that the view stays as it is.
    """

    title: str
    options: tuple[tuple[str, str, str], ...]
    level: str | None
    level_name: str | None
    because: str
    early: str | None
    kept: bool


def own_view_state(consultation: Consultation, ref: str) -> OwnViewState:
    """What is asked about one child, and what was said."""
    case = consultation.case
    levels = enumerate(consultation.document.levels)
    own = case.own_view.get(ref)
    return OwnViewState(
        title=f"What level fits child {ref}, in your own judgement?",
        options=tuple((one.id, level_words(consultation.compiled, at), one.meaning or "") for at, one in levels),
        level=own,
        level_name=level_name(consultation.compiled.source, own) if own else None,
        because=case.own_view_because.get(ref, ""),
        early=shown_early_words(case, ref),
        kept=ref in consultation.results_seen or ref in case.decision,
    )
