"""The search agrees with trying every case, on small random spaces."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, event, given, settings

from tests.proofs.random_spaces import Sought, budget, sought
from threshold_tool.proofs.search import find, find_smallest, size

EXAMPLES = int(os.environ.get("THRESHOLD_TOOL_EXAMPLES", "200"))
many = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(sought)
def test_a_case_is_found_exactly_where_there_is_one(one: Sought) -> None:
    """What is found is what was sought; None only where no case is."""

    found = find(one.space, one.start, one.goals, one.blockers, budget())
    event("found" if found is not None else "none")

    if found is None:
        assert one.fewest() is None
    else:
        assert one.is_met_by(found)


@many
@given(sought)
def test_the_smallest_case_is_as_small_as_any(one: Sought) -> None:
    """No case with fewer choices that count is what was sought."""

    found = find_smallest(one.space, one.start, one.goals, one.blockers, budget())

    assert (None if found is None else size(found)) == one.fewest()
    assert found is None or one.is_met_by(found)
