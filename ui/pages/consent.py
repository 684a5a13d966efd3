"""Consent for one child: what the level says of it, and who was asked or told, or why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.page import Page
from ui.presenters.consent import consent_state, consent_with
from ui.widgets.buttons import link, main_button
from ui.widgets.choice_group import ChoiceGroup
from ui.widgets.day_field import DayField
from ui.widgets.fields import LineField, TextField
from ui.widgets.labels import Items, caption, subheading

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.presenters.consent import ConsentState
    from ui.presenters.consultation import Consultation, ConsultationPresenter
    from ui.presenters.navigator import Navigator
    from ui.presenters.page_ids import PageId


def make(desk: Desk, page: PageId) -> ConsentPage:
    """The page for the registry."""
    return ConsentPage(desk.consultation, desk.navigator, page, desk.clock().date())


class ConsentPage(Page):
    """Sentences to read, and a short form. Its words follow the level's rule."""

    def __init__(self, consultation: ConsultationPresenter, navigator: Navigator, page: PageId, today: date) -> None:
        state = consent_state(consultation.state, page)
        super().__init__(f"Consent for child {page.child}", over=state.level)
        self._consultation = consultation
        self._navigator = navigator
        self._page = page
        self._today = today
        self._asked: LineField | None = None
        self._build(state)
        self.follow(consultation.subscribe(self.show_consultation))

    def show_consultation(self, consultation: Consultation) -> None:
        """Shows what was written down so far."""
        self.show_state(consent_state(consultation, self._page))

    def show_state(self, state: ConsentState) -> None:
        """Shows what was written down so far."""
        if self._asked is None:
            return
        said = state.said
        self._asked.show_text(said.asked or "")
        self._on.show_day(said.on)
        self._answer.show_text(said.answer or "")
        ready = said.why_not in state.reasons
        self._reasons.show_choice(said.why_not if ready else None)
        self._why_not.show_text("" if ready else said.why_not or "")
        self._take_away.setVisible(said.why_not is not None)

    def start(self) -> QWidget | None:
        """At the first field."""
        return self._asked

    def _build(self, state: ConsentState) -> None:
        self.add(Items(state.words.sentences))
        if state.words.law:
            self.add(caption(state.words.law))
        if state.words.fields:
            self._build_form(state)
        onward = main_button("&Continue")
        self.add_buttons(onward)
        onward.clicked.connect(self._continue)

    def _build_form(self, state: ConsentState) -> None:
        why_not = state.label("why_not")
        self._asked = LineField(state.label("asked"), state.hint("asked"))
        self._on = DayField(state.label("on"), latest=self._today)
        self._answer = TextField(state.label("answer"), "In their own words.", lines=2)
        self._reasons = ChoiceGroup(why_not, [(reason, reason) for reason in state.reasons])
        self._why_not = TextField("Another reason", "In your own words, if none of these fits.", lines=2)
        self._take_away = link("Take the reason away")
        self.add_space(2)
        self.add(subheading("What was done"), self._asked, self._on, self._answer)
        self.add_space(2)
        self.add(subheading(why_not), self._reasons, self._why_not, self._take_away)
        self._asked.changed.connect(lambda text: self._write(asked=text))
        self._on.day_written.connect(lambda written: self._write(on=written))
        self._answer.changed.connect(lambda text: self._write(answer=text))
        self._reasons.chosen.connect(lambda reason: self._write(why_not=reason))
        self._why_not.changed.connect(lambda text: self._write(why_not=text))
        self._take_away.clicked.connect(self._no_reason)

    def _write(self, **changed: str | date | None) -> None:
        said = consent_state(self._consultation.state, self._page).said
        self._consultation.take_consent(self._page.child or "", consent_with(said, **changed))

    def _no_reason(self) -> None:
        self._reasons.first().setFocus()  # the link is about to go
        self._write(why_not=None)

    def _continue(self) -> None:
        errors: list[tuple[str, QWidget]] = []
        if self._asked is not None:
            missing = consent_state(self._consultation.state, self._page).missing
            problem = self._on.problem
            self._on.show_error(problem)
            errors += [(problem, self._on)] if problem else []
            errors += [(missing, self._asked)] if missing and not problem else []
        self.show_errors(errors)
        if not errors:
            self._navigator.forward()
