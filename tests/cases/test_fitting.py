from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cases.written import GOOD, document, loaded
from tests.documents.written import load
from threshold_tool.cases.fitting import fit, read_answer, require_fit
from threshold_tool.cases.loader import read_case
from threshold_tool.cases.model import Vignette
from threshold_tool.errors import ProblemsFound
from threshold_tool.evaluation.answers import ChildFacts, GivenAnswer
from threshold_tool.evaluation.compiled import compile_document

if TYPE_CHECKING:
    from pathlib import Path

    from threshold_tool.evaluation.compiled import CompiledDocument

SMALL = document()
NOTHING = GivenAnswer("nothing-seen", 0, typed=False)
LOOKED = "nothing_seen_in: [rest, housing]"


def children(*replacements: tuple[str, str], under: CompiledDocument = SMALL) -> dict[str, ChildFacts]:
    fitted = fit(under, loaded(*replacements))
    assert fitted.problems == ()
    return {child.ref: child for child in fitted.children}


def codes(*replacements: tuple[str, str], pass_over_unknown: bool = False) -> list[str]:
    fitted = fit(SMALL, loaded(*replacements), pass_over_unknown=pass_over_unknown)
    return [problem.code for problem in fitted.problems]


def test_a_childs_own_answers_lie_over_the_familys() -> None:
    """The family's answers hold for every child, and a child's own answer takes their place, `not-known` too."""

    found = children(("born: 2025-03-01, answers: {", "born: 2025-03-01, answers: {danger-now: not-known, "))

    assert found["A"].answers["danger-now"] == GivenAnswer("no", 0)
    assert found["C"].answers["danger-now"] == GivenAnswer("not-known", None)
    assert found["A"].answers["meals"] == GivenAnswer("sometimes", 1)
    assert "meals" not in found["B"].answers


def test_earlier_concerns_belong_to_the_children_named() -> None:
    """An earlier concern is of the children that it names, or of all when it names none."""

    found = children()
    of_all = children(("children: [A], answers", "answers"))

    assert [len(found[ref].earlier_concerns) for ref in "ABC"] == [1, 0, 0]
    assert [len(of_all[ref].earlier_concerns) for ref in "ABC"] == [1, 1, 1]
    assert found["A"].earlier_concerns[0].on == date(2026, 9, 14)
    assert found["A"].earlier_concerns[0].answers == {"sleep": GivenAnswer("often", 2)}


# Answers


@pytest.mark.parametrize(
    ("question", "text", "grade"),
    [
        ("meals", "never", 0),
        ("meals", "often", 2),
        ("meals", "not-known", None),
        ("meals", "declined", None),
        ("attendance", "100", 0),
        ("attendance", "95", 0),
        ("attendance", "94.9", 1),
        ("attendance", "90", 1),
        ("attendance", "89.99", 2),
        ("attendance", "0", 2),
        ("attendance", "not-known", None),
    ],
)
def test_what_an_answer_is_worth(question: str, text: str, grade: int | None) -> None:
    """An answer's grade is its place in the order; a number's how many cuts it lies beyond."""

    assert read_answer(SMALL, SMALL.source.questions[question], text) == GivenAnswer(text, grade)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        *(("meals", text) for text in ("Never", "0", "nothing-seen", "")),
        *(("attendance", text) for text in ("100.1", "-1", "88%", "1e1", "never", "below 90")),
    ],
)
def test_what_is_no_answer(question: str, text: str) -> None:
    """Anything that a question does not offer is one sentence."""

    with pytest.raises(ValueError, match=r"^The .*\.$"):
        read_answer(SMALL, SMALL.source.questions[question], text)


def test_a_slip_in_a_questions_name_is_an_error() -> None:
    """A question that the document does not have is an error with its place, wherever it stands."""

    changes = (("{meals:", "{meels:"), ("sleep: often", "naps: often"), ("A: {meals: {text", "A: {lunch: {text"))

    assert codes(*changes) == ["not-in-document"] * 3
    with pytest.raises(ProblemsFound):
        require_fit(SMALL, loaded(*changes))


def test_unknown_questions_can_be_passed_over_and_are_listed() -> None:
    """On demand they are left out, and listed for each child; an answer that is not offered stays an error."""

    change = (("{meals:", "{meels:"), ("family: {", "family: {naps: no, "))

    fitted = require_fit(SMALL, loaded(*change), pass_over_unknown=True)
    assert fitted.not_in_document == {"A": ("naps", "meels"), "B": ("naps",), "C": ("naps",)}
    assert codes(("meals: sometimes", "meals: rarely"), pass_over_unknown=True) == ["unknown-answer"]


def test_a_childs_question_under_family() -> None:
    """What is asked for each child cannot be said of the family."""

    assert codes(("family: {", "family: {meals: often, ")) == ["childs-question-under-family"]


def test_levels_that_the_person_names() -> None:
    """A decision speaks of the document's levels; an own view may speak of another area's."""

    assert codes(("own_view: {A: early-help}", "own_view: {A: level-2}")) == []
    assert codes(("{level: early-help}}", "{level: level-2}}")) == ["unknown-level"]


def test_what_a_story_reveals_is_checked() -> None:
    """A story's answers have to be ones that their questions offer."""

    story = "story: [{text: One., family: {danger-now: perhaps}, children: {A: {meals: rarely}}}]\nworry:"

    assert codes(("worry:", story)) == ["unknown-answer", "unknown-answer"]


# Nothing seen


def test_nothing_seen_fills_what_is_not_answered() -> None:
    """An unanswered concern of the theme has its least answer, recorded as nothing seen and not as typed."""

    found = children()

    assert found["A"].answers["sleep"] == NOTHING
    assert found["B"].answers["sleep"] == NOTHING


def test_nothing_seen_leaves_what_was_said() -> None:
    """An answer stays, `not-known` and `declined` too."""

    found = children(
        ("sleep: not-known", "sleep: declined"), ("{meals: sometimes,", "{sleep: often, meals: sometimes,")
    )

    assert [found[ref].answers["sleep"].shown for ref in "AC"] == ["often", "declined"]
    assert children()["C"].answers["sleep"] == GivenAnswer("not-known", None)


def test_nothing_seen_in_a_theme_that_the_document_lacks() -> None:
    """Such a theme is passed over."""

    found = children((LOOKED, "nothing_seen_in: [housing]"))

    assert "sleep" not in found["A"].answers


def test_nothing_seen_never_fills_danger(tmp_path: Path) -> None:
    """A danger question or one that is always asked is asked in person."""

    change = ((LOOKED, "nothing_seen_in: [home]"), ("{danger-now: no, ", "{"))
    always = load(
        tmp_path,
        ("title: Home, questions: [meals, ", "title: Home, questions: ["),
        (
            "  - {id: home, kind",
            "  - {id: always, kind: always, title: Always, questions: [meals]}\n  - {id: home, kind",
        ),
    )
    assert always.document is not None

    assert "danger-now" not in children(*change)["B"].answers
    assert children(*change)["B"].answers["meals"] == NOTHING
    assert "meals" not in children(*change, under=compile_document(always.document))["B"].answers


def test_nothing_seen_never_fills_what_is_a_worry_unknown(tmp_path: Path) -> None:
    """Where the document places `not-known`, silence is not filled in."""

    placed = load(
        tmp_path, ("  meals:\n    sometimes", "  meals:\n    not-known: {require: [carry-on], cite: p}\n    sometimes")
    )
    assert placed.document is not None

    found = children((LOOKED, "nothing_seen_in: [home]"), under=compile_document(placed.document))

    assert "meals" not in found["B"].answers
    assert found["B"].answers["meals-why"] == NOTHING


def test_nothing_seen_puts_a_number_on_its_better_side() -> None:
    """A number counts as beyond every cut on the better side, and as no figure."""

    assert children((LOOKED, "nothing_seen_in: [school]"))["B"].answers["attendance"] == NOTHING


def test_nothing_seen_never_fills_a_strength(tmp_path: Path) -> None:
    """A strength is not taken for granted because nothing worrying was seen."""

    themed = load(tmp_path, ("    kind: strength\n", "    kind: strength\n    theme: rest\n"))
    assert themed.document is not None

    found = children(("grandparent: at-times", ""), under=compile_document(themed.document))

    assert "grandparent" not in found["A"].answers


WORDS = sorted(
    {word for word in GOOD.replace(",", " ").replace("}", " ").replace("{", " ").split() if word[0].isalnum()}
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(old=st.sampled_from(WORDS), new=st.sampled_from(WORDS), count=st.integers(1, 9))
def test_no_case_breaks_the_fitting(old: str, new: str, count: int) -> None:
    """Whatever a case that can be read says, it fits or has problems with places."""

    result = read_case(GOOD.replace(old, new, count).encode(), "case.yaml", Vignette)
    if result.loaded is not None:
        assert all(p.location.line is not None for p in fit(SMALL, result.loaded).problems)
