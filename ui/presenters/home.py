"""Home: a door for each thing that works, and the document that was used last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ui.presenters.guide_places import open_guide
from ui.presenters.library import NotOpened
from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.watched import Watched

if TYPE_CHECKING:
    from ui.presenters.library import Library
    from ui.presenters.messages import Messages
    from ui.presenters.navigator import Navigator
    from ui.presenters.preferences import Preferences


@dataclass(frozen=True, slots=True)
class HomeState:
    """`last_title` is the document used last, or None; `is_open` says that a concern is being thought through.

    `asks` is whether that concern is to be erased for another one.
    """

    last_title: str | None
    is_open: bool
    asks: bool = False


class HomePresenter(Watched[HomeState]):
    """Opens the doors."""

    def __init__(self, navigator: Navigator, library: Library, preferences: Preferences, messages: Messages) -> None:
        settings = preferences.state
        title = settings.last_title if settings.last_document else None
        super().__init__(HomeState(title, navigator.has_work))
        self._navigator = navigator
        self._library = library
        self._preferences = preferences
        self._messages = messages

    def think_through(self) -> None:
        """A new concern, from the choice of a document. Asks before it erases what is not kept of another."""
        if self._navigator.has_unkept_work:
            self.change_to(replace(self.state, asks=True))
        else:
            self.erase()

    def erase(self) -> None:
        """Lets the open concern go for a new one."""
        self._navigator.close_case()
        self._navigator.go(PageId(PageKind.DOCUMENT))

    def open_kept(self) -> None:
        """A case that was kept in a file."""
        self._navigator.visit(PageId(PageKind.KEPT))

    def read_guide(self) -> None:
        """The user guide."""
        open_guide(self._navigator)

    def keep(self) -> None:
        """Keeps the open concern after all."""
        self.change_to(replace(self.state, asks=False))

    def go_on(self) -> None:
        """The concern that is open, where it was left."""
        self._navigator.resume()

    def open_last(self) -> None:
        """A new concern under the document that was used last; says so when it can no longer be used."""
        path = self._preferences.state.last_document
        if path is None:
            return
        opened = self._library.open(Path(path))
        if isinstance(opened, NotOpened):
            self._preferences.forget_document()
            self._messages.show(opened.text, opened.problems)
            self._navigator.go(PageId(PageKind.DOCUMENT))
            return
        self._navigator.open(opened)
        self._navigator.go(PageId(PageKind.ROLE))
