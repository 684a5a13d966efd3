"""What the plan page shows of a case."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from threshold_tool.cases.interview import Place
from threshold_tool.cases.model import Decision, FollowUp, PlanStep
from ui.presenters.calendar import CalendarPresenter
from ui.presenters.plan import all_entries, follow_up_with, plan_state

if TYPE_CHECKING:
    from pathlib import Path

    from ui.presenters.consultation import ConsultationPresenter
    from ui.presenters.plan import PlanState

NOW = datetime(2026, 11, 25, 10, 30)  # noqa: DTZ001 - local, as follow-up counts
TODAY = NOW.date()


def shown(consultation: ConsultationPresenter) -> PlanState:
    """The state of the page today."""
    return plan_state(consultation.state, NOW)


@pytest.fixture
def referred(consultation: ConsultationPresenter) -> ConsultationPresenter:
    """A case of two children, of whom A is decided on at a statutory level and B at early help."""
    consultation.take_role("health")
    consultation.decide("A", Decision(level="child-in-need"))
    consultation.decide("B", Decision(level="early-help"))
    return consultation


def test_only_a_referred_child_is_asked_about_a_referral(referred: ConsultationPresenter) -> None:
    """The level acted at decides who is referred."""

    assert [referral.child for referral in shown(referred).referrals] == ["A"]


def test_the_chase_has_a_date_once_the_referral_is_sent(referred: ConsultationPresenter) -> None:
    """By the document's rule, three working days after the day that was written."""

    def chases() -> list[str | None]:
        return [e.by.day.isoformat() if e.by else None for e in all_entries(referred.state) if e.kind == "chase"]

    assert chases() == [None]
    referred.note_follow_up("A", follow_up_with(referred.state, "A", referral_sent=TODAY))

    assert chases() == ["2026-11-30"]


def test_an_outcome_brings_what_follows_it(referred: ConsultationPresenter) -> None:
    """What the document says of the outcome comes in, and the chase goes."""

    said = FollowUp(referral_sent=TODAY, outcome="not-met", decided=TODAY)
    referred.note_follow_up("A", said)
    found = [(e.id, e.kind) for e in all_entries(referred.state) if "A" in e.children]

    assert ("ask-for-reason", "action") in found
    assert not [entry for entry in found if entry[1] == "chase"]


def test_a_disagreement_brings_the_stages(referred: ConsultationPresenter) -> None:
    """From the day on which the person disagrees every stage has its date."""

    referred.note_follow_up("A", FollowUp(disagreement=TODAY))
    stages = [entry for entry in all_entries(referred.state) if entry.kind == "escalation"]

    assert stages
    assert stages[0].by is not None


def test_the_calendar_shows_nothing_that_was_typed(referred: ConsultationPresenter) -> None:
    """A planned step stands there as a step, without its words."""

    referred.take_plan([PlanStep(do="Visit Ana", who="Jo Brown", by=date(2026, 12, 1))])
    calendar = shown(referred).calendar

    assert any("a planned step is due" in words for words in calendar)
    assert not any("Ana" in words or "Brown" in words for words in calendar)


def test_the_calendar_is_previewed_as_it_will_be(referred: ConsultationPresenter, tmp_path: Path) -> None:
    """Each line that is announced, as often as it is announced, is an entry of the file."""

    calendar = CalendarPresenter(referred, lambda: NOW)
    calendar.save(tmp_path / "dates.ics")
    lines = (tmp_path / "dates.ics").read_text(encoding="utf-8").replace("\n ", "").splitlines()
    announced = shown(referred).calendar
    times = [int(words.rpartition("(")[2].split()[0]) if words.endswith(" times)") else 1 for words in announced]

    assert sum(times) == sum(line == "BEGIN:VEVENT" for line in lines)
    assert referred.state.case.calendar_key


def test_a_calendar_keeps_its_key(referred: ConsultationPresenter, tmp_path: Path) -> None:
    """A second file has the same key, so that a calendar replaces what it has; a failure says why."""

    calendar = CalendarPresenter(referred, lambda: NOW)
    calendar.save(tmp_path / "one.ics")
    key = referred.state.case.calendar_key
    calendar.save(tmp_path / "gone" / "two.ics")

    assert referred.state.case.calendar_key == key
    assert calendar.state.saved is None
    assert calendar.state.not_saved is not None
    assert calendar.state.not_saved.endswith("Choose another place.")


def test_a_low_result_needs_a_day_to_look_again(consultation: ConsultationPresenter) -> None:
    """Where the level itself comes back to the concern nothing is missing; a level without dates asks for a day."""

    consultation.decide("A", Decision(level="universal", reason="Seen today", manager="Jo Brown"))
    consultation.decide("B", Decision(level="child-in-need"))
    assert shown(consultation).look_again_missing == ()

    for level in consultation.state.document.levels:
        assert any(action == "look-again" for action in level.actions) == (level.id == "universal")


def test_a_plan_belongs_to_help_by_agreement(consultation: ConsultationPresenter) -> None:
    """Room for a step is there from the beginning where the level rests on what the family agrees to."""

    for ref in ("A", "B"):
        consultation.decide(ref, Decision(level="child-protection"))
    assert not shown(consultation).by_agreement

    consultation.answer(Place("danger-now"), "no")
    consultation.decide("B", Decision(level="early-help", reason="Seen", manager="Jo Brown"))
    assert shown(consultation).by_agreement


def test_nothing_said_leaves_nothing_in_the_case(referred: ConsultationPresenter) -> None:
    """Taking the last thing away takes the entry away."""

    referred.note_follow_up("A", follow_up_with(referred.state, "A", referral_sent=TODAY))

    assert follow_up_with(referred.state, "A", referral_sent=None) is None
