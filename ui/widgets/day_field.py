"""A field for a day, which says itself what is wrong with what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from threshold_tool.cli.arguments import day
from threshold_tool.errors import CannotUse
from ui.widgets.fields import LineField

if TYPE_CHECKING:
    from datetime import date

_CHARACTERS = 12


class DayField(LineField):
    """`day_written` is sent with the day, or None when the field is empty, as soon as it can be read.

    A day after `latest` or before `earliest` is one to put right.
    """

    day_written = Signal(object)

    def __init__(
        self, label: str, hint: str = "Such as 9/11/2026", *, latest: date | None = None, earliest: date | None = None
    ) -> None:
        super().__init__(label, hint, characters=_CHARACTERS)
        self._latest, self._earliest = latest, earliest
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(lambda: self.show_error(self.problem))

    def show_day(self, shown: date | None) -> None:
        """Shows a day; what is being typed stays where it says the same or cannot be read yet."""
        if self.problem is None and self._day() != shown:
            self.show_text("" if shown is None else f"{shown.day}/{shown.month}/{shown.year}")

    @property
    def problem(self) -> str | None:
        """What has to be put right; None where it is fine."""
        try:
            written = self._day()
        except CannotUse as fault:
            return str(fault)
        late = written is not None and self._latest is not None and written > self._latest
        early = written is not None and self._earliest is not None and written < self._earliest
        return "This day lies in the future." if late else "This day has passed." if early else None

    def _day(self) -> date | None:
        text = self.text.strip()
        return day(text) if text else None

    def _edited(self) -> None:
        if self.problem is None:
            self.show_error(None)
            self.day_written.emit(self._day())
