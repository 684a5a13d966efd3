"""Consent for one child, in the wording of the level to act at, and what has to be written down about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.cases.model import ConsentAsked
from threshold_tool.evaluation import explain
from threshold_tool.evaluation.consent_words import consent_words

if TYPE_CHECKING:
    from datetime import date

    from threshold_tool.evaluation.consent_words import ConsentWords
    from ui.presenters.consultation import Consultation
    from ui.presenters.page_ids import PageId

NOT_YET = "Not yet. It is still to be done."
"""Always a reason: asking for consent never holds anything up."""


@dataclass(frozen=True)
class ConsentState:
    """What the page shows. `reasons` are ready answers to why nobody was asked or told."""

    level: str
    words: ConsentWords
    reasons: tuple[str, ...]
    said: ConsentAsked

    @property
    def missing(self) -> str | None:
        """What is still to be written down; None where nothing is."""
        return self.words.missing(self.said)

    def label(self, key: str) -> str:
        """What a field is called."""
        return next(field.label for field in self.words.fields if field.key == key)

    def hint(self, key: str) -> str:
        """What helps to fill a field in."""
        return next(field.hint for field in self.words.fields if field.key == key)


def is_asked(consultation: Consultation, ref: str) -> bool:
    """Whether there is something to write down about consent for a child."""
    return bool(consent_words(consultation.compiled, consultation.acting_level(ref)).fields)


def is_written(consultation: Consultation, ref: str) -> bool:
    """Whether everything about consent is written down for a child."""
    words = consent_words(consultation.compiled, consultation.acting_level(ref))
    return words.missing(consultation.case.consent.get(ref)) is None


def consent_state(consultation: Consultation, page: PageId) -> ConsentState:
    """What the page of a child's consent shows."""
    ref = page.child or ""
    level = consultation.acting_level(ref)
    words = consent_words(consultation.compiled, level)
    return ConsentState(
        level=explain.level_words(consultation.compiled, level),
        words=words,
        reasons=(*words.exceptions, NOT_YET),
        said=consultation.case.consent.get(ref, ConsentAsked()),
    )


def consent_with(said: ConsentAsked, **changed: str | date | None) -> ConsentAsked | None:
    """What was said with a change; None where nothing is left of it."""
    parts = {**said.model_dump(), **changed}
    parts = {key: (value.strip() or None) if isinstance(value, str) else value for key, value in parts.items()}
    return ConsentAsked.model_validate(parts) if any(parts.values()) else None
