"""What a whole result lists, in words and in order."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.commands import DOCUMENT
from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import LoadedCase
from threshold_tool.cases.model import Case, CaseChild
from threshold_tool.deadlines.ages import parse_age
from threshold_tool.documents.condition_words import quoted
from threshold_tool.documents.loader import require_document
from threshold_tool.evaluation.case_result import assess_case
from threshold_tool.evaluation.compiled import compile_document
from threshold_tool.evaluation.result_words import (
    enough_words,
    highest_words,
    more_to_find_out_words,
    not_in_document_words,
    to_find_out,
    wording_of,
)

if TYPE_CHECKING:
    from threshold_tool.evaluation.case_result import CaseResult

SMALL = compile_document(require_document(DOCUMENT))
EIGHT = parse_age("8 years")


def result(family: dict[str, str], *own: dict[str, str], **case: Any) -> CaseResult:
    """The small document's result for one child or more."""
    children = tuple(CaseChild(ref="ABC"[at], age=EIGHT, answers=answers) for at, answers in enumerate(own))
    made = Case(format="threshold-case/1", on=date(2026, 11, 16), children=children, family=family, **case)
    return assess_case(SMALL, require_fit(SMALL, LoadedCase.from_answers(made)))


DRINK = {"drink-concern": "yes", "drink-effect": "often"}
TWO_WORRIES = {"drink-concern": "yes", "drink-effect": "sometimes"}


def test_the_highest_level_is_named_for_several_children() -> None:
    """One child needs no summary; of several the highest level is named."""

    assert highest_words(result(DRINK, {})) is None
    assert highest_words(result({}, {"sleeps": "yes"}, {"told": "yes"})) == (
        "Highest in this family: Level 4: child protection."
    )


def test_answers_that_suffice_together_are_named() -> None:
    """A combination of answers is named as such; a single answer that suffices says no more than its reason does."""

    (together,) = result(TWO_WORRIES, {"sleeps": "yes", "attendance": "80"}).children
    (alone,) = result(DRINK, {}).children

    assert any("; together with: " in words for words in enough_words(SMALL, together))
    assert enough_words(SMALL, alone) == ()


def test_what_was_said_to_be_unknown_comes_first() -> None:
    """What somebody said is not known is to be found out before what nobody asked; what others bring up is left out."""

    (child,) = result({"drink-concern": "not-known"}, {"attendance": "not-known"}).children
    questions = [unknown.question for unknown in to_find_out(child)]

    assert set(questions[:2]) == {"drink-concern", "attendance"}
    assert not child.follow_on & set(questions)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (-3, ""),
        (0, ""),
        (1, "1 more question that was not answered could change it too."),
        (2, "2 more questions that were not answered could change it too."),
    ],
)
def test_how_many_more_there_are(count: int, words: str) -> None:
    """The rest of a long list is counted in a sentence."""

    assert more_to_find_out_words(count) == words


def test_answers_without_a_question_are_named() -> None:
    """What the document does not ask is named; nothing is said where there is no such answer."""

    assert not_in_document_words(("pets", "garden")) == (
        "Answers to questions that this document does not have: pets, garden."
    )
    assert not_in_document_words(()) == ""


def test_the_wording_of_a_placement() -> None:
    """For an answer: where the document has it, and the page."""

    (child,) = result(DRINK, {}).children
    wording = wording_of(SMALL, child.reasons[0])

    assert wording == (
        f"The document has {quoted('Often')} at Level 3: child in need (p.5).",
        "Why it asks: Use alone is not harm.",
    )


def test_the_wording_of_a_rule() -> None:
    """For a rule: its level, then when it holds."""

    (child,) = result(TWO_WORRIES, {"sleeps": "yes", "attendance": "80"}).children
    rule = next(reason for reason in child.reasons if reason.clause.kind == "rule")

    about, when = wording_of(SMALL, rule)

    assert about == "The document has a rule at Level 3: child in need (p.10)."
    assert when == (
        "It holds when at least 3 answers are placed at Level 2: early help or above, from at least 2 different themes."
    )


def test_the_wording_of_what_an_answer_asks_for() -> None:
    """What a clause requires and that it calls for action at once are part of what the document says."""

    (child,) = result({"danger-now": "yes"}, {"sleeps": "yes"}).children
    wordings = {reason.clause.id: wording_of(SMALL, reason) for reason in (*child.reasons, *child.also)}

    assert "It calls for action at once." in wordings["danger-now=yes"]
    assert "It asks for this: Tell the school." in wordings["sleeps=yes"]
