"""Home: a door for each thing that works, and the document that was used last."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ui.presenters.library import NotOpened
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from ui.presenters.library import Library
    from ui.presenters.messages import Messages
    from ui.presenters.navigator import Navigator
    from ui.presenters.preferences import Preferences


@dataclass(frozen=True, slots=True)
class HomeState:
    """`last_title` is the document used last, or None; `is_open` says that a concern is being thought through."""

    last_title: str | None
    is_open: bool


class HomePresenter:
    """Opens the doors."""

    def __init__(self, navigator: Navigator, library: Library, preferences: Preferences, messages: Messages) -> None:
        self._navigator = navigator
        self._library = library
        self._preferences = preferences
        self._messages = messages

    @property
    def state(self) -> HomeState:
        """What home shows."""
        settings = self._preferences.state
        title = settings.last_title if settings.last_document else None
        return HomeState(title, self._navigator.has_work)

    def think_through(self) -> None:
        """A new concern, from the choice of a document."""
        self._navigator.go(PageId(PageKind.DOCUMENT))

    def open_kept(self) -> None:
        """A case that was kept in a file."""
        self._navigator.visit(PageId(PageKind.KEPT))

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
            self.think_through()
            return
        self._navigator.open(opened)
        self._navigator.go(PageId(PageKind.ROLE))
