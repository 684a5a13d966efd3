"""The adults as typed, and what of it reaches the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.presenters.adults import AdultsPresenter

if TYPE_CHECKING:
    from ui.presenters.consultation import ConsultationPresenter


def test_an_adult_reaches_the_case_once_named_by_relation(consultation: ConsultationPresenter) -> None:
    """Who it is comes first; everything else may stay open."""

    presenter = AdultsPresenter(consultation)
    presenter.add()
    empty = consultation.state.case.people
    presenter.change("P1", is_="mother's partner")
    presenter.belongs("P1", "B", True)
    presenter.belongs("P1", "A", True)
    presenter.change("P1", lives_here="no")
    presenter.change("P1", responsible="not-known")
    [person] = consultation.state.case.people

    assert empty == ()
    assert (person.ref, person.is_, person.of) == ("P1", "mother's partner", ("A", "B"))
    assert person.lives_here is False
    assert person.parental_responsibility == "not-known"
    assert person.identified


def test_somebody_not_identified_is_one_click(consultation: ConsultationPresenter) -> None:
    """An adult of whom it is not known who they are is recorded as such at once."""

    AdultsPresenter(consultation).add_not_identified()
    [person] = consultation.state.case.people

    assert not person.identified
    assert person.lives_here is None


def test_coming_back_shows_what_was_said(consultation: ConsultationPresenter) -> None:
    """Another visit of the page begins with the same drafts."""

    presenter = AdultsPresenter(consultation)
    presenter.add()
    presenter.change("P1", is_="father", lives_here="yes", responsible="yes")
    presenter.belongs("P1", "A", True)

    assert AdultsPresenter(consultation).state == presenter.state


def test_an_adult_without_a_word_is_let_go(consultation: ConsultationPresenter) -> None:
    """An empty panel is no mistake; one that says something of nobody is."""

    presenter = AdultsPresenter(consultation)
    presenter.add()
    presenter.add()
    presenter.change("P2", lives_here="yes")
    problems = presenter.problems()

    assert [ref for ref, _ in problems] == ["P2"]
    assert [adult.ref for adult in presenter.state.adults] == ["P2"]


def test_a_free_label_is_used_again(consultation: ConsultationPresenter) -> None:
    """Two adults never have one label."""

    presenter = AdultsPresenter(consultation)
    presenter.add_not_identified()
    presenter.add_not_identified()
    presenter.remove("P1")
    presenter.add_not_identified()

    assert sorted(person.ref for person in consultation.state.case.people) == ["P1", "P2"]


def test_ticking_twice_takes_back(consultation: ConsultationPresenter) -> None:
    """An adult may turn out not to belong to a child after all."""

    presenter = AdultsPresenter(consultation)
    presenter.add_not_identified()
    presenter.belongs("P1", "A", True)
    presenter.belongs("P1", "A", False)

    assert consultation.state.case.people[0].of == ()
