"""Text of a YAML file to plain values, with the place of each value and key beside them.

PyYAML only splits the text into events. Building is our own: nothing is guessed (`no` and `12:30`
stay text), nothing is shared or run, and every size has a limit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from threshold_tool.documents import characters
from threshold_tool.documents.yaml_mistakes import explain
from threshold_tool.problems import Location, Problem, Severity, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from yaml.error import Mark
    from yaml.events import Event

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

_MOST_PROBLEMS = 200
# Reading goes on past the depth limit to find other problems, but a parser slows down with depth.
_HOPELESS_DEPTH = 4
_QUOTE_LENGTH = 60
_IF_TEXT = "If it is meant as text, put the text in quotes."
_TAG = re.compile(r"![^\s,\[\]{}]*")


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a file may hold: bytes in all, collections inside each other, values and keys in all,
    and characters in one text."""

    bytes: int
    depth: int
    nodes: int
    scalar: int


DOCUMENT_LIMITS = Limits(bytes=2_000_000, depth=16, nodes=50_000, scalar=20_000)
CASE_LIMITS = Limits(bytes=2_000_000, depth=16, nodes=50_000, scalar=200_000)


@dataclass(slots=True)
class SourceMap:
    """Where a value stands, in a tree parallel to the values.

    `key` is the place of the key that leads here; the top value and list items have none.
    `children` are by key, or by index from 0. Trees of several files can be mixed, because every
    location names its file.
    """

    location: Location
    key: Location | None = None
    children: dict[str | int, SourceMap] = field(default_factory=dict)

    def nearest(self, path: Sequence[str | int]) -> Location:
        """Place of the value at `path`, or of its nearest known ancestor."""
        return self._reached(path).location

    def nearest_key(self, path: Sequence[str | int]) -> Location:
        """Place of the key naming that value or ancestor; of itself where it has no key."""
        reached = self._reached(path)
        return reached.key or reached.location

    def _reached(self, path: Sequence[str | int]) -> SourceMap:
        here = self
        for step in path:
            if step not in here.children:
                break
            here = here.children[step]
        return here


@dataclass(frozen=True)
class Source:
    """What a file says.

    `values` is None when the reading could not be finished; `problems` then says why. Where
    something was refused but the reading went on, the value is None (an alias, too deep) or left out
    (a second key of the same name, a merge key, a key that is not text).
    """

    values: Value
    places: SourceMap
    problems: tuple[Problem, ...]


def read_source(data: bytes, file: str, limits: Limits = DOCUMENT_LIMITS) -> Source:
    """The values, places and problems of a YAML file.

    `data` is the file's bytes, `file` the name to give in locations. Every scalar stays the text its
    author typed, but an empty one without quotes is None. Never raises because of the data.
    """
    try:
        text = _decoded(data, file, limits)
    except _Refused as refused:
        return Source(None, SourceMap(Location(file)), (refused.problem,))
    return _Reading(text, file, limits).source()


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Ended(Exception):
    """The rest of the file is not worth reading; the problem that says why is already listed."""


def _decoded(data: bytes, file: str, limits: Limits) -> str:
    if len(data) > limits.bytes:
        most = f"{limits.bytes / 1_000_000:g} MB"
        message = f"The file has more than {most}, the most that can be read."
        raise _Refused(Problem("too-large", message, Location(file)))
    utf8_hint = "Save the file again with the encoding UTF-8; most editors offer this under Save As."
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in data[:2]:
        message = "The file is saved as UTF-16 and not as UTF-8."
        raise _Refused(Problem("not-utf8", message, Location(file), hint=utf8_hint))
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        place = Location(file, *characters.LinePlaces(before).of(len(before)))
        message = f"The file is not UTF-8 text: the byte {data[error.start]:02X} here is no part of a letter."
        raise _Refused(Problem("not-utf8", message, place, hint=utf8_hint)) from None


class _Name(NamedTuple):
    """A key whose value is awaited; without text, that value is dropped."""

    text: str | None
    location: Location


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet."""

    value: list[Value] | dict[str, Value]
    places: SourceMap
    name: _Name | None = None


class _Reading:
    """One pass over a file's events."""

    def __init__(self, text: str, file: str, limits: Limits) -> None:
        self._text = text
        self._lines = characters.LinePlaces(text)
        self._file = file
        self._limits = limits
        self._open: list[_Open] = []
        self._values: Value = None
        self._places = SourceMap(Location(file))
        self._problems: list[Problem] = []
        self._nodes = 0
        self._documents = 0
        self._read_up_to = 0
        self._has_tabs = "\t" in text
        self._texts: list[tuple[int, int]] = []

    def source(self) -> Source:
        try:
            self._check_characters()
            self._read_events()
            self._check_tabs()
            self._check_not_empty()
        except _Ended:
            self._values = None
        return Source(self._values, self._places, in_reading_order(self._problems))

    def _read_events(self) -> None:
        # Without the C library the same events come more slowly.
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            for event in yaml.parse(self._text, Loader=loader):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            self._values = None
            self._add(explain(error, self._text, self._file))
        except (yaml.YAMLError, ValueError, OverflowError):
            # PyYAML without its C library lets numbers of escapes that are too high through to Python.
            self._values = None
            place = Location(self._file, self._lines.of(self._read_up_to)[0])
            self._add(Problem("syntax", "The file cannot be read as YAML from about this line on.", place))

    def _take(self, event: Event) -> None:
        end = _end(event).index
        if end > self._read_up_to:
            self._read_up_to = end
        if isinstance(event, NodeEvent):
            self._check_node(event)
        if isinstance(event, ScalarEvent):
            if self._has_tabs:
                self._texts.append((_start(event).index, end))
            self._put(self._scalar(event), event)
        elif isinstance(event, AliasEvent):
            self._put(None, event)
        elif isinstance(event, CollectionStartEvent):
            self._start(event)
        elif isinstance(event, CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, DocumentStartEvent):
            self._check_document(event)

    # Where a value goes

    def _start(self, event: CollectionStartEvent) -> None:
        depth = len(self._open) + 1
        if depth > self._limits.depth * _HOPELESS_DEPTH:
            raise _Ended
        if depth == self._limits.depth + 1:
            message = f"This is nested more than {self._limits.depth} levels deep, the most that can be read."
            self._report("too-deep", message, event, hint="Check for brackets or dashes that are not meant.")
        value: list[Value] | dict[str, Value] = [] if isinstance(event, SequenceStartEvent) else {}
        place = self._put(value if depth <= self._limits.depth else None, event)
        self._open.append(_Open(value, place))

    def _put(self, value: Value, event: NodeEvent) -> SourceMap:
        location = self._location(event)
        if not self._open:
            self._values, self._places = value, SourceMap(location)
            return self._places
        within = self._open[-1]
        if isinstance(within.value, list):
            within.value.append(value)
            return _placed(within, len(within.value) - 1, SourceMap(location))
        if within.name is None:
            within.name = _Name(self._key_text(value, event, within.places), location)
            return SourceMap(location)
        name, within.name = within.name, None
        if name.text is None:
            return SourceMap(location, name.location)
        within.value[name.text] = value
        return _placed(within, name.text, SourceMap(location, name.location))

    def _key_text(self, key: Value, event: NodeEvent, among: SourceMap) -> str | None:
        if isinstance(event, AliasEvent):
            return None
        if not isinstance(key, str):
            self._report("key-not-text", "The name before a colon must be text.", event, hint=_IF_TEXT)
            return None
        if key == "<<" and isinstance(event, ScalarEvent) and not event.style:
            hint = "Write out the keys that should be here."
            self._report("merge-key", "Merging with `<<` is not allowed.", event, hint=hint)
            return None
        if key in among.children:
            first = among.children[key].key
            line = first.line if first else None
            message = f"`{_shortened(key)}` is here a second time; it is already on line {line}."
            hint = "Keep one of the two."
            self._report("duplicate-key", message, event, about=(_shortened(key),), hint=hint)
            return None
        return key

    # What a value says

    def _scalar(self, event: ScalarEvent) -> str | None:
        value: str = event.value
        if not value and not event.style:
            return None
        if len(value) > self._limits.scalar:
            most = f"{self._limits.scalar:,}"
            message = f"This text has {len(value):,} characters; the most that can be read is {most}."
            hint = "Shorten it. If it should be shorter already, a closing quote is missing."
            self._report("text-too-long", message, event, hint=hint)
        # Elsewhere backslashes mean nothing, and the characters of the file itself are checked before.
        if event.style == '"' and characters.forbidden_in_value(value):
            self._check_escapes(event)
            value = characters.blanked_value(value)
        if not event.style and _start(event).line != _end(event).line:
            self._check_dash_in_text(event)
        return value

    def _check_escapes(self, event: ScalarEvent) -> None:
        start = _start(event).index
        for index, character in characters.forbidden_escapes(self._text[start : _end(event).index]):
            self._report_character(start + index, character)

    def _check_dash_in_text(self, event: ScalarEvent) -> None:
        dash = re.search(r"[\r\n] *-", self._text[_start(event).index : _end(event).index])
        if dash:
            line, column = self._lines.of(_start(event).index + dash.end() - 1)
            first = _start(event).line + 1
            message = f"This dash is read as part of the text that starts on line {first}."
            hint = "To start a list item, line the dash up with the others and put a space after it."
            place = Location(self._file, line, column)
            self._add(Problem("dash-in-text", message, place, Severity.WARNING, hint=hint))

    # What the file may not hold

    def _check_node(self, event: NodeEvent) -> None:
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            most = f"{self._limits.nodes:,}"
            message = f"The file has more than {most} values and keys, the most that can be read."
            self._report("too-many-nodes", message, event)
            raise _Ended
        if event.anchor is not None:
            alias = isinstance(event, AliasEvent)
            code, mark = ("alias", "*") if alias else ("anchor", "&")
            message = f"The {code} `{mark}{_shortened(event.anchor)}` is not allowed."
            self._report(code, message, event, hint=_IF_TEXT)
        if isinstance(event, (ScalarEvent, CollectionStartEvent)) and event.tag is not None:
            written = _TAG.search(self._text, _start(event).index)
            message = f"The tag `{_shortened(written[0] if written else event.tag)}` is not allowed."
            self._report("tag", message, event, hint=_IF_TEXT)

    def _check_document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            message = "A second document starts here; a file holds one."
            hint = "Remove the line `---`, or move what follows into a file of its own."
            self._report("several-documents", message, event, hint=hint)
            raise _Ended
        if self._text.startswith("%", _start(event).index):
            message = "Lines that start with `%` are instructions to YAML and are not allowed."
            self._report("directive", message, event, hint="Remove the line.")

    def _check_characters(self) -> None:
        forbidden = list(characters.forbidden_in_file(self._text))
        if forbidden:
            self._text = characters.blanked(self._text)
        for index, character in forbidden:
            self._report_character(index, character)

    def _report_character(self, index: int, character: str) -> None:
        message = f"The character {characters.described(character)} is not allowed."
        hint = "Remove it or type the text again. Pasted bullets and symbols often hide such characters."
        place = Location(self._file, *self._lines.of(index))
        self._add(Problem("forbidden-character", message, place, hint=hint))

    def _check_tabs(self) -> None:
        """Reports each line's first tab outside texts and comments, as far as the file was read."""
        reported = 0
        for tab in re.finditer("\t", self._text[: self._read_up_to]):
            line, column = self._lines.of(tab.start())
            if line == reported or self._in_text_or_comment(tab.start(), column):
                continue
            reported = line
            place = Location(self._file, line, column)
            self._add(Problem("tab", "There is a tab here.", place, hint="Use spaces instead of the tab."))

    def _in_text_or_comment(self, index: int, column: int) -> bool:
        gap_start = index - column + 1
        before = bisect_right(self._texts, (index, len(self._text))) - 1
        if before >= 0:
            end = self._texts[before][1]
            if index < end:
                return True
            gap_start = max(gap_start, end)
        return "#" in self._text[gap_start:index]

    def _check_not_empty(self) -> None:
        if self._values is None and not self._problems:
            self._add(Problem("empty-file", "The file is empty.", Location(self._file)))

    def _location(self, event: Event) -> Location:
        mark = _start(event)
        return Location(self._file, mark.line + 1, mark.column + 1)

    def _report(
        self, code: str, message: str, event: Event, *, hint: str | None = None, about: tuple[str, ...] = ()
    ) -> None:
        self._add(Problem(code, message, self._location(event), about=about, hint=hint))

    def _add(self, problem: Problem) -> None:
        self._problems.append(problem)
        if len(self._problems) >= _MOST_PROBLEMS:
            message = f"There are more problems than the {_MOST_PROBLEMS} listed."
            hint = "Put these right, then check the file again."
            self._problems.append(Problem("too-many-problems", message, Location(self._file), hint=hint))
            raise _Ended


_start: Callable[[Event], Mark] = attrgetter("start_mark")
_end: Callable[[Event], Mark] = attrgetter("end_mark")


def _placed(within: _Open, step: str | int, place: SourceMap) -> SourceMap:
    within.places.children[step] = place
    return place


def _shortened(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _QUOTE_LENGTH else one_line[:_QUOTE_LENGTH] + "…"
