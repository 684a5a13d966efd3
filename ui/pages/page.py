"""What every page has: a heading, one scrolling column, room beside it, a summary of errors, buttons at its end.

A page makes and lays out its widgets once, in its constructor, and sets what they show in `show_state` alone, which
may be called at any time with the same or another state.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from ui.theme.tokens import BAR
from ui.theme.typeface import aside_width, column_width, space
from ui.widgets.bounded import Bounded
from ui.widgets.contained import contained
from ui.widgets.flow import side_by_side
from ui.widgets.labels import caption, heading
from ui.widgets.panels import ErrorSummary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

_MAIN_SHARE = 66
_ASIDE_SHARE = 34


class _Column(Bounded, QWidget):
    """Holds what a page says."""


class _Bar(QScrollBar):
    """A scroll bar whose place is kept, so that nothing moves sideways; it is drawn where there is more to see."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draws nothing on a page that is all in sight."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class _Inside(QWidget):
    """What scrolls. It is as high as its words at the width it has; the sum of what each might need is more."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The least width."""
        return QSize(super().minimumSizeHint().width(), 0)


class Page(QWidget):
    """A page. `over` stands in small type above the heading; `narrow` is false for pages with tables."""

    def __init__(self, title: str, *, over: str = "", narrow: bool = True) -> None:
        super().__init__()
        self.title = title
        self._narrow = narrow
        self.setAccessibleName(title)
        self._column_width = column_width() if narrow else column_width() + space(8) + aside_width()
        self._aside: QWidget | None = None
        self._arrived_at: QWidget | None = None
        self.heading = heading(title)
        self.heading.setAccessibleName(title)
        self.heading.setMaximumWidth(self._column_width)
        self.errors = ErrorSummary()
        self.column = QVBoxLayout()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(space(4))
        self._main = _Column()
        self._main.setMaximumWidth(self._column_width)
        self._main.setLayout(self.column)
        self._lay_out()
        self.add(self.errors)
        top = QVBoxLayout()
        top.setSpacing(space(1))
        if over:
            top.addWidget(caption(over))
        top.addWidget(self.heading)
        self.column.addLayout(top)
        QApplication.instance().focusChanged.connect(self._keep_in_sight)  # type: ignore[union-attr]

    def add(self, *widgets: QWidget) -> None:
        """Adds widgets to the column, one below the other."""
        for widget in widgets:
            self.column.addWidget(widget)

    def add_space(self, steps: float) -> None:
        """Leaves room."""
        self.column.addSpacing(space(steps))

    def add_buttons(self, *buttons: QWidget) -> None:
        """The page's acts, at its end."""
        self.column.addSpacing(space(4))
        self.column.addWidget(side_by_side(*buttons, gap=3))

    def set_aside(self, widget: QWidget) -> None:
        """Puts a widget beside the column, or below it where the window is narrow."""
        self._aside = widget
        self._across.replaceWidget(self._room, widget)
        self._across.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        self._across.setStretchFactor(widget, _ASIDE_SHARE)
        self._room.deleteLater()
        self._arrange()

    def put_on_top(self, widget: QWidget) -> None:
        """Puts a widget above everything, inside what scrolls: Back, and how far along the way the page is."""
        self._down.insertWidget(0, widget)

    def start(self) -> QWidget | None:
        """Where the keyboard begins; None leaves it to the first widget that takes it."""
        return None

    def help_place(self) -> QWidget | None:
        """Where F1 leads on this page; None where there is nothing beside it."""
        return None

    def show_errors(self, errors: Sequence[tuple[str, QWidget]]) -> None:
        """What has to be put right before going on; an empty list takes the summary away."""
        self.errors.show_errors(errors)
        if errors:
            self._scroll.ensureVisible(0, 0)

    def keep_in_sight(self, widget: QWidget) -> None:
        """Scrolls to the widget, or to the place in it where the keyboard is."""
        self._scroll.ensureWidgetVisible(widget, 0, space(6))

    def follow(self, unsubscribe: Callable[[], None]) -> None:
        """Ends a subscription when the page dies."""
        self.destroyed.connect(lambda *_: unsubscribe())

    def enter(self) -> None:
        """Puts the keyboard where the page begins."""
        place = self.start() or self._first_place()
        if place is not None:
            self._arrived_at = place.focusProxy() or place
            place.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, partial(self._keep_ring_in_sight, place))  # once everything has its place
        self._scroll.verticalScrollBar().setValue(0)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: N802 - Qt's name and signature
        """Tab leads from the heading to where the keyboard would have begun."""
        place = self.start() or self._first_place()
        if following and self.heading.hasFocus() and place is not None:
            place.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().focusNextPrevChild(following)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """What stands beside the column goes below it where there is no room."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._room = QWidget()
        inside = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(space(8))
        self._across.addWidget(self._main, _MAIN_SHARE, Qt.AlignmentFlag.AlignTop)
        self._across.addWidget(self._room, _ASIDE_SHARE)
        inner = _Inside()
        self._down = QVBoxLayout(inner)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(0)
        self._down.addLayout(contained(inside, above=5, below=10))
        self._down.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setVerticalScrollBar(_Bar(self._scroll))
        self._scroll.setViewportMargins(BAR, 0, 0, 0)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _arrange(self) -> None:
        beside = self.width() >= self._column_width + aside_width()
        if self._aside is None:
            # Kept free, so that the column stands at the same place on every page.
            self._room.setVisible(beside and self._narrow)
            self._room.setMaximumWidth(aside_width())
            return
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._aside.setMaximumWidth(aside_width() if beside else self._column_width)
        if self._across.direction() != direction:
            self._across.setDirection(direction)

    def _keep_ring_in_sight(self, place: QWidget) -> None:
        """Where large text leaves no room for the first control, the keyboard begins at the heading above it."""
        place = place.focusProxy() or place
        seen = place.visibleRegion().boundingRect().height()
        if place.hasFocus() and self._scroll.verticalScrollBar().value() == 0 and 2 * seen < place.height():
            self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_place(self) -> QWidget | None:
        tabbed = (w for w in self._main.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return next((widget for widget in tabbed if widget.isVisibleTo(self)), None)

    def _keep_in_sight(self, _before: QObject | None, now: QObject | None) -> None:
        arrived, self._arrived_at = self._arrived_at, None
        if now is arrived:
            return  # a page begins at its top, wherever its first control is
        if isinstance(now, QWidget) and self.isAncestorOf(now):
            self.keep_in_sight(now)
