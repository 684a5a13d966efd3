"""A second edition of the small document of the command line's tests, with changes to its text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.cli.commands import DOCUMENT
from threshold_tool.documents.loader import require_document
from threshold_tool.editions.review import Review, review

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


LOWERED = ("often: {level: child-in-need, cite: p.5}", "often: {level: early-help, cite: p.5}")
MORE_TO_ANSWER = (
    ("{id: often, text: Often}]", "{id: often, text: Often}, {id: always, text: Always}]"),
    ("cite: p.5}}", "cite: p.5}, always: {level: child-protection, cite: p.5}}"),
)
SLEEPS_GONE = (
    ("  - {id: sleeps, about: child, theme: school, ask: Does this child sleep in class?, answers: no-yes}\n", ""),
    ("questions: [sleeps, attendance]", "questions: [attendance]"),
    ("  sleeps: {yes: {level: early-help, require: [tell-the-school], cite: p.6}}\n", ""),
)


def reviewed(folder: Path, *changes: tuple[str, str], steps: int = 20_000) -> Review:
    """The review of an edition with these changes, without vignettes."""
    return review(first(), second(folder, *changes), date(2026, 7, 1), (), steps)
