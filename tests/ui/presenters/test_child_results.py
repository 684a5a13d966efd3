"""The whole result of an open case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.interview import Place
from threshold_tool.cases.loader import LoadedCase
from threshold_tool.cases.model import Views
from threshold_tool.evaluation.case_result import assess_case

if TYPE_CHECKING:
    from ui.presenters.consultation import ConsultationPresenter


def test_it_is_the_engines_result(consultation: ConsultationPresenter) -> None:
    """The open case has the same result as a case file with the same answers."""

    consultation.answer(Place("substance-concern"), "yes")
    state = consultation.state
    fitted = require_fit(state.compiled, LoadedCase.from_answers(state.case))

    assert state.result == assess_case(state.compiled, fitted)


def test_it_is_kept_while_the_same_is_known(consultation: ConsultationPresenter) -> None:
    """What is no answer leaves every child's result as it was worked out, and shows in the case beside it."""

    before = consultation.state.result
    consultation.write_views("A", Views(child="I like Mondays."))
    after = consultation.state.result

    assert all(one is other for one, other in zip(before.children, after.children, strict=True))
    assert after.fitted.case.views["A"].child == "I like Mondays."


def test_an_answer_about_one_child_is_worked_out_for_that_child(consultation: ConsultationPresenter) -> None:
    """Only the child whose answers changed gets a new result."""

    before = consultation.state.result
    consultation.answer(Place("child-disclosure", "A"), "yes")
    after = consultation.state.result

    assert after.children[0].recommendation.level > before.children[0].recommendation.level
    assert after.children[1] is before.children[1]
