"""The look in use: from the system's settings and the chosen text size to palette, font and style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont

from ui.theme.ink import palette_of
from ui.theme.style_sheet import style_sheet
from ui.theme.tokens import COLOURS, Look, TypeSize, type_pixels
from ui.theme.typeface import load_typeface

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class Theme(QObject):
    """Gives the application its look. `changed` is sent after a change, since pages take sizes when they are made."""

    changed = Signal()

    def __init__(self, application: QApplication, percent: int = 100) -> None:
        super().__init__(application)
        self._application = application
        self._family = load_typeface()
        self.percent = percent
        self.look = Look.LIGHT
        application.setStyle("Fusion")
        self.follow_system()
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self.follow_system)
        accessibility = getattr(hints, "accessibility", None)  # since Qt 6.10
        if accessibility is not None:
            accessibility().contrastPreferenceChanged.connect(self.follow_system)

    @property
    def has_own_typeface(self) -> bool:
        """Whether our typeface could be read."""
        return self._family is not None

    def follow_system(self, *_: object) -> None:
        """Takes the look that the system asks for."""
        self.wear(system_look(self._application))

    def wear(self, look: Look) -> None:
        """Takes a look."""
        self.look = look
        self._apply()

    def set_percent(self, percent: int) -> None:
        """Takes a text size."""
        if percent == self.percent:
            return
        self.percent = percent
        self._apply()

    def _apply(self) -> None:
        colours = COLOURS[self.look]
        font = QFont(self._family) if self._family else QFont(self._application.font().family())
        font.setPixelSize(type_pixels(TypeSize.BODY, self.percent))
        self._application.setFont(font)
        self._application.setPalette(palette_of(colours))
        self._application.setStyleSheet(style_sheet(colours, self.percent))
        self.changed.emit()


def system_look(application: QApplication) -> Look:
    """The look that the system's settings ask for."""
    hints = application.styleHints()
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    accessibility = getattr(hints, "accessibility", None)  # since Qt 6.10
    preference = accessibility().contrastPreference() if accessibility is not None else None
    if preference is not None and preference.name == "HighContrast":
        return Look.CONTRAST_DARK if dark else Look.CONTRAST_LIGHT
    return Look.DARK if dark else Look.LIGHT
