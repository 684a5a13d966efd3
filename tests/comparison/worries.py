"""Areas that place worries and count them, for differences that are hard to work out."""

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
    from collections.abc import Mapping

    from threshold_tool.comparison.by_case import CaseComparison
    from threshold_tool.evaluation.compiled import CompiledDocument

WORRIES = tuple(f"worry-{number}" for number in range(16))
COUNTED = 8
SMALLEST = len(WORRIES) - COUNTED + 1
"""How many of the worries have to go before the rule no longer holds."""


def many_small_worries(*, bound: int) -> CaseComparison:
    """One area counts many small worries, of which the other places one; only thousands of tries find the fewest."""
    return _compared(dict.fromkeys(WORRIES, "early-help"), {WORRIES[0]: "early-help"}, counted=COUNTED, bound=bound)


def one_worry_or_two(*, bound: int) -> CaseComparison:
    """The other area comes to its level by one great worry, and by two small ones that it counts."""
    placed = {WORRIES[0]: "child-in-need", WORRIES[1]: "early-help", WORRIES[2]: "early-help"}
    return _compared({}, placed, counted=2, bound=bound)


def _compared(own: Mapping[str, str], other: Mapping[str, str], *, counted: int, bound: int) -> CaseComparison:
    """A child with all the worries, held against two areas that place each at a level, or nowhere."""
    areas = {"counting": _area(own, counted), "calm": _area(other, counted)}
    answers = ", ".join(f"{worry}: yes" for worry in WORRIES)
    text = f"format: threshold-case/1\non: 2026-11-16\nchildren: [{{ref: A, age: 8 years, answers: {{{answers}}}}}]\n"
    loaded = read_case(text.encode("utf-8"), "case.yaml").loaded
    assert loaded is not None
    fitted = {key: require_fit(compiled, loaded) for key, compiled in areas.items()}
    return compare_case(areas, fitted, "counting", bound=bound)


def _area(placed: Mapping[str, str], counted: int) -> CompiledDocument:
    """The small area with the worries as its only questions, some placed, and their count as its only rule."""
    source = area("small").source
    document, sleeps = source.document, source.questions["sleeps"]
    yes = document.placements["sleeps"]["yes"]
    rule = document.rules[1]
    when = c.Placed(placed=c.PlacedFilter(at_or_above="early-help", n=counted))
    section = next(section for section in document.sections if section.id == "school")
    changed = document.model_copy(
        update={
            "sections": (section.model_copy(update={"questions": WORRIES}),),
            "placements": {w: {"yes": yes.model_copy(update={"level": level})} for w, level in placed.items()},
            "rules": (rule.model_copy(update={"when": when}),),
        }
    )
    questions = {worry: sleeps.model_copy(update={"id": worry}) for worry in WORRIES}
    return compile_document(replace(source, document=changed, questions=questions))
