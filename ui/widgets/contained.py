"""The measure that everything in the window keeps, so that edges line up from the header to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from ui.theme.tokens import BAR
from ui.theme.typeface import aside_width, column_width, space
from ui.widgets.painting import EDGE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def contained(widget: QWidget, *, above: float = 0, below: float = 0, scrolls: bool = True) -> QHBoxLayout:
    """A layout that holds the widget in the middle of the window, as wide as a column with what stands beside it.

    `above` and `below` are steps of space; `scrolls` is false for what has no scroll bar beside it.
    """
    widget.setMaximumWidth(column_width() + space(8) + aside_width())
    row = QHBoxLayout()
    beside = max(space(7) - EDGE - (BAR if scrolls else 0), 0)
    row.setContentsMargins(beside, space(above), beside, space(below))
    row.setSpacing(0)
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row
