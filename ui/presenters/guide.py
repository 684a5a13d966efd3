"""The user guide: its chapters, finding words in it, and where its links lead. Its text is that of `docs/`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from threshold_tool.errors import ThresholdToolError
from threshold_tool.files import read_bytes
from threshold_tool.paths import guide_file
from ui.presenters.watched import Watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

GUIDE = "user-guide.md"
FURTHER = ("writing-questions.md", "problem-codes.md")
"""What the guide leads on to: each is one chapter."""

FIRST = "About this guide"
"""What stands before the first chapter has no title of its own: the file's is the page's."""

MISSING = "The guide is missing from this copy of the program. Ask whoever supplied it for a whole copy."
_SHORTEST = 2
_MOST_BYTES = 1_000_000
_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*")
_FENCE = re.compile(r"\s*(```|~~~)")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: the file it is from, its title, its Markdown without the title, and the anchors that lead to it."""

    file: str
    title: str
    markdown: str
    anchors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A place that has the words: the chapter, and where they begin and end in its text."""

    chapter: int
    start: int
    end: int


@dataclass(frozen=True)
class GuideState:
    """What the page shows. `at` counts the chapters from 0, and `place` those of `found`; None before any was shown.

    `outside` is said of a link that leads out of the guide.
    """

    chapters: tuple[Chapter, ...]
    at: int = 0
    sought: str = ""
    found: tuple[Found, ...] = ()
    place: int | None = None
    outside: str = ""

    @property
    def chapter(self) -> Chapter:
        """The chapter that is shown."""
        return self.chapters[self.at]

    @property
    def found_words(self) -> str:
        """How many places have the words, and which is shown; empty while nothing is looked for."""
        if len(self.sought) < _SHORTEST:
            return ""
        if self.place is None:
            return "The guide does not have these words. Try one word, or the beginning of one."
        return f"Place {self.place + 1} of {len(self.found)}, in the chapter {self.chapter.title}"


class GuidePresenter(Watched[GuideState]):
    """Goes from chapter to chapter. `plain` gives a chapter's Markdown as the text that is shown."""

    def __init__(self, chapters: tuple[Chapter, ...], plain: Callable[[str], str]) -> None:
        super().__init__(GuideState(chapters))
        self._plain = plain
        self._texts: dict[int, str] = {}

    def show_chapter(self, at: int) -> None:
        """A chapter from its beginning."""
        if 0 <= at < len(self.state.chapters):
            self.change_to(replace(self.state, at=at, place=None, sought="", found=(), outside=""))

    def seek(self, words: str) -> None:
        """Looks for words everywhere, and shows the first place from the present chapter on."""
        sought = " ".join(words.split())
        found = tuple(self._find(sought)) if len(sought) >= _SHORTEST else ()
        first = next((at for at, place in enumerate(found) if place.chapter >= self.state.at), 0)
        state = replace(self.state, sought=sought, found=found, place=None, outside="")
        self.change_to(state)
        if found:
            self._show(first)

    def next_place(self) -> None:
        """The next place that has the words; the first after the last."""
        self._move(1)

    def place_before(self) -> None:
        """The place before; the last before the first."""
        self._move(-1)

    def follow(self, address: str) -> None:
        """A link: to its chapter, or, where it leads out of the guide, in words."""
        file, _, anchor = address.partition("#")
        same = [at for at, c in enumerate(self.state.chapters) if c.file == (file or self.state.chapter.file)]
        inside = [at for at in same if not anchor or anchor in self.state.chapters[at].anchors]
        if inside:
            self.show_chapter(inside[0])
        else:
            self.change_to(replace(self.state, outside=outside_words(address)))

    def _move(self, by: int) -> None:
        if self.state.place is not None:
            self._show((self.state.place + by) % len(self.state.found))

    def _show(self, place: int) -> None:
        self.change_to(replace(self.state, place=place, at=self.state.found[place].chapter))

    def _find(self, sought: str) -> Iterator[Found]:
        pattern = re.compile(re.escape(sought), re.IGNORECASE)
        for at, chapter in enumerate(self.state.chapters):
            if at not in self._texts:
                self._texts[at] = self._plain(chapter.markdown)
            yield from (Found(at, match.start(), match.end()) for match in pattern.finditer(self._texts[at]))


def outside_words(address: str) -> str:
    """What is said of a link that is not followed."""
    if "://" in address:
        return f"This address is on the internet, which the program does not use: {address}"
    return f"This is part of the program's source, in docs/{address}"


def chapters() -> tuple[Chapter, ...]:
    """The chapters of the guide and of what it leads on to; one that says so where the guide is missing."""
    try:
        first, *others = _by_chapter(GUIDE, _text(GUIDE))
        return (replace(first, title=FIRST), *others, *(_whole(name, _text(name)) for name in FURTHER))
    except ThresholdToolError:
        return (Chapter(GUIDE, "User guide", MISSING, frozenset()),)


def _text(name: str) -> str:
    return read_bytes(guide_file(name), _MOST_BYTES).decode("utf-8").replace("\r\n", "\n")


def _whole(name: str, text: str) -> Chapter:
    """A file as one chapter, called after its first heading."""
    lines = text.split("\n")
    headings = dict(_headings(lines))
    title = _HEADING.fullmatch(lines[0])
    rest = "\n".join(lines[1:]) if title else text
    return Chapter(name, title[2] if title else name, rest.strip(), _anchors(words for _, words in headings.values()))


def _by_chapter(name: str, text: str) -> tuple[Chapter, ...]:
    """A file cut at its headings of the first two ranks."""
    lines = text.split("\n")
    headings = list(_headings(lines))
    cuts = [(at, words) for at, (rank, words) in headings if rank <= 2]
    ends = [at for at, _ in cuts[1:]] + [len(lines)]
    return tuple(
        Chapter(
            name,
            words,
            "\n".join(lines[at + 1 : end]).strip(),
            _anchors(inside for line, (_, inside) in headings if at <= line < end),
        )
        for (at, words), end in zip(cuts, ends, strict=True)
    )


def _headings(lines: Iterable[str]) -> Iterator[tuple[int, tuple[int, str]]]:
    """Each heading with its line, its rank and its words; what stands in a block of code is none."""
    in_code = False
    for at, line in enumerate(lines):
        if _FENCE.match(line):
            in_code = not in_code
        elif not in_code and (match := _HEADING.fullmatch(line)):
            yield at, (len(match[1]), match[2])


def _anchors(headings: Iterable[str]) -> frozenset[str]:
    """What a link to each heading says, as Markdown is commonly read."""
    return frozenset(re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-") for words in headings)
