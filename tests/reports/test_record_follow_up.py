"""What the record says of a referral and its answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.follow_up.referred import DOCUMENT, result
from threshold_tool.cases.model import FollowUp
from threshold_tool.reports.blocks import Bullets, Lines, Table
from threshold_tool.reports.record_follow_up import blocks, outcome_name

if TYPE_CHECKING:
    from threshold_tool.evaluation.case_result import CaseResult

SENT = date(2026, 11, 16)


def table(found: CaseResult) -> Table:
    """The table of referrals."""
    return next(block for block in blocks(found) if isinstance(block, Table))


def test_a_referral_stands_with_the_day_to_ask_for_its_answer() -> None:
    """The day on which it was sent, and by when to chase."""

    (row,) = table(result("much", follow_up={"A": FollowUp(referral_sent=SENT)})).rows

    assert row[0] == "Child A"
    assert row[1] == "Monday 16 November 2026"
    assert "November 2026" in row[2]
    assert row[3] == ""


def test_an_outcome_ends_the_chase() -> None:
    """Once it is known what was decided, nothing is left to ask for."""

    outcome = DOCUMENT.outcomes[0]
    said = FollowUp(referral_sent=SENT, outcome=outcome.id, decided=SENT, disagreement=SENT)
    (row,) = table(result("much", follow_up={"A": said})).rows

    assert row[2] == ""
    assert row[3] == f"{outcome.name}, Monday 16 November 2026\nDisagreed with on Monday 16 November 2026"


def test_an_answer_that_is_not_there_has_lines() -> None:
    """Lines to write on are there until every referral has its answer."""

    outcome = DOCUMENT.outcomes[0].id
    open_, closed = FollowUp(referral_sent=SENT), FollowUp(referral_sent=SENT, outcome=outcome, decided=SENT)

    def has_lines(**follow_up: FollowUp) -> bool:
        return any(isinstance(block, Lines) for block in blocks(result("much", "much", follow_up=follow_up)))

    assert has_lines()
    assert has_lines(A=open_, B=closed)
    assert not has_lines(A=closed, B=closed)


def test_a_plan_alone_is_no_referral() -> None:
    """When the plan began is said in a sentence; there is no referral to list."""

    found = list(blocks(result("some", follow_up={"A": FollowUp(plan_start=SENT)})))

    assert not [block for block in found if isinstance(block, Table)]
    said = [text for block in found if isinstance(block, Bullets) for text in block.items]
    assert "The plan for child A began on Monday 16 November 2026." in said


def test_the_day_to_look_again_is_said() -> None:
    """A day that the person chose stands with what may be expected."""

    found = blocks(result("none", look_again=date(2026, 12, 14)))
    said = [text for block in found if isinstance(block, Bullets) for text in block.items]

    assert "Look again on Monday 14 December 2026." in said


def test_an_outcome_of_another_edition_keeps_its_id() -> None:
    """An outcome that the document no longer has is named, and marked."""

    assert outcome_name(DOCUMENT, "long-gone") == "long-gone (not an outcome of this document)"
