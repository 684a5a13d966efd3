"""Which characters of a text are shown as they are, and which as a code that can be seen.

A control character, half of a surrogate pair or a direction override is invisible and can make a text
read differently from what is stored. None is dropped: each is shown as its code, such as [U+202E].
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_PLAIN = re.compile(r"[\n -~\u00a0-\u00ac\u00ae-\u017f\u2013-\u201d]*")
_DIRECTION_CHANGES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cs", "Co"})
_NAMES_LISTED = 30


def is_hidden(character: str) -> bool:
    """Whether a character could mislead a reader: control, surrogate, private use, direction change, tag."""
    number = ord(character)
    return (
        (unicodedata.category(character) in _HIDDEN_CATEGORIES and character != "\n")
        or character in _DIRECTION_CHANGES
        or 0xE0000 <= number <= 0xE007F
        or 0xFDD0 <= number <= 0xFDEF
        or number & 0xFFFE == 0xFFFE
    )


def code_of(character: str) -> str:
    """The code a character is shown as, such as "[U+202E]"."""
    return f"[U+{ord(character):04X}]"


class Characters:
    """Makes texts showable and remembers which characters it replaced.

    `drawable` says of one character whether the form can draw it; whatever it cannot is shown as its code.
    """

    def __init__(self, drawable: Callable[[str], bool] = lambda _: True) -> None:
        self._drawable = drawable
        self._verdicts: dict[str, str] = {}
        self.replaced: set[str] = set()

    def show(self, text: str) -> str:
        """A text in composed form (NFC), line ends as "\\n", tabs as spaces, with codes where needed."""
        text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text).replace("\t", " "))
        if _PLAIN.fullmatch(text):
            return text
        return "".join(map(self._shown, text))

    def _shown(self, character: str) -> str:
        shown = self._verdicts.get(character)
        if shown is None:
            fits = character == "\n" or (not is_hidden(character) and self._drawable(character))
            shown = self._verdicts[character] = character if fits else code_of(character)
        if shown != character:
            self.replaced.add(character)
        return shown

    def note(self) -> str:
        """A sentence naming what was replaced, or "" when nothing was."""
        return note_of(self.replaced) if self.replaced else ""


def note_of(replaced: Iterable[str]) -> str:
    """A sentence that names replaced characters in order, up to 30 of them."""
    ordered = sorted(replaced)
    names = [f"{code_of(each)} {unicodedata.name(each, 'no name').lower()}" for each in ordered[:_NAMES_LISTED]]
    more = len(ordered) - len(names)
    listed = "; ".join(names) + (f"; and {more} more" if more else "")
    return f"Some characters cannot be shown here, so their codes stand in square brackets: {listed}."
