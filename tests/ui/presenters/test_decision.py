"""Deciding for one child: agreeing, going higher, going lower."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from threshold_tool.cases.interview import Place
from ui.presenters.decision import NO_MANAGER, NO_REASON, NOT_CHOSEN, DecisionState, decision_state, draft_with
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from threshold_tool.cases.model import Decision
    from ui.presenters.consultation import ConsultationPresenter


@pytest.fixture
def in_need(consultation: ConsultationPresenter) -> ConsultationPresenter:
    """A case in which the document leads to level 3 for child A."""
    consultation.answer(Place("substance-concern"), "yes")
    consultation.answer(Place("substance-effect-on-care"), "regularly")
    return consultation


def draft(consultation: ConsultationPresenter, **changed: str) -> None:
    """What the page does when the person chooses or writes."""
    found = draft_with(consultation.state, "A", **changed)
    assert found is not None
    consultation.draft_decision("A", found)


def shown(consultation: ConsultationPresenter) -> DecisionState:
    """The state of child A's page."""
    return decision_state(consultation.state, PageId(PageKind.DECISION, child="A"))


def decided(consultation: ConsultationPresenter) -> Decision | None:
    """What the case has of the decision."""
    return consultation.state.case.decision.get("A")


def test_nothing_is_chosen_before(in_need: ConsultationPresenter) -> None:
    """Every level is offered, each with what choosing it means; the person has to choose."""

    state = shown(in_need)
    hints = {level: hint for level, _, hint in state.options}

    assert state.chosen is None
    assert state.missing == (("level", NOT_CHOSEN),)
    assert hints["child-in-need"] == "Agree with the document."
    assert hints["child-protection"].startswith("Higher than the document.")
    assert hints["early-help"].startswith("Lower than the document.")


def test_agreeing_needs_nothing_more(in_need: ConsultationPresenter) -> None:
    """The document's own level is a decision at once."""

    draft(in_need, level="child-in-need")

    assert shown(in_need).missing == ()
    assert decided(in_need) is not None


def test_going_higher_is_free_and_shows_what_to_do(in_need: ConsultationPresenter) -> None:
    """A higher level needs no reason, and its steps are shown."""

    draft(in_need, level="child-protection")
    state = shown(in_need)

    assert state.missing == ()
    assert state.steps is not None
    assert state.steps.now[0].when == "At once"
    assert state.statement.startswith("You may always treat a child as being at a higher level.")


@pytest.mark.parametrize(
    ("written", "missing"),
    [
        ({}, ["reason", "manager"]),
        ({"reason": "  "}, ["reason", "manager"]),
        ({"reason": "Help has begun."}, ["manager"]),
        ({"manager": "Team manager"}, ["reason"]),
        ({"reason": "Help has begun.", "manager": "Team manager"}, []),
    ],
)
def test_going_lower_needs_reason_and_manager(
    in_need: ConsultationPresenter, written: dict[str, str], missing: list[str]
) -> None:
    """A lower level is decided once both are written, and not before."""

    draft(in_need, level="early-help")
    for part, text in written.items():
        draft(in_need, **{part: text})

    assert [part for part, _ in shown(in_need).missing] == missing
    assert (decided(in_need) is None) == bool(missing)
    assert shown(in_need).steps is None


def test_what_is_missing_is_said_in_words(in_need: ConsultationPresenter) -> None:
    """Each thing that is missing has its own sentence."""

    draft(in_need, level="early-help")

    assert [words for _, words in shown(in_need).missing] == [NO_REASON, NO_MANAGER]


def test_a_reason_is_kept_while_the_person_looks_at_another_level(in_need: ConsultationPresenter) -> None:
    """What was written for a lower level stays out of an agreement, and is there again afterwards."""

    draft(in_need, level="early-help")
    draft(in_need, reason="Help has begun.")
    draft(in_need, manager="Team manager")
    draft(in_need, level="child-in-need")
    agreed = decided(in_need)
    draft(in_need, level="early-help")

    assert agreed is not None
    assert (agreed.reason, agreed.manager) == (None, None)
    assert shown(in_need).missing == ()


def test_an_agreement_that_became_lower_asks_again(in_need: ConsultationPresenter) -> None:
    """When a later answer leads higher, the earlier agreement needs a reason and a manager."""

    draft(in_need, level="child-in-need")
    in_need.answer(Place("child-disclosure", "A"), "yes")
    state = shown(in_need)

    assert state.direction == "lower"
    assert [part for part, _ in state.missing] == ["reason", "manager"]


def test_the_own_view_is_marked(in_need: ConsultationPresenter) -> None:
    """The level of the person's own view says so, and the view stands beside the document's level."""

    in_need.take_own_view("A", "early-help")
    state = shown(in_need)
    hints = {level: hint for level, _, hint in state.options}

    assert hints["early-help"].endswith("It was your own view.")
    assert state.views == (("Your own view, before the result", "Level 2: early help"),)


def test_a_draft_goes_with_its_child(in_need: ConsultationPresenter) -> None:
    """When a child is taken out of the case, so is the draft about it."""

    draft(in_need, level="early-help")
    in_need.take_children([child for child in in_need.state.case.children if child.ref == "B"])

    assert in_need.state.drafts == {}
