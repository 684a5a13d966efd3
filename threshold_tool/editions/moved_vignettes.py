"""Which vignettes come out otherwise under a new edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.cases.fitting import fit
from threshold_tool.evaluation.assess import assess
from threshold_tool.problems import has_errors

if TYPE_CHECKING:
    from collections.abc import Iterable

    from threshold_tool.cases.loader import LoadedCase
    from threshold_tool.evaluation.compiled import CompiledDocument


@dataclass(frozen=True, slots=True)
class Moved:
    """A child of a vignette whose level is another, by the levels' ids."""

    title: str
    ref: str
    from_: str
    to: str


@dataclass(frozen=True, slots=True)
class MovedVignettes:
    """What became of vignettes. `tried` counts the children of those that fit both editions."""

    tried: int
    moved: tuple[Moved, ...]


def moved_vignettes(old: CompiledDocument, new: CompiledDocument, vignettes: Iterable[LoadedCase]) -> MovedVignettes:
    """The children of vignettes whose recommended level moves from one edition to the other."""
    tried, moved = 0, []
    for vignette in vignettes:
        before, after = _levels(old, vignette), _levels(new, vignette)
        title = vignette.case.title or vignette.places.location.file
        for ref in before.keys() & after.keys():
            tried += 1
            if before[ref] != after[ref]:
                moved.append(Moved(title, ref, before[ref], after[ref]))
    return MovedVignettes(tried, tuple(sorted(moved, key=lambda one: (one.title, one.ref))))


def _levels(compiled: CompiledDocument, vignette: LoadedCase) -> dict[str, str]:
    """The level of each child; none where the vignette does not fit the document."""
    fitted = fit(compiled, vignette)
    if has_errors(fitted.problems):
        return {}
    return {child.ref: compiled.level_id(assess(compiled, child).recommendation.level) for child in fitted.children}
