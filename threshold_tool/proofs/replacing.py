"""A compiled document with one question placed otherwise: only what that changes is made again.

A proof tries each placement of a document, so that to compile the whole of it each time would take too long.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from threshold_tool.documents import conditions as c
from threshold_tool.evaluation.compiled import compile_rule, within
from threshold_tool.evaluation.monotone import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.evaluation.compiled import CompiledDocument, CompiledQuestion, CompiledRule
    from threshold_tool.evaluation.monotone import Monotone


def with_question(compiled: CompiledDocument, question: CompiledQuestion) -> CompiledDocument:
    """The document with another form of one of its questions, of the same answers and literals.

    What it has for evaluation alone, such as the order of mildness, is left out.
    """
    was = compiled.questions[question.id]
    counted, changed = dict(compiled.counted), set[c.PlacedFilter]()
    for wanted in compiled.counted:
        level = compiled.source.level_order[wanted.at_or_above]
        before, after = _literal(was, level), _literal(question, level)
        if before != after and within(was.question, wanted):
            counted[wanted] = counted[wanted].with_other(was.question, before, after)
            changed.add(wanted)
    found = replace(
        compiled,
        questions={**compiled.questions, question.id: question},
        counted=counted,
        placed_from=tuple(_placed_from(compiled, was, question)),
        owners=(),
        mildest_first=(),
        touched_by={},
    )
    found.rules = tuple(
        compile_rule(found, rule.written) if changed and _counts_any(rule, changed) else rule for rule in compiled.rules
    )
    if changed:
        found.rules_from = tuple(_rules_from(found))
    return found


def _literal(question: CompiledQuestion, level: int) -> int:
    grade = question.grade_placed_at(level)
    return 0 if grade is None else question.from_grade(grade)


def _placed_from(compiled: CompiledDocument, was: CompiledQuestion, now: CompiledQuestion) -> Iterator[int]:
    for level, placed in enumerate(compiled.placed_from):
        own = 0
        for grade, clause in enumerate(now.clauses):
            if clause is not None and clause.level is not None and clause.level >= level:
                own |= now.from_grade(grade)
        yield placed & ~was.mask | own


def _counts_any(rule: CompiledRule, wanted: set[c.PlacedFilter]) -> bool:
    return any(isinstance(part, c.Placed) and part.placed in wanted for part in c.walk(rule.written.when))


def _rules_from(compiled: CompiledDocument) -> Iterator[tuple[Monotone, ...]]:
    for level in range(len(compiled.placed_from)):
        at_or_above = (rule for rule in compiled.rules if rule.clause.level is not None and rule.clause.level >= level)
        yield tuple(way for rule in at_or_above for way in alternatives(rule.when))
