"""The ages that a document tells apart, each with the literals that hold at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

from threshold_tool.deadlines.ages import Age, AgeNotKnown, StatedAge, age_bands, possible_births
from threshold_tool.deadlines.durations import Duration, Unit
from threshold_tool.evaluation.possibilities import age_literals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from threshold_tool.deadlines.ages import AgeBand
    from threshold_tool.evaluation.compiled import CompiledDocument

_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}
_SHORTEST_MONTHS, _LONGEST_MONTHS = 30.3, 30.6
"""Between these lie the days of a month on average; over few months they differ by up to four more."""
_GIVE_OR_TAKE = 4
_TYPICAL_AGE = Duration(8, Unit.YEAR)


@dataclass(frozen=True, slots=True)
class AgeWorld:
    """One age on the day `on`: the literals that hold at it in each document."""

    band: AgeBand
    on: date
    literals: tuple[int, ...]

    @property
    def unborn(self) -> bool:
        """Whether the child is not born yet."""
        return self.band.unborn


def age_worlds(documents: Sequence[CompiledDocument], on: date) -> tuple[AgeWorld, ...]:
    """Every age that makes a difference in some document, those of a schoolchild first.

    Where a length in days and one in months lie so near that the calendar decides which is longer, other days
    than `on` count as well.
    """
    cuts = frozenset[Duration]().union(*(document.age_cuts() for document in documents))
    found: dict[tuple[int, ...], AgeWorld] = {}
    for day in _days_that_matter(cuts, on):
        for band in age_bands(possible_births(AgeNotKnown(), day), cuts, day):
            literals = tuple(age_literals(document, band, day) for document in documents)
            found.setdefault(literals, AgeWorld(band, day, literals))
    return tuple(sorted(found.values(), key=_how_unusual))


def _how_unusual(world: AgeWorld) -> tuple[bool, int]:
    if world.band.sample is None:
        return True, 0
    return False, abs((world.on - world.band.sample).days - _TYPICAL_AGE.count * 365)


def _days_that_matter(cuts: Iterable[Duration], on: date) -> Iterator[date]:
    yield on
    in_days = [cut.count * _DAYS[cut.unit] for cut in cuts if cut.unit in _DAYS]
    in_months = [cut.count * _MONTHS[cut.unit] for cut in cuts if cut.unit in _MONTHS]
    if any(_may_cross(days, months) for days, months in product(in_days, in_months)):
        yield from (on + timedelta(days=day) for day in range(1, 4 * 366))


def _may_cross(days: int, months: int) -> bool:
    return months * _SHORTEST_MONTHS - _GIVE_OR_TAKE <= days <= months * _LONGEST_MONTHS + _GIVE_OR_TAKE


def stated(world: AgeWorld, cuts: Iterable[Duration]) -> StatedAge | date | None:
    """How a case states this age: in years where that is exact enough, else in smaller units, else by birth date.

    None for a child who is not born yet.
    """
    sample = world.band.sample
    if sample is None:
        return None
    cuts = tuple(cuts)
    for unit in (Unit.YEAR, Unit.MONTH, Unit.WEEK, Unit.DAY):
        age = _age_in(sample, unit, world.on)
        if age is not None and len(age_bands(possible_births(age, world.on), cuts, world.on)) == 1:
            return age
    return sample


def _age_in(born: date, unit: Unit, on: date) -> Age | None:
    """The age in whole units; None where it would be 0 years, say, which nobody says."""
    for count in range(_most(unit), 0 if unit is not Unit.DAY else -1, -1):
        births = possible_births(Age(count, unit), on).births
        if births is not None and births.earliest <= born <= births.latest:
            return Age(count, unit)
    return None


def _most(unit: Unit) -> int:
    return {Unit.YEAR: 25, Unit.MONTH: 47, Unit.WEEK: 26, Unit.DAY: 62}[unit]
