"""The real engine on plain dicts, as the brute force takes them: through YAML text and the strict reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import read_case
from threshold_tool.documents.loader import load_document
from threshold_tool.evaluation.as_json import case_as_json
from threshold_tool.evaluation.case_result import assess_case
from threshold_tool.evaluation.compiled import CompiledDocument, compile_document

if TYPE_CHECKING:
    from pathlib import Path


def compiled(document: dict[str, Any], folder: Path) -> CompiledDocument:
    """The document as the tool reads it from a file; fails with its problems when it is refused."""
    file = folder / "document.yaml"
    file.write_text(text(document), encoding="utf-8", newline="\n")
    result = load_document(file)
    assert result.document is not None, [str(problem) for problem in result.problems]
    return compile_document(result.document)


def assess(document: CompiledDocument, case: dict[str, Any]) -> dict[str, Any]:
    """What `assess --json` says of the case; fails with its problems when it is refused."""
    result = read_case(text(case).encode("utf-8"), "case.yaml")
    assert result.loaded is not None, [str(problem) for problem in result.problems]
    return case_as_json(assess_case(document, require_fit(document, result.loaded)))


def comparable(child: dict[str, Any]) -> dict[str, Any]:
    """One child's result without words, with lists in an order of their own where theirs says nothing."""
    return {
        **{key: child[key] for key in ("ref", "level", "basis", "lowest", "highest", "statutory", "immediate")},
        **{key: sorted((c["kind"], c["id"], str(c["level"])) for c in child[key]) for key in ("reasons", "also")},
        "sufficient": sorted(sorted(questions) for questions in child["sufficient"]),
        "unknowns": sorted((u["question"], u["could_reach"]) for u in child["unknowns"]),
        "would_raise": sorted((r["question"], r["answer"], r["level"]) for r in child["would_raise"]),
        "require": sorted(child["require"]),
        "set_aside": sorted((s["question"], s["typed"]) for s in child["set_aside"]),
    }


class _WithoutAliases(yaml.SafeDumper):
    """Writes a value as often as it stands there: the strict reader takes no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def text(value: dict[str, Any]) -> str:
    """The value as YAML text."""
    dumped: str = yaml.dump(value, Dumper=_WithoutAliases, sort_keys=False, allow_unicode=True)
    return dumped
