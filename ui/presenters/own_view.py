"""The person's own view of one child, given before the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.evaluation.explain import level_words, shown_early_words

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
    because: str
    early: str | None
    kept: bool

    @property
    def level_name(self) -> str | None:
        """The level that was chosen, in words."""
        return next((name for key, name, _ in self.options if key == self.level), None)


def own_view_state(consultation: Consultation, ref: str) -> OwnViewState:
    """What is asked about one child, and what was said."""
    case = consultation.case
    levels = enumerate(consultation.document.levels)
    return OwnViewState(
        title=f"What level fits child {ref}, in your own judgement?",
        options=tuple((own.id, level_words(consultation.compiled, at), own.meaning or "") for at, own in levels),
        level=case.own_view.get(ref),
        because=case.own_view_because.get(ref, ""),
        early=shown_early_words(case, ref),
        kept=ref in consultation.results_seen or ref in case.decision,
    )
