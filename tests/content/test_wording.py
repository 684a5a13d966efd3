"""Plain words about people: person first, nobody blamed, one thing asked at a time."""

from __future__ import annotations

import pytest

from tests.content.shipped import AREAS, all_said, document
from tests.content.wording import EXCEPTIONS, double_negative, words_to_avoid


@pytest.mark.parametrize("area", AREAS)
def test_words_about_people(area: str) -> None:
    """No text blames a person for harm done to them, or names a person by an illness or a use."""
    found = {
        said.place: words
        for said in all_said(area)
        if said.place not in EXCEPTIONS and (words := words_to_avoid(said.text))
    }

    assert found == {}


def test_exceptions_are_needed() -> None:
    """Every exception to the words to avoid still stands for a text that needs it, in some area."""
    texts = [said for area in AREAS for said in all_said(area)]
    needed = {said.place for said in texts if said.place in EXCEPTIONS and words_to_avoid(said.text)}

    assert needed == set(EXCEPTIONS)


@pytest.mark.parametrize("area", AREAS)
def test_a_no_means_no(area: str) -> None:
    """No question and no answer denies a denial."""
    asked = {q.id: (q.ask, *(option.text for option in q.options)) for q in document(area).questions.values()}
    found = {id_: twice for id_, texts in asked.items() for text in texts if (twice := double_negative(text))}

    assert found == {}


@pytest.mark.parametrize("area", AREAS)
def test_one_question_at_a_time(area: str) -> None:
    """A question ends in its only question mark; an answer has none."""
    for question in document(area).questions.values():
        assert question.ask.count("?") == 1, question.id
        assert question.ask.endswith("?"), question.id
        assert not any("?" in option.text for option in question.options), question.id


@pytest.mark.parametrize("area", AREAS)
def test_sentences_are_finished(area: str) -> None:
    """Statements, reasons, meanings and actions are sentences; answers, examples and hints end without a full stop."""
    ends = {"statement", "rule", "action"}
    bare = {"answer", "example", "look_for"}
    for said in all_said(area):
        parts = said.place.split()
        if parts[0] in ends or parts[-1] in ("why", "meaning"):
            assert said.text[-1] in '.?"', said.place
        if bare & set(parts):
            assert not said.text.endswith("."), said.place


@pytest.mark.parametrize(
    "text",
    [
        "The mother is an addict.",
        "She fails to protect the children",
        "The family refuses to engage",
        "a victim of her own choices",
        "He is a known alcoholic",
        "Health and/or school",
        "The boy put himself at risk",
    ],
)
def test_words_to_avoid_are_noticed(text: str) -> None:
    """The search for words to avoid finds them, whatever their case."""
    assert words_to_avoid(text)
    assert words_to_avoid(text.upper())


@pytest.mark.parametrize(
    "text", ["Is the child not without food?", "Nobody never comes", "Does no adult fail to help?"]
)
def test_double_negatives_are_noticed(text: str) -> None:
    """The search for double negatives finds them; one negative in each clause is no fault."""
    assert double_negative(text)
    assert not double_negative("No, and nobody outside the home sees the child")
