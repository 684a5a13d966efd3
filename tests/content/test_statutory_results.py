"""Nothing lowers a statutory result: no strength, no refusal, no missing detail."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.content.random_children import NOT_SAID, ON, children, graded, with_answer
from tests.content.shipped import AREAS, compiled, document
from threshold_tool.documents import conditions as c
from threshold_tool.evaluation.answers import ChildFacts, GivenAnswer
from threshold_tool.evaluation.assess import assess

pytestmark = pytest.mark.parametrize("area", AREAS)

some = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def strengths(area: str, answer: int) -> dict[str, GivenAnswer]:
    """Every strength of an area, at its fullest (0) or absent (-1)."""
    found = compiled(area).strengths
    return {q: GivenAnswer(one.options[answer].id, answer % len(one.options)) for q, one in found.items()}


def test_no_strength_can_stop_a_statutory_rule(area: str) -> None:
    """No rule with `unless` has a statutory level or calls for action at once."""
    for rule in document(area).document.rules:
        if rule.unless:
            assert not rule.immediate, rule.id
            assert rule.level is None or not document(area).level(rule.level).statutory, rule.id


def test_strengths_stand_nowhere_but_in_unless(area: str) -> None:
    """A strength is neither placed nor part of any condition."""
    loaded = document(area)
    held = {q for q, question in loaded.questions.items() if question.is_strength}
    conditions = [*(rule.when for rule in loaded.document.rules)]
    conditions += [question.ask_when for question in loaded.questions.values() if question.ask_when]
    read = {part.answer.question for when in conditions for part in c.walk(when) if isinstance(part, c.Answer)}

    assert held
    assert not held & (read | set(loaded.document.placements))


@some
@given(data=st.data())
def test_strengths_never_lower_a_statutory_level(area: str, data: st.DataObject) -> None:
    """A child at a statutory level stays exactly there with every strength at its fullest."""
    document_ = compiled(area)
    facts = data.draw(children(area))
    bare = assess(document_, replace(facts, answers={**facts.answers, **strengths(area, -1)}))
    strong = assess(document_, replace(facts, answers={**facts.answers, **strengths(area, 0)}))

    if bare.statutory:
        assert strong.recommendation.level == bare.recommendation.level
    assert strong.recommendation.level <= bare.recommendation.level
    assert strong.immediate == bare.immediate


@some
@given(data=st.data())
def test_a_trigger_outweighs_everything_else(area: str, data: st.DataObject) -> None:
    """A suspected trigger stays at its level whatever else is answered, refused or left out."""
    document_ = compiled(area)
    always = [q for s in document(area).document.sections if s.kind in ("danger", "always") for q in s.questions]
    trigger = document_.questions[data.draw(st.sampled_from(always))]
    alone = ChildFacts("A", ON, answers={trigger.id: graded(trigger, 1)})
    among = data.draw(children(area))
    among = replace(with_answer(among, trigger.id, graded(trigger, 1)), age=alone.age)

    assert assess(document_, alone).statutory
    assert assess(document_, among).recommendation.level >= assess(document_, alone).recommendation.level


@some
@given(data=st.data())
def test_a_missing_detail_keeps_what_the_rest_yields(area: str, data: st.DataObject) -> None:
    """Declining a question about which nothing yet speaks for concern leaves a statutory level where it is."""
    document_ = compiled(area)
    facts = data.draw(children(area))
    before = assess(document_, facts)
    calm = sorted(q for q, given in facts.answers.items() if given.grade == 0 and q in document_.questions)

    if before.statutory and calm:
        question = data.draw(st.sampled_from(calm))
        after = assess(document_, with_answer(facts, question, data.draw(st.sampled_from(NOT_SAID))))
        assert after.statutory
        assert after.recommendation.level >= before.recommendation.level


def test_protection_needs_no_consent(area: str) -> None:
    """Where the law of significant harm applies nobody's consent is needed; where no law applies it is."""
    levels = document(area).document.levels
    for level in levels:
        assert level.consent is not None
        if "s47" in level.legal_basis:
            assert level.consent.rule == "not-required"
            assert level.consent.exceptions
        elif not level.statutory and level.id != document(area).document.when_nothing_matches:
            assert level.consent.rule in ("required", "written")
            assert level.consent.if_refused


def test_law_is_stated(area: str) -> None:
    """Statutory levels name their section of the Children Act; the others name none."""
    for level in document(area).document.levels:
        assert bool(level.legal_basis) == level.statutory, level.id
    assert {"s17", "s47"} <= {basis for level in document(area).document.levels for basis in level.legal_basis}
