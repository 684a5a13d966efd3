"""What can never happen: a rule that never holds, a question never asked, a level that no child is at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.condition_words import ConditionWords
from threshold_tool.documents.conditions import All
from threshold_tool.evaluation.compiled import compile_condition
from threshold_tool.evaluation.monotone import every, shifted
from threshold_tool.problems import Severity
from threshold_tool.proofs.child_space import child_space
from threshold_tool.proofs.search import find
from threshold_tool.proofs.witness import assessed, case_of

if TYPE_CHECKING:
    from threshold_tool.documents import conditions as c
    from threshold_tool.evaluation.compiled import CompiledRule
    from threshold_tool.evaluation.monotone import Monotone
    from threshold_tool.proofs.finder import Shown
    from threshold_tool.proofs.proving import Proving

IMPOSSIBLE_RULE, UNREACHABLE_QUESTION, UNREACHABLE_LEVEL = (
    "impossible-rule",
    "unreachable-question",
    "unreachable-level",
)


def prove_rules_can_hold(proving: Proving) -> None:
    """Each rule holds in some case."""
    for rule in proving.compiled.rules:
        with proving.attempt(IMPOSSIBLE_RULE, rule.clause.id):
            if proving.finder.any([proving.side.rule(rule)], []) is None:
                _report_impossible(proving, rule)


def _report_impossible(proving: Proving, rule: CompiledRule) -> None:
    message = f"The rule `{rule.clause.id}` can never hold, whatever the answers, the child's age and what came before."
    place = proving.place_of_rule(rule.clause.id)
    hint = _what_keeps_it(proving, rule)
    proving.report(IMPOSSIBLE_RULE, message, place, rule.clause.id, severity=Severity.ERROR, hint=hint)


def _what_keeps_it(proving: Proving, rule: CompiledRule) -> str:
    """The parts of a rule that cannot hold together, as few as show it."""
    when = rule.written.when
    parts = list(when.all) if isinstance(when, All) else [when]
    for part in list(parts):
        fewer = [other for other in parts if other is not part]
        if fewer and _is_impossible(proving, fewer):
            parts = fewer
    words = ConditionWords(proving.compiled.source)
    said = "; ".join(words.words(part) for part in parts)
    return f"This can never be: {said}." if len(parts) == 1 else f"These never hold together: {said}."


def _is_impossible(proving: Proving, parts: list[c.Condition]) -> bool:
    condition = shifted(every(compile_condition(proving.compiled, part) for part in parts), proving.side.low)
    return proving.finder.any([condition], []) is None


def prove_questions_are_asked(proving: Proving) -> None:
    """Each question that is not asked of everybody is asked of somebody."""
    for question_id in proving.compiled.gates:
        with proving.attempt(UNREACHABLE_QUESTION, question_id):
            if proving.finder.any([proving.side.gate(question_id)], []) is None:
                message = f"The question `{question_id}` is never asked: its `ask_when` holds for no child."
                place = proving.place_of_question(question_id, "ask_when")
                asked = proving.compiled.source.questions[question_id].ask_when
                hint = None if asked is None else ConditionWords(proving.compiled.source).words(asked)
                hint = f"This can never be: {hint}." if hint else None
                proving.report(UNREACHABLE_QUESTION, message, place, question_id, severity=Severity.ERROR, hint=hint)


def prove_levels_are_reached(proving: Proving) -> None:
    """Each level is that of some child, partly known answers included."""
    document = proving.composition.document
    for at, level in enumerate(document.levels):
        with proving.attempt(UNREACHABLE_LEVEL, level.id):
            if not _is_reached(proving, at):
                message = f"No child is at the level `{level.id}`, whatever is known or not known."
                shown = _beyond(proving, at)
                hint = _hint(proving, at, shown)
                proving.report(
                    UNREACHABLE_LEVEL,
                    message,
                    proving.composition.at("levels", at),
                    level.id,
                    severity=Severity.ERROR,
                    hint=hint,
                    shown=shown,
                )


def _is_named(proving: Proving, level: int) -> bool:
    """Whether a clause, the base or the floor for too little known has this very level: no child is at another."""
    compiled = proving.compiled
    questions = compiled.questions.values()
    clauses = [clause for question in questions for clause in (*question.clauses, question.not_known) if clause]
    levels = {clause.level for clause in (*clauses, *(rule.clause for rule in compiled.rules))}
    return level in levels | {compiled.base, compiled.too_little}


def _is_reached(proving: Proving, level: int) -> bool:
    if not _is_named(proving, level):
        return False
    side = proving.side
    if proving.finder.any([side.reaches(level)], side.level_conditions(level + 1)):
        return True
    partly = proving.partly_known.space.sides[0]
    goals, blockers = [partly.recommended(level)], partly.recommended_conditions(level + 1)
    if proving.partly_known.any(goals, blockers):
        return True
    compiled = proving.compiled
    return compiled.base < level == compiled.too_little and _is_floor_of_unknown_age(proving, level)


def _is_floor_of_unknown_age(proving: Proving, level: int) -> bool:
    """Whether a child of unknown age is at the floor for too little known, when none of known age is.

    That takes one age at which the level may be lower and another at which it may be higher. What is known of
    the answers only narrows that, so it is enough to look where none is known; strengths may be.
    """
    compiled = proving.compiled
    pair = child_space([compiled, compiled], proving.on, partly_known=True)
    lower, higher = pair.sides
    goals = [higher.could_reach(level)]
    for first in pair.worlds:
        for second in pair.worlds:
            ages = lower.both(first.literals[0]) | higher.both(second.literals[1])
            unknown = pair.all_unknown(pair.without_age | ages)
            if find(pair.space, unknown, goals, lower.level_conditions(level + 1), proving.finder.budget()) is not None:
                return True
    return False


def _beyond(proving: Proving, level: int) -> Shown | None:
    """The smallest case that goes beyond a level; for the lowest, the least case there is."""
    goals: list[Monotone] = [proving.side.reaches(level + 1)] if level + 1 < len(proving.compiled.placed_from) else []
    return proving.finder.smallest(goals, [])


def _hint(proving: Proving, level: int, shown: Shown | None) -> str:
    if shown is None or level + 1 >= len(proving.compiled.placed_from):
        return "Place an answer at this level, or take the level out."
    reached = assessed(proving.compiled, case_of(shown)).recommendation.lowest
    name = proving.composition.document.levels[reached].name
    return f"The nearest case goes past it: {proving.words(shown)}, is at {name}."
