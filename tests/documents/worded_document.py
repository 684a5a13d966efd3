"""A small document with one of everything that has words of its own, for the tests of what is printed of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from threshold_tool.documents.loader import require_document

if TYPE_CHECKING:
    from threshold_tool.documents.loaded import LoadedDocument

WORDED = Path(__file__).parent / "worded" / "worded.yaml"


def worded(folder: Path, replaced: dict[str, str] | None = None) -> LoadedDocument:
    """The document as loaded from `folder`; each text of `replaced` gives way to another first.

    Raises AssertionError when a text to replace is not in the document.
    """
    text = WORDED.read_text(encoding="utf-8")
    for old, new in (replaced or {}).items():
        assert old in text, old
        text = text.replace(old, new)
    file = folder / "worded.yaml"
    file.write_text(text, encoding="utf-8", newline="\n")
    return require_document(file)
