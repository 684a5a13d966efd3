"""What is written otherwise in a new edition, field by field, whether or not it changes anything for a child."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.documents.loaded import LoadedDocument

Sort = Literal["clause", "setting", "wording"]
"""A clause can matter to a level or an action, a setting to what is done, wording only to how it reads."""

_WORDING = frozenset(
    {"title", "board", "ask", "why", "look_for", "text", "name", "meaning", "because", "cite", "do", "note"}
)
_ALL_WORDING = frozenset({"statements", "glossary"})
_CLAUSES = frozenset({"placements", "rules", "when_nothing_matches", "when_too_little_is_known"})
_OF_EVERY_EDITION = frozenset({"format", "id", "edition", "extends", "changes", "use", "remove", "questions"})


@dataclass(frozen=True, slots=True)
class Rewritten:
    """One field that is not the same. `before` or `after` is None where it is not there at all."""

    sort: Sort
    place: tuple[str, ...]
    before: str | None
    after: str | None


def rewritten(old: LoadedDocument, new: LoadedDocument) -> tuple[Rewritten, ...]:
    """Everything that is written otherwise: clauses first, then settings, then wording, each in the document's order.

    The number and date of an edition, and its list of changes, are left out.
    """
    before, after = _fields(old), _fields(new)
    places = dict.fromkeys((*before, *after))
    found = [
        Rewritten(_sort(place), place, before.get(place), after.get(place))
        for place in places
        if before.get(place) != after.get(place)
    ]
    order: tuple[Sort, ...] = ("clause", "setting", "wording")
    return tuple(sorted(found, key=lambda one: order.index(one.sort)))


def _fields(loaded: LoadedDocument) -> dict[tuple[str, ...], str]:
    document = loaded.document.model_dump(mode="json", by_alias=True, exclude_none=True)
    fields: dict[tuple[str, ...], str] = {}
    for key, value in document.items():
        if key not in _OF_EVERY_EDITION:
            fields.update(_leaves((key,), value))
    asked = {question.id: question for question in loaded.questions.values()}
    for question_id, question in asked.items():
        data = question.model_dump(mode="json", by_alias=True, exclude_none=True)
        fields.update(_leaves(("questions", question_id), {key: own for key, own in data.items() if key != "id"}))
    return fields


def _leaves(place: tuple[str, ...], value: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict) and not _is_condition(place):
        for key, inner in value.items():
            yield from _leaves((*place, str(key)), inner)
    elif isinstance(value, list) and value and all(isinstance(one, dict) and "id" in one for one in value):
        for one in value:
            yield from _leaves((*place, str(one["id"])), {key: own for key, own in one.items() if key != "id"})
        yield (*place, "in this order"), ", ".join(str(one["id"]) for one in value)
    elif value not in (None, [], {}, False, ""):
        yield place, _plain(value)


def _is_condition(place: tuple[str, ...]) -> bool:
    return place[-1] in {"when", "ask_when", "unless"}


def _plain(value: Any) -> str:
    """A value in one line, as an author would write it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_plain(own)}" for key, own in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_plain, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(str(value).split())


def _sort(place: tuple[str, ...]) -> Sort:
    if place[0] in _ALL_WORDING or place[-1] in _WORDING:
        return "wording"
    return "clause" if place[0] in _CLAUSES or place[0] == "questions" else "setting"
