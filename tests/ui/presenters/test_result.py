"""The state of the result's page."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from threshold_tool.cases.interview import Place
from threshold_tool.cases.model import Decision
from threshold_tool.documents.condition_words import quoted
from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.result import DECIDE_AGAIN, ChildShown, result_state

if TYPE_CHECKING:
    from tests.ui.conftest import StandingClock
    from ui.presenters.consultation import ConsultationPresenter

EFFECT = Place("substance-effect-on-care")


def drinking(consultation: ConsultationPresenter) -> None:
    """Child A at level 3, and B, a baby, at level 4."""
    consultation.answer(Place("substance-concern"), "yes")
    consultation.answer(EFFECT, "regularly")


def child(consultation: ConsultationPresenter, ref: str) -> ChildShown:
    """What is shown of one child."""
    return next(shown for shown in result_state(consultation.state).children if shown.level.child == ref)


def test_the_child_to_help_first_comes_first(consultation: ConsultationPresenter) -> None:
    """The sections go from the highest level down, the family's levels stay in the order of the letters."""

    drinking(consultation)
    state = result_state(consultation.state)

    assert [shown.level.child for shown in state.children] == ["B", "A"]
    assert [level.child for level in state.levels] == ["A", "B"]
    assert state.highest == "Highest in this family: Level 4: child protection (section 47)."


def test_what_is_for_now_stands_before_the_rest(consultation: ConsultationPresenter) -> None:
    """Steps are put together by their time, those due within hours first, with the number that answers now."""

    drinking(consultation)
    steps = child(consultation, "B").steps

    assert [group.when for group in steps.now] == ["At once", "Today"]
    assert steps.now[0].steps[0].reach == "Exampleshire Front Door (MASH), 01632 960001"
    assert "By Thursday 26 November 2026" in [group.when for group in steps.later]
    assert steps.count_later == sum(len(group.steps) for group in steps.later)


def test_at_night_the_night_number_is_shown(consultation: ConsultationPresenter, clock: StandingClock) -> None:
    """The number follows the clock."""

    clock.moment = datetime(2026, 11, 25, 22, 30).astimezone()
    drinking(consultation)

    assert "01632 960002" in child(consultation, "B").steps.now[0].steps[0].reach


def test_whose_a_step_is_shows_where_the_role_is_not_known(consultation: ConsultationPresenter) -> None:
    """Somebody of another service sees every role's steps, each with whose it is; a health visitor only their own."""

    drinking(consultation)
    consultation.take_role("other")
    everybody = [step.who for group in child(consultation, "A").steps.now for step in group.steps]
    consultation.take_role("health")
    mine = [step.who for group in child(consultation, "A").steps.now for step in group.steps]

    assert any(who.startswith("For ") for who in everybody)
    assert set(mine) == {""}


def test_a_reason_has_its_page_and_the_documents_wording(consultation: ConsultationPresenter) -> None:
    """Each reason ends with its citation and opens to what the document says."""

    drinking(consultation)
    (reason,) = child(consultation, "A").reasons

    assert reason.words.endswith("(p.12, section 3)")
    assert reason.wording[0].startswith(f"The document has {quoted('Most weeks a need goes unmet')[:-1]}")


def test_an_unknown_leads_to_its_question(consultation: ConsultationPresenter) -> None:
    """What is not known says how far it could lead and where it can be answered."""

    drinking(consultation)
    consultation.answer(Place("mental-health-concern"), "not-known")
    unknowns = child(consultation, "A").unknowns
    pages = {unknown.page for unknown in unknowns}

    assert all(unknown.could.startswith("could lead to Level ") for unknown in unknowns)
    assert None not in pages
    assert PageId(PageKind.ALWAYS, section="always") in pages


def test_an_age_that_matters_leads_to_the_children(consultation: ConsultationPresenter) -> None:
    """Where the age is what is not known, the link goes to the page of the children."""

    from threshold_tool.cases.model import CaseChild

    drinking(consultation)
    consultation.take_children([CaseChild(ref="A")])

    assert PageId(PageKind.CHILDREN) in {unknown.page for unknown in child(consultation, "A").unknowns}


def test_the_own_view_stands_beside_the_level(consultation: ConsultationPresenter) -> None:
    """The person's view and why, that the route was shown before it, and the decision are named."""

    drinking(consultation)
    consultation.see_routes()
    consultation.take_own_view("A", "early-help")
    consultation.explain_own_view("A", "Her aunt helps")
    consultation.decide("A", Decision(level="child-protection"))

    assert [called for called, _ in child(consultation, "A").views] == [
        "Your own view, before the result",
        "Why you think so",
        "What to do was shown first",
        "Your decision",
    ]


def test_an_agreement_that_became_lower_is_to_be_decided_again(consultation: ConsultationPresenter) -> None:
    """When a later answer leads higher, the result says that the decision needs a reason and a manager."""

    drinking(consultation)
    consultation.decide("A", Decision(level="child-in-need"))
    before = child(consultation, "A").views
    consultation.answer(Place("child-disclosure", "A"), "yes")

    assert [called for called, _ in before] == ["Your decision"]
    assert child(consultation, "A").views[-1] == ("Still to do", DECIDE_AGAIN)


def test_after_going_higher_the_steps_are_those_of_that_level(consultation: ConsultationPresenter) -> None:
    """The steps and the consent follow the level decided on."""

    drinking(consultation)
    before = child(consultation, "A")
    consultation.decide("A", Decision(level="child-protection"))
    after = child(consultation, "A")

    assert before.steps_title == "What to do"
    assert after.steps_title == "What to do at the level you decided on"
    assert after.steps != before.steps
    assert after.consent[0] == "Consent is not required."


def test_after_going_lower_nothing_of_the_level_is_lost(consultation: ConsultationPresenter) -> None:
    """A lower decision keeps every step of the document's level and adds its own."""

    drinking(consultation)
    before = child(consultation, "A")
    consultation.decide("A", Decision(level="early-help", reason="Help has begun.", manager="Team manager"))
    after = child(consultation, "A")

    assert after.steps == before.steps
    assert after.also_to_do


def test_a_strength_is_named_with_what_points_lower(consultation: ConsultationPresenter) -> None:
    """Evidenced strengths stand among what points lower."""

    drinking(consultation)
    strength = consultation.state.compiled.strengths["strength-second-carer"]
    consultation.answer(Place(strength.id, "A"), strength.options[0].id)

    assert any(words.startswith("A strength. ") for words in child(consultation, "A").against)


def test_an_answer_that_no_longer_counts_is_named(consultation: ConsultationPresenter) -> None:
    """What was typed and is set aside is never dropped silently."""

    drinking(consultation)
    consultation.answer(Place("substance-concern"), "no")

    assert any("Most weeks" in words for words in child(consultation, "A").set_aside)


def test_nothing_reassures(consultation: ConsultationPresenter) -> None:
    """A result never calls a child safe, and names no score or percentage."""

    shown = repr(result_state(consultation.state)).casefold()

    assert not any(word in shown for word in ("is safe", "no risk", "per cent", "points out of"))
