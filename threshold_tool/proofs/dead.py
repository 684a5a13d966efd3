"""Clauses without which nothing would change for any child: dead rules and dead placements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.evaluation.compiled import placed_otherwise
from threshold_tool.evaluation.monotone import Count
from threshold_tool.proofs.finder import Sought
from threshold_tool.proofs.reachability import IMPOSSIBLE_RULE, UNREACHABLE_QUESTION
from threshold_tool.proofs.sides import act_ids
from threshold_tool.proofs.variants import grades_apart, without_placement

if TYPE_CHECKING:
    from threshold_tool.evaluation.compiled import Clause, CompiledQuestion, CompiledRule
    from threshold_tool.proofs.finder import Shown
    from threshold_tool.proofs.proving import Proving

DEAD_RULE, DEAD_PLACEMENT = "dead-rule", "dead-placement"


def prove_rules_matter(proving: Proving) -> None:
    """Each rule changes the level, the actions or the urgency of some child. Those at the base are exempt."""
    for rule in proving.compiled.rules:
        if rule.clause.level == proving.compiled.base or proving.is_found(IMPOSSIBLE_RULE, rule.clause.id):
            continue
        with proving.attempt(DEAD_RULE, rule.clause.id):
            if not _rule_matters(proving, rule):
                shown = proving.finder.smallest([proving.side.rule(rule)], [])
                message = f"Without the rule `{rule.clause.id}` no child's level, actions or urgency would change."
                hint = _why_not(proving, rule.clause, shown)
                place = proving.place_of_rule(rule.clause.id)
                proving.report(DEAD_RULE, message, place, rule.clause.id, hint=hint, shown=shown)


def _rule_matters(proving: Proving, rule: CompiledRule) -> bool:
    compiled, side = proving.compiled, proving.side
    level = rule.clause.level
    if level is not None:
        others = [o for o in compiled.rules if o is not rule and o.clause.level is not None and o.clause.level >= level]
        placed = Count(1, compiled.placed_from[level] << side.low)
        shown = proving.finder.any([side.rule(rule)], [placed, *map(side.rule, others)])
        if shown is not None:
            proving.alone[rule.clause.id] = [shown]
            return True
    return any(_act_matters(proving, rule, act) for act in act_ids(rule.clause))


def _act_matters(proving: Proving, rule: CompiledRule, act: str) -> bool:
    """Whether some child has an action by this rule alone."""
    side, levels = proving.side, proving.composition.document.levels
    answers, *_ = side.act_conditions(act)
    others = [o for o in proving.compiled.rules if o is not rule and act in act_ids(o.clause)]
    blockers = (answers, *map(side.rule, others))
    shown = proving.finder.soon([Sought((side.rule(rule),), blockers)])
    if shown is not None and act not in levels[proving.compiled.level(shown.state >> side.low)].actions:
        proving.alone[rule.clause.id] = [shown]
        return True
    for at in range(proving.compiled.base, len(levels)):
        if act in levels[at].actions:
            continue
        goals = [side.rule(rule), side.reaches(at)]
        shown = proving.finder.any(goals, [*blockers, *side.level_conditions(at + 1)])
        if shown is not None:
            proving.alone[rule.clause.id] = [shown]
            return True
    return False


def prove_placements_matter(proving: Proving) -> None:
    """Each placement changes the level, the actions or the urgency of some child.

    Those at the base and those of `not-known` are exempt, as are those of questions that are never asked.
    """
    document = proving.composition.document
    for question_id, placements in document.placements.items():
        question = proving.compiled.questions.get(question_id)
        if question is None or proving.is_found(UNREACHABLE_QUESTION, question_id):
            continue
        for key, placement in placements.items():
            if key == NOT_KNOWN or placement.level == document.when_nothing_matches:
                continue
            clause_id = f"{question_id}={key}"
            with proving.attempt(DEAD_PLACEMENT, clause_id):
                if not _placement_matters(proving, question, key):
                    _report_placement(proving, question, key)


def _report_placement(proving: Proving, question: CompiledQuestion, key: str) -> None:
    clause_id = f"{question.id}={key}"
    grade = next((g for g, clause in enumerate(question.clauses) if clause and clause.id == clause_id), None)
    shown = None if grade is None else proving.finder.smallest([proving.side.literal(question.id, grade)], [])
    message = f"Without the placement `{clause_id}` no child's level, actions or urgency would change."
    hint = _why_not(proving, None if grade is None else question.clauses[grade], shown)
    place = proving.composition.at_key("placements", question.id, key)
    proving.report(DEAD_PLACEMENT, message, place, clause_id, hint=hint, shown=shown)


def _placement_matters(proving: Proving, question: CompiledQuestion, key: str) -> bool:
    left = dict(proving.composition.document.placements[question.id])
    del left[key]
    after = placed_otherwise(proving.compiled, question.id, left)
    if any(proving.is_plainly_needed(question, grade, after.clauses[grade]) for grade in grades_apart(question, after)):
        return True
    asked = proving.where_asked(question.id)
    said = {} if asked is None else asked.found
    return any(
        versions.differ(proving.finder, proving.alone, said)
        for versions in without_placement(proving.side, question, after)
    )


def _why_not(proving: Proving, clause: Clause | None, shown: Shown | None) -> str | None:
    """What has the same effect already, in the smallest case that meets a clause."""
    if shown is None or clause is None:
        return None
    state = shown.state
    held = [rule.clause for rule in proving.compiled.rules if proving.side.rule(rule).holds(state)]
    for question in proving.compiled.questions.values():
        reached = state >> proving.side.low & question.mask
        if reached and (own := question.clauses[question.grade_of(1 << reached.bit_length() - 1)]) is not None:
            held.append(own)
    level = -1 if clause.level is None else clause.level
    deciding = [one.id for one in held if one.id != clause.id and one.level is not None and one.level >= level]
    because = f" `{deciding[0]}` does as much already." if deciding and clause.level is not None else ""
    return f"In the smallest case that it fits, {proving.words(shown)}, it adds nothing.{because}"
