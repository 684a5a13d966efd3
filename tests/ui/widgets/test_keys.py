"""What Enter and Space do on buttons and cards, and how much room a row leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from ui.widgets.buttons import link, main_button, second_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.choices import Tick
from ui.widgets.flow import FlowLayout, side_by_side

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

KEYS = pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])


@KEYS
@pytest.mark.parametrize("make", [main_button, second_button, link])
def test_a_button_is_pressed(qtbot: QtBot, make: type, key: Qt.Key) -> None:
    """Enter presses a button as Space does, once."""

    button = make("&Continue")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, key)

    assert len(pressed) == 1


@KEYS
def test_a_card_is_chosen(qtbot: QtBot, key: Qt.Key) -> None:
    """Enter chooses a card as Space does, and says which."""

    group = ChoiceGroup("Which?", [("a", "One"), ("b", "Two")])
    qtbot.addWidget(group)
    chosen: list[str] = []
    group.chosen.connect(lambda key: chosen.extend([key]))
    QTest.keyClick(group.card("b"), key)

    assert chosen == ["b"]
    assert group.choice == "b"


def test_a_tick_is_set_and_taken_away(qtbot: QtBot) -> None:
    """Enter on a tick changes it each time."""

    tick = Tick("Different for one of the children")
    qtbot.addWidget(tick)
    states = []
    for _ in range(2):
        QTest.keyClick(tick, Qt.Key.Key_Return)
        states.append(tick.isChecked())

    assert states == [True, False]


def test_a_link_stands_in_the_middle_of_its_row(qtbot: QtBot) -> None:
    """What is lower than its neighbour is centred beside it, and a row that is full is followed by another."""

    button, words = main_button("Continue"), link("Leave the rest")
    row = side_by_side(button, words)
    qtbot.addWidget(row)
    layout = row.layout()
    assert isinstance(layout, FlowLayout)
    layout.setGeometry(QRect(0, 0, 1_000, 100))
    beside = button.geometry().center().y(), words.geometry().center().y()
    layout.setGeometry(QRect(0, 0, 150, 200))

    assert abs(beside[0] - beside[1]) <= 1
    assert words.geometry().top() >= button.geometry().bottom()
