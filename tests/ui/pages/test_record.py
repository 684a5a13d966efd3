"""The page of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices

from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QUrl

    from tests.ui.driver import Driver
    from ui.file_dialogs import FileKind

RECORD = PageId(PageKind.RECORD)


@pytest.fixture
def record(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """The page, with a dialog that always chooses the name on offer."""

    def choose(kind: FileKind, stem: str) -> Path:
        return tmp_path / f"{stem}.{kind.suffix}"

    monkeypatch.setattr("ui.file_dialogs.ask_where_to_save", choose)
    driver.go(RECORD)
    return driver


def test_a_record_is_saved_and_opened(record: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saving says where the file is, puts the keyboard at opening it, and opening hands it to the system."""

    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    record.press("Save as PDF")

    assert "Saved as record-2026-11-25.pdf" in record.words
    assert record.keyboard_at == "Open it"
    record.press("Open it")
    assert [name.rpartition("/")[2] for name in opened] == ["record-2026-11-25.pdf"]
    assert (tmp_path / "record-2026-11-25.pdf").is_file()


def test_a_record_without_a_program_to_open_it_says_so(record: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system knows no program, the message says where the file is."""

    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    record.press("Save for a browser")
    record.press("Open it")

    assert "No program here opens record-2026-11-25.html." in record.words


def test_choosing_no_file_changes_nothing(record: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaving the dialog leaves the page as it was."""

    monkeypatch.setattr("ui.file_dialogs.ask_where_to_save", lambda *_: None)
    record.go(PageId(PageKind.HOME))
    record.go(RECORD)
    record.press("Save as PDF")

    assert "Saved as" not in record.words


def test_names_are_off_and_warned_of(record: Driver) -> None:
    """No field for a name is in sight before names are turned on; then the warning is."""

    assert "Name of child A" not in record.words
    record.press("Print names in the record")

    assert "knows who it is about" in record.words
    record.write("Name of child A", "Ana Brown")
    assert record.window.desk.consultation.state.names == {"A": "Ana Brown"}


def test_the_own_view_is_asked_for_first(record: Driver) -> None:
    """Whoever comes here early is reminded that their own view is not there yet."""

    assert "no view of your own for child A and child B yet" in record.words
