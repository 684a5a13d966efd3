"""Changes of meaning against brute force, written from the design alone, on small random editions.

`THRESHOLD_TOOL_EXAMPLES` sets how many random pairs each test tries; 5,000 and more on demand.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, event, given, settings

from tests.evaluation import engine
from tests.oracle import diff_brute_force as brute
from tests.oracle.cases_to_try import Space
from tests.oracle.meaning import ON, Meaning
from tests.oracle.random_editions import documents_and_editions
from tests.oracle.worked_proofs.reading import WorkedChanges, worked_changes
from threshold_tool.editions.difference import Difference, difference
from threshold_tool.proofs.witness import assessed

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = int(os.environ.get("THRESHOLD_TOOL_EXAMPLES", "60"))
many_editions = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)
pytestmark = pytest.mark.timeout(14_400)
Document = dict[str, Any]


def compared(old: Document, new: Document, folder: Path, steps: int = 20_000) -> Difference:
    """What the tool finds."""
    return difference(engine.compiled(old, folder).source, engine.compiled(new, folder).source, ON, steps)


def pairs_at_a_known_age(old: Document, new: Document) -> set[tuple[str, str]]:
    """Each pair of different levels of a child whose age is known, by trying every case."""
    space = Space([Meaning(old), Meaning(new)])
    return {pair for birth in space.births for pair in brute.level_pairs(space, [birth]) if pair[0] != pair[1]}


def assert_the_same(found: Difference, old: Document, new: Document) -> None:
    """Levels, other changes and the verdict are those of brute force."""
    pairs, others = pairs_at_a_known_age(old, new), brute.other_changes(old, new)
    assert {(change.from_, change.to) for change in found.changes} == pairs
    assert {change.kind for change in found.other} == others
    assert found.equivalent is (not pairs and not others)


def assert_shown(found: Difference) -> None:
    """Each case, assessed as any case is, shows its change."""
    editions = (found.old, found.new)
    for change in found.changes:
        levels = [edition.level_id(assessed(edition, change.case).recommendation.level) for edition in editions]
        assert levels == [change.from_, change.to]
        assert change.clauses
    for other in found.other:
        if other.kind == "ask_when":
            continue
        before, after = (assessed(edition, other.case) for edition in editions)
        has = [one.immediate if other.kind == "immediate" else other.about in one.require for one in (before, after)]
        assert has == [not other.is_new, other.is_new]


@many_editions
@given(pair=documents_and_editions())
def test_finds_what_trying_every_case_finds(pair: tuple[Document, Document], tmp_path: Path) -> None:
    """The same changes are found, nothing else, and each case shows its own."""
    found = compared(*pair, tmp_path)

    event(f"equivalent: {found.equivalent}")
    assert not found.not_decided
    assert_the_same(found, *pair)
    assert found.equivalent is False or brute.level_changes(*pair) == set()
    assert_shown(found)


@many_editions
@given(pair=documents_and_editions())
def test_few_steps_never_prove_falsely(pair: tuple[Document, Document], tmp_path: Path) -> None:
    """With next to no steps nothing is invented, and editions that differ are never called equivalent."""
    found = compared(*pair, tmp_path, steps=2)
    pairs, others = brute.level_changes(*pair), brute.other_changes(*pair)

    assert {(change.from_, change.to) for change in found.changes} <= pairs
    assert {change.kind for change in found.other} <= others
    assert found.equivalent is not True or not (pairs or others)
    assert_shown(found)


@pytest.mark.parametrize("worked", worked_changes(), ids=lambda worked: worked.name)
def test_finds_what_was_found_by_hand(worked: WorkedChanges, tmp_path: Path) -> None:
    """Editions worked by hand change exactly what the text beside them says."""
    found = compared(worked.old, worked.new, tmp_path)

    assert_the_same(found, worked.old, worked.new)
    assert_shown(found)
