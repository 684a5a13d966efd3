"""Shift three times within five seconds hides the screen."""

from __future__ import annotations

from datetime import timedelta

from tests.ui.conftest import MORNING
from ui.presenters.hiding import ShiftPresses


def test_three_presses_hide() -> None:
    """The third press within five seconds hides; the fourth begins anew."""

    presses = ShiftPresses()

    assert [presses.shift(MORNING + timedelta(seconds=s)) for s in (0, 2, 5, 6)] == [False, False, True, False]


def test_slow_presses_do_not_hide() -> None:
    """Three presses over more than five seconds are no wish to hide."""

    presses = ShiftPresses()

    assert [presses.shift(MORNING + timedelta(seconds=s)) for s in (0, 3, 6)] == [False, False, False]


def test_writing_does_not_hide() -> None:
    """Shift for a capital letter is followed by another key, and does not count."""

    presses = ShiftPresses()
    hidden = []
    for _ in range(5):
        hidden.append(presses.shift(MORNING))
        presses.other_key()

    assert hidden == [False] * 5
