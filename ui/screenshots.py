"""Pictures of every page of the real application, with the shipped document and cases, for `docs/screenshots`.

Run with `python -m ui.screenshots`; `--help` names the other looks and sizes. The window is as high as its page, so
that a picture shows all of it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from threshold_tool.settings import TEXT_SIZES
from ui.presenters.page_ids import PageId, PageKind
from ui.theme.tokens import Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

    from ui.main_window import MainWindow
    from ui.presenters.consultation import ConsultationPresenter

FOLDER = Path("docs") / "screenshots"
DOCUMENT = "exampleshire"
MOMENT = datetime.fromisoformat("2026-11-16T15:50+00:00")
"""A Monday after school: the hour of the case that most pictures show."""

_CASE = "mondays"
_CASES = {PageKind.ROUTE: "new-trainers"}
"""Pages that another of the shipped cases shows better."""

_WIDTH, _HEIGHT, _HIGHEST = 1180, 820, 16_000
_SMALLEST = 0
"""The PNG quality that compresses most; nothing is lost by it."""

_ROUNDS = 4
"""Layouts come to rest within so many rounds of events."""


@dataclass(frozen=True, slots=True)
class Face:
    """How the pictures of one folder look: colours, and text size in percent."""

    look: Look
    percent: int = 100

    @property
    def folder(self) -> str:
        """The folder's name, such as `dark` or `high-contrast-light-200`."""
        name = self.look.value.replace(", ", " ").replace(" ", "-")
        return name if self.percent == 100 else f"{name}-{self.percent}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Takes the pictures and says where they are; returns the exit status."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    chosen = _arguments(arguments)
    looks = tuple(Look) if chosen.contrast else (Look.LIGHT, Look.DARK)
    application = QApplication(sys.argv[:1])
    faces = [Face(look, chosen.percent) for look in looks]
    taken: list[str] = []
    for face in faces:
        taken = take_pictures(application, face, chosen.folder / face.folder, chosen.page)
        sys.stdout.write(f"{len(taken)} pictures in {chosen.folder / face.folder}\n")
    if not chosen.page:
        page = contents([face.folder for face in faces], taken)
        (chosen.folder / "README.md").write_text(page, encoding="utf-8", newline="\n")
    return 0


def contents(folders: Sequence[str], names: Sequence[str]) -> str:
    """A page of Markdown that shows the pictures of these names, one folder beside another."""
    lines = [
        "# Every page of the window",
        "",
        "Taken by `python -m ui.screenshots`, with an invented document and case.",
    ]
    for name in names:
        title = name.removesuffix(".png").split("-", 1)[1].replace("-", " ").capitalize()
        row = " | ".join(f"![{title}, {folder}]({folder}/{name})" for folder in folders)
        lines += ["", f"## {title}", "", f"| {' | '.join(folders)} |", f"|{'---|' * len(folders)}", f"| {row} |"]
    return "\n".join(lines) + "\n"


def take_pictures(application: QApplication, face: Face, folder: Path, kinds: Sequence[PageKind] = ()) -> list[str]:
    """Writes a PNG for every registered page, or for these kinds alone, into a folder; returns the files' names."""
    from ui.pages.registry import PAGES

    folder.mkdir(parents=True, exist_ok=True)
    names: list[str] = []
    with TemporaryDirectory() as settings:
        for number, kind in enumerate(PAGES, start=1):
            if kinds and kind not in kinds:
                continue
            name = f"{number:02d}-{kind.value}.png"
            window = _window(application, face, Path(settings))
            _show(window, kind)
            _save(window.grab().toImage(), folder / name)
            names.append(name)
            _put_away(application, window)
    return names


def sample_page(consultation: ConsultationPresenter, kinds: frozenset[PageKind], kind: PageKind) -> PageId:
    """The page of a kind to look at: on the way through the case, and one with a note where there is one.

    A page off the way has the first child, should it want one.
    """
    from ui.presenters.journey import Journey

    journey = Journey(consultation.state, kinds)
    pages = [page for page in journey.pages if page.kind is kind]
    noted = [p for p in pages if any(consultation.state.note(step.place) is not None for step in journey.steps(p))]
    return next(iter([*noted, *pages]), PageId(kind, child=consultation.state.children[0]))


def open_case(name: str) -> ConsultationPresenter:
    """A shipped case under the shipped document, as if the person had just answered all of it."""
    from threshold_tool.cases.interview import Interview
    from threshold_tool.cases.loader import require_case
    from threshold_tool.documents.loader import require_document
    from threshold_tool.evaluation.compiled import compile_document
    from threshold_tool.paths import documents_folder, shipped_document
    from ui.presenters.consultation import ConsultationPresenter

    path = shipped_document(DOCUMENT)
    presenter = ConsultationPresenter(compile_document(require_document(path)), path, _clock)
    case = require_case(documents_folder() / "cases" / f"{name}.yaml").case
    interview = Interview(presenter.state.compiled, case)
    presenter.change_to(replace(presenter.state, interview=interview, changes=1, role_given=True))
    return presenter


def _clock() -> datetime:
    return MOMENT


def _window(application: QApplication, face: Face, settings: Path) -> MainWindow:
    from threshold_tool.paths import shipped_document
    from threshold_tool.settings import Settings, SettingsStore
    from ui.app import build
    from ui.theme.theme import Theme

    document = shipped_document(DOCUMENT)
    kept = Settings(_WIDTH, _HEIGHT, face.percent, str(document), "Levels of Need in Exampleshire", welcomed=True)
    SettingsStore(settings).save(kept)
    for theme in application.findChildren(Theme):
        theme.deleteLater()
    application.setCursorFlashTime(0)
    window = build(application, settings, _clock, catch_failures=False)
    application.findChildren(Theme)[-1].wear(face.look)
    return window


def _show(window: MainWindow, kind: PageKind) -> None:
    """Goes to the page, and makes the window as high as the page."""
    from PySide6.QtWidgets import QApplication, QScrollArea

    from ui.pages.registry import PAGES

    if kind is not PageKind.HOME:
        consultation = open_case(_CASES.get(kind, _CASE))
        window.desk.navigator.open(consultation)
        window.desk.navigator.go(sample_page(consultation, frozenset(PAGES), kind))
    window.show()
    for _ in range(_ROUNDS):
        for _ in range(_ROUNDS):
            QApplication.processEvents()
        for area in window.findChildren(QScrollArea):
            room, inner = area.viewport().size(), area.widget()
            more = 0 if inner is None else inner.heightForWidth(room.width()) - room.height()
            window.resize(_WIDTH, max(_HEIGHT, min(window.height() + more, _HIGHEST)))


def _save(image: QImage, path: Path) -> None:
    """With its 256 most frequent colours, which flat pictures can do with, a file is a quarter of the size."""
    plain = image.convertToFormat(image.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I"))
    table = [colour for colour, _ in counted.most_common(256)]
    few = plain.convertToFormat(image.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)
    few.save(str(path), None, _SMALLEST)


def _put_away(application: QApplication, window: MainWindow) -> None:
    from PySide6.QtCore import QEvent

    window.hide()
    window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m ui.screenshots", description="Take a picture of every page.")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, help=f"where to write them ({FOLDER})")
    parser.add_argument("--contrast", action="store_true", help="in the high-contrast looks too")
    parser.add_argument("--percent", type=int, choices=TEXT_SIZES, default=100, help="the text size (100)")
    parser.add_argument("--page", action="append", type=PageKind, default=[], help="this kind of page alone")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
