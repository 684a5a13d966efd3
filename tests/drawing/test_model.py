from __future__ import annotations

from threshold_tool.drawing.model import Count, Drawing, Edge, Group, LevelLook, Node, Row

LEVEL = Node("level:help", "level", "Help", lines=("Not statutory",), level="help")
QUESTION = Node("question:meals", "question", "1. Meals?", rows=(Row("often", "Often", "help", "(act at once)"),))
SECTION = Node("section:home", "section", "Home", counts=(Count("help", 2),))
DRAWING = Drawing(
    title="A title",
    subtitle="",
    legend=(),
    groups=(Group("asked", "Asked", (SECTION, QUESTION)), Group("levels", "Levels", (LEVEL,))),
    edges=(Edge("placed", "question:meals", "level:help", row="often", drawn=False),),
    levels={"help": LevelLook("2", "#b26a00")},
)


def test_nodes_come_in_the_order_of_their_groups() -> None:
    """Groups in order, and in each its boxes in order."""

    assert list(DRAWING.nodes()) == [SECTION, QUESTION, LEVEL]


def test_json_has_every_node_and_edge() -> None:
    """Edges that the picture leaves out are there: they hold all the same."""

    data = DRAWING.as_json()

    assert [node["id"] for node in data["nodes"]] == ["section:home", "question:meals", "level:help"]
    assert data["edges"] == [{"kind": "placed", "from": "question:meals", "row": "often", "to": "level:help"}]


def test_json_of_a_node_says_all_that_the_box_says() -> None:
    """Group, text, rows with level and note, counts, and for a level whether it is statutory."""

    section, question, level = DRAWING.as_json()["nodes"]

    assert section["counts"] == [{"level": "help", "answers": 2}]
    assert section["statutory"] is None
    assert question["group"] == "asked"
    assert question["rows"] == [{"id": "often", "text": "Often", "level": "help", "note": "(act at once)"}]
    assert (level["text"], level["lines"], level["statutory"]) == ("Help", ["Not statutory"], False)
