"""A value that others watch: whoever subscribes is told now and at every change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

State = TypeVar("State")
Unsubscribe = Callable[[], None]


class Watched(Generic[State]):
    """Holds one immutable state."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._watchers: list[Callable[[State], None]] = []

    @property
    def state(self) -> State:
        """What holds now."""
        return self._state

    def subscribe(self, callback: Callable[[State], None]) -> Unsubscribe:
        """Calls back now and after every change, until what is returned is called."""
        self._watchers.append(callback)
        callback(self._state)

        def unsubscribe() -> None:
            if callback in self._watchers:
                self._watchers.remove(callback)

        return unsubscribe

    def change_to(self, state: State) -> None:
        """Takes the new state and tells everybody; a watcher that leaves meanwhile is not told any more."""
        self._state = state
        for watcher in tuple(self._watchers):
            if watcher in self._watchers:
                watcher(self._state)
