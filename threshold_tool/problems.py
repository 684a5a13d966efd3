"""Problems found in a document or a case: one stable code, one sentence, one place, one likely fix.

The same object is printed by the command line, listed as JSON and shown beside an editor's line.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """Whether a document or case with this problem is refused."""

    ERROR = "error"
    WARNING = "warning"


class Location(NamedTuple):
    """A place in a file. Lines and columns count from 1; `None` means not known, never line 1."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a document's author or a case's writer has to know.

    `message` is one plain sentence. `hint` is the likely fix, where there is one. `about` names the
    ids concerned. `witness` is a case that shows the problem, in the shape of a case file.
    """

    code: str
    message: str
    location: Location
    severity: Severity = Severity.ERROR
    about: tuple[str, ...] = ()
    hint: str | None = None
    witness: dict[str, Any] | None = None

    def as_json(self) -> dict[str, Any]:
        """The problem as `threshold check --json` prints it."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "about": list(self.about),
            "message": self.message,
            "file": self.location.file,
            "line": self.location.line,
            "column": self.location.column,
            "hint": self.hint,
            "witness": self.witness,
        }


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file, line and column; those without a line come first."""
    return tuple(
        sorted(problems, key=lambda p: (p.location.file, p.location.line or 0, p.location.column or 0, p.code))
    )


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems is an error, so that the document or case is refused."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the nearest known word, or None when nothing is near."""
    import difflib  # takes its time to read, and is needed after a slip alone

    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"Did you mean `{near[0]}`?" if near else None
