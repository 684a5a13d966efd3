"""Fills pages with strips: slices of a record that are as wide as the page and never split.

A line of text is a strip, and so is one line's height of a table row with all its cells. So any block,
however long, runs over as many pages as it needs. Lengths are in points, y runs down from the top.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from threshold_tool.reports.lines import Line


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text: its left end, its baseline, its size in points and its "#rrggbb".

    `angle` is how far it rises, in degrees anticlockwise.
    """

    x: float
    y: float
    line: Line
    size: float
    colour: str
    angle: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line from one point to another."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A filled rectangle: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float
    colour: str


Mark: TypeAlias = Words | Rule | Panel


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice of the page. `gap` is the space above it, dropped at the top of a page.

    `keep` holds it on one page with the next strip where that can be; `head` is repeated above it when it
    comes first on a page; `bookmark` is a heading's level from 0 and its words, `anchor` its address.
    `refers_to` is the address of a heading whose page number belongs at the right end of this strip.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    gap: float = 0.0
    keep: bool = False
    new_page: bool = False
    head: tuple[Strip, ...] = ()
    bookmark: tuple[int, str] | None = None
    anchor: str = ""
    refers_to: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip and the height of its top below the top of the page's text."""

    y: float
    strip: Strip


Page = list[Placed]


def moved(mark: Mark, x: float, y: float) -> Mark:
    """The mark, further right by `x` and further down by `y`."""
    if isinstance(mark, Rule):
        return replace(mark, x1=mark.x1 + x, y1=mark.y1 + y, x2=mark.x2 + x, y2=mark.y2 + y)
    return replace(mark, x=mark.x + x, y=mark.y + y)


def height_of(strips: Sequence[Strip]) -> float:
    """The height of strips one under another, without the gap above the first."""
    return sum(strip.gap + strip.height for strip in strips) - (strips[0].gap if strips else 0)


def kept(strips: Sequence[Strip]) -> list[Strip]:
    """The strips, held together on one page."""
    return [replace(strip, keep=True) for strip in strips[:-1]] + list(strips[-1:])


def without_widows(strips: Sequence[Strip], whole_up_to: int) -> list[Strip]:
    """Short stretches held together; in longer ones the first two and the last two strips."""
    last = len(strips) - 1
    if last < whole_up_to:
        return kept(strips)
    return [replace(strip, keep=True) if index in (0, last - 1) else strip for index, strip in enumerate(strips)]


def fill_pages(strips: Sequence[Strip], height: float) -> list[Page]:
    """The strips on pages whose text is `height` points high; at least one page."""
    pages: list[Page] = [[]]
    used = 0.0
    for group in _groups(strips):
        whole = height_of(group)
        fits_a_page = height_of(group[0].head) + whole <= height
        if pages[-1] and (group[0].new_page or (fits_a_page and used + group[0].gap + whole > height)):
            pages.append([])
            used = 0.0
        for strip in group:
            if pages[-1] and (strip.new_page or used + strip.gap + strip.height > height):
                pages.append([])
                used = 0.0
            used = _place(strip, pages[-1], used)
    return pages


def _place(strip: Strip, page: Page, used: float) -> float:
    """Put a strip on a page, under its head when it is the first; the height then used."""
    if page:
        used += strip.gap
    else:
        for head in strip.head:
            page.append(Placed(used, head))
            used += head.height
    page.append(Placed(used, strip))
    return used + strip.height


def _groups(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group
