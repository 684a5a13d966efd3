"""The table of keys."""

from __future__ import annotations

from ui.presenters.shortcuts import SECTIONS, WINDOW, Act


def test_every_act_has_a_key_and_is_shown() -> None:
    """What the window can do by a key of its own is on the page."""

    shown = [shortcut for _, shortcuts in SECTIONS for shortcut in shortcuts]

    assert set(WINDOW) == set(Act)
    assert all(shortcut in shown for shortcut in WINDOW.values())


def test_no_key_is_there_twice() -> None:
    """One key does one thing."""

    keys = [key for _, shortcuts in SECTIONS for shortcut in shortcuts for key in shortcut.keys]

    assert len(keys) == len(set(keys))


def test_keys_are_said_with_room() -> None:
    """A plus that is the key itself stays to be seen."""

    assert WINDOW[Act.LARGER].said == "Ctrl + + or Ctrl + ="
