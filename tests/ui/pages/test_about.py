"""The page about the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from ui.pages.about import COPIED
from ui.presenters.licences import Part, parts
from ui.presenters.page_ids import PageId, PageKind
from ui.widgets.fold import Fold

if TYPE_CHECKING:
    from tests.ui.driver import Driver

ABOUT = PageId(PageKind.ABOUT)


def test_versions_are_copied(driver: Driver) -> None:
    """They can be pasted elsewhere, and the page says so."""

    driver.go(ABOUT)
    driver.press("Copy the versions")

    assert QGuiApplication.clipboard().text().startswith("Threshold Tool: ")
    assert COPIED in driver.words


@pytest.mark.parametrize("part", [parts()[0], parts()[-1]], ids=lambda part: part.name)
def test_a_licence_opens(driver: Driver, part: Part) -> None:
    """Its text is there when it is opened, and not before."""

    driver.go(ABOUT)
    before = driver.words
    driver.press(part.words)

    assert part.text() not in before
    assert part.text() in driver.words


def test_every_part_is_listed(driver: Driver) -> None:
    """Each has its fold."""

    driver.go(ABOUT)

    assert [fold.button.accessibleName() for fold in driver.window.findChildren(Fold)] == [p.words for p in parts()]
