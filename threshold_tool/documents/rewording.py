"""Shared questions in a document's own words; their answers and the order of these stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.questions import AnswerOption

if TYPE_CHECKING:
    from collections.abc import Mapping

    from threshold_tool.documents.model import Rewording
    from threshold_tool.documents.questions import Question


def reworded(question: Question, rewordings: Mapping[str, Rewording]) -> Question:
    """The question as the document words it; `rewordings` are the document's, by the question's id."""
    local = rewordings.get(question.id)
    if local is None:
        return question
    changes: dict[str, object] = {
        key: value
        for key, value in (("ask", local.ask), ("why", local.why), ("look_for", local.look_for))
        if value is not None
    }
    if question.answers is not None:
        changes["answers"] = tuple(
            AnswerOption(id=option.id, text=local.answers.get(option.id, option.text)) for option in question.answers
        )
    return question.model_copy(update=changes)
