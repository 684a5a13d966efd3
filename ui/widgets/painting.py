"""What our painted controls share: wrapped words, the outline, and the ring around what has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from ui.theme.ink import Ink, ink

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFontMetrics
    from PySide6.QtWidgets import QWidget

RING = 3
GAP = 2
EDGE = RING + GAP
"""The room that controls keep around them for the ring; words and boxes keep it too, so that edges line up."""
ROUND = 8
_UNBOUNDED = 100_000


def wrapped_size(metrics: QFontMetrics, text: str, width: int, flags: int = 0) -> QSize:
    """The room that words need when they wrap at a width."""
    bounds = QRect(0, 0, max(width, 1), _UNBOUNDED)
    return metrics.boundingRect(bounds, flags | Qt.TextFlag.TextWordWrap, text).size()


def line_width(metrics: QFontMetrics, text: str, flags: int = 0) -> int:
    """The width of words on one line."""
    return metrics.size(flags | Qt.TextFlag.TextSingleLine, text).width() + 1


def longest_word(metrics: QFontMetrics, text: str) -> int:
    """The width below which a word would be cut."""
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0) + 1


def painter_for(widget: QWidget) -> QPainter:
    """A painter with smooth edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def draw_ring(painter: QPainter, widget: QWidget, radius: int = ROUND) -> None:
    """The ring, if the widget has the keyboard. It has room of its own, so nothing moves when it comes."""
    if not widget.hasFocus():
        return
    edge = QRectF(widget.rect()).adjusted(RING / 2, RING / 2, -RING / 2, -RING / 2)
    painter.setPen(QPen(ink(widget, Ink.FOCUS), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(edge, radius + GAP, radius + GAP)


def draw_box(
    painter: QPainter, rect: QRect, *, fill: QColor | None, outline: QColor | None, width: float = 1.5
) -> None:
    """A rounded box inside the rectangle."""
    painter.setPen(QPen(outline, width) if outline is not None else Qt.PenStyle.NoPen)
    if fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(fill)
    inner = QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(inner, ROUND, ROUND)


def inside_ring(widget: QWidget) -> QRect:
    """The widget's rectangle without the room that the ring takes."""
    return widget.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
