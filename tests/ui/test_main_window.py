"""The window: always in sight, hiding, text size, closing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.driver import Driver
from threshold_tool.cases.interview import Place
from ui.header import NAME
from ui.neutral_screen import NEUTRAL_TITLE
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import StandingClock
    from ui.main_window import MainWindow
    from ui.presenters.consultation import ConsultationPresenter

QUESTION = PageId(PageKind.QUESTION, question="substance-effect-on-care")


def test_danger_is_one_click_from_every_page(driver: Driver) -> None:
    """The red button leads to 999 and the numbers of the hour, and Back returns."""

    driver.go(QUESTION)
    driver.press("Immediate danger")
    words = driver.words
    driver.press("Back")

    assert "Call 999 now" in words
    assert "01632 960001" in words
    assert driver.page == QUESTION


def test_danger_has_a_page_without_a_document(make_window: Callable[..., MainWindow]) -> None:
    """Before any document is open the button says 999 and where to find the local number."""

    driver = Driver(make_window())
    driver.press("Immediate danger")

    assert "Call 999 now" in driver.words


def test_hiding_shows_nothing_of_the_case(driver: Driver, consultation: ConsultationPresenter) -> None:
    """Hidden, the window has a neutral title and shows the day alone; F8 brings the page back as it was."""

    consultation.write_worry("Bruise")
    driver.go(PageId(PageKind.WORRY))
    driver.press("Hide")
    hidden = driver.words
    title = driver.window.windowTitle()
    driver.key(Qt.Key.Key_F8)

    assert hidden == "Wednesday\n25 November 2026"
    assert title == NEUTRAL_TITLE
    assert driver.window.windowTitle() == NAME
    assert driver.page == PageId(PageKind.WORRY)
    assert driver.offers("Immediate danger")


def test_three_presses_of_shift_hide(driver: Driver, clock: StandingClock) -> None:
    """Shift three times within five seconds hides; more slowly it does not."""

    for _ in range(3):
        driver.key(Qt.Key.Key_Shift)
        clock.moment += timedelta(seconds=3)
    slowly = driver.window.is_hidden_away
    for _ in range(3):
        driver.key(Qt.Key.Key_Shift)

    assert not slowly
    assert driver.window.is_hidden_away


def test_a_change_of_text_size_stays_hidden(driver: Driver) -> None:
    """Nothing that happens meanwhile brings the page back."""

    driver.window.hide_away()
    driver.window.desk.preferences.larger()
    driver.settle()

    assert driver.window.is_hidden_away
    assert "Calendar" in driver.window.windowTitle()


def test_text_grows_and_shrinks(driver: Driver) -> None:
    """Ctrl and plus, minus, zero change the text size, and it is remembered."""

    def size() -> int:
        shown = [label for label in driver.window.findChildren(QLabel) if label.isVisible()]
        return max(label.font().pixelSize() for label in shown)

    usual = size()
    driver.window.desk.preferences.larger()
    driver.settle()
    larger = size()
    driver.window.desk.preferences.usual()
    driver.settle()

    assert larger > usual
    assert size() == usual
    assert driver.window.desk.preferences.state.text_percent == 100


def test_the_route_shows_with_the_answer(driver: Driver, consultation: ConsultationPresenter) -> None:
    """An answer that makes a route certain shows the way to what to do, before Continue."""

    driver.go(PageId(PageKind.DANGER, question="danger-now"))
    before = driver.offers("What to do now")
    driver.press("Yes")

    assert not before
    assert "Act now." in driver.words
    assert driver.offers("What to do now")


def test_at_night_the_route_has_the_night_number(
    driver: Driver, consultation: ConsultationPresenter, clock: StandingClock
) -> None:
    """What to do now names who answers at the hour."""

    clock.moment = clock.moment.replace(hour=23)
    consultation.answer(Place("danger-now"), "yes")
    driver.go(PageId(PageKind.ROUTE))

    assert "01632 960002" in driver.words


def test_closing_with_answers_asks_first(driver: Driver, consultation: ConsultationPresenter) -> None:
    """Closing the window with an open case asks what is to become of it; going back loses nothing."""

    consultation.write_worry("Hungry")
    driver.go(PageId(PageKind.WORRY))
    driver.window.close()
    driver.settle()
    asked, still_open = driver.page, driver.window.isVisible()
    driver.press("Go back to the concern")

    assert asked == PageId(PageKind.CLOSING)
    assert still_open
    assert driver.page == PageId(PageKind.WORRY)
    assert consultation.state.case.worry == "Hungry"


def test_erasing_closes(driver: Driver, consultation: ConsultationPresenter) -> None:
    """Erasing on closing lets the case go and closes the window."""

    consultation.write_worry("Hungry")
    driver.window.close()
    driver.settle()
    driver.press("Erase it, and close the program")

    assert not driver.window.isVisible()
    assert driver.window.desk.navigator.consultation is None


def test_closing_without_a_case_just_closes(make_window: Callable[..., MainWindow]) -> None:
    """Where there is nothing to lose nothing is asked, and the size is remembered."""

    window = make_window()
    window.resize(1100, 720)
    window.close()

    assert not window.isVisible()
    assert window.desk.preferences.state.window_width == 1100


def test_a_message_is_shown_until_it_is_read(driver: Driver) -> None:
    """A problem stands above the page, on the next page too, until the person closes it."""

    driver.window.desk.messages.show("The file is gone. Choose another.", ("one", "two"))
    driver.settle()
    driver.go(PageId(PageKind.WORRY))
    shown = driver.words
    driver.press("Close this message")

    assert "The file is gone. Choose another." in shown
    assert "two" in shown
    assert "The file is gone" not in driver.words


def test_the_title_never_says_anything_about_a_case(driver: Driver, consultation: ConsultationPresenter) -> None:
    """The window's title is the program's name, whatever is open."""

    consultation.write_worry("Zebedee")
    driver.go(PageId(PageKind.WORRY))

    assert driver.window.windowTitle() == NAME
