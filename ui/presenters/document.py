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
    """The documents on offer, the one chosen, and why it was not opened, if so."""

    listed: tuple[Listed, ...]
    chosen: Path | None = None
    other: Path | None = None
    not_opened: NotOpened | None = None


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
        self.change_to(replace(self.state, chosen=path, not_opened=None))

    def choose_file(self, path: Path) -> None:
        """Another file."""
        self.change_to(replace(self.state, chosen=path, other=path, not_opened=None))

    @property
    def would_lose(self) -> bool:
        """Whether opening the chosen document would put an open case away."""
        consultation = self._navigator.consultation
        return (
            self._navigator.has_unkept_work
            and consultation is not None
            and (consultation.state.path != self.state.chosen)
        )

    def go_on(self) -> None:
        """Opens what is chosen and goes on. The document that is open already stays open with its case."""
        state = self.state
        if state.chosen is None:
            return
        consultation = self._navigator.consultation
        if consultation is None or consultation.state.path != state.chosen:
            opened = self._library.open(state.chosen)
            if isinstance(opened, NotOpened):
                self.change_to(replace(state, not_opened=opened))
                return
            self._navigator.open(opened)
            self._preferences.remember_document(state.chosen, opened.state.document.title)
        self._navigator.forward()
