"""Comparing the open case with another area."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from threshold_tool.cases.interview import Place
from threshold_tool.errors import CannotUse
from threshold_tool.paths import shipped_document
from ui.presenters.compare import ComparePresenter
from ui.presenters.comparison import ComparisonShown
from ui.presenters.library import Library, NotOpened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import StandingClock
    from ui.presenters.consultation import ConsultationPresenter

NORTHFOLD = shipped_document("northfold")


@pytest.fixture
def presenter(consultation: ConsultationPresenter, clock: StandingClock) -> ComparePresenter:
    """A case over which Exampleshire and Northfold differ for child A."""
    consultation.answer(Place("substance-concern"), "yes")
    consultation.answer(Place("substance-effect-on-care"), "regularly")
    return ComparePresenter(consultation.state, Library(clock))


def found(presenter: ComparePresenter) -> ComparisonShown:
    """The comparison with Northfold."""
    presenter.choose(NORTHFOLD)
    shown = presenter.work_out()
    assert isinstance(shown, ComparisonShown)
    return shown


def test_the_own_document_is_not_offered(presenter: ComparePresenter) -> None:
    """Every shipped document but the one in use can be compared with."""

    paths = {entry.path for entry in presenter.state.listed}

    assert NORTHFOLD in paths
    assert shipped_document("exampleshire") not in paths


def test_levels_stand_side_by_side(presenter: ComparePresenter) -> None:
    """For each child what both areas say: level, law and consent."""

    child = found(presenter).children[0]

    assert [(area.name, area.level.name) for area in child.areas] == [
        ("Exampleshire", "Level 3: child in need (section 17)"),
        ("Northfold", "Level 3: targeted help from several services"),
    ]
    assert [area.law for area in child.areas] == [
        "A duty under section 17 of the Children Act 1989.",
        "No duty in law.",
    ]


def test_the_smallest_exchange_of_clauses_is_named(presenter: ComparePresenter) -> None:
    """One clause makes the difference, and both areas' words on it are shown."""

    (difference,) = found(presenter).children[0].differences
    ((exchange,),) = difference.sets

    assert difference.lead.startswith("One clause makes the difference")
    assert exchange.about.startswith("How does a parent's or carer's alcohol or drug use")
    assert [side.partition(":")[0] for side in exchange.sides] == ["Exampleshire", "Northfold"]


def test_the_case_stays_as_it_is(presenter: ComparePresenter, consultation: ConsultationPresenter) -> None:
    """Comparing changes nothing about the open case."""

    before = consultation.state
    presenter.end(found(presenter))

    assert consultation.state is before


def test_it_says_while_it_works_and_then_what_it_found(presenter: ComparePresenter) -> None:
    """Between the beginning and the end nothing is shown but that it works."""

    presenter.choose(NORTHFOLD)
    presenter.begin()
    working = presenter.state
    shown = presenter.work_out()
    presenter.end(shown)

    assert (working.working, working.shown) == (True, None)
    assert (presenter.state.working, presenter.state.shown) == (False, shown)


def test_no_other_document_is_taken_while_it_works(presenter: ComparePresenter) -> None:
    """What is being worked out stays what is chosen."""

    presenter.choose(NORTHFOLD)
    presenter.begin()
    presenter.choose(shipped_document("saltmarsh"))

    assert presenter.state.chosen == NORTHFOLD


def test_a_document_with_problems_is_named(presenter: ComparePresenter, tmp_path: Path) -> None:
    """Its problems are listed instead of a comparison."""

    path = tmp_path / "other.yaml"
    path.write_text("format: threshold-document/1\n", encoding="utf-8", newline="\n")
    presenter.choose(path)
    refused = presenter.work_out()
    assert isinstance(refused, NotOpened)
    presenter.end(refused)

    assert presenter.state.not_opened is refused
    assert refused.problems


def test_a_document_is_not_compared_with_itself(presenter: ComparePresenter) -> None:
    """The same document again is refused in words, and the words are shown."""

    presenter.choose(shipped_document("exampleshire"))
    with pytest.raises(CannotUse) as refused:
        presenter.work_out()
    presenter.fail(refused.value)

    assert presenter.state.not_opened is not None
    assert "is named twice" in presenter.state.not_opened.text
