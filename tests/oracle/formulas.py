"""Formulas for solvers: what is true or false of a case, and how it hangs together.

`all_of`, `any_of`, `at_least` and `negation` build them and leave out what is settled already, so that a formula that
is always true or false is `True` or `False` itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True)
class Fact:
    """Something that a case decides, such as that a question has a certain answer."""

    name: str


@dataclass(frozen=True)
class Negation:
    """The part does not hold."""

    part: Formula


@dataclass(frozen=True)
class AtLeast:
    """So many of the parts hold, or more."""

    n: int
    parts: tuple[Formula, ...]

    @cached_property
    def _hash(self) -> int:
        return hash((self.n, self.parts))

    def __hash__(self) -> int:
        """Return what was worked out once: formulas are deep, and solvers look each part up."""
        return self._hash


Formula = bool | Fact | Negation | AtLeast


def negation(part: Formula) -> Formula:
    """Return that the part does not hold."""
    return not part if isinstance(part, bool) else Negation(part)


def all_of(parts: Iterable[Formula]) -> Formula:
    """Return that every part holds."""
    listed = list(parts)
    return at_least(len(listed), listed)


def any_of(parts: Iterable[Formula]) -> Formula:
    """Return that one part or more holds."""
    return at_least(1, parts)


def at_least(n: int, parts: Iterable[Formula]) -> Formula:
    """Return that n parts or more hold."""
    listed = list(parts)
    open_ = tuple(part for part in listed if not isinstance(part, bool))
    needed = n - sum(part is True for part in listed)
    if needed <= 0:
        return True
    if needed > len(open_):
        return False
    return open_[0] if len(open_) == 1 else AtLeast(needed, open_)


def exactly_one(parts: Sequence[Formula]) -> list[Formula]:
    """Return formulas that together say that one of the parts holds and no other."""
    return [any_of(parts), *(negation(all_of(pair)) for pair in combinations(parts, 2))]
