"""The areas are different areas: the same answers about the same family mean different duties."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.content.differences import differences_in_law, law_of
from tests.content.shipped import AREAS, compiled, document, vignettes
from threshold_tool.cases.fitting import fit
from threshold_tool.cases.model import Vignette
from threshold_tool.evaluation.assess import assess

FEWEST_DIFFERENCES = 20
FEWEST_VIGNETTES = 6


Duty = tuple[frozenset[str], str]


def duty(area: str, level: int) -> Duty:
    """What a level asks of people: the law behind it, and the rule about consent."""
    consent = document(area).document.levels[level].consent
    return law_of(area, level), consent.rule if consent else ""


def duties_expected(vignette: Vignette) -> list[set[Duty]]:
    """For each child, the different duties that the areas are expected to come to."""
    found = []
    for child in vignette.children:
        expected = {area: refs[child.ref] for area, refs in vignette.expect.items() if child.ref in refs}
        levels = {area: entry.level for area, entry in expected.items() if entry.level and area in AREAS}
        found.append({duty(area, document(area).level_order[level]) for area, level in levels.items()})
    return found


def of_several_areas() -> dict[str, Vignette]:
    """The vignettes that expect something of more than one area."""
    cases = {name: loaded.case for name, loaded in vignettes().items()}
    return {name: case for name, case in cases.items() if isinstance(case, Vignette) and len(case.expect) > 1}


@pytest.mark.parametrize(("first", "second"), list(combinations(AREAS, 2)))
def test_areas_place_answers_differently(first: str, second: str) -> None:
    """Any two areas put at least 20 answers of shared questions under different law."""
    assert len(differences_in_law(first, second)) >= FEWEST_DIFFERENCES


def test_areas_share_the_questions() -> None:
    """Every shared set is used by every area, so that any family can be held against all of them."""
    used = [set(document(area).document.use) for area in AREAS]

    assert all(sets == used[0] for sets in used)


def test_areas_count_levels_differently() -> None:
    """The same level number or id does not mean the same law everywhere: law is never read off a position."""
    by_place: dict[int, set[tuple[str, ...]]] = {}
    for area in AREAS:
        for place, level in enumerate(document(area).document.levels, start=1):
            by_place.setdefault(place, set()).add(level.legal_basis)

    assert any(len(laws) > 1 for laws in by_place.values())
    assert len({len(document(area).document.levels) for area in AREAS}) > 1


@pytest.mark.skipif(len(of_several_areas()) < FEWEST_VIGNETTES, reason="few vignettes expect anything of two areas")
def test_vignettes_expect_different_things_of_areas() -> None:
    """At least six vignettes expect different duties of different areas for the same child."""
    several = of_several_areas()
    differ = [name for name, case in several.items() if any(len(duties) > 1 for duties in duties_expected(case))]

    assert len(differ) >= FEWEST_VIGNETTES


def test_vignettes_come_out_differently() -> None:
    """At least six vignettes come to different duties in different areas for the same child."""
    differ = [name for name in vignettes() if any(len(duties) > 1 for duties in duties_reached(name))]

    assert len(differ) >= FEWEST_VIGNETTES


def duties_reached(name: str) -> list[set[Duty]]:
    """For each child of a vignette, the different duties that the areas come to."""
    fitted = {area: fit(compiled(area), vignettes()[name], pass_over_unknown=True).children for area in AREAS}
    levels = {area: [assess(compiled(area), child).recommendation.level for child in fitted[area]] for area in AREAS}
    return [{duty(area, found[at]) for area, found in levels.items()} for at in range(len(fitted[AREAS[0]]))]
