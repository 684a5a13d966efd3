"""What a document's formulas say where random documents seldom look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.evaluation import engine
from tests.oracle.sat_oracle import SatOracle
from tests.oracle.worked_proofs.reading import written_out
from threshold_tool.documents.loader import require_document

if TYPE_CHECKING:
    from pathlib import Path


def test_number_placed_where_it_is_not_known(tmp_path: Path) -> None:
    """The placement of a number's `not-known` is no cut, and no complete case reaches it."""

    number = {"number": {"unit": "times", "from": "0", "to": "10", "worse": "higher"}}
    placements = {"q": {"at least 3": {"level": "child-in-need"}, "not-known": {"level": "early-help"}}}
    file = tmp_path / "document.yaml"
    text = engine.text(written_out({"questions": {"q": number}, "placements": placements}))
    file.write_text(text, encoding="utf-8", newline="\n")
    questions = SatOracle(require_document(file))
    reached = {level: questions.can_reach(level) for level in questions.formulas.levels}
    assert reached == {"universal": True, "early-help": False, "child-in-need": True}
