"""The engine against brute force, written from the design alone, on small random documents and cases.

`THRESHOLD_TOOL_EXAMPLES` sets how many random documents to try; 5,000 and more on demand.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.evaluation import engine
from tests.oracle import brute_force
from tests.oracle.random_documents import documents_and_cases
from tests.oracle.worked_cases import WorkedCase, disagreements, worked_cases

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = int(os.environ.get("THRESHOLD_TOOL_EXAMPLES", "150"))


@pytest.mark.parametrize("worked", worked_cases(), ids=lambda worked: worked.name)
def test_case_worked_by_hand(worked: WorkedCase, tmp_path: Path) -> None:
    """The engine finds what was worked out by hand from the design's text."""

    result = engine.assess(engine.compiled(worked.document, tmp_path), worked.case)
    children = {child["ref"]: child for child in result["children"]}
    assert {ref: disagreements(children[ref], expected) for ref, expected in worked.expect.items()} == {
        ref: {} for ref in worked.expect
    }
    assert worked.headline in (None, result["headline"])


@pytest.mark.timeout(1800)
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(pair=documents_and_cases())
def test_agrees_with_every_completion_tried(pair: tuple[dict[str, Any], dict[str, Any]], tmp_path: Path) -> None:
    """Level, range, reasons, sufficient sets, unknowns and actions are those of trying every completion."""
    document, case = pair

    found = engine.assess(engine.compiled(document, tmp_path), case)
    wanted = brute_force.assess(document, case)

    assert [engine.comparable(child) for child in found["children"]] == [
        engine.comparable(child) for child in wanted["children"]
    ]
    assert found["headline"] == wanted["headline"]
