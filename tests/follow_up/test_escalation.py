"""The stages of professional disagreement."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content.shipped import AREAS, document
from tests.follow_up.referred import DOCUMENT, MONDAY
from threshold_tool.deadlines.working_days import Deadline
from threshold_tool.follow_up.escalation import escalation_ladder

FRIDAY = date(2026, 11, 20)


def days(start: date | None, *, in_danger: bool = False) -> list[tuple[str, Deadline | None]]:
    return [(entry.id, entry.by) for entry in escalation_ladder(DOCUMENT, start, in_danger=in_danger)]


def test_each_stage_begins_where_the_one_before_ends() -> None:
    """Working days pass the weekend; a stage without a time of its own passes the beginning on to the next."""

    assert days(FRIDAY) == [
        ("talk", Deadline(date(2026, 11, 23))),
        ("senior", Deadline(date(2026, 11, 23))),
        ("chair", None),
        ("partners", Deadline(date(2026, 11, 30))),
    ]


def test_in_danger_marked_stages_are_passed_over() -> None:
    """The first stage that is left begins at once, to the hour where it is known; stages keep their numbers."""

    afternoon = datetime.combine(MONDAY, time(15, 45))
    ladder = escalation_ladder(DOCUMENT, afternoon, in_danger=True, children=("A",))
    assert [(entry.id, entry.by) for entry in ladder][:2] == [
        ("senior", Deadline(MONDAY, time(23, 45))),
        ("chair", None),
    ]
    assert ladder[0].do == "Stage 2 for disagreement: Your senior manager. In danger start here."
    assert {entry.children for entry in ladder} == {("A",)}


def test_nobody_is_left_without_a_route() -> None:
    """Were every stage to be passed over in danger, all of them stay."""

    skipped = tuple(stage.model_copy(update={"skip_when_danger": True}) for stage in DOCUMENT.escalation)
    made = DOCUMENT.model_copy(update={"escalation": skipped})
    assert len(escalation_ladder(made, MONDAY, in_danger=True)) == len(DOCUMENT.escalation)


def test_without_a_day_of_disagreement_there_are_no_dates() -> None:
    """The route is shown all the same."""

    assert days(None) == [("talk", None), ("senior", None), ("chair", None), ("partners", None)]


def test_each_stage_has_its_contact_and_who_stands_in() -> None:
    """Whom to turn to is told with every stage that has a contact."""

    reached = [
        (entry.contact and entry.contact.id, entry.otherwise and entry.otherwise.id)
        for entry in escalation_ladder(DOCUMENT, None, in_danger=False)
    ]
    assert reached == [("desk", "night"), ("desk", "night"), (None, None), ("night", None)]


@pytest.mark.parametrize("area", AREAS)
@given(start=st.dates(date(2026, 11, 1), date(2027, 12, 31)), in_danger=st.booleans())
def test_no_stage_ends_before_the_one_before_it(area: str, start: date, in_danger: bool) -> None:
    """In every shipped document the ladder leads somewhere, forward in time, and in danger not later."""

    found = document(area).document
    ladder = escalation_ladder(found, start, in_danger=in_danger)
    dates = [entry.by.day for entry in ladder if entry.by is not None]
    assert ladder
    assert dates == sorted(dates)
    assert all(day >= start for day in dates)
    usual = {entry.id: entry.by for entry in escalation_ladder(found, start, in_danger=False)}
    for entry in ladder:
        by, usually = entry.by, usual[entry.id]
        assert by is None or usually is None or by.day <= usually.day
