"""A trial in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.evaluation.test_trial import CHILD, SMALL, small
from threshold_tool.cases.interview import Place
from threshold_tool.evaluation.trial import try_answer
from threshold_tool.evaluation.trial_words import TRIAL_CAUTION, TRIAL_TITLE, trial_words, tried_words

if TYPE_CHECKING:
    from threshold_tool.cases.model import CaseChild

DRINK = {"drink-concern": "yes", "drink-effect": "sometimes"}
SLEEPY = CHILD.model_copy(update={"answers": {"sleeps": "yes"}})


def test_it_says_that_it_is_a_trial() -> None:
    """The heading says that the case has not changed, and the caution how to answer."""

    assert "trial" in TRIAL_TITLE
    assert "has not changed" in TRIAL_TITLE
    assert "whatever level that leads to" in TRIAL_CAUTION


def test_the_answer_tried_is_named_with_its_question() -> None:
    """A family's and a child's answer are told apart."""

    family = try_answer(small(), Place("drink-concern"), "yes")
    child = try_answer(small(), Place("attendance", "A"), "40")
    assert tried_words(SMALL, family) == 'Tried: Does drink worry you? If the answer were "Yes":'
    assert tried_words(SMALL, child) == 'Tried for child A: How much does this child attend? If the answer were "40%":'


def test_a_changed_level_is_told_beside_the_present_one() -> None:
    """Level, reasons and pages before and after are told in the words of the result."""

    (child,) = try_answer(small(**DRINK), Place("drink-effect"), "often").children
    assert trial_words(SMALL, child) == (
        "Child A: the level would be Level 3: child in need. Now it is Level 2: early help.",
        "This would apply as well: How does drink affect care? Often (p.5)",
        "This would no longer apply: How does drink affect care? Sometimes (p.4)",
    )


@pytest.mark.parametrize(
    ("before", "answer", "words"),
    [
        (CHILD, "yes", "The document would ask for this as well: Tell the school."),
        (SLEEPY, "no", "The document would no longer ask for this: Tell the school."),
    ],
)
def test_actions_are_told(before: CaseChild, answer: str, words: str) -> None:
    """What the document would ask for, or no longer ask for, is written out."""

    (child,) = try_answer(small(before), Place("sleeps", "A"), answer).children
    assert words in trial_words(SMALL, child)


def test_danger_and_closed_questions_are_told() -> None:
    """A call for action at once and an answer that would no longer count are said in so many words."""

    (danger,) = try_answer(small(), Place("danger-now"), "yes").children
    (calm,) = try_answer(small(**{"danger-now": "yes"}), Place("danger-now"), "no").children
    (closed,) = try_answer(small(**DRINK), Place("drink-concern"), "no").children
    assert "It would call for action at once." in trial_words(SMALL, danger)
    assert "It would not call for action at once." in trial_words(SMALL, calm)
    assert "The answer to this question would no longer count: How does drink affect care?" in trial_words(
        SMALL, closed
    )


def test_no_change_is_said_too() -> None:
    """Where nothing would change that is one sentence with the level, never an empty page."""

    (child,) = try_answer(small(), Place("sleeps", "A"), "no").children
    assert trial_words(SMALL, child) == (
        "Child A: nothing would change, and the level would stay Level 2: early help.",
    )
