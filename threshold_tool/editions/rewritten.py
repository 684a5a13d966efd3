"""What is written otherwise in a new edition, field by field, whether or not it changes anything for a child."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from threshold_tool.documents.loaded import LoadedDocument

Sort = Literal["clause", "setting", "wording"]
"""A clause can matter to a level or an action, a setting to what is done, wording only to how it reads."""

Place = tuple[str, ...]

ORDER = "order"
"""The last part of the place where things that both editions have come in another order."""

_WORDING = frozenset(
    {"title", "board", "ask", "why", "look_for", "text", "name", "meaning", "because", "cite", "do", "note"}
)
_ALL_WORDING = frozenset({"statements", "glossary"})
_CLAUSES = frozenset({"placements", "rules", "questions", "when_nothing_matches", "when_too_little_is_known"})
_OF_EVERY_EDITION = frozenset({"format", "id", "edition", "extends", "changes", "use", "remove", "questions"})
_TELLING = ("ask", "name", "do", "who", "text")
_LONG_LIST = 6
_NOTHING: tuple[Any, ...] = (None, [], {}, False, "")


@dataclass(frozen=True, slots=True)
class Rewritten:
    """One field, or one whole entry, that is not the same; None where an edition has not got it."""

    sort: Sort
    place: Place
    before: str | None
    after: str | None


def rewritten(old: LoadedDocument, new: LoadedDocument) -> tuple[Rewritten, ...]:
    """Everything that is written otherwise: clauses first, then settings, then wording, each in the document's order.

    A rule, question, contact or the like that one edition alone has is one entry, whatever it consists of.
    The number of an edition and its list of changes are left out.
    """
    before, after = _Fields(old), _Fields(new)
    whole = {place for place in before.entries.keys() ^ after.entries.keys() if not _within(place, before, after)}
    found = [
        _entry(place, before, after) for place in dict.fromkeys((*before.entries, *after.entries)) if place in whole
    ]
    for place in dict.fromkeys((*before.leaves, *after.leaves)):
        if not any(place[: len(entry)] in whole for entry in _starts(place)):
            found += _leaf(place, before.leaves.get(place), after.leaves.get(place))
    order: tuple[Sort, ...] = ("clause", "setting", "wording")
    return tuple(sorted(found, key=lambda one: order.index(one.sort)))


class _Fields:
    """A document taken apart: `entries` have an id, or are placements; `leaves` are what cannot be taken apart."""

    def __init__(self, loaded: LoadedDocument) -> None:
        self.entries: dict[Place, Any] = {}
        self.leaves: dict[Place, Any] = {}
        for key, value in _data(loaded.document).items():
            if key not in _OF_EVERY_EDITION:
                self._take_apart((key,), value)
        for question in loaded.questions.values():
            self._entry(("questions", question.id), _data(question))

    def _entry(self, place: Place, value: Mapping[str, Any]) -> None:
        self.entries[place] = own = {key: inner for key, inner in value.items() if key != "id"}
        for key, inner in own.items():
            self._take_apart((*place, key), inner)

    def _take_apart(self, place: Place, value: Any) -> None:
        if place[0] == "placements" and len(place) == 3:
            self._entry(place, value)
        elif isinstance(value, dict) and place[-1] not in {"when", "ask_when", "unless"}:
            for key, inner in value.items():
                self._take_apart((*place, str(key)), inner)
        elif isinstance(value, list) and value and all(isinstance(one, dict) and "id" in one for one in value):
            for one in value:
                self._entry((*place, str(one["id"])), one)
            self.leaves[*place, ORDER] = [str(one["id"]) for one in value]
        elif value not in _NOTHING:
            self.leaves[place] = value


def _data(model: Any) -> dict[str, Any]:
    data: dict[str, Any] = model.model_dump(mode="json", by_alias=True, exclude_none=True)
    return data


def _starts(place: Place) -> Iterator[Place]:
    return (place[:length] for length in range(1, len(place) + 1))


def _within(place: Place, before: _Fields, after: _Fields) -> bool:
    """Whether an entry is part of another that one edition alone has."""
    return any((start in before.entries) != (start in after.entries) for start in _starts(place) if start != place)


def _entry(place: Place, before: _Fields, after: _Fields) -> Rewritten:
    said = [_summary(fields.entries[place]) if place in fields.entries else None for fields in (before, after)]
    return Rewritten(_sort(place, ""), place, *said)


def _summary(entry: Mapping[str, Any]) -> str:
    """What tells an entry from others, or all of it where it has no words of its own."""
    telling = next((entry[key] for key in _TELLING if key in entry), None)
    said = {key: value for key, value in entry.items() if value not in _NOTHING}
    return _plain(said if telling is None else telling)


def _leaf(place: Place, before: Any, after: Any) -> Iterator[Rewritten]:
    if place[-1] == ORDER and isinstance(before, list) and isinstance(after, list):
        before, after = [one for one in before if one in after], [one for one in after if one in before]
    elif place[-1] == ORDER:
        return
    if before == after:
        return
    shown = before, after
    if isinstance(before, list) and isinstance(after, list) and max(len(before), len(after)) > _LONG_LIST:
        shown = _apart(before, after)
    said = [None if one is None else _plain(one) for one in shown]
    yield Rewritten(_sort(place[:-1] if place[-1] == ORDER else place, place[-1]), place, *said)


def _apart(before: list[Any], after: list[Any]) -> tuple[list[Any], list[Any]]:
    """The stretch of two long lists that is not the same, with dots for what is left out."""
    start = next((at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), None)
    start = min(len(before), len(after)) if start is None else start
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return _stretch(before, start, end), _stretch(after, start, end)


def _stretch(whole: list[Any], start: int, end: int) -> list[Any]:
    return [*["..."][:start], *whole[start : len(whole) - end], *["..."][:end]]


def _plain(value: Any) -> str:
    """A value in one line, as an author would write it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_plain(own)}" for key, own in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_plain, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(str(value).split())


def _sort(place: Place, field: str) -> Sort:
    if place[0] in _ALL_WORDING or field in _WORDING or (field == ORDER and place[0] == "rules"):
        return "wording"
    return "clause" if place[0] in _CLAUSES or _is_scale(place, field) else "setting"


def _is_scale(place: Place, field: str) -> bool:
    """Whether it says which levels there are, and in which order."""
    return place[0] == "levels" and ((field == "" and len(place) == 2) or place == ("levels",))
