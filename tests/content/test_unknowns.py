"""Unknown is not "no": it never lowers a level, and what is unknown is listed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.content.random_children import NOT_SAID, ON, children, graded, with_answer
from tests.content.shipped import AREAS, compiled, document
from threshold_tool.deadlines.ages import parse_age
from threshold_tool.evaluation.answers import ChildFacts
from threshold_tool.evaluation.assess import assess, assess_whole

pytestmark = pytest.mark.parametrize("area", AREAS)

some = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@some
@given(data=st.data())
def test_unknown_never_lowers(area: str, data: st.DataObject) -> None:
    """An answer left out, declined or not known gives no lower level than the least concerning answer."""
    document_ = compiled(area)
    facts = data.draw(children(area))
    question = document_.questions[data.draw(st.sampled_from(sorted(facts.answers.keys() & document_.questions)))]
    least = assess(document_, with_answer(facts, question.id, graded(question, 0))).recommendation

    for unknown in (*NOT_SAID, None):
        found = assess(document_, with_answer(facts, question.id, unknown)).recommendation
        assert found.level >= least.level
        assert found.lowest >= least.lowest
        assert found.highest >= least.highest


@some
@given(data=st.data())
def test_a_worse_answer_never_lowers(area: str, data: st.DataObject) -> None:
    """A more concerning answer to any question gives no lower level."""
    document_ = compiled(area)
    facts = data.draw(children(area))
    question = document_.questions[data.draw(st.sampled_from(sorted(facts.answers.keys() & document_.questions)))]

    levels = [
        assess(document_, with_answer(facts, question.id, graded(question, grade))).recommendation.level
        for grade in range(question.top + 1)
    ]

    assert levels == sorted(levels)


@pytest.mark.parametrize("age", ["5 months", "8 years"])
def test_the_one_unknown_that_could_raise_is_listed(area: str, age: str) -> None:
    """With all else answered, a question is listed as unknown exactly when its worst answer would raise."""
    document_ = compiled(area)
    opened = {q: graded(found, int(q.endswith("-concern"))) for q, found in document_.questions.items()}
    full = ChildFacts("A", ON, parse_age(age), opened)

    for question in document_.questions.values():
        without = assess(document_, with_answer(full, question.id, None))
        low, high = without.recommendation.lowest, without.recommendation.highest
        listed = {unknown.question: unknown.could_reach for unknown in without.unknowns()}
        if question.id in without.possible.set_aside:
            continue
        assert (listed == {question.id: high}) == (high > low), question.id


def test_a_child_of_whom_nothing_is_known_has_a_result(area: str) -> None:
    """With no answer and no age there is a result, everything is open, and danger is among the unknowns."""
    found = assess_whole(compiled(area), ChildFacts("A", ON))
    danger = document(area).document.sections[0].questions[0]

    assert found.recommendation.basis == "too-little-known"
    assert found.recommendation.highest == len(document(area).document.levels) - 1
    assert danger in {unknown.question for unknown in found.unknowns}


def test_too_little_known_is_above_the_lowest_level(area: str) -> None:
    """A child of whom too little is known is offered help: never the level of a child whose needs are met."""
    doc = document(area).document
    order = document(area).level_order

    assert order[doc.when_too_little_is_known] > order[doc.when_nothing_matches]


def test_not_known_means_something_where_it_matters(area: str) -> None:
    """Not to know what a child has said about being hurt is itself a worry, with something to do today."""
    placement = document(area).document.placements["child-disclosure"]["not-known"]
    actions = {action.id: action for action in document(area).document.actions}

    assert any(str(actions[action].within) in ("same day", "at once") for action in placement.require)
