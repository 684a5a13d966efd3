"""What must hold on every page: names, order, room for the words, keys. Each returns what is wrong, in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QScrollArea, QWidget

from ui.theme.tokens import TypeSize
from ui.theme.typeface import type_font
from ui.widgets.answer_list import AnswerList
from ui.widgets.buttons import Button
from ui.widgets.choices import Choice, Tick
from ui.widgets.labels import Words
from ui.widgets.painting import EDGE, wrapped_size

if TYPE_CHECKING:
    from collections.abc import Iterator


def focusable(window: QWidget) -> list[QWidget]:
    """Every visible widget that takes the keyboard by Tab, in the order of Tab."""
    found: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        if tabbed and widget.isVisible() and widget.isEnabled() and window.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def nameless(window: QWidget) -> list[str]:
    """Widgets that take the keyboard and have no accessible name or no role."""
    wrong = []
    for widget in focusable(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        role = interface.role() if interface is not None else QAccessible.Role.NoRole
        if not name.strip() or role == QAccessible.Role.NoRole:
            wrong.append(f"{type(widget).__name__} {name!r} has the role {role}")
    return wrong


def out_of_order(window: QWidget) -> list[str]:
    """Places where Tab goes up the page, though not to a column further right."""
    wrong = []
    widgets = focusable(window)
    for before, after in pairwise(widgets):
        one, other = _place(before, window), _place(after, window)
        goes_up = other.y() + after.height() <= one.y()
        goes_left = other.x() + after.width() <= one.x()
        same_line = abs(other.y() - one.y()) < min(before.height(), after.height())
        if (goes_up and goes_left) or (goes_up and other.x() == one.x()) or (same_line and goes_left):
            wrong.append(f"{before.accessibleName()!r} is followed by {after.accessibleName()!r}")
    return wrong


def clipped(window: QWidget) -> list[str]:
    """Words that do not have the room they need."""
    return [
        *_clipped_labels(window),
        *_clipped_buttons(window),
        *_clipped_lists(window),
        *_scrolling_sideways(window),
    ]


def shared_keys(window: QWidget) -> list[str]:
    """Keys with Alt that two visible controls share."""
    keys = Counter(
        QKeySequence.mnemonic(button.text()).toString()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible()
    )
    return [key for key, count in keys.items() if key and count > 1]


def lengthen(window: QWidget) -> None:
    """Makes every visible word half as long again, as a translation may."""
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text() and label.text() != "•":
            if isinstance(label, Words):
                label.say(_longer(label.words))
            else:
                label.setText(_longer(label.text()))
    for button in window.findChildren(QAbstractButton):
        if isinstance(button, Choice | Tick):
            button.words = _longer(button.words)
            button.hint = _longer(button.hint) if button.hint else ""
            button.updateGeometry()
        elif isinstance(button, Button):
            button.setText(_longer(button.text()))
            button.updateGeometry()
    for answers in window.findChildren(AnswerList):
        answers.show_lines(
            [replace(line, words=_longer(line.words), note=_longer(line.note)) for line in answers.lines]
        )
    for _ in range(12):
        QApplication.processEvents()


def _longer(text: str) -> str:
    return f"{text} {text[: len(text) // 2].replace('&', '')}"


def _clipped_labels(window: QWidget) -> Iterator[str]:
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.textFormat() is Qt.TextFormat.RichText:
            if label.heightForWidth(label.width()) > label.height() + 1:
                yield f"{label.accessibleName()!r} has {label.height()} of height"
            continue
        margins = label.contentsMargins()
        width = label.width() - margins.left() - margins.right()
        flags = Qt.TextFlag.TextWordWrap.value if label.wordWrap() else 0
        needed = label.fontMetrics().boundingRect(0, 0, max(width, 1), 100_000, flags, label.text())
        if needed.height() > label.height() + 1 or needed.width() > width + 1:
            yield f"{label.text()!r} needs {needed.width()}x{needed.height()} and has {width}x{label.height()}"


def _clipped_buttons(window: QWidget) -> Iterator[str]:
    for button in window.findChildren(QAbstractButton):
        if not button.isVisible() or not isinstance(button, Button | Choice | Tick):
            continue
        high, wide = button.heightForWidth(button.width()), button.minimumSizeHint().width()
        if high > button.height() + 1 or wide > button.width() + 1:
            yield f"{button.accessibleName()!r} needs {wide}x{high} and has {button.width()}x{button.height()}"
        if isinstance(button, Choice | Tick) and _words_height(button) + 2 * EDGE > button.height():
            yield f"{button.accessibleName()!r} has no room around its words"
    for box in window.findChildren(QComboBox):
        if box.isVisible() and box.width() < box.minimumSizeHint().width():
            yield f"{box.accessibleName()!r} is too narrow"


def _clipped_lists(window: QWidget) -> Iterator[str]:
    for answers in window.findChildren(AnswerList):
        high, wide = answers.heightForWidth(answers.width()), answers.minimumSizeHint().width()
        if answers.isVisible() and (high > answers.viewport().height() or wide > answers.width()):
            has = f"{answers.width()}x{answers.viewport().height()}"
            yield f"{answers.accessibleName()!r} needs {wide}x{high} and has {has}"


def _words_height(card: Choice | Tick) -> int:
    """The height of a card's words where they are drawn, whatever the card itself asks for."""
    width = card.width() - card._around()
    words = wrapped_size(QFontMetrics(card.font()), card.words, width).height()
    hint = wrapped_size(QFontMetrics(type_font(TypeSize.CAPTION)), card.hint, width).height() if card.hint else 0
    return words + hint


def _scrolling_sideways(window: QWidget) -> Iterator[str]:
    for area in window.findChildren(QScrollArea):
        inner = area.widget()
        if area.isVisible() and inner is not None and inner.width() > area.viewport().width() + 1:
            yield f"the page is {inner.width()} wide and has {area.viewport().width()}"


def _place(widget: QWidget, window: QWidget) -> QPoint:
    return widget.mapTo(window, QPoint(0, 0))
