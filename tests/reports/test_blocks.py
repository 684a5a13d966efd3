from __future__ import annotations

import pytest

from threshold_tool.reports.blocks import Heading, LevelBadge, Run, Table, plain, runs_of


def test_plain_text_and_runs_are_one_text() -> None:
    """A text is a string or runs; both give their words and their runs."""
    runs = (Run("Call "), Run("999", strong=True))

    assert plain(runs) == plain("Call 999") == "Call 999"
    assert runs_of(runs) == runs
    assert runs_of("Call 999") == (Run("Call 999"),)


@pytest.mark.parametrize("level", [0, 4])
def test_a_heading_outside_the_three_levels_is_refused(level: int) -> None:
    """Headings have level 1, 2 or 3."""
    with pytest.raises(ValueError, match="level 1, 2 or 3"):
        Heading("x", level)


def test_an_anchor_that_could_break_out_of_html_is_refused() -> None:
    """An anchor has letters, digits and hyphens alone."""
    with pytest.raises(ValueError, match="anchor"):
        Heading("x", 1, 'a" onclick="')


@pytest.mark.parametrize(
    ("head", "rows", "weights"),
    [((), (), ()), (("a", "b"), (("1",),), ()), (("a", "b"), (), (1.0,)), (("a", "b"), (), (1.0, 0.0))],
)
def test_a_ragged_table_is_refused(
    head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], weights: tuple[float, ...]
) -> None:
    """A missing cell or weight is an error: it would shift an answer to another question."""
    with pytest.raises(ValueError, match="table"):
        Table("caption", head, rows, weights)


def test_column_shares_follow_the_weights() -> None:
    """Weights share out the width; without them the columns are even."""
    assert Table("", ("a", "b"), (), (1, 3)).shares == (0.25, 0.75)
    assert Table("", ("a", "b"), ()).shares == (0.5, 0.5)


@pytest.mark.parametrize("colour", ["", "red", "#fff", "#2e7d32;}", "#2e7d32\n"])
def test_an_odd_colour_is_drawn_grey(colour: str) -> None:
    """Only "#rrggbb" reaches a style."""
    assert LevelBadge("A", "1", "Level 1", colour).bar_colour == "#555555"
    assert LevelBadge("A", "1", "Level 1", "#2e7d32").bar_colour == "#2e7d32"
