"""What a strength can do, and what it cannot, in the words that stand beside its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threshold_tool.documents.model import ThresholdDocument

_EVIDENCE = "Count only what you have seen, or what somebody who knows has told you."
CHANGES_NO_LEVEL = f"A strength shows what to build on. It never lowers a level. {_EVIDENCE}"
STANDS_AGAINST_RULES = (
    "A strength never lowers the level of another answer, nor of anything that calls for children's social care. "
    f"Where it is known, it keeps {{rules}} of this document from raising the level. {_EVIDENCE}"
)


def strength_caution(document: ThresholdDocument, question: str) -> str:
    """What an answer about a strength does under the document, which may let it stand against some of its rules."""
    against = sum(1 for rule in document.rules if any(bound.question == question for bound in rule.unless))
    if not against:
        return CHANGES_NO_LEVEL
    return STANDS_AGAINST_RULES.format(rules="one rule" if against == 1 else f"{against} rules")
