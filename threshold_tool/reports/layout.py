"""Lays a record out on A4 pages, upright or on their side: its text, and what stands around it on each page.

Lengths are in points; x runs right from the left edge of the paper and y down from its top.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from math import cos, radians, sin
from typing import TYPE_CHECKING

from threshold_tool.reports.blocks import Landscape, plain
from threshold_tool.reports.characters import Characters
from threshold_tool.reports.fonts import Face, needs_shaping
from threshold_tool.reports.lines import Part, width_of
from threshold_tool.reports.pages import Panel, Rule, Strip, Words, fill_pages, moved
from threshold_tool.reports.styles import BODY, HAIR, INK, QUIET, SMALL, STRONG, Style
from threshold_tool.reports.typesetting import PAGE_REFERENCE_WIDTH, Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from threshold_tool.reports.blocks import Block, Report
    from threshold_tool.reports.lines import Faces, Line
    from threshold_tool.reports.pages import Mark, Page

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
_FOOTER_LINES = 3
_PAGE_NUMBER_WIDTH = 90.0
_BELOW_REFERENCE = 6.0

_TITLE = Style(21, 26, Face.BOLD)
_SUBTITLE = Style(11.5, 16.5, colour=QUIET)
_FURNITURE = Style(7.5, 10, colour=QUIET)
_PAGE_NUMBER = replace(_FURNITURE, size=8.5, colour=INK)
_MARK = replace(_FURNITURE, face=Face.BOLD, colour=INK)
_WATERMARK_COLOUR = "#ededed"
_WATERMARK_LETTERS = 40
_WATERMARK_LENGTH, _WATERMARK_SIZE = 540.0, 110.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of paper: its size, the left edge and the top of its text, and the line over its footer."""

    width: float
    height: float
    left: float
    top: float
    footer_top: float
    watermark_angle: float

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.left

    @property
    def text_height(self) -> float:
        """The height between the top of the text and the white above the footer."""
        return self.footer_top - 12 - self.top


UPRIGHT = Sheet(PAGE_WIDTH, PAGE_HEIGHT, left=56, top=62, footer_top=776, watermark_angle=54)
ON_ITS_SIDE = Sheet(PAGE_HEIGHT, PAGE_WIDTH, left=40, top=54, footer_top=541, watermark_angle=33)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: the page it is on, from 0, how far down, its depth from 0, its words."""

    page: int
    y: float
    depth: int
    words: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A record on its pages, each on its sheet. `replaced` are the characters that are shown as codes."""

    title: str
    author: str
    pages: tuple[tuple[Mark, ...], ...]
    sheets: tuple[Sheet, ...]
    bookmarks: tuple[Bookmark, ...]
    replaced: frozenset[str]


def lay_out(report: Report, faces: Faces) -> Layout:
    """Set a record on A4 pages. Never fails on a text, whatever is in it and however long it is."""
    return _PageSetter(report, faces).layout()


@dataclass(frozen=True, slots=True)
class _Part:
    """Blocks that follow one another on sheets of one kind."""

    sheet: Sheet
    blocks: tuple[Block, ...]


class _PageSetter:
    def __init__(self, report: Report, faces: Faces) -> None:
        self._report = report
        self._characters = Characters(
            lambda each: not needs_shaping(each) and any(faces.has(face, each) for face in Face)
        )
        self._setters = {
            sheet: Typesetter(faces, sheet.text_width, sheet.text_height, self._characters)
            for sheet in (UPRIGHT, ON_ITS_SIDE)
        }

    def layout(self) -> Layout:
        furniture = {sheet: self._furniture(sheet) for sheet in self._setters}
        title = self._words(self._report.title)
        author = self._words(self._report.author)
        pages = self._pages()
        marks = tuple(
            (
                *furniture[sheet].watermark,
                *_joined(_marks_of(page, sheet)),
                *self._references(page, sheet, pages),
                *(furniture[sheet].header if number > 1 else ()),
                *furniture[sheet].footer,
                *self._page_number(sheet, number, len(pages)),
            )
            for number, (sheet, page) in enumerate(pages, 1)
        )
        sheets = tuple(sheet for sheet, _ in pages)
        return Layout(title, author, marks, sheets, tuple(_bookmarks(pages)), frozenset(self._characters.replaced))

    def _pages(self) -> list[tuple[Sheet, Page]]:
        parts = _parts(self._report.blocks)
        strips = [self._setters[part.sheet].blocks(part.blocks) for part in parts]
        strips[0] = self._front(parts[0].sheet) + strips[0]
        if note := self._characters.note():
            strips[-1] += self._setters[parts[-1].sheet].paragraph(note, SMALL, gap=14)
        return [
            (part.sheet, page)
            for part, own in zip(parts, strips, strict=True)
            for page in fill_pages(own, part.sheet.text_height)
        ]

    def _references(self, page: Page, sheet: Sheet, pages: list[tuple[Sheet, Page]]) -> Iterator[Mark]:
        """The page numbers in a table of contents, each at the right end of its line."""
        wanted = [placed for placed in page if placed.strip.refers_to]
        if not wanted:
            return
        found = {own.strip.anchor: str(number) for number, (_, each) in enumerate(pages, 1) for own in each}
        for placed in wanted:
            line = self._one_line(found.get(placed.strip.refers_to, ""), BODY, PAGE_REFERENCE_WIDTH)
            x = sheet.left + sheet.text_width - width_of(line) * BODY.size
            y = sheet.top + placed.y + placed.strip.height - _BELOW_REFERENCE
            yield Words(x, y, line, BODY.size, BODY.colour)

    def _words(self, text: str) -> str:
        """A text for a place that has one line."""
        return " ".join(self._characters.show(text).split())

    def _lines(self, text: str, style: Style, width: float) -> list[Line]:
        return self._setters[UPRIGHT].lines(self._words(text), style, width)

    def _one_line(self, text: str, style: Style, width: float) -> Line:
        (line,) = _cut(self._lines(text, style, width), 1)
        return line

    def _front(self, sheet: Sheet) -> list[Strip]:
        setter = self._setters[sheet]
        strips = setter.paragraph(self._report.title, _TITLE)
        if self._report.subtitle:
            strips += setter.paragraph(self._report.subtitle, _SUBTITLE, gap=2)
        for mark in self._report.marks:
            strips += _boxed_mark(setter, mark)
        return [*strips, Strip(9, (Rule(0, 9, sheet.text_width, 9, 1.2, INK),))]

    def _furniture(self, sheet: Sheet) -> _Furniture:
        return _Furniture(self._watermark(sheet), self._header(sheet), self._footer(sheet))

    def _header(self, sheet: Sheet) -> tuple[Mark, ...]:
        """Running head and marks, for every page but the first, which has both in full."""
        width = sheet.text_width
        left = self._one_line(self._report.running_head or self._report.title, _FURNITURE, width * 0.55)
        right = self._one_line(" · ".join(self._report.marks), _MARK, width * 0.42)
        x = width - width_of(right) * _MARK.size
        marks = (
            Words(0, 36, left, _FURNITURE.size, _FURNITURE.colour),
            Words(x, 36, right, _MARK.size, _MARK.colour),
            Rule(0, 42, width, 42, 0.5, HAIR),
        )
        return tuple(moved(mark, sheet.left, 0) for mark in marks)

    def _footer(self, sheet: Sheet) -> tuple[Mark, ...]:
        """The facts that identify the record, under the text of every page."""
        facts = [f"{fact.label} {plain(fact.value)}" for fact in self._report.footer]
        text = "  ·  ".join(facts)
        lines = _cut(self._lines(text, _FURNITURE, sheet.text_width - _PAGE_NUMBER_WIDTH), _FOOTER_LINES)
        marks: list[Mark] = [Rule(0, 0, sheet.text_width, 0, 0.5, HAIR)]
        for index, line in enumerate(lines):
            y = 4 + index * _FURNITURE.leading + _FURNITURE.baseline
            marks.append(Words(0, y, line, _FURNITURE.size, _FURNITURE.colour))
        return tuple(moved(mark, sheet.left, sheet.footer_top) for mark in marks)

    def _page_number(self, sheet: Sheet, page: int, pages: int) -> tuple[Mark, ...]:
        text = self._report.page_of.replace("{page}", str(page)).replace("{pages}", str(pages))
        line = self._one_line(text, _PAGE_NUMBER, _PAGE_NUMBER_WIDTH)
        x = sheet.left + sheet.text_width - width_of(line) * _PAGE_NUMBER.size
        y = sheet.footer_top + 4 + _PAGE_NUMBER.baseline
        return (Words(x, y, line, _PAGE_NUMBER.size, _PAGE_NUMBER.colour),)

    def _watermark(self, sheet: Sheet) -> tuple[Mark, ...]:
        """The watermark, rising across the page under everything else."""
        text = self._words(self._report.watermark or "")[:_WATERMARK_LETTERS]
        if not text:
            return ()
        (line, *_) = self._lines(text, Style(1, 1, Face.BOLD), 1000)
        size = min(_WATERMARK_LENGTH / width_of(line), _WATERMARK_SIZE)
        length, lift, angle = width_of(line) * size, 0.36 * size, radians(sheet.watermark_angle)
        x = sheet.width / 2 - length / 2 * cos(angle) + lift * sin(angle)
        y = sheet.height / 2 + length / 2 * sin(angle) + lift * cos(angle)
        return (Words(x, y, line, size, _WATERMARK_COLOUR, sheet.watermark_angle),)


@dataclass(frozen=True, slots=True)
class _Furniture:
    """What stands around the text of every page of one kind."""

    watermark: tuple[Mark, ...]
    header: tuple[Mark, ...]
    footer: tuple[Mark, ...]


def _parts(blocks: Iterable[Block]) -> list[_Part]:
    """The blocks by the sheets that they stand on; at least one part."""
    parts: list[_Part] = []
    for turned, group in groupby(blocks, key=lambda block: isinstance(block, Landscape)):
        if turned:
            parts += [_Part(ON_ITS_SIDE, block.blocks) for block in group if isinstance(block, Landscape)]
        else:
            parts.append(_Part(UPRIGHT, tuple(group)))
    return parts or [_Part(UPRIGHT, ())]


def _boxed_mark(setter: Typesetter, text: str) -> list[Strip]:
    lines = setter.paragraph(text, STRONG, inset=9)
    words = [mark for strip in lines for mark in strip.marks if isinstance(mark, Words)]
    width = 18 + max(width_of(each.line) * each.size for each in words)
    box = []
    for index, strip in enumerate(lines):
        sides = [Rule(x, 0, x, strip.height, 1.2, INK) for x in (0, width)]
        ends = [Rule(-0.6, 0, width + 0.6, 0, 1.2, INK)] if index == 0 else []
        if index == len(lines) - 1:
            ends.append(Rule(-0.6, strip.height, width + 0.6, strip.height, 1.2, INK))
        box.append(replace(strip, marks=(*strip.marks, *sides, *ends), gap=0.0 if index else 9.0))
    return box


def _cut(lines: list[Line], most: int) -> list[Line]:
    """The first lines; an ellipsis shows that there were more."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], (*lines[most - 1], Part(Face.REGULAR, "…", 0.8))]


def _marks_of(page: Page, sheet: Sheet) -> Iterator[Mark]:
    for placed in page:
        for mark in placed.strip.marks:
            yield moved(mark, sheet.left, sheet.top + placed.y)


def _joined(marks: Iterable[Mark]) -> list[Mark]:
    """Panels first, then rules, then words; bars and edges of neighbouring strips become one.

    Drawn apart, a viewer would show a pale seam between every two of them.
    """
    panels: dict[tuple[float, float, str], list[Panel]] = {}
    edges: dict[tuple[float, float, str], list[Rule]] = {}
    others: list[Mark] = []
    for mark in marks:
        if isinstance(mark, Panel):
            column = panels.setdefault((mark.x, mark.width, mark.colour), [])
            if column and _touch(column[-1].y + column[-1].height, mark.y):
                above = column.pop()
                column.append(replace(above, height=mark.y + mark.height - above.y))
            else:
                column.append(mark)
        elif isinstance(mark, Rule) and mark.x1 == mark.x2:
            run = edges.setdefault((mark.x1, mark.width, mark.colour), [])
            if run and _touch(run[-1].y2, mark.y1):
                run.append(replace(run.pop(), y2=mark.y2))
            else:
                run.append(mark)
        else:
            others.append(mark)
    flat = [panel for column in panels.values() for panel in column]
    return [*flat, *(edge for run in edges.values() for edge in run), *others]


def _touch(end: float, start: float) -> bool:
    return abs(end - start) < 0.01


def _bookmarks(pages: Iterable[tuple[Sheet, Page]]) -> Iterator[Bookmark]:
    """The outline. A heading that skips a level is taken one level up, as an outline has no gaps."""
    depth = -1
    for number, (sheet, page) in enumerate(pages):
        for placed in page:
            if placed.strip.bookmark:
                level, words = placed.strip.bookmark
                depth = min(level - 1, depth + 1)
                yield Bookmark(number, sheet.top + placed.y, depth, words)
