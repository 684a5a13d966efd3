"""The typeface, and type of each size; the application's font says the chosen text size."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from threshold_tool.errors import CannotRead
from threshold_tool.paths import resource
from ui.theme.tokens import BODY_PIXELS, LINE_CHARACTERS, TypeSize, space_pixels

_FILES = ("fonts/NotoSans-Regular.ttf", "fonts/NotoSans-Bold.ttf", "fonts/NotoSans-Italic.ttf")


def load_typeface() -> str | None:
    """The family of our own typeface; None where its files cannot be read, and the system's has to do."""
    families = set()
    for name in _FILES:
        try:
            number = QFontDatabase.addApplicationFont(str(resource(name)))
        except CannotRead:
            continue
        families.update(QFontDatabase.applicationFontFamilies(number))
    return min(families, default=None)


def percent() -> int:
    """The chosen text size, in percent."""
    pixels = QApplication.font().pixelSize()
    return round(100 * pixels / BODY_PIXELS) if pixels > 0 else 100


def type_font(size: TypeSize = TypeSize.BODY, *, bold: bool = False) -> QFont:
    """The application's typeface in a size."""
    font = QFont(QApplication.font())
    font.setPixelSize(round(BODY_PIXELS * size.value * percent() / 100))
    font.setBold(bold)
    return font


def space(steps: float) -> int:
    """Steps of space in pixels, at the chosen text size."""
    return space_pixels(steps, percent())


def column_width() -> int:
    """The width that holds lines of the most characters that are read easily."""
    from PySide6.QtGui import QFontMetrics

    # English text runs narrower than the average of a typeface's letters.
    return round(QFontMetrics(type_font()).averageCharWidth() * LINE_CHARACTERS * 0.92)


def aside_width() -> int:
    """The width of what stands beside the column."""
    return round(column_width() * 0.5)
