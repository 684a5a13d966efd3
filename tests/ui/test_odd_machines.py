"""Machines on which something is missing or small: the window opens, says what is so, and goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.ui.driver import Driver
from tests.ui.page_checks import clipped
from tests.ui.sample_case import SAMPLE_PAGES, answer_sample
from threshold_tool.errors import CannotRead
from ui.app import NO_TYPEFACE, TEXT_TOO_LARGE, fit_to_screen
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.main_window import MainWindow
    from ui.presenters.consultation import ConsultationPresenter

QUESTION = PageId(PageKind.QUESTION, question="substance-effect-on-care")


def missing(name: str) -> Path:
    raise CannotRead(f"{name} is not there.")


def corrupt(folder: Path) -> Callable[[str], Path]:
    """What stands for a file of ours that holds something else."""
    file = folder / "corrupt.ttf"
    file.write_bytes(b"not a font")
    return lambda _: file


@pytest.mark.parametrize("kind", ["missing", "corrupt"])
def test_without_our_typeface_the_system_has_to_do(
    make_window: Callable[..., MainWindow],
    consultation: ConsultationPresenter,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    kind: str,
) -> None:
    """Fonts that cannot be read are said once; every word is there in another typeface, and nothing is cut off."""

    monkeypatch.setattr("ui.theme.typeface.resource", missing if kind == "missing" else corrupt(tmp_path))
    driver = Driver(make_window(100, consultation))
    said = driver.words
    driver.go(QUESTION)

    assert NO_TYPEFACE in said
    assert driver.offers("Not known")
    assert clipped(driver.window) == []


def test_without_icons_the_words_are_there(
    make_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An icon that cannot be read is left blank beside its words."""

    from ui.theme import icons

    icons._drawing.cache_clear()
    monkeypatch.setattr("ui.theme.icons.resource", missing)
    driver = Driver(make_window())
    driver.window.grab()
    icons._drawing.cache_clear()

    assert driver.offers("Immediate danger")


def test_a_remembered_size_fits_a_smaller_screen(make_window: Callable[..., MainWindow]) -> None:
    """A window remembered from a large screen is no larger than the small one it opens on."""

    window = make_window()
    fit_to_screen(window, QSize(800, 450))

    assert window.size() == QSize(800, 450)
    assert TEXT_TOO_LARGE not in Driver(window).words


def test_text_too_large_for_the_screen_is_said(make_window: Callable[..., MainWindow]) -> None:
    """Where a page has to be moved sideways, the person learns what helps; the way on is a key away."""

    window = make_window(200)
    driver = Driver(window)
    fit_to_screen(window, QSize(640, 480))
    driver.settle()
    said = driver.words
    window.desk.preferences.usual()
    driver.settle()

    assert TEXT_TOO_LARGE in said
    assert clipped(window) == []


@pytest.mark.parametrize("page", SAMPLE_PAGES, ids=lambda page: page.kind.value)
@pytest.mark.parametrize(("width", "height"), [(480, 400), (640, 480)])
def test_a_tiny_window_cuts_nothing_off(
    make_window: Callable[..., MainWindow], consultation: ConsultationPresenter, page: PageId, width: int, height: int
) -> None:
    """In the smallest window there is, and on the smallest screen, every word has its room."""

    answer_sample(consultation)
    window = make_window(100, consultation)
    window.resize(width, height)
    driver = Driver(window)
    driver.go(page)

    assert window.size() == QSize(width, height)
    assert clipped(window) == []


@pytest.mark.parametrize("page", SAMPLE_PAGES, ids=lambda page: page.kind.value)
def test_large_text_in_a_tiny_window_can_be_reached(
    make_window: Callable[..., MainWindow], consultation: ConsultationPresenter, page: PageId
) -> None:
    """Where a page does not fit, it can be moved sideways; what is always in sight fits."""

    answer_sample(consultation)
    window = make_window(200, consultation)
    window.resize(640, 480)
    driver = Driver(window)
    driver.go(page)
    sideways = [area.horizontalScrollBar().maximum() for area in window.findChildren(QScrollArea) if area.isVisible()]
    wrong = clipped(window)

    assert all(found.startswith("the page is") for found in wrong)
    assert not wrong or max(sideways) > 0


@pytest.mark.parametrize("page", SAMPLE_PAGES, ids=lambda page: page.kind.value)
@pytest.mark.parametrize("percent", [100, 200])
def test_a_page_begins_at_its_top_with_the_keyboard_in_sight(
    make_window: Callable[..., MainWindow], consultation: ConsultationPresenter, page: PageId, percent: int
) -> None:
    """However large the text, the heading is in sight and so is what has the keyboard."""

    answer_sample(consultation)
    window = make_window(percent, consultation)
    driver = Driver(window)
    driver.go(page)
    place = QApplication.focusWidget()

    assert window.page is not None
    assert place is not None
    assert not window.page.heading.visibleRegion().isEmpty()
    assert 2 * place.visibleRegion().boundingRect().height() >= place.height()


def test_tab_leads_from_the_heading_to_the_first_control(
    make_window: Callable[..., MainWindow], consultation: ConsultationPresenter
) -> None:
    """Whoever begins at the heading, because large text hides what follows, is one key away from it."""

    driver = Driver(make_window(200, consultation))
    driver.go(PageId(PageKind.DANGER, question="danger-now"))
    driver.window.resize(1024, 500)
    driver.go(PageId(PageKind.CHILDREN))
    at_first = driver.keyboard_at
    driver.key(Qt.Key.Key_Tab)

    assert at_first == "Which children are in the family?"
    assert driver.keyboard_at == "Age"
