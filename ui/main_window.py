"""The window: what is always in sight, the present page below it, and the neutral screen. Navigation only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.header import NAME, Header, WayBar
from ui.messages import MessageStrip
from ui.neutral_screen import NEUTRAL_TITLE, NeutralScreen
from ui.pages.registry import make_page
from ui.presenters.guide_places import open_guide
from ui.presenters.hiding import ShiftPresses
from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.shortcuts import WINDOW, Act
from ui.route_notice import RouteNotice
from ui.theme.tokens import BAR
from ui.theme.typeface import type_font
from ui.widgets.reading_order import set_reading_order

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QShowEvent

    from ui.desk import Desk
    from ui.pages.page import Page
    from ui.presenters.consultation import Consultation, ConsultationPresenter
    from ui.presenters.navigator import Here
    from ui.presenters.watched import Unsubscribe
    from ui.theme.theme import Theme

_ROOMY_LINES = 24
"""In a window of fewer lines of text what stands above a page scrolls with it."""

_WITHOUT_BACK = (PageKind.HOME, PageKind.WELCOME)


class MainWindow(QMainWindow):
    """Shows the page that the navigator is at."""

    def __init__(self, desk: Desk, theme: Theme, icon: QIcon | None = None) -> None:
        super().__init__()
        self.desk = desk
        self._theme = theme
        self._icon = icon or QIcon()
        self._shift = ShiftPresses()
        self._watched: ConsultationPresenter | None = None
        self._unwatch: Unsubscribe | None = None
        self.page: Page | None = None
        self._layers = QStackedWidget()
        self._neutral = NeutralScreen(desk.clock)
        self._build()
        self._layers.addWidget(self._neutral)
        self.setCentralWidget(self._layers)
        self.resize(desk.preferences.state.window_width, desk.preferences.state.window_height)
        self.setMinimumSize(480, 400)
        self._name_window(NAME)
        self._add_keys()
        theme.changed.connect(self._rebuild)
        desk.navigator.subscribe(self._show_page)

    @property
    def is_hidden_away(self) -> bool:
        """Whether the neutral screen is shown."""
        return self._layers.currentWidget() is self._neutral

    def hide_away(self) -> None:
        """Shows the neutral screen under a neutral title."""
        self._neutral.look_again()
        self._layers.setCurrentWidget(self._neutral)
        self._name_window(NEUTRAL_TITLE)
        self._neutral.setFocus()

    def come_back(self) -> None:
        """Shows the page again."""
        self._layers.setCurrentWidget(self._shell)
        self._name_window(NAME)
        if self.page is not None:
            self.page.enter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Counts presses of Shift, wherever the keyboard is."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            if event.key() != Qt.Key.Key_Shift:
                self._shift.other_key()
            elif self._shift.shift(self.desk.clock()):
                self.hide_away()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The keys of the whole window pass here first."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing with an open case asks first what is to become of it."""
        if self.desk.navigator.has_unkept_work:
            event.ignore()
            self.come_back()
            self.desk.navigator.visit(PageId(PageKind.CLOSING))
            return
        if not self.isMaximized():
            self.desk.preferences.remember_window(self.width(), self.height())
        event.accept()

    def _build(self) -> None:
        self._header = Header(self.desk.navigator, self.desk.preferences)
        self._header.hide_asked.connect(self.hide_away)
        self._shell = QWidget()
        self._rows = QVBoxLayout(self._shell)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self._header)
        self._strips = QWidget()
        self._rows.addWidget(self._strips)
        self._layers.insertWidget(0, self._shell)
        self._layers.setCurrentIndex(0)

    def _rebuild(self) -> None:
        """Makes everything anew, since widgets take their sizes when they are made."""
        hidden = self.is_hidden_away
        old = self._shell
        self.page = None
        self._build()
        self._layers.removeWidget(old)
        old.deleteLater()
        self._show_page(self.desk.navigator.state)
        if hidden:
            self.hide_away()

    def _show_page(self, here: Here) -> None:
        if here.left:
            self.close()
            return
        self._watch(self.desk.navigator.consultation)
        before, strips = self.page, self._strips
        self.page = make_page(self.desk, here.page)
        self._add_strips(self.page)
        for old in (before, strips):
            if old is not None:
                self._rows.removeWidget(old)
                old.hide()
                old.deleteLater()
        self._rows.addWidget(self.page, 1)
        self._show_strips()
        set_reading_order(self._shell)
        self.page.show()
        self.page.enter()

    def _add_strips(self, page: Page) -> None:
        """Puts messages, the route and Back above the page: always in sight, or to scroll where room is short."""
        navigator = self.desk.navigator
        self._way = WayBar(navigator)
        self._route = RouteNotice(navigator)
        self._strips = QWidget()
        column = QVBoxLayout(self._strips)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(MessageStrip(self.desk.messages))
        column.addWidget(self._route)
        page.put_on_top(self._way)
        if self.height() >= _ROOMY_LINES * QFontMetrics(type_font()).lineSpacing():
            column.setContentsMargins(BAR, 0, BAR, 0)
            self._rows.insertWidget(1, self._strips)
        else:
            page.put_on_top(self._strips)

    def _watch(self, consultation: ConsultationPresenter | None) -> None:
        """Follows the open case, so that a route shows as soon as it is certain."""
        if consultation is self._watched:
            return
        if self._unwatch is not None:
            self._unwatch()
        self._watched = consultation
        # After the page has shown the answer: what follows from it takes a moment to work out.
        later = QTimer(self)
        later.setSingleShot(True)
        later.timeout.connect(self._show_strips)

        def changed(_: Consultation) -> None:
            later.start(0)

        self._unwatch = consultation.subscribe(changed) if consultation is not None else None

    def _show_strips(self) -> None:
        navigator = self.desk.navigator
        here = navigator.state
        state = None if navigator.consultation is None else navigator.consultation.state
        self._header.show_case(state)
        self._route.show_state(state, here.page)
        can_go_back = here.page.kind not in _WITHOUT_BACK or bool(here.trail)
        self._way.show_place(navigator.journey.progress(here.page), can_go_back=can_go_back)

    def _name_window(self, title: str) -> None:
        """A title never says anything about a case."""
        self.setWindowTitle(title)
        self.setWindowIcon(QIcon() if title == NEUTRAL_TITLE else self._icon)

    def _add_keys(self) -> None:
        preferences = self.desk.preferences
        acts = {
            Act.HELP: self._help,
            Act.HIDE: self._hide_or_come_back,
            Act.LARGER: preferences.larger,
            Act.SMALLER: preferences.smaller,
            Act.USUAL: preferences.usual,
        }
        for act, shortcut in WINDOW.items():
            for key in shortcut.keys:
                QShortcut(QKeySequence(key), self).activated.connect(acts[act])

    def _hide_or_come_back(self) -> None:
        if self.is_hidden_away:
            self.come_back()
        else:
            self.hide_away()

    def _help(self) -> None:
        """To what stands beside the page; from there, and where there is nothing, to the guide."""
        if self.is_hidden_away or self.page is None:
            return
        place = self.page.help_place()
        if place is None or place.hasFocus():
            open_guide(self.desk.navigator)
        else:
            place.setFocus(Qt.FocusReason.ShortcutFocusReason)
