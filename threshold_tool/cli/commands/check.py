"""`threshold check`: every problem of a document, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from threshold_tool.cli.arguments import DOCUMENT, add_json, day, document_path, today
from threshold_tool.cli.output import out, print_json, print_problems

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from datetime import date

    from threshold_tool.problems import Problem

SUMMARY = "list all problems of a threshold document"
ABOUT = (
    "Lists every problem of a threshold document with line and column, and what its board has to keep in order. "
    "Proofs about the document as a whole are not part of this version: `proved` is empty."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("documents", metavar="DOC", nargs="+", help=DOCUMENT)
    parser.add_argument(
        "--on", metavar="DATE", help="the day from which contacts and reviews are overdue; today by default"
    )
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the problems; 1 when one is an error. Raises CannotRead for a file that cannot be read."""
    from threshold_tool.problems import has_errors

    on = today() if options.on is None else day(options.on)
    found = [_checked(name, on) for name in options.documents]
    if options.json:
        listed = [_as_json(*one) for one in found]
        print_json(listed if len(listed) > 1 else listed[0])
    else:
        for document, problems in found:
            _print(document, problems)
    return 1 if any(has_errors(problems) for _, problems in found) else 0


def _checked(name: str, on: date) -> tuple[str, tuple[Problem, ...]]:
    """The document's id, or its name as typed while the id is not known, and all its problems."""
    from threshold_tool.documents.checks.housekeeping import check_housekeeping
    from threshold_tool.documents.loader import load_document
    from threshold_tool.problems import in_reading_order

    result = load_document(document_path(name))
    problems = list(result.problems)
    if result.composition is not None:
        problems += check_housekeeping(result.composition, on)
    document = result.document.document.id if result.document else name
    return document, in_reading_order(problems)


def _as_json(document: str, problems: Sequence[Problem]) -> dict[str, Any]:
    return {
        "document": document,
        "problems": [problem.as_json() for problem in problems],
        "proved": [],
        "not_decided": [],
    }


def _print(document: str, problems: Sequence[Problem]) -> None:
    from threshold_tool.problems import Severity

    page = out()
    print_problems(page, problems)
    errors = sum(1 for problem in problems if problem.severity is Severity.ERROR)
    page.line(f"{document}: {_counted(errors, 'error')}, {_counted(len(problems) - errors, 'warning')}.")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
