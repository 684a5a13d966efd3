"""A case with something of everything, and a page of each kind to look at it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.cases.interview import Place
from threshold_tool.cases.model import GuardedContact, Note, Views
from ui.pages.registry import PAGES
from ui.presenters.journey import Journey
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from ui.presenters.consultation import ConsultationPresenter

_CHILD = "A"
_OF_A_CHILD = {
    PageKind.VIEWS,
    PageKind.STRENGTHS,
    PageKind.OWN_VIEW,
    PageKind.DECISION,
    PageKind.CONSENT,
    PageKind.OUTCOME,
}
_OF_A_SECTION = {PageKind.ALWAYS: "always", PageKind.SCREENING: "screening"}
_OF_A_QUESTION = {
    PageKind.DANGER: "danger-now",
    PageKind.QUESTION: "substance-effect-on-care",
    PageKind.STRENGTHS: "strength-second-carer",
}


def answer_sample(consultation: ConsultationPresenter) -> None:
    """Answers enough for a route, a question that depends on another, and a note; one that has closed; views."""
    consultation.take_role("health")
    consultation.answer(Place("danger-now"), "no")
    consultation.write_worry("Late and hungry on most Mondays.")
    consultation.answer(Place("substance-concern"), "yes")
    effect = Place("substance-effect-on-care")
    consultation.answer(effect, "regularly")
    consultation.write_note(effect, Note(text="No breakfast again.", source="told"))
    consultation.answer(Place("education-concern", "A"), "yes")
    consultation.answer(Place("attendance", "A"), "80")
    consultation.answer(Place("education-concern", "A"), "no")
    consultation.answer(Place("mental-health-concern"), "not-known")
    consultation.write_views("A", Views(child="I like it when Nan comes.", not_yet_asked="Father, on Friday."))
    consultation.guard_contact(GuardedContact(phone=False, safely="At school, in the mornings."))
    consultation.take_own_view(_CHILD, "early-help")


def _sample(kind: PageKind) -> PageId:
    return PageId(
        kind,
        question=_OF_A_QUESTION.get(kind),
        child=_CHILD if kind in _OF_A_CHILD else None,
        section=_OF_A_SECTION.get(kind),
    )


SAMPLE_PAGES: tuple[PageId, ...] = tuple(_sample(kind) for kind in PAGES)
"""One page of each registered kind."""


def journey_of(consultation: ConsultationPresenter) -> Journey:
    """The way through with every page that is registered."""
    return Journey(consultation.state, frozenset(PAGES))
