"""The design tokens: colours of each look, steps of space, sizes of type. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum


class Look(StrEnum):
    """A set of colours."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "high contrast, light"
    CONTRAST_DARK = "high contrast, dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one look, as `#rrggbb`.

    `window` lies behind everything, `surface` behind what is filled in or chosen, `notice` behind an inset.
    `line` parts things, `control` is the outline of what can be used, `focus` the ring around what has the keyboard.
    """

    window: str
    surface: str
    notice: str
    chosen: str
    text: str
    muted: str
    line: str
    control: str
    accent: str
    on_accent: str
    danger: str
    on_danger: str
    focus: str


COLOURS: dict[Look, Colours] = {
    Look.LIGHT: Colours(
        window="#f6f7f8",
        surface="#ffffff",
        notice="#e9eff4",
        chosen="#e3eef7",
        text="#17212b",
        muted="#4a5763",
        line="#d3dae0",
        control="#6b7883",
        accent="#17598f",
        on_accent="#ffffff",
        danger="#b0182a",
        on_danger="#ffffff",
        focus="#8a4b00",
    ),
    Look.DARK: Colours(
        window="#12171c",
        surface="#1c242b",
        notice="#222d36",
        chosen="#1d3446",
        text="#eef2f5",
        muted="#b3bec8",
        line="#35414b",
        control="#8896a2",
        accent="#8cc4f2",
        on_accent="#0c1a26",
        danger="#ff9d9d",
        on_danger="#2a0508",
        focus="#ffc759",
    ),
    Look.CONTRAST_LIGHT: Colours(
        window="#ffffff",
        surface="#ffffff",
        notice="#ffffff",
        chosen="#ffffff",
        text="#000000",
        muted="#000000",
        line="#000000",
        control="#000000",
        accent="#00338c",
        on_accent="#ffffff",
        danger="#8a0012",
        on_danger="#ffffff",
        focus="#7a00a8",
    ),
    Look.CONTRAST_DARK: Colours(
        window="#000000",
        surface="#000000",
        notice="#000000",
        chosen="#000000",
        text="#ffffff",
        muted="#ffffff",
        line="#ffffff",
        control="#ffffff",
        accent="#7fd4ff",
        on_accent="#000000",
        danger="#ffb0b0",
        on_danger="#000000",
        focus="#ffe14d",
    ),
}

BODY_PIXELS = 17
"""The size of running text at 100 percent."""

SPACE_STEP = 4
"""One step of space, in pixels at 100 percent."""

BAR = 14
"""The width of a scroll bar in pixels. A page keeps it free on both sides, and so does what stands above a page."""

LINE_CHARACTERS = 70
"""The most characters on a line that is read easily."""


class TypeSize(Enum):
    """Sizes of type, as multiples of running text."""

    CAPTION = 0.88
    BODY = 1.0
    LEAD = 1.18
    SUBHEADING = 1.3
    HEADING = 1.82


def type_pixels(size: TypeSize, percent: int) -> int:
    """The height of type at a chosen text size."""
    return round(BODY_PIXELS * size.value * percent / 100)


def space_pixels(steps: float, percent: int) -> int:
    """Space grows half as fast as the text: at 200 percent the words need the room."""
    return round(SPACE_STEP * steps * (1 + (percent / 100 - 1) / 2))
