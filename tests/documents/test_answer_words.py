from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threshold_tool.documents.answer_words import fit_one_observation, plain_words

texts = st.text(alphabet="abz \u2019'.,;:-!?%<+1 ", max_size=20)


@given(st.lists(st.sampled_from(["late", "well-fed", "3%", "<5", "child\u2019s"]), min_size=1, max_size=4))
def test_case_spacing_and_punctuation_do_not_count(words: list[str]) -> None:
    """Shouted, spread out and with a full stop, the words are the same."""

    assert plain_words("  ".join(words).upper() + " !") == plain_words(" ".join(words).replace("-", " "))


@given(texts)
def test_plain_words_are_plain_already(text: str) -> None:
    """Taking case, spacing and punctuation away twice changes nothing more."""

    once = plain_words(text)

    assert plain_words(once) == once


@pytest.mark.parametrize(
    ("one", "other"),
    [("1.5 days", "15 days"), ("<5", ">5"), ("10%", "10"), ("Yes", "No"), ("Not seen", "Seen"), ("?", "!")],
)
def test_what_means_something_is_no_punctuation(one: str, other: str) -> None:
    """Points within numbers, signs and every word count."""

    assert plain_words(one) != plain_words(other)


OVERLAPPING = [
    ("Most days", "most  days."),
    ("Never", "Never or seldom"),
    ("Seldom or never", "Never / hardly ever"),
    ("1 to 3 times", "2 to 4 times"),
    ("1 to 3 times", "3 to 5 times"),
    ("1\u20133 times", "Three times or more"),
    ("between 1 and 3 nights", "at least 2 nights"),
    ("Up to 10 minutes", "10 minutes or more"),
    ("Twice", "Once or twice"),
    ("Twice", "More than once"),
    ("5+ calls", "7 calls"),
    ("1 night in 3 months", "At most 2 nights in 3 months"),
    ("Less than once a week", "Once a week or less"),
    ("Under 5", "At most 4"),
]
APART = [
    ("Never", "Nearly never"),
    ("Seen", "Not seen"),
    ("No", "Once, with no injury"),
    ("Late", "Late, and hungry"),
    ("It does", "It does severely, and nothing has changed with help"),
    ("1 to 3 times", "4 to 6 times"),
    ("1 to 3 times", "2 to 4 days"),
    ("Once", "More than once"),
    ("Once a week", "Less than once a week"),
    ("Under 10 minutes", "10 minutes or more"),
    ("10 minutes", "Over 10 minutes"),
    ("10 minutes or less", "More than 10 minutes"),
    ("1 night in 3 months", "2 or more nights in 3 months"),
    ("1 night in 3 months", "1 night in 6 months"),
    ("0.5 units", "1 unit"),
    ("Once or twice", "Three times or more"),
    ("5+ calls", "4 calls"),
]


@pytest.mark.parametrize(("one", "other"), OVERLAPPING)
def test_overlapping_words(one: str, other: str) -> None:
    """The same words, a shared alternative, or ranges of one thing that meet fit one observation."""

    assert fit_one_observation(one, other)
    assert fit_one_observation(other, one)


@pytest.mark.parametrize(("one", "other"), APART)
def test_words_that_are_told_apart(one: str, other: str) -> None:
    """A denial, an addition, another unit or ranges that do not meet are told apart."""

    assert not fit_one_observation(one, other)
    assert not fit_one_observation(other, one)


FORMS = {
    "{low} to {high} times": lambda n, low, high: low <= n <= high,
    "{low} times": lambda n, low, high: n == low,
    "{low} or more times": lambda n, low, high: n >= low,
    "{low} times or fewer": lambda n, low, high: n <= low,
    "more than {low} times": lambda n, low, high: n > low,
    "fewer than {high} times": lambda n, low, high: n < high,
    "at least {low} times": lambda n, low, high: n >= low,
    "up to {high} times": lambda n, low, high: n <= high,
}
ranges = st.tuples(st.sampled_from(sorted(FORMS)), st.integers(0, 6), st.integers(1, 4))


@given(ranges, ranges)
def test_ranges_overlap_when_a_number_lies_in_both(one: tuple[str, int, int], other: tuple[str, int, int]) -> None:
    """The words of two ranges fit one observation exactly when some number, whole or half, lies in both."""

    numbers = [Decimal(half) / 2 for half in range(-4, 40)]
    written = [form.format(low=low, high=low + width) for form, low, width in (one, other)]
    shared = [n for n in numbers if all(FORMS[form](n, low, low + width) for form, low, width in (one, other))]

    assert fit_one_observation(*written) == bool(shared)
