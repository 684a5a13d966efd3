"""Immediate danger comes before everything, and a statutory answer makes the rest optional."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.content.random_children import ON
from tests.content.shipped import AREAS, compiled, document
from threshold_tool.cases.interview import Interview, Place
from threshold_tool.cases.model import Case
from threshold_tool.evaluation.explain import danger_words, urgent_contacts
from threshold_tool.evaluation.next_steps import Moment, answering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.documents.questions import Question

pytestmark = pytest.mark.parametrize("area", AREAS)

# A week with two bank holidays and a weekend in it, and the ordinary week before.
FIRST_HOUR = datetime(2026, 12, 14)  # noqa: DTZ001 - the time on a wall clock in England
HOURS = 14 * 24


def interview(area: str, age: str = "8 years") -> Interview:
    """An interview about one child, before the first answer."""
    case = {"format": "threshold-case/1", "on": ON, "children": [{"ref": "A", "age": age}]}
    return Interview(compiled(area), Case.model_validate(case))


def answered(start: Interview, question: Question, answer: str) -> Interview:
    child = "A" if question.about == "child" else None
    return start.with_answer(Place(question.id, child), answer)


def triggers(area: str) -> Iterator[Question]:
    """The questions of the danger and the always sections."""
    loaded = document(area)
    for section in loaded.document.sections:
        if section.kind in ("danger", "always"):
            yield from (loaded.questions[question] for question in section.questions)


def test_danger_is_asked_first(area: str) -> None:
    """The first section asks about immediate danger, and its `yes` is statutory and immediate."""
    first = document(area).document.sections[0]
    placements = document(area).document.placements[first.questions[0]]
    level = placements["yes"].level

    assert first.kind == "danger"
    assert placements["yes"].immediate
    assert level is not None
    assert document(area).level(level).statutory


def test_what_always_goes_comes_second(area: str) -> None:
    """Sections run from danger over what always goes to social care to all others."""
    kinds = [section.kind for section in document(area).document.sections]
    order = {"danger": 0, "always": 1, "screening": 2, "questions": 3, "strengths": 4}

    assert kinds == sorted(kinds, key=order.__getitem__)
    assert {"danger", "always", "screening"} <= set(kinds)


def test_danger_words_say_999(area: str) -> None:
    """The document's own words for danger begin with 999, before any other call."""
    words = danger_words(compiled(area))

    assert document(area).document.statements["immediate-danger"] == words
    assert "999" in words.split(". ")[0] or "999" in words.split(". ")[1]


def test_somebody_answers_at_every_hour(area: str) -> None:
    """At every hour, bank holidays too, an urgent contact or its stand-in answers a telephone."""
    contacts = {contact.id: contact for contact in document(area).document.contacts}
    first = next(contact for contact in contacts.values() if contact.urgent)

    for hour in range(HOURS):
        at = FIRST_HOUR + timedelta(hours=hour)
        who = answering(contacts, first.id, Moment(at.date(), at.time()))
        assert who is not None, at
        assert who.phone, at


def test_urgent_contacts_are_social_care_and_police(area: str) -> None:
    """The danger button shows social care by day, social care by night, and police."""
    contacts = [contact for contact in document(area).document.contacts if contact.urgent]
    by_day = next(contact for contact in contacts if contact.hours)

    assert by_day.out_of_hours in {contact.id for contact in contacts}
    assert any("police" in contact.name.casefold() for contact in contacts)
    assert len(urgent_contacts(compiled(area))) == len(contacts)


@pytest.mark.parametrize("answer", ["suspected", "yes"])
def test_what_always_goes_shows_the_route_at_once(area: str, answer: str) -> None:
    """Each trigger, alone, shows a route with something to do at once and leaves the rest optional."""
    starts = [interview(area, age) for age in ("8 years", "5 months")]

    for question in triggers(area):
        asked = [start for start in starts if any(step.question.id == question.id for step in start.steps)]
        assert asked, question.id
        after = answered(asked[0], question, answer)
        assert after.optional, question.id
        assert after.routes[0].statutory, question.id
        steps = after.steps_for(after.routes[0])
        assert any(step.action.within and str(step.action.within) == "at once" for step in steps), question.id
        assert after.next_step is not None


def test_nothing_is_optional_before_a_route_is_shown(area: str) -> None:
    """Before the first answer, and after an answer of no, no route is shown."""
    start = interview(area)
    danger = next(triggers(area))

    assert not start.optional
    assert not answered(start, danger, "no").optional


def test_the_route_can_be_telephoned_at_night(area: str) -> None:
    """What a trigger asks for at once names a contact who answers at three in the morning."""
    night = Moment(ON, time(3, 0))
    contacts = {contact.id: contact for contact in document(area).document.contacts}
    after = answered(interview(area), next(triggers(area)), "yes")
    at_once = [step for step in after.steps_for(after.routes[0]) if str(step.action.within) == "at once"]

    reached = [answering(contacts, step.contact.id, night) for step in at_once if step.contact]

    assert any(contact is not None and contact.phone for contact in reached)
