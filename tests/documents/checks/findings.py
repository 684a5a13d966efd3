"""What housekeeping says of the small good document with some of its text replaced."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.documents.written import load
from threshold_tool.documents.checks.housekeeping import check_housekeeping
from threshold_tool.problems import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from threshold_tool.problems import Problem


def findings(folder: Path, code: str, *replacements: tuple[str, str]) -> list[Problem]:
    """The warnings of one code about the edited document, which has to be usable; others are not expected."""
    result = load(folder, *replacements)
    assert result.document is not None, result.problems
    assert result.composition is not None
    found = list(check_housekeeping(result.composition, date(2026, 11, 16)))
    assert {problem.code for problem in found} <= {code}
    assert all(problem.severity is Severity.WARNING and problem.hint for problem in found)
    return found


def underlined(problem: Problem, folder: Path) -> str:
    """The rest of the line on which the problem stands, from its column on."""
    assert problem.location.line is not None
    assert problem.location.column is not None
    lines = (folder / "document.yaml").read_text(encoding="utf-8").splitlines()
    return lines[problem.location.line - 1][problem.location.column - 1 :]
