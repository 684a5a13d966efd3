"""Boxes of a drawing as the tables that Graphviz takes for labels, with a port wherever an edge can begin or end."""

from __future__ import annotations

import html
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from threshold_tool.drawing.model import Group, LevelLook, Node, Row

T = TypeVar("T")

INK, QUIET, FRAME = "#1a1a1a", "#4d4d4d", "#767676"
_WIDTH = {"section": 56, "question": 48, "opener": 38, "rules": 46, "rule": 46, "level": 28}
_TEXT = {"section": 340, "question": 240, "opener": 180}  # points, so that codes stand under one another
_WIDTH_BESIDE_COUNTS = 40
_BESIDE_COUNTS = 230  # points, so that the counts of all sections stand under one another
_ROWS_SIDE_BY_SIDE = {"rules": 2}
_LEFT = 'ALIGN="LEFT" BALIGN="LEFT"'


@dataclass(frozen=True)
class Boxes:
    """The boxes of one drawing. `ports` has a short name for each node, and for each row by its node and id."""

    levels: Mapping[str, LevelLook]
    ports: Mapping[tuple[str, str | None], str]

    def group(self, group: Group) -> str:
        """A group whose boxes stand under one another, as one table with its title."""
        columns = _balanced(group.nodes, group.columns)
        stacks = "".join(f'<TD VALIGN="TOP">{self._stack(column)}</TD>' for column in columns)
        title = f'<TR><TD COLSPAN="{len(columns)}" {_LEFT}><B>{escaped(group.title)}</B></TD></TR>'
        return (
            f'<TABLE BORDER="1" COLOR="{FRAME}" STYLE="ROUNDED" CELLBORDER="0" CELLSPACING="3" CELLPADDING="2">'
            f"{title}<TR>{stacks}</TR></TABLE>"
        )

    def _stack(self, nodes: Sequence[Node]) -> str:
        cells = "".join(f"<TR><TD>{self.node(node)}</TD></TR>" for node in nodes)
        return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2">{cells}</TABLE>'

    def node(self, node: Node) -> str:
        """One box."""
        look = self.levels[node.level] if node.level else None
        border = 4 if node.statutory else 2 if look else 1
        colour = look.colour if look else FRAME
        port = self.ports[node.id, None]
        return (
            f'<TABLE PORT="{port}" BORDER="{border}" COLOR="{colour}" BGCOLOR="white" CELLBORDER="0" '
            f'CELLSPACING="1" CELLPADDING="2">{"".join(self._cells(node, look))}</TABLE>'
        )

    def _cells(self, node: Node, look: LevelLook | None) -> Iterator[str]:
        width = _WIDTH_BESIDE_COUNTS if node.counts else _WIDTH[node.kind]
        head = wrapped(node.heading, width, bold=True) + "".join(wrapped(line, width) for line in node.lines)
        if look is not None and node.kind == "level":
            head = f'<FONT POINT-SIZE="14"><B>{escaped(look.code)}</B></FONT><BR ALIGN="LEFT"/>{head}'
        counts = "".join(self._count(count.level, count.answers) for count in node.counts)
        side_by_side = _ROWS_SIDE_BY_SIDE.get(node.kind, 1)
        span = max(len(node.counts) + 1, 2 * side_by_side)
        size = f'WIDTH="{_BESIDE_COUNTS}"' if counts else f'COLSPAN="{span}"'
        yield f"<TR><TD {size} {_LEFT}>{head}</TD>{counts}</TR>"
        rows = in_columns(node.rows, side_by_side)
        for at in range(max(map(len, rows), default=0)):
            line = "".join(self._row(node, column[at], width) for column in rows if at < len(column))
            yield f"<TR>{line}</TR>"

    def _count(self, level: str, answers: int) -> str:
        look = self.levels[level]
        frame = f'BORDER="1" COLOR="{look.colour}"' if answers else ""
        return f'<TD WIDTH="34" {frame}>{f"{escaped(look.code)}: {answers}" if answers else " "}</TD>'

    def _row(self, node: Node, row: Row, width: int) -> str:
        text = wrapped(f"{row.text} {row.note}".strip(), width)
        port = f'PORT="{self.ports[node.id, row.id]}"'
        if row.level is None:
            padding = 3 if node.kind in _ROWS_SIDE_BY_SIDE else 1
            return f'<TD COLSPAN="2" CELLPADDING="{padding}" {_LEFT} {port}>{text}</TD>'
        return f'<TD WIDTH="{_TEXT[node.kind]}" CELLPADDING="1" {_LEFT}>{text}</TD>{self._chip(row.level, port)}'

    def _chip(self, level: str, port: str) -> str:
        look = self.levels[level]
        return (
            f'<TD WIDTH="26" BORDER="2" CELLPADDING="0" COLOR="{look.colour}" {port}><B>{escaped(look.code)}</B></TD>'
        )


def _balanced(nodes: Sequence[Node], columns: int) -> list[Sequence[Node]]:
    """Boxes in so many columns of about the same height, read downwards."""
    heights = [_lines_of(node) for node in nodes]
    stacks: list[list[Node]] = [[] for _ in range(columns)]
    before = 0
    for node, height in zip(nodes, heights, strict=True):
        stacks[min(columns - 1, (before + height // 2) * columns // sum(heights))].append(node)
        before += height
    return [stack for stack in stacks if stack]


def _lines_of(node: Node) -> int:
    """About how many lines of text a box has."""
    return 2 + sum(1 + len(text) // _WIDTH[node.kind] for text in (*node.lines, *(row.text for row in node.rows)))


def in_columns(entries: Sequence[T], columns: int) -> list[Sequence[T]]:
    """Entries in so many columns of nearly the same length, read downwards; fewer where there are few."""
    height = -(-len(entries) // columns)
    return [entries[at : at + height] for at in range(0, len(entries), height or 1)]


def wrapped(text: str, width: int, *, bold: bool = False) -> str:
    """A text in lines of at most so many characters."""
    lines = [escaped(line) for line in textwrap.wrap(text, width)] or [""]
    return "".join(f'{f"<B>{line}</B>" if bold else line}<BR ALIGN="LEFT"/>' for line in lines)


def escaped(text: str) -> str:
    """A text in which no sign means anything to Graphviz, which reads `\\N` as the name of a node even here."""
    return html.escape(text, quote=True).replace("\\", "\\\\")
