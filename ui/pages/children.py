"""The children of the family."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.page import Page
from ui.presenters.children import HINTS, KNOWN, ChildrenPresenter
from ui.theme.ink import Ink
from ui.theme.typeface import space
from ui.widgets.buttons import link, main_button, second_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.fields import LineField
from ui.widgets.flow import side_by_side
from ui.widgets.labels import body, subheading
from ui.widgets.panels import Panel, inset
from ui.widgets.reading_order import set_reading_order

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.presenters.children import ChildDraft, ChildrenState
    from ui.presenters.navigator import Navigator
    from ui.presenters.page_ids import PageId


def make(desk: Desk, _page: PageId) -> ChildrenPage:
    """The page for the registry."""
    return ChildrenPage(ChildrenPresenter(desk.consultation), desk.navigator)


class ChildrenPage(Page):
    """A panel for each child."""

    def __init__(self, presenter: ChildrenPresenter, navigator: Navigator) -> None:
        super().__init__("Which children are in the family?")
        self._presenter = presenter
        self._navigator = navigator
        self._panels: dict[str, _ChildPanel] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(space(4))
        self._losing_words = body()
        remove, keep = second_button("&Remove the child"), second_button("&Keep the child")
        self._losing = _question_panel(self._losing_words, remove, keep)
        self._add = second_button("&Add another child")
        self.add(
            body(
                "Count every child, and every unborn baby, wherever they live. They are A, B and C here: write the "
                "names on the print by hand."
            )
        )
        self.column.addLayout(self._column)
        self.add(self._losing, self._add)
        onward = main_button("&Continue")
        self.add_buttons(onward)
        self._add.clicked.connect(self._add_child)
        remove.clicked.connect(lambda: presenter.remove_for_good(presenter.state.losing or ""))
        keep.clicked.connect(presenter.keep)
        onward.clicked.connect(self._continue)
        self.follow(presenter.subscribe(self.show_state))

    def show_state(self, state: ChildrenState) -> None:
        """Shows the children as typed."""
        refs = [child.ref for child in state.children]
        if refs != list(self._panels):
            self._make_panels(refs)
        for child in state.children:
            self._panels[child.ref].show_child(child, alone=len(refs) == 1)
        self._losing.setVisible(state.losing is not None)
        answers = "1 answer" if state.answers_lost == 1 else f"{state.answers_lost} answers"
        self._losing_words.say(f"You have given {answers} about child {state.losing}. Removing the child erases them.")
        self._add.setVisible(state.can_add)

    def start(self) -> QWidget:
        """At the first child."""
        return next(iter(self._panels.values())).first()

    def _make_panels(self, refs: list[str]) -> None:
        for ref, panel in list(self._panels.items()):
            if ref not in refs:
                self._column.removeWidget(panel)
                panel.hide()
                panel.deleteLater()
        self._panels = {ref: self._panels.get(ref) or _ChildPanel(ref, self._presenter) for ref in refs}
        for at, panel in enumerate(self._panels.values()):
            self._column.insertWidget(at, panel)
        set_reading_order(self)

    def _add_child(self) -> None:
        before = set(self._panels)
        self._presenter.add()
        new = next((ref for ref in self._panels if ref not in before), None)
        if new is not None:
            self._panels[new].first().setFocus()

    def _continue(self) -> None:
        problems = self._presenter.problems()
        self.show_errors([(f"Child {ref}: {words}", self._panels[ref].place()) for ref, words in problems])
        if not problems:
            self._navigator.forward()


class _ChildPanel(Panel):
    """What is known of one child."""

    def __init__(self, ref: str, presenter: ChildrenPresenter) -> None:
        super().__init__()
        self._known = ChoiceGroup(f"What do you know of the age of child {ref}?", KNOWN, small=True)
        self._fields = {
            key: LineField(f"{words.partition(',')[0]} of child {ref}", HINTS[key], characters=14)
            for key, words in KNOWN
            if key in HINTS
        }
        self._problem = body()
        self._problem.setForegroundRole(Ink.DANGER.value)
        self._lives = LineField(f"Where and with whom does child {ref} live?", "You can leave this empty")
        self._remove = link("Remove this child")
        self._remove.setAccessibleName(f"Remove child {ref}")
        self.add(subheading(f"Child {ref}"), body("What do you know of the age?"), self._known)
        self.add(*self._fields.values(), self._problem, self._lives, self._remove)
        self._known.chosen.connect(partial(presenter.choose, ref))
        for field in self._fields.values():
            field.changed.connect(partial(presenter.write, ref))
        self._lives.changed.connect(partial(presenter.write_home, ref))
        self._remove.clicked.connect(lambda: presenter.remove(ref))

    def show_child(self, child: ChildDraft, *, alone: bool) -> None:
        """Shows what was typed; the last child cannot be removed."""
        self._known.show_choice(child.known)
        for key, field in self._fields.items():
            field.setVisible(key == child.known)
            field.show_text(child.text if key == child.known else "")
        self._problem.say(child.problem or "")
        self._problem.setVisible(child.problem is not None)
        self._lives.show_text(child.lives)
        self._remove.setVisible(not alone)

    def first(self) -> QWidget:
        """Where the keyboard enters."""
        return self._known.first()

    def place(self) -> QWidget:
        """Where something has to be put right."""
        field = self._fields.get(self._known.choice or "")
        return field if field is not None else self._known.first()


def _question_panel(words: QWidget, *buttons: QWidget) -> Panel:
    return inset(words, side_by_side(*buttons), bar=Ink.DANGER)
