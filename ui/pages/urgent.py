"""Immediate danger: 999, and whom to call at this hour. Reached from every page by the red button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.page import Page
from ui.presenters.urgent import UrgentContact, UrgentState, no_document, urgent_state
from ui.theme.ink import Ink
from ui.theme.tokens import TypeSize
from ui.widgets.buttons import main_button
from ui.widgets.labels import Words, body, caption, lead
from ui.widgets.panels import Panel, inset

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.desk import Desk
    from ui.presenters.page_ids import PageId


def make(desk: Desk, _page: PageId) -> UrgentPage:
    """The page for the registry."""
    consultation = desk.navigator.consultation
    state = no_document() if consultation is None else urgent_state(consultation.state.compiled, desk.clock())
    return UrgentPage(state, desk.navigator.back)


class UrgentPage(Page):
    """Numbers in large type."""

    def __init__(self, state: UrgentState, back: Callable[[], None]) -> None:
        super().__init__("Immediate danger")
        self.add(inset(Words("Call 999 now", TypeSize.HEADING, bold=True), lead(state.words), bar=Ink.DANGER))
        for contact in state.contacts:
            self.add(_contact_panel(contact))
        if state.fictional:
            self.add(caption("This document is fictional: its numbers ring nowhere. In real danger call 999."))
        self.add(body("No form comes first. What you have answered stays here, and you can record this call later."))
        onward = main_button("Back to &where I was")
        self.add_buttons(onward)
        onward.clicked.connect(back)


def _contact_panel(contact: UrgentContact) -> Panel:
    panel = Panel(outline=Ink.CONTROL if contact.now else Ink.LINE)
    panel.add(caption("Answers now" if contact.now else "Closed at this hour"), Words(contact.name, bold=True))
    if contact.number:
        panel.add(Words(contact.number, TypeSize.HEADING if contact.now else TypeSize.LEAD, bold=True, copied=True))
    panel.add(caption(contact.hours))
    return panel
