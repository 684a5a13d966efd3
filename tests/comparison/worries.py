"""Two areas made to be slow to compare: one counts many small worries, the other places a single one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.comparison.samples import area
from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import read_case
from threshold_tool.comparison.by_case import compare_case
from threshold_tool.documents import conditions as c
from threshold_tool.evaluation.compiled import compile_document

if TYPE_CHECKING:
    from collections.abc import Collection

    from threshold_tool.comparison.by_case import CaseComparison
    from threshold_tool.evaluation.compiled import CompiledDocument

WORRIES = tuple(f"worry-{number}" for number in range(16))
COUNTED = 8
SMALLEST = len(WORRIES) - COUNTED + 1
"""How many of the worries have to go before the rule no longer holds."""


def many_small_worries(*, bound: int) -> CaseComparison:
    """A child with all the worries, held against both areas; only thousands of tries would find the smallest set."""
    areas = {"counting": _area(WORRIES), "calm": _area(WORRIES[:1])}
    answers = ", ".join(f"{worry}: yes" for worry in WORRIES)
    text = f"format: threshold-case/1\non: 2026-11-16\nchildren: [{{ref: A, age: 8 years, answers: {{{answers}}}}}]\n"
    loaded = read_case(text.encode("utf-8"), "case.yaml").loaded
    assert loaded is not None
    fitted = {key: require_fit(compiled, loaded) for key, compiled in areas.items()}
    return compare_case(areas, fitted, "counting", bound=bound)


def _area(placed: Collection[str]) -> CompiledDocument:
    """The small area with the worries as its only questions, some placed, and their count as its only rule."""
    source = area("small").source
    document, sleeps = source.document, source.questions["sleeps"]
    rule = document.rules[1]
    when = c.Placed(placed=c.PlacedFilter(at_or_above="early-help", n=COUNTED))
    section = next(section for section in document.sections if section.id == "school")
    changed = document.model_copy(
        update={
            "sections": (section.model_copy(update={"questions": WORRIES}),),
            "placements": dict.fromkeys(placed, document.placements["sleeps"]),
            "rules": (rule.model_copy(update={"when": when}),),
        }
    )
    questions = {worry: sleeps.model_copy(update={"id": worry}) for worry in WORRIES}
    return compile_document(replace(source, document=changed, questions=questions))
