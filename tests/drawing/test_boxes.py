from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.xml import parsed
from threshold_tool.drawing.boxes import Boxes, escaped, in_columns, wrapped
from threshold_tool.drawing.model import Count, Group, LevelLook, Node, Row

LOOKS = {"low": LevelLook("1", "#2e7d32"), "high": LevelLook("2<3", "#b3261e")}
printed = st.text(alphabet=st.characters(exclude_categories=["Cc", "Cn", "Cs"]), min_size=1, max_size=60)


def box(node: Node) -> str:
    ports = {(node.id, row): f"p{at}" for at, row in enumerate((None, *(row.id for row in node.rows)))}
    return Boxes(LOOKS, ports).node(node)


def words(label: str) -> str:
    """What a label shows: its text without marks and line ends, a doubled backslash as one."""
    return " ".join("".join(parsed(re.sub("<(BR|TD)", r" <\1", label)).itertext()).replace("\\\\", "\\").split())


@given(printed)
def test_no_sign_of_a_text_means_anything(text: str) -> None:
    """A label stays well formed whatever the document says, and shows those words."""

    label = box(Node("n", "question", text, (text,), (Row("a", text, "high"), Row("b", text))))

    assert words(label).replace(" ", "").count("".join(text.split())) >= (4 if text.strip() else 0)


@given(printed, st.integers(1, 50))
def test_lines_keep_to_their_width(text: str, width: int) -> None:
    """No line is longer than it may be."""

    lines = wrapped(text, width).removesuffix('<BR ALIGN="LEFT"/>').split('<BR ALIGN="LEFT"/>')

    assert all(len((parsed(f"<b>{line}</b>").text or "").replace("\\\\", "\\")) <= width for line in lines)


@given(st.lists(st.integers()), st.integers(1, 5))
def test_columns_are_read_downwards(entries: list[int], columns: int) -> None:
    """Nothing is lost, the order stays, and no column is more than its share longer than another."""

    split = in_columns(entries, columns)

    assert [entry for column in split for entry in column] == entries
    assert len(split) <= columns
    assert all(len(column) == len(split[0]) for column in split[:-1])


@given(st.lists(st.integers(0, 12), min_size=1, max_size=12), st.integers(1, 4))
def test_a_group_keeps_all_its_boxes_in_order(rows: list[int], columns: int) -> None:
    """In however many columns, each box of a group is there once."""

    nodes = tuple(
        Node(f"n{at}", "rule", f"Heading{at}.", tuple(f"line {line}" for line in range(lines)))
        for at, lines in enumerate(rows)
    )
    ports: dict[tuple[str, str | None], str] = {(node.id, None): node.id for node in nodes}
    label = Boxes(LOOKS, ports).group(Group("g", "A & B", nodes, columns))

    assert [word for word in words(label).split() if word.startswith("Heading")] == [node.heading for node in nodes]
    assert words(label).startswith("A & B")


def test_a_statutory_level_has_a_thicker_frame_and_says_its_code() -> None:
    """The frame comes with the word; the code stands first."""

    statutory = box(Node("n", "level", "Help", ("STATUTORY",), level="high", statutory=True))
    other = box(Node("n", "level", "Help", ("Not statutory",), level="high"))

    assert words(statutory) == "2<3 Help STATUTORY"
    assert 'BORDER="4"' in statutory
    assert 'BORDER="4"' not in other


def test_counts_stand_beside_a_section() -> None:
    """Each level has its cell, in order; one without an answer is empty."""

    label = box(Node("n", "section", "Home", counts=(Count("low", 0), Count("high", 3))))

    assert words(label) == "Home 2<3: 3"


def test_an_answer_has_the_code_of_its_level() -> None:
    """The code follows the answer, and edges begin at it."""

    label = box(Node("n", "question", "1. Meals?", (), (Row("a", "Often", "high", "(act at once)"),)))

    assert words(label) == "1. Meals? Often (act at once) 2<3"
    assert 'PORT="p1"' in label


def test_signs_are_escaped() -> None:
    """The signs of the label language are written as words of it."""

    assert escaped('<a & "b">') == "&lt;a &amp; &quot;b&quot;&gt;"
