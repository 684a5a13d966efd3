"""Every question can be answered: it says why it is asked, what to look for, and has answers that differ."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.content.shipped import AREAS, SETS, document, question_set
from tests.content.wording import folded
from threshold_tool.documents import conditions as c

MOST_WORDS_ASKED = 30
MOST_WORDS_ANSWERED = 22


@pytest.mark.parametrize("area", AREAS)
def test_questions_help_to_answer(area: str) -> None:
    """Every question of an area says why it matters and names at least three things to look for."""
    for question in document(area).questions.values():
        assert question.why, question.id
        assert len(question.look_for) >= 3, question.id
        assert len(set(question.look_for)) == len(question.look_for), question.id


@pytest.mark.parametrize("area", AREAS)
def test_answers_can_be_told_apart(area: str) -> None:
    """A question that is not a number has two to five answers, and no two say the same."""
    for question in document(area).questions.values():
        if question.number is None:
            texts = [folded(option.text) for option in question.options]
            assert 2 <= len(texts) <= 5, question.id
            assert len(set(texts)) == len(texts), question.id


@pytest.mark.parametrize("area", AREAS)
def test_no_two_questions_ask_the_same(area: str) -> None:
    """No two questions of an area have the same words, nor the same reason."""
    questions = document(area).questions.values()

    assert not [text for text, times in Counter(folded(q.ask) for q in questions).items() if times > 1]
    assert not [text for text, times in Counter(folded(q.why or q.id) for q in questions).items() if times > 1]


def test_question_ids_are_unique_among_sets() -> None:
    """No two shared sets have a question of the same id, so that an area can use any of them together."""
    ids = Counter(question.id for set_id in SETS for question in question_set(set_id).questions)

    assert not [id_ for id_, times in ids.items() if times > 1]


@pytest.mark.parametrize("area", AREAS)
def test_every_question_is_asked_once(area: str) -> None:
    """Every question of the document and of the sets it uses stands in exactly one section."""
    loaded = document(area)
    asked = Counter(question for section in loaded.document.sections for question in section.questions)

    assert set(asked) == set(loaded.questions)
    assert set(asked.values()) == {1}


@pytest.mark.parametrize("area", AREAS)
def test_questions_are_short(area: str) -> None:
    """A question has at most 30 words and an answer 22: they are read aloud, and on a small screen."""
    for question in document(area).questions.values():
        assert len(question.ask.split()) <= MOST_WORDS_ASKED, question.id
        for option in question.options:
            assert len(option.text.split()) <= MOST_WORDS_ANSWERED, (question.id, option.id)


@pytest.mark.parametrize("area", AREAS)
def test_every_question_has_its_place(area: str) -> None:
    """Every question belongs to a theme and a domain of the document."""
    loaded = document(area)
    themes, domains = {theme.id for theme in loaded.themes}, {domain.id for domain in loaded.domains}

    for question in loaded.questions.values():
        assert question.theme in themes, question.id
        assert question.domain in domains, question.id


@pytest.mark.parametrize("area", AREAS)
def test_what_opens_a_question_is_asked_before_it(area: str) -> None:
    """A question that other answers open comes after one of those: nobody is asked about what was not raised."""
    loaded = document(area)
    order = [question for section in loaded.document.sections for question in section.questions]
    for question in loaded.questions.values():
        if question.ask_when is not None:
            opened_by = [part.answer.question for part in c.walk(question.ask_when) if isinstance(part, c.Answer)]
            before = [parent for parent in opened_by if order.index(parent) < order.index(question.id)]
            assert before or not opened_by, question.id
