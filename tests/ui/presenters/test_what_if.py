"""Trying an answer on an open case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from threshold_tool.cases.interview import Place
from ui.presenters.what_if import MOST_OFFERED, NOTHING_TELLING, WhatIfPresenter, key_of

if TYPE_CHECKING:
    from ui.presenters.consultation import ConsultationPresenter

EFFECT = Place("substance-effect-on-care")
ATTENDANCE = Place("attendance", "A")


@pytest.fixture
def trial(consultation: ConsultationPresenter) -> WhatIfPresenter:
    """A trial on a case with child A at level 3 and B, a baby, at level 4."""
    consultation.answer(Place("substance-concern"), "yes")
    consultation.answer(EFFECT, "regularly")
    consultation.answer(Place("education-concern", "A"), "yes")
    return WhatIfPresenter(consultation.state)


def test_first_come_answers_that_could_change_the_level(trial: WhatIfPresenter) -> None:
    """Without words to search for, answers that would raise a level are offered, then what is not known."""

    offered = trial.state.offered

    assert key_of(EFFECT) in {entry.key for entry in offered}
    assert len(offered) == MOST_OFFERED
    assert trial.state.more.endswith("Write a word of the question you look for.")


def test_a_search_finds_every_word_in_any_order(trial: WhatIfPresenter) -> None:
    """All words have to be there, whatever their case and order."""

    trial.search("YEAR attendance")

    assert [entry.key for entry in trial.state.offered] == [key_of(ATTENDANCE)]
    assert trial.state.more == ""


def test_a_search_without_a_hit_says_so(trial: WhatIfPresenter) -> None:
    """Words that no question has lead to a sentence, not to an empty page."""

    trial.search("zebra")

    assert trial.state.offered == ()
    assert trial.state.more == "No question has these words. Try another word."


def test_what_would_follow_is_said_child_by_child(trial: WhatIfPresenter) -> None:
    """The level comes first, then what stands behind it."""

    trial.pick(key_of(EFFECT))
    trial.try_it("none")
    first = [follow.first for follow in trial.state.follows]

    assert trial.state.tried.startswith("Tried: How does a parent's or carer's alcohol or drug use")
    assert first[0].startswith("Child A: the level would be Level 2: early help.")
    assert first[1].startswith("Child B: the level would be ")
    assert trial.state.follows[0].further


def test_the_case_does_not_change(trial: WhatIfPresenter, consultation: ConsultationPresenter) -> None:
    """A trial leaves the open case as it is."""

    before = consultation.state
    trial.pick(key_of(EFFECT))
    trial.try_it("none")

    assert consultation.state is before


@pytest.mark.parametrize("typed", ["200", "-1", "many"])
def test_a_number_that_cannot_be_is_put_right(trial: WhatIfPresenter, typed: str) -> None:
    """A number outside the question's span is named, and nothing follows."""

    trial.pick(key_of(ATTENDANCE))
    trial.try_it(typed)

    assert trial.state.problem == "Write a number from 0 to 100."
    assert trial.state.follows == ()


def test_an_answer_taken_back_ends_the_trial(trial: WhatIfPresenter) -> None:
    """Nothing typed is no trial, and no fault."""

    trial.pick(key_of(ATTENDANCE))
    trial.try_it("40")
    trial.try_it("")

    assert (trial.state.tried, trial.state.problem) == ("", None)


def test_another_question_begins_anew(trial: WhatIfPresenter) -> None:
    """What was tried at one question does not stand beside another."""

    trial.pick(key_of(EFFECT))
    trial.try_it("none")
    trial.pick(key_of(ATTENDANCE))

    assert trial.state.asked is not None
    assert (trial.state.asked.about, trial.state.answer, trial.state.follows) == ("Child A", None, ())


def test_where_no_answer_could_raise_a_level_a_word_is_asked_for(consultation: ConsultationPresenter) -> None:
    """At the highest level nothing could lead higher, so the page says how to find a question."""

    consultation.answer(Place("danger-now"), "yes")
    state = WhatIfPresenter(consultation.state).state

    assert (state.offered, state.more) == ((), NOTHING_TELLING)
