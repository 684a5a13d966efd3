"""The corpus of broken files: each has its exact problems beside it, in a file that ends in `.problems`.

A problem is one line: `line:column severity code: message | hint`; one in another file starts with its name.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from threshold_tool.cases.fitting import fit
from threshold_tool.cases.loader import load_case
from threshold_tool.cases.model import Vignette
from threshold_tool.documents.checks.housekeeping import check_housekeeping
from threshold_tool.documents.loader import load_document
from threshold_tool.evaluation.compiled import compile_document
from threshold_tool.problems import in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from threshold_tool.problems import Problem

TESTS = Path(__file__).resolve().parent.parent
GOOD_DOCUMENT = TESTS / "documents" / "good" / "smallshire.yaml"
SEEN_ON = date(2026, 11, 16)
"""The day from which housekeeping looks at the untidy documents."""


def broken_documents() -> list[Path]:
    """The broken documents; a parent or question set beside them is read with the document that names it."""
    return _yaml_files(TESTS / "documents" / "bad")


def untidy_documents() -> list[Path]:
    """Documents that are usable, and of which housekeeping has something to say."""
    return _yaml_files(TESTS / "documents" / "untidy")


def broken_cases() -> list[Path]:
    """The broken cases, which all belong to the small good document."""
    return _yaml_files(TESTS / "cases" / "bad")


def _yaml_files(folder: Path) -> list[Path]:
    found = [*folder.glob("*.yaml"), *folder.glob("*/*.yaml")]
    return sorted(p for p in found if p.parent.name != "question_sets" and not p.name.startswith("parent"))


def problems_of_document(path: Path) -> str:
    """The problems of a document, one on each line."""
    return as_lines(load_document(path).problems, path)


def problems_of_untidy_document(path: Path) -> str:
    """The warnings that housekeeping has about a document."""
    composition = load_document(path).composition
    assert composition is not None
    return as_lines(in_reading_order(check_housekeeping(composition, SEEN_ON)), path)


def problems_of_case(path: Path) -> str:
    """The problems of a case by itself, or when it has none those of its answers to the small good document."""
    result = load_case(path, Vignette)
    if result.loaded is None:
        return as_lines(result.problems, path)
    good = load_document(GOOD_DOCUMENT).document
    assert good is not None
    return as_lines(fit(compile_document(good), result.loaded).problems, path)


def as_lines(problems: Iterable[Problem], path: Path) -> str:
    """Problems as the corpus keeps them; places and messages name files without their folders."""
    return "".join(_line(problem, path) for problem in problems)


def _line(problem: Problem, path: Path) -> str:
    place = problem.location
    file = "" if Path(place.file) == path else f"{Path(place.file).name}:"
    where = ":".join(str(part) for part in (place.line, place.column) if part is not None)
    hint = f" | {problem.hint}" if problem.hint else ""
    line = f"{file}{where or '-'} {problem.severity} {problem.code}: {problem.message}{hint}"
    return _without_folders(line) + "\n"


def _without_folders(line: str) -> str:
    return re.sub(re.escape(str(TESTS)) + r"[^ ]*[/\\]", "", line)


def expected_file(path: Path) -> Path:
    """The file that holds the problems expected of a broken file."""
    return path.with_suffix(".problems")


def corpus() -> list[tuple[Path, str]]:
    """Every broken or untidy file, and its problems as they are now."""
    return [
        *((path, problems_of_document(path)) for path in broken_documents()),
        *((path, problems_of_untidy_document(path)) for path in untidy_documents()),
        *((path, problems_of_case(path)) for path in broken_cases()),
    ]
