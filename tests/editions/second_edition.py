"""A second edition of the small document of the command line's tests, with changes to its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.commands import DOCUMENT
from threshold_tool.documents.loader import require_document

if TYPE_CHECKING:
    from pathlib import Path

    from threshold_tool.documents.loaded import LoadedDocument


def first() -> LoadedDocument:
    """The document as it stands."""
    return require_document(DOCUMENT)


def second(folder: Path, *changes: tuple[str, str]) -> LoadedDocument:
    """The document with each text replaced once by another; a text that is not there fails the test."""
    text = DOCUMENT.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    file = folder / "second.yaml"
    file.write_text(text, encoding="utf-8", newline="\n")
    return require_document(file)
