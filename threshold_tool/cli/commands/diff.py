"""`threshold diff`: what a new edition of a document changes, and for whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from threshold_tool.cli.arguments import DOCUMENT, add_json, day, document_path, steps, today
from threshold_tool.cli.output import out, print_json
from threshold_tool.cli.progress import Progress

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from threshold_tool.editions.review import Review

SUMMARY = "say what a new edition changes in meaning, and for whom"
ABOUT = (
    "Compares two editions of a document over every set of answers, every age and every history of earlier "
    "concerns. Each move from one level to another comes with the smallest case that shows it and the clauses behind "
    "it. What is only written otherwise is listed apart. For two areas, `threshold compare` says more."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("old", metavar="OLD", help=f"the old edition: {DOCUMENT}")
    parser.add_argument("new", metavar="NEW", help="the new edition")
    parser.add_argument("--pdf", metavar="FILE", help="write a review pack for the board's meeting, to print")
    parser.add_argument("--html", metavar="FILE", help="write it as a page for a browser")
    parser.add_argument(
        "--on", metavar="DATE", help="the assessment date of the cases that are shown; today by default"
    )
    parser.add_argument("--steps", metavar="N", help="how far to search: more steps decide more and take longer")
    parser.add_argument(
        "--vignettes", metavar="FILE", nargs="+", help="vignettes to run under both; without it, those beside NEW"
    )
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the review and writes the files; 0 only where no change in meaning is proved.

    Raises CannotUse, and what reading and writing raise.
    """
    from threshold_tool.cli.edition_text import print_review
    from threshold_tool.cli.record_files import RecordFiles
    from threshold_tool.editions.as_json import review_as_json
    from threshold_tool.reports.edition_review import review_pack

    files = RecordFiles.named(options.pdf, options.html)
    on = today() if options.on is None else day(options.on)
    most = steps(options.steps)
    old, new = document_path(options.old), document_path(options.new)
    named = [Path(name) for name in options.vignettes or ()]
    files.refuse_to_replace([old, new, *named])
    found = _reviewed(old, new, on, most, named)
    if files.paths:
        files.write_report(review_pack(found))
    if options.json:
        print_json(review_as_json(found))
    else:
        page = out()
        print_review(page, found)
        for path in files.paths:
            page.line(f"The review pack is in {path}.")
    return 0 if found.equivalent else 1


def _reviewed(old: Path, new: Path, on: date, most: int, named: list[Path]) -> Review:
    from threshold_tool.cases.loader import require_case
    from threshold_tool.cases.model import Vignette
    from threshold_tool.cli.vignette_files import vignettes_of
    from threshold_tool.documents.loader import require_document
    from threshold_tool.editions.review import review

    with Progress() as progress:
        progress.tell("Reading both editions ...")
        before, after = require_document(old), require_document(new)
        vignettes = [require_case(file, Vignette) for file in named or vignettes_of(new)]
        progress.tell(f"Comparing edition {before.document.edition} with edition {after.document.edition} ...")
        return review(before, after, on, vignettes, most)
