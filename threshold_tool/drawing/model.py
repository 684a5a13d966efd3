"""What a drawing shows, apart from how it is laid out: nodes in groups, and edges between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

NodeKind: TypeAlias = Literal["section", "question", "opener", "rules", "rule", "level"]
EdgeKind: TypeAlias = Literal["then", "opens", "placed", "reads", "stops", "leads"]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a node that edges can begin at, such as an answer. `level` is the id of the level it is placed at."""

    id: str
    text: str
    level: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many answers of a section are placed at a level."""

    level: str
    answers: int


@dataclass(frozen=True, slots=True)
class Node:
    """A box. Edges and JSON call it by its `id`; `level` is one that it is, or leads to."""

    id: str
    kind: NodeKind
    heading: str
    lines: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    counts: tuple[Count, ...] = ()
    level: str | None = None
    statutory: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from a node, or from one of its rows, to a node.

    One that is not `drawn` holds all the same: it is left out of the picture where another one says it.
    """

    kind: EdgeKind
    source: str
    target: str
    row: str | None = None
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes in a frame with a title, under one another in order. In several columns they share their edges."""

    id: str
    title: str
    nodes: tuple[Node, ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class LevelLook:
    """How a level is told apart: by its code, and by its colour beside it."""

    code: str
    colour: str


@dataclass(frozen=True)
class Drawing:
    """One drawing. `levels` has every level by its id, lowest first; `legend` says how to read it."""

    title: str
    subtitle: str
    legend: tuple[str, ...]
    groups: tuple[Group, ...]
    edges: tuple[Edge, ...]
    levels: dict[str, LevelLook]

    def nodes(self) -> Iterator[Node]:
        """Every node, in the order of its groups."""
        for group in self.groups:
            yield from group.nodes

    def as_json(self) -> dict[str, Any]:
        """Nodes and edges as `threshold draw --json` prints them."""
        groups = [(group.id, node) for group in self.groups for node in group.nodes]
        return {
            "nodes": [_node_as_json(group, node) for group, node in groups],
            "edges": [
                {"kind": edge.kind, "from": edge.source, "row": edge.row, "to": edge.target} for edge in self.edges
            ],
        }


def _node_as_json(group: str, node: Node) -> dict[str, Any]:
    return {
        "id": node.id,
        "kind": node.kind,
        "group": group,
        "text": node.heading,
        "lines": list(node.lines),
        "level": node.level,
        "statutory": node.statutory if node.kind == "level" else None,
        "rows": [{"id": r.id, "text": r.text, "level": r.level, "note": r.note or None} for r in node.rows],
        "counts": [{"level": c.level, "answers": c.answers} for c in node.counts],
    }
