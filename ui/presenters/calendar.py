"""Saving the dates of the follow-up as a calendar file."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.errors import CannotWrite
from threshold_tool.files import write_atomically
from threshold_tool.follow_up.calendar_file import calendar_file
from ui.presenters.plan import all_entries
from ui.presenters.watched import Watched

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from ui.presenters.consultation import ConsultationPresenter


@dataclass(frozen=True, slots=True)
class CalendarState:
    """Whether the document's words go in as well; the file written last, or why it was not."""

    say_what: bool = False
    saved: Path | None = None
    not_saved: str | None = None


class CalendarPresenter(Watched[CalendarState]):
    """Writes the file. What anybody typed never goes in."""

    def __init__(self, consultation: ConsultationPresenter, clock: Callable[[], datetime]) -> None:
        super().__init__(CalendarState())
        self._consultation = consultation
        self._clock = clock

    @property
    def file_stem(self) -> str:
        """The name on offer: the day of the record, and nothing about a child."""
        return f"follow-up-{self._consultation.state.case.on.isoformat()}"

    def say_what(self, wanted: bool) -> None:
        """Whether the document's own words for each step go into its notes."""
        self.change_to(CalendarState(say_what=wanted))

    def save(self, path: Path) -> None:
        """Writes the dates; the case keeps the key by which a calendar knows them again."""
        if self._consultation.state.case.calendar_key is None:
            self._consultation.take_calendar_key(secrets.token_hex(16))
        consultation = self._consultation.state
        data = calendar_file(
            all_entries(consultation),
            consultation.case.calendar_key or "",
            self._clock().replace(tzinfo=None),
            consultation.case.on,
            say_what=self.state.say_what,
        )
        try:
            write_atomically(path, data)
        except CannotWrite as error:
            self.change_to(CalendarState(self.state.say_what, not_saved=f"{error} Choose another place."))
        else:
            self.change_to(CalendarState(self.state.say_what, saved=path))
