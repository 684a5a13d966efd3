"""Choosing a document; one with problems is never opened."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.ui.driver import Driver
from threshold_tool.paths import documents_folder
from ui.pages.document import DocumentPage
from ui.presenters.document import DocumentPresenter
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.main_window import MainWindow

DOCUMENT = PageId(PageKind.DOCUMENT)
TITLE = "Levels of Need in Exampleshire"


@pytest.fixture
def empty(make_window: Callable[..., MainWindow]) -> Driver:
    """A driver of the window with no document open, at the choice of one."""
    driver = Driver(make_window())
    driver.go(DOCUMENT)
    return driver


def choose(driver: Driver, path: Path | None) -> DocumentPage:
    """Chooses a file where a dialog would ask for it, on a page like the one shown."""
    desk = driver.window.desk
    page = DocumentPage(DocumentPresenter(desk.library, desk.navigator, desk.preferences), lambda: path)
    page.setParent(driver.window)
    page.resize(800, 600)
    shown = driver.window.page
    assert shown is not None
    shown.hide()
    page.show()
    driver.settle()
    driver.press("Open another file")
    driver.press("Continue")
    return page


def test_the_documents_are_listed_with_edition_and_status(empty: Driver) -> None:
    """Each document is a card; nothing is chosen."""

    assert empty.offers(TITLE)
    assert not empty.is_chosen(TITLE)


def test_a_document_is_opened(empty: Driver) -> None:
    """Choosing one and going on opens it; it is in the header, and remembered."""

    empty.press(TITLE)
    empty.press("Continue")

    assert empty.page == PageId(PageKind.ROLE)
    assert "Edition 2026.1. Fictional, for practice" in empty.words
    assert empty.window.desk.preferences.state.last_title == TITLE


def test_one_has_to_be_chosen(empty: Driver) -> None:
    """Continue without a choice says so."""

    empty.press("Continue")

    assert empty.page == DOCUMENT
    assert empty.keyboard_at == "Choose a document"


def test_a_document_with_problems_is_not_opened(empty: Driver, tmp_path: Path) -> None:
    """Its problems are listed in words with their lines, and another can be chosen."""
    text = (documents_folder() / "exampleshire.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "broken.yaml"
    text = text.replace("when_nothing_matches: universal", "when_nothing_matches: nowhere")
    broken.write_text(text, encoding="utf-8", newline="\n")
    choose(empty, broken)

    assert empty.page == DOCUMENT
    assert empty.window.desk.navigator.consultation is None
    assert "broken.yaml has problems" in empty.words
    assert "Line " in empty.words


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"- just\n- a list\n", b"a: [" * 30_000])
def test_anything_else_is_not_opened(empty: Driver, tmp_path: Path, content: bytes | None) -> None:
    """A file that vanished, an empty one, a foreign one: a clear message, and the way on stays open."""

    path = tmp_path / "other.yaml"
    if content is not None:
        path.write_bytes(content)
    choose(empty, path)

    assert empty.window.desk.navigator.consultation is None
    assert "Choose another document" in empty.words


def test_choosing_no_file_changes_nothing(empty: Driver) -> None:
    """A dialog that is closed leaves the page as it was."""

    choose(empty, None)

    assert empty.page == DOCUMENT
    assert empty.keyboard_at == "Choose a document"


def test_another_document_asks_before_it_erases_the_open_case(empty: Driver) -> None:
    """Another document takes the place of the open one only when the person says so."""

    other = "Windows of Need in Eastmere"
    empty.press(TITLE)
    empty.press("Continue")
    empty.press("Police")
    empty.press("Back")
    empty.press(other)
    empty.press("Continue")
    asked, page = empty.offers("Keep it"), empty.page
    empty.press("Keep it")
    kept = empty.is_chosen(TITLE)
    empty.press(other)
    empty.press("Continue")
    empty.press("Erase it and open this document")

    assert asked
    assert page == DOCUMENT
    assert kept
    assert empty.page == PageId(PageKind.ROLE)
    assert not empty.is_chosen("Police")
    assert other in empty.words


def test_a_document_that_cannot_be_opened_leaves_the_open_case(empty: Driver, tmp_path: Path) -> None:
    """Erasing comes after opening: a file that turns out unusable costs nothing."""

    empty.press(TITLE)
    empty.press("Continue")
    empty.press("Police")
    consultation = empty.window.desk.navigator.consultation
    empty.press("Back")
    choose(empty, tmp_path / "gone.yaml")
    empty.press("Erase it and open this document")

    assert "gone.yaml" in empty.words
    assert empty.window.desk.navigator.consultation is consultation


def test_an_edited_document_leaves_the_open_case_on_its_edition(empty: Driver, tmp_path: Path) -> None:
    """A file that changes, or goes, while a case is open changes nothing in the case."""

    own = copied(tmp_path)
    choose(empty, own)
    consultation = empty.window.desk.navigator.consultation
    assert consultation is not None
    own.write_text("no document any more", encoding="utf-8", newline="\n")
    empty.press("Police")
    empty.press("Continue")
    edition, page = empty.words, empty.page
    own.unlink()
    empty.press("Yes")

    assert page.kind is PageKind.DANGER
    assert "Edition 2026.1" in edition
    assert empty.window.desk.navigator.consultation is consultation
    assert empty.offers("What to do now")


def copied(folder: Path) -> Path:
    """The document of Exampleshire with its question sets, where it may be changed."""
    copy = folder / "documents"
    shutil.copytree(documents_folder(), copy)
    return copy / "exampleshire.yaml"


def test_going_back_keeps_the_open_case(empty: Driver) -> None:
    """Back to the choice and on again with the same document keeps what was answered."""

    empty.press(TITLE)
    empty.press("Continue")
    empty.press("Police")
    empty.press("Back")
    chosen = empty.is_chosen(TITLE)
    empty.press("Continue")

    assert chosen
    assert empty.is_chosen("Police")
