"""Times taken in turns, so that a machine that slows down slows down everything that is compared."""

from __future__ import annotations

from statistics import median
from time import get_clock_info, perf_counter, process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Times = dict[str, list[float]]

# On a shared machine other people's work must not count. Windows counts a process's own time too coarsely for this.
_FINE_ENOUGH = 1e-5
own_time = process_time if get_clock_info("process_time").resolution <= _FINE_ENOUGH else perf_counter

BASELINE = "baseline: count to 20,000"


def interleaved(
    measured: Mapping[str, Callable[[], object]], rounds: int, clock: Callable[[], float] = own_time
) -> Times:
    """Seconds for each name, once each round, all of them in every round; the first round is not counted.

    The clock is this process's own time where the system counts that finely; for work that other processes do,
    name `perf_counter`.
    """
    times: Times = {name: [] for name in measured}
    for number in range(rounds + 1):
        for name, work in measured.items():
            start = clock()
            work()
            if number:
                times[name].append(clock() - start)
    return times


def count_to_20_000() -> None:
    """A loop in plain Python: how fast the machine is just now."""
    for _ in range(20_000):
        pass


def row(name: str, seconds: Iterable[float], peer: float | None = None) -> str:
    """A line with the least and the median time in ms, and the median as a multiple of the peer's."""
    taken = sorted(seconds)
    middle = median(taken)
    ratio = "" if peer is None else f"{middle / peer:10.2f}x"
    return f"  {name:<44}{taken[0] * 1e3:10.3f}{middle * 1e3:10.3f}{ratio}"


def heading(title: str, peer: str) -> str:
    """The line above the rows."""
    return f"{title}\n  {'':<44}{'least ms':>10}{'median ms':>10}   against {peer}"
