from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threshold_tool.drawing.colours import seen_on_white

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


def contrast_with_white(colour: str) -> float:
    """By the definition of WCAG 2.2, written out anew."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    light = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05)


@given(colours)
def test_every_colour_can_be_seen(colour: str) -> None:
    """Whatever an author chooses stands out from white by 3 to 1 at least."""

    assert contrast_with_white(seen_on_white(colour)) >= 3


@given(colours)
def test_a_colour_that_can_be_seen_stays(colour: str) -> None:
    """Only what is too light is darkened."""

    if contrast_with_white(colour) >= 3.01:
        assert seen_on_white(colour) == colour


@pytest.mark.parametrize(("colour", "seen"), [("#FFFFFF", "#868686"), ("#ffff00", "#959500"), ("#2E7D32", "#2e7d32")])
def test_some_colours(colour: str, seen: str) -> None:
    """White becomes grey, yellow a darker yellow; letters become small."""

    assert seen_on_white(colour) == seen
