"""A group of radio cards of which at most one is chosen; none is before the person chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui.theme.typeface import space
from ui.widgets.choices import Choice
from ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QAbstractButton


class ChoiceGroup(QWidget):
    """`chosen` is sent with the key of an option when the person chooses it.

    `name` is the question, for a screen reader. Options are (key, words) or (key, words, hint). A `small` group
    sets its cards side by side.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, options: Iterable[tuple[str, str] | tuple[str, str, str]], *, small: bool = False
    ) -> None:
        super().__init__()
        self.name = name
        self.setAccessibleName(name)
        layout = FlowLayout(space(1)) if small else QVBoxLayout()
        if isinstance(layout, QVBoxLayout):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(space(1))
        self._group = QButtonGroup(self)
        self._cards: dict[str, Choice] = {}
        for key, words, *hint in options:
            card = Choice(words, *hint, small=small)
            card.setAccessibleDescription(". ".join([name, *hint]))
            self._cards[key] = card
            self._group.addButton(card)
            layout.addWidget(card)
        self.setLayout(layout)
        self._group.buttonClicked.connect(self._clicked)

    @property
    def choice(self) -> str | None:
        """The key of what is chosen, or None."""
        return next((key for key, card in self._cards.items() if card.isChecked()), None)

    def show_choice(self, key: str | None) -> None:
        """Shows what is chosen; None takes the choice away. Sends nothing."""
        if key == self.choice:
            return
        with QSignalBlocker(self._group):
            self._group.setExclusive(False)
            for own, card in self._cards.items():
                card.setChecked(own == key)
            self._group.setExclusive(True)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """A link to the group leads to its first card."""
        super().focusInEvent(event)
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> Choice:
        """Where the keyboard enters: what is chosen, otherwise the first card."""
        return self._cards.get(self.choice or "") or next(iter(self._cards.values()))

    @property
    def cards(self) -> tuple[Choice, ...]:
        """Every card, in order."""
        return tuple(self._cards.values())

    def card(self, key: str) -> Choice:
        """The card of an option."""
        return self._cards[key]

    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(key for key, card in self._cards.items() if card is button))
