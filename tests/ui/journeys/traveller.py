"""A person who goes all the way through the window, from home to the saved record, as a story tells.

Everything happens as a person does it: on the page that is shown, by what things are called. The traveller looks into
the program only to know which questions a page asks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.driver import Driver
from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.evaluation.explain import SAID
from ui.presenters.consent import consent_state
from ui.presenters.page_ids import PageKind
from ui.widgets.choice_group import ChoiceGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from threshold_tool.cases.interview import Step

_MOST_PAGES = 120
_MOST_TABS = 200


@dataclass(frozen=True)
class Decided:
    """What the person decides for a child: the level by its name, and for a lower one why and who agrees."""

    level: str
    reason: str = ""
    manager: str = ""


@dataclass(frozen=True)
class Story:
    """What somebody knows of a family. Ages are as typed; levels are named as the document names them.

    `answers` are option ids by question, or by question/child; what is not among them has its least concerning
    answer, a strength or a number "not known". Without an entry in `decisions` the person agrees with `own_view`.
    """

    children: Mapping[str, str]
    answers: Mapping[str, str] = field(default_factory=dict)
    own_view: Mapping[str, str] = field(default_factory=dict)
    decisions: Mapping[str, Decided] = field(default_factory=dict)
    role: str = "School or college"
    worry: str = "Late and tired on most Mondays."
    document: str = "Levels of Need in Exampleshire"


class Traveller(Driver):
    """Tells a story to the window, with the mouse."""

    def tell(self, story: Story) -> None:
        """Takes a story to tell, before the first click."""
        self.story = story

    def go_on_to(self, kind: PageKind) -> None:
        """Page by page until one of a kind; complains where it does not get on."""
        ways: dict[PageKind, Callable[[], None]] = {
            PageKind.HOME: lambda: self.act("Think a concern through"),
            PageKind.DOCUMENT: self._document,
            PageKind.ROLE: self._role,
            PageKind.CHILDREN: self._children,
            PageKind.WORRY: self._worry,
            PageKind.ROUTE: lambda: self.act("Continue with the questions"),
            PageKind.OWN_VIEW: self._own_view,
            PageKind.RESULT: lambda: self.act("Continue to your decision"),
            PageKind.DECISION: self._decision,
            PageKind.CONSENT: self._consent,
            PageKind.PLAN: self._plan,
        }
        for _ in range(_MOST_PAGES):
            before = self.page
            if before.kind is kind:
                return
            ways.get(before.kind, self._answer_page)()
            assert self.page != before, f"{before} does not go on:\n{self.words}"
        raise AssertionError(f"never got to {kind}")

    def act(self, name: str) -> None:
        """Presses a button or a link."""
        self.press(name)

    def choose(self, question: str, words: str) -> None:
        """Chooses the answer with these words in the group of a question."""
        group = self.find(ChoiceGroup, question)
        card = next(card for card in group.cards if card.words == words)
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        self.settle()

    def enter_text(self, name: str, text: str) -> None:
        """Writes into a field."""
        self.write(name, text)

    def _document(self) -> None:
        self.choose(self.heading, self.story.document)
        self.act("Continue")

    def _role(self) -> None:
        self.choose(self.heading, self.story.role)
        self.act("Continue")

    def _children(self) -> None:
        for at, (ref, age) in enumerate(self.story.children.items()):
            if at:
                self.act("Add another child")
            self.choose(f"What do you know of the age of child {ref}?", "Age")
            self.enter_text(f"Age of child {ref}", age)
        self.act("Continue")

    def _worry(self) -> None:
        self.enter_text("In your own words", self.story.worry)
        self.act("Continue")

    def _answer_page(self) -> None:
        """A page of questions, answered as the story says; any other is gone on from as it is."""
        for step in self.window.desk.navigator.journey.steps(self.page):
            self._answer(step)
        self.act("Continue")

    def _answer(self, step: Step) -> None:
        child = step.place.child
        group = step.question.ask
        if child is not None and not self._is_there(group):
            group = f"Child {child}: {group}"
        self.choose(group, self._words_for(step))

    def _is_there(self, group: str) -> bool:
        return any(g.isVisible() and g.accessibleName() == group for g in self.window.findChildren(ChoiceGroup))

    def _words_for(self, step: Step) -> str:
        question, child = step.question, step.place.child
        told = self.story.answers.get(f"{question.id}/{child}") or self.story.answers.get(question.id)
        if told is None and question.kind == "concern" and question.options:
            return question.options[0].text
        return next((option.text for option in question.options if option.id == told), SAID[NOT_KNOWN])

    def _own_view(self) -> None:
        self.choose(self.heading, self.story.own_view[self.page.child or ""])
        self.act("Continue")

    def _decision(self) -> None:
        child = self.page.child or ""
        decided = self.story.decisions.get(child) or Decided(self.story.own_view[child])
        self.choose(self.heading, decided.level)
        if decided.reason:
            self.enter_text("Your reason", decided.reason)
            self.enter_text("The manager who agrees", decided.manager)
        self.act("Continue")

    def _consent(self) -> None:
        asked = consent_state(self.window.desk.consultation.state, self.page)
        self.enter_text(asked.label("asked"), "The mother")
        self.enter_text(asked.label("on"), "25/11/2026")
        self.enter_text(asked.label("answer"), "Yes, she would like help.")
        self.act("Continue")

    def _plan(self) -> None:
        self.enter_text("The day on which to look at the family again", "4/1/2027")
        self.act("Continue")


class KeyboardTraveller(Traveller):
    """Tells a story with the keyboard alone: Tab, arrows, Space and typing."""

    def act(self, name: str) -> None:
        """Tabs to a button and presses Space."""
        self._tab_to(lambda widget: widget.accessibleName() == name, name)
        self.key(Qt.Key.Key_Space)

    def choose(self, question: str, words: str) -> None:
        """Tabs into the group, goes to the answer with the arrows, and presses Space."""
        group = self.find(ChoiceGroup, question)
        self._tab_to(group.isAncestorOf, question)
        goal = next(card for card in group.cards if card.words == words)
        for _ in group.cards:
            now = QApplication.focusWidget()
            if now is None or now is goal:
                break
            self.key(_arrow(now, goal))
        assert self.keyboard_at == words, f"the arrows do not lead to {words!r}; they end at {self.keyboard_at!r}"
        self.key(Qt.Key.Key_Space)

    def enter_text(self, name: str, text: str) -> None:
        """Tabs to a field, marks what it holds, and types over it."""
        self._tab_to(lambda widget: widget.accessibleName() == name, name)
        self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type_in(text)

    def type_in(self, text: str) -> None:
        """Types where the keyboard is."""
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, text)
        self.settle()

    def _tab_to(self, is_there: Callable[[QWidget], bool], name: str) -> None:
        passed: list[str] = []
        for _ in range(_MOST_TABS):
            widget = QApplication.focusWidget()
            if widget is not None and is_there(widget):
                return
            passed.append(self.keyboard_at)
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reached {name!r}; it passed {sorted(set(passed))}")


def _arrow(now: QWidget, goal: QWidget) -> Qt.Key:
    """The arrow that leads from one card towards another."""
    if goal.y() != now.y():
        return Qt.Key.Key_Down if goal.y() > now.y() else Qt.Key.Key_Up
    return Qt.Key.Key_Right if goal.x() > now.x() else Qt.Key.Key_Left
