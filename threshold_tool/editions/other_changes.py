"""What else a new edition changes in meaning: the actions required, what calls for action at once, what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from threshold_tool.editions.joint import NEW, OLD, held_clauses, only_in
from threshold_tool.evaluation.monotone import Count
from threshold_tool.proofs.sides import IMMEDIATE, act_ids
from threshold_tool.proofs.witness import assessed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.cases.model import Case
    from threshold_tool.editions.joint import Joint
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.proofs.finder import Shown
    from threshold_tool.proofs.sides import Side

Kind = Literal["require", "immediate", "ask_when"]


@dataclass(frozen=True, slots=True)
class OtherChange:
    """A difference beside the level that shows in `case`: `is_new` where only the new edition has it.

    `about` is the action that is required, the question that is asked, or `immediate`.
    """

    kind: Kind
    about: str
    is_new: bool
    case: Case
    clauses: tuple[str, ...]


def other_changes(joint: Joint) -> Iterator[OtherChange]:
    """Every action and question that some child has in one edition alone.

    Looked at are children whose answers are known, and what is called for because an answer is said to be not known.
    """
    sides = joint.complete.space.sides
    acts = dict.fromkeys(act for side in sides for act in side.all_acts())
    for act in acts:
        for more, less in ((NEW, OLD), (OLD, NEW)):
            found = list(_act(joint, act, more, less))
            yield from found or _by_saying(joint, act, more, less)
    for question in sides[OLD].compiled.questions:
        if question in sides[NEW].compiled.questions:
            for more, less in ((NEW, OLD), (OLD, NEW)):
                yield from _asked(joint, question, more, less)


def _act(joint: Joint, act: str, more: int, less: int) -> Iterator[OtherChange]:
    finder = joint.complete
    side, other = finder.space.sides[more], finder.space.sides[less]
    there = other.act_conditions(act)
    own = only_in(finder, side.act_conditions(act), there)
    shown = None if own is None else joint.smallest(finder, [own], there, act)
    if shown is not None:
        kind: Kind = "immediate" if act == IMMEDIATE else "require"
        causes = tuple(_calling_for(side, act, shown))
        yield OtherChange(kind, act, more == NEW, joint.readable_case(shown), causes)


def _by_saying(joint: Joint, act: str, more: int, less: int) -> Iterator[OtherChange]:
    """An action that is called for where it is said that an answer is not known.

    What is called for whatever the answer turns out to be is no change; an assessment of the case tells.
    """
    finder = joint.partly_known
    side, other = finder.space.sides[more], finder.space.sides[less]
    here, there = ([Count(1, own.said_for(act))] if own.said_for(act) else [] for own in (side, other))
    own = only_in(finder, here, there)
    shown = None if own is None else joint.smallest(finder, [own], [*there, *other.act_conditions(act)], act)
    if shown is None:
        return
    case = joint.readable_case(shown)
    if _is_called_for(joint.editions[more], case, act) and not _is_called_for(joint.editions[less], case, act):
        said = shown.state & side.said_for(act)
        causes = (side.compiled.questions[question].not_known for question, bit in side.said.items() if bit & said)
        clauses = tuple(clause.id for clause in causes if clause is not None)
        yield OtherChange("immediate" if act == IMMEDIATE else "require", act, more == NEW, case, clauses)
    else:
        joint.not_decided.append(act)


def _is_called_for(edition: CompiledDocument, case: Case, act: str) -> bool:
    found = assessed(edition, case)
    return found.immediate if act == IMMEDIATE else act in found.require


def _calling_for(side: Side, act: str, shown: Shown) -> Iterator[str]:
    clauses = {rule.clause.id: rule.clause for rule in side.compiled.rules}
    for question in side.compiled.questions.values():
        clauses |= {clause.id: clause for clause in question.clauses if clause is not None}
    return (clause for clause, _ in held_clauses(side, shown.state) if act in act_ids(clauses[clause]))


def _asked(joint: Joint, question: str, more: int, less: int) -> Iterator[OtherChange]:
    finder = joint.complete
    side, other = finder.space.sides[more], finder.space.sides[less]
    own = only_in(finder, [side.gate(question)], [other.gate(question)])
    shown = None if own is None else joint.smallest(finder, [own], [other.gate(question)], question)
    if shown is not None:
        yield OtherChange("ask_when", question, more == NEW, joint.readable_case(shown), ())
