from __future__ import annotations

from threshold_tool.documents.model import Rewording
from threshold_tool.documents.questions import Question
from threshold_tool.documents.rewording import reworded

QUESTION = Question.model_validate(
    {"id": "sleep", "about": "child", "ask": "Tired?", "why": "Rest matters.", "answers": "no-suspected-yes"}
)


def test_a_question_without_local_words_stays() -> None:
    """Words for another question change nothing."""

    assert reworded(QUESTION, {"meals": Rewording(ask="Hungry?")}) is QUESTION


def test_what_is_reworded_changes_and_the_rest_stays() -> None:
    """Each text has its local words where there are some; ids and order of the answers stay."""

    local = Rewording.model_validate({"ask": "Too tired to play?", "answers": {"yes": "Most days"}})
    question = reworded(QUESTION, {"sleep": local})

    assert (question.ask, question.why) == ("Too tired to play?", "Rest matters.")
    assert [(option.id, option.text) for option in question.options] == [
        ("no", "No"),
        ("suspected", "Suspected"),
        ("yes", "Most days"),
    ]
