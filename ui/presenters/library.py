"""Threshold documents to choose from, and opening one. What has problems is never opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.errors import ThresholdToolError
from threshold_tool.paths import documents_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from threshold_tool.cases.model import Case
    from threshold_tool.documents.source import Value
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.problems import Problem
    from ui.presenters.consultation import ConsultationPresenter

STATUS_WORDS = {
    "fictional": "Fictional, for practice",
    "draft": "Draft, not yet in force",
    "published": "In force",
    "withdrawn": "Withdrawn, no longer in force",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A document on offer, as its first lines say."""

    path: Path
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class NotOpened:
    """Why a document was not opened: a sentence, and each problem in words."""

    text: str
    problems: tuple[str, ...] = ()


class Library:
    """The documents in a folder, and any other file. `clock` is for the case that a document opens with."""

    def __init__(self, clock: Callable[[], datetime], folder: Path | None = None) -> None:
        self._clock = clock
        self._folder = folder or documents_folder()
        self._read: dict[tuple[Path, int, int], Listed | None] = {}

    def shipped(self) -> tuple[Listed, ...]:
        """The documents of the folder by title; one that cannot be read is left out.

        A file that has not changed is not read again: reading takes a while, and several pages list them.
        """
        found = (self._listed(path) for path in sorted(self._folder.glob("*.yaml")))
        return tuple(sorted((entry for entry in found if entry is not None), key=lambda entry: entry.title))

    def _listed(self, path: Path) -> Listed | None:
        try:
            about = path.stat()
        except OSError:
            return None
        state = (path, about.st_mtime_ns, about.st_size)
        if state not in self._read:
            self._read[state] = _listed(path)
        return self._read[state]

    def find(self, document_id: str, also: Path | None = None) -> Path | None:
        """The file of a document by its id: `also`, a file used before, or one of the folder; None for neither."""
        candidates = [path for path in (also, self._folder / f"{document_id}.yaml") if path is not None]
        return next((path for path in candidates if _text(_first_lines(path), "id") == document_id), None)

    def open(self, path: Path, case: Case | None = None) -> ConsultationPresenter | NotOpened:
        """A case under the document of a file, a new one unless it is given, or why there is none."""
        from threshold_tool.cases.fitting import fit
        from threshold_tool.cases.loader import LoadedCase
        from threshold_tool.problems import has_errors
        from ui.presenters.consultation import ConsultationPresenter

        compiled = self.compiled(path)
        if isinstance(compiled, NotOpened):
            return compiled
        unfit = () if case is None else fit(compiled, LoadedCase.from_answers(case)).problems
        if has_errors(unfit):
            return NotOpened(
                f"Some answers of the case have no place in {path.name}. Open the edition that the case was made with.",
                tuple(problem_words(problem) for problem in unfit),
            )
        return ConsultationPresenter(compiled, path, self._clock, case)

    def compiled(self, path: Path) -> CompiledDocument | NotOpened:
        """The document of a file, ready for evaluation, or why it cannot be used."""
        from threshold_tool.documents.loader import load_document
        from threshold_tool.evaluation.compiled import compile_document
        from threshold_tool.problems import Severity

        try:
            result = load_document(path)
        except ThresholdToolError as error:
            return NotOpened(f"{error} Choose another document.")
        if result.document is None:
            errors = [problem for problem in result.problems if problem.severity is Severity.ERROR]
            return NotOpened(
                f"{path.name} has problems, so nothing can be worked out from it. Choose another document, and show "
                "this list to whoever looks after the file.",
                tuple(problem_words(problem) for problem in errors),
            )
        return compile_document(result.document)


def _listed(path: Path) -> Listed | None:
    values = _first_lines(path)
    if not values:
        return None
    title = _text(values, "title") or path.stem
    about = [_text(values, "board"), _edition(_text(values, "edition"))]
    about.append(STATUS_WORDS.get(_text(values, "status"), ""))
    return Listed(path, title, ". ".join(words for words in about if words))


def _first_lines(path: Path) -> dict[str, Value]:
    """What a document says of itself; empty where the file cannot be read or is none."""
    from threshold_tool.documents.source import DOCUMENT_LIMITS, read_source
    from threshold_tool.files import read_bytes

    try:
        source = read_source(read_bytes(path, DOCUMENT_LIMITS.bytes), str(path), DOCUMENT_LIMITS)
    except ThresholdToolError:
        return {}
    return source.values if isinstance(source.values, dict) else {}


def _edition(edition: str) -> str:
    return f"Edition {edition}" if edition else ""


def _text(values: dict[str, Value], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def problem_words(problem: Problem) -> str:
    """A problem in a sentence, with its line where it has one."""
    place = f"Line {problem.location.line}: " if problem.location.line else ""
    return f"{place}{problem.message}{f' {problem.hint}' if problem.hint else ''}"
