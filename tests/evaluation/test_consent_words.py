"""What a level says of consent, in plain sentences."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, get_args

import pytest

from tests.content.shipped import AREAS, compiled
from tests.documents.worded_document import worded
from threshold_tool.cases.model import ConsentAsked
from threshold_tool.documents.model import ConsentRule
from threshold_tool.evaluation.compiled import compile_document
from threshold_tool.evaluation.consent_words import (
    ASKED,
    NEVER_ALERT,
    RULES,
    TELL_PARENTS,
    TOLD,
    ConsentWords,
    consent_words,
)

if TYPE_CHECKING:
    from pathlib import Path

LOW, MIDDLE, HIGH = 0, 1, 2
ON = date(2026, 11, 16)
HIGH_ACTIONS = "actions: [telephone], part_of: upper}"


def words(folder: Path, level: int, high: str | None = None) -> ConsentWords:
    """What the worded document says at a level; with `high`, its highest level has this consent block."""
    replaced = {HIGH_ACTIONS: f"consent: {high}, {HIGH_ACTIONS}"} if high else None
    return consent_words(compile_document(worded(folder, replaced)), level)


def test_every_rule_has_words() -> None:
    """Each rule that a document can state is put into words."""

    assert set(RULES) == set(get_args(ConsentRule))


def test_consent_in_the_documents_words(tmp_path: Path) -> None:
    """The rule, the document's own text, who may give it, how it is shown, and what a refusal leads to."""

    assert words(tmp_path, MIDDLE).sentences == (
        "Consent is required.",
        "Ask first.",
        "Who may give it: someone with parental responsibility; an older sister.",
        "An adult without parental responsibility cannot give it for a child.",
        "How it is shown: signed by whoever gives it.",
        "A refusal by itself neither raises nor lowers the level. Ask what it leaves the child with.",
        "If it is refused: Ask the family again.",
    )


def test_exceptions_are_the_documents(tmp_path: Path) -> None:
    """The document's exceptions are listed as it words them; without any there are none."""

    assert words(tmp_path, MIDDLE).exceptions == ("Advice without names",)
    assert words(tmp_path, HIGH, "{rule: not-required}").exceptions == ()


def test_where_consent_is_not_required_parents_are_told_unless(tmp_path: Path) -> None:
    """Parents are told all the same, with the four reasons against, and nobody who may do harm is alerted."""

    found = words(tmp_path, HIGH, "{rule: not-required}")
    assert found.sentences == ("Consent is not required.", TELL_PARENTS, NEVER_ALERT)
    for reason in ("greater risk", "police investigation", "evidence", "delay"):
        assert reason in TELL_PARENTS
    assert found.law == "This level rests on section 47 of the Children Act 1989."


@pytest.mark.parametrize("rule", ["sought", "written"])
def test_a_refusal_never_holds_up_protection(tmp_path: Path, rule: ConsentRule) -> None:
    """Where agreement is sought, a refusal lowers nothing; at a statutory level nobody is alerted either."""

    found = words(tmp_path, HIGH, f"{{rule: {rule}}}")
    assert found.sentences == (
        RULES[rule],
        "A refusal does not lower the level, and never holds up the protection of a child.",
        NEVER_ALERT,
    )


def test_a_document_that_is_silent(tmp_path: Path) -> None:
    """Where the document says nothing of consent that is said, and the form asks all the same."""

    found = words(tmp_path, LOW)
    assert found.sentences == (
        "The document does not say what to do about consent at this level. Ask your safeguarding lead.",
    )
    assert (found.law, found.fields) == (None, ASKED)
    assert words(tmp_path, HIGH).sentences[-1] == NEVER_ALERT


@pytest.mark.parametrize(
    ("rule", "fields"),
    [("none", ()), ("required", ASKED), ("sought", ASKED), ("written", ASKED), ("not-required", TOLD)],
)
def test_the_form_asks_by_the_rule(tmp_path: Path, rule: str, fields: Any) -> None:
    """Who was asked where consent counts, who was told where it does not, nothing where none is needed."""

    assert words(tmp_path, HIGH, f"{{rule: {rule}}}").fields == fields


@pytest.mark.parametrize("fields", [ASKED, TOLD])
def test_fields_are_those_of_a_case(fields: tuple[Any, ...]) -> None:
    """Every field of the form has its place in the case, and the case no other."""

    assert [field.key for field in fields] == list(ConsentAsked.model_fields)


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        (None, True),
        (ConsentAsked(), True),
        (ConsentAsked(asked="Mother", on=ON), True),
        (ConsentAsked(asked="Mother", answer="Yes"), True),
        (ConsentAsked(on=ON, answer="Yes"), True),
        (ConsentAsked(asked="Mother", on=ON, answer="Yes"), False),
        (ConsentAsked(why_not="It would raise the risk"), False),
    ],
)
def test_what_is_still_to_be_written_down(tmp_path: Path, said: ConsentAsked | None, missing: bool) -> None:
    """Who, when and the answer, or why not: either is enough, less is not."""

    assert (words(tmp_path, MIDDLE).missing(said) is not None) is missing


def test_what_is_missing_is_named_by_the_rule(tmp_path: Path) -> None:
    """Asking and telling are told apart, and where nothing is needed nothing is missing."""

    assert "asked" in (words(tmp_path, MIDDLE).missing(None) or "")
    assert "told" in (words(tmp_path, HIGH, "{rule: not-required}").missing(None) or "")
    assert words(tmp_path, HIGH, "{rule: none}").missing(None) is None


@pytest.mark.parametrize("area", AREAS)
def test_every_shipped_level_is_put_into_words(area: str) -> None:
    """The document's own text stands among the sentences, and no statutory level forgets who must not be alerted."""

    document = compiled(area)
    for order, level in enumerate(document.source.document.levels):
        found = consent_words(document, order)
        assert level.consent is not None
        assert level.consent.text in found.sentences
        assert (NEVER_ALERT in found.sentences) is level.statutory
