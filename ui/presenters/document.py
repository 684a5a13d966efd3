"""Choosing a document: those that come with the tool, or any file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui.presenters.library import NotOpened
from ui.presenters.watched import Watched

if TYPE_CHECKING:
    from pathlib import Path

    from ui.presenters.library import Library, Listed
    from ui.presenters.navigator import Navigator
    from ui.presenters.preferences import Preferences


@dataclass(frozen=True, slots=True)
class DocumentState:
    """The documents on offer, the one chosen, and why it was not opened, if so.

    `asks` is whether the open concern is to be erased for a new one under the chosen document.
    """

    listed: tuple[Listed, ...]
    chosen: Path | None = None
    other: Path | None = None
    not_opened: NotOpened | None = None
    asks: bool = False


class DocumentPresenter(Watched[DocumentState]):
    """Opens the chosen document and goes on; a document with problems is never opened."""

    def __init__(self, library: Library, navigator: Navigator, preferences: Preferences) -> None:
        listed = library.shipped()
        opened = navigator.consultation
        path = None if opened is None else opened.state.path
        other = path if path is not None and path not in {entry.path for entry in listed} else None
        super().__init__(DocumentState(listed, path, other))
        self._library = library
        self._navigator = navigator
        self._preferences = preferences

    def choose(self, path: Path) -> None:
        """One of those listed."""
        self.change_to(replace(self.state, chosen=path, not_opened=None, asks=False))

    def choose_file(self, path: Path) -> None:
        """Another file."""
        self.change_to(replace(self.state, chosen=path, other=path, not_opened=None, asks=False))

    def go_on(self) -> None:
        """Opens what is chosen and goes on. The document that is open already stays open with its case.

        Asks before another document takes the place of a case that holds something.
        """
        consultation = self._navigator.consultation
        if consultation is not None and consultation.state.path == self.state.chosen:
            self._navigator.forward()
        elif self._navigator.has_unkept_work:
            self.change_to(replace(self.state, not_opened=None, asks=True))
        else:
            self.open_chosen()

    def open_chosen(self) -> None:
        """Opens what is chosen, and lets an open case go. If that cannot be, says why, and the open case stays."""
        state = self.state
        if state.chosen is None:
            return
        opened = self._library.open(state.chosen)
        if isinstance(opened, NotOpened):
            self.change_to(replace(state, not_opened=opened, asks=False))
            return
        self._navigator.open(opened)
        self._preferences.remember_document(state.chosen, opened.state.document.title)
        self._navigator.forward()

    def keep(self) -> None:
        """Keeps the open case and its document after all."""
        consultation = self._navigator.consultation
        if consultation is not None:
            self.change_to(replace(self.state, chosen=consultation.state.path, asks=False))
