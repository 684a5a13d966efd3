"""How long a record takes as PDF, next to plain reportlab platypus drawing the same words.

Run with `python -m benchmarks.record`.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from html import escape
from io import BytesIO
from statistics import median
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from benchmarks.timing import BASELINE, count_to_20_000, heading, interleaved, row
from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import require_case
from threshold_tool.documents.loader import require_document
from threshold_tool.evaluation.case_result import assess_case
from threshold_tool.evaluation.compiled import compile_document
from threshold_tool.paths import documents_folder
from threshold_tool.reports.blocks import Run, plain
from threshold_tool.reports.fonts import Face
from threshold_tool.reports.pdf import render_pdf
from threshold_tool.reports.record import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.evaluation.case_result import CaseResult

ROUNDS = 10
PEER = "reportlab platypus: the same words"
NOT_WORDS = {"anchor", "colour", "kind", "language", "marker", "page_of"}


def main() -> None:
    """Draws the record of the shipped case Mondays both ways, in turns, and prints a table."""
    result = _mondays()
    words = [text for text in _texts(record_of(result)) if text.strip()]
    render_pdf(record_of(result))  # the first time registers the fonts, which platypus is to use as well
    measured = {
        BASELINE: count_to_20_000,
        PEER: lambda: _plainly(words),
        "the record: words and PDF": lambda: render_pdf(record_of(result)),
        "  of which the words": lambda: record_of(result),
    }
    times = interleaved(measured, ROUNDS)
    print(heading(f"record of Mondays as PDF, {sum(map(len, words)):,} characters", "platypus"))
    for name, seconds in times.items():
        print(row(name, seconds, median(times[PEER])))


def _mondays() -> CaseResult:
    compiled = compile_document(require_document(documents_folder() / "exampleshire.yaml"))
    return assess_case(compiled, require_fit(compiled, require_case(documents_folder() / "cases" / "mondays.yaml")))


def _texts(value: object) -> Iterator[str]:
    """Every text of a record, in order: a paragraph, a cell, a label each."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and value and all(isinstance(part, Run) for part in value):
        yield plain(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for part in fields(value):
            if part.name not in NOT_WORDS:
                yield from _texts(getattr(value, part.name))


def _plainly(words: list[str]) -> bytes:
    """A PDF with each text as a paragraph in the record's own typeface: no tables, frames, marks or bookmarks."""
    file = BytesIO()
    style = ParagraphStyle("plain", fontName=Face.REGULAR.value, fontSize=10, leading=13)
    paragraphs: list[Flowable] = [Paragraph(escape(text), style) for text in words]
    SimpleDocTemplate(file, pagesize=A4, pageCompression=1).build(paragraphs)
    return file.getvalue()


if __name__ == "__main__":
    main()
