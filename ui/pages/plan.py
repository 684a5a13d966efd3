"""Plan and follow-up: what to do by when, what is agreed, what became of a referral, and the dates for a calendar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import file_dialogs
from ui.pages.page import Page
from ui.pages.plan_calendar import CalendarPanel
from ui.pages.plan_steps import PlanStepsPanel
from ui.presenters.calendar import CalendarPresenter
from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.plan import follow_up_with, plan_state
from ui.presenters.plan_steps import PlanStepsPresenter
from ui.presenters.steps import StepShown, TimeGroup
from ui.widgets.buttons import link, main_button
from ui.widgets.day_field import DayField
from ui.widgets.fold import Fold
from ui.widgets.labels import Items, body, subheading
from ui.widgets.panels import Details, Panel
from ui.widgets.step_list import StepList

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from ui.desk import Desk
    from ui.presenters.consultation import Consultation, ConsultationPresenter
    from ui.presenters.navigator import Navigator
    from ui.presenters.plan import EntryGroup, PlanState

NO_LOOK_AGAIN = "Write the day on which to look again. Nothing else brings this concern back."


def make(desk: Desk, _page: PageId) -> PlanPage:
    """The page for the registry."""
    calendar = CalendarPresenter(desk.consultation, desk.clock)
    panel = CalendarPanel(calendar, file_dialogs.ask_where_to_save)
    return PlanPage(desk.consultation, desk.navigator, panel, desk.clock)


class PlanPage(Page):
    """Everything that comes after the decision."""

    def __init__(
        self,
        consultation: ConsultationPresenter,
        navigator: Navigator,
        calendar: CalendarPanel,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__("Plan and follow-up")
        self._consultation = consultation
        self._navigator = navigator
        self._clock = clock
        self._shown: tuple[EntryGroup, ...] | None = None
        state, today = self._state(), clock().date()
        self._steps = PlanStepsPanel(PlanStepsPresenter(consultation, begun=state.by_agreement))
        self._calendar = calendar
        self._first, self._rest = QVBoxLayout(), QVBoxLayout()
        self._after = Details("After that, by when")
        self._after.inside.column.addLayout(self._rest)
        self._referrals = {
            r.child: _ReferralPanel(r.child, today, alone=len(state.referrals) == 1) for r in state.referrals
        }
        self._plan_start = DayField("The day on which the plan begins")
        self._look_again = DayField("The day on which to look at the family again", "Such as 4/1/2027", earliest=today)
        self._build(state)
        self.follow(consultation.subscribe(self.show_consultation))

    def show_consultation(self, consultation: Consultation) -> None:
        """Shows what follows as the case has it now."""
        self.show_state(plan_state(consultation, self._now()))

    def show_state(self, state: PlanState) -> None:
        """Shows dates and what was said."""
        for referral in state.referrals:
            self._referrals[referral.child].show_referral(referral.sent, referral.decided)
        self._plan_start.show_day(state.plan_start)
        self._look_again.show_day(state.look_again)
        self._calendar.show_dates(state.calendar, state.undated)
        if state.groups != self._shown:
            self._shown = state.groups
            self._show_entries(state.groups)

    def _state(self) -> PlanState:
        return plan_state(self._consultation.state, self._now())

    def _now(self) -> datetime:
        return self._clock().replace(tzinfo=None)

    def _build(self, state: PlanState) -> None:
        self.add(subheading("What to do first"))
        self.column.addLayout(self._first)
        self.add(self._after)
        if self._referrals:
            self.add_space(2)
            self.add(subheading("Referral"), *self._referrals.values())
        self.add_space(2)
        self.add(subheading("What was agreed"), self._steps)
        if state.starts_plan:
            self.add(self._plan_start)
        if state.refusal:
            self.add(Fold("If the family says no", lambda: [Items(state.refusal)]))
        self.add_space(2)
        self.add(
            subheading("When to look again"),
            body("Small worries add up, and a level is what was known on one day. Choose a day to look again."),
            self._look_again,
        )
        self.add_space(2)
        self.add(subheading("For your calendar"), self._calendar)
        onward = main_button("&Continue")
        self.add_buttons(onward)
        for child, panel in self._referrals.items():
            panel.sent.day_written.connect(partial(self._write_sent, child))
            panel.decide.clicked.connect(lambda _=False, child=child: self._go_to_outcome(child))
        self._plan_start.day_written.connect(self._write_plan_start)
        self._look_again.day_written.connect(self._consultation.look_again_on)
        onward.clicked.connect(self._continue)

    def _show_entries(self, groups: tuple[EntryGroup, ...]) -> None:
        """What comes first in sight; the rest, which may be long, where it can be opened."""
        shown = [_time_group(group) for group in groups]
        _fill(self._first, StepList(shown[:1]))
        _fill(self._rest, StepList(shown[1:]))
        self._after.setVisible(len(shown) > 1)

    def _write_sent(self, child: str, day: date | None) -> None:
        said = follow_up_with(self._consultation.state, child, referral_sent=day)
        self._consultation.note_follow_up(child, said)

    def _write_plan_start(self, day: date | None) -> None:
        for child in self._state().starts_plan:
            said = follow_up_with(self._consultation.state, child, plan_start=day)
            self._consultation.note_follow_up(child, said)

    def _go_to_outcome(self, child: str) -> None:
        self._navigator.visit(PageId(PageKind.OUTCOME, child=child))

    def _continue(self) -> None:
        errors: list[tuple[str, QWidget]] = []
        days = [*(panel.sent for panel in self._referrals.values()), self._plan_start, self._look_again]
        for field in days:
            problem = field.problem if field.isVisibleTo(self) else None
            field.show_error(problem)
            errors += [(problem, field)] if problem else []
        errors += self._steps.problems()
        missing = self._state().look_again_missing
        if missing and self._look_again.problem is None:
            errors.append((NO_LOOK_AGAIN, self._look_again))
        self.show_errors(errors)
        if not errors:
            self._navigator.forward()


def _time_group(group: EntryGroup) -> TimeGroup:
    """Entries of one time as the list of steps shows them."""
    entries = ((e.do, ". ".join(text for text in (e.who, e.late) if text), e.reach) for e in group.entries)
    return TimeGroup(group.when, tuple(StepShown(*entry) for entry in entries))


def _fill(layout: QVBoxLayout, widget: QWidget) -> None:
    """Puts a widget in place of what a layout held."""
    while (item := layout.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
    layout.addWidget(widget)


class _ReferralPanel(Panel):
    """When a child was referred, and what came of it."""

    def __init__(self, child: str, today: date, *, alone: bool) -> None:
        super().__init__()
        self.sent = DayField(f"The day on which the referral for child {child} was sent", latest=today)
        self._decided = body()
        self.decide = link(f"What was decided for child {child}?" if not alone else "What was &decided?")
        self.add(self.sent, self._decided, self.decide)

    def show_referral(self, sent: date | None, decided: str) -> None:
        """Shows the day and the outcome in words."""
        self.sent.show_day(sent)
        self._decided.say(decided or "No answer is written down yet.")
