"""Closing with an open case: keep or erase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.page import Page
from ui.presenters.page_ids import PageId, PageKind
from ui.widgets.buttons import Button, main_button, second_button
from ui.widgets.labels import body, lead

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.presenters.navigator import Navigator


def make(desk: Desk, _page: PageId) -> ClosingPage:
    """The page for the registry."""
    return ClosingPage(desk.navigator)


class ClosingPage(Page):
    """Nothing is kept silently, and nothing is lost silently."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__("Keep or erase what you have answered?")
        self.add(
            lead("An open concern is only in this program's memory. Closing the program erases it."),
            body("To keep it, go back and write the record to a file of your choice. Then close the program."),
        )
        back = main_button("&Go back to the concern")
        back.clicked.connect(navigator.back)
        buttons: list[Button] = [back]
        if navigator.offers(PageKind.RECORD):
            keep = second_button("&Keep a record")
            keep.clicked.connect(lambda: navigator.visit(PageId(PageKind.RECORD)))
            buttons.append(keep)
        erase = second_button("&Erase and close")
        erase.clicked.connect(navigator.leave)
        self.add_buttons(*buttons, erase)
