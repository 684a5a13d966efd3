"""Licences: nothing that comes with the program is left out, and each has its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.repository import ROOT
from ui.presenters import licences
from ui.presenters.licences import Part, libraries, parts


@pytest.mark.parametrize("part", parts(), ids=lambda part: part.name)
def test_every_part_has_a_licence_with_its_text(part: Part) -> None:
    """A name of the licence, and words of it."""

    assert part.licence != licences.UNNAMED
    assert part.text() != licences.NO_TEXT
    assert len(part.text()) > 500


def test_libraries_of_libraries_are_named_and_those_of_checks_are_not() -> None:
    """What pydantic needs comes with the program; what only checks it does not."""

    names = {found.metadata["Name"].lower() for found in libraries()}

    assert {"pyside6_essentials", "shiboken6", "pydantic_core", "reportlab"} <= names
    assert not names & {"pytest", "mypy", "pyinstaller", "threshold-tool"}


def test_every_file_of_a_typeface_is_covered() -> None:
    """A typeface that is added needs its line here."""

    named = "\n".join(part.name.replace(" ", "") for part in parts())
    families = {path.stem.partition("-")[0] for path in (ROOT / "resources" / "fonts").glob("*.ttf")}

    assert families
    assert all(family in named for family in families)


def test_the_programs_own_licence_is_the_repositorys() -> None:
    """The copy that is shown says what the file says."""

    shown = (ROOT / "resources" / "licences" / "Threshold-Tool.txt").read_text(encoding="utf-8")

    assert shown == (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_qt_comes_with_both_texts_that_the_lgpl_asks_for() -> None:
    """The LGPL is an addition to the GPL, so both are there."""

    qt = next(part for part in parts() if part.name.startswith("PySide6"))

    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.text()
    assert "TERMS AND CONDITIONS" in qt.text()


def test_a_missing_text_is_said() -> None:
    """A copy without the file says so, and nothing stops."""

    assert Part("x", "1", "MIT", ("licences/nothing.txt",)).text() == licences.NO_TEXT
    assert Part("no-such-library", "1", "MIT").text() == licences.NO_TEXT


def test_resources_name_their_files() -> None:
    """Each licence file is used."""

    used = {Path(name).name for part in parts() for name in part.texts}
    there = {path.name for path in (ROOT / "resources" / "licences").iterdir() if path.suffix == ".txt"}

    assert there <= used
