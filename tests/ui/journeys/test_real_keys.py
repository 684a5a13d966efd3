"""One whole way by keys that come from the display, as a keyboard sends them.

It needs a display and xdotool, and is passed over without: `xvfb-run -a env QT_QPA_PLATFORM=xcb python -m pytest
tests/ui/journeys/test_real_keys.py`.
"""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.journeys.test_journeys import LATE, LEVEL_2, save_record
from tests.ui.journeys.traveller import KeyboardTraveller, Story
from ui.presenters.page_ids import PageKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from ui.main_window import MainWindow

_NAMES = {
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_A: "a",
}
_ARRIVES_IN = 15
"""Milliseconds in which a key has come from the display."""


class TypistTraveller(KeyboardTraveller):
    """Sends every key through the display."""

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, with Ctrl where that is asked for."""
        held = "ctrl+" if modifier & Qt.KeyboardModifier.ControlModifier else ""
        self._send("key", f"{held}{_NAMES[key]}")

    def type_in(self, text: str) -> None:
        """Letters, one after another."""
        self._send("type", "--delay", "5", text)

    def _send(self, *what: str) -> None:
        subprocess.run(["xdotool", *what], check=True, timeout=30)
        QTest.qWait(_ARRIVES_IN)
        self.settle()


@pytest.fixture
def typist(qapp: QApplication, make_window: Callable[..., MainWindow], saved: Path) -> TypistTraveller:
    """A person at a keyboard, where there is a display to send keys through."""
    if QGuiApplication.platformName() != "xcb" or shutil.which("xdotool") is None:
        pytest.skip("needs a display and xdotool")
    window = make_window()
    subprocess.run(["xdotool", "windowfocus", "--sync", str(int(window.winId()))], check=True, timeout=30)
    return TypistTraveller(window)


def test_one_child_at_early_help_by_real_keys(typist: TypistTraveller, printed: Callable[[], str]) -> None:
    """From home to the saved record by nothing but keys of the display."""

    typist.tell(Story({"A": "8 years"}, LATE, own_view={"A": LEVEL_2}))
    typist.go_on_to(PageKind.RESULT)
    assert f"Child A\n{LEVEL_2}" in typist.words
    save_record(typist)

    assert f"Your decision {LEVEL_2}" in printed()
