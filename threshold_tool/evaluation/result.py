"""What a document means for the children of a case: the trace that every wording is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from threshold_tool.evaluation.answers import ChildFacts
    from threshold_tool.evaluation.compiled import Clause
    from threshold_tool.evaluation.sufficient import SufficientSets
    from threshold_tool.evaluation.unknowns import Unknown

Basis = Literal["answers", "not-known", "too-little-known"]


@dataclass(frozen=True, slots=True)
class Reason:
    """A clause that holds, and the answers, as given, that it rests on (by question)."""

    clause: Clause
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Raise:
    """A given answer, the next more concerning one, and the level that would follow."""

    question: str
    answer: str
    level: int


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A child's level and what decided it. Levels count from 0, the document's lowest."""

    level: int
    basis: Basis
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class ChildResult:
    """What the document says about one child.

    `set_aside` has what was typed, by question. `follow_on` names the unknowns that are asked only if something
    else that is not known turns out so.
    """

    facts: ChildFacts
    recommendation: Recommendation
    statutory: bool
    immediate: bool
    reasons: tuple[Reason, ...]
    also: tuple[Reason, ...]
    sufficient: SufficientSets
    unknowns: tuple[Unknown, ...]
    follow_on: frozenset[str]
    would_raise: tuple[Raise, ...]
    require: tuple[str, ...]
    set_aside: Mapping[str, str]

    @property
    def ref(self) -> str:
        """The child's letter or name in the case."""
        return self.facts.ref
