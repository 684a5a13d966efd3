"""Faults planted at random in the shipped documents: each is found at its line, and nothing else is.

`THRESHOLD_TOOL_PLANTED_FAULTS` sets how many; 200 on demand.
"""

from __future__ import annotations

import os
from itertools import count
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.content.shipped import AREAS
from tests.proofs import planted_in_housekeeping as housekeeping
from tests.proofs import planted_in_meaning as meaning
from tests.proofs.planted_in_housekeeping import ON
from tests.proofs.shipped_drafts import Draft, written
from threshold_tool.documents.checks.housekeeping import check_housekeeping
from threshold_tool.documents.loader import load_document
from threshold_tool.proofs.prove import prove

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.proofs.shipped_drafts import Found
    from threshold_tool.problems import Problem

PLANTED = int(os.environ.get("THRESHOLD_TOOL_PLANTED_FAULTS", "8"))

PLANTERS: tuple[Callable[[Draft, Random], set[Found] | None], ...] = (
    meaning.plant_dead_placement,
    meaning.plant_dead_rule,
    meaning.plant_impossible_rule,
    meaning.plant_unreachable_level,
    meaning.plant_unreachable_question,
    meaning.plant_idle_question,
    meaning.plant_lower_placement,
    housekeeping.plant_same_words,
    meaning.plant_placement_like_the_one_below,
    meaning.plant_less_urgent_placement,
    meaning.plant_not_known_too_high,
    meaning.plant_placed_least_answer,
    meaning.plant_stopped_statutory_rule,
    meaning.plant_level_without_duty,
    housekeeping.plant_no_citation,
    housekeeping.plant_deadline_without_start,
    housekeeping.plant_nobody_at_night,
    housekeeping.plant_stale_contact,
    housekeeping.plant_past_review,
    housekeeping.plant_no_consent,
    housekeeping.plant_overlapping_answers,
    housekeeping.plant_suspicion_passed_over,
    housekeeping.plant_trigger_below_statutory,
)


@pytest.mark.parametrize("number", range(PLANTED))
def test_planted_fault_is_found_where_it_is(number: int, tmp_path: Path) -> None:
    """The check finds the fault at its line, and nothing that was not planted."""

    draft, wanted = planted(number)
    for area in AREAS:  # one may build on another
        file = tmp_path / f"{area}.yaml"
        file.write_text(written(area), encoding="utf-8", newline="\n")
    file = tmp_path / f"{draft.area}.yaml"
    file.write_text(draft.text.text, encoding="utf-8", newline="\n")

    problems = problems_of(file)

    assert {(problem.code, problem.about, problem.location.line) for problem in problems} == wanted
    assert {str(problem.location.file) for problem in problems} == {str(file)}


def planted(number: int) -> tuple[Draft, set[Found]]:
    """Return a document with the fault of a number, the same each time, and what should be found."""
    plant = PLANTERS[number % len(PLANTERS)]
    for attempt in count():
        rng = Random(f"{number} {attempt}")  # noqa: S311 - nothing secret
        draft = Draft.of(rng.choice(AREAS))
        wanted = plant(draft, rng)
        if wanted is not None:
            return draft, wanted
    raise AssertionError


def problems_of(file: Path) -> list[Problem]:
    """Return all problems of a document, those of its proofs as well."""
    result = load_document(file)
    problems = list(result.problems)
    if result.composition is None or result.document is None:
        return problems
    problems += check_housekeeping(result.composition, ON)
    proofs = prove(result.composition, result.document, ON)
    assert not proofs.not_decided
    return [*problems, *proofs.problems]
