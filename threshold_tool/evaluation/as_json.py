"""A result as plain data, in the shape that `threshold assess --json` promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from threshold_tool.evaluation.explain import reason_words

if TYPE_CHECKING:
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.evaluation.result import ChildResult, Reason
    from threshold_tool.evaluation.unknowns import Unknown


def case_as_json(result: CaseResult) -> dict[str, Any]:
    """The document, the headline and every child."""
    compiled = result.compiled
    document = compiled.source.document
    return {
        "document": {
            "id": document.id,
            "edition": document.edition,
            "fingerprint": compiled.source.fingerprint,
        },
        "headline": compiled.level_id(result.headline),
        "children": [child_as_json(result, child) for child in result.children],
    }


def child_as_json(result: CaseResult, child: ChildResult) -> dict[str, Any]:
    """Everything about one child, levels by their ids."""
    compiled = result.compiled
    level = compiled.level_id
    recommendation = child.recommendation
    data: dict[str, Any] = {
        "ref": child.ref,
        "level": level(recommendation.level),
        "basis": recommendation.basis,
        "lowest": level(recommendation.lowest),
        "highest": level(recommendation.highest),
        "statutory": child.statutory,
        "immediate": child.immediate,
        "reasons": [_reason(compiled, reason) for reason in child.reasons],
        "also": [_reason(compiled, reason) for reason in child.also],
        "sufficient": [list(questions) for questions in child.sufficient.sets],
        "unknowns": [_unknown(compiled, unknown) for unknown in child.unknowns],
        "would_raise": [
            {"question": step.question, "answer": step.answer, "level": level(step.level)} for step in child.would_raise
        ],
        "require": list(child.require),
        "actions": [step.as_json() for step in result.steps(child)],
        "set_aside": [{"question": q, "typed": typed} for q, typed in child.set_aside.items()],
        "not_in_document": list(result.fitted.not_in_document.get(child.ref, ())),
    }
    if not child.sufficient.complete:
        data["sufficient_complete"] = False
    return data


def _reason(compiled: CompiledDocument, reason: Reason) -> dict[str, Any]:
    clause = reason.clause
    return {
        "kind": clause.kind,
        "id": clause.id,
        "level": None if clause.level is None else compiled.level_id(clause.level),
        "cite": clause.cite,
        "text": reason_words(compiled, reason),
        "answers": [{"question": question, "answer": shown} for question, shown in reason.answers],
    }


def _unknown(compiled: CompiledDocument, unknown: Unknown) -> dict[str, Any]:
    data: dict[str, Any] = {
        "question": unknown.question,
        "could_reach": compiled.level_id(unknown.could_reach),
    }
    if not unknown.decided:
        data["decided"] = False
    return data
