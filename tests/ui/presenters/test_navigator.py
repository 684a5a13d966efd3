"""Where Back, Continue and Change lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from threshold_tool.cases.interview import Place
from ui.presenters.navigator import HOME, Navigator
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from ui.presenters.consultation import ConsultationPresenter

CHECK = PageId(PageKind.CHECK)
ROLE = PageId(PageKind.ROLE)
DANGER = PageId(PageKind.DANGER, question="danger-now")


@pytest.fixture
def navigator(consultation: ConsultationPresenter) -> Navigator:
    """A navigator with every page and the open case, at the role."""
    made = Navigator(frozenset(PageKind))
    made.open(consultation)
    made.go(ROLE)
    return made


def test_continue_and_back(navigator: Navigator) -> None:
    """Continue leads to the next page, and Back to the one before; home from the first."""

    navigator.forward()
    after = navigator.state.page
    navigator.back()
    navigator.back()
    navigator.back()

    assert after == DANGER
    assert navigator.state.page == HOME


def test_a_side_door_leads_back(navigator: Navigator) -> None:
    """Back from a page that was looked at in between leads to where the person was."""

    navigator.visit(PageId(PageKind.URGENT))
    navigator.visit(PageId(PageKind.GUIDE))
    navigator.back()
    navigator.back()

    assert navigator.state.page == ROLE


def test_visiting_twice_is_once(navigator: Navigator) -> None:
    """Pressing the danger button on its own page changes nothing."""

    navigator.visit(PageId(PageKind.URGENT))
    navigator.visit(PageId(PageKind.URGENT))
    navigator.back()

    assert navigator.state.page == ROLE


def test_a_change_comes_back(navigator: Navigator) -> None:
    """Changing an answer that opens nothing comes back to check your answers."""

    navigator.go(CHECK)
    navigator.change(ROLE)
    navigator.forward()

    assert navigator.state.page == CHECK
    assert navigator.state.errand is None
    assert navigator.state.changed == ROLE


def test_a_change_asks_what_it_opens_first(navigator: Navigator, consultation: ConsultationPresenter) -> None:
    """An answer that opens questions leads to them, one after the other, and then back."""

    consultation.answer(Place("substance-concern"), "no")
    navigator.go(CHECK)
    navigator.change(PageId(PageKind.SCREENING, section="screening", part=1))
    consultation.answer(Place("substance-concern"), "suspected")
    asked = []
    for _ in range(40):
        navigator.forward()
        page = navigator.state.page
        if page == CHECK:
            break
        asked.append(page)
        for step in navigator.journey.steps(page):
            consultation.answer(step.place, "not-known")

    assert navigator.state.page == CHECK
    assert asked
    assert all(page.kind is PageKind.QUESTION for page in asked)


def test_back_gives_a_change_up(navigator: Navigator) -> None:
    """Back from a change leads to check your answers, and the errand is over."""

    navigator.go(CHECK)
    navigator.change(ROLE)
    navigator.back()

    assert navigator.state.page == CHECK
    assert navigator.state.errand is None


def test_a_new_route_comes_before_the_next_page(navigator: Navigator, consultation: ConsultationPresenter) -> None:
    """After the first answer that is certain to call for social care, Continue shows what to do, then goes on."""

    navigator.go(DANGER)
    consultation.answer(Place("danger-now"), "yes")
    navigator.forward()
    route = navigator.state.page
    consultation.see_routes()
    navigator.forward()

    assert route == PageId(PageKind.ROUTE)
    assert navigator.state.page == PageId(PageKind.CHILDREN)


def test_back_from_the_route_leads_to_its_answer(navigator: Navigator, consultation: ConsultationPresenter) -> None:
    """Back from what to do leads to the question that led there."""

    navigator.go(DANGER)
    consultation.answer(Place("danger-now"), "yes")
    navigator.forward()
    navigator.back()

    assert navigator.state.page == DANGER


def test_the_route_in_the_middle_of_a_change(navigator: Navigator, consultation: ConsultationPresenter) -> None:
    """A change that brings a route shows it and still comes back to check your answers."""

    navigator.go(CHECK)
    navigator.change(DANGER)
    consultation.answer(Place("danger-now"), "yes")
    navigator.forward()
    route = navigator.state.page
    consultation.see_routes()
    navigator.forward()

    assert route == PageId(PageKind.ROUTE)
    assert navigator.state.page == CHECK


def test_questions_can_be_left(navigator: Navigator) -> None:
    """Leaving the questions leads to what comes after all of them."""

    navigator.go(PageId(PageKind.SCREENING, section="screening"))
    navigator.leave_questions()

    assert navigator.state.page == PageId(PageKind.VIEWS, child="A")


def test_strengths_can_be_left(navigator: Navigator) -> None:
    """From a question about strengths the rest is left behind, and the way never leads back."""

    first = next(page for page in navigator.journey.pages if page.kind is PageKind.STRENGTHS)
    navigator.go(first)
    navigator.leave_questions()

    assert navigator.state.page == PageId(PageKind.SAFE_CONTACT)


def test_leaving_questions_ends_a_change(navigator: Navigator) -> None:
    """In the middle of a change, leaving the rest leads back to check your answers."""

    navigator.go(CHECK)
    navigator.change(PageId(PageKind.QUESTION, question="substance-effect-on-care"))
    navigator.leave_questions()

    assert navigator.state.page == CHECK
    assert navigator.state.errand is None


def test_resuming_leads_to_what_is_still_open(navigator: Navigator, consultation: ConsultationPresenter) -> None:
    """Going on with an open concern leads to the first page that wants something."""

    consultation.complete(ROLE)
    navigator.go(HOME)
    navigator.resume()

    assert navigator.state.page == DANGER


def test_leaving_erases(navigator: Navigator, consultation: ConsultationPresenter) -> None:
    """Closing lets the case go."""

    consultation.take_role("school")
    unkept = navigator.has_unkept_work
    navigator.leave()

    assert unkept
    assert not navigator.has_unkept_work
    assert navigator.consultation is None
    assert navigator.state.left
