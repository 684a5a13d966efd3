"""Pictures of pages: every page is found, and a picture shows all of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from ui.pages.registry import PAGES
from ui.presenters.journey import ON_THE_WAY, Journey
from ui.presenters.page_ids import PageId, PageKind
from ui.screenshots import Face, contents, open_case, sample_page, take_pictures
from ui.theme.tokens import COLOURS, Look

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

ON_IT = [kind for kind in PAGES if kind in ON_THE_WAY and kind is not PageKind.CONSENT]
"""Consent is on the way of a case only where there is something to write down."""


@pytest.mark.parametrize("kind", ON_IT)
def test_a_page_on_the_way_is_one_of_the_case(kind: PageKind) -> None:
    """A page that asks about a child or a question asks what the open case has."""

    consultation = open_case("mondays")

    assert sample_page(consultation, frozenset(PAGES), kind) in Journey(consultation.state, frozenset(PAGES)).pages


def test_an_outcome_is_that_of_a_child() -> None:
    """The page of an outcome is not on the way, and is about the first child all the same."""

    page = sample_page(open_case("mondays"), frozenset(PAGES), PageKind.OUTCOME)

    assert page == PageId(PageKind.OUTCOME, child="A")


def test_a_question_with_a_note_is_preferred() -> None:
    """A picture of a question shows how a note looks."""

    page = sample_page(open_case("mondays"), frozenset(PAGES), PageKind.QUESTION)

    assert page.question == "substance-effect-on-care"


def test_a_picture_has_all_of_the_page_in_its_look(qapp: QApplication, tmp_path: Path) -> None:
    """The page that is longer than a window is there to its end, on the ground of its look."""

    names = take_pictures(qapp, Face(Look.DARK), tmp_path, [PageKind.HOME, PageKind.ADULTS])
    home, adults = (QImage(str(tmp_path / name)) for name in names)

    assert [name.split("-", 1)[1] for name in names] == ["home.png", "adults.png"]
    assert home.height() == 820
    assert adults.height() > 1_500
    assert home.pixelColor(2, 800).name() == COLOURS[Look.DARK].window


@pytest.mark.parametrize(
    ("face", "folder"),
    [
        (Face(Look.LIGHT), "light"),
        (Face(Look.DARK, 200), "dark-200"),
        (Face(Look.CONTRAST_LIGHT), "high-contrast-light"),
    ],
)
def test_a_folder_for_each_look(face: Face, folder: str) -> None:
    """The folder's name says the look, and the text size where it is not the usual."""

    assert face.folder == folder


def test_the_contents_show_each_page_in_each_look() -> None:
    """The pictures of one page stand side by side under its name."""

    page = contents(["light", "dark"], ["01-welcome.png", "02-what-if.png"])

    assert "## What if\n" in page
    assert "| ![Welcome, light](light/01-welcome.png) | ![Welcome, dark](dark/01-welcome.png) |" in page
