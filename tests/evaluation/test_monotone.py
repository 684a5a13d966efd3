"""Conditions over bits: their flattest forms mean the same, and more bits never make one false."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from threshold_tool.evaluation.monotone import (
    ALWAYS,
    Count,
    Every,
    Monotone,
    Some,
    Spread,
    alternatives,
    at_least,
    bits_of,
    every,
)

BITS = 6
masks = st.integers(0, 2**BITS - 1)
leaves = st.one_of(
    st.builds(Count, st.integers(0, 3), masks),
    st.builds(Spread, st.integers(1, 3), st.lists(masks, max_size=3).map(tuple)),
)
conditions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Every, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Some, st.integers(1, 3), st.lists(inner, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)


@given(mask=masks)
def test_bits_of_a_mask_make_it_up(mask: int) -> None:
    """The bits of a mask are single, different and add up to it."""

    bits = list(bits_of(mask))
    assert all(bit.bit_count() == 1 for bit in bits)
    assert sum(set(bits)) == mask


@given(condition=conditions, state=masks, more=masks)
def test_more_bits_never_make_a_condition_false(condition: Monotone, state: int, more: int) -> None:
    """Whatever holds goes on holding when more is set."""

    assert not condition.holds(state) or condition.holds(state | more)


@given(condition=conditions, state=masks, other=masks)
def test_bits_that_are_not_literals_change_nothing(condition: Monotone, state: int, other: int) -> None:
    """A condition reads its literals and nothing else."""

    literals = condition.literals
    assert condition.holds(state) == condition.holds(state & literals | other & ~literals)


@given(parts=st.lists(conditions, max_size=4), state=masks)
def test_every_means_all(parts: list[Monotone], state: int) -> None:
    """The flattest form of "all of these" holds exactly when all hold."""

    assert every(parts).holds(state) == all(part.holds(state) for part in parts)


@given(parts=st.lists(conditions, min_size=1, max_size=4), n=st.integers(1, 5), state=masks)
def test_at_least_means_that_many(parts: list[Monotone], n: int, state: int) -> None:
    """The flattest form of "at least n of these" counts each listed condition, twice where listed twice."""

    assert at_least(n, parts).holds(state) == (sum(part.holds(state) for part in parts) >= n)


@given(bits=st.lists(st.integers(0, BITS - 1), min_size=1, max_size=4), n=st.integers(1, 4), state=masks)
def test_at_least_of_single_answers(bits: list[int], n: int, state: int) -> None:
    """Single literals, the same one perhaps twice, count as they are listed."""

    parts = [Count(1, 1 << bit) for bit in bits]
    assert at_least(n, parts).holds(state) == (sum(state >> bit & 1 for bit in bits) >= n)


@given(condition=conditions, state=masks)
def test_alternatives_are_ways_to_hold(condition: Monotone, state: int) -> None:
    """A condition holds exactly when one of its alternatives does."""

    assert condition.holds(state) == any(way.holds(state) for way in alternatives(condition))


def test_an_any_is_taken_apart() -> None:
    """Each branch of an `any` is a way of its own, beside what has to hold with it."""

    first, second = Count(2, 0b11), Count(2, 0b1100)
    both = every([Count(1, 0b10000), Some(1, (first, second))])
    assert set(alternatives(both)) == {every([Count(1, 0b10000), first]), every([Count(1, 0b10000), second])}


def test_always_holds_with_nothing_set() -> None:
    """A condition without conditions, such as the least answer of a question, holds in every state."""

    assert ALWAYS.holds(0)
    assert every([]) == ALWAYS
