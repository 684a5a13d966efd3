"""The codes of the problems that the sources can report, found in the sources themselves."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

from threshold_tool.documents.checks.references import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent.parent
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# Which argument of a function is the code. Those of the YAML mistakes come after message and hint.
_FIRST = {"Problem", "_report", "_warning", "must", "says", "whole", "_must"}
_THIRD = {"here", "at_start"}


def codes_in_sources() -> set[str]:
    """Every code that documents and cases can be reported with."""
    folders = (ROOT / "threshold_tool" / "documents", ROOT / "threshold_tool" / "cases")
    sources = [path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.py")]
    return {code for source in sources for code in codes_in(source)}


def codes_in(source: str) -> set[str]:
    """The codes in one source: constants where a code is due, and those of `unknown-KIND`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        for argument in _code_expressions(node):
            found.update(_constants(argument))
    return {code for code in found if _CODE.fullmatch(code)}


def _code_expressions(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions in a node that stand for a code."""
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        place = 0 if name in _FIRST else 2 if name in _THIRD else None
        if place is not None and len(node.args) > place:
            yield node.args[place]
        yield from (keyword.value for keyword in node.keywords if keyword.arg == "code")
    elif isinstance(node, ast.AnnAssign | ast.Assign) and node.value and _assigns_code(node):
        yield node.value


def _assigns_code(node: ast.AnnAssign | ast.Assign) -> bool:
    """Whether this is `code: str = ...` or `code, mark = ...`, of which only words that are codes are taken."""
    target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
    first = target.elts[0] if isinstance(target, ast.Tuple) else target
    return getattr(first, "id", "") == "code"


def _constants(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.JoinedStr) and getattr(argument.values[0], "value", "") == "unknown-":
        yield from (f"unknown-{kind}" for kind in KINDS)
    yield from (n.value for n in ast.walk(argument) if isinstance(n, ast.Constant) and isinstance(n.value, str))
