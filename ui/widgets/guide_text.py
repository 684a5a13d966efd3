"""A text in Markdown as part of a page: in our type and colours, as high as it is, and its links only told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QFont,
    QKeyEvent,
    QPainter,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QTextEdit

from ui.theme.ink import Ink, ink
from ui.theme.tokens import TypeSize
from ui.theme.typeface import column_width, space, type_font
from ui.widgets.bounded import Bounded
from ui.widgets.painting import EDGE, RING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QPaintEvent, QTextBlock, QWheelEvent

_SCROLLING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Space,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
_LINE_HEIGHT = 125.0


def plain_text(markdown: str) -> str:
    """The text of Markdown as it is shown, letter by letter."""
    document = QTextDocument()
    document.setMarkdown(markdown)
    return document.toPlainText()


class GuideText(Bounded, QTextBrowser):
    """`followed` is sent with a link's address; nothing is opened and nothing fetched. The page scrolls, not the text.

    Tab goes from link to link.
    """

    followed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(type_font())
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)
        self.setMaximumWidth(column_width())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._measured = QTextDocument()
        self._heights: dict[int, int] = {}
        self.anchorClicked.connect(lambda address: self.followed.emit(address.toString()))

    def show_markdown(self, markdown: str) -> None:
        """Shows a text from its beginning."""
        document = self.document()
        document.setDefaultFont(type_font())
        self.setMarkdown(markdown)
        document.setDocumentMargin(EDGE)
        self._dress(document)
        self._measured = document.clone(self)
        self._heights = {}
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.updateGeometry()

    def mark(self, places: Iterable[tuple[int, int]], present: tuple[int, int] | None) -> None:
        """Underlines stretches of the text, and selects the present one: the keyboard's place goes there."""
        self.setExtraSelections([self._underlined(start, end) for start, end in places])
        cursor = self.textCursor()
        cursor.clearSelection()
        if present is not None:
            cursor.setPosition(present[0])
            cursor.setPosition(present[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """How high it is depends on the width alone."""
        return QSize(column_width(), self.heightForWidth(column_width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Words are broken where nothing else helps."""
        return QSize(space(20), 0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of the whole text."""
        width = min(width, self.maximumWidth())
        if width not in self._heights:
            self._measured.setTextWidth(width)
            self._heights[width] = round(self._measured.size().height() + 0.5)
        return self._heights[width]

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802, ARG002 - Qt's name and signature
        """Nothing that a text names is read."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """What scrolls goes on to the page."""
        if event.key() in _SCROLLING and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """The page scrolls, not the text."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draws the text, and the ring around it while it has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(ink(self, Ink.FOCUS), RING))
            edge = RING // 2
            painter.drawRect(self.viewport().rect().adjusted(edge, edge, -edge, -edge))
            painter.end()

    def _dress(self, document: QTextDocument) -> None:
        """Gives headings, code and tables their type, colours and room."""
        for block in list(_blocks(document)):
            self._dress_block(block)
            _underline_links(block)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)

    def _dress_block(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        how = QTextBlockFormat()
        how.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        how.setNonBreakableLines(False)
        if block.blockFormat().headingLevel():
            how.setTopMargin(space(4))
            how.setBottomMargin(space(1))
            look = QTextCharFormat()
            look.setFont(type_font(TypeSize.LEAD, bold=True))
            look.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
            cursor.mergeCharFormat(look)
        elif cursor.currentTable() is not None:
            how.setTopMargin(0)
            how.setBottomMargin(0)
        else:
            how.setBottomMargin(0 if _goes_on(block) else space(2.5))
        if _is_code(block):
            how.setBackground(QBrush(ink(self, Ink.NOTICE)))
        QTextCursor(block).mergeBlockFormat(how)

    def _dress_table(self, table: QTextTable) -> None:
        how = table.format()
        how.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        how.setCellPadding(space(1.5))
        how.setCellSpacing(0)
        how.setBorder(1)
        how.setBorderBrush(QBrush(ink(self, Ink.LINE)))
        how.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        how.setBorderCollapse(True)
        how.setTopMargin(space(1))
        how.setBottomMargin(space(4))
        table.setFormat(how)
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        for column in range(table.columns()):
            cursor = table.cellAt(0, column).firstCursorPosition()
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(bold)

    def _underlined(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        marked = QTextEdit.ExtraSelection()
        marked.cursor = cursor
        look = QTextCharFormat()
        look.setFontUnderline(True)
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setBackground(QBrush(ink(self, Ink.CHOSEN)))
        marked.format = look
        return marked


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _underline_links(block: QTextBlock) -> None:
    """A link is told by its line as well as by its colour."""
    for stretch in block.textFormats():
        if not stretch.format.isAnchor():
            continue
        cursor = QTextCursor(block)
        start = block.position() + stretch.start
        cursor.setPosition(start)
        cursor.setPosition(start + stretch.length, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setFontUnderline(True)
        cursor.mergeCharFormat(look)


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def _goes_on(block: QTextBlock) -> bool:
    """Whether what follows belongs to the same list or the same piece of code."""
    after = block.next()
    if not after.isValid():
        return False
    listed = block.textList() is not None and after.textList() is not None
    return listed or (_is_code(block) and _is_code(after))
