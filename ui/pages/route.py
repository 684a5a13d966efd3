"""What to do now: shown as soon as somebody's route is certain. The person may act, and go on or record later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.page import Page
from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.route import ChildRoute, RouteState, route_state
from ui.theme.ink import Ink
from ui.theme.tokens import TypeSize
from ui.theme.typeface import space
from ui.widgets.buttons import Button, link, main_button, second_button
from ui.widgets.fold import Fold
from ui.widgets.labels import Words, body, caption, lead, subheading
from ui.widgets.panels import Panel, inset
from ui.widgets.step_list import StepList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.presenters.consultation import Consultation, ConsultationPresenter
    from ui.presenters.navigator import Navigator


def make(desk: Desk, _page: PageId) -> RoutePage:
    """The page for the registry."""
    return RoutePage(desk.consultation, desk.navigator)


class RoutePage(Page):
    """Each child with a route: whom to call, and what to do."""

    def __init__(self, consultation: ConsultationPresenter, navigator: Navigator) -> None:
        super().__init__("What to do now")
        self._routes = Panel(fill=Ink.WINDOW, outline=None)
        self._routes.column.setContentsMargins(0, 0, 0, 0)
        self._routes.column.setSpacing(space(5))
        self.add(
            lead("You can act now and come back later. Everything you have answered stays here."),
            self._routes,
            subheading("The rest is optional"),
            body(
                "The remaining questions cannot lower this. Go on if you have the time and it holds nothing up: what "
                "you add helps whoever takes the call."
            ),
        )
        self._onward = onward = main_button("&Continue with the questions")
        later = second_button("&Act now, record later")
        rest = link("&Leave the rest unanswered")
        buttons: list[Button] = [onward, later]
        if navigator.offers(PageKind.RECORD):
            record = second_button("Make a &record now")
            record.clicked.connect(lambda: navigator.visit(PageId(PageKind.RECORD)))
            buttons.append(record)
        self.add_buttons(*buttons, rest)
        onward.clicked.connect(navigator.forward)
        later.clicked.connect(lambda: navigator.go(PageId(PageKind.HOME)))
        rest.clicked.connect(navigator.leave_questions)
        consultation.see_routes()
        self.follow(consultation.subscribe(self.show_state))

    def start(self) -> QWidget:
        """At the way on; the page is read from its top."""
        return self._onward

    def show_state(self, consultation: Consultation) -> None:
        """Shows the routes as they stand."""
        while (item := self._routes.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        state = route_state(consultation)
        for route in state.routes:
            self._routes.add(_child_panel(route))
        self._routes.add(*_further(state))


def _child_panel(route: ChildRoute) -> Panel:
    panel = inset(bar=Ink.DANGER if route.at_once else Ink.ACCENT)
    panel.add(subheading(f"Child {route.child}: {route.level}"))
    if route.at_once:
        panel.add(Words("Act at once. Call 999 if the danger is immediate.", bold=True))
    if route.call:
        panel.add(Words(route.call, TypeSize.LEAD, bold=True, copied=True))
    if route.steps.now:
        panel.add(StepList(route.steps.now))
    if route.steps.later:
        title = f"After that ({route.steps.count_later})"
        panel.add(Fold(title, lambda: [StepList(route.steps.later)], about=f"Child {route.child}"))
    if route.law:
        panel.add(caption(route.law))
    return panel


def _further(state: RouteState) -> list[Words]:
    words = [body(text) for text in (*state.consent, *state.guarded)]
    return [*words, caption(f"From {state.document}.")]
