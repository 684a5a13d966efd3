"""The colours of every look can be read, and sizes grow with the text."""

from __future__ import annotations

import pytest

from ui.theme.contrast import contrast
from ui.theme.tokens import COLOURS, Look, TypeSize, space_pixels, type_pixels

TEXT, LARGE_OR_CONTROL = 4.5, 3.0
GROUNDS = ("window", "surface", "notice", "chosen")
EACH_LOOK = pytest.mark.parametrize("look", list(Look))


@EACH_LOOK
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", ["text", "muted", "accent", "danger"])
def test_words_can_be_read(look: Look, ground: str, words: str) -> None:
    """Words stand out from everything they may stand on by 4.5 to 1 (WCAG 2.2, 1.4.3)."""

    colours = COLOURS[look]

    assert contrast(getattr(colours, words), getattr(colours, ground)) >= TEXT


@EACH_LOOK
@pytest.mark.parametrize(("words", "ground"), [("on_accent", "accent"), ("on_danger", "danger")])
def test_words_on_buttons_can_be_read(look: Look, words: str, ground: str) -> None:
    """Words on a filled button stand out by 4.5 to 1."""

    colours = COLOURS[look]

    assert contrast(getattr(colours, words), getattr(colours, ground)) >= TEXT


@EACH_LOOK
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("part", ["control", "focus", "accent"])
def test_controls_and_focus_can_be_seen(look: Look, ground: str, part: str) -> None:
    """Outlines of controls and the ring stand out by 3 to 1 (WCAG 2.2, 1.4.11 and 2.4.13)."""

    colours = COLOURS[look]

    assert contrast(getattr(colours, part), getattr(colours, ground)) >= LARGE_OR_CONTROL


@pytest.mark.parametrize("look", [Look.CONTRAST_LIGHT, Look.CONTRAST_DARK])
@pytest.mark.parametrize("words", ["text", "muted", "accent", "danger", "focus"])
def test_high_contrast_is_high(look: Look, words: str) -> None:
    """In the high-contrast looks everything stands out by 7 to 1."""

    colours = COLOURS[look]

    assert contrast(getattr(colours, words), colours.window) >= 7


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.478), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """Known pairs of colours have their known ratio, whichever comes first."""

    assert contrast(one, other) == pytest.approx(ratio, abs=0.001)
    assert contrast(other, one) == contrast(one, other)


def test_type_doubles_and_space_grows_less() -> None:
    """At 200 percent type is twice as high, and space one and a half times."""

    for size in TypeSize:
        assert type_pixels(size, 200) == pytest.approx(2 * type_pixels(size, 100), abs=1)
    assert space_pixels(4, 200) == 1.5 * space_pixels(4, 100)
