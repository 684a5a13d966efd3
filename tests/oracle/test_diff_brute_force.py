"""Changes of meaning found by trying every case against editions worked by hand, and against what must hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.evaluation import engine
from tests.oracle.diff_brute_force import level_changes, other_changes
from tests.oracle.random_editions import documents_and_editions
from tests.oracle.small_documents import small_documents
from tests.oracle.worked_proofs.reading import WorkedChanges, worked_changes

if TYPE_CHECKING:
    from pathlib import Path

WORKED = worked_changes()
FEW = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.name)
def test_changes_are_those_found_by_hand(worked: WorkedChanges) -> None:
    """Trying every case under both editions finds what the text says, and nothing else."""

    assert level_changes(worked.old, worked.new) == worked.levels_changed, worked.about
    assert other_changes(worked.old, worked.new) == worked.others_changed, worked.about


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.name)
def test_changes_turn_round_with_the_editions(worked: WorkedChanges) -> None:
    """Going back changes each level back."""

    back = level_changes(worked.new, worked.old)
    assert {(old, new) for new, old in back} == worked.levels_changed
    assert other_changes(worked.new, worked.old) == worked.others_changed


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.name)
def test_editions_worked_by_hand_are_read(worked: WorkedChanges, tmp_path: Path) -> None:
    """The strict loader takes both editions, so that the tool can be held against them."""

    assert engine.compiled(worked.old, tmp_path)
    assert engine.compiled(worked.new, tmp_path)


@FEW
@given(document=small_documents())
def test_nothing_changes_between_a_document_and_itself(document: dict[str, Any]) -> None:
    """An edition with nothing edited means the same."""

    assert level_changes(document, document) == set()
    assert other_changes(document, document) == set()


@FEW
@given(pair=documents_and_editions())
def test_random_edition_is_read(pair: tuple[dict[str, Any], dict[str, Any]], tmp_path: Path) -> None:
    """The strict loader takes every edition that is drawn."""

    assert engine.compiled(pair[1], tmp_path)
