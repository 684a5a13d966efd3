"""Reads the blocks of a report back as text, whatever they are nested in."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from threshold_tool.reports import blocks as b

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from threshold_tool.reports.blocks import Block, Report, Text

_Kind = TypeVar("_Kind")


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, those inside others in their place."""
    for block in blocks:
        if isinstance(block, b.KeepTogether | b.Landscape):
            yield from flat(block.blocks)
        else:
            yield block


def of_kind(report: Report, kind: type[_Kind]) -> list[_Kind]:
    """The blocks of one kind, in order."""
    return [block for block in flat(report.blocks) if isinstance(block, kind)]


def facts(report: Report) -> list[tuple[str, str]]:
    """Every labelled value, non-breaking spaces made plain."""
    return [
        (fact.label, b.plain(fact.value).replace("\u00a0", " "))
        for block in of_kind(report, b.Facts)
        for fact in block.facts
    ]


def all_text(report: Report) -> str:
    """All that a report says, block after block."""
    texts = [text for block in flat(report.blocks) for text in _texts(block)]
    return "\n".join([report.title, report.subtitle, *map(b.plain, texts)])


def _texts(block: Block) -> Iterator[Text]:
    match block:
        case b.Heading() | b.Paragraph():
            yield block.text
        case b.Notice():
            yield from (block.title, *block.paragraphs)
        case b.Facts():
            yield from (part for fact in block.facts for part in (fact.label, fact.value))
        case b.Bullets():
            yield from block.items
        case b.Table():
            yield from (block.caption, *block.head, *(cell for row in block.rows for cell in row))
        case b.LevelBadge():
            yield from (block.who, block.code, block.name, *block.details)
        case b.Grid():
            yield from _grid_texts(block)


def _grid_texts(block: b.Grid) -> Iterator[Text]:
    yield from (column.head for column in block.columns)
    for group in block.groups:
        yield group.title
        for row in group.rows:
            yield from row.about
            yield from (entry for cell in row.cells for entry in cell)
