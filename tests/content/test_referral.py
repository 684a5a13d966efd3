"""Anyone may refer, silence is chased, and disagreement has a route."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.content.shipped import AREAS, document
from threshold_tool.deadlines.durations import Unit

pytestmark = pytest.mark.parametrize("area", AREAS)


def test_anyone_may_refer(area: str) -> None:
    """The document says that anybody may telephone, whoever they work for."""
    said = document(area).document.statements["anyone-may-refer"]

    assert any(word in said for word in ("Anyone", "Anybody", "Every person"))


def test_disagreement_has_a_route(area: str) -> None:
    """There are two stages or more, each with a contact who can be telephoned; all but the last have a deadline."""
    doc = document(area).document
    contacts = {contact.id: contact for contact in doc.contacts}

    assert len(doc.escalation) >= 2
    assert "danger" in doc.statements["disagreement"]
    for stage in doc.escalation:
        assert stage.contact is not None, stage.id
        assert contacts[stage.contact].phone, stage.id
    assert all(stage.within for stage in doc.escalation[:-1])


def test_in_danger_a_stage_can_be_passed_over(area: str) -> None:
    """The first stage may be passed over when a child is in danger, and the stage to begin at says so."""
    stages = document(area).document.escalation

    assert stages[0].skip_when_danger
    assert not stages[1].skip_when_danger
    assert "danger" in stages[1].who.casefold()


def test_silence_is_chased(area: str) -> None:
    """A referrer knows when to expect an answer; each statutory level says when to chase it, and what comes then."""
    doc = document(area).document
    actions = {action.id: action for action in doc.actions}

    assert doc.feedback is not None
    for level in doc.levels:
        if level.statutory:
            after = [actions[a] for a in level.actions if actions[a].from_ == "referral-sent"]
            assert any(action.within and action.contact and action.if_late for action in after), level.id


def test_a_no_from_social_care_is_not_the_end(area: str) -> None:
    """Every outcome of a referral that is not a yes is followed by something to do."""
    outcomes = document(area).document.outcomes

    assert len(outcomes) >= 3
    assert any("threshold" in outcome.name.casefold() or "not" in outcome.name.casefold() for outcome in outcomes)
    assert all(outcome.then for outcome in outcomes)


def test_protection_is_telephoned_then_written(area: str) -> None:
    """Where significant harm is suspected the call is at once, and the written account within two days."""
    doc = document(area).document
    actions = {action.id: action for action in doc.actions}
    for level in doc.levels:
        if "s47" in level.legal_basis:
            named = [actions[action] for action in level.actions]
            first = next(action for action in named if action.contact)
            written = [a for a in named if a.from_ == "referral-sent" and a.within and a.within.unit is Unit.HOUR]
            assert str(first.within) == "at once"
            assert any(timedelta(hours=action.within.count) <= timedelta(days=2) for action in written if action.within)


def test_deadlines_that_can_be_missed_have_a_next_step(area: str) -> None:
    """At each statutory level something that is late leads to a stage of disagreement."""
    doc = document(area).document
    actions = {action.id: action for action in doc.actions}

    for level in doc.levels:
        if level.statutory:
            assert any(actions[action].if_late for action in level.actions), level.id


def test_help_needs_a_way_to_reach_it(area: str) -> None:
    """Every contact can be telephoned and written to."""
    for contact in document(area).document.contacts:
        assert contact.phone, contact.id
        assert contact.email, contact.id
        assert contact.checked, contact.id
