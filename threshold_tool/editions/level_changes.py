"""From which level to which level children move with a new edition, each with the smallest case that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.editions.joint import NEW, OLD, held_clauses, only_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.cases.model import Case
    from threshold_tool.editions.joint import Joint
    from threshold_tool.evaluation.monotone import Monotone
    from threshold_tool.proofs.finder import Finder, Shown
    from threshold_tool.proofs.sides import Side

TOO_LITTLE = "when_too_little_is_known"


@dataclass(frozen=True, slots=True)
class LevelChange:
    """Children at one level in the old edition and at another in the new one, by the levels' ids.

    `clauses` are what brings the higher of the two about in the case; a question among them is asked in one
    edition alone.
    """

    from_: str
    to: str
    case: Case
    clauses: tuple[str, ...]


def level_changes(joint: Joint) -> Iterator[LevelChange]:
    """Every pair of levels between which some child moves, partly known answers included; age is known.

    Pairs that are not decided are noted in `joint`.
    """
    for old in range(len(joint.old.source.document.levels)):
        for new in range(len(joint.new.source.document.levels)):
            if joint.old.level_id(old) != joint.new.level_id(new):
                change = _change(joint, old, new)
                if change is not None:
                    yield change


def _change(joint: Joint, old: int, new: int) -> LevelChange | None:
    from_, to = joint.old.level_id(old), joint.new.level_id(new)
    for finder in (joint.complete, joint.partly_known):
        needed = _needed(joint, finder, old, new)
        if needed is None:
            continue
        before, after = finder.space.sides
        goals = [*needed, before.recommended(old), after.recommended(new)]
        blockers = [*before.recommended_conditions(old + 1), *after.recommended_conditions(new + 1)]
        shown = joint.smallest(finder, goals, blockers, f"{from_} to {to}")
        if shown is not None:
            return LevelChange(from_, to, joint.readable_case(shown), tuple(_causes(joint, shown, old, new)))
    return None


def _needed(joint: Joint, finder: Finder, old: int, new: int) -> list[Monotone] | None:
    """What has to hold beside the levels themselves, as far as the editions differ; None where nothing can."""
    sides = finder.space.sides
    there = _place_of(joint, NEW, joint.old.level_id(old))
    here = _place_of(joint, OLD, joint.new.level_id(new))
    needed: list[Monotone] = []
    # Where the new edition is higher, it has something at each level in between that the old one has not; or the
    # other way round.
    for one, at, other, other_at, below in ((NEW, new, OLD, old, there), (OLD, old, NEW, new, here)):
        for level in () if below is None else range(below + 1, at + 1):
            alike = _place_of(joint, other, joint.editions[one].level_id(level))
            if alike is None or alike <= other_at:  # levels in another order: the other edition is there as well
                continue
            own = only_in(finder, sides[one].recommended_conditions(level), sides[other].recommended_conditions(alike))
            if own is None:
                return None
            needed.append(own)
    return needed


def _place_of(joint: Joint, edition: int, level: str) -> int | None:
    ids = [one.id for one in joint.editions[edition].source.document.levels]
    return ids.index(level) if level in ids else None


def _causes(joint: Joint, shown: Shown, old: int, new: int) -> Iterator[str]:
    """The clauses without which the edition with the higher level would not have it."""
    below = _place_of(joint, NEW, joint.old.level_id(old))
    is_raised = below is None or new > below
    high, low = (NEW, OLD) if is_raised else (OLD, NEW)
    level, other_level = (new, old) if is_raised else (old, new)
    bound = _place_of(joint, high, joint.editions[low].level_id(other_level))
    side, other = shown.space.sides[high], shown.space.sides[low]
    state = shown.state
    seen = dict.fromkeys(
        clause for clause, at in held_clauses(side, state) if at is not None and (at == level or (bound or level) < at)
    )
    for question, said in side.said.items():
        clause = side.compiled.questions[question].not_known
        if state & said and clause is not None and clause.level is not None and clause.level >= level:
            seen[clause.id] = None
    yield from seen or [TOO_LITTLE]
    for clause_id in seen:
        question = clause_id.partition("=")[0]
        if "=" in clause_id and _is_asked_in_one(side, other, question, state):
            yield question


def _is_asked_in_one(side: Side, other: Side, question: str, state: int) -> bool:
    both = question in side.compiled.questions and question in other.compiled.questions
    return both and not other.gate(question).holds(state)
