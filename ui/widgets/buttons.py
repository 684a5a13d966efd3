"""Buttons: one main act on a page, second acts, links, and the button for immediate danger."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

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
    from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPaintEvent


class ButtonKind(Enum):
    """What a button is for."""

    MAIN = "main"
    SECOND = "second"
    LINK = "link"
    DANGER = "danger"
    QUIET = "quiet"


_FLAGS = Qt.TextFlag.TextShowMnemonic.value | Qt.AlignmentFlag.AlignVCenter.value


class Button(QPushButton):
    """A button whose words wrap. A letter after `&` is its key with Alt; the accessible name goes without it."""

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.SECOND,
        *,
        icon: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.kind = kind
        self._icon = icon
        self._wordless = False
        self._compact = False
        self._heights: dict[tuple[int, str, bool, bool], int] = {}
        self.setFont(type_font(TypeSize.BODY, bold=kind in (ButtonKind.MAIN, ButtonKind.DANGER)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setAccessibleName(_without_key(text))
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, shown: bool) -> None:
        """Shows the words, or the icon alone; the accessible name and a tool tip have the words all the same."""
        self._wordless = not shown
        self.setToolTip("" if shown else self.accessibleName())
        self.updateGeometry()
        self.update()

    def make_compact(self) -> None:
        """Takes type of the second rank and less room, for the header."""
        self._compact = True
        self.setFont(type_font(TypeSize.CAPTION, bold=self.font().bold()))
        self.updateGeometry()

    def set_icon(self, icon: Icon) -> None:
        """Shows another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """On one line."""
        width = self._around() + line_width(self._metrics(), self._shown(), _FLAGS)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as its longest word."""
        width = self._around() + longest_word(self._metrics(), _without_key(self._shown()))
        return QSize(width, self.heightForWidth(self.sizeHint().width()))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height that its words need. Layouts ask again and again, so it is worked out once for each width."""
        asked = (width, self.text(), self._wordless, self._compact)
        if asked not in self._heights:
            words = wrapped_size(self._metrics(), self._shown() or "x", width - self._around(), _FLAGS).height()
            self._heights[asked] = words + 2 * (self._pad_y() + RING + GAP)
        return self._heights[asked]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses it too, as people know it from web pages; Qt has Space alone outside dialogs."""
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
        """Draws the box, the icon, the words and the ring."""
        painter = painter_for(self)
        box = inside_ring(self)
        fill, outline, text = self._colours()
        draw_box(painter, box, fill=fill, outline=outline)
        inner = box.adjusted(self._pad_x(), 0, -self._pad_x(), 0)
        if self._icon is not None:
            side = self._icon_side()
            pixmap = icon_pixmap(self._icon, text, side, self.devicePixelRatioF())
            painter.drawPixmap(inner.left(), box.center().y() - side // 2 + 1, pixmap)
            inner = inner.adjusted(side + self._icon_gap(), 0, 0, 0)
        font = self.font()
        font.setUnderline(self.kind is ButtonKind.LINK)
        painter.setFont(font)
        painter.setPen(text)
        aligned = Qt.AlignmentFlag.AlignLeft if self._is_bare() else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(inner, _FLAGS | Qt.TextFlag.TextWordWrap.value | aligned.value, self._shown())
        draw_ring(painter, self)
        painter.end()

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Fill, outline and words; under the pointer a little different."""
        over = self.underMouse() and self.isEnabled()
        match self.kind:
            case ButtonKind.MAIN:
                fill = ink(self, Ink.ACCENT)
                return (fill.darker(115) if over else fill), None, ink(self, Ink.ON_ACCENT)
            case ButtonKind.DANGER:
                fill = ink(self, Ink.DANGER)
                return (fill.darker(115) if over else fill), None, ink(self, Ink.ON_DANGER)
            case ButtonKind.SECOND:
                fill = ink(self, Ink.NOTICE if over else Ink.SURFACE)
                return fill, ink(self, Ink.CONTROL), ink(self, Ink.TEXT)
            case ButtonKind.LINK:
                return (ink(self, Ink.NOTICE) if over else None), None, ink(self, Ink.ACCENT)
            case ButtonKind.QUIET:
                return (ink(self, Ink.NOTICE) if over else None), None, ink(self, Ink.TEXT)

    def _shown(self) -> str:
        return "" if self._wordless else self.text()

    def _is_bare(self) -> bool:
        """Whether it stands in the text without a box around it."""
        return self.kind is ButtonKind.LINK

    def _pad_x(self) -> int:
        return 2 if self._is_bare() else space(3 if self._compact else 4)

    def _pad_y(self) -> int:
        return 2 if self._is_bare() else space(1.5 if self._compact else 2.5)

    def _icon_side(self) -> int:
        return round(self._metrics().height() * 0.85)

    def _icon_gap(self) -> int:
        return space(1 if self._is_bare() else 2)

    def _around(self) -> int:
        """The width of everything that is not words."""
        icon = self._icon_side() if self._icon is not None else 0
        if icon and not self._wordless:
            icon += self._icon_gap()
        return 2 * (self._pad_x() + RING + GAP) + icon

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self.font())


def _without_key(text: str) -> str:
    """The words as they are read: one `&` marks the key, two stand for the sign."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def main_button(text: str) -> Button:
    """The act that a page is for."""
    return Button(text, ButtonKind.MAIN)


def second_button(text: str, icon: Icon | None = None) -> Button:
    """Another act."""
    return Button(text, ButtonKind.SECOND, icon=icon)


def link(text: str, icon: Icon | None = None) -> Button:
    """An act that goes elsewhere, in words that stand in the text."""
    return Button(text, ButtonKind.LINK, icon=icon)
