"""Fields to write in, each with its label, a hint, and room for what has to be put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.ink import Ink
from ui.theme.tokens import TypeSize
from ui.theme.typeface import space, type_font
from ui.widgets.labels import Words, caption
from ui.widgets.painting import EDGE

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Labelled(QWidget):
    """A label, a hint, an error, and below them the field."""

    def __init__(self, label: str, hint: str, field: QWidget) -> None:
        super().__init__()
        self.field = field
        self.label = Words(label, bold=True)
        self.label.setBuddy(field)
        self.error = Words("", TypeSize.CAPTION, bold=True, colour=Ink.DANGER)
        self.error.hide()
        field.setAccessibleName(label)
        field.setAccessibleDescription(hint)
        field.setFont(type_font())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(1))
        layout.addWidget(self.label)
        if hint:
            layout.addWidget(caption(hint))
        layout.addWidget(self.error)
        edge = QVBoxLayout()
        edge.setContentsMargins(EDGE, 0, EDGE, 0)
        edge.addWidget(field)
        layout.addLayout(edge)
        self.setFocusProxy(field)

    def show_error(self, words: str | None) -> None:
        """What has to be put right, in words and for a screen reader; None takes it away."""
        self.error.say(f"Put right: {words}" if words else "")
        self.error.setVisible(bool(words))


class LineField(_Labelled):
    """One line. `changed` is sent with the text when the person changes it."""

    changed = Signal(str)

    def __init__(self, label: str, hint: str = "", *, characters: int | None = None) -> None:
        self.line = QLineEdit()
        super().__init__(label, hint, self.line)
        if characters is not None:
            wide = QFontMetrics(type_font()).averageCharWidth() * characters + space(8)
            self.line.setMaximumWidth(wide)
        self.line.textEdited.connect(self.changed)

    def show_text(self, text: str) -> None:
        """Shows a text; what is being typed stays where it says the same."""
        if text.strip() != self.line.text().strip():
            self.line.setText(text)

    @property
    def text(self) -> str:
        """What it holds."""
        return self.line.text()


class TextField(_Labelled):
    """Several lines. `changed` is sent with the text when the person changes it. Tab leaves the field."""

    changed = Signal(str)

    def __init__(self, label: str, hint: str = "", *, lines: int = 5) -> None:
        self.area = QPlainTextEdit()
        super().__init__(label, hint, self.area)
        self.area.setTabChangesFocus(True)
        self._showing = False
        self.area.setFixedHeight(QFontMetrics(type_font()).lineSpacing() * lines + space(7))
        self.area.textChanged.connect(self._edited)

    def show_text(self, text: str) -> None:
        """Shows a text, sending nothing; what is being typed stays where it says the same."""
        if text.strip() != self.text.strip():
            self._showing = True
            self.area.setPlainText(text)
            self._showing = False

    @property
    def text(self) -> str:
        """What it holds."""
        return self.area.toPlainText()

    def _edited(self) -> None:
        if not self._showing:
            self.changed.emit(self.text)


class ListField(_Labelled):
    """One of several words from a list that opens. `chosen` is sent with the key when the person chooses."""

    chosen = Signal(str)

    def __init__(self, label: str, options: Iterable[tuple[str, str]], hint: str = "") -> None:
        self.box = QComboBox()
        super().__init__(label, hint, self.box)
        self.box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for key, words in options:
            self.box.addItem(words, key)
        self.box.activated.connect(lambda at: self.chosen.emit(self.box.itemData(at)))

    def show_choice(self, key: str) -> None:
        """Shows an option as chosen, sending nothing."""
        self.box.setCurrentIndex(self.box.findData(key))
