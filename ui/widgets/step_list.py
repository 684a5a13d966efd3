"""What to do, under the time by which to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.theme.ink import Ink
from ui.theme.tokens import TypeSize
from ui.theme.typeface import space
from ui.widgets.labels import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.presenters.steps import StepShown, TimeGroup


class StepList(QWidget):
    """Groups of steps, each under its time. The number to call is `strong` where it is to be called now."""

    def __init__(self, groups: Iterable[TimeGroup], *, strong: bool = False) -> None:
        super().__init__()
        self._strong = strong
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(space(1))
        for at, group in enumerate(groups):
            if at:
                down.addSpacing(space(2))
            down.addWidget(Words(group.when, bold=True))
            for step in group.steps:
                down.addLayout(self._step(step))

    def _step(self, step: StepShown) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(space(0.5))
        grid.setColumnStretch(1, 1)
        grid.addWidget(Words("•"), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Words(step.do), 0, 1)
        row = 1
        if step.reach:
            reach = Words(step.reach, bold=True, copied=True) if self._strong else _second_rank(step.reach)
            grid.addWidget(reach, row, 1)
            row += 1
        if step.who:
            grid.addWidget(_second_rank(step.who), row, 1)
        return grid


def _second_rank(text: str) -> Words:
    return Words(text, TypeSize.CAPTION, colour=Ink.MUTED, copied=True)
