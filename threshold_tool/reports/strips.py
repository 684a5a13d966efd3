"""From lines of text to strips: side by side, padded, on bars and behind marks. Lengths are in points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from threshold_tool.reports.pages import Mark, Panel, Rule, Strip, Words, moved
from threshold_tool.reports.styles import INK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from threshold_tool.reports.lines import Line
    from threshold_tool.reports.styles import Style


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines that stand beside others, with their left edge."""

    x: float
    lines: Sequence[Line]
    style: Style


def row_of(cells: Iterable[Cell]) -> list[Strip]:
    """Cells side by side, one strip for each line; all have the same line height."""
    cells = list(cells)
    count = max((len(cell.lines) for cell in cells), default=0)
    return [
        Strip(
            cells[0].style.leading,
            tuple(
                Words(cell.x, cell.style.baseline, cell.lines[index], cell.style.size, cell.style.colour)
                for cell in cells
                if index < len(cell.lines)
            ),
        )
        for index in range(count)
    ]


def with_marks(strip: Strip, marks: Iterable[Mark]) -> Strip:
    """The strip with more marks, over those it has."""
    return replace(strip, marks=(*strip.marks, *marks))


def behind(strip: Strip, marks: Iterable[Mark]) -> Strip:
    """The strip with more marks, under those it has."""
    return replace(strip, marks=(*marks, *strip.marks))


def spaced(strips: list[Strip], gap: float) -> list[Strip]:
    """The strips with a gap above the first of them."""
    return [replace(strip, gap=gap) if index == 0 else strip for index, strip in enumerate(strips)]


def padded(strips: list[Strip], above: float, below: float) -> list[Strip]:
    """Strips with white space inside their edges; gaps between them become part of them."""
    last = len(strips) - 1
    done = []
    for index, strip in enumerate(strips):
        top = strip.gap + (above if index == 0 else 0)
        height = top + strip.height + (below if index == last else 0)
        marks = tuple(moved(mark, 0, top) for mark in strip.marks)
        done.append(replace(strip, height=height, marks=marks, gap=0.0))
    return done


def barred(strips: list[Strip], width: float, colour: str) -> list[Strip]:
    """Strips on a coloured bar at their left edge."""
    return [behind(strip, [Panel(0, 0, width, strip.height, colour)]) for strip in strips]


def square(x: float, y: float, side: float) -> list[Mark]:
    """The four sides of a box to tick, its left top corner at x and y."""
    right, bottom = x + side, y + side
    edges = [(x, y, right, y), (right, y, right, bottom), (right, bottom, x, bottom), (x, bottom, x, y)]
    return [Rule(*edge, 0.8, INK) for edge in edges]
