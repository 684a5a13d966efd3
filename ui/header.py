"""What is always in sight: the document, the way to help in immediate danger, hiding, the menu; and Back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.presenters.guide_places import open_guide
from ui.presenters.journey import STAGES
from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.shortcuts import WINDOW, Act
from ui.theme.icons import Icon
from ui.theme.ink import Ink, ink
from ui.theme.tokens import TypeSize
from ui.theme.typeface import aside_width, column_width, space
from ui.widgets.buttons import Button, ButtonKind, link
from ui.widgets.contained import contained
from ui.widgets.labels import Words, caption
from ui.widgets.painting import EDGE, painter_for
from ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.presenters.consultation import Consultation
    from ui.presenters.journey import Progress
    from ui.presenters.navigator import Navigator
    from ui.presenters.preferences import Preferences

NAME = "Threshold Tool"

_LEAST_FOR_ONE_ROW = 0.6
"""In a window narrower than this part of a column the buttons stand below the title."""


class Header(QWidget):
    """The strip at the top of the window."""

    hide_asked = Signal()

    def __init__(self, navigator: Navigator, preferences: Preferences) -> None:
        super().__init__()
        self._navigator = navigator
        self._title = Words(NAME, TypeSize.CAPTION, bold=True)
        self._about = caption("")
        self._danger = Button("Immediate &danger", ButtonKind.DANGER, icon=Icon.DANGER)
        self._hide = Button("&Hide", icon=Icon.HIDE)
        self._menu = Button("&Menu", icon=Icon.MENU)
        self._lay_out()
        self._danger.clicked.connect(lambda: navigator.visit(PageId(PageKind.URGENT)))
        self._hide.clicked.connect(self.hide_asked)
        self._hide.setAccessibleDescription("Shows a neutral screen. F8 brings this one back.")
        self._menu.clicked.connect(self._open_menu)
        self._entries = self._make_menu(preferences)

    def show_case(self, consultation: Consultation | None) -> None:
        """Shows which document is in use, in which edition and status."""
        from ui.presenters.library import STATUS_WORDS

        if consultation is None:
            self._title.say(NAME)
            self._about.say("No document is open")
            return
        document = consultation.document
        self._title.say(document.title)
        self._about.say(f"Edition {document.edition}. {STATUS_WORDS[document.status]}")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name and signature
        """Draws the ground and the line below."""
        painter = painter_for(self)
        painter.fillRect(self.rect(), ink(self, Ink.SURFACE))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), ink(self, Ink.LINE))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where the words are large for the window, two buttons show their icon alone; then the words stand above."""
        super().resizeEvent(event)
        short = self.width() < column_width() + aside_width()
        for button in (self._hide, self._menu):
            button.show_words(not short)
        above = self.width() < column_width() * _LEAST_FOR_ONE_ROW
        self._across.setDirection(QBoxLayout.Direction.TopToBottom if above else QBoxLayout.Direction.LeftToRight)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._about)
        inside = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(space(1))
        self._across.addLayout(words, 1)
        row = QHBoxLayout()
        row.setSpacing(space(1))
        for button in (self._danger, self._hide, self._menu):
            button.make_compact()
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._across.addLayout(row)
        self.setLayout(contained(inside, above=1.5, below=1.5, scrolls=False))

    def _make_menu(self, preferences: Preferences) -> QMenu:
        menu = QMenu(self)
        menu.addAction("Home", lambda: self._navigator.visit(PageId(PageKind.HOME)))
        menu.addSeparator()
        menu.addAction(f"Larger text\t{WINDOW[Act.LARGER].keys[0]}", preferences.larger)
        menu.addAction(f"Smaller text\t{WINDOW[Act.SMALLER].keys[0]}", preferences.smaller)
        menu.addAction(f"Text at 100 %\t{WINDOW[Act.USUAL].keys[0]}", preferences.usual)
        doors = {
            PageKind.GUIDE: "User guide",
            PageKind.SHORTCUTS: "Keyboard shortcuts",
            PageKind.WELCOME: "What this tool is, and is not",
            PageKind.ABOUT: "About this program",
        }
        offered = {kind: words for kind, words in doors.items() if self._navigator.offers(kind)}
        if offered:
            menu.addSeparator()
        for kind, words in offered.items():
            guide = kind is PageKind.GUIDE
            act = partial(open_guide, self._navigator) if guide else partial(self._navigator.visit, PageId(kind))
            menu.addAction(words, act)
        return menu

    def _open_menu(self) -> None:
        self._entries.popup(self._menu.mapToGlobal(self._menu.rect().bottomLeft()))


class WayBar(QWidget):
    """Back, and how far along the way the page is."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__()
        self._back = link("&Back", Icon.BACK)
        self._words = Words("", TypeSize.CAPTION, colour=Ink.MUTED)
        self._line = ProgressLine(len(STAGES))
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, EDGE, 0)
        row.setSpacing(space(4))
        row.addWidget(self._back)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self._line)
        self.setLayout(contained(inside, above=2))
        self._back.clicked.connect(navigator.back)

    def show_place(self, progress: Progress | None, *, can_go_back: bool) -> None:
        """Shows the present place; a page that is not on the way has none."""
        self._back.setVisible(can_go_back)
        self._line.setVisible(progress is not None)
        self._words.say("" if progress is None else progress.words)
        self.setVisible(can_go_back or progress is not None)
        if progress is not None:
            self._line.show_part(progress.stage)
