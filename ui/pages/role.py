"""Where the person works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.page import Page
from ui.presenters.role import ROLES, role_of
from ui.widgets.buttons import main_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.labels import body

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.presenters.consultation import Consultation, ConsultationPresenter
    from ui.presenters.navigator import Navigator
    from ui.presenters.page_ids import PageId


def make(desk: Desk, _page: PageId) -> RolePage:
    """The page for the registry."""
    return RolePage(desk.consultation, desk.navigator)


class RolePage(Page):
    """One choice."""

    def __init__(self, consultation: ConsultationPresenter, navigator: Navigator) -> None:
        super().__init__("Where do you work?")
        self._consultation = consultation
        self._navigator = navigator
        self._roles = ChoiceGroup(self.title, ROLES)
        self.add(body("Some of what the document asks for is meant for some services only."), self._roles)
        onward = main_button("&Continue")
        self.add_buttons(onward)
        self._roles.chosen.connect(lambda key: consultation.take_role(role_of(key)))
        onward.clicked.connect(self._continue)
        self.follow(consultation.subscribe(self.show_state))

    def show_state(self, state: Consultation) -> None:
        """Shows the role that was given."""
        self._roles.show_choice(state.case.role if state.role_given else None)

    def start(self) -> QWidget:
        """At the chosen role, otherwise the first."""
        return self._roles.first()

    def _continue(self) -> None:
        if not self._consultation.state.role_given:
            self.show_errors([("Choose where you work", self._roles.first())])
            return
        self._navigator.forward()
