"""The children as typed, and what of it reaches the case."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from threshold_tool.cases.interview import Place
from threshold_tool.cases.model import CaseChild
from ui.presenters.children import MOST_CHILDREN, ChildrenPresenter
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from ui.presenters.consultation import ConsultationPresenter


@pytest.fixture
def new(consultation: ConsultationPresenter) -> ConsultationPresenter:
    """A case as it begins: one child of whom nothing was said."""
    consultation.take_children([CaseChild(ref="A")])
    return consultation


def test_nothing_is_preselected(new: ConsultationPresenter) -> None:
    """A new case begins with child A, and what is known of the age is open."""

    presenter = ChildrenPresenter(new)

    assert [(child.ref, child.known) for child in presenter.state.children] == [("A", None)]
    assert dict(presenter.problems()) == {"A": "Choose what you know of the age. Not known is fine."}


@pytest.mark.parametrize(
    ("known", "text", "key", "value"),
    [
        ("age", "8 Years", "age", "8 years"),
        ("age", " 18 months ", "age", "18 months"),
        ("born", "2/3/2018", "born", "2018-03-02"),
        ("born", "2018-03-02", "born", "2018-03-02"),
        ("due", "1/2/2027", "due", "2027-02-01"),
    ],
)
def test_an_age_reaches_the_case(new: ConsultationPresenter, known: str, text: str, key: str, value: str) -> None:
    """Each way to state an age is taken as it is typed."""

    presenter = ChildrenPresenter(new)
    presenter.choose("A", known)
    presenter.write("A", text)

    assert presenter.problems() == ()
    assert str(getattr(new.state.case.children[0], key)) == value


@pytest.mark.parametrize(
    ("known", "text", "says"),
    [
        ("age", "8", "Write the unit as well: 8 years, 8 months or 8 weeks."),
        ("age", "eight", "is not an age"),
        ("age", "99 years", "25 years at most"),
        ("age", "", "Write the age, or choose Not known."),
        ("born", "yesterday", "is not a date"),
        ("born", "31/2/2018", "not a day in the calendar"),
        ("born", "1/1/2030", "after the assessment date"),
        ("due", "1/1/2020", "due date"),
        ("due", "", "Write the due date, or choose Not known."),
    ],
)
def test_what_makes_no_sense_is_said(new: ConsultationPresenter, known: str, text: str, says: str) -> None:
    """Each slip gets a sentence, without code marks, and the case does not take it."""

    presenter = ChildrenPresenter(new)
    presenter.choose("A", known)
    presenter.write("A", text)
    [(ref, words)] = presenter.problems()

    assert ref == "A"
    assert says in words
    assert "`" not in words
    assert new.state.case.children == (CaseChild(ref="A"),)
    assert presenter.state.children[0].text == text


def test_not_known_is_an_answer(new: ConsultationPresenter) -> None:
    """Not known leads on, and comes back as not known once the page was gone on from."""

    presenter = ChildrenPresenter(new)
    presenter.choose("A", "not-known")
    problems = presenter.problems()
    new.complete(PageId(PageKind.CHILDREN))

    assert problems == ()
    assert ChildrenPresenter(new).state.children[0].known == "not-known"


def test_coming_back_shows_what_was_typed(new: ConsultationPresenter) -> None:
    """Another visit of the page begins with what the case has."""

    presenter = ChildrenPresenter(new)
    presenter.choose("A", "born")
    presenter.write("A", "2018-03-02")
    presenter.write_home("A", "With her grandmother")
    again = ChildrenPresenter(new).state.children[0]

    assert (again.known, again.text, again.lives) == ("born", "2/3/2018", "With her grandmother")
    assert new.state.case.children[0].born == date(2018, 3, 2)


def test_a_new_child_takes_the_first_free_letter(new: ConsultationPresenter) -> None:
    """Letters that were given up are used again, in order, up to the last."""

    presenter = ChildrenPresenter(new)
    presenter.add()
    presenter.add()
    presenter.remove("B")
    presenter.add()
    some = [child.ref for child in presenter.state.children]
    for _ in range(40):
        presenter.add()

    assert some == ["A", "B", "C"]
    assert len(presenter.state.children) == MOST_CHILDREN
    assert not presenter.state.can_add


def test_a_child_with_answers_is_not_removed_unasked(consultation: ConsultationPresenter) -> None:
    """Removing a child of whom something was said asks first, and keeps the child if so wanted."""

    consultation.answer(Place("child-disclosure", "B"), "no")
    presenter = ChildrenPresenter(consultation)
    presenter.remove("B")
    asked = presenter.state
    presenter.keep()
    kept = consultation.state.children
    presenter.remove("B")
    presenter.remove_for_good("B")

    assert (asked.losing, asked.answers_lost) == ("B", 1)
    assert kept == ("A", "B")
    assert consultation.state.children == ("A",)


def test_changing_an_age_keeps_the_answers(consultation: ConsultationPresenter) -> None:
    """While an age is typed, letter by letter, no answer about the child is lost."""

    consultation.answer(Place("child-disclosure", "B"), "no")
    presenter = ChildrenPresenter(consultation)
    presenter.choose("B", "born")
    for end in range(1, len("2/3/2024") + 1):
        presenter.write("B", "2/3/2024"[:end])

    assert consultation.state.given(Place("child-disclosure", "B")) == "no"
    assert consultation.state.case.children[1].born == date(2024, 3, 2)
