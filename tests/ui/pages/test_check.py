"""The page on which answers are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from threshold_tool.cases.interview import Place
from ui.presenters.page_ids import PageId, PageKind
from ui.widgets.answer_list import AnswerList

if TYPE_CHECKING:
    from tests.ui.driver import Driver
    from ui.presenters.consultation import ConsultationPresenter

CHECK = PageId(PageKind.CHECK)
DANGER = PageId(PageKind.DANGER, question="danger-now")
EFFECT = "substance-effect-on-care"


@pytest.fixture
def checked(driver: Driver, consultation: ConsultationPresenter) -> Driver:
    """The driver at the page, with one answer given."""
    consultation.answer(Place("danger-now"), "no")
    driver.go(CHECK)
    return driver


def test_a_change_comes_back(checked: Driver, consultation: ConsultationPresenter) -> None:
    """A click on a line leads to its question, and Continue back to the list with the new answer."""

    checked.press_line("Change: Is a child in this family in immediate danger")
    there = checked.page
    checked.press("Not known")
    checked.press("Continue")
    answers = checked.find(AnswerList, "Immediate danger")

    assert there == DANGER
    assert checked.page == CHECK
    assert answers.lines[0].words == "Not known"


@pytest.mark.parametrize("way", ["Continue", "Back"])
def test_coming_back_leads_to_the_changed_line(checked: Driver, way: str) -> None:
    """In a long list the person is at the line that they left, not at the top again."""

    checked.press_line("Add: Reaching the family")
    checked.press(way)
    answers = checked.find(AnswerList, "Safe contact")
    place = answers.viewport().mapTo(checked.window, answers.visualRect(answers.currentIndex()).topLeft())

    assert checked.keyboard_at == "Safe contact"
    assert 0 < place.y() < checked.window.height()


def test_lines_are_walked_and_chosen_by_keyboard(checked: Driver) -> None:
    """Arrows go from line to line, Enter leads to the page of the one that was reached."""

    answers = checked.find(AnswerList, "You and the family")
    answers.go_to(0)
    for _ in range(3):
        checked.key(Qt.Key.Key_Down)
    row = answers.currentIndex().row()
    checked.key(Qt.Key.Key_Return)

    assert row == 3
    assert checked.page == PageId(PageKind.ADULTS)


def test_the_line_with_the_keyboard_stays_in_sight(checked: Driver) -> None:
    """Walking to the end of a long list scrolls the page along."""

    answers = max(checked.window.findChildren(AnswerList), key=lambda one: len(one.lines))
    answers.go_to(0)
    checked.key(Qt.Key.Key_End)
    place = answers.visualRect(answers.currentIndex())
    top = answers.viewport().mapTo(checked.window, place.topLeft()).y()

    assert answers.currentIndex().row() == len(answers.lines) - 1
    assert top > 0
    assert top + place.height() <= checked.window.height()


def test_a_screen_reader_hears_each_line(checked: Driver) -> None:
    """The list and every line in it have a name and a role."""

    answers = checked.find(AnswerList, "Immediate danger")
    interface = QAccessible.queryAccessibleInterface(answers)
    assert interface is not None
    line = interface.child(0)

    assert interface.role() == QAccessible.Role.List
    assert line is not None
    assert line.role() == QAccessible.Role.ListItem
    assert line.text(QAccessible.Text.Name).startswith("Change: Is a child in this family in immediate danger")


def test_it_is_possible_to_go_on_with_unknowns(checked: Driver) -> None:
    """The page says that missing answers stop nobody, and Continue goes on, by keyboard from inside a list too."""

    said = checked.words
    checked.find(AnswerList, "Immediate danger").go_to(0)
    checked.key(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)

    assert "You can go on. What is not answered or not known never counts as a no" in said
    assert checked.page == PageId(PageKind.OWN_VIEW, child="A")


def test_the_first_missing_answer_can_be_given(checked: Driver) -> None:
    """A link leads to the first answer that is missing."""

    checked.press("Give the first missing answer")

    assert checked.page == PageId(PageKind.ALWAYS, section="always")


def test_the_parts_are_links(checked: Driver) -> None:
    """F1 leads to the list of parts, and a part's link puts the keyboard at its first line."""

    checked.key(Qt.Key.Key_F1)
    first = checked.keyboard_at
    checked.press("Safe contact")

    assert first == "You and the family"
    assert checked.keyboard_at == "Safe contact"
    assert checked.find(AnswerList, "Safe contact").currentIndex().row() == 0


def test_later_questions_can_be_opened(checked: Driver, consultation: ConsultationPresenter) -> None:
    """What only something unknown brings up is folded away, and each can be answered all the same."""

    consultation.answer(Place("substance-concern"), "not-known")
    checked.go(CHECK)
    checked.press_starting("Parental alcohol or drug use: ")
    checked.press_line(f"Answer: {consultation.state.compiled.source.questions[EFFECT].ask[:30]}")

    assert checked.page == PageId(PageKind.QUESTION, question=EFFECT)


def test_closed_answers_are_told_apart(checked: Driver, consultation: ConsultationPresenter) -> None:
    """An answer that does not count stands in a part of its own, which the keyboard reaches as a whole."""

    before = checked.offers("Kept, but not counted")
    consultation.answer(Place(EFFECT), "harm")
    consultation.answer(Place("substance-concern"), "no")
    checked.settle()
    checked.press("Kept, but not counted")

    assert not before
    assert checked.keyboard_at.startswith("Kept, but not counted. ")
    assert consultation.state.compiled.source.questions[EFFECT].ask in checked.words
