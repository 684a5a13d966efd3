"""Consent for one child, by the rule of the level to act at."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.ui.sample_case import journey_of
from threshold_tool.cases.interview import Place
from threshold_tool.cases.model import ConsentAsked, Decision
from ui.presenters.consent import NOT_YET, ConsentState, consent_state, consent_with
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from ui.presenters.consultation import ConsultationPresenter


@pytest.fixture
def in_need(consultation: ConsultationPresenter) -> ConsultationPresenter:
    """A case with child A at level 3 and B, a baby, at level 4."""
    consultation.answer(Place("substance-concern"), "yes")
    consultation.answer(Place("substance-effect-on-care"), "regularly")
    return consultation


def shown(consultation: ConsultationPresenter, ref: str = "A") -> ConsentState:
    """The state of a child's page."""
    return consent_state(consultation.state, PageId(PageKind.CONSENT, child=ref))


def asked_of(consultation: ConsultationPresenter) -> list[str | None]:
    """The children who have a page about consent on the way."""
    return [page.child for page in journey_of(consultation).pages if page.kind is PageKind.CONSENT]


def test_the_words_follow_the_level_to_act_at(in_need: ConsultationPresenter) -> None:
    """At level 3 people are asked, at level 4 they are told; a higher decision changes which."""

    before = shown(in_need).label("asked")
    in_need.decide("A", Decision(level="child-protection"))

    assert before == "Who was asked"
    assert shown(in_need).label("asked") == "Who was told"
    assert shown(in_need, "B").label("asked") == "Who was told"


def test_it_is_passed_over_where_there_is_nothing_to_write(consultation: ConsultationPresenter) -> None:
    """A level that needs no consent has no such page; a level that does has one for its child alone."""

    for child in "AB":
        consultation.decide(child, Decision(level="universal", reason="Seen today.", manager="Team manager"))
    nobody = asked_of(consultation)
    consultation.decide("B", Decision(level="early-help"))

    assert nobody == []
    assert asked_of(consultation) == ["B"]


@pytest.mark.parametrize(
    ("said", "complete"),
    [
        (None, False),
        (ConsentAsked(asked="Mother", answer="Agreed"), False),
        (ConsentAsked(asked="Mother", on=date(2026, 11, 24), answer="Agreed"), True),
        (ConsentAsked(why_not=NOT_YET), True),
    ],
)
def test_either_who_when_and_what_or_why_not(
    in_need: ConsultationPresenter, said: ConsentAsked | None, *, complete: bool
) -> None:
    """What is missing is said in words until one of the two is there; not yet is a reason too."""

    in_need.take_consent("A", said)

    assert (shown(in_need).missing is None) == complete


def test_the_exceptions_are_ready_reasons(in_need: ConsultationPresenter) -> None:
    """The document's exceptions can be chosen, and not yet can be as well."""

    state = shown(in_need)

    assert state.reasons == (*state.words.exceptions, NOT_YET)
    assert len(state.reasons) > 1


def test_a_change_keeps_the_rest() -> None:
    """Writing one part keeps the others; spaces alone are nothing, and nothing at all is no consent."""

    said = consent_with(ConsentAsked(asked="Mother"), answer=" Agreed ")

    assert said == ConsentAsked(asked="Mother", answer="Agreed")
    assert consent_with(ConsentAsked(asked="Mother"), asked="  ") is None
