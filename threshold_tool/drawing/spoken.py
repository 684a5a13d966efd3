"""A drawing in words, for somebody who does not see it: each box, what stands in it, and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.drawing.model import Drawing, Edge, Node

_LEADS = {
    "then": "is followed by",
    "opens": "opens",
    "placed": "leads to",
    "reads": "counts in the rule",
    "stops": "holds back the rule",
    "leads": "leads to",
}


def spoken(drawing: Drawing) -> str:
    """The drawing as sentences, one box a line."""
    headings = {node.id: node.heading for node in drawing.nodes()}
    lines = [_stopped(drawing.subtitle)]
    for group in drawing.groups:
        lines.append(f"{group.title}.")
        lines += (" ".join(_sentences(drawing, node, headings)) for node in group.nodes)
    return "\n".join(lines)


def _sentences(drawing: Drawing, node: Node, headings: dict[str, str]) -> Iterator[str]:
    yield from (_stopped(text) for text in (node.heading, *node.lines))
    for count in node.counts:
        if count.answers:
            yield f"{count.answers} at {drawing.levels[count.level].code}."
    edges = [edge for edge in drawing.edges if edge.source == node.id and edge.drawn]
    for row in node.rows:
        level = f", at {drawing.levels[row.level].code}" if row.level else ""
        yield _stopped(f"{row.text}{f' {row.note}' if row.note else ''}{level}")
        yield from (_leads(edge, headings, "This answer") for edge in edges if edge.row == row.id)
    yield from (_leads(edge, headings, "It") for edge in edges if edge.row is None)


def _leads(edge: Edge, headings: dict[str, str], subject: str) -> str:
    return _stopped(f"{subject} {_LEADS[edge.kind]} {headings[edge.target]}")


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."
