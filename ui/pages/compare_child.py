"""One child under two areas: levels side by side, the difference, and the clauses behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from threshold_tool.evaluation import explain
from ui.theme.ink import Ink
from ui.theme.typeface import space
from ui.widgets.fold import Fold
from ui.widgets.labels import Items, Words, body, caption, subheading
from ui.widgets.level_badge import LevelBadge
from ui.widgets.panels import Panel

if TYPE_CHECKING:
    from ui.presenters.comparison import AreaShown, ComparedChild, DifferenceShown, ExchangeShown


class ComparedSection(QWidget):
    """Everything that is compared of one child."""

    def __init__(self, child: ComparedChild) -> None:
        super().__init__()
        self._child = child
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(3))
        self._add(subheading(f"Child {child.ref}"), Words(child.said, bold=True))
        self._add(*(self._area(area) for area in child.areas))
        for difference in child.differences:
            self._difference(difference)
        self._add(Fold("Why, in each area", self._why, about=f"Child {child.ref}"))

    def _add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._column.addWidget(widget)

    def _area(self, area: AreaShown) -> QWidget:
        part = QWidget()
        down = QVBoxLayout(part)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(space(1))
        down.addWidget(LevelBadge(area.name, area.level.code, area.level.name, area.level.colour, small=True))
        if area.at_once:
            down.addWidget(Words(explain.ACT_AT_ONCE, bold=True))
        down.addWidget(caption(f"{area.law} {area.consent}"))
        return part

    def _difference(self, difference: DifferenceShown) -> None:
        self._add(Items(difference.pairs), body(difference.lead))
        for chosen in difference.sets:
            panel = Panel(fill=Ink.NOTICE, outline=Ink.NOTICE, bar=Ink.ACCENT)
            for exchange in chosen:
                panel.add(*_exchange(exchange))
            self._add(panel)
        if difference.more:
            self._add(caption(difference.more))

    def _why(self) -> list[QWidget]:
        found: list[QWidget] = []
        for area in self._child.areas:
            found += [Words(f"{area.name}: {area.level.name}", bold=True), body(area.basis)]
            found += [Items(area.reasons)] if area.reasons else []
            found += [body(area.reach)] if area.reach else []
            if area.left_out:
                found += [body("Answered, and not a question of this document:"), Items(area.left_out)]
        return found


def _exchange(exchange: ExchangeShown) -> tuple[QWidget, QWidget]:
    return Words(exchange.about, bold=True), Items(exchange.sides)
