"""The record of a result as a file, to print or for a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.reports.record import record_of
from threshold_tool.reports.report_file import drawn

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.reports.report_file import Kind


def write_record(kind: Kind, path: Path, result: CaseResult, names: Mapping[str, str] | None = None) -> None:
    """Writes the record to one file, over what is there; `names` as for `record_of`.

    Raises CannotWrite; the old file then stays.
    """
    from threshold_tool.files import write_atomically

    write_atomically(path, drawn(kind, record_of(result, names)))
