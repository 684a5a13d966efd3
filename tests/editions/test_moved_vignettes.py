"""Vignettes under two editions: who moves, after which part, and what is not tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.editions.second_edition import LOWERED, SLEEPS_GONE, first, second
from threshold_tool.cases.loader import LoadedCase
from threshold_tool.cases.model import Vignette
from threshold_tool.editions.moved_vignettes import Moved, MovedVignettes, moved_vignettes
from threshold_tool.evaluation.compiled import compile_document

if TYPE_CHECKING:
    from pathlib import Path


def vignette(**more: object) -> LoadedCase:
    """Two children of 6, of whose family nothing is said but what `more` says."""
    data = {
        "format": "threshold-case/1",
        "title": "Evenings",
        "on": "2026-07-01",
        "children": [{"ref": "A", "age": "6 years"}, {"ref": "B", "age": "6 years"}],
        **more,
    }
    return LoadedCase.from_answers(Vignette.model_validate(data))


def moved(folder: Path, told: LoadedCase, *changes: tuple[str, str]) -> MovedVignettes:
    """What becomes of a vignette where the new edition has these changes."""
    return moved_vignettes(compile_document(first()), compile_document(second(folder, *changes)), [told])


def test_each_child_who_moves_is_named(tmp_path: Path) -> None:
    """With the levels of both editions."""

    told = vignette(family={"drink-concern": "yes", "drink-effect": "often"})

    assert moved(tmp_path, told, LOWERED) == MovedVignettes(
        2, tuple(Moved("Evenings", ref, None, "child-in-need", "early-help") for ref in "AB")
    )


def test_a_child_who_moves_part_way_is_named_with_the_part(tmp_path: Path) -> None:
    """What a later part tells can bring the editions together again."""

    family = {"drink-concern": "yes", "drink-effect": "often"}
    children = [{"ref": "A", "age": "6 years", "answers": {"attendance": "40"}}]
    story = [{"text": "One", "family": family}, {"text": "Two", "children": {"A": {"attendance": "40"}}}]
    found = moved(tmp_path, vignette(family=family, children=children, story=story), LOWERED)

    assert found.at_the_end == ()
    assert found.part_way == (Moved("Evenings", "A", 1, "child-in-need", "early-help"),)


def test_a_question_that_is_gone_moves_children(tmp_path: Path) -> None:
    """A vignette is not left out because the new edition no longer asks."""

    children = [{"ref": "A", "age": "6 years", "answers": {"sleeps": "yes"}}]
    told = vignette(children=children, family={"danger-now": "no", "drink-concern": "no"}, nothing_seen_in=["drink"])
    found = moved(
        tmp_path,
        told,
        LOWERED,
        ("when_too_little_is_known: early-help", "when_too_little_is_known: universal"),
        *SLEEPS_GONE,
    )

    assert found.moved == (Moved("Evenings", "A", None, "early-help", "universal"),)


def test_a_vignette_that_neither_edition_takes_is_named(tmp_path: Path) -> None:
    """It counts for no child."""

    told = vignette(family={"weather": "cold"})

    assert moved(tmp_path, told, LOWERED) == MovedVignettes(0, (), ("Evenings",))
