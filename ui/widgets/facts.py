"""Short facts, each under what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from ui.theme.typeface import space
from ui.widgets.labels import Words, caption
from ui.widgets.panels import Panel

if TYPE_CHECKING:
    from collections.abc import Iterable


class Facts(Panel):
    """A box of facts, each a name and what is so."""

    def __init__(self, facts: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__()
        for called, said in facts:
            pair = QVBoxLayout()
            pair.setSpacing(space(0.5))
            pair.addWidget(caption(called))
            pair.addWidget(Words(said, bold=True))
            self.column.addLayout(pair)
