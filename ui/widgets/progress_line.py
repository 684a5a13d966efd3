"""How far along the way a page is, as a line of parts; the same is said in words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.ink import Ink, ink
from ui.theme.typeface import space
from ui.widgets.painting import painter_for

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class ProgressLine(QWidget):
    """Parts that are done are filled and thick, the present one half, those to come are thin."""

    def __init__(self, parts: int) -> None:
        super().__init__()
        self._parts = parts
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_part(self, at: int) -> None:
        """Shows the present part, counted from 0."""
        self._at = at
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Short: it is a glance."""
        return QSize(space(9) * self._parts, space(2))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name and signature
        """Draws the parts."""
        painter = painter_for(self)
        painter.setPen(Qt.PenStyle.NoPen)
        each, gap = self.width() / self._parts, space(1)
        middle = self.height() / 2
        for part in range(self._parts):
            reached = part <= self._at
            painter.setBrush(ink(self, Ink.ACCENT if reached else Ink.CONTROL))
            thick = self.height() * (0.75 if reached else 0.25)
            painter.drawRoundedRect(QRectF(part * each, middle - thick / 2, each - gap, thick), thick / 2, thick / 2)
        painter.end()
