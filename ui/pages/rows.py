"""Questions in rows. Nothing is chosen beforehand, and no one click answers more than one of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.page import Page
from ui.presenters.question import UNKNOWN_OPTIONS
from ui.presenters.rows import rows_state
from ui.theme.typeface import space
from ui.widgets.buttons import main_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.labels import Items, Words, body, caption, rule
from ui.widgets.panels import Details
from ui.widgets.reading_order import set_reading_order

if TYPE_CHECKING:
    from threshold_tool.cases.interview import Place
    from ui.desk import Desk
    from ui.presenters.consultation import Consultation, ConsultationPresenter
    from ui.presenters.navigator import Navigator
    from ui.presenters.page_ids import PageId
    from ui.presenters.rows import Row, RowsState


def make(desk: Desk, page: PageId) -> RowsPage:
    """The page for the registry."""
    return RowsPage(desk.consultation, desk.navigator, page)


class RowsPage(Page):
    """Each row is a question with its answers side by side, for each child where it is about a child."""

    def __init__(self, consultation: ConsultationPresenter, navigator: Navigator, page: PageId) -> None:
        self._consultation = consultation
        self._navigator = navigator
        self._page = page
        state = rows_state(consultation.state, page)
        super().__init__(state.title, over=state.over, narrow=False)
        self._groups: dict[Place, ChoiceGroup] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(space(4))
        self.add(body(state.introduction))
        self.column.addLayout(self._rows)
        onward = main_button("&Continue")
        self.add_buttons(onward)
        onward.clicked.connect(self._continue)
        self.follow(consultation.subscribe(self.show_consultation))

    def show_consultation(self, consultation: Consultation) -> None:
        """Shows the rows as the case has them now."""
        self.show_state(rows_state(consultation, self._page))

    def show_state(self, state: RowsState) -> None:
        """Shows what was answered. An answer may bring a row, or take one away."""
        wanted = [line.place for row in state.rows for line in row.lines]
        if wanted != list(self._groups):
            self._make_rows(state)
        for row in state.rows:
            for line in row.lines:
                self._groups[line.place].show_choice(line.given)

    def start(self) -> QWidget | None:
        """At the first answer."""
        return next((group.first() for group in self._groups.values()), None)

    def _make_rows(self, state: RowsState) -> None:
        self._groups = {}
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for row in state.rows:
            self._rows.addWidget(rule())
            self._rows.addWidget(self._row(row))
        set_reading_order(self)

    def _row(self, row: Row) -> QWidget:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1.5))
        column.addWidget(Words(row.question.ask, bold=True))
        for line in row.lines:
            name = f"{line.about}: {row.question.ask}" if line.about else row.question.ask
            options = [*((option.id, option.text) for option in row.question.options), *UNKNOWN_OPTIONS]
            group = ChoiceGroup(name, options, small=True)
            group.chosen.connect(partial(self._consultation.answer, line.place))
            self._groups[line.place] = group
            column.addLayout(_beside(line.about, group))
        if row.question.why or row.question.look_for:
            column.addWidget(_help(row))
        return widget

    def _continue(self) -> None:
        state = rows_state(self._consultation.state, self._page)
        missing = () if state.optional else state.unanswered
        self.show_errors(
            [
                (f"Answer{f' for {line.about}' if line.about else ''}: {row.question.ask}", self._groups[line.place])
                for row, line in missing
            ]
        )
        if not missing:
            self._navigator.forward()


def _beside(about: str, group: ChoiceGroup) -> QHBoxLayout:
    """The child a line is about, where there are several, and its answers."""
    across = QHBoxLayout()
    across.setSpacing(space(2))
    if about:
        who = caption(about)
        who.setWordWrap(False)
        across.addWidget(who)
    across.addWidget(group, 1)
    return across


def _help(row: Row) -> Details:
    inside: list[QWidget] = [body(row.question.why)] if row.question.why else []
    if row.question.look_for:
        inside.append(Items(row.question.look_for))
    details = Details("Why this is asked, and what to look for", *inside)
    details.button.setAccessibleName(f"Why this is asked, and what to look for: {row.question.ask}")
    return details
