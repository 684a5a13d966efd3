"""Parts that stand apart from the text: an inset notice, details that open, a summary of errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme.icons import Icon
from ui.theme.ink import Ink, ink
from ui.theme.typeface import space
from ui.widgets.bounded import Bounded
from ui.widgets.buttons import Button, ButtonKind, link
from ui.widgets.labels import subheading
from ui.widgets.painting import EDGE, draw_box, draw_ring, painter_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent


class Panel(Bounded, QFrame):
    """A box with room for widgets. `bar` draws a line in that colour at its left, as an inset notice has."""

    def __init__(self, *, fill: Ink = Ink.SURFACE, outline: Ink | None = Ink.LINE, bar: Ink | None = None) -> None:
        super().__init__()
        self._fill, self._outline, self._bar = fill, outline, bar
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(space(6), space(4), space(5), space(4))
        self.column.setSpacing(space(3))

    def add(self, *widgets: QWidget) -> None:
        """Adds widgets at the end."""
        for widget in widgets:
            self.column.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name and signature
        """Draws the box and the bar."""
        painter = painter_for(self)
        outline = None if self._outline is None else ink(self, self._outline)
        box = self.rect().adjusted(EDGE, 0, -EDGE, 0)
        draw_box(painter, box, fill=ink(self, self._fill), outline=outline, width=1)
        if self._bar is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(self, self._bar))
            painter.drawRoundedRect(box.left(), 0, 6, self.height(), 3, 3)
        draw_ring(painter, self)
        painter.end()


def inset(*widgets: QWidget, bar: Ink = Ink.ACCENT) -> Panel:
    """A notice beside the text."""
    panel = Panel(fill=Ink.NOTICE, outline=Ink.NOTICE, bar=bar)
    panel.add(*widgets)
    return panel


class Details(QWidget):
    """Something that stays folded away until it is wanted."""

    def __init__(self, title: str, *widgets: QWidget, opened: bool = False) -> None:
        super().__init__()
        self.button = Button(title, ButtonKind.LINK, icon=Icon.RIGHT)
        self.button.setCheckable(True)
        self.inside = Panel(fill=Ink.WINDOW, outline=None, bar=Ink.LINE)
        self.inside.add(*widgets)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(1))
        layout.addWidget(self.button)
        layout.addWidget(self.inside)
        self.button.toggled.connect(self._show)
        self.button.setChecked(opened)
        self._show(opened)

    def _show(self, opened: bool) -> None:
        self.inside.setVisible(opened)
        self.button.set_icon(Icon.DOWN if opened else Icon.RIGHT)
        self.button.setAccessibleDescription("Open" if opened else "Closed")


class ErrorSummary(Panel):
    """What has to be put right on a page, each a link to its place. Hidden while there is nothing."""

    def __init__(self) -> None:
        super().__init__(outline=Ink.DANGER)
        self._title = subheading("There is something to put right")
        self.add(self._title)
        self._links: list[QWidget] = []
        self.column.setSpacing(space(1))
        self.hide()

    def show_errors(self, errors: Sequence[tuple[str, QWidget]]) -> None:
        """Each error in words with the widget to go to; the keyboard goes to the first of them."""
        for old in self._links:
            self.column.removeWidget(old)
            old.deleteLater()
        self._links = []
        for words, place in errors:
            button = link(words)
            button.clicked.connect(lambda _=False, place=place: place.setFocus(Qt.FocusReason.OtherFocusReason))
            self._links.append(button)
            self.add(button)
        self.setVisible(bool(errors))
        if self._links:
            self._links[0].setFocus(Qt.FocusReason.OtherFocusReason)
