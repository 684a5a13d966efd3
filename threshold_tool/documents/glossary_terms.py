"""A document's glossary terms in a text: where each stands, and what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from threshold_tool.documents.model import ThresholdDocument

_GAP = re.compile(r"[\s-]+")
_WITHIN = re.compile(r"[a-z,;] \Z")
_NUMBER = re.compile(r"\s[0-9]")
_ELSEWHERE = re.compile(r"See (.+)\.")
_APOSTROPHES = "['\N{RIGHT SINGLE QUOTATION MARK}]"


@dataclass(frozen=True, slots=True)
class TermFound:
    """A term of the glossary in a text, from the character `start` up to `end`, and what it means."""

    start: int
    end: int
    term: str
    meaning: str


@dataclass(frozen=True)
class Glossary:
    """A document's glossary, made once and used for many texts.

    Terms are found as whole words, the longest first, in the singular or with a plural s. Short forms in
    capitals and `names` count only as written, since MASH is no mash, and who prevents contact is not the
    programme Prevent; other words count whatever their capitals. Words of a term may be joined by a hyphen or by
    any space.
    """

    entries: Mapping[str, str]
    names: frozenset[str] = frozenset()

    @classmethod
    def of(cls, document: ThresholdDocument) -> Glossary:
        """A document's glossary. Names are the terms that the document's texts write large within a sentence."""
        plain = cls(document.glossary)
        found = (term.term for text in _own_texts(document) for term in plain.find(text) if _is_name(term, text))
        return cls(document.glossary, frozenset(found))

    def find(self, text: str) -> tuple[TermFound, ...]:
        """The terms in a text, in reading order; none overlaps another."""
        if self._pattern is None:
            return ()
        found = []
        for match in self._pattern.finditer(text):
            term = self._terms[(match.lastindex or 1) - 1]
            found.append(TermFound(match.start(), match.end(), term, self.meaning(term)))
        return tuple(found)

    def meaning(self, term: str) -> str:
        """What a term means; where the entry only sends to another term, what that one means as well.

        Raises KeyError for a term that is not in the glossary.
        """
        own = self.entries[term]
        sent = _ELSEWHERE.fullmatch(own)
        other = self._by_small_letters.get(sent[1].casefold()) if sent else None
        return own if other is None else f"{own} {self.entries[other]}"

    @cached_property
    def _terms(self) -> tuple[str, ...]:
        """The terms in the order of trying: the longest first, and of those in capitals first."""
        named = (term for term in self.entries if _words(term))
        return tuple(sorted(named, key=lambda term: (-len(" ".join(_words(term))), not term.isupper(), term)))

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """One group for each term, in their order; None for an empty glossary."""
        if not self._terms:
            return None
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(self._term_pattern, self._terms))})(?!\w)")

    def _term_pattern(self, term: str) -> str:
        words = r"[\s-]+".join(_word_pattern(word, as_written=term in self.names) for word in _words(term))
        plural = "s?" if term[-1:].isalpha() else ""
        return f"({words}{plural})"

    @cached_property
    def _by_small_letters(self) -> dict[str, str]:
        return {term.casefold(): term for term in self.entries}


def _words(term: str) -> list[str]:
    return [word for word in _GAP.split(term) if word]


def _word_pattern(word: str, *, as_written: bool) -> str:
    pattern = re.escape(word.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")).replace("'", _APOSTROPHES)
    is_short_form = word.isupper() and sum(map(str.isalpha, word)) > 1
    return pattern if as_written or is_short_form else f"(?i:{pattern})"


def _is_name(found: TermFound, text: str) -> bool:
    """Whether a term is written large within a sentence, other than in front of its number, as in Level 4."""
    written = text[found.start : found.end].startswith(found.term) and found.term[:1].isupper()
    return written and _WITHIN.search(text[: found.start]) is not None and not _NUMBER.match(text[found.end :])


def _own_texts(document: ThresholdDocument) -> Iterator[str]:
    """What the document says in sentences of its own, its questions aside."""
    yield from document.statements.values()
    yield from (action.do for action in document.actions)
    yield from (contact.name for contact in document.contacts)
    yield from (outcome.name for outcome in document.outcomes)
    yield from (stage.who for stage in document.escalation)
    yield from (rule.because for rule in document.rules)
    for level in document.levels:
        yield level.meaning
        yield from (text for text in (level.consent.text if level.consent else None,) if text)
