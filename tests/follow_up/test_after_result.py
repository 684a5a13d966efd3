"""What follows a result."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.shipped import AREAS, compiled
from tests.follow_up.referred import COMPILED, DOCUMENT, MONDAY, only, result
from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import LoadedCase
from threshold_tool.cases.model import Case, CaseChild, Decision, PlanStep
from threshold_tool.deadlines.durations import parse_duration
from threshold_tool.deadlines.working_days import Deadline, deadline
from threshold_tool.documents.model import Action, Outcome
from threshold_tool.evaluation.case_result import assess_case
from threshold_tool.follow_up.after_result import chase, follow_up
from threshold_tool.follow_up.entries import Happened

if TYPE_CHECKING:
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.follow_up.entries import Entry

SENT = Happened(referral_sent=date(2026, 11, 17))
DAYS = st.dates(date(2026, 11, 16), date(2027, 12, 31))


def dated(entries: tuple[Entry, ...]) -> list[tuple[str, str | None]]:
    """Each entry's id and its day."""
    return [(entry.id, entry.by.day.isoformat() if entry.by else None) for entry in entries]


def test_deadlines_of_the_level() -> None:
    """What the level asks for within a time is an entry; what has no time is not."""

    assert dated(follow_up(result("none"))) == [("look-again", "2026-12-28")]
    assert dated(follow_up(result("some"))) == [("offer-help", "2026-11-19"), ("review-plan", None)]


def test_the_hour_counts_where_it_is_known() -> None:
    """A deadline in hours ends at a minute when the hour of its beginning is known."""

    sent = Happened(referral_sent=datetime.combine(MONDAY, time(15, 45)))
    (confirm,) = [entry for entry in follow_up(result("much"), {"A": sent}) if entry.id == "confirm"]
    assert confirm.by == Deadline(date(2026, 11, 17), time(15, 45))


def test_a_referral_is_chased_by_the_documents_rule() -> None:
    """Three working days after the referral was sent, at the contact that takes referrals, whatever day it was."""

    found = result("much")
    entry = chase(found, only(found), Happened(referral_sent=date(2026, 12, 23)))
    assert entry is not None
    assert entry.by == Deadline(date(2026, 12, 30))
    assert entry.contact is not None
    assert entry.otherwise is not None
    assert (entry.contact.id, entry.otherwise.id) == ("desk", "night")
    assert entry.do.endswith("A referrer may expect it by Thursday 24 December 2026.")


def test_a_referral_not_sent_yet_has_a_chase_without_a_date() -> None:
    """At a statutory level the entry is there from the beginning, so that nobody forgets to chase."""

    entries = follow_up(result("much"))
    assert ("chase", None) in dated(entries)
    assert entries[-1].do.endswith("A referrer may expect it within 1 working day.")


def with_own_chase(*outcomes: Outcome) -> CaseResult:
    """A result under the document with an action of its own that chases, and with these outcomes."""
    found = result("much", decision={"A": Decision(level="child-in-need")})
    ask = Action(id="ask", do="Ring and ask.", within=parse_duration("3 working days"), from_="referral-sent")
    *below, need, protection = DOCUMENT.levels
    levels = (*below, need.model_copy(update={"actions": (*need.actions, "ask")}), protection)
    update = {"actions": (*DOCUMENT.actions, ask), "levels": levels, "outcomes": outcomes}
    document = DOCUMENT.model_copy(update=update)
    return replace(found, compiled=replace(COMPILED, source=replace(COMPILED.source, document=document)))


def test_a_document_that_chases_in_its_own_words_is_not_chased_twice() -> None:
    """Where an action is as late as the rule and follows an outcome, it is the chase, and ends with the decision."""

    found = with_own_chase(Outcome(id="silence", name="No answer", then=("ask",)))
    assert [(entry.kind, entry.id) for entry in follow_up(found, {"A": SENT})][-1] == ("chase", "ask")
    assert sum(entry.kind == "chase" for entry in follow_up(found, {"A": SENT})) == 1
    decided = replace(SENT, decision=date(2026, 11, 18))
    assert not {"ask", "chase"} & {entry.id for entry in follow_up(found, {"A": decided})}


def test_an_action_that_only_has_the_same_time_is_no_chase() -> None:
    """Without an outcome that leads to it the action may be about something else, and the chase stays."""

    found = follow_up(with_own_chase(), {"A": SENT})
    assert {("action", "ask"), ("chase", "chase")} <= {(entry.kind, entry.id) for entry in found}


def test_a_decision_ends_the_chase() -> None:
    """Once the answer is there nobody is reminded to ask for it."""

    decided = Happened(referral_sent=MONDAY, decision=date(2026, 11, 18))
    assert "chase" not in [entry.id for entry in follow_up(result("much"), {"A": decided})]


@pytest.mark.parametrize(("happened", "chased"), [(Happened(), False), (SENT, True)])
def test_below_social_care_only_what_was_sent_is_chased(happened: Happened, chased: bool) -> None:
    """A person may refer at any level; without a referral there is nothing to chase."""

    found = result("some")
    assert (chase(found, only(found), happened) is not None) is chased


def test_a_document_without_feedback_has_no_chase() -> None:
    """No date is invented where the document says none."""

    found = result("much")
    silent = DOCUMENT.model_copy(update={"feedback": None})
    without = replace(found, compiled=replace(COMPILED, source=replace(COMPILED.source, document=silent)))
    assert chase(without, only(without), SENT) is None
    assert chase(found, only(found), SENT) is not None


def test_the_decision_says_which_level_is_followed_up() -> None:
    """Whoever goes up follows the steps of the level decided on, and whoever goes down those of the lower one."""

    up = result("some", decision={"A": Decision(level="child-in-need")})
    down = result("much", decision={"A": Decision(level="early-help", reason="Seen", manager="Head")})
    assert [entry.id for entry in follow_up(up)] == ["tell-lead", "refer", "confirm", "chase"]
    assert [entry.id for entry in follow_up(down)] == ["offer-help", "review-plan"]


def test_actions_of_other_roles_are_left_out() -> None:
    """A deadline for the school is none for a health visitor."""

    assert "tell-lead" not in [entry.id for entry in follow_up(result("much", role="health"))]


def test_children_share_what_is_the_same() -> None:
    """One referral for two children is one entry; what happened to one of them alone is its own."""

    found = result("much", "much")
    together = follow_up(found, {"A": SENT, "B": SENT})
    apart = follow_up(found, {"A": SENT})
    assert [entry.children for entry in together if entry.id == "chase"] == [("A", "B")]
    assert [(entry.children, entry.by is None) for entry in apart if entry.id == "chase"] == [
        (("A",), False),
        (("B",), True),
    ]


def test_the_plan_and_the_day_to_look_again() -> None:
    """What the person planned for a day is an entry of the family, and so is the day to look again."""

    plan = (PlanStep(do="Ring the nurse", who="DSL", by=date(2026, 11, 18)), PlanStep(do="Keep a diary"))
    entries = follow_up(result("none", plan=plan), look_again=date(2026, 12, 1))
    assert [(entry.kind, entry.children, entry.by and entry.by.day) for entry in entries[:2]] == [
        ("plan", (), date(2026, 11, 18)),
        ("review", (), date(2026, 12, 1)),
    ]
    assert entries[0].do == "Ring the nurse (DSL)"
    assert len(entries) == 3


@settings(max_examples=60, deadline=None)
@given(sent=st.none() | DAYS, plan_start=st.none() | DAYS, area=st.sampled_from(AREAS))
def test_every_deadline_is_the_calendars(sent: date | None, plan_start: date | None, area: str) -> None:
    """In every shipped document a dated entry ends where the calendar says; only unknown beginnings have none."""

    family = {"danger-now": "yes"}
    children: tuple[Any, ...] = (CaseChild(ref="A"),)
    case = Case(format="threshold-case/1", on=MONDAY, children=children, family=family)
    document = compiled(area)
    found = assess_case(document, require_fit(document, LoadedCase.from_answers(case)))
    happened = Happened(referral_sent=sent, plan_start=plan_start)
    entries = follow_up(found, {"A": happened})
    assert "chase" in [entry.kind for entry in entries]
    for entry in entries:
        assert entry.counted_from is not None
        assert entry.within is not None
        start = happened.start_of(entry.counted_from, MONDAY)
        assert entry.by == (None if start is None else deadline(start, entry.within))
