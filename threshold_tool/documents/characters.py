"""Characters that no document or case may hold, and where in a text each one stands.

Control characters break printing, direction characters make a line read differently from what it
says, private-use characters look different on every machine. U+0085, U+2028 and U+2029 are among
them because YAML would start a new line there and an editor would not.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

REPLACEMENT = "\ufffd"

_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_DIRECTION = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = r"\u2028\u2029\ufeff\ufff9-\ufffb"
_PRIVATE_USE = r"\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_SURROGATE = r"\ud800-\udfff"
_NOT_CHARACTERS = r"\ufdd0-\ufdef" + "".join(
    f"\\U{plane << 16 | 0xFFFE:08x}\\U{plane << 16 | 0xFFFF:08x}" for plane in range(17)
)
_ALL = _CONTROL + _DIRECTION + _INVISIBLE + _PRIVATE_USE + _SURROGATE + _NOT_CHARACTERS

_FORBIDDEN_IN_FILE = re.compile(f"[{_ALL}]")
# The line ends of the file never reach a value: a carriage return in one was written as an escape.
_FORBIDDEN_IN_VALUE = re.compile(f"[\r{_ALL}]")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SHORT_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
}


class LinePlaces:
    """Turns a character's index in a text into its line and column, both from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer(r"\r\n?|\n", text))]

    def of(self, index: int) -> tuple[int, int]:
        """Line and column of the character at `index`."""
        line = bisect.bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


def forbidden_in_file(text: str) -> Iterator[tuple[int, str]]:
    """Index and character of each forbidden character in the text of a file."""
    # Few different characters make up a text, so looking at each of them once is the quick way.
    if any(_FORBIDDEN_IN_FILE.match(character) for character in set(text)):
        for found in _FORBIDDEN_IN_FILE.finditer(text):
            yield found.start(), found[0]


def blanked(text: str) -> str:
    """The text of a file, each forbidden character replaced by one U+FFFD, so that places stay right."""
    return _FORBIDDEN_IN_FILE.sub(REPLACEMENT, text)


def forbidden_in_value(value: str) -> bool:
    """Whether a value, read from a blanked file, got a forbidden character through an escape."""
    return _FORBIDDEN_IN_VALUE.search(value) is not None


def blanked_value(value: str) -> str:
    """The value, each forbidden character replaced by U+FFFD."""
    return _FORBIDDEN_IN_VALUE.sub(REPLACEMENT, value)


def forbidden_escapes(quoted: str) -> Iterator[tuple[int, str]]:
    r"""Index and meaning of each escape, such as `\x00`, in double-quoted text that stands for one."""
    for found in _ESCAPE.finditer(quoted):
        character = _meaning(found)
        if forbidden_in_value(character):
            yield found.start(), character


def _meaning(escape: re.Match[str]) -> str:
    short = escape[4]
    if short is not None:
        return _SHORT_ESCAPES.get(short, "")
    return _character(int(escape[1] or escape[2] or escape[3], 16))


def _character(number: int) -> str:
    return chr(number) if number <= 0x10FFFF else "\uffff"


def described(character: str) -> str:
    """The character's number and what it is, for a message: `U+202E (right-to-left override)`."""
    kinds = {"Co": "private use", "Cs": "half of a character", "Cc": "control character"}
    kind = kinds.get(unicodedata.category(character), "not a character")
    return f"U+{ord(character):04X} ({unicodedata.name(character, kind).lower()})"
