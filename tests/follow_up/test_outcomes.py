"""What follows an outcome of a referral."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.content.shipped import AREAS, compiled
from tests.follow_up.referred import MONDAY, only, result
from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import LoadedCase
from threshold_tool.cases.model import Case, CaseChild, Decision
from threshold_tool.errors import CannotUse
from threshold_tool.evaluation.case_result import assess_case
from threshold_tool.follow_up.entries import Happened
from threshold_tool.follow_up.outcomes import NEVER_NOTHING, after_refusal, outcome_path

if TYPE_CHECKING:
    from threshold_tool.follow_up.entries import Entry
    from threshold_tool.follow_up.outcomes import OutcomePath

FRIDAY = date(2026, 11, 20)


def path(
    outcome: str, effect: str = "much", happened: Happened | None = None, *, in_danger: bool = False
) -> OutcomePath:
    found = result(effect)
    return outcome_path(found, only(found), outcome, FRIDAY, happened or Happened(), in_danger=in_danger)


def dated(entries: tuple[Entry, ...]) -> list[tuple[str, str | None]]:
    return [(entry.id, entry.by.day.isoformat() if entry.by else None) for entry in entries]


def test_threshold_not_met_leads_on() -> None:
    """What the document says follows is dated from the day of the outcome, the soonest first."""

    assert dated(path("not-met").then) == [
        ("ask-reason", "2026-11-23"),
        ("offer-help", "2026-11-25"),
        ("look-again", "2027-01-01"),
    ]


def test_early_help_is_offered_without_saying_it_twice() -> None:
    """Help by agreement comes from the highest level without a duty in law, as far as it is not named already."""

    assert dated(path("not-met").early_help) == [("review-plan", None)]
    assert dated(path("taken-on").early_help) == [("offer-help", "2026-11-25"), ("review-plan", None)]
    started = Happened(plan_start=date(2026, 12, 1))
    assert dated(path("not-met", happened=started).early_help) == [("review-plan", "2027-03-01")]


@pytest.mark.parametrize(
    ("effect", "decided", "expected"),
    [
        ("none", None, ["look-again", "carry-on"]),
        ("none", "child-in-need", ["offer-help", "review-plan"]),
        ("much", "universal", ["look-again", "carry-on"]),
    ],
)
def test_help_is_never_above_the_level_acted_at(effect: str, decided: str | None, expected: list[str]) -> None:
    """The level decided on, or else recommended, is the most that is offered."""

    decision = {"A": Decision(level=decided, reason="Seen", manager="Head")} if decided else {}
    found = result(effect, decision=decision)
    offered = outcome_path(found, only(found), "taken-on", FRIDAY).early_help
    assert [entry.id for entry in offered] == expected


def test_the_ladder_comes_with_it() -> None:
    """The stages stand beside every outcome, dated once the person has disagreed, and in danger without the first."""

    assert dated(path("not-met").escalation)[0] == ("talk", None)
    disagreed = Happened(disagreement=FRIDAY)
    assert dated(path("not-met", happened=disagreed).escalation)[0] == ("talk", "2026-11-23")
    assert dated(path("not-met", happened=disagreed, in_danger=True).escalation)[0] == ("senior", "2026-11-20")


def test_an_outcome_that_leads_nowhere_still_shows_help_and_route() -> None:
    """Where the document says nothing follows, help and disagreement are there all the same."""

    found = path("taken-on")
    assert found.then == ()
    assert found.early_help
    assert found.escalation


def test_an_outcome_that_the_document_lacks_is_refused() -> None:
    """One sentence names the document and the outcome."""

    with pytest.raises(CannotUse, match="The document follow has no outcome `lost`"):
        path("lost")


def test_a_refusal_leads_on_too() -> None:
    """What the level says of a refusal is dated from the day on which the family said no."""

    refused, silent = result("some"), result("much")
    assert dated(after_refusal(refused, only(refused), FRIDAY)) == [("weigh-refusal", "2026-11-24")]
    assert after_refusal(silent, only(silent), FRIDAY) == ()


def test_the_words_allow_no_nothing() -> None:
    """Help, new information and disagreement are named as the ways on."""

    for way in ("help", "new information", "disagreement"):
        assert way in NEVER_NOTHING


@pytest.mark.parametrize("area", AREAS)
def test_every_shipped_outcome_leads_somewhere(area: str) -> None:
    """Whatever a council of a shipped area answers, there is a next step with a day."""

    document = compiled(area)
    case = Case(format="threshold-case/1", on=MONDAY, children=(CaseChild(ref="A"),), family={"danger-now": "yes"})
    found = assess_case(document, require_fit(document, LoadedCase.from_answers(case)))
    for outcome in document.source.document.outcomes:
        led = outcome_path(found, only(found), outcome.id, FRIDAY, Happened(referral_sent=MONDAY))
        assert any(entry.by is not None for entry in (*led.then, *led.early_help)), outcome.id
        assert not {entry.id for entry in led.then} & {entry.id for entry in led.early_help}
