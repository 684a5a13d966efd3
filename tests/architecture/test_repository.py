"""The repository is tidy: line ends, byte order marks, docstrings, and everything ships."""

from __future__ import annotations

import ast
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.architecture.repository import ROOT, files, python_files

if TYPE_CHECKING:
    from pathlib import Path

TEXT_SUFFIXES = {".py", ".md", ".yaml", ".yml", ".toml", ".txt", ".json", ".css", ".html", ".svg", ""}


def kept_as_it_came(path: Path) -> bool:
    """Whether a file is kept byte for byte: documents for tests may be odd, fonts bring their licences."""
    return path.parts[0] == "resources" or (path.parts[:2] == ("tests", "documents") and path.suffix != ".py")


OUR_TEXTS = [path for path in files() if path.suffix in TEXT_SUFFIXES and not kept_as_it_came(path)]
PACKAGES = [path for path in python_files() if path.name == "__init__.py"]


def flaws(content: bytes) -> list[str]:
    """What is untidy in the bytes of a text file."""
    checks = {
        "byte order mark": content.startswith(b"\xef\xbb\xbf"),
        "carriage return": b"\r" in content,
        "no line end at its end": bool(content) and not content.endswith(b"\n"),
        "not UTF-8": b"\xef\xbf\xbd" in content.decode("utf-8", errors="replace").encode(),
    }
    return [flaw for flaw, found in checks.items() if found]


def test_text_files_are_tidy() -> None:
    """Each text file is UTF-8 without a byte order mark, with LF line ends, the last line included."""

    found = {path.as_posix(): flaws((ROOT / path).read_bytes()) for path in OUR_TEXTS}

    assert {path: flaw for path, flaw in found.items() if flaw} == {}


@pytest.mark.parametrize(
    ("content", "flaw"),
    [
        (b"\xef\xbb\xbfx\n", "byte order mark"),
        (b"x\r\n", "carriage return"),
        (b"x", "no line end at its end"),
        (b"\xe9\n", "not UTF-8"),
    ],
)
def test_an_untidy_file_is_noticed(content: bytes, flaw: str) -> None:
    """Each flaw is found where it was planted, and only that one."""

    assert flaws(content) == [flaw]


def test_every_folder_of_tests_is_a_package() -> None:
    """Test files of one name in two folders do not get in each other's way."""

    folders = {path.parent for path in python_files() if path.parts[0] in {"tests", "threshold_tool", "ui"}}

    assert sorted(folder.as_posix() for folder in folders - {path.parent for path in PACKAGES}) == []


def test_packages_say_what_they_are_for() -> None:
    """Each package has a docstring."""

    silent = [
        path.as_posix()
        for path in PACKAGES
        if not ast.get_docstring(ast.parse((ROOT / path).read_text(encoding="utf-8")))
    ]

    assert silent == []


def test_the_script_of_the_checks_may_be_run() -> None:
    """`.ci/run` begins with the line that lets a shell run it."""

    assert (ROOT / ".ci" / "run").read_bytes().startswith(b"#!/usr/bin/env bash\n")


def test_every_folder_of_a_wheel_is_named() -> None:
    """The folders that lie beside the engine at run time are all packed into a wheel."""

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packed = project["tool"]["setuptools"]["packages"]["find"]["include"]

    assert {"threshold_tool*", "ui*", "threshold_documents*", "resources*", "docs"} <= set(packed)


def test_no_folder_of_a_wheel_has_a_dot() -> None:
    """A folder with a dot in its name would be left out of a wheel without a word."""

    shipped = {"threshold_tool", "ui", "threshold_documents", "resources"}
    folders = {part for path in files() if path.parts[0] in shipped for part in path.parent.parts}

    assert [folder for folder in sorted(folders) if "." in folder] == []
