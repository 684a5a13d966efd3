"""A gathered case as text: it reads back as the same case."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threshold_tool.cases.loader import read_case
from threshold_tool.cases.model import Case, CaseChild, Decision, Note
from threshold_tool.cli.case_text import case_bytes
from threshold_tool.deadlines.ages import parse_age

IDS = st.text("abz09", min_size=1, max_size=8).map("-".join)
ANSWERS = st.dictionaries(
    IDS, st.sampled_from(["no", "yes", "91", "12.50", "0x1", "1e3", "null", "~", "on", "2026-01-01"])
)
WORDS = st.text("aZ09 \u00e9\u2019:#'\"-?{[&*!|>%@,\t\n", min_size=1, max_size=30).map(str.strip).filter(bool)


@given(family=ANSWERS, own=ANSWERS, reason=WORDS, manager=WORDS)
def test_it_reads_back_as_it_was(family: dict[str, str], own: dict[str, str], reason: str, manager: str) -> None:
    """Every answer, age, view and decision survives, words such as `no`, `null` and `1e3` included."""

    case = Case(
        format="threshold-case/1",
        on=date(2026, 11, 16),
        at=time(19, 40),
        role="health",
        children=(
            CaseChild(ref="A", age=parse_age("18 months"), answers=own),
            CaseChild(ref="B", born=date(2020, 2, 29)),
            CaseChild(ref="C", due=date(2027, 2, 1)),
            CaseChild(ref="D"),
        ),
        family=family,
        own_view={"A": "early-help"},
        route_shown_early=("A", "C"),
        decision={"A": Decision(level="universal", reason=reason, manager=manager)},
    )
    read = read_case(case_bytes(case), "case").loaded

    assert read is not None
    assert read.case == case


def test_a_case_that_would_lose_something_is_not_written() -> None:
    """What the text does not hold, such as notes, is refused rather than dropped."""

    notes = {"A": {"told": Note(text="Her own words")}}
    case = Case(format="threshold-case/1", on=date(2026, 11, 16), children=(CaseChild(ref="A"),), notes=notes)

    with pytest.raises(ValueError, match="does not read back"):
        case_bytes(case)
