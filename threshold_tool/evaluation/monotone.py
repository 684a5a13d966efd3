"""Conditions over bits: what every condition of a document compiles to.

A state is an int whose bits are literals ("this question is answered *regularly* or worse", "the child
is under 1 year"). Every condition here is monotone: setting more bits never makes it false. All exact
reasoning (ranges, reasons, unknowns, proofs) rests on that property.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def bits_of(mask: int) -> Iterator[int]:
    """The bits of a mask, each as a mask of its own, lowest first."""
    while mask:
        low = mask & -mask
        yield low
        mask ^= low


@dataclass(frozen=True, slots=True)
class Count:
    """At least `n` of the bits of `mask` are set. `n` 0 always holds; `n` above the mask's bits never does."""

    n: int
    mask: int

    def holds(self, state: int) -> bool:
        """Whether the condition is true in this state."""
        return (state & self.mask).bit_count() >= self.n

    @property
    def literals(self) -> int:
        """Every bit that the condition reads."""
        return self.mask


@dataclass(frozen=True, slots=True)
class Spread:
    """At least `n` of these masks have a bit set: so many different themes, or branches of `any`."""

    n: int
    masks: tuple[int, ...]

    def holds(self, state: int) -> bool:
        """Whether the condition is true in this state."""
        return sum(1 for mask in self.masks if mask & state) >= self.n

    @property
    def literals(self) -> int:
        """Every bit that the condition reads."""
        return union_of(self.masks)


@dataclass(frozen=True, slots=True)
class Every:
    """All of these conditions hold."""

    parts: tuple[Monotone, ...]

    def holds(self, state: int) -> bool:
        """Whether the condition is true in this state."""
        for part in self.parts:  # noqa: SIM110 - a loop is twice as fast as all(), and nothing runs oftener
            if not part.holds(state):
                return False
        return True

    @property
    def literals(self) -> int:
        """Every bit that the condition reads."""
        return union_of(part.literals for part in self.parts)


@dataclass(frozen=True, slots=True)
class Some:
    """At least `n` of these conditions hold."""

    n: int
    parts: tuple[Monotone, ...]

    def holds(self, state: int) -> bool:
        """Whether the condition is true in this state."""
        return sum(1 for part in self.parts if part.holds(state)) >= self.n

    @property
    def literals(self) -> int:
        """Every bit that the condition reads."""
        return union_of(part.literals for part in self.parts)


Monotone = Count | Spread | Every | Some


def one_short(condition: Monotone, state: int) -> int:
    """Literals each of which alone would make the condition hold in this state; 0 where it holds, or takes more.

    Exact but for `Some`, where a literal may be passed over that brings several parts nearer at once.
    """
    if condition.holds(state):
        return 0
    if isinstance(condition, Every):
        return _all_one_short(condition, state)
    if isinstance(condition, Count):
        return condition.mask & ~state if (state & condition.mask).bit_count() == condition.n - 1 else 0
    if isinstance(condition, Spread):
        unmet = [mask for mask in condition.masks if not mask & state]
        return union_of(unmet) if len(condition.masks) - len(unmet) == condition.n - 1 else 0
    unmet_parts = [part for part in condition.parts if not part.holds(state)]
    if len(condition.parts) - len(unmet_parts) < condition.n - 1:
        return 0
    return union_of(one_short(part, state) for part in unmet_parts)


def _all_one_short(condition: Every, state: int) -> int:
    literals = -1
    for part in condition.parts:
        if not part.holds(state):
            literals &= one_short(part, state)
            if not literals:
                break
    return literals


_MOST_ALTERNATIVES = 16

ALWAYS = Count(0, 0)


def every(parts: Iterable[Monotone]) -> Monotone:
    """All of these, in the flattest form."""
    flat: list[Monotone] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, Every) else (part,))
    kept = [part for part in dict.fromkeys(flat) if part != ALWAYS]
    if not kept:
        return ALWAYS
    return kept[0] if len(kept) == 1 else Every(tuple(kept))


def at_least(n: int, parts: Iterable[Monotone]) -> Monotone:
    """At least n of these, in the flattest form. A condition listed twice counts twice."""
    listed = tuple(parts)
    if n == len(listed):
        return every(listed)
    masks = [part.mask for part in listed if isinstance(part, Count) and part.n == 1 and part.mask]
    if len(masks) < len(listed):
        return Some(n, listed)
    if n == 1:
        return Count(1, union_of(masks))
    single = all(mask.bit_count() == 1 for mask in masks) and len(set(masks)) == len(masks)
    return Count(n, union_of(masks)) if single else Spread(n, tuple(masks))


def alternatives(condition: Monotone) -> tuple[Monotone, ...]:
    """Conditions of which one or more hold exactly when this one does.

    Each `any` is taken apart, as long as that does not make many of one.
    """
    if isinstance(condition, Some) and condition.n == 1:
        return tuple(other for part in condition.parts for other in alternatives(part))
    if isinstance(condition, Every):
        ways = [alternatives(part) for part in condition.parts]
        if prod(len(way) for way in ways) <= _MOST_ALTERNATIVES:
            return tuple(every(way) for way in product(*ways))
    return (condition,)


def shifted(condition: Monotone, by: int) -> Monotone:
    """The same condition over literals that lie `by` bits higher."""
    if by == 0:
        return condition
    match condition:
        case Count():
            return Count(condition.n, condition.mask << by)
        case Spread():
            return Spread(condition.n, tuple(mask << by for mask in condition.masks))
        case Every():
            return Every(tuple(shifted(part, by) for part in condition.parts))
        case Some():
            return Some(condition.n, tuple(shifted(part, by) for part in condition.parts))


def without(condition: Monotone, literals: int) -> Monotone:
    """The condition where none of these literals holds, whatever the state."""
    if not literals or not condition.literals & literals:
        return condition
    match condition:
        case Count():
            return Count(condition.n, condition.mask & ~literals)
        case Spread():
            return Spread(condition.n, tuple(mask & ~literals for mask in condition.masks))
        case Every():
            return Every(tuple(without(part, literals) for part in condition.parts))
        case Some():
            return Some(condition.n, tuple(without(part, literals) for part in condition.parts))


def union_of(masks: Iterable[int]) -> int:
    """Every bit that is in one of these masks."""
    union = 0
    for mask in masks:
        union |= mask
    return union
