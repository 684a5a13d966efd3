"""A level as its area knows it: code, name and colour; the words say everything that the colour says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.theme.ink import Ink, ink
from ui.theme.tokens import TypeSize
from ui.theme.typeface import space
from ui.widgets.bounded import Bounded
from ui.widgets.labels import Words
from ui.widgets.painting import EDGE, draw_box, painter_for

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_BAR = 12


class LevelBadge(Bounded, QFrame):
    """Whose level it is above, the code large at the left, the name beside it, and a bar in the area's colour."""

    def __init__(self, who: str, code: str, name: str, colour: str, *, small: bool = False) -> None:
        super().__init__()
        self._colour = QColor(colour)
        across = QHBoxLayout(self)
        pad = space(2 if small else 4)
        across.setContentsMargins(_BAR + space(4), pad, space(4), pad)
        across.setSpacing(space(4))
        if code not in name.split() and f"{code}:" not in name.split():
            across.addWidget(Words(code, TypeSize.HEADING, bold=True), 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout()
        down.setSpacing(space(0.5))
        down.addWidget(Words(who, TypeSize.CAPTION, bold=True, colour=Ink.MUTED))
        down.addWidget(Words(name, TypeSize.BODY if small else TypeSize.SUBHEADING, bold=True))
        across.addLayout(down, 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name and signature
        """Draws the box and the bar. The bar has an outline, so that it shows in every look."""
        painter = painter_for(self)
        box = self.rect().adjusted(EDGE, 0, -EDGE, 0)
        draw_box(painter, box, fill=ink(self, Ink.SURFACE), outline=ink(self, Ink.LINE), width=1)
        bar = QRectF(box.left() + 0.5, box.top() + 0.5, _BAR, box.height() - 1)
        painter.setPen(QPen(ink(self, Ink.CONTROL), 1))
        painter.setBrush(self._colour)
        painter.drawRoundedRect(bar, 4, 4)
        painter.end()
