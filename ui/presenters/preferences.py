"""What the person has chosen for this program, kept between starts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from threshold_tool.settings import TEXT_SIZES, Settings, SettingsStore
from ui.presenters.watched import Watched

if TYPE_CHECKING:
    from pathlib import Path


class Preferences(Watched[Settings]):
    """The settings; each change is written at once."""

    def __init__(self, store: SettingsStore) -> None:
        super().__init__(store.load())
        self._store = store

    def larger(self) -> None:
        """The next larger text size, if there is one."""
        self._text(next((size for size in TEXT_SIZES if size > self.state.text_percent), TEXT_SIZES[-1]))

    def smaller(self) -> None:
        """The next smaller text size, if there is one."""
        self._text(next((size for size in reversed(TEXT_SIZES) if size < self.state.text_percent), TEXT_SIZES[0]))

    def usual(self) -> None:
        """Text at 100 percent."""
        self._text(TEXT_SIZES[0])

    def remember_window(self, width: int, height: int) -> None:
        """The size that the window has when it closes."""
        self._change(window_width=width, window_height=height)

    def remember_document(self, path: Path, title: str) -> None:
        """The document that was opened last."""
        self._change(last_document=str(path), last_title=title)

    def forget_document(self) -> None:
        """The document that was opened last is no longer there."""
        self._change(last_document=None, last_title=None)

    def welcome_read(self) -> None:
        """The welcome is shown once."""
        self._change(welcomed=True)

    def _text(self, percent: int) -> None:
        if percent != self.state.text_percent:
            self._change(text_percent=percent)

    def _change(self, **changed: Any) -> None:
        settings = replace(self.state, **changed)
        self._store.save(settings)
        self.change_to(settings)
