"""Check your answers: all of them in one list, each with a way to change it that comes back here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from ui.pages.page import Page
from ui.presenters.check import CLOSED, CLOSED_TITLE, check_state
from ui.theme.ink import Ink
from ui.theme.tokens import TypeSize
from ui.theme.typeface import space
from ui.widgets.answer_list import AnswerList
from ui.widgets.buttons import link, main_button
from ui.widgets.fold import Fold
from ui.widgets.labels import Words, body, caption, subheading
from ui.widgets.panels import Panel
from ui.widgets.reading_order import set_reading_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk import Desk
    from ui.presenters.check import CheckSection, CheckState
    from ui.presenters.check_lines import AnswerLine
    from ui.presenters.consultation import Consultation, ConsultationPresenter
    from ui.presenters.navigator import Navigator
    from ui.presenters.page_ids import PageId


def make(desk: Desk, _page: PageId) -> CheckPage:
    """The page for the registry."""
    return CheckPage(desk.consultation, desk.navigator)


class CheckPage(Page):
    """A part for each section, and beside them the parts by name, each a link."""

    def __init__(self, consultation: ConsultationPresenter, navigator: Navigator) -> None:
        super().__init__("Check your answers")
        self._navigator = navigator
        self._shown: CheckState | None = None
        self._summary = body()
        self._document = caption()
        self._first = link("Give the &first missing answer")
        self._parts = QVBoxLayout()
        self._parts.setSpacing(space(8))
        self._contents = Panel()
        self._contents.column.setSpacing(space(1))
        self._doors: list[QWidget] = []
        self.add(self._summary, self._first, self._document)
        self.add_space(2)
        self.column.addLayout(self._parts)
        onward = main_button("&Continue")
        self.add_buttons(onward)
        self.set_aside(self._contents)
        self._first.clicked.connect(self._answer_first)
        onward.clicked.connect(navigator.forward)
        self.follow(consultation.subscribe(self.show_consultation))

    def show_consultation(self, consultation: Consultation) -> None:
        """Shows everything as the case has it now."""
        self.show_state(check_state(consultation))

    def show_state(self, state: CheckState) -> None:
        """Shows the list; the same one again leaves what is open open."""
        if state == self._shown:
            return
        self._shown = state
        self._summary.say(state.summary)
        self._document.say(f"Under {state.document}.")
        self._first.setVisible(state.first_missing is not None)
        for layout in (self._parts, self._contents.column):
            _clear(layout)
        self._contents.add(subheading("On this page"))
        self._doors = []
        for section in state.sections:
            self._add_part(self._part(section), section.title, section.counts)
        if state.closed:
            self._add_part(_closed_part(state.closed), CLOSED_TITLE)
        set_reading_order(self)

    def enter(self) -> None:
        """At the top; coming back from a change, at the line that was changed, if it is still there."""
        super().enter()
        changed = self._navigator.state.changed
        if changed is not None:
            QTimer.singleShot(0, self, partial(self._go_to, changed))  # once everything has its place

    def help_place(self) -> QWidget | None:
        """The list of parts."""
        return self._doors[0] if self._doors else None

    def _add_part(self, part: QWidget, title: str, counts: str = "") -> None:
        self._parts.addWidget(part)
        words = f"{title}: {counts}" if counts else title
        door = link(words.replace("&", "&&"))
        door.clicked.connect(partial(_lead_to, part))
        self._doors.append(door)
        self._contents.add(door)

    def _go_to(self, page: PageId) -> None:
        for answers in self.findChildren(AnswerList):
            row = next((at for at, line in enumerate(answers.lines) if line.page == page), None)
            if row is not None:
                answers.go_to(row)
                return

    def _part(self, section: CheckSection) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(subheading(section.title))
        if section.lines:
            column.addWidget(self._list(section.title, section.lines))
        if section.later:
            name = f"{section.title}: later"
            column.addWidget(Fold(section.later_words, lambda: [self._list(name, section.later)], about=section.title))
        return part

    def _list(self, name: str, lines: Sequence[AnswerLine]) -> AnswerList:
        answers = AnswerList(name, lines)
        answers.chosen.connect(lambda row: self._change(lines[row]))
        answers.moved.connect(lambda: self.keep_in_sight(answers))
        return answers

    def _change(self, line: AnswerLine) -> None:
        if line.page is not None:
            self._navigator.change(line.page)

    def _answer_first(self) -> None:
        if self._shown is not None and self._shown.first_missing is not None:
            self._navigator.change(self._shown.first_missing)


def _closed_part(lines: Sequence[AnswerLine]) -> Panel:
    """Answers that are kept and do not count. There is nothing to press, so the keyboard stops at the whole."""
    panel = Panel()
    panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    panel.add(subheading(CLOSED_TITLE), body(CLOSED))
    for line in lines:
        pair = QVBoxLayout()
        pair.setSpacing(space(0.5))
        if not line.goes_on:
            pair.addWidget(Words(line.asked, TypeSize.CAPTION, colour=Ink.MUTED))
        pair.addWidget(body(f"{line.about}: {line.words}" if line.about else line.words))
        panel.column.addLayout(pair)
    panel.setAccessibleName(" ".join([f"{CLOSED_TITLE}.", CLOSED, *(line.spoken for line in lines)]))
    return panel


def _lead_to(part: QWidget) -> None:
    """Puts the keyboard at the first line of a part, or at the part itself."""
    answers = part.findChild(AnswerList)
    if answers is None:
        part.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        answers.go_to(0)


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
