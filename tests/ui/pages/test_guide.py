"""The guide in the window: reading, finding and links, by keyboard, at every size, and without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QScrollArea

from tests.ui.driver import Driver
from ui.presenters.guide import Chapter, chapters
from ui.presenters.page_ids import PageId, PageKind
from ui.widgets.guide_text import GuideText, plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.main_window import MainWindow

GUIDE = PageId(PageKind.GUIDE)


def text_of(driver: Driver) -> GuideText:
    """The text of the chapter that is shown."""
    return next(text for text in driver.window.findChildren(GuideText) if text.isVisible())


def test_it_is_found_from_home_and_by_f1(make_window: Callable[..., MainWindow]) -> None:
    """Home has a door to it, and F1 opens it where nothing stands beside the page."""

    driver = Driver(make_window())
    driver.press("Read the user guide")
    by_door = driver.page
    driver.press("Back")
    driver.key(Qt.Key.Key_F1)

    assert (by_door, driver.page) == (GUIDE, GUIDE)


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (PageId(PageKind.WORRY), "Main job"),
        (PageId(PageKind.RESULT), "Result and decision"),
        (PageId(PageKind.PLAN), "Plan and follow-up"),
        (PageId(PageKind.RECORD), "Record, keep, erase"),
    ],
)
def test_it_opens_at_the_chapter_about_the_page(driver: Driver, page: PageId, title: str) -> None:
    """F1 opens what helps where the person is, and Back returns there."""

    driver.go(page)
    driver.key(Qt.Key.Key_F1)
    read = text_of(driver).accessibleName()
    driver.press("Back")

    assert read == f"Chapter: {title}"
    assert driver.page == page


def test_f1_pressed_again_leads_from_the_help_beside_a_page_to_the_guide(driver: Driver) -> None:
    """Pages with help beside them are no dead end: the second F1 opens the guide."""

    driver.go(PageId(PageKind.SAFE_CONTACT))
    driver.key(Qt.Key.Key_F1)
    first = driver.page.kind
    driver.key(Qt.Key.Key_F1)

    assert (first, driver.page.kind) == (PageKind.SAFE_CONTACT, PageKind.GUIDE)


def test_f1_pressed_again_stays_in_the_guide(driver: Driver) -> None:
    """In the guide F1 goes to the chapters, and no further."""

    driver.go(GUIDE)
    driver.key(Qt.Key.Key_F1)
    driver.key(Qt.Key.Key_F1)

    assert driver.page == GUIDE


def test_a_change_of_text_size_keeps_the_chapter(driver: Driver) -> None:
    """Whoever makes the text larger goes on reading where they were."""

    driver.go(PageId(PageKind.RESULT))
    driver.key(Qt.Key.Key_F1)
    driver.press("Next chapter")
    before = text_of(driver).accessibleName()
    driver.window.desk.preferences.larger()
    driver.settle()

    assert before == text_of(driver).accessibleName() == "Chapter: Plan and follow-up"


def test_finding_leads_from_place_to_place(driver: Driver) -> None:
    """Enter finds the words, selects them in their chapter, and goes on; the keyboard stays in the field."""

    driver.go(GUIDE)
    driver.write("Find in the guide", "not known")
    driver.key(Qt.Key.Key_Return)
    first = text_of(driver).textCursor().selectedText()
    driver.key(Qt.Key.Key_Return)
    second = text_of(driver).textCursor().selectedText()

    assert first.casefold() == second.casefold() == "not known"
    assert "Place 2 of " in driver.words
    assert driver.keyboard_at == "Find in the guide"


def test_a_place_that_is_found_is_in_sight(driver: Driver) -> None:
    """The page scrolls to it."""

    driver.go(GUIDE)
    driver.write("Find in the guide", "would raise the level")
    driver.key(Qt.Key.Key_Return)
    text = text_of(driver)
    area = next(a for a in driver.window.findChildren(QScrollArea) if a.isVisible())
    place = text.viewport().mapTo(area.viewport(), text.cursorRect().center())

    assert text.textCursor().hasSelection()
    assert area.viewport().rect().contains(place)


def test_a_chapter_is_chosen_by_keyboard(driver: Driver) -> None:
    """F1 leads to the chapters, Enter or Space opens one, and the keyboard goes to its text."""

    driver.go(GUIDE)
    driver.key(Qt.Key.Key_F1)
    driver.key(Qt.Key.Key_Tab)
    driver.key(Qt.Key.Key_Space)

    assert driver.keyboard_at == f"Chapter: {chapters()[1].title}"


def test_page_down_scrolls_the_page(driver: Driver) -> None:
    """While the keyboard is in the text."""

    driver.go(GUIDE)
    driver.press("Commands")
    area = next(a for a in driver.window.findChildren(QScrollArea) if a.isVisible())
    before = area.verticalScrollBar().value()
    driver.key(Qt.Key.Key_PageDown)

    assert area.verticalScrollBar().value() > before


def test_a_link_to_another_file_opens_its_chapter(driver: Driver) -> None:
    """By keyboard: Tab to the link, Enter."""

    driver.go(GUIDE)
    driver.press("Write a threshold document")
    text = text_of(driver)
    for _ in range(20):
        driver.key(Qt.Key.Key_Tab)
        if text.textCursor().charFormat().anchorHref() == "writing-questions.md":
            break
    driver.key(Qt.Key.Key_Return)

    assert text_of(driver).accessibleName() == "Chapter: Writing questions"


def test_an_address_on_the_internet_is_shown_and_not_opened(driver: Driver) -> None:
    """The chapter stays, and the address can be read and copied."""

    driver.go(GUIDE)
    before = text_of(driver).toPlainText()
    text_of(driver).anchorClicked.emit(QUrl("https://example.org/page"))
    driver.settle()

    assert text_of(driver).toPlainText() == before
    assert "https://example.org/page" in driver.words


@pytest.mark.parametrize("percent", [100, 200])
def test_no_chapter_is_clipped(make_window: Callable[..., MainWindow], percent: int) -> None:
    """Tables and code have the room they need, at every text size; nothing scrolls inside the text."""

    driver = Driver(make_window(percent))
    driver.go(GUIDE)
    for chapter in chapters():
        driver.press(chapter.title)
        text = text_of(driver)
        needed, room = text.document().size(), text.viewport()

        assert needed.width() <= room.width() + 1, chapter.title
        assert needed.height() <= room.height() + 1, chapter.title


@pytest.mark.parametrize("chapter", chapters(), ids=lambda chapter: chapter.title)
def test_what_is_shown_is_what_is_searched(driver: Driver, chapter: Chapter) -> None:
    """Place by place, so that what was found is what is selected."""

    driver.go(GUIDE)
    driver.press(chapter.title)

    assert text_of(driver).toPlainText() == plain_text(chapter.markdown)


def test_nothing_a_text_names_is_read(driver: Driver) -> None:
    """A picture in a text is not looked for, on the machine or elsewhere."""

    driver.go(GUIDE)
    text = text_of(driver)

    assert text.loadResource(2, QUrl("file:///etc/hostname")) is None


def test_a_link_has_a_line(driver: Driver) -> None:
    """It is not told by its colour alone."""

    driver.go(GUIDE)
    driver.press("Write a threshold document")
    document = text_of(driver).document()
    block, links = document.begin(), []
    while block.isValid():
        links += [piece.format.fontUnderline() for piece in block.textFormats() if piece.format.isAnchor()]
        block = block.next()

    assert links
    assert all(links)
