"""Details that are made only when they are opened, so that a long page shows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.panels import Details
from ui.widgets.reading_order import set_reading_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget


class Fold(Details):
    """Something folded away; `make` gives its widgets the first time that it is opened.

    `about` goes before the title in its accessible name, where a page has several of one title.
    """

    def __init__(self, title: str, make: Callable[[], Iterable[QWidget]], *, about: str = "") -> None:
        self._make: Callable[[], Iterable[QWidget]] | None = make
        super().__init__(title)
        if about:
            self.button.setAccessibleName(f"{about}: {title}")

    def _show(self, opened: bool) -> None:
        if opened and self._make is not None:
            self.inside.add(*self._make())
            self._make = None
            set_reading_order(self.window())
        super()._show(opened)
