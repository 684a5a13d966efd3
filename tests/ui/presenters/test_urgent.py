"""Whom to call at this hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.conftest import MORNING
from ui.presenters.urgent import no_document, urgent_state

if TYPE_CHECKING:
    from threshold_tool.evaluation.compiled import CompiledDocument


def test_the_office_answers_by_day(exampleshire: CompiledDocument) -> None:
    """On a working day who answers now comes first, the office among them."""

    contacts = urgent_state(exampleshire, MORNING).contacts

    assert contacts[0].name.startswith("Exampleshire Front Door")
    assert contacts[0].now
    assert contacts[0].number == "01632 960001"


def test_the_night_team_answers_at_night(exampleshire: CompiledDocument) -> None:
    """At night the office is closed, and the night team comes first."""

    contacts = urgent_state(exampleshire, MORNING.replace(hour=23)).contacts

    assert contacts[0].number == "01632 960002"
    assert not next(c for c in contacts if c.number == "01632 960001").now


def test_999_is_always_named(exampleshire: CompiledDocument) -> None:
    """With a document or without, 999 comes first."""

    assert "999" in urgent_state(exampleshire, MORNING).words
    assert "999" in no_document().words
