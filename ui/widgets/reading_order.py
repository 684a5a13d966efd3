"""Tab follows the page: the order of the layouts, whatever the order in which widgets were made."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout


def set_reading_order(widget: QWidget) -> None:
    """Puts everything inside the widget that takes the keyboard in the order in which it is laid out."""
    for before, after in pairwise(_in_order(widget)):
        QWidget.setTabOrder(before, after)


def _in_order(widget: QWidget | None) -> Iterator[QWidget]:
    if widget is None:
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QScrollArea):
        yield from _in_order(widget.widget())
    elif isinstance(widget, QStackedWidget):
        for at in range(widget.count()):
            yield from _in_order(widget.widget(at))
    else:
        yield from _in_layout(widget.layout())


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        yield from _in_order(item.widget())
        yield from _in_layout(item.layout())
