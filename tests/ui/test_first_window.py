"""The first window comes quickly: it reads nothing that only an open case needs."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.architecture.repository import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FIRST_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from threshold_tool.settings import Settings, SettingsStore
from ui.app import build, now
SettingsStore(Path(sys.argv[1])).save(Settings(welcomed=sys.argv[2] == "True"))
application = QApplication(["test"])
window = build(application, Path(sys.argv[1]), now, catch_failures=False)
window.show()
for _ in range(3):
    application.processEvents()
print(" ".join(sorted(sys.modules)))
"""
NOT_YET = {"pydantic", "yaml", "reportlab", "threshold_tool.documents.model", "threshold_tool.evaluation.assess"}


@pytest.mark.parametrize("welcomed", [False, True])
def test_the_first_window_reads_no_engine(tmp_path: Path, welcomed: bool) -> None:
    """Neither the welcome nor home waits for the models of documents and cases, the engine, or what writes records."""

    done = subprocess.run(
        [sys.executable, "-c", FIRST_WINDOW, str(tmp_path), str(welcomed)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert "ui.main_window" in done.stdout.split()
    assert NOT_YET & set(done.stdout.split()) == set()
