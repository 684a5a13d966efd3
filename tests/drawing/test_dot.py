from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.drawing.documents import AREAS, shipped, small
from threshold_tool.drawing.detail import detail
from threshold_tool.drawing.dot import dot_of
from threshold_tool.drawing.draw import drawing_of
from threshold_tool.drawing.overview import overview
from threshold_tool.drawing.selection import Selection

PARTS = [
    Selection(),
    Selection(section="always"),
    Selection(theme="neglect"),
    Selection(theme="neglect", level="child-in-need"),
]


def test_the_same_drawing_gives_the_same_text() -> None:
    """What has not changed is not drawn anew."""

    assert dot_of(overview(small())) == dot_of(overview(small()))


@pytest.mark.parametrize("area", AREAS[:3])
@pytest.mark.parametrize("part", PARTS)
def test_every_edge_begins_and_ends_at_a_port(area: str, part: Selection) -> None:
    """No edge names a port or a group that the text does not have."""

    text = dot_of(drawing_of(shipped(area), part))
    ports = set(re.findall(r'PORT="(p[0-9]+)"', text))
    groups = set(re.findall(r'^  \{(?: rank=max;)? "([^"]+)" \[label', text, flags=re.MULTILINE))
    drawn = re.findall(r'^  "([^"]+)":(?:(p[0-9]+):)?e -> "([^"]+)":(?:(p[0-9]+):)?w', text, flags=re.MULTILINE)

    assert drawn
    assert {end for source, _, target, _ in drawn for end in (source, target)} <= groups
    assert {port for _, first, _, second in drawn for port in (first, second) if port} <= ports
    assert text.count(" -> ") == len(drawn)


def test_edges_that_are_not_drawn_are_left_out() -> None:
    """The text has the edges of the picture alone."""

    drawing = detail(small(), Selection(section="home"))
    hidden = replace(drawing, edges=tuple(replace(edge, drawn=False) for edge in drawing.edges))

    assert " -> " not in dot_of(hidden)
    assert dot_of(drawing).count(" -> ") == sum(edge.drawn for edge in drawing.edges)


def test_groups_in_columns_share_an_edge() -> None:
    """From a group in columns one edge leads to the level, and not one from each box."""

    drawing = drawing_of(shipped("exampleshire"), Selection(level="child-protection"))

    assert len(drawing.edges) > 20
    assert dot_of(drawing).count(" -> ") == 2


def test_kinds_of_edges_are_told_apart_without_colour() -> None:
    """Each kind has a line of its own."""

    text = dot_of(detail(shipped("exampleshire"), Selection(theme="neglect")))

    assert {"style=dashed", "style=dotted", "style=solid", "style=bold"} <= set(re.findall(r"style=\w+", text))
