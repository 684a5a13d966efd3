"""Sets each kind of block as strips: the look of a printed record. Lengths are in points.

Knows nothing of PDF, so what lands on a page can be tested as values. Whatever tells urgent from warning
from note, or one level from another, is a shape or a word; colour only repeats it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatchmethod
from typing import TYPE_CHECKING

from threshold_tool.reports.blocks import (
    Block,
    Bullets,
    Contents,
    Facts,
    Grid,
    Heading,
    KeepTogether,
    LevelBadge,
    Lines,
    Notice,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
    Text,
    runs_of,
)
from threshold_tool.reports.fonts import Face
from threshold_tool.reports.grid_setting import GridSetter
from threshold_tool.reports.lines import LineBreaker, width_of
from threshold_tool.reports.pages import Panel, Rule, Strip, Words, height_of, kept, without_widows
from threshold_tool.reports.strips import Cell, barred, behind, padded, row_of, spaced, square, with_marks
from threshold_tool.reports.styles import BODY, FIELD, HAIR, INK, PAPER, QUIET, SHADE, SMALL, STRONG, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from threshold_tool.reports.characters import Characters
    from threshold_tool.reports.lines import Faces, Line

_URGENT = "#8f0a0a"
_CELL = Style(9, 12.5)
_COLUMN_HEAD = replace(_CELL, face=Face.BOLD)
_CONTINUED = replace(_CELL, face=Face.ITALIC, colour=QUIET)
_HEADINGS = {1: Style(14, 18.5, Face.BOLD), 2: Style(11.5, 15.5, Face.BOLD), 3: STRONG}
_HEADING_GAPS = {1: 24.0, 2: 16.0, 3: 12.0}
_LEVEL_NAME = Style(14, 18.5, Face.BOLD)
_LEVEL_CODE = Style(26, 34, Face.BOLD)
_URGENT_TITLE = Style(13, 18, Face.BOLD, PAPER)
_URGENT_SIGN = Style(20, 18, Face.BOLD, PAPER)
_URGENT_BODY = Style(11, 15.5)

PAGE_REFERENCE_WIDTH = 40.0
"""The room left for a page number at the right end of a line of contents, in points."""
_INSET = 14.0
_CELL_PAD = 5.0
_WHOLE_ROW_UP_TO = 14
_WHOLE_PARAGRAPH_UP_TO = 3
_HEAD_REPEATED_UP_TO = 120.0
_WRITING_LINE = 25.0
_GAP_AFTER_BOX = 12.0
_BOXES = (Notice, Facts, Table, LevelBadge, Grid)


class Typesetter:
    """Turns blocks into strips, `width` points wide, for pages whose text is `height` points high.

    The typesetters of one record share `characters`, which then knows what was shown as codes.
    """

    def __init__(self, faces: Faces, width: float, height: float, characters: Characters) -> None:
        self._breaker = LineBreaker(faces)
        self._width = width
        self._height = height
        self.characters = characters

    def lines(self, text: Text, style: Style, width: float) -> list[Line]:
        """A text as lines at most `width` points wide."""
        runs = [replace(run, text=self.characters.show(run.text)) for run in runs_of(text)]
        return self._breaker.lines(runs, max(width, style.size) / style.size, style.face)

    def paragraph(self, text: Text, style: Style, *, gap: float = 0, inset: float = 0) -> list[Strip]:
        """A text as strips, held away from both edges by `inset`."""
        cell = Cell(inset, self.lines(text, style, self._width - 2 * inset), style)
        return spaced(without_widows(row_of([cell]), _WHOLE_PARAGRAPH_UP_TO), gap)

    def blocks(self, blocks: Iterable[Block]) -> list[Strip]:
        """Blocks one under another."""
        strips: list[Strip] = []
        new_page = after_box = False
        for block in blocks:
            added = self.block(block)
            if after_box and added:
                added[0] = replace(added[0], gap=max(added[0].gap, _GAP_AFTER_BOX))
            after_box = isinstance(block, _BOXES)
            if isinstance(block, PageBreak):
                new_page = True
                strips[-1:] = [replace(strip, keep=False) for strip in strips[-1:]]
            elif new_page and added:
                added[0] = replace(added[0], new_page=True)
                new_page = False
            strips += added
        return strips

    @singledispatchmethod
    def block(self, block: Block) -> list[Strip]:
        """One block as strips."""
        raise TypeError(f"A printed record has no {type(block).__name__}.")

    @block.register(PageBreak)
    def _page_break(self, _block: PageBreak) -> list[Strip]:
        return []

    @block.register(KeepTogether)
    def _keep_together(self, block: KeepTogether) -> list[Strip]:
        strips = self.blocks(block.blocks)
        return kept(strips) if height_of(strips) <= self._height else strips

    @block.register(Heading)
    def _heading(self, block: Heading) -> list[Strip]:
        strips = self.paragraph(block.text, _HEADINGS[block.level], gap=_HEADING_GAPS[block.level])
        words = " ".join(self.characters.show(block.text).split())
        strips[0] = replace(strips[0], bookmark=(block.level, words), anchor=block.anchor)
        return [replace(strip, keep=True) for strip in strips]

    @block.register(Contents)
    def _contents(self, block: Contents) -> list[Strip]:
        strips = [replace(strip, keep=True) for strip in self.paragraph(block.title, STRONG)]
        for text, anchor in block.entries:
            entry = padded(self._contents_entry(text), 2, 2.5)
            strips += [*entry[:-1], replace(entry[-1], refers_to=anchor)]
        return spaced(without_widows(strips, _WHOLE_ROW_UP_TO), 14)

    def _contents_entry(self, text: str) -> list[Strip]:
        lines = self.lines(text, BODY, self._width - PAGE_REFERENCE_WIDTH)
        return kept(self._underlined(row_of([Cell(0, lines, BODY)])))

    @block.register(Paragraph)
    def _paragraph(self, block: Paragraph) -> list[Strip]:
        return self.paragraph(block.text, SMALL if block.quiet else BODY, gap=4 if block.quiet else 6)

    @block.register(Notice)
    def _notice(self, block: Notice) -> list[Strip]:
        if block.kind == "urgent":
            return self._urgent(block)
        strips = self.paragraph(block.title, STRONG, inset=_INSET) if block.title else []
        for text in block.paragraphs:
            strips += self.paragraph(text, BODY, gap=3 if strips else 0, inset=_INSET)
        if block.kind == "warning":
            strips = self._framed(padded(strips, 8, 9), 0.75, INK)
            return spaced(barred(strips, 6, INK), 12)
        return spaced(barred(padded(strips, 3, 4), 2.5, FIELD), 10)

    def _urgent(self, block: Notice) -> list[Strip]:
        indent = _INSET + 18
        band = row_of(
            [Cell(indent, self.lines(block.title, _URGENT_TITLE, self._width - indent - _INSET), _URGENT_TITLE)]
        )
        (sign,) = self.lines("!", _URGENT_SIGN, _INSET)
        band[0] = with_marks(band[0], [Words(_INSET, _URGENT_SIGN.baseline, sign, 20, PAPER)])
        band = [replace(strip, keep=True) for strip in barred(padded(band, 6, 7), self._width, _URGENT)]
        body: list[Strip] = []
        for text in block.paragraphs:
            body += self.paragraph(text, _URGENT_BODY, gap=4 if body else 0, inset=_INSET)
        return spaced(self._framed(band + padded(body, 9, 11), 3, _URGENT), 12)

    @block.register(Facts)
    def _facts(self, block: Facts) -> list[Strip]:
        labels = [self.lines(fact.label, STRONG, self._width) for fact in block.facts]
        widest = max((width_of(line) for lines in labels for line in lines), default=0) * STRONG.size
        column = min(widest + _INSET, self._width * 0.36)
        strips: list[Strip] = []
        for fact in block.facts:
            label = self.lines(fact.label, STRONG, column - 8)
            value = self.lines(fact.value, BODY, self._width - column)
            row = padded(row_of([Cell(0, label, STRONG), Cell(column, value, BODY)]), 3, 3.5)
            strips += without_widows(self._underlined(row), _WHOLE_ROW_UP_TO)
        return spaced(strips, 8)

    @block.register(Bullets)
    def _bullets(self, block: Bullets) -> list[Strip]:
        markers = {"point": "•", "box": " "}
        signs = [markers.get(block.marker, f"{number}.") for number in range(1, len(block.items) + 1)]
        indent = 10 + max((width_of(self.lines(sign, BODY, 99)[0]) for sign in signs), default=0) * BODY.size
        indent = max(indent, 18.0 if block.marker == "box" else 0)
        strips: list[Strip] = []
        for sign, text in zip(signs, block.items, strict=True):
            lines = self.lines(text, BODY, self._width - indent)
            row = row_of([Cell(3, self.lines(sign, BODY, indent), BODY), Cell(indent, lines, BODY)])
            if block.marker == "box":
                row[0] = with_marks(row[0], square(2, 3, 9))
            strips += spaced(without_widows(row, _WHOLE_PARAGRAPH_UP_TO), 4)
        return strips

    @block.register(Table)
    def _table(self, block: Table) -> list[Strip]:
        caption = self.paragraph(block.caption, STRONG) if block.caption else []
        caption = [replace(strip, keep=True) for strip in padded(caption, 0, 4)]
        head = self._table_row(block.head, block.shares, _COLUMN_HEAD)
        head = [behind(strip, [Panel(0, 0, self._width, strip.height, SHADE)]) for strip in head]
        head = [replace(strip, keep=True) for strip in head]
        head[0] = with_marks(head[0], [Rule(0, 0, self._width, 0, 1, INK)])
        repeated = tuple(head) if height_of(head) <= _HEAD_REPEATED_UP_TO else ()
        body: list[Strip] = []
        for cells in block.rows:
            first, *later = without_widows(self._table_row(cells, block.shares, _CELL), _WHOLE_ROW_UP_TO)
            continued = (*repeated, *self._row_named_again(block, cells)) if later else ()
            body += [replace(first, head=repeated), *(replace(strip, head=continued) for strip in later)]
        return spaced(caption + head + body, 14)

    def _row_named_again(self, block: Table, cells: Sequence[Text]) -> list[Strip]:
        """What a row is about, for the page on which the rest of it stands."""
        if not block.row_heads:
            return [Strip(_CELL_PAD)]
        lines = self.lines(cells[0], _CONTINUED, self._width - 2 * _CELL_PAD)[:2]
        return padded(row_of([Cell(_CELL_PAD, lines, _CONTINUED)]), 3.5, 2)

    def _table_row(self, texts: Sequence[Text], shares: Sequence[float], style: Style) -> list[Strip]:
        cells = []
        left = 0.0
        for text, share in zip(texts, shares, strict=True):
            column = self._width * share
            lines = self.lines(text, style, column - 2 * _CELL_PAD)
            cells.append(Cell(left + _CELL_PAD, lines, style))
            left += column
        return self._underlined(padded(row_of(cells), 3.5, 4))

    @block.register(LevelBadge)
    def _level_badge(self, block: LevelBadge) -> list[Strip]:
        bar, pad = 14.0, 12.0
        (code, *more) = self.lines(block.code, _LEVEL_CODE, 400)
        code_width = width_of(code) * _LEVEL_CODE.size
        beside = not more and 0 < code_width <= 90
        inset = bar + pad + (max(code_width, 30) + pad if beside else 0)
        texts: list[tuple[Text, Style]] = [
            (block.who, STRONG),
            ("" if beside else block.code, STRONG),
            (block.name, _LEVEL_NAME),
        ]
        texts += [(text, BODY) for text in block.details]
        strips: list[Strip] = []
        for text, style in texts:
            if text:
                cell = Cell(inset, self.lines(text, style, self._width - inset - pad), style)
                strips += spaced(row_of([cell]), 2 if strips else 0)
        strips = padded(strips or [Strip(BODY.leading)], 8, 10)
        if block.anchor:
            words = " ".join(self.characters.show(block.name).split())
            strips[0] = replace(strips[0], bookmark=(2, words), anchor=block.anchor)
        if beside:
            place = Words(bar + pad, 8 + _LEVEL_CODE.baseline, code, _LEVEL_CODE.size, INK)
            strips[0] = with_marks(strips[0], [place])
        strips = self._framed(barred(strips, bar, block.bar_colour), 1, INK)
        edge = [with_marks(strip, [Rule(bar, 0, bar, strip.height, 1, INK)]) for strip in strips]
        return spaced(without_widows(edge, _WHOLE_ROW_UP_TO), 12)

    @block.register(Grid)
    def _grid(self, block: Grid) -> list[Strip]:
        return spaced(GridSetter(block, self.lines, self._width).strips(), 8)

    @block.register(Lines)
    def _writing_lines(self, block: Lines) -> list[Strip]:
        strips = self.paragraph(block.label, STRONG) if block.label else []
        strips += self.paragraph(block.hint, SMALL) if block.hint else []
        ruled = Strip(_WRITING_LINE, (Rule(0, _WRITING_LINE, self._width, _WRITING_LINE, 0.6, FIELD),))
        strips = [replace(strip, keep=True) for strip in strips] + [ruled] * block.count
        return spaced(without_widows(strips, _WHOLE_ROW_UP_TO), 14)

    @block.register(Signatures)
    def _signatures(self, block: Signatures) -> list[Strip]:
        strips: list[Strip] = []
        gutter = 16.0
        column = (self._width - gutter * (len(block.fields) - 1)) / max(len(block.fields), 1)
        for person in block.people:
            lefts = [index * (column + gutter) for index in range(len(block.fields))]
            ruled = tuple(Rule(left, 32, left + column, 32, 0.6, FIELD) for left in lefts)
            labels = row_of(
                Cell(left, self.lines(field, SMALL, column), SMALL)
                for left, field in zip(lefts, block.fields, strict=True)
            )
            place = [*self.paragraph(person, STRONG), Strip(34, ruled), *labels]
            strips += spaced(kept(place), 16)
        return strips

    def _underlined(self, strips: list[Strip]) -> list[Strip]:
        last = strips[-1]
        rule = Rule(0, last.height, self._width, last.height, 0.5, HAIR)
        return [*strips[:-1], with_marks(last, [rule])]

    def _framed(self, strips: list[Strip], thickness: float, colour: str) -> list[Strip]:
        """A frame around strips. It stays open where it runs over to the next page."""
        near, far = thickness / 2, self._width - thickness / 2
        framed = [
            with_marks(
                strip,
                [Rule(x, 0, x, strip.height, thickness, colour) for x in (near, far)],
            )
            for strip in strips
        ]
        if framed:
            bottom = framed[-1].height
            framed[0] = with_marks(framed[0], [Rule(0, near, self._width, near, thickness, colour)])
            edge = Rule(0, bottom - near, self._width, bottom - near, thickness, colour)
            framed[-1] = with_marks(framed[-1], [edge])
        return framed
