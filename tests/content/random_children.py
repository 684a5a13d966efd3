"""Random children as the shipped documents see them: a few themes of concern, answered in part."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.content.shipped import compiled
from threshold_tool.deadlines.ages import AgeNotKnown, Due, parse_age
from threshold_tool.evaluation.answers import ChildFacts, EarlierConcern, GivenAnswer

if TYPE_CHECKING:
    from threshold_tool.deadlines.ages import StatedAge
    from threshold_tool.evaluation.compiled import CompiledDocument, CompiledQuestion

ON = date(2026, 10, 5)
NOT_SAID = (GivenAnswer("not-known", None), GivenAnswer("declined", None))
AGES: tuple[StatedAge, ...] = (
    AgeNotKnown(),
    Due(ON + timedelta(weeks=10)),
    *(parse_age(age) for age in ("3 weeks", "5 months", "20 months", "4 years", "8 years", "12 years", "15 years")),
)


def children(area: str) -> st.SearchStrategy[ChildFacts]:
    """Children in an area: any age, up to three themes answered, perhaps earlier concerns and strengths."""
    return _children(compiled(area))


def graded(question: CompiledQuestion, grade: int) -> GivenAnswer:
    """The answer of this grade."""
    return GivenAnswer(question.keys[grade] or "better", grade)


def with_answer(facts: ChildFacts, question: str, answer: GivenAnswer | None) -> ChildFacts:
    """The same child with another answer to one question; None takes the answer away."""
    answers = {q: given for q, given in facts.answers.items() if q != question}
    return replace(facts, answers=answers if answer is None else {**answers, question: answer})


@st.composite
def _children(draw: st.DrawFn, document: CompiledDocument) -> ChildFacts:
    answers = draw(_answers(document))
    earlier = draw(st.lists(st.tuples(st.integers(10, 700), _answers(document)), max_size=3))
    concerns = tuple(EarlierConcern(ON - timedelta(days=days), given) for days, given in earlier)
    return ChildFacts("A", ON, draw(st.sampled_from(AGES)), answers, concerns)


@st.composite
def _answers(draw: st.DrawFn, document: CompiledDocument) -> dict[str, GivenAnswer]:
    """Screening answered "no" but for a few themes, and those themes answered here and there."""
    sections = document.source.document.sections
    themes = draw(st.sets(st.sampled_from([theme.id for theme in document.source.themes]), max_size=3))
    answers = {}
    for section in sections:
        for question in (document.questions[q] for q in section.questions if q in document.questions):
            if section.kind == "questions" and question.question.theme not in themes:
                continue
            usual = section.kind != "questions" and question.question.theme not in themes
            answer = graded(question, 0) if usual else draw(_answer(question))
            if answer is not None:
                answers[question.id] = answer
    return {**answers, **draw(_strengths(document))}


def _answer(question: CompiledQuestion) -> st.SearchStrategy[GivenAnswer | None]:
    known = [graded(question, grade) for grade in range(question.top + 1)]
    return st.sampled_from([*known, *NOT_SAID, None])


@st.composite
def _strengths(draw: st.DrawFn, document: CompiledDocument) -> dict[str, GivenAnswer]:
    chosen = draw(st.sets(st.sampled_from(sorted(document.strengths)), max_size=3))
    return {q: GivenAnswer(document.strengths[q].options[0].id, 0) for q in chosen}
