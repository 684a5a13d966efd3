"""Our icons: simple drawings in `resources/icons`, in one colour, tinted when they are drawn."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from threshold_tool.errors import CannotRead
from threshold_tool.paths import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QColor


class Icon(StrEnum):
    """An icon by the name of its file."""

    BACK = "back"
    DANGER = "danger"
    HIDE = "hide"
    MENU = "menu"
    PHONE = "phone"
    TICK = "tick"
    DOWN = "down"
    RIGHT = "right"
    APPLICATION = "application"


def icon_pixmap(icon: Icon, colour: QColor, side: int, ratio: float = 1.0) -> QPixmap:
    """The icon in a colour, `side` pixels high and wide on a screen of that device pixel `ratio`.

    An icon whose file cannot be read is left blank: the words beside it say the same.
    """
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    drawing = _drawing(icon)
    if drawing:
        painter = QPainter(pixmap)
        tinted = drawing.replace("currentColor", colour.name())
        QSvgRenderer(QByteArray(tinted.encode("utf-8"))).render(painter, QRectF(0, 0, side, side))
        painter.end()
    return pixmap


@cache
def _drawing(icon: Icon) -> str:
    try:
        return resource(f"icons/{icon}.svg").read_text(encoding="utf-8")
    except (CannotRead, OSError, UnicodeDecodeError):
        return ""


def icon_file() -> str:
    """The file of the program's own icon; empty where it cannot be read."""
    try:
        return str(resource(f"icons/{Icon.APPLICATION}.svg"))
    except CannotRead:
        return ""
