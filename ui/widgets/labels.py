"""Words on a page: headings, running text, captions. They wrap, and never read what they show as markup."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from ui.theme.ink import Ink
from ui.theme.tokens import TypeSize
from ui.theme.typeface import column_width, space, type_font
from ui.widgets.bounded import Bounded
from ui.widgets.painting import EDGE, draw_ring, painter_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPaintEvent


class Words(Bounded, QLabel):
    """Words that wrap, in a size and a colour of the look; selectable by mouse where `copied` is true."""

    def __init__(
        self,
        text: str = "",
        size: TypeSize = TypeSize.BODY,
        *,
        bold: bool = False,
        colour: Ink = Ink.TEXT,
        copied: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(type_font(size, bold=bold))
        self.setForegroundRole(colour.value)
        self.setContentsMargins(EDGE, 0, EDGE, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if copied:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.say(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The words, with the ring where the keyboard is at them."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = painter_for(self)
            draw_ring(painter, self)
            painter.end()

    def say(self, text: str, underlined: Sequence[tuple[int, int]] = ()) -> None:
        """Shows other words; the stretches `underlined` (start, end) are terms that are explained beside them."""
        self.words = text
        if not underlined:
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(text)
            return
        parts, at = [], 0
        for start, end in underlined:
            parts += [escape(text[at:start]), "<u>", escape(text[start:end]), "</u>"]
            at = end
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText("".join([*parts, escape(text[at:])]))
        self.setAccessibleName(text)


def heading(text: str) -> Words:
    """The one heading of a page."""
    return _readable(Words(text, TypeSize.HEADING, bold=True))


def subheading(text: str) -> Words:
    """A heading inside a page."""
    return _readable(Words(text, TypeSize.SUBHEADING, bold=True))


def lead(text: str) -> Words:
    """The first sentence of a page, a little larger."""
    return _readable(Words(text, TypeSize.LEAD))


def body(text: str = "") -> Words:
    """Running text."""
    return _readable(Words(text))


def caption(text: str = "") -> Words:
    """Words of the second rank."""
    return _readable(Words(text, TypeSize.CAPTION, colour=Ink.MUTED))


class Items(QWidget):
    """A list, each entry behind a dot and kept together by its indent."""

    def __init__(self, entries: Iterable[str] = (), size: TypeSize = TypeSize.BODY) -> None:
        super().__init__()
        self._size = size
        self._shown: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(space(1.5))
        self._grid.setColumnStretch(1, 1)
        self.say(entries)

    def say(self, entries: Iterable[str]) -> None:
        """Shows other entries; hidden where there are none."""
        shown = tuple(entries)
        if shown == self._shown and shown:
            return
        self._shown = shown
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for row, entry in enumerate(shown):
            self._grid.addWidget(Words("•", self._size), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Words(entry, self._size), row, 1)
        if not shown:
            self.hide()
        elif self.parentWidget() is not None:  # without a parent it would open as a window of its own
            self.show()


def _readable(words: Words) -> Words:
    """Words whose lines stay short enough to read, on a wide page too."""
    words.setMaximumWidth(column_width())
    return words


def rule() -> QFrame:
    """A thin line between two parts of a page."""
    line = QFrame()
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(Ink.LINE.value)
    return line
