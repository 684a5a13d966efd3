"""Entries in plain words."""

from __future__ import annotations

from datetime import date, time

import pytest

from tests.content.shipped import AREAS, compiled
from tests.follow_up.referred import DOCUMENT, MONDAY, result
from threshold_tool.deadlines.working_days import Deadline
from threshold_tool.follow_up.after_result import follow_up
from threshold_tool.follow_up.entries import Entry, Happened
from threshold_tool.follow_up.entry_words import (
    counted_words,
    entry_words,
    late_words,
    reach_words,
    when_words,
    who_words,
)
from threshold_tool.follow_up.escalation import escalation_ladder

SENT = Happened(referral_sent=date(2026, 11, 17))
DESK = (
    "Front Desk, 01632 960001. Open Monday to Friday 9:00 to 17:00; closed on bank holidays. "
    "At other times: Night Desk, 01632 960002"
)


def entry(name: str, effect: str = "much", happened: Happened = SENT) -> Entry:
    return next(each for each in follow_up(result(effect), {"A": happened}) if each.id == name)


def at_once() -> Entry:
    danger = follow_up(result("none", family={"danger-now": "yes"}, at=time(15, 45)))
    return next(each for each in danger if each.id == "telephone")


def test_when_it_is_due() -> None:
    """A day or a minute where it can be told, otherwise how long after what has to happen first."""

    assert when_words(entry("refer")) == "By Tuesday 17 November 2026"
    assert when_words(entry("tell-lead")) == "By Monday 16 November 2026"
    assert when_words(Entry("plan", "plan-1", (), "Do.", Deadline(MONDAY, time(9, 5)))) == (
        "By 09:05 on Monday 16 November 2026"
    )
    assert when_words(entry("chase", happened=Happened())) == "Within 3 working days of sending the referral"
    assert when_words(at_once()) == "At once"
    assert when_words(Entry("escalation", "chair", (), "Do.", None)) == "No date is set"


def test_how_the_day_came_about() -> None:
    """The document's own time and what it is counted from; nothing for a day that somebody chose."""

    assert counted_words(entry("chase")) == "3 working days from sending the referral"
    assert counted_words(Entry("plan", "plan-1", (), "Do.", Deadline(MONDAY))) == ""
    first = escalation_ladder(DOCUMENT, MONDAY, in_danger=False)[0]
    assert counted_words(first) == "1 working day from the disagreement, counting the stages one after another"


@pytest.mark.parametrize(
    ("children", "words"),
    [
        ((), "The family"),
        (("A",), "Child A"),
        (("A", "B"), "Children A and B"),
        (("A", "B", "C"), "Children A, B and C"),
    ],
)
def test_whom_it_is_about(children: tuple[str, ...], words: str) -> None:
    """One child, several, or the whole family."""

    assert who_words(Entry("plan", "plan-1", children, "Do.", None)) == words


def test_whom_to_turn_to() -> None:
    """The contact with its hours and who stands in; the stage for what is late; nothing where nobody is named."""

    assert reach_words(entry("refer")) == DESK
    assert late_words(entry("offer-help", "some")) == "If nothing happens in time, turn to: The team manager"
    assert (reach_words(entry("tell-lead")), late_words(entry("tell-lead"))) == ("", "")


def test_the_whole_entry() -> None:
    """By when, what, through whom, and what if it is late, each closed with one stop."""

    assert entry_words(entry("refer")) == f"By Tuesday 17 November 2026: Refer. {DESK}."
    assert entry_words(entry("tell-lead")) == "By Monday 16 November 2026: Tell your lead."
    assert entry_words(entry("offer-help", "some")).endswith("If nothing happens in time, turn to: The team manager.")


@pytest.mark.parametrize("area", AREAS)
def test_every_shipped_stage_reads_as_a_sentence(area: str) -> None:
    """Each stage of each area has words, and no stop stands twice."""

    for each in escalation_ladder(compiled(area).source.document, MONDAY, in_danger=False):
        words = entry_words(each)
        assert words.endswith(".")
        assert ".." not in words
