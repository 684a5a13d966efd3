"""The person's own view, before the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.cases.interview import Place
from threshold_tool.cases.model import CaseChild, Decision
from ui.presenters.own_view import own_view_state

if TYPE_CHECKING:
    from ui.presenters.consultation import ConsultationPresenter


def test_every_level_is_offered_and_none_is_chosen(consultation: ConsultationPresenter) -> None:
    """The document's levels, lowest first, each with its meaning."""

    state = own_view_state(consultation.state, "A")
    levels = consultation.state.document.levels

    assert [key for key, _, _ in state.options] == [level.id for level in levels]
    assert all(meaning for _, _, meaning in state.options)
    assert state.level is None
    assert state.level_name is None


def test_the_view_and_its_reason_are_kept(consultation: ConsultationPresenter) -> None:
    """Level and words are there again; words of nothing but spaces are none."""

    consultation.take_own_view("A", "early-help")
    consultation.explain_own_view("A", " Her aunt helps. ")
    said = own_view_state(consultation.state, "A")
    consultation.explain_own_view("A", "  ")

    assert (said.level, said.level_name, said.because) == ("early-help", "Level 2: early help", "Her aunt helps.")
    assert own_view_state(consultation.state, "A").because == ""
    assert consultation.state.case.own_view_because == {}


def test_a_view_from_another_document_is_not_lost(consultation: ConsultationPresenter) -> None:
    """A kept case opened under another document may name a level that it lacks: it is shown all the same."""

    consultation.take_own_view("A", "family-help")

    assert own_view_state(consultation.state, "A").level_name == "family-help (not a level of this document)"


def test_it_says_when_the_route_came_first(consultation: ConsultationPresenter) -> None:
    """A route that was shown before is named, for its children alone."""

    consultation.take_own_view("B", "universal")
    consultation.answer(Place("danger-now"), "yes")
    consultation.see_routes()

    assert own_view_state(consultation.state, "A").early is not None
    assert own_view_state(consultation.state, "B").early is None


def test_after_the_result_the_view_is_kept(consultation: ConsultationPresenter) -> None:
    """Once the result was seen the view stays; a child that comes later has none yet."""

    before = own_view_state(consultation.state, "A").kept
    consultation.see_result()
    changes = consultation.state.changes
    consultation.see_result()
    consultation.take_children([*consultation.state.case.children, CaseChild(ref="C")])

    assert not before
    assert consultation.state.changes == changes + 1
    assert [own_view_state(consultation.state, ref).kept for ref in "ABC"] == [True, True, False]


def test_a_kept_case_with_a_decision_keeps_the_view(consultation: ConsultationPresenter) -> None:
    """A decision is made after the result, so that the view before it is not changed when a kept case is opened."""

    consultation.decide("A", Decision(level="child-protection"))

    assert [own_view_state(consultation.state, ref).kept for ref in "AB"] == [True, False]


def test_a_child_that_goes_takes_everything_along(consultation: ConsultationPresenter) -> None:
    """A new child of the same letter begins without a view, a reason or a result seen."""

    children = consultation.state.case.children
    consultation.take_own_view("B", "universal")
    consultation.explain_own_view("B", "Settles well")
    consultation.see_result()
    consultation.take_children(children[:1])
    consultation.take_children(children)
    state = own_view_state(consultation.state, "B")

    assert (state.level, state.because, state.kept) == (None, "", False)
