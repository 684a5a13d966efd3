"""On the day it takes effect each shipped document is in order, and all of it is proved."""

from __future__ import annotations

from datetime import date

import pytest

from tests.content.shipped import AREAS
from threshold_tool.checking import check_document
from threshold_tool.paths import shipped_document
from threshold_tool.proofs.proof_words import proved_words

EFFECTIVE = date(2026, 9, 1)


@pytest.mark.parametrize("area", AREAS)
def test_nothing_is_left_to_mend_or_to_prove(area: str) -> None:
    """No error, no warning, nothing undecided; every proof there is was made."""
    checked = check_document(shipped_document(area), EFFECTIVE)

    assert checked.problems == ()
    assert checked.not_decided == ()
    assert len(checked.proved) == 9
    assert all(proved_words(checked.proved))
