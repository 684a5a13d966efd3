"""The page on which a case is kept or erased, and going on with a kept one from home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from threshold_tool.cases.interview import Place
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driver import Driver
    from ui.file_dialogs import FileKind
    from ui.presenters.consultation import ConsultationPresenter

CLOSING = PageId(PageKind.CLOSING)
HOME = PageId(PageKind.HOME)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the dialogs choose, for keeping and for opening."""
    path = tmp_path / "case.yaml"

    def where(_kind: FileKind, _stem: str) -> Path:
        return path

    monkeypatch.setattr("ui.file_dialogs.ask_where_to_save", where)
    monkeypatch.setattr("ui.file_dialogs.ask_for_case", lambda: path)
    return path


def test_a_case_is_kept_and_gone_on_with(driver: Driver, consultation: ConsultationPresenter, file: Path) -> None:
    """Keep, close the case, open it from home, and every answer is there."""

    consultation.take_role("health")
    consultation.answer(Place("danger-now"), "no")
    driver.go(CLOSING)
    driver.press("Keep it in a file")
    assert f"Kept as {file.name}" in driver.words
    assert driver.keyboard_at == "Close the program"
    driver.press("Go to the beginning")
    assert driver.page == HOME

    driver.press("Go on with a kept case")
    driver.press("Choose the file")
    assert "The document is here, word for word as it was." in driver.words
    driver.press("Continue")
    assert driver.window.desk.consultation.state.given(Place("danger-now")) == "no"


def test_erasing_goes_home_with_nothing_open(driver: Driver, consultation: ConsultationPresenter) -> None:
    """What is erased is gone."""

    consultation.write_worry("Hungry")
    driver.go(CLOSING)
    driver.press("Erase it, and begin anew")

    assert driver.page == HOME
    assert driver.window.desk.navigator.consultation is None
    assert not driver.offers("Go on with it")


def test_what_could_not_be_kept_is_still_open(driver: Driver, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is gone is named, and the case can be kept elsewhere or erased."""

    monkeypatch.setattr("ui.file_dialogs.ask_where_to_save", lambda *_: file.parent / "gone" / "case.yaml")
    driver.go(CLOSING)
    driver.press("Keep it in a file")

    assert "Choose another place." in driver.words
    assert driver.offers("Keep it in a file")
    assert driver.offers("Erase it, and begin anew")


def test_an_open_case_is_not_lost_unawares(driver: Driver, consultation: ConsultationPresenter) -> None:
    """Opening another case says what it does to one that is not kept; without a file it does not go on."""

    consultation.write_worry("Hungry")
    driver.go(PageId(PageKind.KEPT))
    assert "Opening another case erases it." in driver.words
    driver.press("Continue")

    assert driver.offers("Choose the file of a case")
    assert driver.window.desk.consultation.state.case.worry == "Hungry"
