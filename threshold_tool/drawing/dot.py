"""A drawing as DOT, the language of Graphviz. The same drawing gives the same text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.drawing.boxes import INK, QUIET, Boxes, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.drawing.model import Drawing, Edge, Group

FONT = "Helvetica,Arial,sans-serif"
_LOOKS = {
    "opens": "style=dashed",
    "reads": "style=dotted, penwidth=1.8",
    "stops": "style=dotted, penwidth=1.8, arrowhead=tee",
    "placed": "style=solid",
    "leads": "style=bold",
}


def dot_of(drawing: Drawing) -> str:
    """The whole text of a DOT file."""
    return "\n".join(_Dot(drawing).lines()) + "\n"


class _Dot:
    """One drawing on its way to DOT. Each group is one node there, and what stands in it has a port."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        ends = [(node.id, row) for node in drawing.nodes() for row in (None, *(row.id for row in node.rows))]
        self._ports = {end: f"p{number}" for number, end in enumerate(ends)}
        self._group_of = {node.id: group for group in drawing.groups for node in group.nodes}

    def lines(self) -> Iterator[str]:
        text = f'fontname="{FONT}", fontcolor="{INK}"'
        yield "digraph threshold {"
        yield f'  graph [rankdir=LR, charset="UTF-8", bgcolor=white, pad=0.3, nodesep=0.2, ranksep=0.9, {text},'
        yield f"         fontsize=12, outputorder=edgesfirst, labelloc=t, labeljust=l, label=<{self._title()}>];"
        yield f"  node [shape=plain, fontsize=10, {text}];"
        yield f'  edge [color="{QUIET}", arrowsize=0.7];'
        yield from map(self._group, self._drawing.groups)
        yield from dict.fromkeys(self._edge(edge) for edge in self._drawing.edges if edge.drawn)
        yield "}"

    def _title(self) -> str:
        drawing = self._drawing
        lines = [f'<FONT POINT-SIZE="18"><B>{escaped(drawing.title)}</B></FONT>', escaped(drawing.subtitle)]
        lines += [f'<FONT COLOR="{QUIET}">{escaped(line)}</FONT>' for line in drawing.legend]
        return "".join(f'{line}<BR ALIGN="LEFT"/>' for line in lines)

    def _group(self, group: Group) -> str:
        boxes = Boxes(self._drawing.levels, self._ports)
        last = " rank=max;" if group.id == "levels" else ""
        return f'  {{{last} "{group.id}" [label=<{boxes.group(group)}>]; }}'

    def _edge(self, edge: Edge) -> str:
        source, target = self._end(edge.source, edge.row, "e"), self._end(edge.target, None, "w")
        colour = f', color="{self._colour(edge.target)}"' if edge.kind in ("placed", "leads") else ""
        return f"  {source} -> {target} [{_LOOKS[edge.kind]}{colour}];"

    def _end(self, node_id: str, row: str | None, side: str) -> str:
        group = self._group_of[node_id]
        if group.columns > 1:
            return f'"{group.id}":{side}'
        return f'"{group.id}":{self._ports[node_id, row]}:{side}'

    def _colour(self, level_node: str) -> str:
        node = next(node for node in self._group_of[level_node].nodes if node.id == level_node)
        return self._drawing.levels[node.level or ""].colour
