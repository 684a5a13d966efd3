"""Lines of answers as Qt's list model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.models.answer_lines import LINE, AnswerLines
from ui.presenters.check_lines import AnswerLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ONE, OTHER = AnswerLine("Where?", "", "Here"), AnswerLine("When?", "Child A", "Not known")


def test_it_keeps_the_rules_of_a_model(qapp: QApplication) -> None:
    """Qt's own checks hold before and after lines are set."""

    model = AnswerLines()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_lines([ONE, OTHER])
    model.set_lines([])

    assert model.rowCount() == 0


def test_a_row_gives_its_line_and_says_it(qapp: QApplication) -> None:
    """The line itself, and what a screen reader says."""

    model = AnswerLines()
    model.set_lines([ONE, OTHER])
    second = model.index(1)

    assert model.data(second, LINE) == OTHER
    assert model.data(second, Qt.ItemDataRole.AccessibleTextRole) == "When? Child A. Not known."
    assert model.data(second, Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(second) == 0
