"""Which threshold document to use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui import file_dialogs
from ui.pages.page import Page
from ui.presenters.document import DocumentPresenter
from ui.theme.ink import Ink
from ui.widgets.buttons import main_button, second_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.flow import side_by_side
from ui.widgets.labels import Items, Words, body, lead
from ui.widgets.panels import Panel, inset

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.presenters.document import DocumentState
    from ui.presenters.page_ids import PageId

MOST_PROBLEMS_SHOWN = 12
_OTHER = "other"


def make(desk: Desk, _page: PageId) -> DocumentPage:
    """The page for the registry."""
    return DocumentPage(
        DocumentPresenter(desk.library, desk.navigator, desk.preferences), file_dialogs.ask_for_document
    )


class DocumentPage(Page):
    """Documents as cards, and a file of one's own. `ask_for_file` gives the file."""

    def __init__(self, presenter: DocumentPresenter, ask_for_file: Callable[[], Path | None]) -> None:
        super().__init__("Which threshold document do you work with?")
        self._presenter = presenter
        self._ask_for_file = ask_for_file
        listed = presenter.state.listed
        self._cards = ChoiceGroup(self.title, [(str(e.path), e.title, e.about) for e in listed])
        self._other = Words()
        self._refused = Panel(outline=Ink.DANGER, bar=Ink.DANGER)
        self._refusal, self._problems = Words(bold=True), Items()
        self._refused.add(self._refusal, self._problems)
        other = second_button("&Open another file")
        self.add(lead("Your area's safeguarding partnership publishes one."), self._cards, self._other, other)
        erase, keep = second_button("&Erase it and open this document"), second_button("&Keep it")
        self._asks = inset(
            body("A concern is open under another document. Opening this one erases what you have answered."),
            side_by_side(keep, erase),
            bar=Ink.DANGER,
        )
        self.add(self._refused, self._asks)
        onward = main_button("&Continue")
        self.add_buttons(onward)
        self._cards.chosen.connect(lambda key: presenter.choose(Path(key)))
        other.clicked.connect(self._open_other)
        onward.clicked.connect(self._continue)
        erase.clicked.connect(lambda: self._waiting(presenter.open_chosen))
        keep.clicked.connect(presenter.keep)
        self.follow(presenter.subscribe(self.show_state))

    def show_state(self, state: DocumentState) -> None:
        """Shows what is chosen, and why a document was not opened."""
        self._cards.show_choice(None if state.chosen is None or state.chosen == state.other else str(state.chosen))
        self._other.setVisible(state.other is not None)
        mark = "Chosen file" if state.chosen == state.other else "Another file"
        self._other.say(f"{mark}: {state.other.name}" if state.other else "")
        self._asks.setVisible(state.asks)
        refused = state.not_opened
        self._refused.setVisible(refused is not None)
        if refused is not None:
            self._refusal.say(refused.text)
            shown = list(refused.problems[:MOST_PROBLEMS_SHOWN])
            if len(refused.problems) > len(shown):
                shown.append(f"and {len(refused.problems) - len(shown)} more")
            self._problems.say(shown)

    def start(self) -> QWidget:
        """At the chosen document, otherwise the first."""
        return self._cards.first()

    def _open_other(self) -> None:
        path = self._ask_for_file()
        if path is not None:
            self._presenter.choose_file(path)

    def _continue(self) -> None:
        if self._presenter.state.chosen is None:
            self.show_errors([("Choose a document", self._cards.first())])
            return
        self.show_errors([])
        self._waiting(self._presenter.go_on)

    @staticmethod
    def _waiting(act: Callable[[], None]) -> None:
        """Reading a document takes a moment."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            act()
        finally:
            QApplication.restoreOverrideCursor()
