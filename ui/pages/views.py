"""What one child and its family say. Everything may be left empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.page import Page
from ui.presenters.views import views_state, views_with
from ui.widgets.buttons import main_button
from ui.widgets.fields import TextField
from ui.widgets.labels import body, caption

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.presenters.consultation import Consultation, ConsultationPresenter
    from ui.presenters.navigator import Navigator
    from ui.presenters.page_ids import PageId
    from ui.presenters.views import Asked, ViewsState


def make(desk: Desk, page: PageId) -> ViewsPage:
    """The page for the registry."""
    return ViewsPage(desk.consultation, desk.navigator, page.child or "")


class ViewsPage(Page):
    """The child's own view, the family's, and who has not been asked yet."""

    def __init__(self, consultation: ConsultationPresenter, navigator: Navigator, child: str) -> None:
        self._consultation = consultation
        self._child = child
        state = views_state(consultation.state, child)
        super().__init__(state.title)
        self._fields: dict[str, TextField] = {}
        self.add(body(state.why))
        if state.child is not None:
            self._add_field("child", state.child, lines=5)
        self._add_field("family", state.family, lines=4)
        self._add_field("not_yet_asked", state.not_yet, lines=3)
        self.add(caption("Letters, not names. What you leave empty has a line for handwriting on the record."))
        onward = main_button("&Continue")
        self.add_buttons(onward)
        onward.clicked.connect(navigator.forward)
        self.follow(consultation.subscribe(self.show_consultation))

    def show_consultation(self, consultation: Consultation) -> None:
        """Shows what was written so far."""
        if self._child in consultation.children:
            self.show_state(views_state(consultation, self._child))

    def show_state(self, state: ViewsState) -> None:
        """Shows the texts."""
        for key, field in self._fields.items():
            field.show_text(getattr(state.said, key) or "")

    def start(self) -> QWidget:
        """In the first text."""
        return next(iter(self._fields.values()))

    def _add_field(self, key: str, asked: Asked, *, lines: int) -> None:
        field = TextField(asked.label, asked.hint, lines=lines)
        field.changed.connect(lambda text: self._write(key, text))
        self._fields[key] = field
        self.add(field)

    def _write(self, key: str, text: str) -> None:
        said = self._consultation.state.case.views.get(self._child)
        self._consultation.write_views(self._child, views_with(said, **{key: text.strip() or None}))
