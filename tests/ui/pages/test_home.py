"""Home: every door leads somewhere, and the last document may have gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.driver import Driver
from threshold_tool.paths import shipped_document
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.main_window import MainWindow
    from ui.presenters.consultation import ConsultationPresenter


def test_a_concern_begins_with_the_document(make_window: Callable[..., MainWindow]) -> None:
    """The first door leads to the choice of a document; without a last document and an open case there is no other."""

    driver = Driver(make_window())
    others = driver.offers("Start with this document"), driver.offers("Go on with it")
    driver.press("Think a concern through")

    assert others == (False, False)
    assert driver.page == PageId(PageKind.DOCUMENT)


def test_an_open_concern_goes_on_where_it_was_left(driver: Driver, consultation: ConsultationPresenter) -> None:
    """The door to the open concern leads to the first page that still wants something."""

    consultation.take_role("health")
    consultation.complete(PageId(PageKind.ROLE))
    driver.go(PageId(PageKind.HOME))
    driver.press("Go on with it")

    assert driver.page == PageId(PageKind.DANGER, question="danger-now")


def test_the_last_document_opens_at_once(make_window: Callable[..., MainWindow]) -> None:
    """Whoever always works with the same document need not choose it again."""

    window = make_window()
    window.desk.preferences.remember_document(shipped_document("exampleshire"), "Levels of Need in Exampleshire")
    driver = Driver(window)
    driver.go(PageId(PageKind.HOME))
    driver.press("Start with this document")

    assert driver.page == PageId(PageKind.ROLE)
    assert "Levels of Need in Exampleshire" in driver.words


def test_a_last_document_that_has_gone_is_said_and_forgotten(
    make_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    """The person is told which file is missing, and chooses another; home no longer offers it."""

    window = make_window()
    window.desk.preferences.remember_document(tmp_path / "moved.yaml", "Levels of Need")
    driver = Driver(window)
    driver.go(PageId(PageKind.HOME))
    driver.press("Start with this document")
    said, page = driver.words, driver.page
    driver.go(PageId(PageKind.HOME))

    assert "moved.yaml" in said
    assert "Choose another document." in said
    assert page == PageId(PageKind.DOCUMENT)
    assert not driver.offers("Start with this document")


def test_another_concern_asks_before_it_erases_the_open_one(
    driver: Driver, consultation: ConsultationPresenter
) -> None:
    """A new concern takes the place of the open one only when the person says so."""

    consultation.write_worry("Hungry")
    driver.go(PageId(PageKind.HOME))
    driver.press("Think another concern through")
    asked = driver.offers("Erase it")
    driver.press("Leave it open")
    kept = driver.window.desk.navigator.consultation is consultation and not driver.offers("Erase it")
    driver.press("Think another concern through")
    driver.press("Erase it")

    assert asked
    assert kept
    assert driver.page == PageId(PageKind.DOCUMENT)
    assert driver.window.desk.navigator.consultation is None


def test_the_last_document_does_not_put_an_open_concern_away(
    driver: Driver, consultation: ConsultationPresenter
) -> None:
    """While a concern is open the door to a new one under the last document is not there."""

    consultation.write_worry("Hungry")
    driver.window.desk.preferences.remember_document(shipped_document("exampleshire"), "Levels of Need in Exampleshire")
    driver.go(PageId(PageKind.HOME))

    assert not driver.offers("Start with this document")
    assert driver.window.desk.navigator.consultation is consultation
