"""Qt's bindings do not use `None` up, which would abort the program after a while."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CALLS = 2_000


def test_none_is_not_used_up(qtbot: QtBot) -> None:
    """However often a call returns None, its count of references does not fall."""

    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.focusProxy()

    assert sys.getrefcount(None) > before - CALLS // 2
