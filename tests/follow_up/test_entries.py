"""Entries of the follow-up."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.follow_up.referred import DOCUMENT, MONDAY
from threshold_tool.deadlines.working_days import Deadline
from threshold_tool.evaluation.next_steps import Moment, next_steps
from threshold_tool.follow_up.entries import Entry, Happened, entry_of, in_order

if TYPE_CHECKING:
    from threshold_tool.documents.model import DeadlineStart

HALF_PAST_NINE = datetime.combine(date(2026, 11, 20), time(9, 30))
DEADLINES = st.builds(
    Deadline,
    st.dates(date(2026, 11, 1), date(2026, 11, 5)),
    st.none() | st.sampled_from([time(9), time(17), time(23, 59)]),
)
ENTRIES = st.builds(
    Entry,
    st.sampled_from(["action", "review"]),
    st.sampled_from(["a", "b"]),
    st.lists(st.sampled_from("ABC"), unique=True, max_size=2).map(tuple),
    st.just("Do."),
    st.none() | DEADLINES,
)


def entry(name: str, by: Deadline | None, *children: str) -> Entry:
    return Entry("action", name, children, "Do.", by)


def step_entry(action: str, start: date | None) -> Entry:
    (step,) = next_steps(DOCUMENT, [action], "school", Moment(MONDAY))
    return entry_of(step, "A", start)


@pytest.mark.parametrize(
    ("counted_from", "start"),
    [
        ("result", MONDAY),
        ("referral-sent", date(2026, 11, 17)),
        ("decision", date(2026, 11, 18)),
        ("plan-start", date(2026, 11, 19)),
        ("disagreement", HALF_PAST_NINE),
    ],
)
def test_each_deadline_has_its_own_beginning(counted_from: DeadlineStart, start: date) -> None:
    """A deadline begins with what it is counted from, and with nothing while that has not happened."""

    days = (date(2026, 11, 17), date(2026, 11, 18), date(2026, 11, 19))
    happened = Happened(*days, disagreement=HALF_PAST_NINE)
    assert happened.start_of(counted_from, MONDAY) == start
    assert Happened().start_of(counted_from, MONDAY) == (MONDAY if counted_from == "result" else None)


def test_an_action_becomes_an_entry() -> None:
    """Everything that the document says of an action stands in its entry."""

    made = step_entry("offer-help", MONDAY)
    assert (made.kind, made.id, made.children, made.do) == ("action", "offer-help", ("A",), "Offer help.")
    assert made.by == Deadline(date(2026, 11, 19))
    assert (str(made.within), made.counted_from) == ("3 working days", "result")
    assert made.contact is not None
    assert made.contact.id == "advice"
    assert made.if_late is not None
    assert made.if_late.id == "talk"


def test_what_is_counted_from_the_start_of_a_plan_is_a_review() -> None:
    """A review has its own kind; without the start of the plan it has no date."""

    assert step_entry("review-plan", None).kind == "review"
    assert step_entry("review-plan", None).by is None
    assert step_entry("review-plan", MONDAY).by == Deadline(date(2027, 2, 16))


def test_who_stands_in_comes_along() -> None:
    """The contact that answers out of hours is part of the entry."""

    made = step_entry("refer", MONDAY)
    assert made.otherwise is not None
    assert made.otherwise.id == "night"


def test_the_soonest_comes_first() -> None:
    """A minute of a day comes before the end of that day, and what has no date comes last."""

    day, noon, none = Deadline(MONDAY), Deadline(MONDAY, time(12)), None
    listed = in_order([entry("none", none), entry("day", day), entry("noon", noon)])
    assert [each.id for each in listed] == ["noon", "day", "none"]


def test_what_is_the_same_for_several_children_stands_there_once() -> None:
    """The same action with the same deadline is one entry for all; with another deadline it is another."""

    day, later = Deadline(MONDAY), Deadline(date(2026, 11, 17))
    listed = in_order([entry("a", day, "A"), entry("a", day, "B"), entry("a", later, "C"), entry("a", day, "A")])
    assert [(each.children, each.by) for each in listed] == [(("A", "B"), day), (("C",), later)]


@given(st.lists(ENTRIES, max_size=8))
def test_ordering_loses_and_invents_nothing(entries: list[Entry]) -> None:
    """Each child keeps each of its entries, none is there twice, and ordering again changes nothing."""

    listed = in_order(entries)
    assert pairs(listed) == pairs(entries)
    assert len({(each.kind, each.id, each.by) for each in listed}) == len(listed)
    assert in_order(listed) == listed
    dated = [(each.by.day, each.by.at or time.max) for each in listed if each.by is not None]
    assert dated == sorted(dated)
    assert all(each.by is None for each in listed[len(dated) :])


def pairs(entries: list[Entry] | tuple[Entry, ...]) -> set[tuple[str, str, Deadline | None, str]]:
    """Which child has what to do by when; one of the family counts as a child of its own."""
    return {(each.kind, each.id, each.by, ref) for each in entries for ref in (*each.children, "")}
