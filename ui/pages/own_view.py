"""The person's own view of one child, before the result is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.page import Page
from ui.presenters.own_view import own_view_state
from ui.widgets.buttons import link, main_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.facts import Facts
from ui.widgets.fields import TextField
from ui.widgets.labels import Words, body
from ui.widgets.panels import inset

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.presenters.consultation import Consultation, ConsultationPresenter
    from ui.presenters.navigator import Navigator
    from ui.presenters.own_view import OwnViewState
    from ui.presenters.page_ids import PageId


def make(desk: Desk, page: PageId) -> Page:
    """The page for the registry; once the result has been seen, one that only shows what was said."""
    child = page.child or ""
    state = own_view_state(desk.consultation.state, child)
    if state.kept:
        return KeptViewPage(state, desk.navigator, child)
    return OwnViewPage(desk.consultation, desk.navigator, child)


class OwnViewPage(Page):
    """A card for each level, lowest first, none of them chosen beforehand; and why."""

    def __init__(self, consultation: ConsultationPresenter, navigator: Navigator, child: str) -> None:
        self._consultation = consultation
        self._navigator = navigator
        self._child = child
        state = own_view_state(consultation.state, child)
        super().__init__(state.title, over="Before you see the result")
        self.add(
            body(
                "Say what you think before the document does. Two views that differ are worth talking about, and the "
                "record shows both."
            )
        )
        if state.early is not None:
            self.add(_early(state.early))
        self._levels = ChoiceGroup(state.title, state.options)
        self._because = TextField(
            "Why you think so", "What weighs most for you, in a sentence or two. You can leave this empty.", lines=4
        )
        self.add(self._levels, self._because)
        onward, none = main_button("&Continue"), link("I have no &view yet")
        self.add_buttons(onward, none)
        self._levels.chosen.connect(lambda level: consultation.take_own_view(child, level))
        self._because.changed.connect(lambda text: consultation.explain_own_view(child, text))
        onward.clicked.connect(self._continue)
        none.clicked.connect(self._go_on_without)
        self.follow(consultation.subscribe(self.show_consultation))

    def show_consultation(self, consultation: Consultation) -> None:
        """Shows what was said so far."""
        if self._child in consultation.children:
            self.show_state(own_view_state(consultation, self._child))

    def show_state(self, state: OwnViewState) -> None:
        """Shows the level and the reason."""
        self._levels.show_choice(state.level)
        self._because.show_text(state.because)

    def start(self) -> QWidget:
        """At the level that was chosen, otherwise the first."""
        return self._levels.first()

    def _continue(self) -> None:
        if self._levels.choice is None:
            self.show_errors([("Choose a level, or say that you have no view yet", self._levels.first())])
            return
        self._navigator.forward()

    def _go_on_without(self) -> None:
        """Takes back a level that was chosen; the words stay, since they are the person's."""
        self._consultation.take_own_view(self._child, None)
        self._navigator.forward()


class KeptViewPage(Page):
    """What was said before the result. It is not changed afterwards: that would make it another view."""

    def __init__(self, state: OwnViewState, navigator: Navigator, child: str) -> None:
        super().__init__(f"Your own view of child {child}")
        given = state.level_name or "You gave no view before you saw the result"
        facts = [("Your own view, before the result", given)]
        if state.because:
            facts.append(("Why you think so", state.because))
        self.add(Facts(facts))
        if state.early is not None:
            self.add(_early(state.early))
        self.add(
            body(
                "You have seen the result since, so this stays as it was. If you think otherwise now, say so in your "
                "decision."
            )
        )
        onward = main_button("&Continue")
        self.add_buttons(onward)
        onward.clicked.connect(navigator.forward)


def _early(words: str) -> QWidget:
    return inset(Words("What to do was shown first", bold=True), body(f"{words} The record says so beside your view."))
