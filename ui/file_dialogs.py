"""The system's own dialogs for files, the only dialogs there are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QFileDialog

from threshold_tool.errors import CannotWrite
from threshold_tool.paths import records_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    AskWhereToSave = Callable[["FileKind", str], Path | None]
    AskWhichFile = Callable[[], Path | None]


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file holds, in words, and how its name ends, without the dot."""

    words: str
    suffix: str


PDF = FileKind("Record as PDF", "pdf")
HTML = FileKind("Record as a page for a browser", "html")
CASE = FileKind("Kept case", "yaml")
CALENDAR = FileKind("Calendar file", "ics")


def ask_where_to_save(kind: FileKind, stem: str) -> Path | None:
    """Where the person wants a file, `stem` being the name on offer; None if they choose nothing.

    The dialog itself asks before it gives the name of a file that is there already.
    """
    dialog = QFileDialog(QApplication.activeWindow(), f"Save: {kind.words}", str(_own_folder()))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(f"{kind.words} (*.{kind.suffix})")
    dialog.setDefaultSuffix(kind.suffix)
    dialog.selectFile(f"{stem}.{kind.suffix}")
    chosen = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    dialog.deleteLater()
    return chosen


def ask_for_case() -> Path | None:
    """The file of a kept case, as the person chooses it; None if they choose none."""
    return _ask_to_open("Go on with a kept case", str(_own_folder()), "Kept cases (*.yaml *.yml)")


def ask_for_document() -> Path | None:
    """The file of a threshold document, as the person chooses it; None if they choose none."""
    return _ask_to_open("Open a threshold document", "", "Threshold documents (*.yaml *.yml)")


def _ask_to_open(title: str, folder: str, names: str) -> Path | None:
    name, _ = QFileDialog.getOpenFileName(QApplication.activeWindow(), title, folder, names)
    return Path(name) if name else None


def _own_folder() -> Path:
    """Where a person's records go unless they choose otherwise; their own folder where that cannot be had."""
    try:
        return records_folder()
    except CannotWrite:
        return Path.home()
