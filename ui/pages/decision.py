"""What the person decides for one child, beside what the document leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.page import Page
from ui.presenters.decision import decision_state, draft_with
from ui.theme.typeface import space
from ui.widgets.announce import announce
from ui.widgets.buttons import main_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.facts import Facts
from ui.widgets.fields import LineField, TextField
from ui.widgets.fold import Fold
from ui.widgets.labels import body, subheading
from ui.widgets.level_badge import LevelBadge
from ui.widgets.panels import inset
from ui.widgets.reading_order import set_reading_order
from ui.widgets.step_list import StepList

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.presenters.consultation import Consultation, ConsultationPresenter
    from ui.presenters.decision import DecisionState
    from ui.presenters.navigator import Navigator
    from ui.presenters.page_ids import PageId
    from ui.presenters.steps import StepsShown


def make(desk: Desk, page: PageId) -> DecisionPage:
    """The page for the registry."""
    return DecisionPage(desk.consultation, desk.navigator, page)


class DecisionPage(Page):
    """The document's level, the own view, and every level to choose from. Nothing is chosen before."""

    def __init__(self, consultation: ConsultationPresenter, navigator: Navigator, page: PageId) -> None:
        super().__init__(f"What do you decide for child {page.child}?")
        self._consultation = consultation
        self._navigator = navigator
        self._page = page
        self._steps_shown: StepsShown | None = None
        state = decision_state(consultation.state, page)
        self._build(state)
        self.follow(consultation.subscribe(self.show_consultation))

    def show_consultation(self, consultation: Consultation) -> None:
        """Shows the decision as the case has it now."""
        self.show_state(decision_state(consultation, self._page))

    def show_state(self, state: DecisionState) -> None:
        """Shows what is chosen, and what that level needs and asks for."""
        self._levels.show_choice(state.chosen)
        self._reason.show_text(state.reason)
        self._manager.show_text(state.manager)
        departs = state.direction in ("higher", "lower")
        self._reason.setVisible(departs)
        self._manager.setVisible(state.direction == "lower")
        self._said.say(state.statement)
        self._notice.setVisible(departs and bool(state.statement))
        self._show_steps(state.steps)

    def start(self) -> QWidget:
        """At the chosen level, otherwise the first."""
        return self._levels.first()

    def _build(self, state: DecisionState) -> None:
        level = state.level
        self.add(LevelBadge("The document leads to", level.code, level.name, level.colour))
        if state.views:
            self.add(Facts(state.views))
        self._levels = ChoiceGroup(self.title, state.options)
        self._said = body()
        self._notice = inset(self._said)
        self._reason = TextField("Your reason", "What you know of this child that the document does not see.", lines=3)
        self._manager = LineField("The manager who agrees", "By name or post")
        self._steps = QVBoxLayout()
        self._steps.setSpacing(space(3))
        self.add(self._levels, self._notice, self._reason, self._manager)
        self.column.addLayout(self._steps)
        onward = main_button("&Continue")
        self.add_buttons(onward)
        self._levels.chosen.connect(lambda key: self._draft(level=key))
        self._reason.changed.connect(lambda text: self._draft(reason=text))
        self._manager.changed.connect(lambda text: self._draft(manager=text))
        onward.clicked.connect(self._continue)

    def _show_steps(self, steps: StepsShown | None) -> None:
        if steps == self._steps_shown:
            return
        self._steps_shown = steps
        while (item := self._steps.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if steps is None:
            return
        announce(self, "What to do at this level is shown below.")
        self._steps.addWidget(subheading("What to do at this level"))
        if steps.now:
            self._steps.addWidget(StepList(steps.now, strong=True))
        later = steps.later
        if later and steps.now:
            self._steps.addWidget(Fold(f"After that ({steps.count_later})", lambda: [StepList(later)]))
        elif later:
            self._steps.addWidget(StepList(later))
        set_reading_order(self)

    def _draft(self, **changed: str) -> None:
        draft = draft_with(self._consultation.state, self._page.child or "", **changed)
        if draft is not None:
            self._consultation.draft_decision(self._page.child or "", draft)

    def _continue(self) -> None:
        state = decision_state(self._consultation.state, self._page)
        places = {"level": self._levels.first(), "reason": self._reason, "manager": self._manager}
        missing = dict(state.missing)
        self._reason.show_error(missing.get("reason"))
        self._manager.show_error(missing.get("manager"))
        self.show_errors([(words, places[part]) for part, words in missing.items()])
        if not missing:
            self._draft()
            self._navigator.forward()
