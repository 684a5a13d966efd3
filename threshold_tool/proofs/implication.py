"""Whether one condition holds whenever another does, as far as their shape tells.

That it does is certain; that it does not is not. It spares searches for what cannot be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.evaluation.monotone import Count, Every, Monotone, Some, Spread, bits_of

if TYPE_CHECKING:
    from collections.abc import Mapping


def implies(one: Monotone, other: Monotone, weaker: Mapping[int, int]) -> bool:
    """Whether the first condition brings the second with it.

    `weaker` has for a literal those that always hold with it, itself included.
    """
    if one == other:
        return True
    if isinstance(other, Every):
        return all(implies(one, part, weaker) for part in other.parts)
    if isinstance(other, Some) and other.n == 1 and any(implies(one, part, weaker) for part in other.parts):
        return True
    if isinstance(one, Every):
        return any(implies(part, other, weaker) for part in one.parts)
    if isinstance(one, Some):
        needed = len(one.parts) - one.n + 1
        return sum(1 for part in one.parts if implies(part, other, weaker)) >= needed
    if isinstance(one, Count) and isinstance(other, Count):
        return _count_implies(one, other, weaker)
    if isinstance(one, Spread) and isinstance(other, Spread):
        return one.n >= other.n and _each_within(one.masks, other.masks)
    if isinstance(one, Spread) and isinstance(other, Count):
        within = sum(1 for mask in one.masks if not mask & ~other.mask)
        return one.n - (len(one.masks) - within) >= other.n and _are_apart(one.masks)
    return False


def _count_implies(one: Count, other: Count, weaker: Mapping[int, int]) -> bool:
    if other.n == 1:
        outside = sum(1 for bit in bits_of(one.mask & ~other.mask) if not weaker.get(bit, bit) & other.mask)
        return one.n > outside
    return one.n - (one.mask & ~other.mask).bit_count() >= other.n


def _each_within(masks: tuple[int, ...], others: tuple[int, ...]) -> bool:
    """Whether each mask lies within another one of its own."""
    left = list(others)
    for mask in masks:
        found = next((own for own in left if not mask & ~own), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _are_apart(masks: tuple[int, ...]) -> bool:
    seen = 0
    for mask in masks:
        if mask & seen:
            return False
        seen |= mask
    return True
