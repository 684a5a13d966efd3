"""How and when the family can be reached without putting anybody in danger."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from ui.pages.page import Page
from ui.presenters.safe_contact import IF_NOT_KNOWN, TAKE_CARE, WAYS, WHY, guarded_with
from ui.theme.ink import Ink
from ui.theme.tokens import TypeSize
from ui.theme.typeface import space
from ui.widgets.buttons import main_button
from ui.widgets.choices import Tick
from ui.widgets.fields import TextField
from ui.widgets.labels import Items, body, subheading
from ui.widgets.panels import Panel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.presenters.consultation import Consultation, ConsultationPresenter
    from ui.presenters.navigator import Navigator
    from ui.presenters.page_ids import PageId


def make(desk: Desk, _page: PageId) -> SafeContactPage:
    """The page for the registry."""
    return SafeContactPage(desk.consultation, desk.navigator)


class SafeContactPage(Page):
    """A tick for each way that may be dangerous; nothing is ticked before the person ticks it."""

    def __init__(self, consultation: ConsultationPresenter, navigator: Navigator) -> None:
        super().__init__("Could contact put somebody in danger?")
        self._consultation = consultation
        self.add(body(WHY), body(f"Tick each way that could be dangerous. {IF_NOT_KNOWN}"))
        self._ticks = {key: Tick(words, hint) for key, words, hint in WAYS}
        self._safely = TextField(
            "How and when they can be reached with less danger",
            "Whom, where, on which days, at what hours, and a code word if there is one. You can leave this empty.",
            lines=3,
        )
        ways = QVBoxLayout()
        ways.setSpacing(space(1))
        for tick in self._ticks.values():
            ways.addWidget(tick)
        self.column.addLayout(ways)
        self.add(self._safely)
        onward = main_button("&Continue")
        self.add_buttons(onward)
        self._care = _care_panel()
        self.set_aside(self._care)
        for key, tick in self._ticks.items():
            tick.clicked.connect(partial(self._mark, key))
        self._safely.changed.connect(lambda text: self._write(safely=text.strip() or None))
        onward.clicked.connect(navigator.forward)
        self.follow(consultation.subscribe(self.show_state))

    def show_state(self, state: Consultation) -> None:
        """Shows what was ticked and written."""
        guarded = state.case.guarded_contact
        for key, tick in self._ticks.items():
            tick.setChecked(guarded is not None and not getattr(guarded, key))
        self._safely.show_text("" if guarded is None else guarded.safely or "")

    def start(self) -> QWidget:
        """At the first way."""
        return next(iter(self._ticks.values()))

    def help_place(self) -> QWidget:
        """What to take care of."""
        return self._care

    def _mark(self, way: str) -> None:
        self._write(**{way: not self._ticks[way].isChecked()})

    def _write(self, **changed: object) -> None:
        guarded = guarded_with(self._consultation.state.case.guarded_contact, **changed)
        self._consultation.guard_contact(guarded)


def _care_panel() -> Panel:
    panel = Panel(outline=Ink.LINE)
    panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    panel.add(subheading("When you reach out"), Items(TAKE_CARE, TypeSize.CAPTION))
    panel.setAccessibleName("When you reach out: " + " ".join(TAKE_CARE))
    return panel
