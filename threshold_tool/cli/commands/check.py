"""`threshold check`: every problem of a document with its place, and what is proved of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from threshold_tool.cli.arguments import DOCUMENT, add_json, day, document_path, steps, today
from threshold_tool.cli.output import out, print_json, print_problems
from threshold_tool.cli.progress import Progress

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from threshold_tool.checking import Checked

SUMMARY = "list all problems of a threshold document, and prove that it holds together"
ABOUT = (
    "Lists every problem of a threshold document with line and column, and what its board has to keep in order. "
    "Then proves, for every set of answers, every age and every history of earlier concerns, that each rule, "
    "placement, question and level has a use; what has none is listed with a case that shows it."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("documents", metavar="DOC", nargs="+", help=DOCUMENT)
    parser.add_argument(
        "--on", metavar="DATE", help="the day from which contacts and reviews are overdue; today by default"
    )
    parser.add_argument(
        "--steps", metavar="N", help="how long to try each proof: more steps decide more and take longer"
    )
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the problems and what is proved; 1 when one is an error or a proof is not decided.

    Raises CannotRead for a file that cannot be read, CannotUse for a day or a number that cannot be used.
    """
    on = today() if options.on is None else day(options.on)
    most = steps(options.steps)
    found = [(name, _checked(name, on, most)) for name in options.documents]
    if options.json:
        listed = [_as_json(*one) for one in found]
        print_json(listed if len(listed) > 1 else listed[0])
    else:
        for name, checked in found:
            _print(name, checked, most)
    return 0 if all(checked.is_in_order for _, checked in found) else 1


def _checked(name: str, on: date, most: int) -> Checked:
    from threshold_tool.checking import check_document

    path = document_path(name)
    with Progress() as progress:
        return check_document(path, on, most, lambda code: progress.tell(f"Proving {name}: {code} ..."))


def _as_json(name: str, checked: Checked) -> dict[str, Any]:
    return {
        "document": checked.document or name,
        "problems": [problem.as_json() for problem in checked.problems],
        "proved": list(checked.proved),
        "not_decided": [{"code": one.code, "about": list(one.about)} for one in checked.not_decided],
    }


def _print(name: str, checked: Checked, most: int) -> None:
    from threshold_tool.problems import Severity
    from threshold_tool.proofs.proof_words import PROVED_OVER, not_decided_words, proved_words

    page = out()
    print_problems(page, checked.problems)
    for sentence in not_decided_words(checked.not_decided, most):
        page.line(sentence)
    if checked.not_decided:
        page.line(f"Try more steps: --steps {most * 10}")
    if checked.proved:
        page.line(PROVED_OVER)
        page.items(proved_words(checked.proved))
    errors = sum(1 for problem in checked.problems if problem.severity is Severity.ERROR)
    warnings = len(checked.problems) - errors
    page.line(f"{checked.document or name}: {_counted(errors, 'error')}, {_counted(warnings, 'warning')}.")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
