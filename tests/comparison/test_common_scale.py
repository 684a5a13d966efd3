"""What levels of different documents have in common, and the ladder on which both stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings

from tests.comparison.samples import area
from tests.comparison.two_areas import two_areas_and_a_case
from tests.evaluation import engine
from threshold_tool.comparison.common_scale import Standing, ladder, same_levels, standing

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from threshold_tool.documents.model import ThresholdDocument

random_areas = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


def documents(drawn: tuple[dict[str, Any], ...], folder: Path) -> tuple[ThresholdDocument, ThresholdDocument]:
    first, second = (engine.compiled(document, folder).source.document for document in drawn[:2])
    return first, second


def test_a_level_means_its_law_and_whether_it_is_more_than_nothing() -> None:
    """Name, number and place of a level do not count."""
    small, neighbour = area("small"), area("neighbour")

    assert standing(small, 1) == standing(neighbour, 1) == standing(neighbour, 2)
    assert standing(small, 0) == Standing(False, frozenset(), above_when_nothing_matches=False)
    assert standing(small, 2) == standing(neighbour, 3)
    assert standing(small, 3) != standing(neighbour, 4)


def test_levels_of_one_area_are_the_same() -> None:
    """A document has the same levels as itself, and not those of its neighbour."""
    small, neighbour = (area(name).source.document for name in ("small", "neighbour"))

    assert same_levels(small, small)
    assert not same_levels(small, neighbour)


def test_other_law_makes_other_levels() -> None:
    """Levels of the same names on other law cannot be compared as levels."""
    small = area("small").source.document
    top = small.levels[-1].model_copy(update={"legal_basis": ("s31",)})

    assert not same_levels(small, small.model_copy(update={"levels": (*small.levels[:-1], top)}))


def test_the_ladder_of_two_areas() -> None:
    """The same law and the bases share a rung; a level without a match stands between its neighbours."""
    found = ladder(area("small").source.document, area("neighbour").source.document)

    assert found.own == (0, 1, 3, 4)
    assert found.other == (0, 1, 2, 3, 5)
    assert [rung.legal_basis for rung in found.rungs] == [(), (), (), ("s17",), ("s47",), ("s47", "s31")]


@random_areas
@given(drawn=two_areas_and_a_case())
def test_a_ladder_keeps_order_and_law(drawn: tuple[dict[str, Any], ...], tmp_path: Path) -> None:
    """Both orders are kept, every level stands on a rung of its own law, and statutory rungs are on top."""
    one, two = documents(drawn, tmp_path)
    found = ladder(one, two)

    for document, places in ((one, found.own), (two, found.other)):
        assert list(places) == sorted(set(places))
        for level, place in zip(document.levels, places, strict=True):
            rung = found.rungs[place]
            assert (rung.statutory, set(rung.legal_basis)) == (level.statutory, set(level.legal_basis))
    assert {*found.own, *found.other} == set(range(len(found.rungs)))
    statutory = [rung.statutory for rung in found.rungs]
    assert statutory == sorted(statutory)


@random_areas
@given(drawn=two_areas_and_a_case())
def test_a_ladder_is_the_same_from_both_sides(drawn: tuple[dict[str, Any], ...], tmp_path: Path) -> None:
    """Whichever document comes first, the same levels share a rung."""
    one, two = documents(drawn, tmp_path)
    here, there = ladder(one, two), ladder(two, one)

    def shared(own: tuple[int, ...], other: tuple[int, ...]) -> int:
        return len(set(own) & set(other))

    assert shared(here.own, here.other) == shared(there.own, there.other)


def test_the_ladder_of_one_document_is_its_own_levels() -> None:
    """Held against itself, a document needs no rung more."""
    document = area("neighbour").source.document
    found = ladder(document, document)

    assert found.own == found.other == (0, 1, 2, 3, 4)
