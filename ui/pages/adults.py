"""The adults in the children's lives."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.page import Page
from ui.presenters.adults import YES_NO, YES_NO_NOT_KNOWN, AdultsPresenter
from ui.theme.typeface import space
from ui.widgets.buttons import link, main_button, second_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.choices import Tick
from ui.widgets.fields import LineField
from ui.widgets.flow import side_by_side
from ui.widgets.labels import body, caption
from ui.widgets.panels import Panel
from ui.widgets.reading_order import set_reading_order

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.presenters.adults import AdultDraft, AdultsState
    from ui.presenters.navigator import Navigator
    from ui.presenters.page_ids import PageId


def make(desk: Desk, _page: PageId) -> AdultsPage:
    """The page for the registry."""
    return AdultsPage(AdultsPresenter(desk.consultation), desk.navigator)


class AdultsPage(Page):
    """A panel for each adult; there may be none."""

    def __init__(self, presenter: AdultsPresenter, navigator: Navigator) -> None:
        super().__init__("Which adults are in the children's lives?")
        self._presenter = presenter
        self._navigator = navigator
        self._panels: dict[str, _AdultPanel] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(space(4))
        self._add = second_button("&Add an adult")
        self._unknown = second_button("Add somebody who is not &identified")
        self.add(
            body(
                "Parents, partners, others in the home, regular visitors, and parents who live elsewhere. Fathers and "
                "new partners are easily left out. This is for the record: it changes no result."
            )
        )
        self.column.addLayout(self._column)
        self.add(side_by_side(self._add, self._unknown))
        onward = main_button("&Continue")
        self.add_buttons(onward)
        self._add.clicked.connect(presenter.add)
        self._unknown.clicked.connect(presenter.add_not_identified)
        onward.clicked.connect(self._continue)
        self.follow(presenter.subscribe(self.show_state))

    def show_state(self, state: AdultsState) -> None:
        """Shows the adults as typed."""
        if [adult.ref for adult in state.adults] != list(self._panels):
            self._make_panels(state)
        for adult in state.adults:
            self._panels[adult.ref].show_adult(adult)

    def start(self) -> QWidget:
        """At the first adult, or at the way to add one."""
        return next((panel.first() for panel in self._panels.values()), self._add)

    def _make_panels(self, state: AdultsState) -> None:
        refs = [adult.ref for adult in state.adults]
        new = [ref for ref in refs if ref not in self._panels]
        for ref, panel in self._panels.items():
            if ref not in refs:
                self._column.removeWidget(panel)
                panel.hide()
                panel.deleteLater()
        made = {ref: _AdultPanel(ref, state.children, self._presenter) for ref in new}
        first_time = not self.isVisible()
        self._panels = {ref: made.get(ref) or self._panels[ref] for ref in refs}
        for at, panel in enumerate(self._panels.values()):
            self._column.insertWidget(at, panel)
        set_reading_order(self)
        if new and not first_time:
            self._panels[new[-1]].first().setFocus()

    def _continue(self) -> None:
        problems = self._presenter.problems()
        self.show_errors([(words, self._panels[ref].first()) for ref, words in problems])
        if not problems:
            self._navigator.forward()


class _AdultPanel(Panel):
    """What is said of one adult."""

    def __init__(self, ref: str, children: tuple[str, ...], presenter: AdultsPresenter) -> None:
        super().__init__()
        self._is = LineField("Who is this?", "Such as mother, or mother's partner. No names", characters=32)
        self._not_identified = Tick("It is not known who this is", small=True)
        self._of = {child: Tick(f"Child {child}", small=True) for child in children} if len(children) > 1 else {}
        self._lives = ChoiceGroup("Does this adult live in the home?", YES_NO, small=True)
        self._responsible = ChoiceGroup("Has this adult parental responsibility?", YES_NO_NOT_KNOWN, small=True)
        remove = link("Remove this adult")
        self.add(self._is, self._not_identified)
        if self._of:
            for tick in self._of.values():
                tick.setAccessibleDescription("To which children?")
            self.add(caption("To which children?"), side_by_side(*self._of.values(), gap=1))
        self.add(caption(self._lives.name), self._lives, caption(self._responsible.name), self._responsible, remove)
        self._is.changed.connect(lambda text: presenter.change(ref, is_=text))
        self._not_identified.clicked.connect(lambda checked: presenter.change(ref, identified=not checked))
        for child, tick in self._of.items():
            tick.clicked.connect(partial(presenter.belongs, ref, child))
        self._lives.chosen.connect(lambda key: presenter.change(ref, lives_here=key))
        self._responsible.chosen.connect(lambda key: presenter.change(ref, responsible=key))
        remove.clicked.connect(lambda: presenter.remove(ref))

    def show_adult(self, adult: AdultDraft) -> None:
        """Shows what was said."""
        self._is.show_text(adult.is_)
        self._is.show_error(adult.problem)
        self._not_identified.setChecked(not adult.identified)
        for child, tick in self._of.items():
            tick.setChecked(child in adult.of)
        self._lives.show_choice(adult.lives_here)
        self._responsible.show_choice(adult.responsible)

    def first(self) -> QWidget:
        """Where the keyboard enters."""
        return self._is
