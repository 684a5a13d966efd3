"""Where one question is answered: graded cards, or a number, and always the ways of not knowing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.typeface import space
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.fields import LineField
from ui.widgets.labels import subheading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from threshold_tool.documents.questions import NumberAnswer


class AnswerBox(QWidget):
    """`answered` is sent with an option's key, a number as typed, or a way of not knowing.

    `about` names the child where several are answered for on one page. `unknowns` are offered below the others.
    """

    answered = Signal(str)

    def __init__(
        self,
        question: str,
        options: Sequence[tuple[str, str]],
        unknowns: Sequence[tuple[str, str]],
        number: NumberAnswer | None,
        about: str = "",
    ) -> None:
        super().__init__()
        self._number: LineField | None = None
        name = f"{about}: {question}" if about else question
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(2))
        if about:
            layout.addWidget(subheading(about))
        if number is not None:
            hint = f"From {number.from_} to {number.to} {number.unit}"
            self._number = LineField(f"{about}: number" if about else "Number", hint, characters=8)
            self._number.changed.connect(self._typed)
            layout.addWidget(self._number)
        self._cards = ChoiceGroup(name, [*options, *unknowns])
        self._cards.chosen.connect(self.answered)
        layout.addWidget(self._cards)
        self._keys = {key for key, _ in (*options, *unknowns)}

    def show_answer(self, given: str | None) -> None:
        """Shows what was answered; None where nothing was."""
        self._cards.show_choice(given if given in self._keys else None)
        if self._number is not None:
            self._number.show_text("" if given is None or given in self._keys else given)

    def show_error(self, words: str | None) -> None:
        """What is wrong with a number that was typed; None takes it away."""
        if self._number is not None:
            self._number.show_error(words)

    def first(self) -> QWidget:
        """Where the keyboard enters."""
        return self._number if self._number is not None else self._cards.first()

    def _typed(self, text: str) -> None:
        self.answered.emit(text.strip())
