"""Work off the window's thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from threshold_tool.errors import CannotUse, ThresholdToolError
from ui.tasks import Task

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def never(_: object) -> None:
    """Must not be called."""
    pytest.fail("this must not be called")


def test_it_runs_elsewhere_and_ends_here(qtbot: QtBot) -> None:
    """The work is done on another thread, and its result comes to the thread that asked."""

    ended: list[tuple[int, int]] = []
    task = Task(threading.get_ident, lambda there: ended.append((there, threading.get_ident())), never)
    task.start()
    qtbot.waitUntil(lambda: bool(ended))

    ((there, here),) = ended
    assert there != here == threading.get_ident()


def test_what_the_world_caused_is_handed_over(qtbot: QtBot) -> None:
    """An error with words for people goes to whoever shows it."""

    def refuse() -> None:
        raise CannotUse("Choose another file.")

    failed: list[ThresholdToolError] = []
    task = Task(refuse, never, failed.append)
    task.start()
    qtbot.waitUntil(lambda: bool(failed))

    assert str(failed[0]) == "Choose another file."


def test_our_own_fault_is_raised_where_the_hook_is(qtbot: QtBot) -> None:
    """A fault of ours is no message: it reaches the window's thread as it was."""

    def slip() -> None:
        raise KeyError("slip")

    task = Task(slip, never, never)
    with qtbot.captureExceptions() as caught:
        task.start()
        qtbot.waitUntil(lambda: bool(caught))

    assert caught[0][0] is KeyError


@pytest.mark.usefixtures("qapp")
def test_what_is_forgotten_ends_silently() -> None:
    """After its page has gone nothing is called."""

    over = threading.Event()
    task = Task(over.wait, never, never)
    task.start()
    task.forget()
    over.set()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
