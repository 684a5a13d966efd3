"""`threshold cases`: for each clause of a document the smallest case that it decides, and the one just below."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from threshold_tool.cli.arguments import DOCUMENT, add_json, day, document_path, steps, today
from threshold_tool.cli.output import out, print_json
from threshold_tool.cli.progress import Progress
from threshold_tool.errors import CannotUse

if TYPE_CHECKING:
    import argparse

    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.generated.deciding import Deciding

SUMMARY = "make the smallest case that each clause decides, and the one just below"
ABOUT = (
    "Makes cases from a document, for trainers and for tests: for each rule and placement the smallest case whose "
    "result it decides, and the nearest case at which the result is lower. A clause that decides nothing is said to."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("document", metavar="DOC", help=DOCUMENT)
    parser.add_argument(
        "clauses", metavar="CLAUSE", nargs="*", help="only these rules and placements (QUESTION=ANSWER)"
    )
    parser.add_argument("--write", metavar="FOLDER", help="write each case as a vignette into a folder of its own")
    parser.add_argument("--on", metavar="DATE", help="the assessment date of the cases; today by default")
    parser.add_argument("--steps", metavar="N", help="how long to look for each case")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the cases and writes them; 1 when a clause was not decided.

    Raises CannotUse for a clause that is not there or a folder that is not empty, and what reading and writing raise.
    """
    from threshold_tool.documents.loader import require_document
    from threshold_tool.evaluation.compiled import compile_document
    from threshold_tool.generated.deciding import clauses_that_may_decide, deciding_cases

    on = today() if options.on is None else day(options.on)
    most = steps(options.steps)
    compiled = compile_document(require_document(document_path(options.document)))
    _refuse_unknown(options.clauses, clauses_that_may_decide(compiled))
    folder = None if options.write is None else _new_folder(options.write)
    found = []
    with Progress() as progress:
        for one in deciding_cases(compiled, on, most, only=frozenset(options.clauses) or None):
            found.append(one)
            progress.tell(f"{len(found)} clauses looked at ...")
    if folder is not None:
        _write(folder, compiled, found)
    if options.json:
        print_json([_as_json(compiled, one) for one in found])
    else:
        _print(compiled, found, folder)
    return 1 if any(one.outcome == "not-decided" for one in found) else 0


def _new_folder(name: str) -> Path:
    folder = Path(name)
    if not name.strip() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise CannotUse(f"`{name}` is not a new or empty folder. Name another one, so that nothing is written over.")
    return folder


def _refuse_unknown(named: list[str], known: tuple[str, ...]) -> None:
    from threshold_tool.problems import did_you_mean

    for name in named:
        if name not in known:
            near = did_you_mean(name, known) or "Name a rule by its id, a placement as QUESTION=ANSWER."
            raise CannotUse(f"`{name[:60]}` is no rule or placement that could decide anything. {near}")


def _write(folder: Path, compiled: CompiledDocument, found: list[Deciding]) -> None:
    from threshold_tool.cases.writer import case_bytes
    from threshold_tool.files import write_atomically
    from threshold_tool.generated.vignettes import vignettes

    folder.mkdir(parents=True, exist_ok=True)
    for one in found:
        for name, vignette in vignettes(compiled, one):
            write_atomically(folder / f"{name}.yaml", case_bytes(vignette))


def _as_json(compiled: CompiledDocument, one: Deciding) -> dict[str, Any]:
    from threshold_tool.generated.words import sentences
    from threshold_tool.proofs.witness import assessed, case_data

    def shown(case: Any) -> dict[str, Any] | None:
        if case is None:
            return None
        level = compiled.level_id(assessed(compiled, case).recommendation.level)
        return {"level": level, "case": case_data(case)}

    return {
        "clause": one.clause,
        "outcome": one.outcome,
        "decides": shown(one.case),
        "below": shown(one.below.case if one.below else None),
        "words": list(sentences(compiled, one)),
    }


def _print(compiled: CompiledDocument, found: list[Deciding], folder: Path | None) -> None:
    from threshold_tool.generated.words import sentences

    page = out()
    for one in found:
        first, *rest = sentences(compiled, one)
        if one.case is not None:
            page.heading(one.clause)
        page.line(first)
        for sentence in rest:
            page.line(sentence)
    deciding = sum(1 for one in found if one.outcome == "decides")
    page.line()
    page.line(f"{deciding} of {len(found)} clauses decide a case.")
    if folder is not None:
        page.line(f"The cases are in {folder}.")
