"""The person's decision for one child: to agree, to go higher freely, or lower with a reason and a named manager."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from threshold_tool.cases.model import Decision
from threshold_tool.evaluation import explain
from ui.presenters.result import level_shown, views_before
from ui.presenters.steps import steps_shown

if TYPE_CHECKING:
    from threshold_tool.evaluation.result import ChildResult
    from ui.presenters.consultation import Consultation
    from ui.presenters.page_ids import PageId
    from ui.presenters.result import LevelShown
    from ui.presenters.steps import StepsShown

Direction = Literal["agree", "higher", "lower"]

_HINTS: dict[Direction, str] = {
    "agree": "Agree with the document.",
    "higher": "Higher than the document. You need nobody's agreement.",
    "lower": "Lower than the document. It needs your written reason, and the name of a manager who agrees.",
}
_SAID_BY_DOCUMENT = {"higher": "going-up", "lower": "going-down"}

NOT_CHOSEN = "Choose a level. You can agree, go higher or go lower."
NO_REASON = "Write down your reason for the lower level."
NO_MANAGER = "Write down the name of the manager who agrees with the lower level."


@dataclass(frozen=True)
class DecisionState:
    """What the page shows. `options` are (level, name, hint).

    `direction` is where the chosen level lies from the document's, None before one is chosen. `statement` is what
    the document says of going there; `steps` are those of a higher level.
    """

    level: LevelShown
    views: tuple[tuple[str, str], ...]
    options: tuple[tuple[str, str, str], ...]
    chosen: str | None
    direction: Direction | None
    reason: str
    manager: str
    statement: str
    steps: StepsShown | None

    @property
    def missing(self) -> tuple[tuple[Literal["level", "reason", "manager"], str], ...]:
        """What has to be there before going on, each with the part of the page where it belongs."""
        if self.direction is None:
            return (("level", NOT_CHOSEN),)
        if self.direction != "lower":
            return ()
        reason: tuple[tuple[Literal["reason"], str], ...] = () if self.reason.strip() else (("reason", NO_REASON),)
        manager: tuple[tuple[Literal["manager"], str], ...] = () if self.manager.strip() else (("manager", NO_MANAGER),)
        return (*reason, *manager)


def decision_state(consultation: Consultation, page: PageId) -> DecisionState:
    """What the page of a child's decision shows."""
    result = consultation.result
    child = next(child for child in result.children if child.ref == page.child)
    draft = _draft(consultation, child.ref)
    order = consultation.compiled.source.level_order
    chosen = None if draft is None else order.get(draft.level)
    direction = None if chosen is None else _direction(child, chosen)
    statements = consultation.document.statements
    return DecisionState(
        level=level_shown(result, child),
        views=views_before(result, child),
        options=tuple(_option(consultation, child, at) for at in range(len(consultation.document.levels))),
        chosen=None if draft is None or chosen is None else draft.level,
        direction=direction,
        reason="" if draft is None else draft.reason or "",
        manager="" if draft is None else draft.manager or "",
        statement=statements.get(_SAID_BY_DOCUMENT.get(direction or "", ""), ""),
        steps=steps_shown(result, child, chosen) if chosen is not None and direction == "higher" else None,
    )


def draft_with(consultation: Consultation, ref: str, **changed: str | None) -> Decision | None:
    """The decision as far as it goes, with a change; None while no level is chosen."""
    draft = _draft(consultation, ref)
    parts = {**({} if draft is None else draft.model_dump()), **changed}
    parts = {key: (value or "").strip() or None for key, value in parts.items()}
    return Decision.model_validate(parts) if parts.get("level") else None


def _draft(consultation: Consultation, ref: str) -> Decision | None:
    return consultation.drafts.get(ref) or consultation.case.decision.get(ref)


def _direction(child: ChildResult, level: int) -> Direction:
    recommended = child.recommendation.level
    if level == recommended:
        return "agree"
    return "higher" if level > recommended else "lower"


def _option(consultation: Consultation, child: ChildResult, at: int) -> tuple[str, str, str]:
    level = consultation.document.levels[at]
    own = " It was your own view." if consultation.case.own_view.get(child.ref) == level.id else ""
    hint = f"{_HINTS[_direction(child, at)]}{own}"
    return level.id, explain.level_words(consultation.compiled, at), hint
