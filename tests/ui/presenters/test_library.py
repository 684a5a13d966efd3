"""The documents on offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.paths import shipped_document
from ui.presenters.library import Library, NotOpened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import StandingClock

HEAD = 'format: threshold-document/1\ntitle: {}\nboard: Nowhere Partnership\nedition: "1"\nstatus: draft\n'


def write(folder: Path, name: str, title: str) -> Path:
    """A document of which no more than the first lines are right."""
    path = folder / name
    path.write_text(HEAD.format(title), encoding="utf-8", newline="\n")
    return path


def test_documents_are_listed_by_title(tmp_path: Path, clock: StandingClock) -> None:
    """Each with its board, edition and status in words; what cannot be read is left out."""

    write(tmp_path, "b.yaml", "Alpha")
    write(tmp_path, "a.yaml", "Beta")
    (tmp_path / "c.yaml").write_bytes(b"\xff\xfe\x00")
    listed = Library(clock, tmp_path).shipped()

    assert [entry.title for entry in listed] == ["Alpha", "Beta"]
    assert listed[0].about == "Nowhere Partnership. Edition 1. Draft, not yet in force"


def test_a_file_that_changed_is_read_again(tmp_path: Path, clock: StandingClock) -> None:
    """A list made before does not outlive a change of the file."""

    library = Library(clock, tmp_path)
    write(tmp_path, "a.yaml", "Before")
    before = library.shipped()
    write(tmp_path, "a.yaml", "Afterwards")

    assert [entry.title for entry in before] == ["Before"]
    assert [entry.title for entry in library.shipped()] == ["Afterwards"]


def test_a_document_with_problems_is_not_used(tmp_path: Path, clock: StandingClock) -> None:
    """It is named with its problems; a sound one is ready for evaluation."""

    library = Library(clock, tmp_path)
    refused = library.compiled(write(tmp_path, "a.yaml", "Alpha"))
    sound = library.compiled(shipped_document("exampleshire"))

    assert isinstance(refused, NotOpened)
    assert refused.problems
    assert not isinstance(sound, NotOpened)


def test_a_vanished_document_says_so(tmp_path: Path, clock: StandingClock) -> None:
    """A file that is not there any more leads to a sentence with a way on."""

    refused = Library(clock, tmp_path).open(tmp_path / "gone.yaml")

    assert isinstance(refused, NotOpened)
    assert refused.text.endswith("Choose another document.")
