"""Breaks text into lines of a given width.

Knows nothing of PDF: widths come from a `Faces`. Time grows in step with the length of the text, so a
note of 100,000 characters, with or without a space in it, is set as surely as a short one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from threshold_tool.reports.fonts import Face

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from threshold_tool.reports.blocks import Run

# A long word may be broken after a hyphen, dash or slash between two letters, never inside a date.
_WITHIN_A_WORD = re.compile(r"(?<=[^\W\d][-/\u2013\u2014])(?=[^\W\d])")
# A telephone number is read, and typed, from one line.
_SPACE = re.compile(r"(?<![0-9]{3}) | (?![0-9]{3})")
_COMBINING = frozenset({"Mn", "Me"})


class Faces(Protocol):
    """What line breaking needs to know about typefaces."""

    def has(self, face: Face, character: str) -> bool:
        """Whether the face draws the character."""

    def width(self, face: Face, character: str) -> float:
        """The character's width in ems."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line in one face. `width` is in ems."""

    face: Face
    text: str
    width: float


Line = tuple[Part, ...]


def words_of(line: Line) -> str:
    """The text of a line."""
    return "".join(part.text for part in line)


def width_of(line: Line) -> float:
    """The width of a line in ems."""
    return sum(part.width for part in line)


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A piece of a line that is not broken unless it is wider than the whole line."""

    parts: Line
    after_space: bool


class LineBreaker:
    """Sets runs of text in lines. Texts have been through `Characters.show`."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces

    def lines(self, runs: Iterable[Run], width: float, base: Face = Face.REGULAR) -> list[Line]:
        """The lines, each at most `width` ems wide; one empty line for empty text.

        `base` is the face of runs that are neither strong nor emphasised.
        """
        lines: list[Line] = []
        for paragraph in _split_at_line_ends(runs, base):
            lines.extend(self._fill(self._chunks(paragraph), width))
        return lines

    def _fill(self, chunks: Iterable[_Chunk], width: float) -> Iterator[Line]:
        line: list[Part] = []
        used = 0.0
        for chunk in chunks:
            gap = self._space(chunk.parts[0].face) if chunk.after_space and line else ()
            needed = width_of(gap) + width_of(chunk.parts)
            if line and used + needed > width:
                yield _merged(line)
                line, used, gap, needed = [], 0.0, (), width_of(chunk.parts)
            if needed > width:
                *full, last = self._broken(chunk.parts, width)
                yield from full
                line, used = list(last), width_of(last)
            else:
                line += [*gap, *chunk.parts]
                used += needed
        yield _merged(line)

    def _space(self, face: Face) -> Line:
        base = Face.REGULAR if face is Face.SIGNS else face
        return (Part(base, " ", self._faces.width(base, " ")),)

    def _chunks(self, paragraph: Iterable[tuple[Face, str]]) -> Iterator[_Chunk]:
        """Chunks of one paragraph. Adjoining runs without a space between stay in one chunk."""
        parts: list[Part] = []
        after_space = False
        for face, text in paragraph:
            for position, word in enumerate(_SPACE.split(text)):
                if position:
                    if parts:
                        yield _Chunk(tuple(parts), after_space)
                    parts, after_space = [], True
                for index, piece in enumerate(_WITHIN_A_WORD.split(word)):
                    if index:
                        yield _Chunk(tuple(parts), after_space)
                        parts, after_space = [], False
                    parts += self._parts(face, piece)
        if parts:
            yield _Chunk(tuple(parts), after_space)

    def _parts(self, face: Face, text: str) -> list[Part]:
        """The text in its face, with single characters in the face of signs where it lacks them."""
        has, width = self._faces.has, self._faces.width
        parts: list[Part] = []
        for character in text:
            own = face if has(face, character) else Face.SIGNS
            parts.append(Part(own, character, width(own, character)))
        return list(_merged(parts))

    def _broken(self, parts: Line, width: float) -> list[Line]:
        """A chunk wider than a line, broken between characters; a mark stays with its letter."""
        lines: list[Line] = []
        line: list[Part] = []
        used = 0.0
        for part in parts:
            for character in part.text:
                step = self._faces.width(part.face, character)
                if line and used + step > width and unicodedata.category(character) not in _COMBINING:
                    lines.append(_merged(line))
                    line, used = [], 0.0
                line.append(Part(part.face, character, step))
                used += step
        return [*lines, _merged(line)]


def _split_at_line_ends(runs: Iterable[Run], base: Face) -> Iterator[list[tuple[Face, str]]]:
    paragraph: list[tuple[Face, str]] = []
    for run in runs:
        face = Face.BOLD if run.strong else Face.ITALIC if run.emphasis else base
        first, *later = run.text.split("\n")
        paragraph.append((face, first))
        for text in later:
            yield paragraph
            paragraph = [(face, text)]
    yield paragraph


def _merged(parts: list[Part]) -> Line:
    """Neighbours in one face as one part, so that a line is drawn in few strokes."""
    merged: list[Part] = []
    start = 0
    for end in range(1, len(parts) + 1):
        if end == len(parts) or parts[end].face is not parts[start].face:
            same = parts[start:end]
            text = "".join(part.text for part in same)
            merged.append(Part(same[0].face, text, sum(part.width for part in same)))
            start = end
    return tuple(merged)
