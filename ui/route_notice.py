"""A strip that says, from the first moment it is certain, that somebody has to be called; it leads to what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.presenters.page_ids import PageId, PageKind
from ui.theme.icons import Icon
from ui.theme.ink import Ink
from ui.theme.tokens import TypeSize
from ui.theme.typeface import space
from ui.widgets.buttons import link
from ui.widgets.contained import contained
from ui.widgets.labels import Words
from ui.widgets.panels import Panel

if TYPE_CHECKING:
    from ui.presenters.consultation import Consultation
    from ui.presenters.navigator import Navigator


class RouteNotice(QWidget):
    """Shown while somebody's route is certain, except where what to do is on the page already."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__()
        self._words = Words(size=TypeSize.CAPTION, bold=True)
        act = link("&What to do now", Icon.PHONE)
        act.clicked.connect(lambda: navigator.visit(PageId(PageKind.ROUTE)))
        panel = Panel(fill=Ink.NOTICE, outline=Ink.NOTICE, bar=Ink.DANGER)
        panel.column.setContentsMargins(space(6), space(1), space(3), space(1))
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(act)
        panel.column.addLayout(row)
        self.setLayout(contained(panel, above=2))
        self.hide()

    def show_state(self, consultation: Consultation | None, page: PageId) -> None:
        """Shows what is certain so far; hidden where nothing is, or the page says it."""
        said = page.kind in (PageKind.ROUTE, PageKind.URGENT, PageKind.RESULT, PageKind.HOME, PageKind.WELCOME)
        words = None if consultation is None or said else _words(consultation)
        new = words is not None and words != self._words.text()
        self._words.say(words or "")
        self.setVisible(words is not None)
        if new:
            self.setAccessibleName(words or "")
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))


def _words(consultation: Consultation) -> str | None:
    from ui.presenters.route import notice_words  # reads the engine, which the first window does without

    return notice_words(consultation)
