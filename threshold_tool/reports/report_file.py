"""A report as a file, to print or for a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from threshold_tool.reports.blocks import Report

Kind: TypeAlias = Literal["pdf", "html"]


def drawn(kind: Kind, report: Report) -> bytes:
    """The bytes of the file of a report."""
    if kind == "pdf":
        from threshold_tool.reports.pdf import render_pdf

        return render_pdf(report)
    from threshold_tool.reports.html import render_html

    return render_html(report).encode("utf-8")
