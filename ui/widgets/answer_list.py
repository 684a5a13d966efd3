"""A list of answers: one stop for Tab, arrow keys from line to line, Enter or a click to change one.

Qt's list view paints only what is in sight, so that a hundred answers show at once, and tells screen readers each line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QStyle, QStyledItemDelegate

from ui.models.answer_lines import LINE, AnswerLines
from ui.theme.ink import Ink, ink
from ui.theme.tokens import TypeSize
from ui.theme.typeface import space, type_font
from ui.widgets.painting import EDGE, GAP, RING, ROUND, draw_box, line_width, longest_word, wrapped_size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QWheelEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.presenters.check_lines import AnswerLine

    Index = QModelIndex | QPersistentModelIndex

_FLAGS = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value
_BAR = 4
_PRESSED = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class AnswerList(QListView):
    """`chosen` is sent with a line's number when the person wants to change it; `moved`, when the arrows go on.

    It is as high as its lines, and never scrolls by itself: the page does.
    """

    chosen = Signal(int)
    moved = Signal()

    def __init__(self, name: str, lines: Sequence[AnswerLine]) -> None:
        super().__init__()
        self._lines = AnswerLines()
        self._drawing = _Drawing(self)
        self._build(name)
        self.show_lines(lines)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    @property
    def lines(self) -> tuple[AnswerLine, ...]:
        """What it shows."""
        return self._lines.lines

    def show_lines(self, lines: Sequence[AnswerLine]) -> None:
        """Shows other lines."""
        self._drawing.take(lines)
        self._lines.set_lines(lines)
        self.updateGeometry()

    def go_to(self, row: int) -> None:
        """Puts the keyboard at a line."""
        self.setCurrentIndex(self._lines.index(row))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as its longest word; how high it is depends on the width alone."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as its longest word."""
        return QSize(self._drawing.least_width, 0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of all lines."""
        return sum(self._drawing.heights(width))

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # noqa: N802 - Qt's name
        """Where the keyboard is: the page keeps this place in sight."""
        if query is Qt.InputMethodQuery.ImCursorRectangle:
            return self.visualRect(self.currentIndex())
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and Space choose; letters search for nothing."""
        if event.key() in _PRESSED and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """The page scrolls, not the list."""
        event.ignore()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """The arrows went to another line."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.moved.emit()

    def _build(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setModel(self._lines)
        self.setItemDelegate(self._drawing)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAutoScroll(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class _Face:
    """A type and what was measured in it. Most answers are a few words that come again and again, on one line."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self._line = wrapped_size(self._metrics, "x", self._metrics.maxWidth()).height()
        self._widths: dict[str, int] = {"": 0}
        self._least: dict[str, int] = {"": 0}
        self.ascent = self._metrics.ascent()

    def width(self, text: str) -> int:
        """The width on one line."""
        if text not in self._widths:
            self._widths[text] = line_width(self._metrics, text)
        return self._widths[text]

    def height(self, text: str, width: int) -> int:
        """The height at a width; none without words."""
        if not text:
            return 0
        if "\n" not in text and self.width(text) <= width:
            return self._line
        return wrapped_size(self._metrics, text, width).height()

    def least(self, text: str) -> int:
        """The width below which a word would be cut."""
        if text not in self._least:
            self._least[text] = longest_word(self._metrics, text)
        return self._least[text]


class _Drawing(QStyledItemDelegate):
    """Measures and paints a line: the question, whom it is about, the answer, the note, and the act at the right."""

    def __init__(self, owner: AnswerList) -> None:
        super().__init__(owner)
        self._owner = owner
        link = type_font()
        link.setUnderline(True)
        self._plain, self._bold, self._link = _Face(type_font()), _Face(type_font(bold=True)), _Face(link)
        self._small = _Face(type_font(TypeSize.CAPTION))
        self._pad = space(1.5)
        self._indent = EDGE + space(2.5)
        self._gap = space(3)
        self._lines: tuple[AnswerLine, ...] = ()
        self._heights: dict[int, tuple[int, ...]] = {}
        self.least_width = 0

    def take(self, lines: Sequence[AnswerLine]) -> None:
        """Other lines to measure."""
        self._lines = tuple(lines)
        self._heights = {}
        self.least_width = max((self._least(line) for line in lines), default=0)

    def heights(self, width: int) -> tuple[int, ...]:
        """The height that each line needs at a width; measured once."""
        if width not in self._heights:
            rect = QRect(0, 0, width, 0)
            below = 1 + self._pad // 2 + EDGE
            self._heights[width] = tuple(self._parts(line, rect)[-1].bottom() + below for line in self._lines)
        return self._heights[width]

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the list."""
        width = self._owner.viewport().width()
        return QSize(width, self.heights(width)[index.row()])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws a line, and the ring around the one that has the keyboard."""
        line: AnswerLine = index.data(LINE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, rect.adjusted(EDGE, 1, -EDGE, -1), fill=ink(self._owner, Ink.NOTICE), outline=None)
        self._draw_words(painter, line, rect)
        if self._owner.hasFocus() and index == self._owner.currentIndex():
            edge = QRectF(rect).adjusted(RING / 2, RING / 2, -RING / 2, -RING / 2)
            painter.setPen(QPen(ink(self._owner, Ink.FOCUS), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(edge, ROUND + GAP, ROUND + GAP)
        painter.restore()

    def _draw_words(self, painter: QPainter, line: AnswerLine, rect: QRect) -> None:
        asked, words, note = self._parts(line, rect)
        muted, text, accent = (ink(self._owner, colour) for colour in (Ink.MUTED, Ink.TEXT, Ink.ACCENT))
        if not line.goes_on:
            painter.fillRect(rect.left() + EDGE, rect.top(), rect.width() - 2 * EDGE, 1, ink(self._owner, Ink.LINE))
            _write(painter, self._small, muted, asked, line.asked)
        if line.stands_out:
            painter.fillRect(rect.left() + EDGE, words.top(), _BAR, note.bottom() + 1 - words.top(), accent)
        # On one line with the answer, whose type is larger.
        sink = self._plain.ascent - self._small.ascent
        beside = QRect(rect.left() + self._indent, words.top() + sink, self._left(line), words.height())
        _write(painter, self._small, muted, beside, line.about)
        _write(painter, self._answer(line), text, words, line.words)
        _write(painter, self._small, muted, note, line.note)
        act = QRect(words.right() + 1 + self._gap, words.top(), self._right(line), words.height())
        _write(painter, self._link, accent, act, line.act)

    def _parts(self, line: AnswerLine, rect: QRect) -> tuple[QRect, QRect, QRect]:
        """Where the question, the answer and the note stand, from top to bottom."""
        top, across = rect.top() + EDGE + (0 if line.goes_on else self._pad), rect.width() - 2 * EDGE
        asked = QRect(rect.left() + EDGE, top, across, 0)
        if not line.goes_on:
            asked.setHeight(self._small.height(line.asked, across))
            top = asked.bottom() + 1 + self._pad // 2
        left, width = rect.left() + self._left(line), max(rect.width() - self._left(line) - self._right(line), 1)
        words = QRect(left, top, width, self._answer(line).height(line.words, width))
        note = QRect(left, words.bottom() + 1, width, self._small.height(line.note, width))
        return asked, words, note

    def _least(self, line: AnswerLine) -> int:
        """The width below which a word of the line would be cut."""
        asked = 0 if line.goes_on else self._small.least(line.asked)
        answer = max(self._answer(line).least(line.words), self._small.least(line.note))
        return max(2 * EDGE + asked, self._left(line) + answer + self._right(line))

    def _left(self, line: AnswerLine) -> int:
        """The room before the answer."""
        return self._indent + (self._small.width(line.about) + self._gap if line.about else 0)

    def _right(self, line: AnswerLine) -> int:
        """The room behind the answer, for the act."""
        return self._gap + self._link.width(line.act) + EDGE

    def _answer(self, line: AnswerLine) -> _Face:
        return self._bold if line.stands_out else self._plain


def _write(painter: QPainter, face: _Face, colour: QColor, place: QRect, text: str) -> None:
    if text:
        painter.setFont(face.font)
        painter.setPen(colour)
        painter.drawText(place, _FLAGS, text)
