"""The smallest sets of clauses which, exchanged, make the difference between two documents disappear for a child.

Every exchange that can matter for the child is *up* (it can only raise what the merged document says), *down*, or
neither. A document that is too high then needs a down exchange of something that holds it there, one that is too
low an up exchange. So the search follows only those, in sets of growing size: the first size at which some set does
it is the smallest, and every set of that size is found. A bound on the documents tried ends it; then all exchanges
are made and those that are not needed taken back one by one, which gives a set that does it but proves little.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from threshold_tool.comparison.common_scale import standing
from threshold_tool.comparison.exchange import NOTHING_MATCHES
from threshold_tool.comparison.relevant_exchanges import Relevant, relevant
from threshold_tool.comparison.what_holds import WhatHolds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from threshold_tool.comparison.exchange import Exchange, ExchangeSet
    from threshold_tool.comparison.pair import Pair
    from threshold_tool.evaluation.assess import Assessment

MOST_TRIED = 600
MOST_SETS = 20


@dataclass(frozen=True, slots=True)
class Exchanges:
    """The smallest sets of exchanges after which the first document says of the child what the second says.

    `all_listed` is False where more sets of this size may exist. Where `decided` is False the search ended at its
    bound before it found any: nothing is known of the smallest set but that it has more than `larger_than` exchanges.
    `enough` is then a set that does it too, with more exchanges than may be needed.
    """

    sets: tuple[ExchangeSet, ...]
    decided: bool
    all_listed: bool
    larger_than: int
    enough: ExchangeSet | None = None

    @property
    def to_show(self) -> tuple[ExchangeSet, ...]:
        """The smallest sets, or the one that is known to do it."""
        return self.sets if self.enough is None else (self.enough,)


@dataclass(frozen=True, slots=True)
class _Tried:
    """What a merged document says of the child, and on which rung that is."""

    assessment: Assessment
    level: int


class _BoundReached(Exception):
    """So many documents were tried, or sets found, as may be."""


def smallest_exchanges(pair: Pair, *, with_level: bool, bound: int = MOST_TRIED) -> Exchanges:
    """The smallest sets of exchanges that make the first document say of a child what the second says.

    What has to become the same is the standing in law, and with `with_level` the level. `bound` is how many merged
    documents may be tried.
    """
    return _Search(relevant(pair), with_level, bound).run()


@dataclass
class _Search:
    relevant: Relevant
    with_level: bool
    left: int
    known: dict[ExchangeSet, _Tried] = field(default_factory=dict)
    sets: list[ExchangeSet] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Find out what is wanted: what the second document says."""
        self.target = self._assessed(self.relevant.every)
        rungs = range(len(self.relevant.pair.merged.ladder.rungs))
        wanted = [rung for rung in rungs if self._is_wanted(_Tried(self.target.assessment, rung))]
        self.least, self.most = min(wanted), max(wanted)
        one_base = all(exchange.id != NOTHING_MATCHES for exchange in self.relevant.every)
        self.in_a_row = one_base and len(wanted) == self.most - self.least + 1
        self.holds = WhatHolds(self.relevant, self.most)

    def run(self) -> Exchanges:
        """Tries sets of growing size."""
        for size in range(len(self.relevant.every) + 1):
            try:
                self._try(frozenset(), frozenset(), size)
            except _BoundReached:
                return self._found_so_far(size)
            if self.sets:
                break
        return self._smallest(size, all_listed=True)

    def _found_so_far(self, size: int) -> Exchanges:
        """What is known at the bound, while sets of `size` are tried: that no smaller one does it."""
        if self.sets:
            return self._smallest(size, all_listed=False)
        enough = self._enough()
        if len(enough) == size:
            self.sets.append(enough)
            return self._smallest(size, all_listed=False)
        return Exchanges((), decided=False, all_listed=False, larger_than=size - 1, enough=enough)

    def _smallest(self, size: int, *, all_listed: bool) -> Exchanges:
        sets = tuple(sorted(self.sets, key=sorted))
        return Exchanges(sets, decided=True, all_listed=all_listed, larger_than=size - 1)

    def _enough(self) -> ExchangeSet:
        """A set that does it: all exchanges, less those that can be taken back one after the other."""
        chosen = self.relevant.every
        for exchange in self.relevant.in_order:
            without = chosen - {exchange}
            if self._is_wanted(self._assessed(without)):
                chosen = without
        return chosen

    def _try(self, chosen: ExchangeSet, banned: ExchangeSet, left: int) -> None:
        """Adds the sets of `left` more exchanges, none of them banned, that do it. Raises _BoundReached."""
        tried = self._tried(chosen)
        if left == 0:
            if self._is_wanted(tried):
                self.sets.append(chosen)
                if len(self.sets) == MOST_SETS:
                    raise _BoundReached
            return
        for exchange in self._worth_adding(tried, chosen | banned):
            self._try(chosen | {exchange}, banned, left - 1)
            banned |= {exchange}

    def _tried(self, chosen: ExchangeSet) -> _Tried:
        if chosen not in self.known:
            if self.left <= 0:
                raise _BoundReached
            self.left -= 1
            self.known[chosen] = self._assessed(chosen)
        return self.known[chosen]

    def _assessed(self, chosen: ExchangeSet) -> _Tried:
        assessment = self.relevant.assessed(chosen)
        floor = assessment.compiled.too_little if self.relevant.floor_holds else 0
        return _Tried(assessment, max(assessment.recommendation.level, floor))

    def _is_wanted(self, tried: _Tried) -> bool:
        """Whether what a merged document says means what the second document says."""
        target = self.target
        if self.with_level and tried.level != target.level:
            return False
        wanted = standing(target.assessment.compiled, target.level)
        return standing(tried.assessment.compiled, tried.level) == wanted

    def _worth_adding(self, tried: _Tried, without: ExchangeSet) -> Iterable[Exchange]:
        """Exchanges of which every larger set that does it has one."""
        rest = [exchange for exchange in self.relevant.in_order if exchange not in without]
        if not self.in_a_row or self.least <= tried.level <= self.most:
            return rest
        if tried.level < self.least:
            return [exchange for exchange in rest if self.relevant.may_raise(exchange)]
        held = self.holds.fewest(tried.assessment)
        return [exchange for exchange in rest if exchange in held]
