"""Long work off the window's thread, so that the window goes on answering."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from threshold_tool.errors import ThresholdToolError

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


class _Ended(QObject):
    """Carries the end of the work into the window's thread."""

    ended = Signal(object, object)


class _Work(QRunnable):
    def __init__(self, operation: Callable[[], object], ended: _Ended) -> None:
        super().__init__()
        self._operation = operation
        self._ended = ended

    def run(self) -> None:
        """Does the work; whatever happens is told to the window's thread."""
        try:
            result, error = self._operation(), None
        except Exception as fault:  # raised again in the window's thread, where the hook is
            result, error = None, fault
        self._ended.ended.emit(result, error)


class Task(Generic[Result]):
    """One piece of work. The operation touches no widget.

    When it ends, `done` is called in the window's thread with its result, or `failed` with the error that the world
    caused. Our own faults are raised there, like any other. After `forget` nothing is called.
    """

    def __init__(
        self,
        operation: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[ThresholdToolError], None],
    ) -> None:
        self._operation, self._done, self._failed = operation, done, failed
        self._forgotten = False
        self._carrier = _Ended()
        self._carrier.ended.connect(self._end)

    def start(self) -> None:
        """Begins."""
        QThreadPool.globalInstance().start(_Work(self._operation, self._carrier))

    def forget(self) -> None:
        """Nobody waits for it any more."""
        self._forgotten = True

    def _end(self, result: Result, error: Exception | None) -> None:
        if self._forgotten:
            return
        if error is None:
            self._done(result)
        elif isinstance(error, ThresholdToolError):
            self._failed(error)
        else:
            raise error
