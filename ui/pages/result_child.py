"""One child's part of the result: what to do, why, what could change it; details stay folded until wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from threshold_tool.evaluation import explain
from threshold_tool.evaluation import result_words as words
from ui.theme.ink import Ink
from ui.theme.tokens import TypeSize
from ui.theme.typeface import space
from ui.widgets.buttons import link
from ui.widgets.facts import Facts
from ui.widgets.fold import Fold
from ui.widgets.labels import Items, Words, body, caption, subheading
from ui.widgets.level_badge import LevelBadge
from ui.widgets.panels import Panel, inset
from ui.widgets.step_list import StepList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ui.presenters.navigator import Navigator
    from ui.presenters.result import ChildShown, ReasonShown, UnknownShown

_UNKNOWNS_OPEN = 5
"""So many unknowns are in sight; the others stay folded, so that the first ones are read."""


class ChildSection(QWidget):
    """Everything about one child, in the order in which it is needed."""

    def __init__(self, child: ChildShown, navigator: Navigator) -> None:
        super().__init__()
        self._child = child
        self._navigator = navigator
        self._about = f"Child {child.level.child}"
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(3))
        self._level()
        self._steps()
        self._why()
        self._unknowns()
        self._further()

    def _add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._column.addWidget(widget)

    def _title(self, text: str) -> None:
        self._column.addSpacing(space(2))
        self._add(subheading(text))

    def _fold(self, title: str, make: Callable[[], Iterable[QWidget]]) -> None:
        self._add(Fold(title, make, about=self._about))

    def _level(self) -> None:
        level, child = self._child.level, self._child
        self._add(LevelBadge(self._about, level.code, level.name, level.colour))
        if child.at_once:
            self._add(inset(Words(explain.ACT_AT_ONCE, TypeSize.LEAD, bold=True), bar=Ink.DANGER))
        self._add(*map(body, child.meaning))
        if child.views:
            self._add(Facts((*child.views, ("The document's level", level.name))))

    def _steps(self) -> None:
        child, steps = self._child, self._child.steps
        self._title(child.steps_title)
        if steps.now:
            self._add(StepList(steps.now, strong=True))
        if steps.later and steps.now:
            self._fold(f"After that ({steps.count_later})", lambda: [StepList(steps.later)])
        elif steps.later:
            self._add(StepList(steps.later))
        if child.also_to_do:
            title = f"As well, at the lower level you decided on ({len(child.also_to_do)})"
            self._fold(title, lambda: [Items(child.also_to_do)])
        self._fold("Consent", lambda: [Items(child.consent)])

    def _why(self) -> None:
        child = self._child
        self._title("Why")
        self._add(body(child.basis))
        if child.reasons:
            self._add(Items(reason.words for reason in child.reasons))
        if child.enough:
            self._add(body(words.ENOUGH_LEAD), Items(child.enough))
        if child.reasons:
            self._fold("The document's own words", lambda: _wordings(child.reasons))
        if child.also:
            self._fold(f"{_title_of(words.ALSO_LEAD)} ({len(child.also)})", lambda: _wordings(child.also))

    def _unknowns(self) -> None:
        child = self._child
        if not child.unknowns:
            return
        self._title(words.UNKNOWNS_TITLE)
        if child.reach:
            self._add(body(child.reach))
        self._add(body(words.UNKNOWNS_LEAD))
        self._add(*self._by_reach(child.unknowns[:_UNKNOWNS_OPEN]))
        more = child.unknowns[_UNKNOWNS_OPEN:]
        if more:
            self._fold(f"More that is not known ({len(more)})", lambda: self._by_reach(more))
        self._add(*map(caption, child.more_unknowns))

    def _by_reach(self, unknowns: Iterable[UnknownShown]) -> list[QWidget]:
        """Links to questions, under how far their answers could lead."""
        groups: dict[str, list[UnknownShown]] = {}
        for found in unknowns:
            groups.setdefault(found.could, []).append(found)
        widgets: list[QWidget] = []
        for could, members in groups.items():
            links = Panel(fill=Ink.WINDOW, outline=None)
            links.column.setContentsMargins(0, 0, 0, 0)
            links.column.setSpacing(0)
            links.add(Words(f"{could[:1].upper()}{could[1:]}:", bold=True), *map(self._unknown, members))
            widgets.append(links)
        return widgets

    def _unknown(self, found: UnknownShown) -> QWidget:
        if found.page is None:
            return body(found.words)
        page = found.page
        button = link(found.words)
        button.setAccessibleName(f"{self._about}: {found.words}")
        button.setAccessibleDescription(f"It {found.could}.")
        button.clicked.connect(lambda: self._navigator.change(page))
        return button

    def _further(self) -> None:
        child = self._child
        self._column.addSpacing(space(2))
        if child.would_raise:
            self._fold(f"{words.RAISE_TITLE} ({len(child.would_raise)})", lambda: [Items(child.would_raise)])
        if child.against:
            title = f"{explain.AGAINST_TITLE} ({len(child.against)})"
            self._fold(title, lambda: [body(explain.AGAINST_CAUTION), Items(child.against)])
        if child.set_aside:
            title = f"{words.SET_ASIDE_TITLE} ({len(child.set_aside)})"
            self._fold(title, lambda: [body(words.SET_ASIDE_LEAD), Items(child.set_aside)])
        if child.not_in_document:
            self._add(caption(child.not_in_document))


def _wordings(reasons: Iterable[ReasonShown]) -> list[QWidget]:
    found: list[QWidget] = []
    for reason in reasons:
        found += [Words(reason.words, bold=True), Items(reason.wording)]
    return found


def _title_of(opening: str) -> str:
    """A sentence that opens a list, as the title of a fold."""
    return opening.removesuffix(":")
