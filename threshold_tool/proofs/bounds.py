"""How near a goal the choices left can come at most, when some of them would use up what must not happen.

A count that must stay below its number leaves room for only so many more of its literals. Where a goal needs
more of them than there is room for, no search is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.evaluation.monotone import Count, Every, Spread, union_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from threshold_tool.evaluation.monotone import Monotone
    from threshold_tool.proofs.space import Choice, Variable


def missing(goal: Count | Spread, state: int) -> int:
    """How many more literals, or groups of literals, a goal needs."""
    if isinstance(goal, Count):
        return goal.n - (state & goal.mask).bit_count()
    return goal.n - sum(1 for mask in goal.masks if mask & state)


def fewest(goal: Count | Spread, state: int, candidates: Iterable[Choice]) -> int:
    """A lower bound on how many choices a goal takes."""
    wanted = [goal.mask & ~state] if isinstance(goal, Count) else [m for m in goal.masks if not m & state]
    gains = _gains(goal, wanted, candidates)
    needed, count = missing(goal, state), 0
    for gain in sorted((gain for gain, _ in gains.values()), reverse=True):
        if needed <= 0:
            break
        needed -= gain
        count += 1
    return count


@dataclass(frozen=True, slots=True)
class Reach:
    """How far candidates can bring a goal at most, and which variables it cannot do without."""

    enough: bool
    forced: tuple[Variable, ...]


def reach_of(goal: Count | Spread, state: int, candidates: Iterable[Choice], blockers: Iterable[Monotone]) -> Reach:
    """What counts that have to stay below their number leave possible.

    That it is not enough is certain; that it is enough is not. What is forced is certain.
    """
    wanted = [goal.mask & ~state] if isinstance(goal, Count) else [m for m in goal.masks if not m & state]
    gains = _gains(goal, wanted, candidates)
    needed = missing(goal, state)
    rooms = [room for blocker in blockers if (room := _room_of(blocker, state)) is not None]
    most, outside = _most(gains, rooms)
    forced = tuple(variable for variable, gain in outside.items() if most - gain < needed)
    return Reach(most >= needed, forced)


Gains = dict["Variable", tuple[int, int]]
"""For each variable how much it can bring a goal nearer, and what it sets at least when it does."""


def _gains(goal: Count | Spread, wanted: Sequence[int], candidates: Iterable[Choice]) -> Gains:
    reached: dict[Variable, int] = {}
    sets: dict[Variable, int] = {}
    for choice in candidates:
        reached[choice.variable] = reached.get(choice.variable, 0) | choice.mask
        sure = choice.parts[0].mask if len(choice.parts) == 1 else 0
        sets[choice.variable] = sets.get(choice.variable, -1) & sure
    if isinstance(goal, Count):
        return {v: ((mask & wanted[0]).bit_count(), sets[v]) for v, mask in reached.items()}
    return {v: (sum(1 for group in wanted if group & mask), sets[v]) for v, mask in reached.items()}


@dataclass(frozen=True, slots=True)
class _Room:
    """How many more of these groups may get a literal."""

    left: int
    groups: tuple[int, ...]
    mask: int

    def group_of(self, literals: int) -> int:
        """The first group that gets one of these literals."""
        if len(self.groups) == 1 or not self.groups:
            return 0
        return next(at for at, group in enumerate(self.groups) if group & literals)


def _room_of(blocker: Monotone, state: int) -> _Room | None:
    """What a blocker still leaves room for; None where that takes several of its parts together."""
    leaf = _last_part(blocker, state)
    if isinstance(leaf, Count):
        return _Room(leaf.n - 1 - (state & leaf.mask).bit_count(), (), leaf.mask & ~state)
    if isinstance(leaf, Spread):
        open_groups = tuple(mask for mask in leaf.masks if not mask & state)
        return _Room(leaf.n - 1 - (len(leaf.masks) - len(open_groups)), open_groups, union_of(open_groups))
    return None


def _last_part(blocker: Monotone, state: int) -> Monotone | None:
    """The one part of a condition that keeps it from holding; None where there are several."""
    if not isinstance(blocker, Every):
        return blocker
    unmet = [part for part in blocker.parts if not part.holds(state)]
    return _last_part(unmet[0], state) if len(unmet) == 1 else None


def _most(gains: Gains, rooms: Sequence[_Room]) -> tuple[int, dict[Variable, int]]:
    """An upper bound on what all variables together bring, and what those bring that use up no room.

    Each variable counts in one room at most, the tightest first.
    """
    waiting = dict(gains)
    total = 0

    def tightness(room: _Room) -> int:
        return sum(1 for _, sets in gains.values() if sets & room.mask) - room.left

    for room in sorted(rooms, key=tightness, reverse=True):
        inside = {v: gain for v, gain in waiting.items() if gain[1] & room.mask}
        if len(inside) <= room.left:
            continue
        for variable in inside:
            del waiting[variable]
        total += sum(sorted(_by_group(room, inside), reverse=True)[: max(room.left, 0)])
    outside = {variable: gain for variable, (gain, _) in waiting.items()}
    return total + sum(outside.values()), outside


def _by_group(room: _Room, inside: Mapping[Variable, tuple[int, int]]) -> list[int]:
    """What each unit of room can be worth at most: one literal of a count, or one group with all in it."""
    if not room.groups:
        return [gain for gain, _ in inside.values()]
    worth: dict[int, int] = {}
    for gain, sets in inside.values():
        group = room.group_of(sets & room.mask)
        worth[group] = worth.get(group, 0) + gain
    return list(worth.values())


def leaves(condition: Monotone) -> Iterable[int]:
    """The masks of all counts and groups inside a condition."""
    if isinstance(condition, Count):
        yield condition.mask
    elif isinstance(condition, Spread):
        yield from condition.masks
    else:
        for part in condition.parts:
            yield from leaves(part)
