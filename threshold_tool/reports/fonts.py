"""The typefaces a printed record is set in, and where their files lie.

Noto Sans has Latin, Greek and Cyrillic, with every letter of Polish, Vietnamese and Welsh. DejaVu Sans
adds arrows, ticks and other signs. Scripts that need shaping or run from right to left are set by
neither: a name half right is worse than one shown as codes.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from threshold_tool import paths

if TYPE_CHECKING:
    from pathlib import Path


class Face(Enum):
    """A typeface; the value is its file in `resources/fonts` without the ending."""

    REGULAR = "NotoSans-Regular"
    BOLD = "NotoSans-Bold"
    ITALIC = "NotoSans-Italic"
    SIGNS = "DejaVuSans"


def font_file(face: Face) -> Path:
    """The file of a typeface. Raises CannotRead when the installation lacks it."""
    return paths.resource(f"fonts/{face.value}.ttf")


def needs_shaping(character: str) -> bool:
    """Whether a character belongs to a script whose letters join, stack, or run from right to left."""
    number = ord(character)
    return (
        0x0590 <= number <= 0x109F
        or 0x1700 <= number <= 0x1C7F
        or 0xA800 <= number <= 0xABFF
        or 0xFB1D <= number <= 0xFDFF
        or 0xFE70 <= number <= 0xFEFE
        or 0x10800 <= number <= 0x11FFF
        or 0x1E800 <= number <= 0x1EFFF
    )
