"""The check of an installed copy finishes where all is there, and says where it stopped where something is not."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from ui import app, self_check
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QApplication


def test_it_goes_the_whole_way(tmp_path: Path) -> None:
    """From the start of the program to a record that is a PDF, without a screen."""

    record = tmp_path / "record.pdf"
    answer = subprocess.run(
        [sys.executable, "-m", "ui.app", self_check.SWITCH, str(record)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (answer.returncode, answer.stderr) == (0, "")
    assert "Finished: " in answer.stdout
    assert record.read_bytes().startswith(b"%PDF-")


def test_a_missing_file_is_named(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Where the example case was left out of a copy, the check fails and names it."""

    monkeypatch.setattr(self_check, "_CASE", "left-out")

    status = self_check.run([str(tmp_path / "record.pdf")])
    for theme in qapp.findChildren(Theme):
        theme.deleteLater()

    assert status == 1
    assert "left-out.yaml" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_it_needs_a_file(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a file for the record it says how to name one."""

    monkeypatch.setattr("sys.argv", ["threshold-tool", self_check.SWITCH])

    assert app.main() == 2
    assert capsys.readouterr().out == self_check.USAGE
