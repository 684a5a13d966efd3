"""Sets a grid as strips: many short entries side by side, small but legible, in black and white too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from threshold_tool.reports.fonts import Face
from threshold_tool.reports.pages import Panel, Rule, height_of, without_widows
from threshold_tool.reports.strips import Cell, behind, padded, row_of, with_marks
from threshold_tool.reports.styles import FIELD, HAIR, INK, QUIET, SHADE, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from threshold_tool.reports.blocks import Grid, GridGroup, GridRow, Text
    from threshold_tool.reports.lines import Line
    from threshold_tool.reports.pages import Strip

_ENTRY = Style(8, 10.5)
_HEAD = replace(_ENTRY, face=Face.BOLD)
_GROUP = Style(9.5, 13, Face.BOLD)
_CONTINUED = replace(_ENTRY, face=Face.ITALIC, colour=QUIET)
_PAD = 4.0
_BAR = 4.0
_WHOLE_ROW_UP_TO = 16
_HEAD_REPEATED_UP_TO = 110.0


@dataclass(frozen=True)
class GridSetter:
    """Sets one grid, `width` points wide; `lines` breaks a text into lines of a style and width in points."""

    grid: Grid
    lines: Callable[[Text, Style, float], list[Line]]
    width: float

    def strips(self) -> list[Strip]:
        """The head and every group under it; the head comes again at the top of each page."""
        head = self._head()
        set_down = list(head)
        for group in self.grid.groups:
            set_down += self._group(group, head)
        return set_down

    def _lefts(self) -> Iterator[tuple[float, float]]:
        """The left edge and the width of each column."""
        left = 0.0
        for share in self.grid.shares:
            yield left, self.width * share
            left += self.width * share

    def _head(self) -> list[Strip]:
        texts = [(self.grid.corner,), *((column.head,) for column in self.grid.columns)]
        strips = padded(self._side_by_side(texts, _HEAD), _BAR + 3, 4)
        strips = [behind(strip, [Panel(0, 0, self.width, strip.height, SHADE)]) for strip in strips]
        (_, *columns) = self._lefts()
        bars = [
            Panel(left, 0, wide, _BAR, column.bar_colour)
            for (left, wide), column in zip(columns, self.grid.columns, strict=True)
        ]
        strips[0] = with_marks(strips[0], [*bars, Rule(0, 0, self.width, 0, 1, INK)])
        strips[-1] = with_marks(strips[-1], [Rule(0, strips[-1].height, self.width, strips[-1].height, 1, INK)])
        return [replace(strip, keep=True) for strip in self._divided(strips)]

    def _group(self, group: GridGroup, head: Sequence[Strip]) -> list[Strip]:
        title = self._band(group.title)
        again = _repeatable((*head, *self._band(f"{group.title} (continued)")))
        set_down = [replace(title[0], head=_repeatable(tuple(head))), *title[1:]]
        for index, row in enumerate(group.rows):
            first, *later = without_widows(self._row(row), _WHOLE_ROW_UP_TO)
            goes_on = (*again, *self._row_named_again(row)) if later else ()
            # The title of the group stands right above its first row.
            set_down += [replace(first, head=again if index else ()), *(replace(each, head=goes_on) for each in later)]
        return set_down

    def _band(self, title: str) -> list[Strip]:
        lines = self.lines(title, _GROUP, self.width - 2 * _PAD)
        strips = padded(row_of([Cell(_PAD, lines, _GROUP)]), 6, 3)
        bottom = strips[-1].height
        strips[-1] = with_marks(strips[-1], [Rule(0, bottom, self.width, bottom, 0.8, INK)])
        return [replace(strip, keep=True) for strip in strips]

    def _row(self, row: GridRow) -> list[Strip]:
        strips = self._divided(padded(self._side_by_side([row.about, *row.cells], _ENTRY), 3, 3.5))
        bottom = strips[-1].height
        strips[-1] = with_marks(strips[-1], [Rule(0, bottom, self.width, bottom, 0.5, FIELD)])
        return strips

    def _row_named_again(self, row: GridRow) -> list[Strip]:
        """What a row is about, for the page on which the rest of it stands."""
        lines = self.lines(row.about[0] if row.about else "", _CONTINUED, self.width - 2 * _PAD)[:2]
        return padded(row_of([Cell(_PAD, lines, _CONTINUED)]), 3, 2)

    def _side_by_side(self, texts: Sequence[Sequence[Text]], style: Style) -> list[Strip]:
        cells = [
            Cell(left + _PAD, self._entries(entries, style, wide - 2 * _PAD), style)
            for entries, (left, wide) in zip(texts, self._lefts(), strict=True)
        ]
        return row_of(cells) or row_of([Cell(0, [()], style)])

    def _entries(self, entries: Sequence[Text], style: Style, width: float) -> list[Line]:
        """Entries one under another, an empty line between them: lines of all columns stay level."""
        lines: list[Line] = []
        for entry in entries:
            lines += [(), *self.lines(entry, style, width)] if lines else self.lines(entry, style, width)
        return lines

    def _divided(self, strips: list[Strip]) -> list[Strip]:
        """Strips with a fine line between every two columns."""
        (_, *lefts) = (left for left, _ in self._lefts())
        return [with_marks(strip, [Rule(left, 0, left, strip.height, 0.5, HAIR) for left in lefts]) for strip in strips]


def _repeatable(head: tuple[Strip, ...]) -> tuple[Strip, ...]:
    """A head that leaves room for what it heads; none where it would fill the page."""
    return head if height_of(head) <= _HEAD_REPEATED_UP_TO else ()
