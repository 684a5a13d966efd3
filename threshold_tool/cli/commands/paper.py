"""`threshold paper`: a whole document as boards print it, to hold beside the printed original."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from threshold_tool.cli.arguments import DOCUMENT, add_json, document_path
from threshold_tool.cli.output import out, print_json
from threshold_tool.errors import CannotUse

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from threshold_tool.cli.record_files import RecordFiles
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.reports.paper_grid import Sides

SUMMARY = "lay a threshold document out on paper"
ABOUT = (
    "Lays out all that a threshold document says as boards print it: levels, indicators in a grid, rules in "
    "sentences, questions, actions and contacts. Name a file with --pdf, --html or both."
)
_SIDES: tuple[Sides, ...] = ("theme", "domain")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("document", metavar="DOC", help=DOCUMENT)
    parser.add_argument("--pdf", metavar="FILE", help="write the document as PDF, to print")
    parser.add_argument("--html", metavar="FILE", help="write the document as a page for a browser")
    parser.add_argument(
        "--by", metavar="SIDE", default="theme", help="what the rows of the grid are grouped by: theme or domain"
    )
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Writes the files and says where they are. Raises CannotUse, and what reading and writing raise."""
    from threshold_tool.cli.record_files import RecordFiles
    from threshold_tool.reports.paper import paper_of

    sides = _sides(options.by)
    files = RecordFiles.named(options.pdf, options.html)
    if not files.paths:
        raise CannotUse("Say where the document goes: name a file with --pdf, --html or both.")
    path = document_path(options.document)
    files.refuse_to_replace([path])
    compiled = _compiled(path)
    files.write_report(paper_of(compiled, sides))
    if options.json:
        print_json(_as_json(files, compiled, sides))
    else:
        for written in files.paths:
            out().line(f"The document is in {written}.")
    return 0


def _sides(text: str) -> Sides:
    for side in _SIDES:
        if text == side:
            return side
    raise CannotUse(f"`--by` takes `theme` or `domain`, not `{text[:40]}`.")


def _compiled(path: Path) -> CompiledDocument:
    from threshold_tool.documents.loader import require_document
    from threshold_tool.evaluation.compiled import compile_document

    return compile_document(require_document(path))


def _as_json(files: RecordFiles, compiled: CompiledDocument, sides: Sides) -> dict[str, Any]:
    source = compiled.source
    return {
        "document": {
            "id": source.document.id,
            "edition": source.document.edition,
            "fingerprint": source.fingerprint,
        },
        "by": sides,
        "written": [{"kind": kind, "file": str(path)} for kind, path in files.wanted],
    }
