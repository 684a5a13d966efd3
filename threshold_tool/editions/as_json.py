"""A review of a new edition as `threshold diff --json` prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from threshold_tool.editions.words import in_order, other_words, rewritten_words
from threshold_tool.proofs.witness import case_data

if TYPE_CHECKING:
    from threshold_tool.editions.review import Review
    from threshold_tool.editions.rewritten import Sort
    from threshold_tool.evaluation.compiled import CompiledDocument


def review_as_json(review: Review) -> dict[str, Any]:
    """The review. `equivalent` is null where it is not decided."""
    return {
        "old": _edition(review.old),
        "new": _edition(review.new),
        "changes": [
            {"from": one.from_, "to": one.to, "witness": case_data(one.case), "clauses": list(one.clauses)}
            for one in in_order(review)
        ],
        "other": [
            {
                "kind": one.kind,
                "about": one.about,
                "new": one.is_new,
                "witness": case_data(one.case),
                "clauses": list(one.clauses),
                "message": other_words(review, one),
            }
            for one in review.difference.other
        ],
        "equivalent": review.equivalent,
        "not_decided": list(review.difference.not_decided),
        "not_compared": [{"about": one.id, "offered_by": one.offered_by} for one in review.not_compared],
        "vignettes": {
            "children": review.vignettes.tried,
            "moved": [
                {"title": one.title, "child": one.ref, "part": one.part, "from": one.from_, "to": one.to}
                for one in review.vignettes.moved
            ],
            "not_run": list(review.vignettes.unfit),
        },
        "clauses": _rewritten(review, "clause"),
        "settings": _rewritten(review, "setting"),
        "wording": _rewritten(review, "wording"),
    }


def _edition(compiled: CompiledDocument) -> dict[str, str]:
    document = compiled.source.document
    return {"id": document.id, "edition": document.edition, "fingerprint": compiled.source.fingerprint}


def _rewritten(review: Review, sort: Sort) -> list[dict[str, Any]]:
    return [
        {"place": list(one.place), "before": one.before, "after": one.after, "message": rewritten_words(one)}
        for one in review.of(sort)
    ]
