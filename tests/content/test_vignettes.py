"""The shipped vignettes: what each expects comes out, and between them they say what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.content.shipped import AREAS, compiled, document, vignettes
from threshold_tool.cases.fitting import fit
from threshold_tool.cases.model import Vignette
from threshold_tool.cases.vignettes import run_vignette
from threshold_tool.evaluation.assess import assess
from threshold_tool.problems import has_errors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.evaluation.assess import Assessment


def vignette(name: str) -> Vignette:
    case = vignettes()[name].case
    assert isinstance(case, Vignette)
    return case


JUDGED = [(name, area) for name in vignettes() for area in AREAS if area in vignette(name).expect]


@pytest.mark.parametrize(("name", "area"), JUDGED)
def test_what_is_expected_comes_out(name: str, area: str) -> None:
    """Every expectation that a vignette has of an area holds."""
    outcome = run_vignette(compiled(area), vignettes()[name])

    assert {child.ref: child.missed for child in outcome.children if not child.met} == {}
    assert {child.ref for child in outcome.children} == set(vignette(name).expect[area])


@pytest.mark.parametrize("area", AREAS)
def test_every_rule_is_exercised(area: str) -> None:
    """Every rule of the area holds for a child of some vignette."""
    held = {reason.clause.id for child in children_in(area) for reason in (*child.reasons(), *child.also())}

    assert [rule.id for rule in document(area).document.rules if rule.id not in held] == []


def children_in(area: str) -> Iterator[Assessment]:
    """The children of every vignette whose answers the area's document has."""
    for loaded in vignettes().values():
        fitted = fit(compiled(area), loaded)
        if not has_errors(fitted.problems):
            yield from (assess(compiled(area), child) for child in fitted.children)


@pytest.mark.parametrize("name", vignettes())
def test_a_vignette_tells_teaches_and_expects(name: str) -> None:
    """A vignette has a story in parts, something to learn, and an expectation for each of its children somewhere."""
    case = vignette(name)
    expected = {ref for refs in case.expect.values() for ref in refs}

    assert len(case.story) >= 2
    assert case.learning
    assert expected == {child.ref for child in case.children}
    assert set(case.expect) <= set(AREAS)


def test_vignettes_of_every_kind() -> None:
    """There are more than 20 vignettes, some of babies, of older children, of several children and of low levels."""
    found = [vignette(name) for name in vignettes()]
    ages = [child.age for case in found for child in case.children if child.age]

    assert len(found) >= 20
    assert any(len(case.children) > 1 for case in found)
    assert any(child.due for case in found for child in case.children)
    assert any(str(age).endswith(("months", "weeks")) for age in ages)
    assert any(case.earlier_concerns for case in found)
    assert any(entry.level == "universal" for case in found for entry in case.expect.get("exampleshire", {}).values())
