"""`threshold vignettes`: runs training cases against what the board expects of its document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from threshold_tool.cli.arguments import DOCUMENT, add_json, document_path
from threshold_tool.cli.output import out, print_json
from threshold_tool.cli.vignette_files import vignettes_of

if TYPE_CHECKING:
    import argparse

    from threshold_tool.cases.vignettes import NotCovered, VignetteOutcome
    from threshold_tool.cli.output import Page
    from threshold_tool.evaluation.compiled import CompiledDocument

SUMMARY = "run vignettes against what is expected of a document"
ABOUT = (
    "Runs vignettes against the levels, actions and unknowns that they expect of a document, and lists which "
    "placements, rules and answers no vignette touches. Without a FILE it takes all in the folder `vignettes` beside "
    "the document, or else those supplied."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("document", metavar="DOC", help=DOCUMENT)
    parser.add_argument("files", metavar="FILE", nargs="*", help="the file of a vignette")
    parser.add_argument("--all", action="store_true", help="list every placement and answer that no vignette touches")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints how each vignette came out; 1 when an expectation is missed."""
    from threshold_tool.cases.loader import require_case
    from threshold_tool.cases.model import Vignette
    from threshold_tool.cases.vignettes import not_covered, run_vignette
    from threshold_tool.documents.loader import require_document
    from threshold_tool.evaluation.compiled import compile_document

    path = document_path(options.document)
    compiled = compile_document(require_document(path))
    files = [Path(name) for name in options.files] or vignettes_of(path)
    outcomes = [run_vignette(compiled, require_case(file, Vignette)) for file in files]
    left = not_covered(compiled, outcomes)
    if options.json:
        print_json(_as_json(compiled, list(zip(files, outcomes, strict=True)), left))
    else:
        _print(out(), outcomes, left, everything=options.all)
    return 0 if all(outcome.met for outcome in outcomes) else 1


def _as_json(
    compiled: CompiledDocument, outcomes: list[tuple[Path, VignetteOutcome]], left: NotCovered
) -> dict[str, Any]:
    document = compiled.source.document
    return {
        "document": {"id": document.id, "edition": document.edition, "fingerprint": compiled.source.fingerprint},
        "vignettes": [
            {
                "file": str(file),
                "title": outcome.title,
                "fits": bool(outcome.assessments),
                "met": outcome.met,
                "children": [
                    {"ref": child.ref, "level": child.level, "met": child.met, "missed": list(child.missed)}
                    for child in outcome.children
                ],
            }
            for file, outcome in outcomes
        ],
        "not_covered": {
            "placements": list(left.placements),
            "rules": list(left.rules),
            "answers": [{"question": question, "answer": answer} for question, answer in left.answers],
        },
    }


def _print(page: Page, outcomes: list[VignetteOutcome], left: NotCovered, *, everything: bool) -> None:
    for outcome in outcomes:
        page.line(f"{outcome.title}: {_came_out(outcome)}")
        page.items(f"Child {child.ref}: {missed}" for child in outcome.children for missed in child.missed)
    missed = sum(1 for outcome in outcomes if not outcome.met)
    page.line()
    page.line(
        f"{len(outcomes)} {'vignette' if len(outcomes) == 1 else 'vignettes'}, {missed} with an expectation missed."
    )
    _print_left(page, "Rules", left.rules, in_full=True)
    _print_left(page, "Placements", left.placements, in_full=everything)
    answers = tuple(f"{question}={answer}" for question, answer in left.answers)
    _print_left(page, "Answers", answers, in_full=everything)
    if not everything and (left.placements or left.answers):
        page.line("Add --all to list them.")


def _came_out(outcome: VignetteOutcome) -> str:
    if not outcome.assessments:
        return "expects nothing of this document, and does not fit it"
    if not outcome.children:
        return "expects nothing of this document"
    return "as expected" if outcome.met else "missed"


def _print_left(page: Page, what: str, ids: tuple[str, ...], *, in_full: bool) -> None:
    page.line(f"{what} that no vignette touches: {len(ids)}")
    if in_full and ids:
        page.line(", ".join(ids), indent=2)
