"""Which placement each answer of a question reaches, the ones it inherits included."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from threshold_tool.documents.conditions import Answer, walk
from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.documents.questions import Cut, Question, parse_cut

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from threshold_tool.documents.conditions import Condition
    from threshold_tool.documents.model import Placement


@dataclass(frozen=True, slots=True)
class ReachedPlacement:
    """What an answer reaches. `answer` is the key under which the document writes the placement."""

    answer: str
    level: str | None
    require: tuple[str, ...]
    immediate: bool
    cite: str | None


def cuts_of(
    question: Question, placements: Mapping[str, Placement], conditions: Iterable[Condition]
) -> tuple[Cut, ...]:
    """Every cut that the document uses of a number, from the least to the most concerning.

    `conditions` are all the document's; none for a question with graded answers.
    """
    if question.number is None:
        return ()
    worse = question.number.worse
    cuts = {cut for key in placements if (cut := parse_cut(key)) and cut.worse == worse}
    for condition in conditions:
        for part in walk(condition):
            if isinstance(part, Answer) and part.answer.question == question.id:
                bound = part.answer.below if worse == "lower" else part.answer.at_least
                if bound is not None:
                    cuts.add(Cut(worse, bound))
    return tuple(sorted(cuts, key=lambda cut: cut.bound, reverse=worse == "lower"))


def answer_keys(question: Question, cuts: Collection[Cut]) -> tuple[str | None, ...]:
    """What names each grade, least concerning first; a number better than every cut has no name."""
    if question.number is None:
        return tuple(option.id for option in question.options)
    return (None, *(str(cut) for cut in cuts))


def reached_placements(
    question: Question,
    placements: Mapping[str, Placement],
    cuts: Collection[Cut],
    statutory: Collection[str],
) -> tuple[ReachedPlacement | None, ...]:
    """The placement that each grade reaches, least concerning first; None where nothing is placed.

    An answer without a placement takes that of the nearest less concerning answer that has one, and a
    placement without a level keeps that answer's level. Where `yes` is placed at a statutory level,
    `suspected` takes its level and `immediate` unless it states a level itself.
    """
    written = {_same_cut(key): (key, placement) for key, placement in placements.items() if key != NOT_KNOWN}
    keys = answer_keys(question, cuts)
    reached: list[ReachedPlacement | None] = []
    for grade, name in enumerate(keys):
        before = reached[-1] if reached else None
        own = _as_written(written.get(name), before) if name else None
        if name == "suspected" and "yes" in keys[grade:]:
            own = _suspected(own, written.get(name), written.get("yes"), statutory)
        reached.append(own or before)
    return tuple(reached)


def not_known_placement(placements: Mapping[str, Placement]) -> ReachedPlacement | None:
    """What a `not-known` that was said reaches."""
    placement = placements.get(NOT_KNOWN)
    return _as_written((NOT_KNOWN, placement), None) if placement else None


def _same_cut(key: str) -> str:
    cut = parse_cut(key)
    return str(cut) if cut else key


def _as_written(entry: tuple[str, Placement] | None, before: ReachedPlacement | None) -> ReachedPlacement | None:
    if entry is None:
        return None
    key, own = entry
    level = own.level or (before.level if before else None)
    return ReachedPlacement(key, level, own.require, own.immediate, own.cite)


def _suspected(
    own: ReachedPlacement | None,
    written: tuple[str, Placement] | None,
    yes: tuple[str, Placement] | None,
    statutory: Collection[str],
) -> ReachedPlacement | None:
    """What `suspected` reaches beside a `yes` that is statutory: never less than `yes` by silence."""
    states_level = written is not None and written[1].level is not None
    if yes is None or yes[1].level not in statutory or states_level:
        return own
    taken = ReachedPlacement(yes[0], yes[1].level, yes[1].require, yes[1].immediate, yes[1].cite)
    if own is None:
        return taken
    require = tuple(dict.fromkeys((*own.require, *taken.require)))
    return replace(
        own,
        level=taken.level,
        require=require,
        immediate=own.immediate or taken.immediate,
        cite=own.cite or taken.cite,
    )
