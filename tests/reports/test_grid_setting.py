"""Grids on paper: heads that come again, rows that go on, columns that line up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from threshold_tool.reports.blocks import Grid, GridColumn, GridGroup, GridRow, Landscape, Report
from threshold_tool.reports.layout import lay_out
from threshold_tool.reports.lines import words_of
from threshold_tool.reports.pages import Panel, Rule, Words

if TYPE_CHECKING:
    from threshold_tool.reports.fonts import Face
    from threshold_tool.reports.layout import Layout


class PlainFaces:
    """Every character is half an em wide and every face has it."""

    def has(self, _face: Face, _character: str) -> bool:
        return True

    def width(self, _face: Face, _character: str) -> float:
        return 0.5


def laid_out(*groups: GridGroup) -> Layout:
    grid = Grid("Question", (GridColumn("Low", "#00ff00"), GridColumn("High", "not a colour")), groups)
    return lay_out(Report("Paper", (Landscape((grid,)),)), PlainFaces())


def row(about: str, low: str = "", high: str = "") -> GridRow:
    return GridRow((about,), tuple((text,) if text else () for text in (low, high)))


def words_on(layout: Layout, page: int) -> list[str]:
    return [words_of(mark.line) for mark in layout.pages[page] if isinstance(mark, Words)]


def place_of(layout: Layout, words: str) -> tuple[float, float]:
    return next(
        (mark.x, mark.y) for mark in layout.pages[0] if isinstance(mark, Words) and words_of(mark.line) == words
    )


def test_every_page_has_the_head_and_the_group_that_goes_on() -> None:
    """A reader of any page sees which levels the columns are and which theme the rows belong to."""

    layout = laid_out(GridGroup("Drink", tuple(row(f"row {number}", "answer") for number in range(60))))

    assert len(layout.pages) > 1
    for page in range(1, len(layout.pages)):
        assert {"Question", "Low", "High", "Drink (continued)"} <= set(words_on(layout, page))
    assert "Drink (continued)" not in words_on(layout, 0)


def test_a_new_group_at_the_top_of_a_page_is_not_called_continued() -> None:
    """The head comes again over it, with its own title alone."""

    for count in range(10, 30):
        first = GridGroup("First", tuple(row(f"row {number}", "answer") for number in range(count)))
        layout = laid_out(first, GridGroup("Second", (row("one more", "answer"),)))
        for page in range(len(layout.pages)):
            words = words_on(layout, page)
            assert ("Second" in words) == ("one more" in words)
            assert "Second (continued)" not in words
            assert {"Question", "Low", "High"} <= set(words)


def test_a_row_longer_than_a_page_goes_on_under_its_question() -> None:
    """No line is lost, and the next page says again what the row is about."""

    layout = laid_out(GridGroup("Drink", (row("Who was seen?", "seen\n" * 120),)))

    assert len(layout.pages) > 1
    assert sum(words_on(layout, page).count("seen") for page in range(len(layout.pages))) == 120
    for page in range(1, len(layout.pages)):
        assert "Who was seen?" in words_on(layout, page)


def test_short_rows_are_not_divided() -> None:
    """An answer of a few lines stands on one page with its citation."""

    for count in range(10, 30):
        rows = tuple(row(f"row {number}", "first\nsecond\nlast") for number in range(count))
        layout = laid_out(GridGroup("Drink", rows))
        for page in range(len(layout.pages)):
            words = words_on(layout, page)
            assert words.count("first") == words.count("last")


def test_columns_start_level_and_in_order() -> None:
    """Cells of a row begin at one height, each under its head."""

    layout = laid_out(GridGroup("Drink", (row("about", "lower", "higher"),)))
    about, lower, higher = (place_of(layout, words) for words in ("about", "lower", "higher"))

    assert about[1] == lower[1] == higher[1]
    assert about[0] < lower[0] < higher[0]
    assert (lower[0], higher[0]) == (place_of(layout, "Low")[0], place_of(layout, "High")[0])


def test_entries_of_a_cell_stand_apart() -> None:
    """Between two answers there is more white than between two lines of one."""

    layout = laid_out(GridGroup("Drink", (GridRow(("about",), (("one\ntwo", "three"), ())),)))
    one, two, three = (place_of(layout, words)[1] for words in ("one", "two", "three"))

    assert three - two > two - one > 0


def test_columns_are_divided_without_colour() -> None:
    """Fine lines part the columns; the colour of a level is a bar over its head and never a word."""

    layout = laid_out(GridGroup("Drink", (row("about", "lower", "higher"),)))
    upright = {mark.x1 for mark in layout.pages[0] if isinstance(mark, Rule) and mark.x1 == mark.x2}
    bars = [mark.colour for mark in layout.pages[0] if isinstance(mark, Panel) and mark.height < 5]

    assert len(upright) == 2
    assert bars == ["#00ff00", "#555555"]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Grid("Question", (), ()),
        lambda: Grid("Question", (GridColumn("Low"),), (GridGroup("Drink", (row("a", "b"),)),)),
        lambda: Grid("Question", (GridColumn("Low"),), (), about_weight=0),
    ],
)
def test_a_ragged_grid_is_refused(wrong: object) -> None:
    """A missing cell would shift an answer to the wrong level."""

    assert callable(wrong)
    with pytest.raises(ValueError, match="grid"):
        wrong()
