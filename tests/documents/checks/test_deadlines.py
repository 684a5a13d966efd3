from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.documents.checks.findings import findings, underlined

if TYPE_CHECKING:
    from pathlib import Path

CODE = "deadline-without-start"
ACTIONS = "  - {id: call-front-door, do: Call the Front Door, within: at once, contact: front-door}\n"
LEVELS = {
    "universal": (
        "consent: {rule: none}\n    actions: [carry-on",
        "consent: {rule: none}\n    actions: [carry-on, act",
    ),
    "early-help": (
        "consent: {rule: required}\n    actions: [carry-on",
        "consent: {rule: required}\n    actions: [carry-on, act",
    ),
    "child-protection": ("actions: [call-front-door", "actions: [call-front-door, act"),
}
REFUSAL = ("consent: {rule: required}", "consent: {rule: required, if_refused: act}")
OUTCOME = ("contacts:\n", "outcomes: [{id: not-met, name: Not met, then: [act]}]\ncontacts:\n")
ESCALATION = ("contacts:\n", "escalation: [{id: talk, who: Manager}]\ncontacts:\n")
PLACEMENT = ("require: [call-front-door]", "require: [act]")
STATUTORY_PLACEMENT = (
    "yes: {level: child-protection, immediate",
    "yes: {level: child-protection, require: [act], immediate",
)
NO_LEVEL = ("    level: early-help\n    when:\n", "    require: [act]\n    when:\n")
PLAN = LEVELS["early-help"]
NO_TIME = ("do: Carry on and look again, within: 6 weeks", "do: Carry on and look again")


def timed(start: str, within: str = "within: 3 days, ") -> tuple[str, str]:
    """An action `act` whose time runs from something."""
    return ACTIONS, f"{ACTIONS}  - {{id: act, do: Act, {within}from: {start}}}\n"


STARTED = {
    "the result": [timed("result"), LEVELS["universal"]],
    "a referral beside a call to those who take referrals": [timed("referral-sent"), LEVELS["child-protection"]],
    "a referral of which this is the outcome": [timed("referral-sent"), OUTCOME],
    "a referral at the level of a placement": [timed("referral-sent"), STATUTORY_PLACEMENT],
    "a referral at the level that a clause without one may go with": [timed("referral-sent"), NO_LEVEL],
    "a decision upon a referral": [timed("decision"), LEVELS["child-protection"]],
    "a decision of the family that is asked": [timed("decision"), LEVELS["early-help"]],
    "a decision of the family that refused": [timed("decision"), REFUSAL],
    "a decision that is an outcome": [timed("decision"), OUTCOME],
    "a plan that an action before begins": [timed("plan-start"), PLAN],
    "a disagreement that has a route": [timed("disagreement"), LEVELS["universal"], ESCALATION],
    "no time at all": [timed("plan-start", within=""), LEVELS["universal"], NO_TIME],
    "an action that nothing asks for": [timed("referral-sent")],
}  # fmt: skip
NOT_STARTED = {
    "a referral where nobody is called": [timed("referral-sent"), LEVELS["early-help"]],
    "a referral after a refusal": [timed("referral-sent"), REFUSAL],
    "a referral at a placement of a lower level": [timed("referral-sent"), PLACEMENT],
    "a decision where nobody is asked": [timed("decision"), LEVELS["universal"]],
    "a plan where nothing has a time": [timed("plan-start"), PLAN, NO_TIME],
    "a plan counted from itself": [
        timed("plan-start"), PLAN, ("look again, within: 6 weeks", "look again, within: 6 weeks, from: plan-start"),
    ],
    "a disagreement without a route": [timed("disagreement"), LEVELS["universal"]],
}  # fmt: skip


@pytest.mark.parametrize("start", STARTED)
def test_a_deadline_with_a_start(tmp_path: Path, start: str) -> None:
    """Something in the document leads to what the time runs from."""

    assert findings(tmp_path, CODE, *STARTED[start]) == []


@pytest.mark.parametrize("start", NOT_STARTED)
def test_a_deadline_without_a_start(tmp_path: Path, start: str) -> None:
    """Where nothing leads there wherever the action is asked for, the warning stands at its `from`."""

    found = findings(tmp_path, CODE, *NOT_STARTED[start])

    assert ("act",) in [problem.about for problem in found]
    assert all(problem.message.count(f"`{problem.about[0]}`") == 2 for problem in found)
    starts = ("referral-sent", "decision", "plan-start", "disagreement")
    assert all(underlined(problem, tmp_path).startswith(starts) for problem in found)


def test_a_deadline_that_starts_elsewhere(tmp_path: Path) -> None:
    """An action that has its start in one place is found in the place where it has none."""

    [problem] = findings(tmp_path, CODE, timed("referral-sent"), LEVELS["early-help"], LEVELS["child-protection"])

    assert underlined(problem, tmp_path) == "act]"
    assert "at the level `early-help`" in problem.message


def test_each_place_without_a_start_is_found(tmp_path: Path) -> None:
    """A level and a rule that both lack the start are two findings."""

    rule = ("    because: Tired", "    require: [act]\n    because: Tired")
    found = findings(tmp_path, CODE, timed("referral-sent"), LEVELS["universal"], LEVELS["child-protection"], rule)

    assert [problem.message.partition(", but ")[2] for problem in found] == [
        "at the level `universal` nothing leads to one.",
        "in the rule `tired-and-away` nothing leads to one.",
    ]
