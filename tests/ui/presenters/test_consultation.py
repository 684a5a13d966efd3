"""The open case: every change is a new state, nothing is lost, watchers are told."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest

from threshold_tool.cases.interview import Place
from threshold_tool.cases.model import CaseChild, Decision, Note, Person, Views
from threshold_tool.errors import CannotUse
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from tests.ui.conftest import StandingClock
    from ui.presenters.consultation import Consultation, ConsultationPresenter

EFFECT = "substance-effect-on-care"


def test_it_begins_with_one_child_and_nothing_answered(consultation: ConsultationPresenter) -> None:
    """Nothing is preselected: no role, no answer, no page gone on from."""

    state = consultation.state

    assert not state.role_given
    assert state.case.family == {}
    assert state.completed == frozenset()
    assert state.given(Place("danger-now")) is None


def test_a_change_makes_a_new_state(consultation: ConsultationPresenter) -> None:
    """The state before a change stays as it was, and the count of changes goes up by one."""

    before = consultation.state
    consultation.answer(Place("danger-now"), "no")

    assert before.given(Place("danger-now")) is None
    assert consultation.state.given(Place("danger-now")) == "no"
    assert consultation.state.changes == before.changes + 1


def test_watchers_are_told_now_and_later(consultation: ConsultationPresenter) -> None:
    """Whoever subscribes is told at once and at each change, and no more after leaving."""

    told: list[Consultation] = []
    unsubscribe = consultation.subscribe(told.append)
    consultation.write_worry("Hungry")
    unsubscribe()
    consultation.write_worry("Hungry and late")

    assert [state.case.worry for state in told] == [None, "Hungry"]


def test_an_answer_can_be_taken_away(consultation: ConsultationPresenter) -> None:
    """An answer that is taken away leaves the others."""

    consultation.answer(Place("danger-now"), "no")
    consultation.answer(Place("substance-concern"), "yes")
    consultation.unanswer(Place("danger-now"))

    assert consultation.state.case.family == {"substance-concern": "yes"}


def test_children_may_differ_and_come_together_again(consultation: ConsultationPresenter) -> None:
    """Apart, each child begins with the family's answer; together again, the children's own go."""

    consultation.answer(Place(EFFECT), "sometimes")
    consultation.answer_apart(EFFECT)
    consultation.answer(Place(EFFECT, "B"), "harm")
    apart = consultation.state
    consultation.answer_together(EFFECT)

    assert [apart.given(Place(EFFECT, ref)) for ref in "AB"] == ["sometimes", "harm"]
    assert apart.differs_by_child(EFFECT)
    assert not consultation.state.differs_by_child(EFFECT)
    assert [consultation.state.given(Place(EFFECT, ref)) for ref in "AB"] == [None, None]


def test_a_question_not_yet_answered_may_come_apart(consultation: ConsultationPresenter) -> None:
    """A person may say that children differ before answering for any of them."""

    consultation.answer_apart(EFFECT)

    assert consultation.state.differs_by_child(EFFECT)


def test_a_note_is_kept_beside_its_answer(consultation: ConsultationPresenter) -> None:
    """A note stands at its place until it is taken away."""

    place, note = Place("sleeps-in-class", "A"), Note(text="Twice last week")
    consultation.write_note(place, note)
    kept = consultation.state.note(place)
    consultation.write_note(place, None)

    assert kept == note
    assert consultation.state.case.notes == {}


def test_a_child_who_stays_keeps_everything(consultation: ConsultationPresenter) -> None:
    """Changing an age, or taking another child away, loses no answer of those who stay."""

    consultation.answer(Place("child-disclosure", "A"), "no")
    consultation.answer(Place("child-disclosure", "B"), "no")
    consultation.write_views("B", Views(child="I like school"))
    consultation.take_people([Person.model_validate({"ref": "P1", "is": "father", "of": ("A", "B")})])
    consultation.take_children([CaseChild(ref="A")])
    case = consultation.state.case

    assert consultation.state.given(Place("child-disclosure", "A")) == "no"
    assert case.views == {}
    assert case.people[0].of == ("A",)


def test_a_route_shows_with_the_first_statutory_answer(
    consultation: ConsultationPresenter, clock: StandingClock
) -> None:
    """Danger makes a new route; once seen it is not new, and the moment is kept."""

    consultation.answer(Place("danger-now"), "yes")
    new = consultation.state.new_routes
    consultation.see_routes()
    state = consultation.state

    assert {route.child for route in new} == {"A", "B"}
    assert all(route.immediate for route in new)
    assert state.new_routes == ()
    assert state.route_first_shown is not None
    assert state.route_first_shown.at == clock.moment
    assert state.case.route_shown_early == ("A", "B")


def test_the_first_showing_is_kept(consultation: ConsultationPresenter, clock: StandingClock) -> None:
    """A second route does not change when the first was shown."""

    consultation.answer(Place("child-disclosure", "A"), "yes")
    consultation.see_routes()
    first = consultation.state.route_first_shown
    clock.moment += timedelta(hours=1)
    consultation.answer(Place("danger-now"), "yes")
    consultation.see_routes()

    assert consultation.state.route_first_shown == first


def test_the_hour_follows_the_clock(consultation: ConsultationPresenter, clock: StandingClock) -> None:
    """Who answers depends on the hour, so the case takes the hour of the last change."""

    clock.moment = clock.moment.replace(hour=19, minute=40)
    consultation.answer(Place("danger-now"), "yes")

    assert consultation.state.case.at == time(19, 40)


def test_names_never_enter_the_case(consultation: ConsultationPresenter) -> None:
    """Names are kept beside the case, for the printed record alone."""

    consultation.take_names({"A": "Zebedee", "B": " "})

    assert consultation.state.names == {"A": "Zebedee"}
    assert "Zebedee" not in consultation.state.case.model_dump_json()


def test_going_down_needs_a_reason_and_a_manager(consultation: ConsultationPresenter) -> None:
    """A lower level without a reason and a manager is refused, and nothing changes."""

    consultation.answer(Place("danger-now"), "yes")
    before = consultation.state

    with pytest.raises(CannotUse):
        consultation.decide("A", Decision(level="universal"))
    assert consultation.state is before


def test_going_on_completes_a_page_once(consultation: ConsultationPresenter) -> None:
    """A page that was gone on from is complete; going on again is no change."""

    page = PageId(PageKind.WORRY)
    consultation.complete(page)
    before = consultation.state
    consultation.complete(page)

    assert page in before.completed
    assert consultation.state is before
