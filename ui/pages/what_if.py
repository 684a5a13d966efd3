"""Trying an answer: always marked as a trial, and the case stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from threshold_tool.evaluation.trial_words import TRIAL_CAUTION, TRIAL_TITLE
from ui.pages.page import Page
from ui.presenters.question import UNKNOWN_OPTIONS
from ui.presenters.what_if import WhatIfPresenter
from ui.theme.ink import Ink
from ui.theme.typeface import space
from ui.widgets.announce import announce
from ui.widgets.answer_box import AnswerBox
from ui.widgets.buttons import link, main_button
from ui.widgets.fields import LineField
from ui.widgets.labels import Items, Words, body, caption, subheading
from ui.widgets.panels import Panel, inset
from ui.widgets.reading_order import set_reading_order

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from ui.desk import Desk
    from ui.presenters.navigator import Navigator
    from ui.presenters.page_ids import PageId
    from ui.presenters.what_if import Asked, Followed, Offered, WhatIfState


def make(desk: Desk, _page: PageId) -> WhatIfPage:
    """The page for the registry."""
    return WhatIfPage(WhatIfPresenter(desk.consultation.state), desk.navigator)


class WhatIfPage(Page):
    """Find a question, pick an answer, see what would follow."""

    def __init__(self, presenter: WhatIfPresenter, navigator: Navigator) -> None:
        super().__init__("Try another answer")
        self._presenter = presenter
        self._offered: tuple[Offered, ...] = ()
        self._asked: Asked | None = None
        self._follows: tuple[Followed, ...] = ()
        self._box: AnswerBox | None = None
        self._build()
        back = main_button("Back to the &result")
        self.add_buttons(back)
        back.clicked.connect(navigator.back)
        self._find.changed.connect(presenter.search)
        self._another.clicked.connect(self._pick_another)
        self.follow(presenter.subscribe(self.show_state))

    def show_state(self, state: WhatIfState) -> None:
        """Shows what was found; once a question is picked, that question and what would follow."""
        self._finder.setVisible(state.asked is None)
        self._another.setVisible(state.asked is not None)
        self._find.show_text(state.search)
        self._show_offered(state.offered)
        self._more.say(state.more)
        self._more.setVisible(bool(state.more))
        self._show_asked(state)
        self._tried.say(state.tried)
        self._follow_panel.setVisible(bool(state.tried))
        self._show_follows(state.follows)

    def start(self) -> QWidget:
        """At the search."""
        return self._find

    def _build(self) -> None:
        self.add(inset(Words(TRIAL_TITLE, bold=True), body(TRIAL_CAUTION)))
        self._find = LineField("Find a question", "Write one or two of its words, such as: meals")
        self._list, self._answers, self._found = (_rows() for _ in range(3))
        self._more = caption()
        self._finder = QWidget()
        finder = QVBoxLayout(self._finder)
        finder.setContentsMargins(0, 0, 0, 0)
        finder.setSpacing(space(4))
        finder.addWidget(self._find)
        finder.addLayout(self._list)
        finder.addWidget(self._more)
        self._another = link("Choose another &question")
        self._tried = Words(bold=True)
        self._follow_panel = Panel(fill=Ink.NOTICE, outline=Ink.CONTROL)
        self._follow_panel.add(caption(TRIAL_TITLE), self._tried)
        self._follow_panel.column.addLayout(self._found)
        self.add(self._finder)
        self.column.addLayout(self._answers)
        self.add(self._another, self._follow_panel)

    def _show_offered(self, offered: tuple[Offered, ...]) -> None:
        if offered == self._offered:
            return
        self._offered = offered
        _clear(self._list)
        for entry in offered:
            self._list.addWidget(self._door(entry))
        set_reading_order(self)

    def _door(self, offered: Offered) -> QWidget:
        """A question to pick, with what the case has."""
        door = QWidget()
        down = QVBoxLayout(door)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        button = link(offered.words)
        button.setAccessibleDescription(offered.now)
        button.clicked.connect(lambda: self._pick(offered.key))
        down.addWidget(button)
        down.addWidget(caption(offered.now))
        return door

    def _pick(self, key: str) -> None:
        self._presenter.pick(key)
        if self._box is not None:
            self._box.first().setFocus()

    def _pick_another(self) -> None:
        self._presenter.pick_another()
        self._find.setFocus()

    def _show_asked(self, state: WhatIfState) -> None:
        if state.asked is not self._asked:
            self._asked = state.asked
            _clear(self._answers)
            self._box = None
            if state.asked is not None:
                self._box = self._new_box(state.asked)
            set_reading_order(self)
        if self._box is not None:
            self._box.show_answer(state.answer)
            self._box.show_error(state.problem)

    def _new_box(self, asked: Asked) -> AnswerBox:
        title = f"{asked.about}: {asked.words}" if asked.about else asked.words
        self._answers.addWidget(subheading(title))
        self._answers.addWidget(caption(asked.now))
        box = AnswerBox(f"Trial: {title}", asked.options, UNKNOWN_OPTIONS, asked.number)
        box.answered.connect(self._presenter.try_it)
        self._answers.addWidget(box)
        return box

    def _show_follows(self, follows: tuple[Followed, ...]) -> None:
        if follows == self._follows:
            return
        self._follows = follows
        _clear(self._found)
        announce(self, " ".join(follow.first for follow in follows))
        for follow in follows:
            self._found.addWidget(Words(follow.first, bold=True))
            if follow.further:
                self._found.addWidget(Items(follow.further))


def _rows() -> QVBoxLayout:
    rows = QVBoxLayout()
    rows.setSpacing(space(3))
    return rows


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
