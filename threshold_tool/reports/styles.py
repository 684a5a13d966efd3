"""How text on a printed page is set: sizes in points, and the colours that all parts share."""

from __future__ import annotations

from dataclasses import dataclass, replace

from threshold_tool.reports.fonts import Face


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: size and line height in points, the face of plain runs, and the "#rrggbb"."""

    size: float
    leading: float
    face: Face = Face.REGULAR
    colour: str = "#111111"

    @property
    def baseline(self) -> float:
        """How far below the top of its strip a line stands."""
        return self.leading / 2 + self.size * 0.36


INK, QUIET, HAIR, FIELD = "#111111", "#454545", "#b0b0b0", "#5a5a5a"
SHADE, PAPER = "#ececec", "#ffffff"

BODY = Style(10, 14.5)
STRONG = replace(BODY, face=Face.BOLD)
SMALL = Style(8.5, 12, colour=QUIET)
