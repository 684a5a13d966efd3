"""One question on a page, with what helps to answer it beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.page import Page
from ui.presenters.question import SOURCES, UNKNOWN_OPTIONS, note_with, question_state, stretches
from ui.theme.ink import Ink
from ui.theme.tokens import TypeSize
from ui.theme.typeface import space
from ui.widgets.answer_box import AnswerBox
from ui.widgets.buttons import link, main_button
from ui.widgets.choices import Tick
from ui.widgets.labels import Items, Words, body, caption, subheading
from ui.widgets.note_box import NoteBox
from ui.widgets.panels import Details, Panel
from ui.widgets.reading_order import set_reading_order

if TYPE_CHECKING:
    from threshold_tool.cases.interview import Place
    from ui.desk import Desk
    from ui.presenters.consultation import Consultation, ConsultationPresenter
    from ui.presenters.navigator import Navigator
    from ui.presenters.page_ids import PageId
    from ui.presenters.question import QuestionState


def make(desk: Desk, page: PageId) -> QuestionPage:
    """The page for the registry."""
    return QuestionPage(desk.consultation, desk.navigator, page)


class QuestionPage(Page):
    """The heading is the question. Nothing is chosen before the person chooses."""

    def __init__(self, consultation: ConsultationPresenter, navigator: Navigator, page: PageId) -> None:
        self._consultation = consultation
        self._navigator = navigator
        self._page = page
        state = question_state(consultation.state, page)
        super().__init__(state.question.ask, over=state.about)
        self._wrong: dict[Place, str] = {}
        self._boxes: dict[Place, AnswerBox] = {}
        self._build(state)
        self.follow(consultation.subscribe(self.show_consultation))

    def show_consultation(self, consultation: Consultation) -> None:
        """Shows the question as the case has it now."""
        self.show_state(question_state(consultation, self._page))

    def show_state(self, state: QuestionState) -> None:
        """Shows what was answered and noted."""
        self._make_boxes(state)
        for answer in state.places:
            box = self._boxes[answer.place]
            if answer.place not in self._wrong:
                box.show_answer(answer.given)
            box.show_error(self._wrong.get(answer.place))
        self._differ.setVisible(state.may_differ)
        self._differ.setChecked(state.apart)
        self._note.show_note(state.note)

    def start(self) -> QWidget:
        """At the first answer."""
        return next(iter(self._boxes.values())).first()

    def help_place(self) -> QWidget | None:
        """What to look for."""
        return self._help

    def _build(self, state: QuestionState) -> None:
        glossary = self._consultation.state.glossary
        self.heading.say(state.question.ask, stretches(glossary, state.question.ask))
        for words in state.because:
            self.add(caption(f"Asked because {words}"))
        if state.question.why:
            why = body()
            why.say(state.question.why, stretches(glossary, state.question.why))
            self.add(why)
        if state.caution:
            self.add(caption(state.caution))
        self._answers = QVBoxLayout()
        self._answers.setSpacing(space(5))
        self.column.addLayout(self._answers)
        self._differ = Tick("Different for one of the children", "Answer for each child", small=True)
        self._note = NoteBox(SOURCES)
        self._details = Details("Add a &note", self._note, opened=state.note is not None)
        self.add(self._differ, self._details)
        onward = main_button("&Continue")
        rest = link("Leave the &rest unanswered")
        self.add_buttons(onward, rest)
        self._help = self._help_panel(state)
        if self._help is not None:
            self.set_aside(self._help)
        self._differ.clicked.connect(self._set_apart)
        self._note.written.connect(self._write)
        onward.clicked.connect(self._continue)
        rest.clicked.connect(self._navigator.leave_questions)

    def _help_panel(self, state: QuestionState) -> Panel | None:
        if not state.question.look_for and not state.explained:
            return None
        panel = Panel(outline=Ink.LINE)
        panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        spoken = []
        if state.question.look_for:
            panel.add(subheading("What to look for"), Items(state.question.look_for, TypeSize.CAPTION))
            spoken.append("What to look for: " + "; ".join(state.question.look_for))
        if state.explained:
            panel.add(subheading("What words mean"))
        for entry in state.explained:
            panel.add(Words(entry.term, TypeSize.CAPTION, bold=True), Words(entry.meaning, TypeSize.CAPTION))
            spoken.append(f"{entry.term}: {entry.meaning}")
        panel.setAccessibleName(". ".join(spoken))
        return panel

    def _make_boxes(self, state: QuestionState) -> None:
        """The places for answers; made anew when the children come apart or together."""
        wanted = [answer.place for answer in state.places]
        if list(self._boxes) == wanted:
            return
        held_keyboard = any(box.isAncestorOf(self.focusWidget() or self) for box in self._boxes.values())
        for box in self._boxes.values():
            self._answers.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = {}
        self._wrong = {}
        for answer in state.places:
            box = AnswerBox(state.question.ask, state.options, UNKNOWN_OPTIONS, state.number, answer.about)
            box.answered.connect(lambda text, place=answer.place: self._answer(place, text))
            self._answers.addWidget(box)
            self._boxes[answer.place] = box
        set_reading_order(self)
        if held_keyboard:
            self.start().setFocus()

    def _answer(self, place: Place, text: str) -> None:
        self._wrong.pop(place, None)
        if not text:
            self._consultation.unanswer(place)
            return
        try:
            self._consultation.answer(place, text)
        except ValueError:
            number = question_state(self._consultation.state, self._page).number
            span = f"from {number.from_} to {number.to}" if number is not None else ""
            self._wrong[place] = f"Write a number {span}, or choose Not known."
            self._consultation.unanswer(place)

    def _set_apart(self, apart: bool) -> None:
        question = self._page.question or ""
        if apart:
            self._consultation.answer_apart(question)
        else:
            self._consultation.answer_together(question)

    def _write(self, part: str, value: object) -> None:
        state = question_state(self._consultation.state, self._page)
        self._consultation.write_note(state.note_place, note_with(state.note, **{part: value}))

    def _continue(self) -> None:
        state = question_state(self._consultation.state, self._page)
        errors = [(words, self._boxes[place].first()) for place, words in self._wrong.items()]
        if not state.optional:
            missing = [answer for answer in state.unanswered if answer.place not in self._wrong]
            errors += [(_missing_words(answer.about), self._boxes[answer.place].first()) for answer in missing]
        if self._note.error is not None:
            errors.append(self._note.error)
        self.show_errors(errors)
        if not errors:
            self._navigator.forward()


def _missing_words(about: str) -> str:
    who = f" for {about[0].lower()}{about[1:]}" if about else ""
    return f"Choose an answer{who}. Not known is an answer too."
