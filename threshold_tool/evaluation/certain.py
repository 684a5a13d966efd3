"""What holds however the unknowns turn out: clauses, required actions, the call to act at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from threshold_tool.evaluation.compiled import Clause
    from threshold_tool.evaluation.possibilities import Possibilities, World


def held_at(possible: Possibilities, world: World) -> list[Clause]:
    """The clauses that hold in every completion of one possible age, placements first.

    A given answer reaches its placement; an unknown question reaches one for certain only when it is asked in
    every completion and all its answers reach the same.
    """
    compiled = possible.compiled
    held = []
    for question_id, grade in possible.given.items():
        clause = compiled.questions[question_id].clauses[grade]
        if clause is not None:
            held.append(clause)
    for question_id in compiled.constant:
        clause, gate = compiled.questions[question_id].constant, compiled.gates.get(question_id)
        asked = question_id in possible.unknown and (gate is None or gate.holds(world.low))
        if asked and clause is not None:
            held.append(clause)
    held += [rule.clause for rule in compiled.rules if rule.when.holds(world.low)]
    return held


def in_every_completion(
    possible: Possibilities, held_by_age: Iterable[Iterable[Clause]], carries: Callable[[Clause], bool]
) -> bool:
    """Whether every completion has some clause that `carries` judges true, be it a different one in each.

    `held_by_age` has what `held_at` gives for each possible age.
    """
    by_age = zip(possible.worlds, held_by_age, strict=True)
    return all(_in_every_completion_of(possible, world, held, carries) for world, held in by_age)


def _in_every_completion_of(
    possible: Possibilities, world: World, held: Iterable[Clause], carries: Callable[[Clause], bool]
) -> bool:
    """The same for one possible age.

    A completion that avoids all such clauses gives each unknown question, once it is asked, an answer that
    reaches none of them. The least such answers avoid whatever any others avoid: they open the fewest
    questions and make the fewest rules hold. So one completion decides.
    """
    if any(map(carries, held)):
        return True
    compiled = possible.compiled
    tempting = compiled.least_acts.intersection(possible.unknown)
    if not tempting:
        return False
    state = world.low
    for question_id in sorted(possible.unknown, key=compiled.turn.__getitem__):
        question, gate = compiled.questions[question_id], compiled.gates.get(question_id)
        if gate is not None and not gate.holds(state):
            continue
        avoiding = (g for g, clause in enumerate(question.clauses) if clause is None or not carries(clause))
        grade = next(avoiding, None)
        if grade is None:
            return True
        state |= question.masks[grade]
    return any(carries(rule.clause) and rule.when.holds(state) for rule in compiled.rules)
