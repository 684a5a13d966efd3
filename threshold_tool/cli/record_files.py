"""Writing a record where the person asked for it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from threshold_tool.errors import CannotUse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.reports.blocks import Report
    from threshold_tool.reports.report_file import Kind


@dataclass(frozen=True)
class RecordFiles:
    """The files that a record was asked for in, each perhaps none."""

    pdf: Path | None = None
    html: Path | None = None

    @classmethod
    def named(cls, pdf: str | None, html: str | None) -> RecordFiles:
        """The files as they were typed. Raises CannotUse for one name twice, or an empty one."""
        for option, name in (("--pdf", pdf), ("--html", html)):
            if name is not None and not name.strip():
                raise CannotUse(f"`{option}` needs the name of a file.")
        files = cls(Path(pdf) if pdf else None, Path(html) if html else None)
        if files.pdf and files.html and same_file(files.pdf, files.html):
            raise CannotUse("--pdf and --html name the same file: give each its own.")
        return files

    @property
    def wanted(self) -> tuple[tuple[Kind, Path], ...]:
        """Each file that was asked for, and what it is to hold."""
        named: tuple[tuple[Kind, Path | None], ...] = (("pdf", self.pdf), ("html", self.html))
        return tuple((kind, path) for kind, path in named if path is not None)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that were asked for."""
        return tuple(path for _, path in self.wanted)

    def refuse_to_replace(self, sources: Iterable[Path]) -> None:
        """Raises CannotUse when the record would be written over a document or a case."""
        for source in sources:
            for path in self.paths:
                if same_file(source, path):
                    raise CannotUse(f"This would replace {path}, which it is made from. Name another file.")

    def write_report(self, report: Report) -> None:
        """Writes a report to each file. It is drawn first, so that what cannot be drawn leaves no file behind.

        Raises CannotWrite; earlier files then stay.
        """
        from threshold_tool.files import write_atomically
        from threshold_tool.reports.report_file import drawn

        files = [(path, drawn(kind, report)) for kind, path in self.wanted]
        for path, data in files:
            write_atomically(path, data)

    def write(self, result: CaseResult) -> tuple[Path, ...]:
        """Writes the record to each file and returns them. Raises CannotWrite; earlier files then stay."""
        from threshold_tool.reports.record_file import write_record

        for kind, path in self.wanted:
            write_record(kind, path, result)
        return self.paths


def discard_if_empty(path: Path) -> None:
    """Takes away a file that was made to hold a record and never got one."""
    with contextlib.suppress(OSError):
        if path.stat().st_size == 0:
            path.unlink()


def record_words(path: Path) -> str:
    """Where the record is, and how to keep it."""
    return f"The record is in {path}. It speaks of a child: keep it as your organisation keeps such records."


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, by any spelling or link."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return one == other
