"""Answers with their notes and sources, as a table for a child or for the family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.evaluation.explain import answer_words, question_words
from threshold_tool.evaluation.step_words import day_words
from threshold_tool.reports.blocks import Run, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.cases.model import Note
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.result import ChildResult
    from threshold_tool.reports.blocks import Block, Text

SOURCES = {
    "seen": "Seen",
    "told": "Told",
    "records": "From records",
    "opinion": "Opinion",
}

FAMILY = "family"


def answers_table(result: CaseResult, child: ChildResult) -> Iterator[Block]:
    """What was answered about this child itself; what was answered for the whole family stands apart."""
    case = result.fitted.case
    own = next(entry.answers for entry in case.children if entry.ref == child.ref)
    rows = [_row(result, q, child.facts.answers[q].shown, child.ref) for q in child.facts.answers if q in own]
    if rows:
        yield _table(f"Answers about child {child.ref}", rows)


def family_answers_table(result: CaseResult) -> Iterator[Block]:
    """What was answered for the whole family."""
    compiled = result.compiled
    known = [q for q in compiled.order if q in result.fitted.case.family]
    rows = [_row(result, q, result.fitted.case.family[q], FAMILY) for q in known]
    if rows:
        yield _table("Answers about the family", rows)


def _table(caption: str, rows: list[tuple[Text, ...]]) -> Table:
    return Table(caption, ("Question", "Answer", "What stands behind it"), tuple(rows), (5, 3, 4))


def _row(result: CaseResult, question: str, shown: str, who: str) -> tuple[Text, ...]:
    note = result.fitted.case.notes.get(who, {}).get(question)
    return (
        question_words(result.compiled, question),
        answer_words(result.compiled, question, shown),
        _note_words(note) if note else "",
    )


def _note_words(note: Note) -> Text:
    """A note with its source first, so that fact, hearsay and opinion stay apart."""
    when = f", {day_words(note.when)}" if note.when else ""
    source = f"{SOURCES[note.source]}{when}: " if note.source else ""
    return (Run(source, strong=True), Run(note.text)) if source else note.text
