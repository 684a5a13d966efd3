"""Keeping the open case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.cases.interview import Place
from threshold_tool.cases.keeping import kept_case
from ui.presenters.closing import ClosingPresenter
from ui.presenters.navigator import Navigator

if TYPE_CHECKING:
    from pathlib import Path

    from ui.presenters.consultation import ConsultationPresenter


def test_a_kept_case_has_everything_but_names(consultation: ConsultationPresenter, tmp_path: Path) -> None:
    """The file holds the case as it is; a name that was turned on for the print is not in it."""

    consultation.answer(Place("danger-now"), "no")
    consultation.take_names({"A": "Ana Brown"})
    closing = ClosingPresenter(consultation)
    closing.keep(tmp_path / "case.yaml")
    kept = kept_case(tmp_path / "case.yaml")

    assert closing.state.kept == tmp_path / "case.yaml"
    assert kept.model_copy(update={"document": None}) == consultation.state.case
    assert "Ana" not in (tmp_path / "case.yaml").read_text(encoding="utf-8")


def test_what_is_kept_is_not_lost_by_closing(consultation: ConsultationPresenter, tmp_path: Path) -> None:
    """Kept work need not be asked about; one more change, and it has to be."""

    navigator = Navigator(())
    navigator.open(consultation)
    assert navigator.has_unkept_work

    ClosingPresenter(consultation).keep(tmp_path / "case.yaml")
    assert not navigator.has_unkept_work
    assert navigator.has_work

    consultation.write_worry("Hungry")
    assert navigator.has_unkept_work


def test_a_case_that_cannot_be_kept_stays_unkept(consultation: ConsultationPresenter, tmp_path: Path) -> None:
    """The state says why and what to do."""

    closing = ClosingPresenter(consultation)
    closing.keep(tmp_path / "gone" / "case.yaml")

    assert closing.state.kept is None
    assert closing.state.not_kept is not None
    assert closing.state.not_kept.endswith("Choose another place.")
    assert consultation.state.kept == 0
