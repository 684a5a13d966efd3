from __future__ import annotations

import pytest

from tests.drawing.documents import AREAS, edges, node, shipped, small
from threshold_tool.drawing.level_view import level_view
from threshold_tool.drawing.selection import Selection


def test_answers_that_lead_to_the_level() -> None:
    """One line for each question, with the answers that stand at this very level, under its section."""

    drawing = level_view(small(), Selection(level="child-protection"))

    assert [row.text for row in node(drawing, "section:home").rows] == [
        "3. Does somebody keep food from the child? \u2018Suspected\u2019; \u2018Yes\u2019"
    ]
    assert [row.text for row in node(drawing, "section:danger").rows] == [
        "1. Is a child in danger now? \u2018Yes (act at once)\u2019"
    ]
    assert [group.title for group in drawing.groups][-1] == "Level"
    assert drawing.title == "What leads to Level 3: child protection"


@pytest.mark.parametrize("area", AREAS)
def test_levels_share_out_all_placements_and_rules(area: str) -> None:
    """Over all levels together, every placed question and every rule with a level is drawn, each where it belongs."""

    compiled = shipped(area)
    document = compiled.source.document
    for level in document.levels:
        drawing = level_view(compiled, Selection(level=level.id))
        listed = {row.id for each in drawing.nodes() if each.kind == "section" for row in each.rows}
        order = compiled.source.level_order[level.id]
        placed = {
            question.id
            for question in compiled.questions.values()
            if any(clause and clause.level == order for clause in (*question.clauses, question.not_known))
        }

        assert listed == placed
        rules = {each.id for each in drawing.nodes() if each.kind == "rule"}
        assert rules == {f"rule:{rule.id}" for rule in document.rules if rule.level == level.id}
        assert all(edge.target == f"level:{level.id}" for edge in drawing.edges)


def test_a_part_of_what_leads_to_a_level() -> None:
    """With a section, only its answers, and only rules that speak of its questions."""

    drawing = level_view(small(), Selection(level="early-help", section="help"))
    home = level_view(small(), Selection(level="early-help", section="home"))

    assert drawing.title == "Who helps: what leads to Level 2: early help"
    assert [each.id for each in drawing.nodes()] == ["rule:tired-and-away", "level:early-help"]
    assert [each.id for each in home.nodes()] == ["section:home", "rule:tired-and-away", "level:early-help"]


def test_a_level_that_nothing_leads_to() -> None:
    """The level alone is drawn, and the count is told."""

    drawing = level_view(small(), Selection(level="universal"))

    assert [each.id for each in drawing.nodes()] == ["level:universal"]
    assert drawing.subtitle.endswith("0 questions, 0 rules")
    assert edges(drawing, "leads") == []


def test_much_stands_in_columns() -> None:
    """What would be too long for a page stands in columns, and little does not."""

    much = level_view(shipped("exampleshire"), Selection(level="child-protection"))
    little = level_view(small(), Selection(level="child-protection"))

    assert [group.columns for group in much.groups] == [3, 3, 1]
    assert [group.columns for group in little.groups] == [1, 1, 1]
