from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drawing.documents import AREAS, edges, edited, node, shipped, small
from threshold_tool.drawing.detail import detail
from threshold_tool.drawing.selection import Selection

if TYPE_CHECKING:
    from pathlib import Path

HOME = Selection(section="home")


def test_answers_stand_beside_their_levels() -> None:
    """Every answer is a row with the level that it reaches; an immediate one says so."""

    rows = node(detail(small(), HOME), "question:meals-why").rows
    danger = node(detail(small(), Selection(section="danger")), "question:danger-now").rows

    assert [(row.id, row.level) for row in rows] == [
        ("no", None),
        ("suspected", "child-protection"),
        ("yes", "child-protection"),
    ]
    assert danger[1].note == "(act at once)"


def test_a_number_has_a_row_for_each_cut() -> None:
    """Cuts of placements and of rules are rows, so that every arrow has its start."""

    rows = node(detail(small(), HOME), "question:attendance").rows

    assert [(row.id, row.text, row.level) for row in rows] == [
        ("below 95", "Below 95%", None),
        ("below 90", "Below 90%", "early-help"),
    ]


def test_not_known_that_is_placed_is_a_row(tmp_path: Path) -> None:
    """A placed not-known is an answer like others."""

    placed = ("  meals:\n    sometimes", '  meals:\n    not-known: {level: early-help, cite: "p.2"}\n    sometimes')
    rows = node(detail(edited(tmp_path, placed), HOME), "question:meals").rows

    assert (rows[-1].id, rows[-1].text, rows[-1].level) == ("not-known", "Not known", "early-help")


def test_an_answer_opens_a_question() -> None:
    """The arrow begins at the answer from which the question is asked, and the question stands after it."""

    drawing = detail(small(), HOME)
    [opens] = edges(drawing, "opens")

    assert (opens.source, opens.row, opens.target) == ("question:meals", "sometimes", "question:meals-why")
    assert [[each.id for each in group.nodes] for group in drawing.groups[:2]] == [
        ["question:meals", "question:attendance", "question:sleep"],
        ["question:meals-why"],
    ]
    assert drawing.groups[1].title == "Home: opened in turn"


def test_what_opens_a_question_from_outside_is_drawn_too() -> None:
    """The screening question of a theme stands before its section."""

    drawing = detail(shipped("exampleshire"), Selection(section="neglect"))

    assert drawing.groups[0].title == "What opens them"
    assert [each.id for each in drawing.groups[0].nodes] == ["question:neglect-concern"]
    assert node(drawing, "question:neglect-concern").kind == "opener"


def test_an_arrow_that_another_implies_is_not_drawn() -> None:
    """A question that needs an answer which itself needs the first has one arrow in the picture, two in JSON."""

    drawing = detail(shipped("exampleshire"), Selection(section="parental-substance-misuse"))
    into = [edge for edge in edges(drawing, "opens") if edge.target == "question:substance-money"]
    sources = {edge.source.removeprefix("question:"): edge.drawn for edge in into}

    assert sources == {"substance-effect-on-care": True, "substance-concern": False}


def test_an_age_is_told_in_words() -> None:
    """No arrow can say an age, so the box does."""

    drawing = detail(shipped("exampleshire"), Selection(section="always"))

    assert any("only when the child is born" in line for each in drawing.nodes() for line in each.lines)


@pytest.mark.parametrize("area", AREAS)
def test_each_placed_answer_has_an_edge_and_each_question_one_arrow(area: str) -> None:
    """JSON has all placements; the picture has the arrow of the highest, from the least answer that reaches it."""

    compiled = shipped(area)
    for section in compiled.source.document.sections:
        drawing = detail(compiled, Selection(section=section.id))
        placed = edges(drawing, "placed")
        rows = [(each.id, row) for each in drawing.nodes() if each.kind == "question" for row in each.rows if row.level]

        assert {(edge.source, edge.row, edge.target) for edge in placed} == {
            (question, row.id, f"level:{row.level}") for question, row in rows
        }
        assert len(placed) == len(rows)
        drawn = sorted((edge.source, edge.target) for edge in placed if edge.drawn)
        order = compiled.source.level_order
        highest: dict[str, str] = {}
        for question, row in rows:
            assert row.level is not None
            highest[question] = max(highest.get(question, row.level), row.level, key=lambda level: order[level])
        assert drawn == sorted((question, f"level:{level}") for question, level in highest.items())


@pytest.mark.parametrize("area", AREAS)
def test_every_edge_has_both_ends(area: str) -> None:
    """Edges join boxes that are drawn and rows that these have, in every section and theme."""

    compiled = shipped(area)
    selections = [Selection(section=section.id) for section in compiled.source.document.sections]
    selections += [Selection(theme=theme.id) for theme in compiled.source.themes]
    for selection in selections:
        drawing = detail(compiled, selection)
        rows = {each.id: {row.id for row in each.rows} for each in drawing.nodes()}
        assert all(edge.target in rows for edge in drawing.edges)
        assert all(edge.row is None or edge.row in rows[edge.source] for edge in drawing.edges)


def test_rules_that_name_a_question_are_told_in_full() -> None:
    """Arrows lead from the answers that they read, and on to their level."""

    drawing = detail(small(), HOME)

    assert [(edge.source, edge.row, edge.target) for edge in edges(drawing, "reads")] == [
        ("question:meals", "sometimes", "rule:baby-without-meals"),
        ("question:attendance", "below 95", "rule:tired-and-away"),
        ("question:sleep", "often", "rule:tired-and-away"),
    ]
    assert ("rule:tired-and-away", "level:early-help") in [(e.source, e.target) for e in edges(drawing, "leads")]


def test_rules_that_count_answers_are_named(tmp_path: Path) -> None:
    """A rule that counts answers of a theme is named under its level and has no arrow from each answer."""

    placed = "{placed: {at_or_above: early-help, n: 2}}"
    much = f'  - {{id: much, level: early-help, when: {placed}, because: B, cite: "p.6"}}\n'
    counting = ("  - id: tired-and-away\n", f"{much}  - id: tired-and-away\n")
    drawing = detail(edited(tmp_path, counting), HOME)

    assert [row.id for row in node(drawing, "rules:early-help").rows] == ["much"]
    assert ("rules:early-help", "level:early-help") in [(e.source, e.target) for e in edges(drawing, "leads")]
    assert drawing.subtitle.endswith("4 questions, 3 rules")


def test_a_strength_holds_rules_back() -> None:
    """A strength has its answers without a level, and an edge to each rule that it stops."""

    drawing = detail(small(), Selection(section="help"))
    [stops] = edges(drawing, "stops")

    assert (stops.source, stops.row, stops.target) == ("question:grandparent", "at-times", "rule:tired-and-away")
    assert [row.level for row in node(drawing, "question:grandparent").rows] == [None, None, None]
