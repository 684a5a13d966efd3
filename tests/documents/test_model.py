from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.documents.corpus import GOOD_DOCUMENT
from threshold_tool.documents.loader import require_document
from threshold_tool.documents.model import Placement, Rule, ThresholdDocument

EVERYTHING = GOOD_DOCUMENT.parent / "everything.yaml"
RULE = {"id": "r", "when": {"child_age": {"unborn": "true"}}, "because": "So it is"}


def refused(model: Any, value: Any) -> bool:
    try:
        model.model_validate(value)
    except ValidationError:
        return True
    return False


@pytest.fixture(scope="module")
def everything() -> ThresholdDocument:
    return require_document(EVERYTHING).document


def test_every_key_is_used_in_a_good_document(everything: ThresholdDocument) -> None:
    """The document that has everything sets every field of the format."""

    assert set(ThresholdDocument.model_fields) == everything.model_fields_set


def test_text_looks_like_other_things(everything: ThresholdDocument) -> None:
    """Editions, codes, pages and answers that look like numbers and truth values stay text."""

    assert everything.edition == "2026.1"
    assert [level.code for level in everything.levels] == ["1", "2", "3a"]
    assert everything.placements["danger-now"]["yes"].cite == "3"
    assert everything.contacts[0].hours[0].open == "8:45-17:15"
    assert everything.statements["no"] == "A statement called no."


def test_what_is_left_out_has_a_meaning(everything: ThresholdDocument) -> None:
    """A deadline counts from the result; a contact without hours is closed on bank holidays and not urgent."""

    call, night = everything.actions[1], everything.contacts[1]

    assert (call.from_, call.roles, night.bank_holidays, night.urgent) == ("result", (), "closed", False)


@pytest.mark.parametrize(
    ("placement", "wrong"),
    [
        ({"level": "early-help"}, False),
        ({"require": ["call"]}, False),
        ({"level": "early-help", "require": ["call"], "immediate": "true"}, False),
        ({"cite": "p.1"}, True),
        ({"immediate": "true"}, True),
        ({"require": []}, True),
    ],
)
def test_a_placement_means_something(placement: Any, wrong: bool) -> None:
    """A placement has a level, an action or both."""

    assert refused(Placement, placement) is wrong


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"level": "a"}, False),
        ({"require": ["b"]}, False),
        ({"immediate": "yes"}, False),
        ({}, True),
        ({"cite": "1"}, True),
    ],
)
def test_a_rule_means_something(more: Any, wrong: bool) -> None:
    """A rule has a level, an action or a call to act at once."""

    assert refused(Rule, {**RULE, **more}) is wrong


def test_a_document_does_not_change(everything: ThresholdDocument) -> None:
    """What was read cannot be altered."""

    with pytest.raises(ValidationError):
        everything.title = "Another"  # type: ignore[misc]
