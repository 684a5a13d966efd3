"""Whether the words of two answers leave it open which of them an observation fits.

Few things are looked for, so that what is found is worth a look: the same words; one of several
alternatives ("never or seldom" beside "never"); ranges of the same thing that meet ("1 to 3 times"
beside "3 or more times"). An answer that says more than another ("late, and hungry" beside "late") is no
overlap: a reader who sees both takes the one that says more.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_TEXTS_OF_A_DOCUMENT = 4096
"""About how many different texts there are: each is read once, though it is held against many."""

_ORDER = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER_WORDS = {word: str(value) for value, word in enumerate(_ORDER)} | {"once": "1 time", "twice": "2 times"}
_IN_WORDS = re.compile(rf"\b({'|'.join(_NUMBER_WORDS)})\b")

_N = r"[0-9]+(?:\.[0-9]+)?"
_ABOVE, _BELOW = "more|over|longer|older|upwards|above", "fewer|less|under|shorter|younger|below"
_OR_MORE_OR_LESS = re.compile(rf"\s+or\s+(?!(?:{_ABOVE}|{_BELOW}|better|worse)\b)|\s*[/;]\s*")
_RANGE = re.compile(
    rf"(?P<between>between {_N} and {_N}|{_N} ?(?:to|-) ?{_N})"
    rf"|(?P<most>(?:at most|up to|no more than|not more than) (?P<most_n>{_N}))"
    rf"|(?P<least>(?:at least|no fewer than|no less than|not less than) (?P<least_n>{_N}))"
    rf"|(?P<over>(?:more than|over|above|older than|longer than) (?P<over_n>{_N}))"
    rf"|(?P<under>(?:fewer than|less than|under|below|younger than|shorter than) (?P<under_n>{_N}))"
    rf"|(?P<plain>{_N})(?P<plus> ?\+)?"
)
_OPEN_END = re.compile(rf" (?:or|and) (?P<side>(?P<above>{_ABOVE})|{_BELOW})\b")
_PLURAL = re.compile(r"\b([a-z]{2,}[a-rt-z])s\b")


@lru_cache(_TEXTS_OF_A_DOCUMENT)
def plain_words(text: str) -> str:
    """A text without case, spacing and punctuation; signs such as < and % count, since they mean something."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(_kept(character) for character in folded)
    return " ".join(kept.split()) or folded.strip()


def _kept(character: str) -> str:
    if character in "'\u2019":
        return ""
    return " " if unicodedata.category(character).startswith("P") and character != "%" else character


def fit_one_observation(one: str, other: str) -> bool:
    """Whether an observation can fit both answers by their words."""
    if plain_words(one) == plain_words(other):
        return True
    return any(mine.meets(theirs) for mine in _alternatives(one) for theirs in _alternatives(other))


@dataclass(frozen=True, slots=True)
class _Range:
    """The numbers from `low` to `high`, None for no end; an end that is `open` does not itself belong."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: _Range) -> bool:
        """Whether a number lies in both."""
        return not (self._ends_before(other) or other._ends_before(self))

    def _ends_before(self, other: _Range) -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))


@dataclass(frozen=True, slots=True)
class _Alternative:
    """One of the things that an answer names: its words, with `#` for each range of numbers, and the ranges."""

    words: str
    ranges: tuple[_Range, ...]

    def meets(self, other: _Alternative) -> bool:
        """Whether an observation fits both: the same words, and numbers that lie in both ranges."""
        return self.words == other.words and all(
            mine.meets(theirs) for mine, theirs in zip(self.ranges, other.ranges, strict=True)
        )


@lru_cache(_TEXTS_OF_A_DOCUMENT)
def _alternatives(text: str) -> tuple[_Alternative, ...]:
    """What an answer names, one by one: "once or twice" is two things, "3 or more" is one."""
    lowered = unicodedata.normalize("NFKC", text).casefold().replace("\u2013", "-").replace("\u2014", "-")
    digits = _IN_WORDS.sub(lambda found: _NUMBER_WORDS[found[1]], lowered)
    return tuple(_alternative(part) for part in _OR_MORE_OR_LESS.split(digits) if plain_words(part))


def _alternative(part: str) -> _Alternative:
    ranges: list[_Range] = []
    end = _OPEN_END.search(part)
    without_end = part[: end.start()] + part[end.end() :] if end else part

    def as_sign(found: re.Match[str]) -> str:
        ranges.append(_range(found))
        return "#"

    words = _PLURAL.sub(r"\1", plain_words(_RANGE.sub(as_sign, without_end)))
    if end and ranges:
        last = ranges[-1]
        ranges[-1] = _Range(last.low, None) if end["above"] else _Range(None, last.high)
    return _Alternative(words, tuple(ranges))


def _range(found: re.Match[str]) -> _Range:
    if found["between"]:
        low, high = (Decimal(each) for each in re.findall(_N, found["between"]))
        return _Range(min(low, high), max(low, high))
    if found["most"]:
        return _Range(None, Decimal(found["most_n"]))
    if found["least"]:
        return _Range(Decimal(found["least_n"]), None)
    if found["over"]:
        return _Range(Decimal(found["over_n"]), None, low_open=True)
    if found["under"]:
        return _Range(None, Decimal(found["under_n"]), high_open=True)
    value = Decimal(found["plain"])
    return _Range(value, None if found["plus"] else value)
