"""The style sheet for Qt's own controls, made from the tokens. What we paint ourselves does not need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.theme.tokens import BAR, space_pixels

if TYPE_CHECKING:
    from ui.theme.tokens import Colours


def style_sheet(colours: Colours, percent: int) -> str:
    """Fields, lists of choices, menus and scroll bars in the colours and the spacing of the look."""
    pad, wide = space_pixels(2, percent), space_pixels(3, percent)
    return f"""
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit {{
    color: {colours.text}; background: {colours.surface};
    border: 2px solid {colours.control}; border-radius: 6px; padding: {pad}px {wide}px;
    selection-background-color: {colours.accent}; selection-color: {colours.on_accent};
}}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus {{
    border: 4px solid {colours.focus}; padding: {max(pad - 2, 0)}px {wide - 2}px;
}}
QComboBox::drop-down {{ border: none; width: {wide * 2}px; }}
QComboBox QAbstractItemView {{
    color: {colours.text}; background: {colours.surface}; border: 2px solid {colours.control};
    selection-background-color: {colours.accent}; selection-color: {colours.on_accent};
}}
QMenu {{ color: {colours.text}; background: {colours.surface}; border: 1px solid {colours.control}; padding: {pad}px; }}
QMenu::item {{ padding: {pad}px {wide * 2}px; border-radius: 4px; }}
QMenu::item:selected {{ color: {colours.on_accent}; background: {colours.accent}; }}
QMenu::separator {{ height: 1px; background: {colours.line}; margin: {pad}px; }}
QToolTip {{ color: {colours.text}; background: {colours.surface}; border: 1px solid {colours.control}; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {BAR}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {BAR}px; margin: 0; }}
QScrollBar::handle {{ background: {colours.control}; border-radius: 4px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 40px; }}
QScrollBar::handle:horizontal {{ min-width: 40px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: transparent; height: 0; width: 0;
}}
"""
