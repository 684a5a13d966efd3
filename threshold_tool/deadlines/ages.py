"""What a case says of a child's age, and the question that rules ask: is the child under X?

An age is known as well as it is stated. `8 years` is any age from 8 to just under 9, so that a
rule about children under 8 years and 6 months can turn out either way. Whatever is left open is
kept exactly, as the birth dates that remain possible.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from threshold_tool.deadlines.durations import Duration, Unit, has_passed, in_words, quoted, read_count

if TYPE_CHECKING:
    from collections.abc import Iterable

_JUST_BORN = Duration(0, Unit.DAY)
_A_YEAR = Duration(1, Unit.YEAR)
_TOO_OLD = Duration(26, Unit.YEAR)
_LONGEST_OVERDUE = timedelta(weeks=4)
_LONGEST_AHEAD = timedelta(weeks=45)

# The greatest age, in whole units, that a person can have while under 26 years.
_OLDEST = {Unit.DAY: 9_496, Unit.WEEK: 1_356, Unit.MONTH: 311, Unit.YEAR: 25}
_ACCEPTED = "one whole number of days, weeks, months or years, such as `8 years` or `18 months`"
_REACH = "children's services reach 25 years at most"


@dataclass(frozen=True, slots=True)
class Born:
    """The child was born on `day`."""

    day: date


@dataclass(frozen=True, slots=True)
class Age:
    """The child has `count` whole units of age (days, weeks, months or years), and not one more.

    Raises ValueError, with one plain sentence, for another unit or a number that makes no sense.
    """

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.unit not in _OLDEST:
            raise ValueError(f"An age is not counted in {self.unit}s: write {_ACCEPTED}.")
        if not 0 <= self.count <= _OLDEST[self.unit]:
            raise ValueError(f"`{self}` is not a child's age: {_REACH}.")

    @property
    def at_least(self) -> Duration:
        """The age that the child has reached."""
        return Duration(self.count, self.unit) if self.count else _JUST_BORN

    @property
    def under(self) -> Duration:
        """The age that the child has not yet reached."""
        return Duration(self.count + 1, self.unit)

    def __str__(self) -> str:
        return in_words(self.count, self.unit)


@dataclass(frozen=True, slots=True)
class Due:
    """The child is expected on `day`."""

    day: date


@dataclass(frozen=True, slots=True)
class AgeNotKnown:
    """Nothing is said of the child's age: it may be any under 26 years, and the child may be unborn."""


StatedAge = Born | Age | Due | AgeNotKnown


@dataclass(frozen=True, slots=True)
class BirthSpan:
    """The birth dates from `earliest` to `latest`, both included."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class PossibleAges:
    """What may be true of a child's age: `unborn`, or born on one of `births` (None: surely unborn)."""

    unborn: bool
    births: BirthSpan | None


@dataclass(frozen=True, slots=True)
class AgeBand:
    """Possible ages between which the cuts make no difference: unborn, or born about `sample`.

    `sample` is one birth date of the band, for a case that shows it; None for the unborn.
    """

    unborn: bool
    sample: date | None

    def is_under(self, cut: Duration, on: date) -> bool:
        """Whether the children of this band are under `cut` on the date `on`; the unborn always are.

        Right for the cuts and the date that the band was made with. Raises ValueError for a cut
        that is not in days, weeks, months or years.
        """
        return self.sample is None or not has_passed(self.sample, cut, on)


def parse_age(text: str) -> Age:
    """The age that `text` states in one unit, such as `8 years` or `0 days`.

    Raises ValueError, with one plain sentence that says what is accepted.
    """
    counted = read_count(text)
    if counted is None:
        raise ValueError(f"{quoted(text)} is not an age: write {_ACCEPTED}.")
    return Age(*counted)


def possible_births(stated: StatedAge, on: date) -> PossibleAges:
    """Every age that a child may have on the assessment date `on`, given what is `stated`.

    Raises ValueError, with one plain sentence, when no child that services work with can be meant.
    """
    match stated:
        case Born():
            return _births_on(stated, on)
        case Age():
            return PossibleAges(unborn=False, births=_births_of(stated, on))
        case Due():
            return _ages_when_due(stated, on)
        case AgeNotKnown():
            return PossibleAges(unborn=True, births=_every_birth_under(_TOO_OLD, on))


def age_bands(possible: PossibleAges, cuts: Iterable[Duration], on: date) -> tuple[AgeBand, ...]:
    """The possible ages on the date `on`, split where a cut makes a difference, the youngest first.

    The unborn are always a band of their own. Raises ValueError for a cut that is not in days,
    weeks, months or years.
    """
    bands = [AgeBand(unborn=True, sample=None)] if possible.unborn else []
    if possible.births is not None:
        bands += [AgeBand(unborn=False, sample=_middle(span)) for span in _split(possible.births, cuts, on)]
    return tuple(bands)


def _births_on(born: Born, on: date) -> PossibleAges:
    if born.day > on:
        raise ValueError(
            "The birth date is after the assessment date: correct one of them, or give a due date instead."
        )
    if has_passed(born.day, _TOO_OLD, on):
        raise ValueError(f"This birth date gives an age of 26 years or more: {_REACH}.")
    return PossibleAges(unborn=False, births=BirthSpan(born.day, born.day))


def _births_of(age: Age, on: date) -> BirthSpan:
    first = max(_first_under(age.under, on), _first_under(_TOO_OLD, on))
    last = _first_under(age.at_least, on) - 1
    if first > last:
        raise ValueError(f"`{age}` is too old: {_REACH}.")
    return BirthSpan(date.fromordinal(first), date.fromordinal(last))


def _ages_when_due(due: Due, on: date) -> PossibleAges:
    if due.day >= on:
        if due.day - on > _LONGEST_AHEAD:
            raise ValueError("The due date is more than 45 weeks after the assessment date: correct one.")
        return PossibleAges(unborn=True, births=None)
    if on - due.day > _LONGEST_OVERDUE:
        raise ValueError("The due date passed more than 4 weeks ago: give the birth date or the age instead.")
    return PossibleAges(unborn=True, births=_every_birth_under(_A_YEAR, on))


def _split(births: BirthSpan, cuts: Iterable[Duration], on: date) -> list[BirthSpan]:
    """The birth dates in parts that no cut divides, the latest births first."""
    first, last = births.earliest.toordinal(), births.latest.toordinal()
    starts = {first} | {start for cut in cuts if first < (start := _first_under(cut, on)) <= last}
    parts = []
    for start in sorted(starts, reverse=True):
        parts.append(BirthSpan(date.fromordinal(start), date.fromordinal(last)))
        last = start - 1
    return parts


def _middle(span: BirthSpan) -> date:
    return span.earliest + (span.latest - span.earliest) // 2


def _every_birth_under(cut: Duration, on: date) -> BirthSpan:
    return BirthSpan(date.fromordinal(_first_under(cut, on)), on)


def _first_under(cut: Duration, on: date) -> int:
    """The day number of the first birth date that makes a child under `cut` on the date `on`.

    A later birth never makes a child older, so halving finds it exactly. It is the day after `on`
    when not even a child born on that day is under `cut`.
    """
    births = range(date.min.toordinal(), on.toordinal() + 1)
    return births.start + bisect_left(births, True, key=lambda birth: not has_passed(date.fromordinal(birth), cut, on))
