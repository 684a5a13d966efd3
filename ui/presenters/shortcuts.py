"""Every key that does something: one table, by which the window binds its keys and which the page shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What a key of the whole window does."""

    HELP = "help"
    HIDE = "hide"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL = "usual"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Keys, any of which does what the words say."""

    keys: tuple[str, ...]
    words: str

    @property
    def said(self) -> str:
        """The keys in words."""
        return " or ".join(key.replace("++", "+plus").replace("+", " + ").replace("plus", "+") for key in self.keys)


WINDOW: dict[Act, Shortcut] = {
    Act.HELP: Shortcut(("F1",), "To the help beside the page; pressed there, or where there is none, the user guide"),
    Act.HIDE: Shortcut(("F8",), "Hide the window behind a neutral screen, and bring it back"),
    Act.LARGER: Shortcut(("Ctrl++", "Ctrl+="), "Larger text"),
    Act.SMALLER: Shortcut(("Ctrl+-",), "Smaller text"),
    Act.USUAL: Shortcut(("Ctrl+0",), "Text at 100 percent"),
}
"""Keys that the window binds, by what they do."""

LETTERS: dict[str, Shortcut] = {
    "Immediate danger": Shortcut(("Alt+D",), "Immediate danger: 999, and who answers at this hour"),
    "Hide": Shortcut(("Alt+H",), "Hide the window behind a neutral screen"),
    "Menu": Shortcut(("Alt+M",), "The menu: home, text size, help"),
    "Back": Shortcut(("Alt+B",), "Back to the page before"),
}
"""Letters of the buttons that stand above every page, by the button's name."""

CONTINUE = Shortcut(("Alt+C",), "Continue, where a page has that button")

_IN_PAGES = (
    Shortcut(("Alt and a letter",), "Press the button in whose words that letter is underlined"),
    Shortcut(("Tab",), "To the next field, button or group of answers; with Shift, to the one before"),
    Shortcut(("Arrow keys",), "From answer to answer in a group, and from line to line in a list"),
    Shortcut(("Space",), "Press a button, choose an answer, set a tick"),
    Shortcut(("Enter",), "Change the line of a list, follow a link, find the next place in the guide"),
    Shortcut(("Page Up", "Page Down"), "Scroll the page"),
)
_SHIFT = Shortcut(("Shift three times within five seconds",), "Hide the window behind a neutral screen")

SECTIONS: tuple[tuple[str, tuple[Shortcut, ...]], ...] = (
    ("On every page", (*LETTERS.values(), WINDOW[Act.HIDE], _SHIFT, WINDOW[Act.HELP])),
    ("Going on", (CONTINUE, *_IN_PAGES)),
    ("Text size", (WINDOW[Act.LARGER], WINDOW[Act.SMALLER], WINDOW[Act.USUAL])),
)
"""What the page shows, part by part."""
