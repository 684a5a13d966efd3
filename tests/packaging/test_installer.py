"""The built application starts from any place, with nothing of the machine's Python, and goes a whole way.

Building takes minutes, so it is done on demand: set THRESHOLD_PACKAGING=1, after `pip install -e .[test,installer]`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.architecture.repository import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(not os.environ.get("THRESHOLD_PACKAGING"), reason="set THRESHOLD_PACKAGING=1 to build"),
    pytest.mark.timeout(1_800),
]

_ENDING = ".exe" if sys.platform == "win32" else ""
_NEEDED_BY_WINDOWS = ("SYSTEMROOT", "TEMP", "TMP", "APPDATA", "USERPROFILE")


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the application, built and then carried to a place with a space in its name."""
    built = tmp_path_factory.mktemp("built")
    options = ["--noconfirm", "--log-level", "ERROR", "--distpath", str(built), "--workpath", str(built / "work")]
    subprocess.run([sys.executable, "-m", "PyInstaller", *options, "build_installer.spec"], cwd=ROOT, check=True)
    place = tmp_path_factory.mktemp("carried") / "another place"
    shutil.move(built / "threshold-tool", place)
    return place


def start(program: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a program of the application in a folder, with next to nothing in its environment."""
    environment = {name: os.environ[name] for name in _NEEDED_BY_WINDOWS if name in os.environ}
    environment["HOME"] = str(folder)
    return subprocess.run(
        [f"{program}{_ENDING}", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_window_goes_from_the_first_page_to_the_record(application: Path, tmp_path: Path) -> None:
    """Every page is shown, and the record is a PDF."""

    answer = start(application / "threshold-tool", "--self-check", "record.pdf", folder=tmp_path)

    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert (tmp_path / "record.pdf").read_bytes().startswith(b"%PDF-")


def test_the_command_line_knows_the_documents(application: Path, tmp_path: Path) -> None:
    """A document that comes with the tool is found by its id, and its example case is read."""

    cases = application / "_internal" / "threshold_documents" / "cases"
    answer = start(application / "threshold", "assess", "exampleshire", str(cases / "mondays.yaml"), folder=tmp_path)

    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "Child A" in answer.stdout
