"""What the journeys share: a window without a case, a folder for what is saved, and its record as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reports.pdf_text import page_texts
from tests.ui.journeys.traveller import KeyboardTraveller, Traveller

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.file_dialogs import FileKind
    from ui.main_window import MainWindow


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder into which every dialog saves, under the name on offer."""
    folder = tmp_path / "saved"
    folder.mkdir()

    def choose(kind: FileKind, stem: str) -> Path:
        return folder / f"{stem}.{kind.suffix}"

    monkeypatch.setattr("ui.file_dialogs.ask_where_to_save", choose)
    return folder


@pytest.fixture
def traveller(make_window: Callable[..., MainWindow], saved: Path) -> Traveller:
    """A person with a mouse before the first page of the window."""
    return Traveller(make_window())


@pytest.fixture
def by_keyboard(make_window: Callable[..., MainWindow], saved: Path) -> KeyboardTraveller:
    """A person without a mouse before the first page of the window."""
    return KeyboardTraveller(make_window())


@pytest.fixture
def printed(saved: Path) -> Callable[[], str]:
    """Reads the text of the record that was saved as PDF, words one space apart."""

    def read() -> str:
        (file,) = saved.glob("record-*.pdf")
        return " ".join(" ".join(page_texts(file.read_bytes())).split())

    return read
