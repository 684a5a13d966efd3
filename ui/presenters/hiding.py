"""Hiding the screen by pressing Shift three times."""

from __future__ import annotations

from datetime import datetime, timedelta

WITHIN = timedelta(seconds=5)
TIMES = 3


class ShiftPresses:
    """Counts presses of Shift. Another key in between begins the count anew, so that writing never hides."""

    def __init__(self) -> None:
        self._pressed: list[datetime] = []

    def shift(self, now: datetime) -> bool:
        """Notes a press; whether it is the third within five seconds."""
        self._pressed = [at for at in self._pressed if now - at <= WITHIN] + [now]
        if len(self._pressed) < TIMES:
            return False
        self._pressed = []
        return True

    def other_key(self) -> None:
        """Notes that something else was typed."""
        self._pressed = []
