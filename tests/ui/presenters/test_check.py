"""The list of answers: complete, and honest about what nobody knows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from threshold_tool.cases.interview import Place
from threshold_tool.cases.model import CaseChild, Note
from ui.presenters.check import ALL_ANSWERED, NEVER_A_NO, check_state
from ui.presenters.check_lines import Given
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from ui.presenters.check import CheckSection
    from ui.presenters.check_lines import AnswerLine
    from ui.presenters.consultation import Consultation, ConsultationPresenter

DANGER = Place("danger-now")
EFFECT = Place("substance-effect-on-care")


def lines(consultation: ConsultationPresenter, question: str) -> list[AnswerLine]:
    """The lines of a question among those that are asked now."""
    ask = consultation.state.compiled.source.questions[question].ask
    return [line for section in check_state(consultation.state).sections for line in section.lines if line.asked == ask]


def section_of(consultation: Consultation, title: str) -> CheckSection:
    return next(section for section in check_state(consultation).sections if section.title == title)


def answer_everything(consultation: ConsultationPresenter, text: str) -> None:
    """Gives one answer to everything that is asked, also to what that brings up."""
    while (step := consultation.state.interview.next_step) is not None:
        consultation.answer(step.place, text)


def test_every_step_is_in_the_list_once(consultation: ConsultationPresenter) -> None:
    """Nothing that is asked is left out, whether asked now or only later, and nothing is there twice."""

    consultation.answer(Place("substance-concern"), "not-known")
    state = check_state(consultation.state)
    shown = [
        line
        for section in state.sections
        for line in (*section.lines, *section.later)
        if line.page is not None and line.page.kind is not PageKind.CHILDREN
    ]
    facts = [line for line in shown if line.page is not None and line.page.question is None and not line.page.section]

    assert len(shown) - len(facts) == len(consultation.state.interview.steps)
    assert any(section.later for section in state.sections)


@pytest.mark.parametrize(
    ("answer", "words", "given"),
    [
        (None, "Not answered", Given.MISSING),
        ("not-known", "Not known", Given.UNKNOWN),
        ("declined", "Did not want to say", Given.UNKNOWN),
        ("no", "No", Given.KNOWN),
    ],
)
def test_what_is_not_known_is_never_a_no(
    consultation: ConsultationPresenter, answer: str | None, words: str, given: Given
) -> None:
    """Not answered, not known and no are three things, in words too."""

    if answer is not None:
        consultation.answer(DANGER, answer)
    (line,) = lines(consultation, DANGER.question)

    assert (line.words, line.given) == (words, given)
    assert line.stands_out == (given is not Given.KNOWN)
    assert line.page == PageId(PageKind.DANGER, question=DANGER.question)


def test_it_counts_what_is_open_and_lets_the_person_go_on(consultation: ConsultationPresenter) -> None:
    """Missing and unknown answers are counted, as a whole and by section; the first missing one has a way to it."""

    consultation.answer(DANGER, "not-known")
    state = check_state(consultation.state)

    assert state.summary.endswith(f"1 answer is not known. {NEVER_A_NO}")
    assert section_of(consultation.state, "Immediate danger").counts == "1 not known"
    assert state.first_missing == PageId(PageKind.ALWAYS, section="always")


def test_with_every_answer_nothing_is_missing(consultation: ConsultationPresenter) -> None:
    """When everything is answered the list says so, and offers no way to something missing."""

    consultation.take_children([CaseChild(ref="A")])
    while (step := consultation.state.interview.next_step) is not None:
        number = step.question.number
        consultation.answer(step.place, step.question.options[0].id if number is None else str(number.to))
    state = check_state(consultation.state)

    assert state.summary == ALL_ANSWERED
    assert state.first_missing is None


def test_answers_for_one_child_are_shown_so(consultation: ConsultationPresenter) -> None:
    """A question has its words once, and a line for each child; with one child there is nothing to tell apart."""

    consultation.answer(Place("child-disclosure", "A"), "no")
    both = lines(consultation, "child-disclosure")
    consultation.take_children(consultation.state.case.children[:1])
    (alone,) = lines(consultation, "child-disclosure")

    assert both[0].about == "Child A"
    assert [line.goes_on for line in both] == [at > 0 for at in range(len(both))]
    assert alone.about == ""


def test_a_family_answer_that_differs_has_a_line_for_each(consultation: ConsultationPresenter) -> None:
    """Where the children differ each child's answer is told, with the same page to change both."""

    consultation.answer(Place("substance-concern"), "yes")
    consultation.answer(EFFECT, "sometimes")
    consultation.answer_apart(EFFECT.question)
    consultation.answer(Place(EFFECT.question, "B"), "not-known")
    a, b = lines(consultation, EFFECT.question)

    assert (a.about, b.about) == ("Child A", "Child B")
    assert (a.given, b.given) == (Given.KNOWN, Given.UNKNOWN)
    assert a.page == b.page


def test_a_note_stands_below_its_answer(consultation: ConsultationPresenter) -> None:
    """A note says where it comes from and of which day it speaks."""

    consultation.write_note(DANGER, Note(text="All three at home", source="told", when=date(2026, 11, 9)))
    (line,) = lines(consultation, DANGER.question)

    assert line.note == "I was told, Monday 9 November 2026: All three at home"


def test_closed_answers_are_kept_apart(consultation: ConsultationPresenter) -> None:
    """An answer whose question has closed is no longer among the others, and is not lost."""

    consultation.answer(Place("substance-concern"), "yes")
    consultation.answer(EFFECT, "sometimes")
    before = check_state(consultation.state).closed
    consultation.answer(Place("substance-concern"), "no")
    (closed,) = check_state(consultation.state).closed

    assert before == ()
    assert lines(consultation, EFFECT.question) == []
    assert closed.asked == consultation.state.compiled.source.questions[EFFECT.question].ask
    assert closed.words != "Not answered"
    assert (closed.about, closed.act) == ("", "")


def test_an_answer_closed_for_one_child_says_for_whom(consultation: ConsultationPresenter) -> None:
    """A child's own answer that does not count names the child."""

    consultation.answer(Place("education-concern", "A"), "yes")
    consultation.answer(Place("attendance", "A"), "80")
    consultation.answer(Place("education-concern", "A"), "no")
    (closed,) = check_state(consultation.state).closed

    assert (closed.about, closed.words) == ("Child A", "80%")


def test_later_questions_are_counted_once(consultation: ConsultationPresenter) -> None:
    """Questions that only something unknown can bring up are said in one sentence."""

    consultation.answer(Place("substance-concern"), "not-known")
    section = section_of(consultation.state, "Parental alcohol or drug use")

    assert section.lines == ()
    assert section.later_words.startswith(f"{len({line.asked for line in section.later})} more questions come up only")


def test_a_line_says_all_of_itself(consultation: ConsultationPresenter) -> None:
    """A screen reader hears the act, the question, the child and the answer."""

    consultation.answer(Place("child-disclosure", "A"), "no")
    line = lines(consultation, "child-disclosure")[0]

    assert line.spoken == f"Change: {line.asked} Child A. No."
