"""What a person would call a place in a file: `` The rule `three-themes` ``, `` `cite` ``, `` Entry 2 of `use` ``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threshold_tool.documents.shapes import Path

_ENTRIES = {
    "levels": "level",
    "bands": "band",
    "actions": "action",
    "contacts": "contact",
    "outcomes": "outcome",
    "escalation": "escalation stage",
    "domains": "domain",
    "themes": "theme",
    "questions": "question",
    "answers": "answer",
    "sections": "section",
    "rules": "rule",
    "exceptions": "exception",
    "children": "child",
    "people": "person",
}
_BY_CHILD = ("own_view", "own_view_because", "views", "consent", "decision", "follow_up", "notes")
_MOST_SHOWN = 60


def named(path: Path, root: object, whole: str = "The file") -> str:
    """The subject of a sentence about the value at `path` in `root`; `whole` is what the root is called."""
    if not path:
        return whole
    last = path[-1]
    if isinstance(last, str):
        return _named_by_key(path, last)
    owner = next((step for step in reversed(path) if isinstance(step, str)), "")
    own = _id_of(path, root)
    if own is not None and owner in _ENTRIES:
        return f"The {_ENTRIES[owner]} `{short(own)}`"
    return f"Entry {last + 1} of `{owner}`" if owner else f"Entry {last + 1}"


def _named_by_key(path: Path, key: str) -> str:
    match path:
        case ("placements", question, _):
            return f"The placement `{short(f'{question}={key}')}`"
        case (owner, _) if owner in _BY_CHILD:
            return f"`{short(key)}` in `{owner}`"
        case _:
            return f"`{short(key)}`"


def _id_of(path: Path, root: object) -> str | None:
    """The `id` or `ref` that the entry at `path` gives itself."""
    here: object = root
    for step in path:
        if isinstance(here, Mapping):
            here = here.get(step)
        elif isinstance(here, list | tuple) and isinstance(step, int) and step < len(here):
            here = here[step]
    if not isinstance(here, Mapping):
        return None
    own = here.get("id", here.get("ref"))
    return own if isinstance(own, str) and own.strip() else None


def shown(given: object) -> str:
    """A value for the end of a sentence: the text as typed, or the shape of anything else."""
    if isinstance(given, Mapping):
        return "a set of `key: value` lines"
    if isinstance(given, list | tuple):
        return "a list"
    return f"`{short(given)}`" if isinstance(given, str) and given.strip() else "empty"


def short(text: str) -> str:
    """A text for a message: on one line, and cut when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _MOST_SHOWN else f"{line[:_MOST_SHOWN]}…"
