"""A note to an answer: the words, where they come from, and the day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from threshold_tool.cli.arguments import day
from threshold_tool.errors import CannotUse
from ui.theme.typeface import space
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.fields import LineField, TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from threshold_tool.cases.model import Note


class NoteBox(QWidget):
    """`written` is sent with the part that changed (`text`, `source` or `when`) and its value."""

    written = Signal(str, object)

    def __init__(self, sources: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._text = TextField("Note", "What was seen or said, in the words used. Letters, not names.", lines=3)
        self._source = ChoiceGroup("Where the note comes from", sources, small=True)
        self._when = LineField("Day", "When it was seen or said, such as 9/11/2026", characters=12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(3))
        for widget in (self._text, self._source, self._when):
            layout.addWidget(widget)
        self._text.changed.connect(lambda text: self.written.emit("text", text.strip() or None))
        self._source.chosen.connect(lambda key: self.written.emit("source", key))
        self._when.line.editingFinished.connect(self._day_typed)

    def show_note(self, note: Note | None) -> None:
        """Shows a note. Source and day can be given once there are words that they belong to."""
        self._text.show_text("" if note is None else note.text)
        self._source.setVisible(note is not None)
        self._when.setVisible(note is not None)
        self._source.show_choice(None if note is None else note.source)
        when = None if note is None else note.when
        if not self._when.line.hasFocus() and self._problem() is None:
            self._when.show_text("" if when is None else f"{when.day}/{when.month}/{when.year}")

    @property
    def error(self) -> tuple[str, QWidget] | None:
        """What has to be put right in the day, with its place; None where it is fine."""
        words = self._problem()
        return None if words is None else (words, self._when)

    def _day_typed(self) -> None:
        words = self._problem()
        self._when.show_error(words)
        if words is None:
            text = self._when.text.strip()
            self.written.emit("when", day(text) if text else None)

    def _problem(self) -> str | None:
        text = self._when.text.strip()
        if not text:
            return None
        try:
            found = day(text)
        except CannotUse as fault:
            return str(fault)
        return "The day of the note lies in the future." if found > date.today() else None  # noqa: DTZ011 - their day
