"""The result: the family at a glance, then each child, with what to do before why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from threshold_tool.evaluation.result_words import DOES_NOT_DECIDE
from ui.pages.page import Page
from ui.pages.result_child import ChildSection
from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.result import result_state
from ui.theme.ink import Ink
from ui.theme.typeface import space
from ui.widgets.buttons import link, main_button, second_button
from ui.widgets.fold import Fold
from ui.widgets.labels import Words, body, caption, lead, rule, subheading
from ui.widgets.level_badge import LevelBadge
from ui.widgets.panels import inset
from ui.widgets.reading_order import set_reading_order

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.presenters.consultation import Consultation, ConsultationPresenter
    from ui.presenters.navigator import Navigator
    from ui.presenters.result import ResultState


def make(desk: Desk, _page: PageId) -> ResultPage:
    """The page for the registry."""
    return ResultPage(desk.consultation, desk.navigator)


class ResultPage(Page):
    """What the document says. Nothing here can be answered; links lead to where it can."""

    def __init__(self, consultation: ConsultationPresenter, navigator: Navigator) -> None:
        super().__init__("What the document says")
        self._navigator = navigator
        self._shown: ResultState | None = None
        self._parts = QVBoxLayout()
        self._parts.setSpacing(space(5))
        self.column.addLayout(self._parts)
        onward = main_button("&Continue to your decision")
        self.add_buttons(onward, *self._doors())
        onward.clicked.connect(navigator.forward)
        consultation.see_result()
        self.follow(consultation.subscribe(self.show_consultation))

    def show_consultation(self, consultation: Consultation) -> None:
        """Shows the result as the case has it now."""
        self.show_state(result_state(consultation))

    def show_state(self, state: ResultState) -> None:
        """Shows a result; the same one again leaves what is open open."""
        if state == self._shown:
            return
        self._shown = state
        while (item := self._parts.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for widget in self._widgets(state):
            self._parts.addWidget(widget)
        set_reading_order(self)

    def start(self) -> QWidget | None:
        """At the first thing that opens, near the top."""
        return next((fold.button for fold in self.findChildren(Fold)), None)

    def _doors(self) -> list[QWidget]:
        doors = {PageKind.WHAT_IF: "&Try another answer", PageKind.COMPARE: "Compare with another &area"}
        found: list[QWidget] = []
        for kind, words in doors.items():
            if self._navigator.offers(kind):
                button = second_button(words)
                button.clicked.connect(lambda _=False, kind=kind: self._navigator.visit(PageId(kind)))
                found.append(button)
        return found

    def _widgets(self, state: ResultState) -> list[QWidget]:
        widgets: list[QWidget] = [lead(DOES_NOT_DECIDE), caption(f"From {state.document}.")]
        if state.guarded:
            widgets.append(inset(*(Words(text, bold=True) for text in state.guarded), bar=Ink.DANGER))
        if state.highest:
            widgets += self._family(state)
        for child in state.children:
            if state.highest:
                widgets.append(rule())
            widgets.append(ChildSection(child, self._navigator))
        widgets += [rule(), subheading("Your judgement counts"), *map(body, state.statements)]
        if self._navigator.offers(PageKind.CHECK):
            change = link("Look at your answers again")
            change.clicked.connect(lambda: self._navigator.change(PageId(PageKind.CHECK)))
            widgets.append(change)
        return widgets

    def _family(self, state: ResultState) -> list[QWidget]:
        badges = QWidget()
        down = QVBoxLayout(badges)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(space(1))
        for level in state.levels:
            down.addWidget(LevelBadge(f"Child {level.child}", level.code, level.name, level.colour, small=True))
        return [subheading("The family"), badges, Words(state.highest or "", bold=True)]
