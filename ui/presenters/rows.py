"""Pages of rows: the signs that always count, and the first look at each theme. Each row is answered by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.presenters.journey import ROWS_ON_A_PAGE, page_of
from ui.presenters.page_ids import PageKind

if TYPE_CHECKING:
    from threshold_tool.cases.interview import Place
    from threshold_tool.documents.questions import Question
    from ui.presenters.consultation import Consultation
    from ui.presenters.page_ids import PageId

INTRODUCTIONS = {
    PageKind.ALWAYS: "Any of these goes to children's social care, whatever else is true. Answer each one.",
    PageKind.SCREENING: "One question for each part of life. Yes and Suspected bring up more questions.",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One place for an answer in a row: whom it is about, in words, and what was answered."""

    place: Place
    about: str
    given: str | None


@dataclass(frozen=True)
class Row:
    """A question and its places for answers: one for the family, or one for each child."""

    question: Question
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class RowsState:
    """What a page of rows shows. `optional` says that going on without an answer is fine."""

    title: str
    over: str
    introduction: str
    rows: tuple[Row, ...]
    optional: bool

    @property
    def unanswered(self) -> tuple[tuple[Row, Line], ...]:
        """The places that still want an answer."""
        return tuple((row, line) for row in self.rows for line in row.lines if line.given is None)


def rows_state(consultation: Consultation, page: PageId) -> RowsState:
    """The rows of a page, as the case has them now."""
    section = next(section for section in consultation.document.sections if section.id == page.section)
    steps = [step for step in consultation.interview.steps if page_of(step) == page]
    several = len(consultation.children) > 1
    rows = []
    for question_id in dict.fromkeys(step.place.question for step in steps):
        own = [step for step in steps if step.place.question == question_id]
        lines = tuple(Line(s.place, _about(s.place, several=several), consultation.given(s.place)) for s in own)
        rows.append(Row(own[0].question, lines))
    pages = -(-len(section.questions) // ROWS_ON_A_PAGE)
    return RowsState(
        section.title,
        f"Page {page.part + 1} of {pages}" if pages > 1 else "",
        INTRODUCTIONS.get(page.kind, ""),
        tuple(rows),
        consultation.interview.optional,
    )


def _about(place: Place, *, several: bool) -> str:
    return f"Child {place.child}" if place.child and several else ""
