"""About the program: versions to tell whoever helps, and nothing about the person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from threshold_tool import __version__
from ui.presenters.about import about_state, place_words
from ui.presenters.library import Library

if TYPE_CHECKING:
    from tests.ui.conftest import StandingClock


def test_versions_and_documents_are_to_copy(clock: StandingClock) -> None:
    """What a helper asks for is in the lines: the program, Python, Qt, and each document with its edition."""

    state = about_state(Library(clock))
    lines = state.to_copy.split("\n")

    assert lines[0] == f"Threshold Tool: {__version__}"
    assert [line.partition(":")[0] for line in lines[1:4]] == ["Python", "Qt and PySide6", "System"]
    assert any(line.startswith("Levels of Need in Exampleshire: ") and "Edition 2026.1" in line for line in lines)


def test_what_is_copied_names_no_folder(clock: StandingClock) -> None:
    """A folder has the person's name in it."""

    assert str(Path.home()) not in about_state(Library(clock)).to_copy


def test_a_folder_of_the_person_is_named_from_there(tmp_path: Path) -> None:
    """The name of the account is not shown; a folder elsewhere is."""

    assert place_words(Path.home() / "a" / "b") == f"{Path('a') / 'b'}, in your own folder"
    assert place_words(tmp_path) == str(tmp_path) or tmp_path.is_relative_to(Path.home())
