"""A review of a new edition: what it changes for children, which vignettes move, what is written otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.editions.answers_apart import answers_apart
from threshold_tool.editions.difference import difference
from threshold_tool.editions.moved_vignettes import moved_vignettes
from threshold_tool.editions.rewritten import rewritten
from threshold_tool.proofs.finder import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from threshold_tool.cases.loader import LoadedCase
    from threshold_tool.documents.loaded import LoadedDocument
    from threshold_tool.editions.answers_apart import AnswerApart
    from threshold_tool.editions.difference import Difference
    from threshold_tool.editions.moved_vignettes import MovedVignettes
    from threshold_tool.editions.rewritten import Rewritten, Sort
    from threshold_tool.evaluation.compiled import CompiledDocument


@dataclass(frozen=True, slots=True)
class Review:
    """All that a board looks at before it agrees a new edition. `steps` is how far each search went at most."""

    difference: Difference
    vignettes: MovedVignettes
    rewritten: tuple[Rewritten, ...]
    not_compared: tuple[AnswerApart, ...]
    steps: int

    @property
    def equivalent(self) -> bool | None:
        """Whether the editions mean the same for every child; None where that is not decided.

        Of a child with an answer that cannot be given in both alike, nothing is proved.
        """
        found = self.difference.equivalent
        return None if found and self.not_compared else found

    @property
    def old(self) -> CompiledDocument:
        """The old edition."""
        return self.difference.old

    @property
    def new(self) -> CompiledDocument:
        """The new one."""
        return self.difference.new

    def of(self, sort: Sort) -> tuple[Rewritten, ...]:
        """What is written otherwise, of one sort."""
        return tuple(one for one in self.rewritten if one.sort == sort)


def review(
    old: LoadedDocument, new: LoadedDocument, on: date, vignettes: Iterable[LoadedCase], steps: int = STEPS
) -> Review:
    """The review of a new edition; `on` is the assessment date of the cases that show what changes."""
    found = difference(old, new, on, steps)
    moved = moved_vignettes(found.old, found.new, vignettes)
    return Review(found, moved, rewritten(old, new), answers_apart(found.old, found.new), steps)
