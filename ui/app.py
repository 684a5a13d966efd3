"""Start of the desktop application, `threshold-tool`: builds the objects, wires them, and runs.

Where there is no screen, the main job runs in the terminal instead.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication

    from ui.main_window import MainWindow

NO_SCREEN = "There is no screen here, so the tool runs in the terminal.\n\n"
LEAST_COLUMNS = 0.52
"""A screen narrower than this part of a column has to be moved sideways to read a page."""

TEXT_TOO_LARGE = (
    "The screen is narrow for text of this size. Press Ctrl and minus for smaller text, or move the page sideways with "
    "the bar below it."
)
NO_TYPEFACE = (
    "The program's own typeface cannot be read, so the system's takes its place. Nothing else changes. Whoever looks "
    "after the program can put it right by installing it again."
)

READY_AFTER = 200
"""Milliseconds that the first drawing of the window has to itself."""

_NOT_SEEN = ("offscreen", "minimal", "vnc")


def main() -> int:
    """Open the window and return the exit status when it closes: 0 fine, 2 could not be run.

    With `--self-check FILE.pdf` it checks an installed copy instead, whether or not there is a screen.
    """
    if sys.argv[1:2] == ["--self-check"]:
        from ui import self_check

        return self_check.run(sys.argv[2:])
    if not has_screen(os.environ, sys.platform):
        return _in_the_terminal(NO_SCREEN)
    try:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        return _in_the_terminal(f"The window needs a library that is missing here ({error}).\n\n")
    application = QApplication(sys.argv[:1])
    from threshold_tool.settings import settings_folder

    window = build(application, settings_folder(), now)
    fit_to_screen(window, window.screen().availableSize())
    window.show()
    QTimer.singleShot(READY_AFTER, _prepare)
    return application.exec()


def has_screen(environment: Mapping[str, str], system: str) -> bool:
    """Whether a window could be seen. `system` is as `sys.platform` gives it."""
    if environment.get("QT_QPA_PLATFORM", "").partition(":")[0] in _NOT_SEEN:
        return False
    if system in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def build(
    application: QApplication, settings_folder: Path, clock: Callable[[], datetime], *, catch_failures: bool = True
) -> MainWindow:
    """The window with everything it needs. Settings and the log of failures go into the folder."""
    from PySide6.QtGui import QIcon

    from threshold_tool.settings import SettingsStore
    from ui.desk import Desk
    from ui.failures import FailureReports
    from ui.main_window import MainWindow
    from ui.pages.registry import PAGES
    from ui.presenters.library import Library
    from ui.presenters.messages import Messages
    from ui.presenters.navigator import Navigator
    from ui.presenters.page_ids import PageId, PageKind
    from ui.presenters.preferences import Preferences
    from ui.theme.icons import icon_file
    from ui.theme.theme import Theme

    application.setApplicationName("Threshold Tool")
    preferences = Preferences(SettingsStore(settings_folder))
    messages = Messages()
    if catch_failures:
        FailureReports(settings_folder / "failures.log", messages.show, clock).install()
    theme = Theme(application, preferences.state.text_percent)
    if not theme.has_own_typeface:
        messages.show(NO_TYPEFACE)
    navigator = Navigator(PAGES)
    if not preferences.state.welcomed:
        navigator.visit(PageId(PageKind.WELCOME))
    desk = Desk(navigator, Library(clock), messages, preferences, clock)
    window = MainWindow(desk, theme, QIcon(icon_file()))
    preferences.subscribe(lambda settings: theme.set_percent(settings.text_percent))
    return window


def fit_to_screen(window: MainWindow, room: QSize) -> None:
    """Makes the window no larger than the room on the screen, and says what helps where the text is too large."""
    from ui.theme.typeface import column_width

    window.setMinimumSize(window.minimumSize().boundedTo(room))
    window.resize(window.size().boundedTo(room))
    if room.width() < column_width() * LEAST_COLUMNS:
        window.desk.messages.show(TEXT_TOO_LARGE)


def now() -> datetime:
    """The moment on the clock of this machine, in its time zone."""
    from datetime import datetime

    return datetime.now().astimezone()


def _prepare() -> None:
    """Reads the engine into memory beside the window, so that the first click need not wait for it."""
    import threading
    from importlib import import_module

    def prepare() -> None:
        for name in ("threshold_tool.documents.loader", "ui.presenters.consultation", "ui.pages.question"):
            import_module(name)

    threading.Thread(target=prepare, name="prepare", daemon=True).start()


def _in_the_terminal(why: str) -> int:
    from threshold_tool.cli import main_job

    if sys.stdout is not None:  # a Windows program without a console has none
        sys.stdout.write(why)
    return main_job.run()


if __name__ == "__main__":
    sys.exit(main())
