"""What was decided on a referral, and what follows: never nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.follow_up.outcomes import NEVER_NOTHING
from ui.pages.page import Page
from ui.presenters.outcome import NO_DAY, NO_OUTCOME, outcome_state
from ui.presenters.plan import follow_up_with
from ui.theme.ink import Ink
from ui.widgets.buttons import main_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.day_field import DayField
from ui.widgets.labels import Items, Words, body, subheading
from ui.widgets.panels import Panel, inset

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.presenters.consultation import Consultation, ConsultationPresenter
    from ui.presenters.navigator import Navigator
    from ui.presenters.outcome import OutcomeState
    from ui.presenters.page_ids import PageId


def make(desk: Desk, page: PageId) -> OutcomePage:
    """The page for the registry."""
    return OutcomePage(desk.consultation, desk.navigator, page, desk.clock().date())


class OutcomePage(Page):
    """The answer to a referral; below it what comes next, and what to do if the person disagrees."""

    def __init__(self, consultation: ConsultationPresenter, navigator: Navigator, page: PageId, today: date) -> None:
        super().__init__(f"What was decided for child {page.child}?")
        self._consultation = consultation
        self._navigator = navigator
        self._page = page
        state = outcome_state(consultation.state, page)
        self._outcomes = ChoiceGroup(self.title, state.options)
        self._decided = DayField("The day on which you were told", latest=today)
        self._then = _Part("What follows")
        self._help = _Part("Help that can begin by agreement, without the council")
        self._disagreed = DayField(
            "The day on which you said that you disagree", "Leave it empty if you agree", latest=today
        )
        self._ladder = Items()
        self.add(inset(Words(NEVER_NOTHING, bold=True)), self._outcomes, self._decided, self._then, self._help)
        self.add_space(2)
        self.add(subheading("If you disagree"), *([body(state.disagreement)] if state.disagreement else []))
        self.add(self._disagreed, self._ladder)
        onward = main_button("&Continue")
        self.add_buttons(onward)
        self._outcomes.chosen.connect(lambda key: self._write(outcome=key))
        self._decided.day_written.connect(lambda day: self._write(decided=day))
        self._disagreed.day_written.connect(lambda day: self._write(disagreement=day))
        onward.clicked.connect(self._continue)
        self.follow(consultation.subscribe(self.show_consultation))

    def show_consultation(self, consultation: Consultation) -> None:
        """Shows what is known of the outcome."""
        self.show_state(outcome_state(consultation, self._page))

    def show_state(self, state: OutcomeState) -> None:
        """Shows the outcome and what follows from it."""
        self._outcomes.show_choice(state.said.outcome)
        self._decided.show_day(state.said.decided)
        self._disagreed.show_day(state.said.disagreement)
        self._then.say(state.then)
        self._help.say(state.early_help)
        self._ladder.say(state.escalation)

    def start(self) -> QWidget:
        """At what was decided."""
        return self._outcomes.first()

    def _write(self, **changed: object) -> None:
        child = self._page.child or ""
        self._consultation.note_follow_up(child, follow_up_with(self._consultation.state, child, **changed))

    def _continue(self) -> None:
        """Back to the plan, once what was said makes sense; saying nothing is fine."""
        said = outcome_state(self._consultation.state, self._page).said
        errors: list[tuple[str, QWidget]] = []
        for field in (self._decided, self._disagreed):
            problem = field.problem
            field.show_error(problem)
            errors += [(problem, field)] if problem else []
        if not errors and said.outcome is None and said.decided is not None:
            errors = [(NO_OUTCOME, self._outcomes.first())]
        if not errors and said.outcome is not None and said.decided is None:
            errors = [(NO_DAY, self._decided)]
        self.show_errors(errors)
        if not errors:
            self._navigator.back()


class _Part(Panel):
    """A list under its title; hidden while it is empty."""

    def __init__(self, title: str) -> None:
        super().__init__(fill=Ink.WINDOW, outline=None)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._items = Items()
        self.add(subheading(title), self._items)

    def say(self, entries: tuple[str, ...]) -> None:
        """Shows the entries."""
        self._items.say(entries)
        self.setVisible(bool(entries))
