from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.documents.checks.findings import findings, underlined

if TYPE_CHECKING:
    from pathlib import Path

TWICE, OVERLAP = "same-words-two-levels", "overlapping-answers"
ASKED_AGAIN = (
    "  - id: meals-why\n",
    (
        "  - id: hungry\n    about: family\n    ask: '{ask}'\n    answers:\n"
        "      - {{id: seldom, text: Seldom}}\n      - {{id: weekly, text: '{text}'}}\n  - id: meals-why\n"
    ),
)
SECTION = ("questions: [meals, meals-why,", "questions: [meals, hungry, meals-why,")


def asked_again(
    placed: str, ask: str = "how OFTEN does the child go  without a meal", text: str = "Every week!"
) -> tuple[tuple[str, str], ...]:
    """A second question in nearly the same words, with placements of its own."""
    return (
        (ASKED_AGAIN[0], ASKED_AGAIN[1].format(ask=ask, text=text)),
        SECTION,
        ("  attendance:\n    below", f"  hungry:\n    {placed}\n  attendance:\n    below"),
    )


def test_the_same_words_at_two_levels(tmp_path: Path) -> None:
    """The second of two placements in the same words is found, at its key."""

    edits = asked_again('weekly: {level: child-protection, cite: "p.7"}')
    [problem] = findings(tmp_path, TWICE, *edits)

    assert problem.about == ("meals=often", "hungry=weekly")
    assert underlined(problem, tmp_path).startswith("weekly: {level: child-protection")
    assert "`early-help` and `child-protection`" in problem.message


@pytest.mark.parametrize(
    "edits",
    [
        asked_again('weekly: {level: early-help, cite: "p.7"}'),
        asked_again('weekly: {level: child-protection, cite: "p.7"}', ask="How often is the child hungry?"),
        asked_again('weekly: {level: child-protection, cite: "p.7"}', text="Every weekend"),
        asked_again('weekly: {require: [carry-on], cite: "p.7"}'),
    ],
    ids=["one level", "another question", "another answer", "no level"],
)
def test_words_that_are_no_contradiction(tmp_path: Path, edits: tuple[tuple[str, str], ...]) -> None:
    """The same level, another question, another answer and an action alone are fine."""

    assert findings(tmp_path, TWICE, *edits) == []


def test_an_answer_that_takes_over_a_placement(tmp_path: Path) -> None:
    """An answer without a placement stands where it inherits, and the finding points there."""

    edits = asked_again('seldom: {level: universal, cite: "p.7"}')
    [problem] = findings(tmp_path, TWICE, *edits)

    assert problem.about == ("meals=often", "hungry=weekly")
    assert underlined(problem, tmp_path).startswith("seldom: {level: universal")


def test_not_known_counts_as_an_answer(tmp_path: Path) -> None:
    """A question asked twice has one level for not known."""

    edits = asked_again('not-known: {level: universal, cite: "p.7"}')
    meals = ("  meals:\n", '  meals:\n    not-known: {level: early-help, cite: "p.2"}\n')
    [problem] = findings(tmp_path, TWICE, *edits, meals)

    assert problem.about == ("meals=not-known", "hungry=not-known")


def test_words_are_read_after_rewording(tmp_path: Path) -> None:
    """A shared question counts with the document's own words, beside the document's own questions."""

    local = (
        "use: [shared]\n",
        (
            "use: [shared]\nreword:\n  sleep:\n    ask: How often does the child go without a meal?\n"
            "    answers: {often: every week}\n"
        ),
    )
    placed = ("  attendance:\n    below", '  sleep: {often: {level: universal, cite: "p.8"}}\n  attendance:\n    below')
    [problem] = findings(tmp_path, TWICE, local, placed)

    assert set(problem.about) == {"meals=often", "sleep=often"}


def test_numbers_in_the_same_words(tmp_path: Path) -> None:
    """Two questions for one number whose cuts agree are placed alike."""

    again = (
        "  - id: grandparent\n",
        (
            "  - id: presence\n    about: child\n    ask: What share of school days does the child attend?\n"
            '    number: {unit: "%", from: 0, to: 100, worse: lower}\n  - id: grandparent\n'
        ),
    )
    section = ("attendance, sleep]", "attendance, presence, sleep]")
    placed = (
        "  attendance:\n    below",
        '  presence:\n    below 90: {level: child-protection, cite: "p.8"}\n  attendance:\n    below',
    )
    [problem] = findings(tmp_path, TWICE, again, section, placed)

    assert problem.about == ("attendance=below 90", "presence=below 90")


def test_one_question_with_an_answer_twice(tmp_path: Path) -> None:
    """Two answers in the same words at two levels are told once, as that."""

    weekly = ("text: Less than once a week", "text: every week")
    placed = (
        'often: {level: early-help, require: [call-front-door], cite: "p.2"}',
        'often: {level: child-protection, cite: "p.2"}',
    )
    [problem] = findings(tmp_path, TWICE, weekly, placed)

    assert problem.about == ("meals=sometimes", "meals=often")


def test_overlapping_answers(tmp_path: Path) -> None:
    """Two answers that fit one observation are found at the words of the second."""

    [problem] = findings(tmp_path, OVERLAP, ("text: Less than once a week", "text: Every week or less"))

    assert problem.about == ("meals=sometimes", "meals=often")
    assert underlined(problem, tmp_path) == "Every week}"


def test_an_overlap_that_rewording_brings(tmp_path: Path) -> None:
    """An overlap of local words is found where they are written."""

    local = ("use: [shared]\n", "use: [shared]\nreword:\n  sleep: {answers: {often: Some days}}\n")
    [problem] = findings(tmp_path, OVERLAP, local)

    assert problem.about == ("sleep=sometimes", "sleep=often")
    assert underlined(problem, tmp_path) == "Some days}}"


def test_an_overlap_that_rewording_mends(tmp_path: Path) -> None:
    """The words that people see count, not those that they replace."""

    overlap = ("text: Less than once a week", "text: Every week")
    local = ("use: [shared]\n", "use: [shared]\nreword:\n  meals: {answers: {sometimes: Now and then}}\n")

    assert findings(tmp_path, OVERLAP, overlap, local) == []
    assert findings(tmp_path, OVERLAP, overlap) != []
