"""What worries the person, in their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.page import Page
from ui.widgets.buttons import main_button
from ui.widgets.fields import TextField
from ui.widgets.labels import body

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.presenters.consultation import Consultation, ConsultationPresenter
    from ui.presenters.navigator import Navigator
    from ui.presenters.page_ids import PageId


def make(desk: Desk, _page: PageId) -> WorryPage:
    """The page for the registry."""
    return WorryPage(desk.consultation, desk.navigator)


class WorryPage(Page):
    """A text, which may stay empty."""

    def __init__(self, consultation: ConsultationPresenter, navigator: Navigator) -> None:
        super().__init__("What worries you?")
        self._text = TextField(
            "In your own words",
            "What you saw or heard, when, and what life is like for the child. Letters, not names. You can leave this "
            "empty.",
            lines=8,
        )
        self.add(
            body("Write it down before the questions begin, so that they do not put words into your mouth."), self._text
        )
        onward = main_button("&Continue")
        self.add_buttons(onward)
        self._text.changed.connect(consultation.write_worry)
        onward.clicked.connect(navigator.forward)
        self.follow(consultation.subscribe(self.show_state))

    def show_state(self, state: Consultation) -> None:
        """Shows what was written."""
        self._text.show_text(state.case.worry or "")

    def start(self) -> QWidget:
        """In the text."""
        return self._text
