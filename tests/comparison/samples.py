"""Two small areas that differ in names, law, placements, rules and questions, and a case that both can read."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import read_case
from threshold_tool.comparison.by_case import compare_case
from threshold_tool.documents.loader import require_document
from threshold_tool.evaluation.compiled import compile_document

if TYPE_CHECKING:
    from threshold_tool.comparison.by_case import CaseComparison
    from threshold_tool.evaluation.compiled import CompiledDocument

SAMPLES = Path(__file__).parent.parent / "cli" / "samples"


@cache
def area(name: str) -> CompiledDocument:
    """One of the two areas, `small` or `neighbour`."""
    return compile_document(require_document(SAMPLES / f"{name}.yaml"))


def both() -> dict[str, CompiledDocument]:
    """The two areas by their keys."""
    return {name: area(name) for name in ("small", "neighbour")}


def compared(children: str, family: str = "{}", *, reference: str = "small", bound: int = 600) -> CaseComparison:
    """A case with these children and family answers, held against both areas."""
    text = f"format: threshold-case/1\non: 2026-11-16\ntitle: Here\nchildren: {children}\nfamily: {family}\n"
    loaded = read_case(text.encode("utf-8"), "case.yaml").loaded
    assert loaded is not None
    fitted = {key: require_fit(compiled, loaded, pass_over_unknown=True) for key, compiled in both().items()}
    return compare_case(both(), fitted, reference, bound=bound)


def straight(words: str) -> str:
    """Words with straight quotation marks, which are told apart more easily in a test."""
    return words.replace("\u2018", "'").replace("\u2019", "'")
