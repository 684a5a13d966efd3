"""What stands in the list of answers: one line for each answer, the family's or one child's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.presenters.consultation import Consultation
    from ui.presenters.page_ids import PageId

NOT_ANSWERED = "Not answered"


class Given(Enum):
    """Whether something is known, was said to be unknown, was not answered, or may stay empty and is."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    MISSING = "missing"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer: what was asked, whom it is about, the note to it, and the page on which it can be changed.

    `page` is None where it cannot be. A line that `goes_on` has the same question as the one above it.
    """

    asked: str
    about: str
    words: str
    given: Given = Given.KNOWN
    page: PageId | None = None
    note: str = ""
    goes_on: bool = False

    @property
    def act(self) -> str:
        """What the way to its page is called; empty without one."""
        if self.page is None:
            return ""
        return {Given.MISSING: "Answer", Given.EMPTY: "Add"}.get(self.given, "Change")

    @property
    def stands_out(self) -> bool:
        """Whether it is still to be found out."""
        return self.given in (Given.UNKNOWN, Given.MISSING)

    @property
    def spoken(self) -> str:
        """All of it in sentences, for a screen reader: the act first."""
        parts = (self.asked, self.about, self.words, self.note)
        said = " ".join(part if part.endswith((".", "?")) else f"{part}." for part in parts if part)
        return f"{self.act}: {said}" if self.act else said


def about_child(consultation: Consultation, ref: str | None) -> str:
    """Whom a line is about; empty for the family, and where there is one child only."""
    return f"Child {ref}" if ref is not None and len(consultation.children) > 1 else ""
