"""The clauses behind a difference, in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.comparison.samples import compared, straight
from threshold_tool.comparison.exchange import Exchange
from threshold_tool.comparison.exchange_search import Exchanges
from threshold_tool.comparison.exchange_words import ExchangeWords, lead_words, more_words

if TYPE_CHECKING:
    from threshold_tool.comparison.by_case import CaseComparison, Difference

SLEEPS = frozenset({Exchange("question", "sleeps", "replace")})


def sleepy(reference: str = "small") -> tuple[CaseComparison, Difference]:
    """A child who sleeps in class, and how the areas differ over it."""
    comparison = compared("[{ref: A, age: 8 years, answers: {sleeps: yes, attendance: 95}}]", reference=reference)
    return comparison, comparison.differences[0]


def said(comparison: CaseComparison, difference: Difference, exchange: Exchange) -> tuple[str, ...]:
    """An exchange in words, with straight quotation marks."""
    return tuple(map(straight, ExchangeWords(comparison, difference).words(exchange)))


def exchanges(*sets: frozenset[Exchange], listed: bool = True) -> Exchanges:
    """Sets that are known to be the smallest."""
    return Exchanges(sets, decided=True, all_listed=listed, larger_than=0)


def unproved(*, larger: int) -> Exchanges:
    """Two clauses that do it, which need not be the fewest."""
    enough = SLEEPS | {Exchange("rule", "baby", "drop")}
    return Exchanges((), decided=False, all_listed=False, larger_than=larger, enough=enough)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            exchanges(SLEEPS),
            (
                "One clause makes the difference: if Small treated it as Neighbour does, the two would "
                "no longer differ in the law behind it."
            ),
        ),
        (
            exchanges(SLEEPS | {Exchange("rule", "baby", "drop")}),
            (
                "2 clauses together make the difference: if Small treated them as Neighbour does, the two would "
                "no longer differ in the law behind it."
            ),
        ),
        (
            exchanges(SLEEPS, frozenset({Exchange("rule", "baby", "drop")})),
            (
                "Each of these alone makes the difference: if Small treated it as Neighbour does, the two would "
                "no longer differ in the law behind it."
            ),
        ),
        (
            unproved(larger=1),
            (
                "2 clauses together are enough: if Small treated them as Neighbour does, the two would no longer "
                "differ in the law behind it. Whether fewer would do was not worked out to the end; "
                "it takes more than one clause."
            ),
        ),
        (
            unproved(larger=0),
            (
                "2 clauses together are enough: if Small treated them as Neighbour does, the two would no longer "
                "differ in the law behind it. Whether fewer would do was not worked out to the end."
            ),
        ),
    ],
)
def test_what_leads_to_the_clauses(found: Exchanges, words: str) -> None:
    """How many clauses, alone or together, and what would follow; never more than was worked out."""
    _, difference = sleepy()

    assert lead_words(replace(difference, exchanges=found)) == words


def test_a_difference_in_consent_alone() -> None:
    """Where law is the same, no clause is blamed for what each area asks about consent."""
    _, difference = sleepy()

    assert lead_words(replace(difference, facets=("consent", "immediate"), exchanges=None)) == (
        "In law both come to the same. What each area asks about consent goes with its own level. The reasons below "
        "say which clauses call for action at once."
    )


def test_sets_that_are_not_shown_are_counted() -> None:
    """What is left out is said."""
    sets = [frozenset({Exchange("rule", f"r{number}", "add")}) for number in range(7)]

    assert more_words(exchanges(*sets[:5])) == ""
    assert more_words(exchanges(*sets[:6])) == "1 more would do as well."
    assert more_words(exchanges(*sets)) == "2 more would do as well."
    assert more_words(exchanges(*sets[:5], listed=False)) == "There may be more such sets."
    assert more_words(exchanges(*sets, listed=False)) == "At least 2 more would do as well."
    assert more_words(unproved(larger=1)) == ""


def test_a_question_that_both_place() -> None:
    """The answer that was given, and where each area places it."""
    assert said(*sleepy(), Exchange("question", "sleeps", "replace")) == (
        "Does this child sleep in class?",
        "Small: 'Yes': Level 2: early help [p.6].",
        "Neighbour: 'Yes': Window 4: need [w.4].",
    )


def test_a_question_that_one_area_asks() -> None:
    """An area that does not ask says so; one that does says how far an answer could lead."""
    assert said(*sleepy(), Exchange("question", "boats", "add")) == (
        "Does a parent work at sea?",
        "Small: does not ask this.",
        "Neighbour: not answered; an answer could lead to Window 2: one agency.",
    )


def test_a_rule_that_one_area_has() -> None:
    """A rule is told by its reason, its level and page, and when it holds."""
    comparison = compared("[{ref: B, due: 2027-02-01}]", "{drink-concern: yes}")

    assert said(comparison, comparison.differences[0], Exchange("rule", "baby-near-drink", "add")) == (
        "A baby cannot wait.",
        "Small: has no such rule.",
        (
            "Neighbour: a rule leads to Window 5: protection [w.9], when both of these: the child is under 1 year or "
            "not born yet; 'Does drink worry you?' is answered 'Yes'."
        ),
    )


def test_a_setting() -> None:
    """What holds when too little is known, in each area."""
    assert said(*sleepy(), Exchange("setting", "when_too_little_is_known", "replace")) == (
        "When too little is known",
        "Small: Level 2: early help.",
        "Neighbour: Window 2: one agency.",
    )


def test_not_known_where_it_is_placed() -> None:
    """A "not known" that was said is shown where an area places it."""
    comparison = compared("[{ref: A, age: 8 years, answers: {told: not-known, sleeps: yes}}]")

    assert said(comparison, comparison.differences[0], Exchange("question", "told", "drop"))[1] == (
        "Small: 'Not known': Level 2: early help [p.2]."
    )


def test_a_question_that_one_area_leaves_out() -> None:
    """What was answered and set aside does not count, and it says why."""
    comparison = compared("[{ref: A, age: 3 months, answers: {told: yes, sleeps: yes}}]")

    assert said(comparison, comparison.differences[0], Exchange("question", "told", "drop"))[1] == (
        "Small: does not ask this of the child, since other answers or the age leave it out."
    )
