"""Going on with a case that was kept in a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui import file_dialogs
from ui.pages.document import MOST_PROBLEMS_SHOWN
from ui.pages.page import Page
from ui.presenters.kept import KeptPresenter
from ui.theme.ink import Ink
from ui.widgets.buttons import main_button, second_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.labels import Items, Words, body, lead
from ui.widgets.panels import Panel, inset

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.desk import Desk
    from ui.file_dialogs import AskWhichFile
    from ui.presenters.kept import KeptState
    from ui.presenters.page_ids import PageId


def make(desk: Desk, _page: PageId) -> KeptPage:
    """The page for the registry."""
    presenter = KeptPresenter(desk.library, desk.navigator, desk.preferences)
    return KeptPage(presenter, file_dialogs.ask_for_case, file_dialogs.ask_for_document)


class KeptPage(Page):
    """The file, what it holds, and the document that belongs to it."""

    def __init__(self, presenter: KeptPresenter, ask_for_case: AskWhichFile, ask_for_document: AskWhichFile) -> None:
        super().__init__("Go on with a kept case")
        self._presenter = presenter
        self._choose = second_button("Choose the &file")
        self._about_case = Items()
        self._about_document = Words(bold=True)
        self._notice = inset(self._about_document)
        self._cards = ChoiceGroup(
            "With which document?", [(str(e.path), e.title, e.about) for e in presenter.state.listed]
        )
        self._other = second_button("&Open another document")
        self._refused = Panel(outline=Ink.DANGER, bar=Ink.DANGER)
        self._refusal, self._problems = Words(bold=True), Items()
        self._refused.add(self._refusal, self._problems)
        self._losing = inset(
            body("A concern is open that you have not kept. Opening another case erases it."), bar=Ink.DANGER
        )
        self.add(lead("Choose the file in which you kept the case. It stays as it is until you keep the case again."))
        self.add(self._losing, self._choose, self._about_case, self._notice, self._refused, self._cards, self._other)
        onward = main_button("&Continue")
        self.add_buttons(onward)
        self._choose.clicked.connect(lambda: self._ask(ask_for_case, presenter.choose_case))
        self._cards.chosen.connect(lambda key: self._wait(presenter.choose_document, Path(key)))
        self._other.clicked.connect(lambda: self._ask(ask_for_document, presenter.choose_document))
        onward.clicked.connect(self._continue)
        self.follow(presenter.subscribe(self.show_state))

    def show_state(self, state: KeptState) -> None:
        """Shows the case that was chosen and what is so of its document."""
        self._losing.setVisible(self._presenter.would_lose)
        self._about_case.say(state.about_case)
        self._notice.setVisible(bool(state.about_document))
        self._about_document.say(state.about_document)
        self._refused.setVisible(state.refused is not None)
        if state.refused is not None:
            self._refusal.say(state.refused.text)
            self._problems.say(state.refused.problems[:MOST_PROBLEMS_SHOWN])
        choosing = state.case is not None and (state.opened is None or state.has_changed)
        self._cards.setVisible(choosing)
        self._other.setVisible(choosing)
        self._cards.show_choice(None if state.document is None else str(state.document))

    def start(self) -> QWidget:
        """At the choice of the file."""
        return self._choose

    def _ask(self, ask: AskWhichFile, take: Callable[[Path], None]) -> None:
        path = ask()
        if path is not None:
            self._wait(take, path)

    def _wait(self, take: Callable[[Path], None], path: Path) -> None:
        """Reads a file with the pointer saying so."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            take(path)
        finally:
            QApplication.restoreOverrideCursor()
        self.show_errors([])

    def _continue(self) -> None:
        state = self._presenter.state
        if state.case is None:
            self.show_errors([("Choose the file of a case", self._choose)])
        elif state.opened is None:
            self.show_errors([("Choose a document for the case", self._cards.first())])
        else:
            self._presenter.go_on()
