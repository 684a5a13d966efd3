from __future__ import annotations

import pytest

from tests.drawing.documents import AREAS, shipped, small
from threshold_tool.drawing.detail import detail
from threshold_tool.drawing.overview import overview
from threshold_tool.drawing.selection import Selection
from threshold_tool.drawing.spoken import spoken


def test_a_question_with_its_answers_and_where_they_lead() -> None:
    """Somebody who does not see the picture hears all that it says."""

    lines = spoken(detail(small(), Selection(section="home"))).splitlines()

    assert lines[0] == "Levels of Need in Smallshire, edition 1. 4 questions, 2 rules."
    assert lines[1] == "Home."
    assert lines[2] == (
        "2. How often does the child go without a meal? For each child. Never. Less than once a week, at 2. "
        "This answer opens 3. Does somebody keep food from the child? "
        "This answer leads to Level 2: early help. "
        "This answer counts in the rule Baby without meals. Every week, at 2."
    )


def test_a_section_with_its_counts() -> None:
    """Counts are sentences; a level without an answer is passed over."""

    text = spoken(overview(small()))

    assert "Home. 4 questions: 2 to 5. 3 at 2. 2 at 3. It leads to Level 3: child protection." in text


@pytest.mark.parametrize("area", AREAS)
def test_nothing_is_left_out(area: str) -> None:
    """Every heading, line and row of the picture is in the words."""

    drawing = overview(shipped(area))
    text = spoken(drawing)

    for node in drawing.nodes():
        assert all(part in text for part in (node.heading, *node.lines, *(row.text for row in node.rows)))
