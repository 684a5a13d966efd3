"""The one place that shows a problem: a strip below the header that stays until it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.ink import Ink
from ui.widgets.buttons import Button
from ui.widgets.contained import contained
from ui.widgets.labels import body, caption
from ui.widgets.panels import Panel

if TYPE_CHECKING:
    from ui.presenters.messages import Message, Messages


class MessageStrip(QWidget):
    """Shows the present message; hidden while there is none."""

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self._panel = Panel(fill=Ink.SURFACE, outline=Ink.DANGER, bar=Ink.DANGER)
        self._text = body()
        self._details = caption()
        close = Button("Close this message")
        words = QVBoxLayout()
        words.addWidget(self._text)
        words.addWidget(self._details)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(close)
        self._panel.column.addLayout(row)
        self.setLayout(contained(self._panel, above=3))
        close.clicked.connect(messages.dismiss)
        unsubscribe = messages.subscribe(self.show_state)
        self.destroyed.connect(lambda *_: unsubscribe())

    def show_state(self, message: Message | None) -> None:
        """Shows a message and tells a screen reader of it; None hides the strip."""
        self.setVisible(message is not None)
        if message is None:
            return
        self._text.say(message.text)
        self._details.say("\n".join(message.details))
        self._details.setVisible(bool(message.details))
        self.setAccessibleName(message.text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
