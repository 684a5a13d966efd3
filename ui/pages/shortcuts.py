"""Keyboard shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.page import Page
from ui.presenters.guide_places import open_guide
from ui.presenters.shortcuts import SECTIONS
from ui.widgets.buttons import second_button
from ui.widgets.facts import Facts
from ui.widgets.labels import lead, subheading

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.presenters.page_ids import PageId


def make(desk: Desk, _page: PageId) -> ShortcutsPage:
    """The page for the registry."""
    return ShortcutsPage(desk)


class ShortcutsPage(Page):
    """Every key, part by part."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Keyboard shortcuts")
        self.add(lead("Everything here can be done without a mouse."))
        for title, shortcuts in SECTIONS:
            self.add_space(1)
            self.add(subheading(title), Facts((shortcut.words, shortcut.said) for shortcut in shortcuts))
        back, guide = second_button("Back to where &I was"), second_button("Open the user &guide")
        self.add_buttons(back, guide)
        back.clicked.connect(desk.navigator.back)
        guide.clicked.connect(lambda: open_guide(desk.navigator))
