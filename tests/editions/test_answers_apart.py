"""Answers that cannot be given in both editions alike, and what is not claimed because of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.editions.second_edition import LOWERED, MORE_TO_ANSWER, SLEEPS_GONE, first, reviewed, second
from threshold_tool.editions.answers_apart import AnswerApart, answers_apart
from threshold_tool.editions.as_json import review_as_json
from threshold_tool.evaluation.compiled import compile_document

if TYPE_CHECKING:
    from pathlib import Path


SWAPPED = (
    (
        "{id: sometimes, text: Sometimes}, {id: often, text: Often}",
        "{id: often, text: Often}, {id: sometimes, text: Sometimes}",
    ),
    (
        "sometimes: {level: early-help, cite: p.4}, often: {level: child-in-need, cite: p.5}",
        "often: {level: early-help, cite: p.4}",
    ),
)


def test_a_new_answer_and_one_that_is_gone(tmp_path: Path) -> None:
    """Each is told apart by the direction."""

    old, new = compile_document(first()), compile_document(second(tmp_path, *MORE_TO_ANSWER))

    assert answers_apart(old, new) == (AnswerApart("drink-effect", "always", "new"),)
    assert answers_apart(new, old) == (AnswerApart("drink-effect", "always", "old"),)


def test_an_answer_in_another_place_is_told(tmp_path: Path) -> None:
    """The child it is given of would move down, and no case that the search gives shows that."""

    found = reviewed(tmp_path, *SWAPPED)

    assert found.not_compared == (AnswerApart("drink-effect", "often", "both"),)
    assert found.equivalent is not True


def test_a_question_about_the_family_that_was_about_the_child(tmp_path: Path) -> None:
    """None of its answers is compared."""

    found = reviewed(tmp_path, ("{id: sleeps, about: child,", "{id: sleeps, about: family,"))

    assert found.not_compared == (AnswerApart("sleeps", None, "both"),)
    assert found.equivalent is not True


def test_other_numbers(tmp_path: Path) -> None:
    """A number that one edition does not take cannot be given in both."""

    found = reviewed(tmp_path, ("from: 0, to: 100", "from: 0, to: 90"))

    assert found.not_compared == (AnswerApart("attendance", None, "both"),)


def test_other_words_and_a_question_that_is_gone_are_compared(tmp_path: Path) -> None:
    """The answers are the same, or only one edition asks."""

    assert reviewed(tmp_path, ("text: Often", "text: Daily"), *SLEEPS_GONE).not_compared == ()


def test_nothing_is_proved_of_what_cannot_be_compared(tmp_path: Path) -> None:
    """The search finds no difference, but a new answer may lead anywhere: the verdict is open."""

    found = reviewed(tmp_path, *MORE_TO_ANSWER)

    assert found.difference.equivalent is True
    assert found.equivalent is None
    assert review_as_json(found)["equivalent"] is None
    assert review_as_json(found)["not_compared"] == [{"about": "drink-effect=always", "offered_by": "new"}]


def test_a_difference_that_is_found_stays_one(tmp_path: Path) -> None:
    """Whatever cannot be compared beside it."""

    always = (
        MORE_TO_ANSWER[0],
        ("early-help, cite: p.5}}", "early-help, cite: p.5}, always: {level: child-protection}}"),
    )

    assert reviewed(tmp_path, LOWERED, *always).equivalent is False
