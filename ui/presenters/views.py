"""What a child and its family say: what is asked for, by age, and what was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.cases.model import Views
from threshold_tool.deadlines.ages import age_bands, possible_births
from threshold_tool.deadlines.durations import Duration, Unit

if TYPE_CHECKING:
    from datetime import date

    from threshold_tool.cases.model import CaseChild
    from ui.presenters.consultation import Consultation

_SPEAKS_FROM = Duration(2, Unit.YEAR)
_STATEMENT = "childs-voice"

WHY = (
    "Adults' stories can crowd a child out. Write what the child says or shows, and let nobody's words stand in for "
    "them. Ask when the child is alone and safe. If something calls for acting now, act first."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to be written: its label and what helps to write it."""

    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class ViewsState:
    """What the page of a child shows. `child` is None for an unborn child, who says nothing yet."""

    title: str
    why: str
    child: Asked | None
    family: Asked
    not_yet: Asked
    said: Views


def views_state(consultation: Consultation, ref: str) -> ViewsState:
    """What is asked about one child. What was written about a child stays, also when its age changes later."""
    entry = next(child for child in consultation.case.children if child.ref == ref)
    said = consultation.case.views.get(ref, Views())
    own = _own(entry, consultation.case.on)
    if own is None and said.child is not None:
        own = _IN_WORDS
    return ViewsState(
        title=f"What do child {ref} and the family say?" if own else f"What does the family of child {ref} say?",
        why=consultation.document.statements.get(_STATEMENT, WHY),
        child=own,
        family=Asked(
            "What the family says",
            "Each parent or carer for themselves, those who live elsewhere included. What do they think would help?",
        ),
        not_yet=Asked(
            "Not asked yet",
            "Who has not been asked, why, and when you will ask. It can be right to wait: where asking would bring "
            "somebody into danger, or warn a person who may be causing harm.",
        ),
        said=said,
    )


def views_with(said: Views | None, **changed: str | None) -> Views | None:
    """The views with a change; None where no words are left."""
    parts = {**(Views() if said is None else said).model_dump(), **changed}
    return Views.model_validate(parts) if any(parts.values()) else None


_IN_WORDS = Asked(
    "What the child says or shows",
    "In the child's own words. Say who asked, when, and who else was there.",
)
_SEEN = Asked(
    "What you saw the child show",
    "A baby or small child speaks through behaviour: how they settle, feed, play, look for comfort, and with whom. "
    "Write what was observed, when, and by whom.",
)


def _own(child: CaseChild, on: date) -> Asked | None:
    """How a child of this age makes itself heard; None for one that is surely unborn."""
    possible = possible_births(child.stated_age, on)
    if possible.births is None:
        return None
    young = all(band.is_under(_SPEAKS_FROM, on) for band in age_bands(possible, [_SPEAKS_FROM], on))
    return _SEEN if young else _IN_WORDS
