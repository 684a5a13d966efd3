"""What every print of a comparison has in common: which documents, what their levels mean in law, how it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import threshold_tool
from threshold_tool.comparison import words
from threshold_tool.comparison.areas import area_name
from threshold_tool.evaluation.explain import document_words, level_words
from threshold_tool.reports.blocks import Fact, Heading, KeepTogether, Paragraph, Report, Run, Table
from threshold_tool.reports.document_parts import status_marks, watermark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.reports.blocks import Block


def comparison_report(
    title: str, running_head: str, areas: Mapping[str, CompiledDocument], blocks: tuple[Block, ...]
) -> Report:
    """A report over several documents; it bears the marks of every one that is not in force."""
    documents = [compiled.source.document for compiled in areas.values()]
    marks = dict.fromkeys(mark for document in documents for mark in status_marks(document))
    return Report(
        title=title,
        subtitle=_names(areas),
        running_head=running_head,
        marks=tuple(marks),
        watermark=next(filter(None, map(watermark, documents)), None),
        footer=(
            Fact("Compared", "; ".join(f"{document.title}, edition {document.edition}" for document in documents)),
            Fact("Threshold Tool", threshold_tool.__version__),
        ),
        blocks=blocks,
    )


def documents(areas: Mapping[str, CompiledDocument]) -> Iterator[Block]:
    """Which documents these are, by their exact bytes, and what each level means in law."""
    yield Heading("The documents", anchor="documents")
    rows = tuple(
        (area_name(key), document_words(compiled), compiled.source.fingerprint) for key, compiled in areas.items()
    )
    yield KeepTogether((Table("What was compared", ("Area", "Document", "Fingerprint"), rows, (2, 4, 6)),))
    yield Heading("How they are compared", level=2)
    yield Paragraph(words.SCALE)
    for key, compiled in areas.items():
        yield KeepTogether((_levels(key, compiled),))


def _levels(key: str, compiled: CompiledDocument) -> Table:
    levels = range(len(compiled.source.document.levels))
    rows = tuple(
        (
            (Run(level_words(compiled, level)),),
            words.capital(words.law(compiled, level)),
            words.consent(compiled, level),
        )
        for level in levels
    )
    return Table(f"Levels of {area_name(key)}, lowest first", ("Level", "In law", "Consent"), rows, (5, 5, 3))


def _names(areas: Mapping[str, CompiledDocument]) -> str:
    """The areas in a row: "Exampleshire, Northfold and Eastmere"."""
    *first, last = map(area_name, areas)
    return f"{', '.join(first)} and {last}"
