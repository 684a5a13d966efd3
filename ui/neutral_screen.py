"""A screen that anybody may see: the day, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.tokens import TypeSize
from ui.widgets.labels import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

NEUTRAL_TITLE = "Calendar"


class NeutralScreen(QWidget):
    """Says which day it is. F8 brings back what was shown before; the screen does not say so."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self._day = Words("", TypeSize.HEADING)
        self._day.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(NEUTRAL_TITLE)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self._day)
        layout.addStretch(2)

    def look_again(self) -> None:
        """Takes the day from the clock."""
        now = self._clock()
        self._day.say(f"{now:%A}\n{now.day} {now:%B %Y}")
