"""The steps of a plan, each with who does it and by when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.typeface import space
from ui.widgets.buttons import link, second_button
from ui.widgets.day_field import DayField
from ui.widgets.fields import LineField
from ui.widgets.labels import body
from ui.widgets.panels import Panel
from ui.widgets.reading_order import set_reading_order

if TYPE_CHECKING:
    from ui.presenters.plan_steps import PlanStepsPresenter, StepDraft


class PlanStepsPanel(QWidget):
    """A panel for each step, and a way to add one."""

    def __init__(self, presenter: PlanStepsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._panels: dict[int, _StepPanel] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(space(3))
        self._add = second_button("&Add a step")
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(space(3))
        down.addWidget(body("What will be different for the child, who does what, and by when. Letters, not names."))
        down.addLayout(self._column)
        down.addWidget(self._add)
        self._add.clicked.connect(self._add_step)
        unsubscribe = presenter.subscribe(self.show_state)
        self.destroyed.connect(lambda *_: unsubscribe())

    def show_state(self, drafts: tuple[StepDraft, ...]) -> None:
        """Shows the steps as typed."""
        numbers = [draft.number for draft in drafts]
        if numbers != list(self._panels):
            self._make_panels(numbers)
        for at, draft in enumerate(drafts, start=1):
            self._panels[draft.number].show_step(draft, at)

    def problems(self) -> list[tuple[str, QWidget]]:
        """What has to be put right, each with its place."""
        found: list[tuple[str, QWidget]] = [
            (words, self._panels[number].do) for number, words in self._presenter.problems()
        ]
        dates = ((panel.by.problem, panel.by) for panel in self._panels.values())
        return [*found, *((problem, field) for problem, field in dates if problem is not None)]

    def _make_panels(self, numbers: list[int]) -> None:
        for number, panel in self._panels.items():
            if number not in numbers:
                self._column.removeWidget(panel)
                panel.hide()
                panel.deleteLater()
        self._panels = {number: self._panels.get(number) or _StepPanel(number, self._presenter) for number in numbers}
        for at, panel in enumerate(self._panels.values()):
            self._column.insertWidget(at, panel)
        set_reading_order(self.window())

    def _add_step(self) -> None:
        self._presenter.add()
        self._panels[self._presenter.state[-1].number].do.setFocus()


class _StepPanel(Panel):
    """One step."""

    def __init__(self, number: int, presenter: PlanStepsPresenter) -> None:
        super().__init__()
        self.do = LineField("What is to be done?")
        self._who = LineField("Who does it?", characters=32)
        self.by = DayField("By when?", "Such as 4/1/2027. You can leave this empty")
        self._remove = link("Remove this step")
        self.add(self.do, self._who, self.by, self._remove)
        self.do.changed.connect(lambda text: presenter.change(number, do=text))
        self._who.changed.connect(lambda text: presenter.change(number, who=text))
        self.by.day_written.connect(lambda day: presenter.change(number, by=day))
        self._remove.clicked.connect(partial(presenter.remove, number))

    def show_step(self, draft: StepDraft, at: int) -> None:
        """Shows what was typed of the step that stands at a place, counted from 1."""
        self.do.show_text(draft.do)
        self.do.show_error(draft.problem)
        self._who.show_text(draft.who)
        self.by.show_day(draft.by)
        for field in (self.do, self._who, self.by):
            field.field.setAccessibleName(f"Step {at}: {field.label.words}")
        self._remove.setAccessibleName(f"Remove step {at}")
