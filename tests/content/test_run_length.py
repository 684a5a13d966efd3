"""How long a consultation is: two themes of concern are a talk of minutes, not a questionnaire of 150."""

from __future__ import annotations

import pytest

from tests.content.random_children import ON
from tests.content.shipped import AREAS, compiled, document
from threshold_tool.cases.interview import Interview
from threshold_tool.cases.model import Case

PAIRS = (
    ("neglect", "domestic-abuse"),
    ("parental-substance-misuse", "neglect"),
    ("parental-substance-misuse", "parental-mental-health"),
)
FEWEST, MOST = 22, 40
MOST_BEFORE = 40
MOST_STRENGTHS = 12


def opened(area: str, age: str, themes: tuple[str, ...]) -> Interview:
    """The interview after danger, triggers and screening: all no, but for the themes of concern."""
    loaded = document(area)
    answers: dict[str, dict[str, str]] = {"family": {}, "child": {}}
    for section in loaded.document.sections:
        if section.kind in ("danger", "always", "screening"):
            for question in (loaded.questions[q] for q in section.questions):
                concern = section.kind == "screening" and question.theme in themes
                answers[question.about][question.id] = "suspected" if concern else "no"
    case = {
        "format": "threshold-case/1",
        "on": ON,
        "children": [{"ref": "A", "age": age, "answers": answers["child"]}],
        "family": answers["family"],
    }
    return Interview(compiled(area), Case.model_validate(case))


def middling(interview: Interview, question_id: str) -> str:
    """The answer in the middle of a question's answers; a number at the middle of its cuts."""
    question = interview.compiled.source.questions[question_id]
    if question.number is None:
        return question.options[len(question.options) // 2].id
    cuts = interview.compiled.questions[question_id].cuts
    return str(cuts[len(cuts) // 2].bound)


def asked_of_themes(interview: Interview) -> int:
    """How many questions are asked between screening and strengths, each answered in the middle."""
    asked = 0
    while (step := interview.next_step) is not None and step.section.kind != "strengths":
        interview = interview.with_answer(step.place, middling(interview, step.question.id))
        asked += 1
    return asked


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("age", ["8 years", "5 months"])
@pytest.mark.parametrize("themes", PAIRS, ids=" and ".join)
def test_two_themes_take_a_few_dozen_questions(area: str, age: str, themes: tuple[str, ...]) -> None:
    """Two themes of concern open 22 to 40 questions for a child of eight, and for a baby."""
    assert FEWEST <= asked_of_themes(opened(area, age, themes)) <= MOST


@pytest.mark.parametrize("area", AREAS)
def test_what_is_asked_of_everybody_is_short(area: str) -> None:
    """Danger, triggers and screening are at most 40 questions for any one child, and strengths 12."""
    loaded = document(area)
    for age in ("5 months", "8 years", "15 years"):
        steps = opened(area, age, ()).steps
        early = [step for step in steps if step.section.kind in ("danger", "always", "screening")]
        strengths = [step for step in steps if step.section.kind == "strengths"]
        assert len(early) <= MOST_BEFORE
        assert len(strengths) <= MOST_STRENGTHS
        assert len(steps) < len(loaded.questions) / 2, age
