from __future__ import annotations

import pytest

from tests.drawing.documents import AREAS, edges, node, shipped, small
from threshold_tool.drawing.overview import overview


def test_the_small_document() -> None:
    """Sections in order, what they open, how high they lead, and the rules."""

    drawing = overview(small())

    assert [group.title for group in drawing.groups] == [
        "Asked first",
        "Asked next",
        "Rules: answers taken together",
        "Levels",
    ]
    assert node(drawing, "section:home").lines == ("4 questions: 2 to 5",)
    assert [(count.level, count.answers) for count in node(drawing, "section:home").counts] == [
        ("universal", 0),
        ("early-help", 3),
        ("child-protection", 2),
    ]
    assert node(drawing, "section:help").lines == (
        "1 question: 6",
        "Can hold back 1 rule, none of them statutory",
    )
    assert node(drawing, "section:help").counts == ()
    assert [(edge.source, edge.target) for edge in edges(drawing, "placed")] == [
        ("section:danger", "level:child-protection"),
        ("section:home", "level:child-protection"),
    ]


@pytest.mark.parametrize("area", AREAS)
def test_every_section_level_and_rule_is_drawn(area: str) -> None:
    """Nothing of a shipped document is left out, and sections keep the order of asking."""

    document, drawing = shipped(area).source.document, overview(shipped(area))
    ids = [each.id for each in drawing.nodes()]
    rules = [row.id for each in drawing.nodes() if each.kind == "rules" for row in each.rows]

    assert [each for each in ids if each.startswith("section:")] == [f"section:{s.id}" for s in document.sections]
    assert {each for each in ids if each.startswith("level:")} == {f"level:{level.id}" for level in document.levels}
    assert sorted(rules) == sorted(rule.id for rule in document.rules)


@pytest.mark.parametrize("area", AREAS)
def test_an_arrow_leads_to_the_highest_level_that_is_counted(area: str) -> None:
    """The arrow of a section and the counts beside it say the same."""

    drawing = overview(shipped(area))
    leads = {edge.source: edge.target for edge in edges(drawing, "placed")}

    for section in (each for each in drawing.nodes() if each.kind == "section"):
        highest = [count.level for count in section.counts if count.answers][-1:]
        assert leads.get(section.id) == (f"level:{highest[0]}" if highest else None)


def test_what_opens_a_section_is_told() -> None:
    """By the numbers of the questions, and by an arrow from their section."""

    drawing = overview(shipped("exampleshire"))

    assert node(drawing, "section:unborn-and-infants").lines[1] == "Opened by questions 25, 30 to 32"
    assert node(drawing, "section:neglect").lines[1] == "Opened by question 23"
    assert ("section:screening", "section:neglect") in [(e.source, e.target) for e in edges(drawing, "opens")]


def test_an_arrow_within_a_column_is_not_drawn() -> None:
    """What one section of the column opens in another is told in words and in JSON, and crosses no box."""

    opens = {(e.source, e.target): e.drawn for e in edges(overview(shipped("northfold")), "opens")}

    assert opens["section:physical-harm", "section:emotional-harm"] is False
    assert opens["section:screening", "section:emotional-harm"] is True


def test_sections_follow_one_another() -> None:
    """Each section is followed by the next; the picture shows that by their places."""

    followed = edges(overview(small()), "then")

    assert [(edge.source, edge.target) for edge in followed] == [
        ("section:danger", "section:home"),
        ("section:home", "section:help"),
    ]
    assert not any(edge.drawn for edge in followed)
