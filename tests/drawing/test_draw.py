from __future__ import annotations

import pytest

from tests.drawing.documents import small
from threshold_tool.drawing.draw import drawing_of
from threshold_tool.drawing.selection import Selection
from threshold_tool.errors import CannotUse


@pytest.mark.parametrize(
    ("selection", "title"),
    [
        (Selection(), "Levels of Need in Smallshire, edition 1: how levels come about"),
        (Selection(section="home"), "Home: how levels come about"),
        (Selection(theme="school"), "Life at school: how levels come about"),
        (Selection(level="early-help"), "What leads to Level 2: early help"),
        (Selection(level="early-help", theme="school"), "Life at school: what leads to Level 2: early help"),
    ],
)
def test_each_selection_has_its_drawing(selection: Selection, title: str) -> None:
    """The whole, a section, a theme, a level, and a level within one of them."""

    assert drawing_of(small(), selection).title == title


def test_an_unknown_part_is_refused() -> None:
    """Before anything is drawn."""

    with pytest.raises(CannotUse, match="has no theme"):
        drawing_of(small(), Selection(theme="nowhere", level="early-help"))
