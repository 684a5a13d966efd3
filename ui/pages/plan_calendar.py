"""What the calendar file would hold, and saving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.file_dialogs import CALENDAR
from ui.theme.ink import Ink
from ui.widgets.buttons import second_button
from ui.widgets.choices import Tick
from ui.widgets.labels import Items, Words, body, caption
from ui.widgets.panels import Panel, inset

if TYPE_CHECKING:
    from ui.file_dialogs import AskWhereToSave
    from ui.presenters.calendar import CalendarPresenter, CalendarState


class CalendarPanel(Panel):
    """The entries as a calendar will show them. Nothing that anybody typed is among them."""

    def __init__(self, presenter: CalendarPresenter, ask_where_to_save: AskWhereToSave) -> None:
        super().__init__(fill=Ink.WINDOW, outline=None)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._presenter = presenter
        self._ask_where_to_save = ask_where_to_save
        self._none = body("There is no date yet.")
        self._dates = Items()
        self._undated = caption()
        self._say_what = Tick("Put the document's own words for each step into its notes", small=True)
        self._save = second_button("Save the dates as a calendar &file")
        self._saved_words = Words(bold=True, copied=True)
        self._saved = inset(self._saved_words, body("Open the file to take the dates into your calendar."))
        self._refusal = Words(bold=True)
        self._not_saved = inset(self._refusal, bar=Ink.DANGER)
        self.add(
            body(
                "Your calendar will show the days below. Others may see a calendar, so nothing about a child and "
                "nothing that you typed goes into the file."
            ),
            self._none,
            self._dates,
            self._undated,
            self._say_what,
            self._save,
            self._saved,
            self._not_saved,
        )
        self._say_what.clicked.connect(presenter.say_what)
        self._save.clicked.connect(self._save_file)
        unsubscribe = presenter.subscribe(self.show_state)
        self.destroyed.connect(lambda *_: unsubscribe())

    def show_state(self, state: CalendarState) -> None:
        """Shows what became of saving."""
        self._say_what.setChecked(state.say_what)
        self._saved.setVisible(state.saved is not None)
        self._saved_words.say(f"Saved as {state.saved.name}, in {state.saved.parent}." if state.saved else "")
        self._not_saved.setVisible(state.not_saved is not None)
        self._refusal.say(state.not_saved or "")

    def show_dates(self, dates: tuple[str, ...], undated: int) -> None:
        """Shows the entries that have a date to come, and says how many have none."""
        self._none.setVisible(not dates)
        self._dates.say(dates)
        self._say_what.setVisible(bool(dates))
        self._save.setVisible(bool(dates))
        steps = "1 step has" if undated == 1 else f"{undated} steps have"
        self._undated.say(f"{steps} no date yet and will not be in the file." if undated else "")
        self._undated.setVisible(bool(undated))

    def _save_file(self) -> None:
        path = self._ask_where_to_save(CALENDAR, self._presenter.file_stem)
        if path is not None:
            self._presenter.save(path)
