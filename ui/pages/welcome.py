"""The welcome: what the tool is, and what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.page import Page
from ui.theme.ink import Ink
from ui.widgets.buttons import main_button
from ui.widgets.labels import Items, body, lead, subheading
from ui.widgets.panels import inset

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.desk import Desk
    from ui.presenters.page_ids import PageId

IS = (
    "It asks the questions of your area's threshold document, one at a time, in plain words.",
    "It says which level your answers meet, why, and on which page of the document.",
    "It says what to do next, by when and through whom, and what is still not known.",
)
IS_NOT = (
    "It does not decide. You do, with your safeguarding lead, and the record says what you decided.",
    "It gives no score and no all-clear. A low result describes what is known today, and no more.",
    "It sends nothing anywhere. There is no account, and it needs no network.",
)


def make(desk: Desk, _page: PageId) -> WelcomePage:
    """The page for the registry."""

    def go_on() -> None:
        desk.preferences.welcome_read()
        desk.navigator.back()

    return WelcomePage(go_on)


class WelcomePage(Page):
    """Shown once at the first start, and from the menu."""

    def __init__(self, go_on: Callable[[], None]) -> None:
        super().__init__("Welcome to the Threshold Tool")
        self.add(
            lead("It helps you to think a concern about a child through, beside a talk with your safeguarding lead."),
            inset(
                body(
                    "If a child is in immediate danger, call 999 first, then children's social care. The red button at "
                    "the top has the numbers, on every page."
                ),
                bar=Ink.DANGER,
            ),
            subheading("What it is"),
            Items(IS),
            subheading("What it is not"),
            Items(IS_NOT),
            subheading("If somebody reads over your shoulder"),
            body(
                "Choose Hide, press F8, or press Shift three times within five seconds. The screen then shows the day "
                "and nothing else. F8 brings your page back."
            ),
        )
        start = main_button("&Continue")
        self.add_buttons(start)
        start.clicked.connect(go_on)
