"""Reads the cases that were worked by hand, and puts a result into the form that they expect."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent.parent / "evaluation" / "worked_cases"
AS_SETS = ("reasons", "also", "require")


@dataclass(frozen=True)
class WorkedCase:
    """A case, its document and what the text says of it, every scalar as the text that stands in the file."""

    name: str
    about: str
    document: dict[str, Any]
    case: dict[str, Any]
    headline: str | None
    expect: dict[str, dict[str, Any]]  # by child, the keys that matter


def worked_cases() -> list[WorkedCase]:
    """Return every worked case, by name."""
    return [worked_case(path) for path in sorted(FOLDER.glob("*.yaml"))]


def worked_case(path: Path) -> WorkedCase:
    """Return the worked case in a file, with its document, which stands there or beside it under its name."""
    read = text_of(path)
    document = read["document"]
    if isinstance(document, str):
        document = text_of(document_path(document))
    headline = read["expect"].pop("headline", None)
    return WorkedCase(path.stem, read["about"], document, read["case"], headline, read["expect"])


def document_path(name: str) -> Path:
    """Return where a document that several worked cases share is kept."""
    return FOLDER / "documents" / f"{name}.yaml"


def text_of(path: Path) -> dict[str, Any]:
    """Return a YAML file with every scalar left as text."""
    read: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return read


def in_short(child: dict[str, Any]) -> dict[str, Any]:
    """Return one child of an `assess --json` result in the form of `expect`."""
    raises = child["would_raise"]
    return {
        **{key: child[key] for key in ("level", "basis", "lowest", "highest", "require")},
        **{key: "true" if child[key] else "false" for key in ("statutory", "immediate")},
        **{key: [clause["id"] for clause in child[key]] for key in ("reasons", "also")},
        "sufficient": sorted(sorted(names) for names in child["sufficient"]),
        "unknowns": {entry["question"]: entry["could_reach"] for entry in child["unknowns"]},
        "would_raise": {r["question"]: {"answer": r["answer"], "level": r["level"]} for r in raises},
        "set_aside": {entry["question"]: entry["typed"] for entry in child["set_aside"]},
    }


def disagreements(child: dict[str, Any], expected: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return, by key, what was found and what was expected, where the two differ."""
    found = in_order(in_short(child))
    wanted = in_order(expected)
    return {key: (found[key], wanted[key]) for key in wanted if found[key] != wanted[key]}


def in_order(short: dict[str, Any]) -> dict[str, Any]:
    """Return the short form with its lists sorted where their order says nothing."""
    ordered = {key: sorted(short[key]) for key in AS_SETS if key in short}
    if "sufficient" in short:
        ordered["sufficient"] = sorted(sorted(names) for names in short["sufficient"])
    return {**short, **ordered}
