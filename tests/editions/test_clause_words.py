"""Clauses behind a change, in words: before, now, and what is written otherwise in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.editions.second_edition import LOWERED, SLEEPS_GONE, reviewed
from threshold_tool.documents.condition_words import quoted
from threshold_tool.editions.clause_words import behind_words, clause_words
from threshold_tool.editions.level_changes import TOO_LITTLE

if TYPE_CHECKING:
    from pathlib import Path


def test_a_placement_that_is_lowered(tmp_path: Path) -> None:
    """Question and answer, then both levels with their pages."""

    assert clause_words(reviewed(tmp_path, LOWERED), "drink-effect=often") == (
        f"{quoted('How does drink affect care? Often')}, `drink-effect=often`: "
        "before Level 3: child in need (p.5); now Level 2: early help (p.5)."
    )


def test_a_rule_says_what_is_written_otherwise(tmp_path: Path) -> None:
    """Its level is the same, its condition is not."""

    told = clause_words(reviewed(tmp_path, ("n: 3,", "n: 2,")), "two-worries")

    assert told.startswith(
        f"{quoted('Worries add up.')}, `two-worries`: Level 3: child in need (p.10). `when`: before: "
    )
    assert "n: 3" in told
    assert "n: 2" in told


def test_a_clause_that_is_gone(tmp_path: Path) -> None:
    """In the words of the edition that had it."""

    assert clause_words(reviewed(tmp_path, *SLEEPS_GONE), "sleeps=yes") == (
        f"{quoted('Does this child sleep in class? Yes')}, `sleeps=yes` is gone: Level 2: early help (p.6)."
    )


def test_the_level_for_too_little_known_has_words_of_its_own(tmp_path: Path) -> None:
    """It is no clause that anybody could look up."""

    assert TOO_LITTLE not in clause_words(reviewed(tmp_path), TOO_LITTLE)


def test_behind_another_moment_of_asking_is_its_condition(tmp_path: Path) -> None:
    """Before and now."""

    found = reviewed(tmp_path, ("from: 1 year}}", "from: 2 years}}"))
    (asked,) = (change for change in found.difference.other if change.kind == "ask_when")

    assert behind_words(found, asked) == (
        "`ask_when`: before: {child_age: {from: 1 year}} Now: {child_age: {from: 2 years}}.",
    )
