"""Colours of levels as they can be seen on white paper."""

from __future__ import annotations

_LEAST_CONTRAST = 3.0
"""What WCAG 2.2 asks of the parts of a picture."""


def seen_on_white(colour: str) -> str:
    """A colour, written like `#2e7d32`, darkened as far as it takes to be seen as a line on white."""
    channels = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    while _contrast_with_white(channels) < _LEAST_CONTRAST:
        channels = [channel * 9 // 10 for channel in channels]
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def _contrast_with_white(channels: list[int]) -> float:
    red, green, blue = map(_linear, channels)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
