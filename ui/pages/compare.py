"""The case beside another area's document: where the areas differ, and by which clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from threshold_tool.comparison.words import SCALE
from ui import file_dialogs
from ui.pages.compare_child import ComparedSection
from ui.pages.document import MOST_PROBLEMS_SHOWN
from ui.pages.page import Page
from ui.presenters.compare import ComparePresenter
from ui.tasks import Task
from ui.theme.ink import Ink
from ui.theme.typeface import space
from ui.widgets.announce import announce
from ui.widgets.buttons import main_button, second_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.fold import Fold
from ui.widgets.labels import Items, Words, body, caption, lead, rule
from ui.widgets.panels import Panel
from ui.widgets.reading_order import set_reading_order

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.desk import Desk
    from ui.presenters.compare import CompareState
    from ui.presenters.comparison import ComparisonShown
    from ui.presenters.library import NotOpened
    from ui.presenters.navigator import Navigator
    from ui.presenters.page_ids import PageId


def make(desk: Desk, _page: PageId) -> ComparePage:
    """The page for the registry."""
    presenter = ComparePresenter(desk.consultation.state, desk.library)
    return ComparePage(presenter, desk.navigator, file_dialogs.ask_for_document)


class ComparePage(Page):
    """Choose a document, wait a moment, read. The window goes on answering meanwhile."""

    def __init__(
        self, presenter: ComparePresenter, navigator: Navigator, ask_for_file: Callable[[], Path | None]
    ) -> None:
        super().__init__("Compare with another area")
        self._presenter = presenter
        self._ask_for_file = ask_for_file
        self._task: Task[ComparisonShown | NotOpened] | None = None
        self._shown: ComparisonShown | None = None
        self._build()
        compare, other = main_button("&Compare"), second_button("&Open another file")
        back = second_button("Back to the &result")
        self._buttons(compare, other, back)
        self.column.addLayout(self._found)
        self._cards.chosen.connect(self._choose)
        compare.clicked.connect(self._compare)
        other.clicked.connect(self._open_other)
        back.clicked.connect(navigator.back)
        self.follow(presenter.subscribe(self.show_state))
        self.destroyed.connect(lambda *_: self._forget())

    def show_state(self, state: CompareState) -> None:
        """Shows what is chosen, that it is being worked out, and what came of it."""
        listed = {str(entry.path) for entry in state.listed}
        chosen = None if state.chosen is None else str(state.chosen)
        self._cards.show_choice(chosen if chosen in listed else None)
        self._other.setVisible(chosen is not None and chosen not in listed)
        self._other.say(f"Chosen file: {state.chosen.name}" if state.chosen else "")
        self._working.setVisible(state.working)
        refused = state.not_opened
        self._refused.setVisible(refused is not None)
        self._refusal.say(refused.text if refused else "")
        self._problems.say(refused.problems[:MOST_PROBLEMS_SHOWN] if refused else ())
        self._show_found(state.shown)

    def start(self) -> QWidget:
        """At the chosen document, otherwise the first."""
        return self._cards.first()

    def _build(self) -> None:
        entries = self._presenter.state.listed
        self._cards = ChoiceGroup("Document to compare with", [(str(e.path), e.title, e.about) for e in entries])
        self._other = Words()
        self._working = QWidget()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(space(2))
        bar.setAccessibleName("Working out the comparison")
        waiting = QVBoxLayout(self._working)
        waiting.setContentsMargins(0, 0, 0, 0)
        waiting.addWidget(body("Working out the comparison. This can take a few seconds."))
        waiting.addWidget(bar)
        self._refused = Panel(outline=Ink.DANGER, bar=Ink.DANGER)
        self._refusal, self._problems = Words(bold=True), Items()
        self._refused.add(self._refusal, self._problems)
        self._found = QVBoxLayout()
        self._found.setSpacing(space(4))
        self.add(
            lead("The same answers, held against another area's document. Your case stays as it is."),
            self._cards,
            self._other,
        )

    def _buttons(self, *buttons: QWidget) -> None:
        self.add_buttons(*buttons)
        self.add(self._working, self._refused)

    def _show_found(self, shown: ComparisonShown | None) -> None:
        if shown is self._shown:
            return
        self._shown = shown
        while (item := self._found.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if shown is not None:
            announce(self, " ".join(f"Child {child.ref}: {child.said}" for child in shown.children))
            for child in shown.children:
                self._found.addWidget(rule())
                self._found.addWidget(ComparedSection(child))
            self._found.addWidget(rule())
            self._found.addWidget(Fold("How areas are compared", lambda: [body(SCALE)]))
            for document in shown.documents:
                self._found.addWidget(caption(f"From {document}."))
        set_reading_order(self)

    def _compare(self) -> None:
        presenter = self._presenter
        if presenter.state.working:
            return
        if presenter.state.chosen is None:
            self.show_errors([("Choose a document", self._cards.first())])
            return
        self.show_errors([])
        self._task = Task(presenter.work_out, presenter.end, presenter.fail)
        presenter.begin()
        self._task.start()

    def _choose(self, key: str) -> None:
        self._presenter.choose(next(e.path for e in self._presenter.state.listed if str(e.path) == key))

    def _open_other(self) -> None:
        path = self._ask_for_file()
        if path is not None:
            self._presenter.choose(path)

    def _forget(self) -> None:
        if self._task is not None:
            self._task.forget()
