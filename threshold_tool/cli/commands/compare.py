"""`threshold compare`: one case under several documents, or what several documents make of the same questions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from threshold_tool.cli.arguments import DOCUMENT, add_json, document_path
from threshold_tool.cli.output import out, print_json
from threshold_tool.errors import CannotUse
from threshold_tool.problems import did_you_mean

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from threshold_tool.cli.record_files import RecordFiles
    from threshold_tool.comparison.by_case import CaseComparison
    from threshold_tool.evaluation.compiled import CompiledDocument

SUMMARY = "hold two areas or more side by side, with or without a case"
ABOUT = (
    "With --case it says what each document means for every child, where they differ, and which clauses make the "
    "difference. Without it, it lists the questions that the documents share with what each makes of every answer. "
    "Exit status 1 says that a difference was found."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("documents", metavar="DOC", nargs="+", help=DOCUMENT)
    parser.add_argument("--case", metavar="CASE", help="the file of a case to hold against each document")
    parser.add_argument(
        "--reference", metavar="DOC", help="the document that the others are compared with; the first by default"
    )
    parser.add_argument(
        "--differences", action="store_true", help="without a case, list only answers that areas treat differently"
    )
    parser.add_argument(
        "--tries",
        metavar="N",
        default=None,
        help="how many ways of exchanging clauses to try in search of the fewest for each difference; "
        "without it as many as take a few seconds",
    )
    parser.add_argument("--pdf", metavar="FILE", help="write the comparison as PDF, to print")
    parser.add_argument("--html", metavar="FILE", help="write the comparison as a page for a browser")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the comparison and writes the files; 1 when a difference is found.

    Raises CannotUse, and what reading, fitting and writing raise.
    """
    from threshold_tool.cli.record_files import RecordFiles

    files = RecordFiles.named(options.pdf, options.html)
    _refuse_what_does_not_go_together(options)
    paths = [document_path(name) for name in options.documents]
    case = Path(options.case) if options.case is not None else None
    files.refuse_to_replace([*paths, *([case] if case else [])])
    areas = _areas(paths)
    if case is not None:
        comparison = _compared(areas, case, _reference(areas, options), _tries(options.tries))
        return _run_case(comparison, files, as_json=options.json)
    return _run_table(areas, files, options)


def _refuse_what_does_not_go_together(options: argparse.Namespace) -> None:
    if options.case is not None and options.differences:
        raise CannotUse("`--differences` is for the table without a case.")
    if options.case is None and options.tries is not None:
        raise CannotUse("`--tries` goes with a case: without one no clauses are exchanged.")
    if options.case is None and options.reference is not None:
        raise CannotUse("`--reference` goes with a case: without one every area stands beside every other.")
    if options.case is not None and not options.case.strip():
        raise CannotUse("`--case` needs the name of a file.")


def _areas(paths: Sequence[Path]) -> dict[str, CompiledDocument]:
    from threshold_tool.comparison.areas import areas_of
    from threshold_tool.documents.loader import require_document
    from threshold_tool.evaluation.compiled import compile_document

    return areas_of([compile_document(require_document(path)) for path in paths])


def _reference(areas: Mapping[str, CompiledDocument], options: argparse.Namespace) -> str:
    """The key of the document that was named as the reference, in the same way as among the documents or by its key."""
    if options.reference is None:
        return next(iter(areas))
    for key, typed in zip(areas, options.documents, strict=True):
        if options.reference in (key, typed):
            return key
    near = did_you_mean(options.reference, areas) or f"They are: {', '.join(areas)}."
    raise CannotUse(f"`{options.reference[:40]}` is not one of the documents to compare. {near}")


def _tries(text: str | None) -> int:
    """The bound that was typed, or the usual one. Raises CannotUse for anything but a number from 1 to 999999999."""
    from threshold_tool.comparison.exchange_search import MOST_TRIED

    if text is None:
        return MOST_TRIED
    if not re.fullmatch("[1-9][0-9]{0,8}", text):
        raise CannotUse(f"`--tries` takes a number from 1 to 999999999, not `{text[:40]}`.")
    return int(text)


def _compared(areas: Mapping[str, CompiledDocument], case: Path, reference: str, tries: int) -> CaseComparison:
    from threshold_tool.cases.fitting import require_fit
    from threshold_tool.cases.loader import require_case
    from threshold_tool.cases.model import Vignette
    from threshold_tool.comparison.by_case import compare_case

    loaded = require_case(case, Vignette)
    fitted = {key: require_fit(compiled, loaded, pass_over_unknown=True) for key, compiled in areas.items()}
    return compare_case(areas, fitted, reference, bound=tries)


def _run_case(comparison: CaseComparison, files: RecordFiles, *, as_json: bool) -> int:
    from threshold_tool.cli.comparison_text import print_case_comparison
    from threshold_tool.comparison.as_json import case_comparison_as_json
    from threshold_tool.reports.case_comparison import case_comparison_report

    if files.paths:
        files.write_report(case_comparison_report(comparison))
    if as_json:
        print_json(case_comparison_as_json(comparison))
    else:
        print_case_comparison(out(), comparison)
        _say_where(files, " It speaks of a child: keep it as your organisation keeps such records.")
    return 1 if comparison.differences else 0


def _run_table(areas: Mapping[str, CompiledDocument], files: RecordFiles, options: argparse.Namespace) -> int:
    from threshold_tool.cli.comparison_text import print_table
    from threshold_tool.comparison.as_json import table_as_json
    from threshold_tool.comparison.by_question import compare_questions
    from threshold_tool.reports.question_table import question_table_report

    table = compare_questions(areas)
    if files.paths:
        files.write_report(question_table_report(table, differences_only=options.differences))
    if options.json:
        print_json(table_as_json(table, differences_only=options.differences))
    else:
        print_table(out(), table, differences_only=options.differences)
        _say_where(files)
    return 1 if table.differs else 0


def _say_where(files: RecordFiles, more: str = "") -> None:
    page = out()
    for path in files.paths:
        page.line()
        page.line(f"The comparison is in {path}.{more}")
