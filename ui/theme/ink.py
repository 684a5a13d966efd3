"""Our colours by name, carried by the palette: a widget paints with them and needs no other object."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme.tokens import Colours

_Role = QPalette.ColorRole


class Ink(Enum):
    """A colour of the look, and the role of the palette that carries it."""

    WINDOW = _Role.Window
    SURFACE = _Role.Base
    NOTICE = _Role.AlternateBase
    CHOSEN = _Role.Light
    TEXT = _Role.WindowText
    MUTED = _Role.PlaceholderText
    LINE = _Role.Mid
    CONTROL = _Role.Dark
    ACCENT = _Role.Link
    ON_ACCENT = _Role.HighlightedText
    DANGER = _Role.BrightText
    ON_DANGER = _Role.Midlight
    FOCUS = _Role.Shadow


def ink(widget: QWidget, name: Ink) -> QColor:
    """The colour in the look that the widget has now."""
    return widget.palette().color(name.value)


def palette_of(colours: Colours) -> QPalette:
    """The palette that carries the colours; Qt's own roles for text and selection follow them."""
    palette = QPalette()
    for name in Ink:
        palette.setColor(name.value, QColor(getattr(colours, name.name.lower())))
    for role in (_Role.Text, _Role.ButtonText, _Role.ToolTipText):
        palette.setColor(role, QColor(colours.text))
    for role in (_Role.Button, _Role.ToolTipBase):
        palette.setColor(role, QColor(colours.surface))
    for role in (_Role.Highlight, _Role.Accent, _Role.LinkVisited):
        palette.setColor(role, QColor(colours.accent))
    return palette
