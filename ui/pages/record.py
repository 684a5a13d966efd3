"""The record: what it will hold, with or without names, and saving it to print or to read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from ui import file_dialogs
from ui.file_dialogs import HTML, PDF
from ui.pages.page import Page
from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.record import NAMES_WARNING, RecordPresenter, file_stem
from ui.theme.ink import Ink
from ui.theme.typeface import space
from ui.widgets.buttons import link, main_button, second_button
from ui.widgets.choices import Tick
from ui.widgets.fields import LineField
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Items, Words, body, lead, subheading
from ui.widgets.panels import Panel, inset

if TYPE_CHECKING:
    from threshold_tool.reports.report_file import Kind
    from ui.desk import Desk
    from ui.file_dialogs import AskWhereToSave, FileKind
    from ui.presenters.record import RecordState


def make(desk: Desk, _page: PageId) -> RecordPage:
    """The page for the registry."""
    return RecordPage(RecordPresenter(desk.consultation), desk, file_dialogs.ask_where_to_save)


class RecordPage(Page):
    """A preview in words, names, and the files."""

    def __init__(self, presenter: RecordPresenter, desk: Desk, ask_where_to_save: AskWhereToSave) -> None:
        super().__init__("Your record")
        self._presenter = presenter
        self._desk = desk
        self._ask_where_to_save = ask_where_to_save
        state = presenter.state
        self.add(lead("A record to print, to sign, and to put in the child's file."))
        self.add(*(inset(Words(text, bold=True), bar=Ink.DANGER) for text in state.cautions))
        if state.no_view:
            self.add(self._own_view_first(state))
        self.add(subheading("What it will hold"), Items(state.holds))
        self._build_names(state)
        self._build_files()
        onward = second_button("&Continue: keep or erase the case")
        self.add_buttons(onward)
        onward.clicked.connect(lambda: desk.navigator.visit(PageId(PageKind.CLOSING)))
        self.follow(presenter.subscribe(self.show_state))

    def show_state(self, state: RecordState) -> None:
        """Shows whether names are printed, and what became of saving."""
        self._tick.setChecked(state.with_names)
        self._named.setVisible(state.with_names)
        for field in state.names:
            self._fields[field.ref].show_text(field.name)
        self._saved.setVisible(state.saved is not None)
        self._saved_words.say(f"Saved as {state.saved.name}, in {state.saved.parent}." if state.saved else "")
        self._not_saved.setVisible(state.not_saved is not None)
        self._refusal.say(state.not_saved or "")

    def start(self) -> QWidget:
        """At the tick for names: what comes before is to be read."""
        return self._tick

    def _own_view_first(self, state: RecordState) -> Panel:
        who = " and ".join(f"child {ref}" for ref in state.no_view)
        panel = inset(
            Words(f"You have given no view of your own for {who} yet.", bold=True),
            body("The record shows the document's level. Give your own view first, unless there is no time for it."),
        )
        navigator = self._desk.navigator
        if navigator.offers(PageKind.OWN_VIEW):
            give = link("&Give your own view")
            give.clicked.connect(lambda: navigator.change(PageId(PageKind.OWN_VIEW, child=state.no_view[0])))
            panel.add(give)
        return panel

    def _build_names(self, state: RecordState) -> None:
        self._tick = Tick("Print names in the record")
        self._fields = {field.ref: LineField(field.label, characters=32) for field in state.names}
        self._named = inset(Words(NAMES_WARNING, bold=True), *self._fields.values(), bar=Ink.DANGER)
        self.add_space(2)
        self.add(
            subheading("Names"),
            body("Without names the record has a line for each child, to write the name by hand."),
            self._tick,
            self._named,
        )
        self._tick.clicked.connect(self._presenter.print_names)
        for ref, field in self._fields.items():
            field.changed.connect(partial(self._presenter.write_name, ref))

    def _build_files(self) -> None:
        pdf, html = main_button("Save as &PDF"), second_button("&Save for a browser")
        self._saved_words = Words(bold=True, copied=True)
        self._open = link("&Open it")
        self._saved = inset(
            self._saved_words,
            body("It speaks of a child: keep it as your organisation keeps such records. To print it, open it."),
            self._open,
        )
        self._refusal = Words(bold=True)
        self._not_saved = inset(self._refusal, bar=Ink.DANGER)
        self.add_space(2)
        files = QWidget()
        row = FlowLayout(space(3), files)
        row.addWidget(pdf)
        row.addWidget(html)
        self.add(subheading("Save it"), files, self._saved, self._not_saved)
        pdf.clicked.connect(lambda: self._save("pdf", PDF))
        html.clicked.connect(lambda: self._save("html", HTML))
        self._open.clicked.connect(self._open_saved)

    def _save(self, kind: Kind, file_kind: FileKind) -> None:
        path = self._ask_where_to_save(file_kind, file_stem(self._desk.consultation.state))
        if path is None:
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._presenter.save(kind, path)
        finally:
            QApplication.restoreOverrideCursor()
        if self._presenter.state.saved is not None:
            self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_saved(self) -> None:
        saved = self._presenter.state.saved
        if saved is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(saved))):
            self._desk.messages.show(f"No program here opens {saved.name}. Open it from {saved.parent}.")
