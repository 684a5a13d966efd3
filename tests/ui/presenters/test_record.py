"""The record's preview, its names, and writing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from threshold_tool.cases.interview import Place
from threshold_tool.cases.model import GuardedContact
from ui.presenters.record import RecordPresenter, file_stem

if TYPE_CHECKING:
    from pathlib import Path

    from ui.presenters.consultation import ConsultationPresenter


@pytest.fixture
def record(consultation: ConsultationPresenter) -> RecordPresenter:
    """The record of a case in which little is answered."""
    consultation.answer(Place("danger-now"), "no")
    return RecordPresenter(consultation)


def test_each_child_stands_with_level_and_decision(consultation: ConsultationPresenter) -> None:
    """The preview names the document's level, and whether something is decided, once the own view is given."""

    consultation.take_own_view("A", "early-help")
    of_a, of_b, *_ = RecordPresenter(consultation).state.holds

    assert of_a.startswith("Child A: the document's level is Level")
    assert of_a.endswith("no decision yet, with lines to write it on")
    assert "which you have not seen yet" in of_b


def test_a_saved_record_counts_as_seen(
    record: RecordPresenter, consultation: ConsultationPresenter, tmp_path: Path
) -> None:
    """After the record was saved an own view would no longer be given before the result."""

    assert consultation.state.results_seen == frozenset()
    record.save("html", tmp_path / "record.html")

    assert consultation.state.results_seen == {"A", "B"}


def test_lines_are_announced_for_what_nobody_said(record: RecordPresenter) -> None:
    """Whoever has said nothing yet is named."""

    views = next(words for words in record.state.holds if words.startswith("The child's own words"))

    assert views.endswith("lines to write them on for children A, B")


def test_names_are_off_until_turned_on(record: RecordPresenter, consultation: ConsultationPresenter) -> None:
    """A name counts only while names are on; it is not lost when they are turned off and on."""

    record.write_name("A", "Ana Brown")
    assert consultation.state.names == {}

    record.print_names(True)
    assert consultation.state.names == {"A": "Ana Brown"}

    record.print_names(False)
    assert consultation.state.names == {}
    assert record.state.names[0].name == "Ana Brown"


def test_names_are_in_the_file_only_when_on(record: RecordPresenter, tmp_path: Path) -> None:
    """The saved file has the names that the person turned on, and no others."""

    record.write_name("A", "Ana Brown")
    record.save("html", tmp_path / "off.html")
    record.print_names(True)
    record.save("html", tmp_path / "on.html")

    assert "Ana Brown" not in (tmp_path / "off.html").read_text(encoding="utf-8")
    assert "Ana Brown" in (tmp_path / "on.html").read_text(encoding="utf-8")


def test_a_record_that_cannot_be_saved_says_why(record: RecordPresenter, tmp_path: Path) -> None:
    """The state holds the reason and a way on; a later success takes it away."""

    record.save("pdf", tmp_path / "gone" / "record.pdf")
    assert record.state.saved is None
    assert record.state.not_saved is not None
    assert record.state.not_saved.endswith("Choose another place.")

    record.save("pdf", tmp_path / "record.pdf")
    assert record.state.saved == tmp_path / "record.pdf"
    assert record.state.not_saved is None
    assert (tmp_path / "record.pdf").read_bytes().startswith(b"%PDF")


def test_a_dangerous_print_is_warned_of(consultation: ConsultationPresenter) -> None:
    """Where a print may put somebody in danger, the page says so before it is saved."""

    assert RecordPresenter(consultation).state.cautions == ()
    consultation.guard_contact(GuardedContact(print=False))

    assert len(RecordPresenter(consultation).state.cautions) == 1


def test_the_name_of_the_file_says_the_day_alone(consultation: ConsultationPresenter) -> None:
    """Nothing about a child is in the name on offer."""

    assert file_stem(consultation.state) == "record-2026-11-25"
