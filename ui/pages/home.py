"""Home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.page import Page
from ui.presenters.home import HomePresenter
from ui.theme.ink import Ink
from ui.widgets.buttons import link, main_button, second_button
from ui.widgets.flow import side_by_side
from ui.widgets.labels import body, caption, lead, subheading
from ui.widgets.panels import Panel, inset

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.presenters.home import HomeState
    from ui.presenters.page_ids import PageId


def make(desk: Desk, _page: PageId) -> HomePage:
    """The page for the registry."""
    return HomePage(HomePresenter(desk.navigator, desk.library, desk.preferences, desk.messages))


class HomePage(Page):
    """A door for each thing that works."""

    def __init__(self, presenter: HomePresenter) -> None:
        super().__init__("What would you like to do?")
        self._presenter = presenter  # a button alone would not keep it alive
        self._go_on = Panel(fill=Ink.NOTICE, outline=Ink.NOTICE, bar=Ink.ACCENT)
        resume = main_button("&Go on with it")
        self._go_on.add(subheading("A concern is open"), body("Nothing you have answered is lost."), resume)
        self._start = main_button("&Think a concern through")
        self._another = second_button("&Think another concern through")
        erase, keep = second_button("&Erase it"), second_button("Leave &it open")
        self._asks = inset(
            body("Another concern takes the place of the open one, and erases what you have answered."),
            side_by_side(keep, erase),
            bar=Ink.DANGER,
        )
        guide = link("Read the &user guide")
        self._last = Panel()
        self._last_title = body()
        kept = second_button("Go on with a &kept case")
        last = second_button("&Start with this document")
        self._last.add(caption("The document you used last"), self._last_title, last)
        self.add(
            lead(
                "Answer plain questions about what you have seen and heard. The tool says which indicators of your "
                "area's threshold document that meets, why, and on which page."
            ),
            self._go_on,
        )
        self.add_space(2)
        self.add(self._start, self._another, self._asks, kept)
        self.add_space(2)
        self.add(self._last)
        self.add_space(2)
        self.add(
            guide,
            caption(
                "Nothing leaves this computer. What you answer stays in memory until you keep a record or close the "
                "program."
            ),
        )
        guide.clicked.connect(presenter.read_guide)
        resume.clicked.connect(presenter.go_on)
        kept.clicked.connect(presenter.open_kept)
        self._start.clicked.connect(presenter.think_through)
        self._another.clicked.connect(presenter.think_through)
        erase.clicked.connect(presenter.erase)
        keep.clicked.connect(presenter.keep)
        last.clicked.connect(presenter.open_last)
        self.follow(presenter.subscribe(self.show_state))

    def show_state(self, state: HomeState) -> None:
        """Shows the doors that lead somewhere now."""
        self._go_on.setVisible(state.is_open)
        self._start.setVisible(not state.is_open)
        self._another.setVisible(state.is_open and not state.asks)
        self._asks.setVisible(state.asks)
        self._last.setVisible(state.last_title is not None and not state.is_open)
        self._last_title.say(state.last_title or "")
