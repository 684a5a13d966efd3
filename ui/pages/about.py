"""About this program: what it is and is not, versions, where things lie, licences."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from ui.pages.page import Page
from ui.pages.welcome import IS, IS_NOT
from ui.presenters.about import about_state
from ui.widgets.announce import announce
from ui.widgets.buttons import second_button
from ui.widgets.facts import Facts
from ui.widgets.fold import Fold
from ui.widgets.labels import Items, Words, body, lead, subheading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.presenters.about import AboutState
    from ui.presenters.licences import Part
    from ui.presenters.page_ids import PageId

COPIED = "Copied. Paste it into your message."


def make(desk: Desk, _page: PageId) -> AboutPage:
    """The page for the registry."""
    return AboutPage(about_state(desk.library))


class AboutPage(Page):
    """What somebody asks for who helps, and who made what is in it."""

    def __init__(self, state: AboutState) -> None:
        super().__init__("About this program")
        self._state = state
        self.add(
            lead("The Threshold Tool helps you to think a concern through with your area's threshold document."),
            subheading("What it is"),
            Items(IS),
            subheading("What it is not"),
            Items(IS_NOT),
        )
        self._add_facts("Versions", state.versions)
        copy = second_button("Copy the &versions")
        self._copied = Words(bold=True)
        self._copied.hide()
        self.add(copy, self._copied)
        copy.clicked.connect(self._copy)
        self._add_facts("Documents that come with it", state.documents)
        self._add_facts("Where things lie", state.places)
        self._add_licences(state.parts)

    def _add_facts(self, title: str, facts: Iterable[tuple[str, str]]) -> None:
        self.add_space(1)
        self.add(subheading(title), Facts(facts))

    def _add_licences(self, parts: Iterable[Part]) -> None:
        self.add_space(1)
        self.add(
            subheading("Licences"),
            body(
                "Everything that comes with the program, and on which terms. Qt is used under the LGPL: its libraries "
                "are files of their own, and you may exchange them for others."
            ),
        )
        self.add(*(Fold(part.words, partial(_licence, part)) for part in parts))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._state.to_copy)
        self._copied.say(COPIED)
        self._copied.show()
        announce(self, COPIED)


def _licence(part: Part) -> tuple[QWidget, ...]:
    return (Words(part.text(), copied=True),)
