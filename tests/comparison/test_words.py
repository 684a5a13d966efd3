"""A comparison in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.comparison.samples import area, both, compared, straight
from threshold_tool.comparison import words
from threshold_tool.comparison.by_question import compare_questions

if TYPE_CHECKING:
    from threshold_tool.comparison.by_case import Facet


@pytest.mark.parametrize(
    ("name", "level", "said"),
    [
        ("small", 0, "no duty in law"),
        ("small", 2, "a duty under section 17 of the Children Act 1989"),
        ("neighbour", 4, "a duty under sections 47 and 31 of the Children Act 1989"),
    ],
)
def test_law(name: str, level: int, said: str) -> None:
    """A level is worded by the law that the document names."""
    assert words.law(area(name), level) == said


def test_levels_by_law() -> None:
    """Levels are grouped by the law behind them."""
    assert straight(words.law_of_levels(area("small"))) == (
        "no duty in law at 'Level 1: universal' and 'Level 2: early help'; a duty under section 17 of the Children "
        "Act 1989 at 'Level 3: child in need'; a duty under section 47 of the Children Act 1989 at "
        "'Level 4: child protection'"
    )


@pytest.mark.parametrize(
    ("level", "said"),
    [(0, "No special consent is needed."), (2, "Agreement is sought."), (3, "Consent is not required.")],
)
def test_consent(level: int, said: str) -> None:
    """What a level asks about consent, in a few words."""
    assert words.consent(area("small"), level) == said


def test_a_level_silent_on_consent() -> None:
    """A level that says nothing of consent is not taken to need none."""
    assert words.consent(area("neighbour"), 3) == "This level says nothing of consent."


@pytest.mark.parametrize(
    ("facets", "said"),
    [
        (("statutory", "legal_basis"), "the law behind it"),
        (("above_when_nothing_matches", "consent"), "whether more help is called for; consent"),
        (("level", "immediate"), "the level; whether to act at once"),
    ],
)
def test_in_what_areas_differ(facets: tuple[Facet, ...], said: str) -> None:
    """Each thing is named once."""
    assert words.differs_words(facets) == said


def test_a_child_over_whom_areas_agree() -> None:
    """The same in all that can be compared is said so, and no more than that."""
    comparison = compared(
        "[{ref: A, age: 8 years, answers: {sleeps: no, attendance: 95, told: no}}]",
        "{danger-now: no, drink-concern: no, boats: no}",
    )

    assert words.child_words(comparison, "A") == "The areas come to the same in all that can be compared."


def test_a_pair_says_what_each_area_says() -> None:
    """Each thing in which two areas differ has both their words."""
    comparison = compared("[{ref: A, age: 8 years}]", "{drink-concern: yes, drink-effect: often}")

    assert words.pair_words(comparison, comparison.differences[0]) == (
        (
            "The law behind it. Small: a duty under section 17 of the Children Act 1989; Neighbour: a duty under "
            "sections 47 and 31 of the Children Act 1989."
        ),
        "Consent. Small: agreement is sought; Neighbour: consent is not required.",
        "Act at once. Small: no; Neighbour: yes.",
    )


def test_too_little_known_in_one_area_is_said() -> None:
    """A level that rests on what is not known is not taken for one that rests on answers."""
    comparison = compared("[{ref: B, due: 2027-02-01}]", "{drink-concern: yes}")

    assert words.pair_words(comparison, comparison.differences[0])[-1] == (
        "Small comes to its level because too little is known of what it asks."
    )


def test_names_of_answers() -> None:
    """Answers have their own words, cuts and "not known" ours."""
    table = compare_questions({"small": area("small"), "again": area("small")})
    named = {
        question.question: [words.answer_name(table, question.question, row) for row in question.rows]
        for question in table.questions
    }

    assert named["drink-effect"] == ["Sometimes", "Often"]
    assert named["attendance"] == ["Below 90%", "Below 50%"]
    assert named["told"] == ["Suspected", "Yes", "Not known, where somebody says so"]


def test_placements() -> None:
    """A placement has its level, its page and whether to act at once."""
    small = area("small")

    assert words.placement_words(small, None) == "Not placed"
    assert words.placement_words(small, small.questions["sleeps"].clauses[1]) == "Level 2: early help [p.6]"
    assert words.placement_words(small, small.questions["danger-now"].clauses[1]) == (
        "Level 4: child protection [p.1], act at once"
    )


def test_counts() -> None:
    """How much is compared and how much of it differs."""
    assert words.count_words(compare_questions(both())) == (
        "5 shared questions, 7 answers that an area places; the areas differ over 4 of them."
    )


def test_what_a_document_does_not_ask() -> None:
    """A question that one document lacks is told in the words of the one that asks it."""
    comparison = compared("[{ref: A, answers: {told: no, sleeps: no, nowhere: no}}]")

    assert words.left_out(comparison, "A", "small") == ("nowhere",)
    assert words.left_out(comparison, "A", "neighbour") == ("Has this child told somebody of harm?", "nowhere")


def test_questions_with_other_answers() -> None:
    """Both ways of asking are shown."""
    assert straight(words.other_answers(compare_questions(both()), "trusted-adult")) == (
        "Small: 'Who does this child trust?'; Neighbour: 'Does this child trust an adult?'"
    )


def test_nothing_is_called_safe() -> None:
    """No wording speaks of safety, of no risk or of a score."""
    said = " ".join([words.SCALE, words.RULES_APART, words.SAME_FOR_CHILD, words.SILENT_ON_CONSENT]).casefold()

    assert not any(never in said for never in ("safe", "risk", "score", "%"))
