"""Lays a record out on A4 pages: its text, and what stands around it on each page.

Lengths are in points; x runs right from the left edge of the paper and y down from its top.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, radians, sin
from typing import TYPE_CHECKING

from threshold_tool.reports.blocks import plain
from threshold_tool.reports.fonts import Face
from threshold_tool.reports.lines import Part, width_of
from threshold_tool.reports.pages import Panel, Rule, Strip, Words, fill_pages, moved
from threshold_tool.reports.typesetting import HAIR, INK, QUIET, SMALL, STRONG, Style, Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from threshold_tool.reports.blocks import Report
    from threshold_tool.reports.lines import Faces, Line
    from threshold_tool.reports.pages import Mark, Page

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
_LEFT, _TOP, _FOOTER_TOP = 56.0, 62.0, 776.0
_WIDTH = PAGE_WIDTH - 2 * _LEFT
_TEXT_HEIGHT = _FOOTER_TOP - 12 - _TOP
_FOOTER_LINES = 3
_PAGE_NUMBER_WIDTH = 90.0

_TITLE = Style(21, 26, Face.BOLD)
_SUBTITLE = Style(11.5, 16.5, colour=QUIET)
_FURNITURE = Style(7.5, 10, colour=QUIET)
_PAGE_NUMBER = replace(_FURNITURE, size=8.5, colour=INK)
_MARK = replace(_FURNITURE, face=Face.BOLD, colour=INK)
_WATERMARK_COLOUR = "#ededed"
_WATERMARK_ANGLE = 54.0
_WATERMARK_LETTERS = 40
_WATERMARK_LENGTH, _WATERMARK_SIZE = 540.0, 110.0


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: the page it is on, from 0, how far down, its depth from 0, its words."""

    page: int
    y: float
    depth: int
    words: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A record on its pages. `replaced` are the characters that are shown as codes."""

    title: str
    author: str
    pages: tuple[tuple[Mark, ...], ...]
    bookmarks: tuple[Bookmark, ...]
    replaced: frozenset[str]


def lay_out(report: Report, faces: Faces) -> Layout:
    """Set a record on A4 pages. Never fails on a text, whatever is in it and however long it is."""
    return _PageSetter(report, faces).layout()


class _PageSetter:
    def __init__(self, report: Report, faces: Faces) -> None:
        self._report = report
        self._setter = Typesetter(faces, _WIDTH, _TEXT_HEIGHT)

    def layout(self) -> Layout:
        strips = self._front() + self._setter.blocks(self._report.blocks)
        watermark, footer, header = self._watermark(), self._footer(), self._header()
        title = self._words(self._report.title)
        author = self._words(self._report.author)
        if note := self._setter.characters.note():
            strips += self._setter.paragraph(note, SMALL, gap=14)
        pages = fill_pages(strips, _TEXT_HEIGHT)
        marks = tuple(
            (
                *watermark,
                *_joined(_marks_of(page)),
                *(header if number > 1 else ()),
                *footer,
                *self._page_number(number, len(pages)),
            )
            for number, page in enumerate(pages, 1)
        )
        replaced = frozenset(self._setter.characters.replaced)
        return Layout(title, author, marks, tuple(_bookmarks(pages)), replaced)

    def _words(self, text: str) -> str:
        """A text for a place that has one line."""
        return " ".join(self._setter.characters.show(text).split())

    def _one_line(self, text: str, style: Style, width: float) -> Line:
        (line,) = _cut(self._setter.lines(self._words(text), style, width), 1)
        return line

    def _front(self) -> list[Strip]:
        strips = self._setter.paragraph(self._report.title, _TITLE)
        if self._report.subtitle:
            strips += self._setter.paragraph(self._report.subtitle, _SUBTITLE, gap=2)
        for mark in self._report.marks:
            strips += self._boxed_mark(mark)
        return [*strips, Strip(9, (Rule(0, 9, _WIDTH, 9, 1.2, INK),))]

    def _boxed_mark(self, text: str) -> list[Strip]:
        lines = self._setter.paragraph(text, STRONG, inset=9)
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

    def _header(self) -> tuple[Mark, ...]:
        """Running head and marks, for every page but the first, which has both in full."""
        left = self._one_line(self._report.running_head or self._report.title, _FURNITURE, _WIDTH * 0.55)
        right = self._one_line(" · ".join(self._report.marks), _MARK, _WIDTH * 0.42)
        x = _WIDTH - width_of(right) * _MARK.size
        marks = (
            Words(0, 36, left, _FURNITURE.size, _FURNITURE.colour),
            Words(x, 36, right, _MARK.size, _MARK.colour),
            Rule(0, 42, _WIDTH, 42, 0.5, HAIR),
        )
        return tuple(moved(mark, _LEFT, 0) for mark in marks)

    def _footer(self) -> tuple[Mark, ...]:
        """The facts that identify the record, under the text of every page."""
        facts = [f"{fact.label} {plain(fact.value)}" for fact in self._report.footer]
        text = self._words("  ·  ".join(facts))
        lines = _cut(self._setter.lines(text, _FURNITURE, _WIDTH - _PAGE_NUMBER_WIDTH), _FOOTER_LINES)
        marks: list[Mark] = [Rule(0, 0, _WIDTH, 0, 0.5, HAIR)]
        for index, line in enumerate(lines):
            y = 4 + index * _FURNITURE.leading + _FURNITURE.baseline
            marks.append(Words(0, y, line, _FURNITURE.size, _FURNITURE.colour))
        return tuple(moved(mark, _LEFT, _FOOTER_TOP) for mark in marks)

    def _page_number(self, page: int, pages: int) -> tuple[Mark, ...]:
        text = self._report.page_of.replace("{page}", str(page)).replace("{pages}", str(pages))
        line = self._one_line(text, _PAGE_NUMBER, _PAGE_NUMBER_WIDTH)
        x = _LEFT + _WIDTH - width_of(line) * _PAGE_NUMBER.size
        y = _FOOTER_TOP + 4 + _PAGE_NUMBER.baseline
        return (Words(x, y, line, _PAGE_NUMBER.size, _PAGE_NUMBER.colour),)

    def _watermark(self) -> tuple[Mark, ...]:
        """The watermark, rising across the page under everything else."""
        text = self._words(self._report.watermark or "")[:_WATERMARK_LETTERS]
        if not text:
            return ()
        (line, *_) = self._setter.lines(text, Style(1, 1, Face.BOLD), 1000)
        size = min(_WATERMARK_LENGTH / width_of(line), _WATERMARK_SIZE)
        length, lift, angle = width_of(line) * size, 0.36 * size, radians(_WATERMARK_ANGLE)
        x = PAGE_WIDTH / 2 - length / 2 * cos(angle) + lift * sin(angle)
        y = PAGE_HEIGHT / 2 + length / 2 * sin(angle) + lift * cos(angle)
        return (Words(x, y, line, size, _WATERMARK_COLOUR, _WATERMARK_ANGLE),)


def _cut(lines: list[Line], most: int) -> list[Line]:
    """The first lines; an ellipsis shows that there were more."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], (*lines[most - 1], Part(Face.REGULAR, "…", 0.8))]


def _marks_of(page: Page) -> Iterator[Mark]:
    for placed in page:
        for mark in placed.strip.marks:
            yield moved(mark, _LEFT, _TOP + placed.y)


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


def _bookmarks(pages: list[Page]) -> Iterator[Bookmark]:
    """The outline. A heading that skips a level is taken one level up, as an outline has no gaps."""
    depth = -1
    for number, page in enumerate(pages):
        for placed in page:
            if placed.strip.bookmark:
                level, words = placed.strip.bookmark
                depth = min(level - 1, depth + 1)
                yield Bookmark(number, _TOP + placed.y, depth, words)
