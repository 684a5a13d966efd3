"""The page of keyboard shortcuts says what is really bound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence, QShortcut

from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.shortcuts import CONTINUE, LETTERS, SECTIONS, WINDOW
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from tests.ui.driver import Driver


def test_what_the_window_binds_is_the_table(driver: Driver) -> None:
    """No key is bound that the table does not have, and none is missing."""

    bound = {shortcut.key() for shortcut in driver.window.findChildren(QShortcut)}

    assert bound == {QKeySequence(key) for shortcut in WINDOW.values() for key in shortcut.keys}


@pytest.mark.parametrize(("name", "keys"), [*((n, s.keys) for n, s in LETTERS.items()), ("Continue", CONTINUE.keys)])
def test_letters_are_those_of_the_buttons(driver: Driver, name: str, keys: tuple[str, ...]) -> None:
    """The letter that the table gives a button is the one that the button has."""

    driver.go(PageId(PageKind.ROLE))

    assert QKeySequence.mnemonic(driver.find(Button, name).text()) == QKeySequence(keys[0])


def test_the_page_shows_all_of_the_table(driver: Driver) -> None:
    """Each line of the table can be read."""

    driver.go(PageId(PageKind.SHORTCUTS))

    for _, shortcuts in SECTIONS:
        for shortcut in shortcuts:
            assert f"{shortcut.words}\n{shortcut.said}" in driver.words


def test_it_leads_to_the_guide_and_back(driver: Driver) -> None:
    """Back from the guide is the page of shortcuts."""

    driver.go(PageId(PageKind.SHORTCUTS))
    driver.press("Open the user guide")
    assert driver.page == PageId(PageKind.GUIDE)

    driver.press("Back")
    assert driver.page == PageId(PageKind.SHORTCUTS)
