"""The user guide, chapter by chapter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from ui.pages.page import Page
from ui.presenters.guide import GuidePresenter, chapters
from ui.theme.ink import Ink
from ui.theme.typeface import type_font
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, ButtonKind, link, second_button
from ui.widgets.fields import LineField
from ui.widgets.flow import side_by_side
from ui.widgets.guide_text import GuideText, plain_text
from ui.widgets.labels import Words, caption, subheading
from ui.widgets.panels import Panel, inset

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.presenters.guide import GuideState
    from ui.presenters.page_ids import PageId

_ROUNDS = 3
"""Layouts inside one another ask one after the other."""


def make(desk: Desk, _page: PageId) -> GuidePage:
    """The page for the registry."""
    presenter = GuidePresenter(chapters(), plain_text)
    desk.bookmark.begin(presenter, desk.navigator.state)
    return GuidePage(presenter)


class GuidePage(Page):
    """Finding words, one chapter, and beside it what there is."""

    def __init__(self, presenter: GuidePresenter) -> None:
        super().__init__("User guide")
        self._presenter = presenter
        self._shown: int | None = None
        self._marked: object = None
        self._build_finding()
        self._title = subheading("")
        self._text = GuideText("Chapter")
        self._outside = Words(copied=True)
        self._leads_out = inset(self._outside, bar=Ink.ACCENT)
        self.add_space(2)
        self.add(self._title, self._leads_out, self._text)
        self._before, self._after = second_button("&Previous chapter"), second_button("Ne&xt chapter")
        self.add_buttons(self._before, self._after)
        self._contents = [self._entry(at, chapter.title) for at, chapter in enumerate(presenter.state.chapters)]
        beside = Panel()
        beside.add(caption("Chapters"), *self._contents)
        self.set_aside(beside)
        self._text.followed.connect(presenter.follow)
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after.clicked.connect(lambda: self._turn(1))
        self.follow(presenter.subscribe(self.show_state))

    def show_state(self, state: GuideState) -> None:
        """Shows a chapter, what was found in it, and what a link leads to that the guide does not have."""
        if self._shown != state.at:
            self._shown = state.at
            self._title.say(state.chapter.title)
            self._text.setAccessibleName(f"Chapter: {state.chapter.title}")
            self._text.show_markdown(state.chapter.markdown)
            self._make_room()
        self._show_found(state)
        self._leads_out.setVisible(bool(state.outside))
        self._outside.say(state.outside)
        self._before.setVisible(state.at > 0)
        self._after.setVisible(state.at + 1 < len(state.chapters))
        for at, entry in enumerate(self._contents):
            entry.setFont(type_font(bold=at == state.at))
            entry.setAccessibleDescription("Shown now" if at == state.at else "")

    def start(self) -> QWidget:
        """At the field for words to find."""
        return self._field.field

    def help_place(self) -> QWidget:
        """The list of chapters."""
        return self._contents[self._presenter.state.at]

    def _build_finding(self) -> None:
        self._field = LineField("Find in the guide", "Then press Enter. Enter again leads to the next place.")
        self._field.line.setClearButtonEnabled(False)
        self._next, self._previous = second_button("&Find next"), second_button("Find pre&vious")
        self._places = link("&Chapters")
        self._found = Words()
        self.add(self._field, side_by_side(self._next, self._previous, self._places, gap=3), self._found)
        self._field.line.returnPressed.connect(self._find)
        self._next.clicked.connect(self._find)
        self._previous.clicked.connect(self._find_before)
        self._places.clicked.connect(lambda: self.help_place().setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _entry(self, at: int, title: str) -> Button:
        entry = Button(title.replace("&", "&&"), ButtonKind.LINK)
        entry.clicked.connect(partial(self._open, at))
        return entry

    def _open(self, at: int, _checked: bool = False) -> None:
        self._presenter.show_chapter(at)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keep_in_sight(self._title)

    def _turn(self, by: int) -> None:
        self._open(self._presenter.state.at + by)

    def _find(self) -> None:
        """The words that stand in the field; when they were found already, the next place that has them."""
        if self._is_new:
            self._presenter.seek(self._field.text)
        else:
            self._presenter.next_place()
        announce(self, self._presenter.state.found_words)

    def _find_before(self) -> None:
        if self._is_new:
            self._presenter.seek(self._field.text)
        else:
            self._presenter.place_before()
        announce(self, self._presenter.state.found_words)

    def _make_room(self) -> None:
        """Lays the page out now: where a place in the new chapter lies has to be known before it is scrolled to."""
        for _ in range(_ROUNDS):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    @property
    def _is_new(self) -> bool:
        return " ".join(self._field.text.split()) != self._presenter.state.sought

    def _show_found(self, state: GuideState) -> None:
        self._found.say(state.found_words)
        self._found.setVisible(bool(state.found_words))
        here = [(place.start, place.end) for place in state.found if place.chapter == state.at]
        place = None if state.place is None else state.found[state.place]
        present = (place.start, place.end) if place is not None and place.chapter == state.at else None
        self._text.mark(here, present)
        if present is not None:
            self.keep_in_sight(self._text)
