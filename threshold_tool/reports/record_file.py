"""The record of a result as a file, to print or for a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from threshold_tool.reports.record import record_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from threshold_tool.evaluation.case_result import CaseResult

Kind: TypeAlias = Literal["pdf", "html"]


def write_record(kind: Kind, path: Path, result: CaseResult, names: Mapping[str, str] | None = None) -> None:
    """Writes the record to one file, over what is there; `names` as for `record_of`.

    Raises CannotWrite; the old file then stays.
    """
    from threshold_tool.files import write_atomically

    report = record_of(result, names)
    if kind == "pdf":
        from threshold_tool.reports.pdf import render_pdf

        data = render_pdf(report)
    else:
        from threshold_tool.reports.html import render_html

        data = render_html(report).encode("utf-8")
    write_atomically(path, data)
