"""The field for a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.widgets.day_field import DayField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_day_is_sent_once_it_can_be_read(qtbot: QtBot) -> None:
    """While a day is half typed nothing is sent; then the day is, and None when the field is empty again."""

    field = DayField("Day")
    qtbot.addWidget(field)
    sent: list[date | None] = []
    field.day_written.connect(sent.append)
    QTest.keyClicks(field.line, "9/11/2026")
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)

    assert sent == [date(2026, 11, 9), None]


def test_what_is_typed_stays(qtbot: QtBot) -> None:
    """A day that is shown does not disturb one that says the same or cannot be read yet."""

    field = DayField("Day")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "2026-11-09")
    field.show_day(date(2026, 11, 9))
    same = field.text
    field.show_text("9/1")
    field.show_day(None)

    assert same == "2026-11-09"
    assert field.text == "9/1"


def test_a_day_too_late_is_named(qtbot: QtBot) -> None:
    """A day after the latest has to be put right; the latest itself is fine."""

    field = DayField("Day", latest=date(2026, 11, 25))
    qtbot.addWidget(field)
    field.show_text("25/11/2026")
    fine = field.problem
    field.show_text("26/11/2026")

    assert fine is None
    assert field.problem == "This day lies in the future."
