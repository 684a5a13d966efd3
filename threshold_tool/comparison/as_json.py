"""A comparison as plain data, in the shape that `threshold compare --json` promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from threshold_tool.comparison.by_case import consent_rule
from threshold_tool.comparison.exchange import OTHER
from threshold_tool.evaluation.as_json import child_as_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from threshold_tool.comparison.by_case import CaseComparison, Difference
    from threshold_tool.comparison.by_question import AnswerRow, QuestionTable
    from threshold_tool.comparison.exchange import ExchangeSet
    from threshold_tool.comparison.exchange_search import Exchanges
    from threshold_tool.evaluation.compiled import Clause, CompiledDocument


def case_comparison_as_json(comparison: CaseComparison) -> dict[str, Any]:
    """Every child under every document, and where the documents differ from the reference."""
    return {
        "documents": _documents({key: result.compiled for key, result in comparison.results.items()}),
        "reference": comparison.reference,
        "children": [_child(comparison, ref) for ref in comparison.refs],
    }


def table_as_json(table: QuestionTable, *, differences_only: bool = False) -> dict[str, Any]:
    """Every shared question with what each document makes of its answers."""
    return {
        "documents": _documents(table.areas),
        "questions": [
            {
                "question": question.question,
                "theme": theme or None,
                "documents": list(question.documents),
                "answers": [_row(table, row) for row in (question.differing if differences_only else question.rows)],
            }
            for theme, questions in table.themes.items()
            for question in questions
            if question.differing or not differences_only
        ],
        "only_in": {key: [question for question, only in table.only_in.items() if only == key] for key in table.areas},
        "other_answers": list(table.other_answers),
        "differs": table.differs,
    }


def _documents(areas: Mapping[str, CompiledDocument]) -> list[dict[str, str]]:
    return [
        {
            "key": key,
            "id": compiled.source.document.id,
            "edition": compiled.source.document.edition,
            "title": compiled.source.document.title,
            "fingerprint": compiled.source.fingerprint,
        }
        for key, compiled in areas.items()
    ]


def _child(comparison: CaseComparison, ref: str) -> dict[str, Any]:
    whole = {key: child_as_json(result, comparison.child(ref, key)) for key, result in comparison.results.items()}
    return {
        "ref": ref,
        "levels": {key: _level(comparison, ref, key, found) for key, found in whole.items()},
        "because": {key: [reason["id"] for reason in found["reasons"]] for key, found in whole.items()},
        "reasons": {key: found["reasons"] for key, found in whole.items()},
        "unknowns": {key: found["unknowns"] for key, found in whole.items()},
        "not_in_document": {key: found["not_in_document"] for key, found in whole.items()},
        "differences": [_difference(difference) for difference in comparison.of_child(ref)],
    }


def _level(comparison: CaseComparison, ref: str, key: str, found: Mapping[str, Any]) -> dict[str, Any]:
    compiled = comparison.results[key].compiled
    level = comparison.child(ref, key).recommendation.level
    own = compiled.source.document.levels[level]
    return {
        "level": own.id,
        "name": own.name,
        "band": own.part_of,
        "statutory": own.statutory,
        "legal_basis": list(own.legal_basis),
        "above_when_nothing_matches": level > compiled.base,
        "consent": consent_rule(compiled, level),
        **{name: found[name] for name in ("immediate", "basis", "lowest", "highest")},
    }


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "reference": difference.reference,
        "other": difference.other,
        "in": list(difference.facets),
        "exchanges": None if difference.exchanges is None else _exchanges(difference.exchanges),
    }


def _exchanges(exchanges: Exchanges) -> dict[str, Any]:
    return {
        "sets": [_set(chosen) for chosen in exchanges.sets],
        "decided": exchanges.decided,
        "all_listed": exchanges.all_listed,
        "larger_than": exchanges.larger_than,
        "enough": None if exchanges.enough is None else _set(exchanges.enough),
    }


def _set(chosen: ExchangeSet) -> list[dict[str, str]]:
    return [
        {"kind": exchange.kind, "id": exchange.id.removesuffix(OTHER), "change": exchange.change}
        for exchange in sorted(chosen)
    ]


def _row(table: QuestionTable, row: AnswerRow) -> dict[str, Any]:
    return {
        "answer": row.answer,
        "placements": {key: _clause(table.areas[key], clause) for key, clause in row.clauses.items()},
        "in": list(row.facets),
    }


def _clause(compiled: CompiledDocument, clause: Clause | None) -> dict[str, Any] | None:
    if clause is None:
        return None
    level = None if clause.level is None else compiled.level_id(clause.level)
    return {"id": clause.id, "level": level, "cite": clause.cite, "immediate": clause.immediate}
