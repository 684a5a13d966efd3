"""Which vignettes come out otherwise under a new edition, at the end of their story or part way through it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.cases.fitting import fit
from threshold_tool.cases.loader import LoadedCase
from threshold_tool.cases.model import Case, Vignette
from threshold_tool.evaluation.assess import assess
from threshold_tool.problems import has_errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from threshold_tool.evaluation.compiled import CompiledDocument

Levels = dict[str, str]
"""The recommended level of each child of a case, by its reference."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A child of a vignette whose level is another, by the levels' ids.

    `part` is the part of the story after which it is, counted from 1; None with all that the vignette says.
    """

    title: str
    ref: str
    part: int | None
    from_: str
    to: str


@dataclass(frozen=True, slots=True)
class MovedVignettes:
    """What became of vignettes: how many children were tried, who moves, and which vignettes fit neither edition."""

    tried: int
    moved: tuple[Moved, ...]
    unfit: tuple[str, ...] = ()

    @property
    def at_the_end(self) -> tuple[Moved, ...]:
        """Who moves with all that the vignette says."""
        return tuple(one for one in self.moved if one.part is None)

    @property
    def part_way(self) -> tuple[Moved, ...]:
        """Who is at another level after a part of the story, whether or not also at its end."""
        return tuple(one for one in self.moved if one.part is not None)


def moved_vignettes(old: CompiledDocument, new: CompiledDocument, vignettes: Iterable[LoadedCase]) -> MovedVignettes:
    """The children of vignettes whose recommended level moves from one edition to the other.

    A vignette fits where one edition takes all its answers; a question that the other has not got is passed over there.
    """
    tried, moved, unfit = 0, list[Moved](), list[str]()
    for vignette in vignettes:
        title = vignette.case.title or vignette.places.location.file
        levels = _both(old, new, vignette)
        if levels is None:
            unfit.append(title)
            continue
        tried += len(levels[0])
        moved += _moves(title, None, *levels)
        for part, so_far in _story(vignette.case):
            moved += _moves(title, part, *(_both(old, new, so_far) or ({}, {})))
    return MovedVignettes(tried, tuple(sorted(moved, key=_place)), tuple(sorted(unfit)))


def _place(one: Moved) -> tuple[str, str, bool, int]:
    return one.title, one.ref, one.part is None, one.part or 0


def _moves(title: str, part: int | None, before: Levels, after: Levels) -> Iterator[Moved]:
    return (Moved(title, ref, part, before[ref], after[ref]) for ref in before if before[ref] != after[ref])


def _story(case: Case) -> Iterator[tuple[int, LoadedCase]]:
    """The case as far as each part of the story but the last has told it, the earlier parts included."""
    story = case.story if isinstance(case, Vignette) else ()
    family: dict[str, str] = {}
    children: dict[str, dict[str, str]] = {child.ref: {} for child in case.children}
    for number, part in enumerate(story[:-1], start=1):
        family |= part.family
        for ref, answers in part.children.items():
            children[ref] |= answers
        told = tuple(child.model_copy(update={"answers": dict(children[child.ref])}) for child in case.children)
        so_far = Case(
            format=case.format, on=case.on, children=told, family=dict(family), earlier_concerns=case.earlier_concerns
        )
        yield number, LoadedCase.from_answers(so_far)


def _both(old: CompiledDocument, new: CompiledDocument, case: LoadedCase) -> tuple[Levels, Levels] | None:
    """The levels under both editions; None where neither takes the whole case, or one takes none of it."""
    strictly = [not has_errors(fit(edition, case).problems) for edition in (old, new)]
    before, after = _levels(old, case), _levels(new, case)
    return None if not any(strictly) or before is None or after is None else (before, after)


def _levels(compiled: CompiledDocument, case: LoadedCase) -> Levels | None:
    fitted = fit(compiled, case, pass_over_unknown=True)
    if has_errors(fitted.problems):
        return None
    return {child.ref: compiled.level_id(assess(compiled, child).recommendation.level) for child in fitted.children}
