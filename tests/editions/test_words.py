"""What a new edition changes, in words: verdicts, directions, notes, cases and vignettes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.editions.second_edition import LOWERED, MORE_TO_ANSWER, SLEEPS_GONE, reviewed
from threshold_tool.documents.condition_words import quoted
from threshold_tool.editions import words
from threshold_tool.editions.moved_vignettes import Moved, MovedVignettes

if TYPE_CHECKING:
    from pathlib import Path

    from threshold_tool.editions.review import Review

EDITION_2 = ('edition: "1"', 'edition: "2"')
RAISED = ("sometimes: {level: early-help, cite: p.4}", "sometimes: {level: child-in-need, cite: p.4}")


def with_vignettes(found: Review, vignettes: MovedVignettes) -> Review:
    """A review with other vignettes."""
    return replace(found, vignettes=vignettes)


def test_what_is_proved_is_said_in_full(tmp_path: Path) -> None:
    """The one sentence that claims a proof."""

    assert words.verdict_words(reviewed(tmp_path, EDITION_2)) == words.SAME


def test_moves_to_a_lower_level_are_counted(tmp_path: Path) -> None:
    """A board looks at those first."""

    found = reviewed(tmp_path, LOWERED)

    lower = sum(words.direction(found, change) == words.LOWER for change in found.difference.changes)
    assert lower
    assert f", {lower} of them to a lower one" in words.verdict_words(found)


def test_moves_to_a_lower_level_come_first(tmp_path: Path) -> None:
    """Whatever level they start from."""

    found = reviewed(
        tmp_path, RAISED, ("yes: {level: child-protection, cite: p.3}", "yes: {level: child-in-need, cite: p.3}")
    )

    directions = [words.direction(found, change) for change in words.in_order(found)]
    assert {words.LOWER, words.HIGHER} == set(directions)
    assert directions == sorted(directions, key=[words.LOWER, words.HIGHER].index)


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ((), "Both are the same, byte for byte."),
        ((LOWERED,), "Both call themselves edition 1, but they are not the same."),
        ((("id: small\n", "id: other\n"),), "These are two documents, not two editions of one."),
        ((EDITION_2, ("within: 2 days", "within: 9 days")), "1 setting is not as before"),
    ],
)
def test_the_reader_is_told_what_the_two_are(tmp_path: Path, changes: tuple[tuple[str, str], ...], note: str) -> None:
    """One note, whatever the verdict."""

    notes = words.note_words(reviewed(tmp_path, *changes))

    assert len(notes) == 1
    assert notes[0].startswith(note)


def test_a_new_edition_with_other_words_needs_no_note(tmp_path: Path) -> None:
    """Wording is listed; it is no setting."""

    assert words.note_words(reviewed(tmp_path, EDITION_2, ("do: Refer.", "do: Refer now."))) == ()


def test_an_answer_to_a_question_that_is_gone_is_told(tmp_path: Path) -> None:
    """Without it the case would not show why the child moves."""

    found = reviewed(tmp_path, EDITION_2, *SLEEPS_GONE)
    (change,) = (one for one in found.difference.changes if one.to == "universal")

    told = words.change_words(found, change)
    assert told.endswith(
        f"; and in edition 1 alone, {quoted('Does this child sleep in class?')} is answered {quoted('Yes')}."
    )


def test_vignettes_are_counted_by_child(tmp_path: Path) -> None:
    """A child who is elsewhere after two parts is one child, and is not among those who move in the end."""

    moved = tuple(Moved("Evenings", "A", part, "child-in-need", "early-help") for part in (1, 2))
    found = with_vignettes(reviewed(tmp_path, LOWERED), MovedVignettes(4, moved))

    assert words.vignettes_words(found) == (
        "0 children of 4 in the vignettes move. 1 child is at another level part way through the story."
    )
    assert words.moved_words(found, moved[0]) == (
        "Evenings, child A, after part 1 of the story: from Level 3: child in need to Level 2: early help"
    )


def test_vignettes_that_are_not_run_are_named(tmp_path: Path) -> None:
    """The first few; a count stands for the rest."""

    found = with_vignettes(reviewed(tmp_path), MovedVignettes(0, (), tuple("ABCDEFGH")))

    assert words.vignettes_words(found) == (
        "No vignette was run. Not run, since they fit neither edition: A, B, C, D, E, F and 2 more."
    )


def test_an_answer_that_cannot_be_compared_is_named_with_its_level(tmp_path: Path) -> None:
    """The verdict claims no proof, and the reader sees what to look at."""

    found = reviewed(tmp_path, *MORE_TO_ANSWER)

    assert words.verdict_words(found) == words.SAME_WHERE_COMPARED
    asked, answered = quoted("How does drink affect care?"), quoted("Always")
    assert words.not_compared_words(found) == (
        f"{asked} {answered}, `drink-effect=always`: new, at Level 4: child protection.",
    )
