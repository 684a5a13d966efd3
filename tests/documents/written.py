"""Writes documents for tests: the small good one with some of its text replaced."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import yaml

from tests.documents.corpus import GOOD_DOCUMENT
from threshold_tool.documents.loader import LoadResult, load_document
from threshold_tool.documents.source import read_source

if TYPE_CHECKING:
    from pathlib import Path

GOOD = GOOD_DOCUMENT.read_text(encoding="utf-8")
SHARED = GOOD_DOCUMENT.parent / "question_sets" / "shared.yaml"


def write(path: Path, text: str) -> Path:
    """A file of exactly this text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path


def edited(*replacements: tuple[str, str], text: str = GOOD) -> str:
    """The good document's text with each first part replaced by its second; the first has to be there."""
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def load(folder: Path, *replacements: tuple[str, str]) -> LoadResult:
    """What comes of reading the good document with some of its text replaced, its question set beside it."""
    return load_text(folder, edited(*replacements))


def load_text(folder: Path, text: str, name: str = "document.yaml") -> LoadResult:
    """What comes of reading this text as a document, the shared question set beside it."""
    (folder / "question_sets").mkdir(exist_ok=True)
    shutil.copy(SHARED, folder / "question_sets" / "shared.yaml")
    return load_document(write(folder / name, text))


def codes(result: LoadResult) -> list[str]:
    """The codes of the problems, in reading order."""
    return [problem.code for problem in result.problems]


def good_values() -> Any:
    """The good document as the reader sees it: text, lists and mappings."""
    return read_source(GOOD.encode("utf-8"), "good.yaml").values


def as_yaml(value: Any) -> str:
    """Plain values as text of a file."""
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True)
