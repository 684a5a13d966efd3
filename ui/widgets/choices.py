"""Large radio cards and ticks: the whole card can be clicked, and its mark says by its shape what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from ui.theme.icons import Icon, icon_pixmap
from ui.theme.ink import Ink, ink
from ui.theme.tokens import TypeSize
from ui.theme.typeface import space, type_font
from ui.widgets.painting import (
    GAP,
    RING,
    draw_box,
    draw_ring,
    inside_ring,
    line_width,
    longest_word,
    painter_for,
    wrapped_size,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent

    _Button = QAbstractButton
else:
    _Button = object

_FLAGS = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value


class _Card(_Button):
    """Measures and paints a card; mixed into Qt's radio button and check box, whose roles and keys it keeps."""

    words: str
    hint: str
    small: bool

    def prepare(self, words: str, hint: str, *, small: bool) -> None:
        """Takes the words; a `small` card is as wide as they are, any other as wide as its column."""
        self.words, self.hint, self.small = words, hint, small
        self._heights: dict[tuple[int, str, str], int] = {}
        self.setAccessibleName(words)
        self.setAccessibleDescription(hint)
        self.setFont(type_font())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        across = QSizePolicy.Policy.Maximum if small else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The words on one line."""
        longest = max(line_width(self._metrics(), self.words), line_width(self._hint_metrics(), self.hint))
        width = self._around() + longest
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as its longest word."""
        longest = max(longest_word(self._metrics(), self.words), longest_word(self._hint_metrics(), self.hint))
        return QSize(self._around() + longest, self.heightForWidth(self.sizeHint().width()))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height that its words need. Layouts ask again and again, so it is worked out once for each width."""
        asked = (width, self.words, self.hint)
        if asked not in self._heights:
            self._heights[asked] = self._height(width)
        return self._heights[asked]

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """The whole card can be clicked."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter does what Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """The pointer changes how it looks."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The pointer has gone."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name and signature
        """Draws the card, its mark, its words and the ring."""
        painter = painter_for(self)
        box = inside_ring(self)
        chosen = self.isChecked()
        over = self.underMouse() and self.isEnabled()
        fill = ink(self, Ink.CHOSEN if chosen else Ink.NOTICE if over else Ink.SURFACE)
        draw_box(painter, box, fill=fill, outline=ink(self, Ink.ACCENT if chosen else Ink.CONTROL), width=1 + chosen)
        side = self._mark_side()
        left = box.left() + self._pad_x()
        top = box.top() + self._pad_y()
        line = self._metrics().height()
        mark = QRectF(left, top + max(line - side, 0) / 2, side, side)
        self.draw_mark(painter, mark)
        words = QRect(left + side + space(3), top, 0, 0)
        words.setRight(box.right() - self._pad_x() + 1)
        words.setHeight(wrapped_size(self._metrics(), self.words, words.width()).height())
        painter.setFont(self.font())
        painter.setPen(ink(self, Ink.TEXT))
        painter.drawText(words, _FLAGS, self.words)
        if self.hint:
            below = QRect(words.left(), words.bottom() + 1 + space(1), words.width(), box.bottom())
            painter.setFont(type_font(TypeSize.CAPTION))
            painter.setPen(ink(self, Ink.MUTED))
            painter.drawText(below, _FLAGS, self.hint)
        draw_ring(painter, self)
        painter.end()

    def draw_mark(self, painter: QPainter, mark: QRectF) -> None:
        """The mark that says by its shape whether the card is chosen."""
        raise NotImplementedError

    def _height(self, width: int) -> int:
        inner = width - self._around()
        height = max(wrapped_size(self._metrics(), self.words, inner).height(), self._mark_side())
        if self.hint:
            height += space(1) + wrapped_size(self._hint_metrics(), self.hint, inner).height()
        return height + 2 * (self._pad_y() + RING + GAP)

    def _mark_side(self) -> int:
        return round(self._metrics().height() * 0.95)

    def _pad_x(self) -> int:
        return space(2.5 if self.small else 4)

    def _pad_y(self) -> int:
        return space(1.5 if self.small else 3)

    def _around(self) -> int:
        """The width of everything that is not words."""
        return 2 * (self._pad_x() + RING + GAP) + self._mark_side() + space(3)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self.font())

    def _hint_metrics(self) -> QFontMetrics:
        return QFontMetrics(type_font(TypeSize.CAPTION))


class Choice(_Card, QRadioButton):
    """One of several answers. Arrow keys move within the group; Space chooses."""

    def __init__(self, words: str, hint: str = "", *, small: bool = False) -> None:
        super().__init__()
        self.prepare(words, hint, small=small)

    def draw_mark(self, painter: QPainter, mark: QRectF) -> None:
        """A ring; with a dot in it when chosen."""
        inner = mark.adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(ink(self, Ink.ACCENT if self.isChecked() else Ink.CONTROL), 2))
        painter.setBrush(ink(self, Ink.SURFACE))
        painter.drawEllipse(inner)
        if self.isChecked():
            quarter = mark.width() * 0.27
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(self, Ink.ACCENT))
            painter.drawEllipse(mark.adjusted(quarter, quarter, -quarter, -quarter))


class Tick(_Card, QCheckBox):
    """Something that is so or not, each for itself."""

    def __init__(self, words: str, hint: str = "", *, small: bool = False) -> None:
        super().__init__()
        self.prepare(words, hint, small=small)

    def draw_mark(self, painter: QPainter, mark: QRectF) -> None:
        """A square; filled and with a tick in it when so."""
        inner = mark.adjusted(1.5, 1.5, -1.5, -1.5)
        checked = self.isChecked()
        painter.setPen(QPen(ink(self, Ink.ACCENT if checked else Ink.CONTROL), 2))
        painter.setBrush(ink(self, Ink.ACCENT if checked else Ink.SURFACE))
        painter.drawRoundedRect(inner, 4, 4)
        if checked:
            side = round(inner.width())
            pixmap = icon_pixmap(Icon.TICK, ink(self, Ink.ON_ACCENT), side, self.devicePixelRatioF())
            painter.drawPixmap(inner.topLeft(), pixmap)
