"""`threshold assess`: what a document means for each child of a case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from threshold_tool.cli.arguments import DOCUMENT, add_json, document_path
from threshold_tool.cli.output import out, print_json
from threshold_tool.errors import CannotUse

if TYPE_CHECKING:
    import argparse

    from threshold_tool.cli.record_files import RecordFiles
    from threshold_tool.evaluation.case_result import CaseResult

SUMMARY = "say what a document means for each child of a case"
ABOUT = (
    "Says what a document means for each child of a case: the level, why, what to do, and what is not known. "
    "--pdf and --html write the record of one case, over a file that is there already."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("document", metavar="DOC", help=DOCUMENT)
    parser.add_argument("cases", metavar="CASE", nargs="+", help="the file of a case")
    add_record_files(parser)
    parser.add_argument(
        "--allow-unknown-questions",
        action="store_true",
        help="list answers to questions that the document does not have, and go on",
    )
    add_json(parser)


def add_record_files(parser: argparse.ArgumentParser) -> None:
    """Adds the files that a record can be written to."""
    parser.add_argument("--pdf", metavar="FILE", help="write the record as PDF, to print")
    parser.add_argument("--html", metavar="FILE", help="write the record as a page for a browser")


def run(options: argparse.Namespace) -> int:
    """Prints the results and writes the record. Raises what reading, fitting and writing raise."""
    from threshold_tool.cli.record_files import RecordFiles

    files = RecordFiles.named(options.pdf, options.html)
    document, cases = document_path(options.document), [Path(name) for name in options.cases]
    if files.paths and len(cases) > 1:
        raise CannotUse("A record holds one case: name a single case with --pdf or --html.")
    files.refuse_to_replace([document, *cases])
    found = _assessed(document, cases, pass_over_unknown=options.allow_unknown_questions)
    if options.json:
        _write_json(found, files)
    else:
        _print(found, files)
    return 0


def _assessed(document: Path, cases: list[Path], *, pass_over_unknown: bool) -> list[CaseResult]:
    from threshold_tool.cases.fitting import require_fit
    from threshold_tool.cases.loader import require_case
    from threshold_tool.cases.model import Vignette
    from threshold_tool.documents.loader import require_document
    from threshold_tool.evaluation.case_result import assess_case
    from threshold_tool.evaluation.compiled import compile_document

    compiled = compile_document(require_document(document))
    found = []
    for path in cases:
        loaded = require_case(path, Vignette)
        fitted = require_fit(compiled, loaded, pass_over_unknown=pass_over_unknown)
        found.append(assess_case(compiled, fitted))
    return found


def _write_json(found: list[CaseResult], files: RecordFiles) -> None:
    """The record first: a record that cannot be written must not be followed by a result that looks whole."""
    from threshold_tool.evaluation.as_json import case_as_json

    for result in found:
        files.write(result)
    listed = [case_as_json(result) for result in found]
    print_json(listed if len(listed) > 1 else listed[0])


def _print(found: list[CaseResult], files: RecordFiles) -> None:
    """The result first: what to do now must be read even if the record cannot be written."""
    from threshold_tool.cli.record_files import record_words
    from threshold_tool.cli.result_text import print_result

    page = out()
    for at, result in enumerate(found):
        if at:
            page.line()
        print_result(page, result)
        for path in files.write(result):
            page.line()
            page.line(record_words(path))
