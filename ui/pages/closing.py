"""Closing with an open case, or finishing it: keep or erase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui import file_dialogs
from ui.file_dialogs import CASE
from ui.pages.page import Page
from ui.presenters.closing import ClosingPresenter
from ui.theme.ink import Ink
from ui.widgets.buttons import link, main_button, second_button
from ui.widgets.labels import Words, body, lead, subheading
from ui.widgets.panels import inset

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.file_dialogs import AskWhereToSave
    from ui.presenters.closing import ClosingState
    from ui.presenters.navigator import Navigator
    from ui.presenters.page_ids import PageId


def make(desk: Desk, _page: PageId) -> ClosingPage:
    """The page for the registry."""
    return ClosingPage(ClosingPresenter(desk.consultation), desk.navigator, file_dialogs.ask_where_to_save)


class ClosingPage(Page):
    """Nothing is kept silently, and nothing is lost silently."""

    def __init__(self, presenter: ClosingPresenter, navigator: Navigator, ask_where_to_save: AskWhereToSave) -> None:
        super().__init__("Keep or erase what you have answered?")
        self._presenter = presenter
        self._ask_where_to_save = ask_where_to_save
        self._keep = main_button("&Keep it in a file")
        erase, close = second_button("Erase it, and begin anew"), second_button("Erase it, and close the program")
        back = link("&Go back to the concern")
        self._choosing = inset(bar=Ink.ACCENT)
        self._choosing.add(
            subheading("Keep"),
            body(
                "The case goes into a file where you choose, and you can go on with it from there. The file is not "
                "sealed: anyone who can open the folder can read it. Names are not in it."
            ),
            self._keep,
        )
        self._refusal = Words(bold=True)
        self._not_kept = inset(self._refusal, bar=Ink.DANGER)
        self._kept_words = Words(bold=True, copied=True)
        self._done = link("Close the &program")
        home = link("Go to the begi&nning")
        self._kept = inset(self._kept_words, body("You can close the program now."), self._done, home)
        self._erasing = inset(
            subheading("Erase"),
            body("The program forgets the concern. Records and other files that you saved stay where they are."),
            erase,
            close,
            bar=Ink.DANGER,
        )
        self.add(
            lead("An open concern is in this program's memory alone. It is gone when the program closes."),
            self._choosing,
            self._not_kept,
            self._kept,
            self._erasing,
            back,
        )
        self._keep.clicked.connect(self._keep_it)
        self._done.clicked.connect(navigator.leave)
        home.clicked.connect(navigator.close_case)
        erase.clicked.connect(navigator.close_case)
        close.clicked.connect(navigator.leave)
        back.clicked.connect(navigator.back)
        self.follow(presenter.subscribe(self.show_state))

    def show_state(self, state: ClosingState) -> None:
        """Shows what became of keeping; what is kept need not be erased."""
        self._kept.setVisible(state.kept is not None)
        self._kept_words.say(f"Kept as {state.kept.name}, in {state.kept.parent}." if state.kept else "")
        self._choosing.setVisible(state.kept is None)
        self._erasing.setVisible(state.kept is None)
        self._not_kept.setVisible(state.not_kept is not None)
        self._refusal.say(state.not_kept or "")

    def start(self) -> QWidget:
        """At keeping, which loses nothing."""
        return self._keep

    def _keep_it(self) -> None:
        path = self._ask_where_to_save(CASE, self._presenter.file_stem)
        if path is None:
            return
        self._presenter.keep(path)
        if self._presenter.state.kept is not None:
            self._done.setFocus(Qt.FocusReason.OtherFocusReason)
