"""What to do, by when and through whom."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from threshold_tool.documents.model import ThresholdDocument
from threshold_tool.evaluation.next_steps import Moment, NextStep, next_steps
from threshold_tool.evaluation.step_words import reach_words, when_words

FRIDAY = date(2026, 12, 18)
EITHER_HOUR = (
    "Front Door, 01632 960001. Open Monday to Friday 9:00 to 17:00; closed on bank holidays. "
    "At other times: Night Team, 01632 960002"
)
OFFICE = {"id": "office", "name": "Front Door", "phone": "01632 960001"}


def document(*actions: dict[str, Any], **more: Any) -> ThresholdDocument:
    level = {"code": "1", "colour": "#000000", "statutory": "false", "meaning": "x"}
    hours = [{"days": "mon-fri", "open": "9:00-17:00"}]
    return ThresholdDocument.model_validate(
        {
            "format": "threshold-document/1",
            "id": "d",
            "title": "D",
            "board": "B",
            "edition": "1",
            "status": "fictional",
            "effective": "2026-01-01",
            "review_by": "2027-01-01",
            "levels": [{**level, "id": "low", "name": "Low"}, {**level, "id": "high", "name": "High"}],
            "when_nothing_matches": "low",
            "when_too_little_is_known": "high",
            "sections": [{"id": "s", "kind": "questions", "title": "S", "questions": ["q"]}],
            "contacts": [
                {**OFFICE, "hours": hours, "out_of_hours": "night"},
                {"id": "night", "name": "Night Team", "phone": "01632 960002"},
            ],
            "escalation": [{"id": "talk", "who": "Team manager"}],
            "actions": list(actions),
            **more,
        }
    )


def only(actions: tuple[dict[str, Any], ...] | dict[str, Any], moment: Moment, role: str = "school") -> NextStep:
    listed = actions if isinstance(actions, tuple) else (actions,)
    (step,) = next_steps(document(*listed), [a["id"] for a in listed], role, moment)
    return step


@pytest.mark.parametrize(
    ("within", "at", "words"),
    [
        ("at once", None, "At once"),
        ("same day", None, "Today"),
        ("1 working day", None, "By Monday 21 December 2026"),
        ("5 working days", None, "By Tuesday 29 December 2026"),
        ("6 weeks", None, "By Friday 29 January 2027"),
        ("4 hours", None, "Within 4 hours"),
        ("4 hours", time(22, 30), "By 02:30 on Saturday 19 December 2026"),
    ],
)
def test_deadline_in_words(within: str, at: time | None, words: str) -> None:
    """A deadline that runs from the result is a day, passing weekends, Christmas and midnight as it should."""

    assert when_words(only({"id": "a", "do": "Do", "within": within}, Moment(FRIDAY, at))) == words


def test_deadline_that_starts_later_has_no_day() -> None:
    """A deadline from something yet to happen is told as a length of time."""

    step = only({"id": "a", "do": "Do", "within": "3 working days", "from": "referral-sent"}, Moment(FRIDAY))
    assert step.by is None
    assert when_words(step) == "Within 3 working days of sending the referral"


@pytest.mark.parametrize(
    ("at", "reach"),
    [
        (time(8, 59), "Night Team, 01632 960002 (Front Door is closed at this hour)"),
        (time(9, 0), "Front Door, 01632 960001"),
        (time(16, 59), "Front Door, 01632 960001"),
        (time(17, 0), "Night Team, 01632 960002 (Front Door is closed at this hour)"),
        (None, EITHER_HOUR),
    ],
)
def test_number_for_the_hour(at: time | None, reach: str) -> None:
    """The number is that of whoever answers at that hour; without the hour both are told."""

    action = {"id": "a", "do": "Do", "within": "at once", "contact": "office"}
    assert reach_words(only(action, Moment(FRIDAY, at))) == reach


@pytest.mark.parametrize(
    ("within", "start", "words"),
    [
        ("at once", "result", "Night Team, 01632 960002 (Front Door is closed at this hour)"),
        ("4 hours", "result", "Night Team, 01632 960002 (Front Door is closed at this hour)"),
        ("1 working day", "result", EITHER_HOUR),
        ("24 hours", "referral-sent", EITHER_HOUR),
    ],
)
def test_number_for_what_is_done_later(within: str, start: str, words: str) -> None:
    """Who answers at this hour matters for what is done now; for what comes later the contact's hours are told."""

    action = {"id": "a", "do": "Do", "within": within, "from": start, "contact": "office"}
    assert reach_words(only(action, Moment(FRIDAY, time(20, 0)))) == words


@pytest.mark.parametrize(("role", "seen"), [("school", ["s", "all"]), ("health", ["all"]), ("other", ["s", "all"])])
def test_actions_are_those_of_the_role(role: str, seen: list[str]) -> None:
    """An action for other roles is left out; a person whose role is not known sees all."""

    steps = next_steps(
        document({"id": "s", "do": "School", "roles": ["school"]}, {"id": "all", "do": "All"}),
        ["s", "all"],
        role,
        Moment(FRIDAY),
    )
    assert [step.action.id for step in steps] == seen


def test_an_action_named_twice_is_done_once() -> None:
    """A required action that the level names already is listed once, in its first place."""

    steps = next_steps(
        document({"id": "a", "do": "A"}, {"id": "b", "do": "B"}), ["a", "b", "a"], "school", Moment(FRIDAY)
    )
    assert [step.action.id for step in steps] == ["a", "b"]


def test_json_has_everything_written_out() -> None:
    """The JSON form has deadline, contact, who answers now and the stage to turn to when it is late."""

    action = {"id": "a", "do": "Do", "within": "1 working day", "contact": "office", "if_late": "talk"}
    assert only(action, Moment(FRIDAY, time(20, 0))).as_json() == {
        "id": "a",
        "do": "Do",
        "within": "1 working day",
        "from": "result",
        "by": "2026-12-21",
        "contact": {"id": "office", "name": "Front Door", "phone": "01632 960001", "email": None},
        "answers_now": "night",
        "if_late": "talk",
    }
