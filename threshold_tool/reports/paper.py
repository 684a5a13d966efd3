"""The paper twin of a threshold document: all that it says, laid out as boards print it.

An officer can hold it beside the printed original and compare placement by placement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.evaluation.explain import danger_words, urgent_contacts
from threshold_tool.evaluation.step_words import day_words
from threshold_tool.reports import paper_grid, paper_levels, paper_questions, paper_routes, paper_rules
from threshold_tool.reports.blocks import (
    Contents,
    Fact,
    Facts,
    Heading,
    KeepTogether,
    Notice,
    Paragraph,
    Report,
    Table,
)
from threshold_tool.reports.document_parts import addresses, footer, status_marks, watermark
from threshold_tool.reports.paper_words import id_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.documents.model import ThresholdDocument
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.reports.blocks import Block
    from threshold_tool.reports.paper_grid import Sides

STATUS_WORDS = {
    "fictional": "Fictional: for training, not for a real child",
    "draft": "Draft: not approved",
    "published": "Published",
    "withdrawn": "Withdrawn: no longer in force",
}


def paper_of(compiled: CompiledDocument, sides: Sides = "theme") -> Report:
    """The whole document as a report; the rows of its grid are grouped by theme or by domain."""
    document = compiled.source.document
    return Report(
        title=document.title,
        subtitle=f"{document.board}, edition {document.edition}",
        running_head=f"{document.title}, edition {document.edition}",
        author=document.board,
        marks=status_marks(document),
        watermark=watermark(document),
        footer=footer(compiled.source),
        blocks=tuple(_blocks(compiled, sides)),
    )


def _blocks(compiled: CompiledDocument, sides: Sides) -> Iterator[Block]:
    parts = tuple(_parts(compiled, sides))
    yield Notice("note", "If there is immediate danger", (danger_words(compiled), *urgent_contacts(compiled)))
    yield from _about(compiled)
    yield Contents("What is where", tuple(addresses(parts)))
    yield from parts


def _parts(compiled: CompiledDocument, sides: Sides) -> Iterator[Block]:
    document = compiled.source.document
    yield from _statements(document)
    yield from paper_levels.blocks(compiled)
    yield from paper_grid.blocks(compiled, sides)
    yield from paper_rules.blocks(compiled)
    yield from paper_questions.blocks(compiled)
    yield from paper_routes.blocks(compiled)
    yield from _glossary(document)


def _about(compiled: CompiledDocument) -> Iterator[Block]:
    yield Facts(tuple(Fact(label, value) for label, value in _facts(compiled) if value))
    document = compiled.source.document
    if document.changes:
        rows = tuple((change.edition, day_words(change.date), change.note) for change in document.changes)
        yield KeepTogether((Table("What has changed", ("Edition", "Date", "Change"), rows, (1, 2.4, 6)),))


def _facts(compiled: CompiledDocument) -> Iterator[tuple[str, str | None]]:
    document = compiled.source.document
    applies, before = document.applies_to, document.supersedes
    parents = [file.id for file in compiled.source.files if file.role == "parent"]
    yield "Published by", document.board
    yield "Edition", document.edition
    yield "Status", STATUS_WORDS[document.status]
    yield "In force from", day_words(document.effective)
    yield "To be reviewed by", day_words(document.review_by)
    yield "Owner", document.owner
    yield "Approved", document.approved
    yield "For", applies.text if applies else None
    yield "Children living in", applies.children_living_in if applies else None
    yield "Replaces", f"{before.id}, edition {before.edition}" if before else None
    yield "Laid over", ", ".join(parents) or None
    yield "Shared questions", ", ".join(map(id_words, document.use)) or None


def _statements(document: ThresholdDocument) -> Iterator[Block]:
    if document.statements:
        yield Heading("What this document says of itself", anchor="statements")
        yield Facts(tuple(Fact(id_words(key).capitalize(), text) for key, text in document.statements.items()))


def _glossary(document: ThresholdDocument) -> Iterator[Block]:
    if document.glossary:
        yield Heading("Glossary", anchor="glossary")
        yield Paragraph("Words and short forms, as this document uses them.", quiet=True)
        yield Facts(tuple(Fact(word, meaning) for word, meaning in document.glossary.items()))
