"""Dependencies point one way: `ui` imports `threshold_tool`, which never needs Qt."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.imports import imports_package
from tests.architecture.repository import ROOT, module_name, python_files

ENGINE_SOURCES = [path for path in python_files() if path.parts[0] == "threshold_tool"]
PDF_WRITER = "threshold_tool/reports/pdf"

IMPORT_WITHOUT_QT = """
import importlib, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "ui"}:
            raise ImportError(f"{name} is out of bounds here")

sys.meta_path.insert(0, NoQt())
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def import_without_qt(*modules: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", IMPORT_WITHOUT_QT, *modules],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_engine_is_imported_without_qt() -> None:
    """Every module of threshold_tool is imported where importing PySide6 or ui raises."""

    result = import_without_qt(*map(module_name, ENGINE_SOURCES))

    assert result.returncode == 0, result.stderr


def test_presenters_are_imported_without_qt() -> None:
    """Every presenter, and the tokens of the look, are imported where importing PySide6 raises."""

    plain = [path for path in python_files() if path.parts[:2] == ("ui", "presenters")]
    modules = [*map(module_name, plain), "ui.theme.tokens", "ui.theme.contrast", "ui.desk"]
    source = IMPORT_WITHOUT_QT.replace('"shiboken6", "ui"', '"shiboken6"')
    result = subprocess.run(
        [sys.executable, "-c", source, *modules], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )

    assert result.returncode == 0, result.stderr


def test_importing_qt_is_noticed() -> None:
    """The process that imports the engine does refuse Qt."""

    result = import_without_qt("PySide6.QtCore")

    assert result.returncode != 0
    assert "PySide6 is out of bounds here" in result.stderr


@pytest.mark.parametrize("package", ["ui", "PySide6", "shiboken6", "tests", "benchmarks"])
def test_the_engine_does_not_look_up(package: str) -> None:
    """No module of threshold_tool imports the window, Qt or the tests, not even inside a function."""

    wrong = [path.as_posix() for path in ENGINE_SOURCES if _imports(path, package)]

    assert wrong == []


def test_one_part_writes_pdf() -> None:
    """Only reports/pdf imports reportlab, so that a change of PDF library stays in one place."""

    users = [
        path.as_posix()
        for path in python_files()
        if path.parts[0] not in ("tests", "benchmarks") and _imports(path, "reportlab")
    ]

    assert [path for path in users if not path.startswith((PDF_WRITER + ".py", PDF_WRITER + "/"))] == []


@pytest.mark.parametrize("package", ["socket", "ssl", "urllib.request", "http", "requests", "ftplib", "smtplib"])
def test_nothing_reaches_for_a_network(package: str) -> None:
    """No module of the engine or the window imports what speaks to a network."""

    ours = [path for path in python_files() if path.parts[0] in {"threshold_tool", "ui"}]

    assert [path.as_posix() for path in ours if _imports(path, package)] == []


@pytest.mark.parametrize(
    "source",
    [
        "import PySide6",
        "import PySide6.QtCore as q",
        "from PySide6 import QtWidgets",
        "def f():\n    from PySide6.QtGui import QIcon",
        "import importlib\nimportlib.import_module('PySide6.QtCore')",
        "__import__('PySide6')",
    ],
)
def test_an_import_is_found(source: str) -> None:
    """Each way to write an import of a package is found."""

    assert imports_package(source, "PySide6")


@pytest.mark.parametrize("source", ["import PySide6x", "x = 'PySide6'", "# import PySide6", "import a.PySide6"])
def test_other_words_are_no_import(source: str) -> None:
    """A name that only looks like the package is not taken for it."""

    assert not imports_package(source, "PySide6")


def _imports(path: object, package: str) -> bool:
    return imports_package((ROOT / str(path)).read_text(encoding="utf-8"), package)
