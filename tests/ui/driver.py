"""Drives the window as a person does: by what things are called. A nameless control cannot be found."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ui.widgets.answer_list import AnswerList
from ui.widgets.labels import Words

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.presenters.page_ids import PageId

_PRESSED_FOR = 150
"""Milliseconds after which a button that was pressed by its letter has been let go again."""

Found = TypeVar("Found", bound=QWidget)


class Driver:
    """A person at the window. Subclass it for a page that has words of its own."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def page(self) -> PageId:
        """The page that is shown."""
        return self.window.desk.navigator.state.page

    def go(self, page: PageId) -> None:
        """Straight to a page."""
        self.window.desk.navigator.go(page)
        self.settle()

    def settle(self) -> None:
        """Lets everything that is waiting happen, and layouts come to rest; what is to be deleted goes.

        Qt deletes later only where its own loop runs, which it does not in a test: pages would pile up.
        """
        for _ in range(3):
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def find(self, kind: type[Found], name: str) -> Found:
        """The visible widget of a kind with an accessible name; complains with the names that there are."""
        shown = [w for w in self.window.findChildren(kind) if w.isVisible()]
        for widget in shown:
            if widget.accessibleName() == name:
                return widget
        raise AssertionError(f"no {kind.__name__} is called {name!r}; there are {[w.accessibleName() for w in shown]}")

    def press(self, name: str) -> None:
        """Clicks a button, a card or a tick."""
        QTest.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)
        self.settle()

    def press_starting(self, name: str) -> None:
        """Clicks the first button whose name begins so and that opens something."""
        opening = (b for b in self.window.findChildren(QAbstractButton) if b.isVisible() and b.isCheckable())
        button = next(b for b in opening if b.accessibleName().startswith(name))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def press_line(self, name: str) -> None:
        """Clicks the line of a list of answers that begins so."""
        shown = [answers for answers in self.window.findChildren(AnswerList) if answers.isVisible()]
        for answers in shown:
            for row, line in enumerate(answers.lines):
                if line.spoken.startswith(name):
                    place = answers.visualRect(answers.model().index(row, 0)).center()
                    QTest.mouseClick(
                        answers.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
                    )
                    self.settle()
                    return
        spoken = [line.spoken for answers in shown for line in answers.lines]
        raise AssertionError(f"no line begins with {name!r}; there are {spoken}")

    def write(self, name: str, text: str) -> None:
        """Replaces what a field holds by typing."""
        field: QLineEdit | QPlainTextEdit
        try:
            field = self.find(QLineEdit, name)
        except AssertionError:
            field = self.find(QPlainTextEdit, name)
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key where the keyboard is, by way of the window, so that Alt and a letter count too."""
        handle = self.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, modifier)
        if modifier & Qt.KeyboardModifier.AltModifier:
            QTest.qWait(_PRESSED_FOR)
        self.settle()

    def is_chosen(self, name: str) -> bool:
        """Whether a card or a tick is marked."""
        return self.find(QAbstractButton, name).isChecked()

    def offers(self, name: str) -> bool:
        """Whether there is a visible button, card or tick of that name."""
        return any(w.accessibleName() == name for w in self.window.findChildren(QAbstractButton) if w.isVisible())

    @property
    def text_fields(self) -> list[QPlainTextEdit]:
        """The visible fields of several lines, in the order in which they were made."""
        return [field for field in self.window.findChildren(QPlainTextEdit) if field.isVisible()]

    @property
    def words(self) -> str:
        """Everything that can be read, from top to bottom."""
        labels = [label for label in self.window.findChildren(QLabel) if label.isVisible() and label.text()]
        return "\n".join(label.words if isinstance(label, Words) else label.text() for label in labels)

    @property
    def heading(self) -> str:
        """The heading of the page."""
        return "" if self.window.page is None else self.window.page.title

    @property
    def keyboard_at(self) -> str:
        """The accessible name of what has the keyboard."""
        widget = QApplication.focusWidget()
        return "" if widget is None else widget.accessibleName()
