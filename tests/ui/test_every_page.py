"""What must hold on every page there is, at every text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.driver import Driver
from tests.ui.page_checks import clipped, focusable, lengthen, nameless, out_of_order, shared_keys
from tests.ui.sample_case import SAMPLE_PAGES, answer_sample
from ui.pages.registry import PAGES
from ui.presenters.journey import ROWS_ON_A_PAGE
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.main_window import MainWindow
    from ui.presenters.consultation import ConsultationPresenter

EVERY_PAGE = pytest.mark.parametrize("page", SAMPLE_PAGES, ids=lambda page: page.kind.value)


def shown(
    make_window: Callable[..., MainWindow], consultation: ConsultationPresenter, page: PageId, percent: int
) -> MainWindow:
    """The window at a page of the sample case."""
    answer_sample(consultation)
    window = make_window(percent, consultation)
    driver = Driver(window)
    driver.go(page)
    assert driver.page == page
    return window


def test_every_kind_of_page_is_looked_at() -> None:
    """A page that is registered is among those that are looked at here."""

    assert {page.kind for page in SAMPLE_PAGES} == set(PAGES)


@EVERY_PAGE
def test_names_order_and_keys(
    make_window: Callable[..., MainWindow], consultation: ConsultationPresenter, page: PageId
) -> None:
    """What takes the keyboard has a name and a role, Tab follows the page, and no key with Alt is there twice."""

    window = shown(make_window, consultation, page, 100)

    assert [other for other in QApplication.topLevelWidgets() if other.isVisible()] == [window]
    assert focusable(window)
    assert nameless(window) == []
    assert out_of_order(window) == []
    assert shared_keys(window) == []


@EVERY_PAGE
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_clipped(
    make_window: Callable[..., MainWindow], consultation: ConsultationPresenter, page: PageId, percent: int
) -> None:
    """In a window of 1024 by 700 every word has the room it needs, also when words are half as long again."""

    window = shown(make_window, consultation, page, percent)
    assert clipped(window) == []

    lengthen(window)
    assert clipped(window) == []


@pytest.mark.parametrize("section", ["always", "screening", "questions"])
def test_no_question_page_scrolls_sideways(
    make_window: Callable[..., MainWindow], consultation: ConsultationPresenter, section: str
) -> None:
    """In a window of 1366 by 768 every question of a document has its room, answered or not."""

    window = make_window(100, consultation)
    window.resize(1366, 768)
    driver = Driver(window)
    wrong = {}
    for page in _pages_of(consultation, section):
        driver.go(page)
        if found := clipped(window):
            wrong[page] = found

    assert wrong == {}


def _pages_of(consultation: ConsultationPresenter, kind: str) -> Iterator[PageId]:
    """A page for each question of a kind of section, whether or not it is asked as things stand."""
    document, questions = consultation.state.document, consultation.state.compiled.source.questions
    for section in (section for section in document.sections if section.kind == kind):
        if kind == "questions":
            for name in section.questions:
                child = "A" if questions[name].about == "child" else None
                yield PageId(PageKind.QUESTION, question=name, child=child)
        else:
            pages = -(-len(section.questions) // ROWS_ON_A_PAGE)
            yield from (PageId(PageKind(kind), section=section.id, part=part) for part in range(pages))


@EVERY_PAGE
def test_the_same_state_gives_the_same_screen(
    make_window: Callable[..., MainWindow], consultation: ConsultationPresenter, page: PageId
) -> None:
    """Showing the state again changes nothing that can be read."""

    driver = Driver(shown(make_window, consultation, page, 100))
    before = driver.words
    consultation.change_to(consultation.state)
    driver.settle()

    assert driver.words == before


def test_clipping_is_noticed(make_window: Callable[..., MainWindow]) -> None:
    """A label that is too small for its words is found."""

    window = make_window(100)
    driver = Driver(window)
    driver.go(PageId(PageKind.HOME))
    page = window.page
    assert page is not None
    page.heading.setMaximumHeight(5)
    driver.settle()

    assert any(page.title in found for found in clipped(window))


def test_a_nameless_control_is_noticed(make_window: Callable[..., MainWindow]) -> None:
    """A field without a name is found."""

    from PySide6.QtWidgets import QLineEdit

    window = make_window(100)
    page = window.page
    assert page is not None
    page.add(QLineEdit())
    Driver(window).settle()

    assert any("QLineEdit" in found for found in nameless(window))


def test_a_shared_key_is_noticed(make_window: Callable[..., MainWindow]) -> None:
    """Two buttons with one key are found."""

    from ui.widgets.buttons import second_button

    window = make_window(100)
    page = window.page
    assert page is not None
    page.add(second_button("&Hide too"))
    Driver(window).settle()

    assert shared_keys(window) == ["Alt+H"]
