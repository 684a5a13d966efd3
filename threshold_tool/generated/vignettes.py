"""Generated cases as vignettes, for trainers and for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.cases.model import Expectation, Vignette
from threshold_tool.generated.words import below_sentence
from threshold_tool.proofs.witness import REF, assessed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.cases.model import Case
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.generated.deciding import Deciding


def vignettes(compiled: CompiledDocument, one: Deciding) -> Iterator[tuple[str, Vignette]]:
    """The case that a clause decides and the one just below, each with a name for its file."""
    name = "".join(letter if letter.isalnum() else "-" for letter in one.clause)
    if one.case is not None:
        above = (f"`{one.clause}` decides this.", below_sentence(compiled, one.below))
        yield name, _vignette(compiled, one.case, f"{one.clause} decides", above)
    if one.below is not None:
        below = (f"One step more, and `{one.clause}` decides.",)
        yield f"{name}-below", _vignette(compiled, one.below.case, f"Just below {one.clause}", below)


def _vignette(compiled: CompiledDocument, case: Case, title: str, learning: tuple[str, ...]) -> Vignette:
    found = assessed(compiled, case)
    expected = Expectation(level=compiled.level_id(found.recommendation.level), require=found.require)
    given = {name: getattr(case, name) for name in type(case).model_fields if name in case.model_fields_set}
    extra = {"title": title, "learning": learning, "expect": {compiled.source.document.id: {REF: expected}}}
    return Vignette(**{**given, **extra})
