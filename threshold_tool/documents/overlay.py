"""Laying one document over another (`extends`), value by value, with every place kept.

The result is an ordinary document, checked like one that was written whole; a problem in a line that
came from the parent points into the parent's file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from threshold_tool.documents.naming import short, shown
from threshold_tool.documents.source import SourceMap, Value
from threshold_tool.problems import Location, Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

LISTS_BY_ID = ("levels", "contacts", "actions", "rules")
"""Lists whose entries an overlay replaces one by one."""

OVERLAY_KEYS = ("extends", "remove")


@dataclass(frozen=True, slots=True)
class Tree:
    """A value together with the places of all its parts."""

    value: Value
    places: SourceMap

    def entries(self) -> Iterator[tuple[str, Tree]]:
        """The entries of a mapping, in order; none for any other value."""
        if isinstance(self.value, dict):
            for key, part in self.value.items():
                yield key, Tree(part, self.places.children[key])

    def items(self) -> Iterator[Tree]:
        """The items of a list, in order; none for any other value."""
        if isinstance(self.value, list):
            for index, part in enumerate(self.value):
                yield Tree(part, self.places.children[index])

    def get(self, key: str) -> Tree | None:
        """One entry of a mapping."""
        if isinstance(self.value, dict) and key in self.value:
            return Tree(self.value[key], self.places.children[key])
        return None

    @property
    def id(self) -> str | None:
        """The `id` of a mapping that has one."""
        own = self.get("id")
        return own.value if own and isinstance(own.value, str) else None


def _mapping(entries: dict[str, Tree], places: SourceMap) -> Tree:
    children: dict[str | int, SourceMap] = {key: part.places for key, part in entries.items()}
    return Tree({key: part.value for key, part in entries.items()}, SourceMap(places.location, places.key, children))


def _sequence(items: list[Tree], places: SourceMap) -> Tree:
    children: dict[str | int, SourceMap] = {index: part.places for index, part in enumerate(items)}
    return Tree([part.value for part in items], SourceMap(places.location, places.key, children))


@dataclass
class Overlay:
    """One laying of a document over its parent; `problems` fills as it goes."""

    parent: Tree
    own: Tree
    problems: list[Problem] = field(default_factory=list)

    def apply(self) -> Tree:
        """The document that results: the parent's, with this one's entries in their place."""
        merged = self._without_removed(dict(self.parent.entries()))
        for key, part in self.own.entries():
            if key not in OVERLAY_KEYS:
                merged[key] = self._merge(key, merged.get(key), part)
        return _mapping(merged, self.own.places)

    def _merge(self, key: str, old: Tree | None, new: Tree) -> Tree:
        if key in LISTS_BY_ID and isinstance(new.value, list):
            return self._merge_list(key, old, new)
        if key == "placements" and isinstance(new.value, dict):
            return self._merge_placements(old, new)
        if key == "statements" and isinstance(new.value, dict):
            return _mapping({**self._old_entries(old), **dict(new.entries())}, new.places)
        return new

    def _old_entries(self, old: Tree | None) -> dict[str, Tree]:
        """The entries that the parent has; one that is not a mapping must not be lost without a word."""
        if old is not None and not isinstance(old.value, dict):
            self._report("wrong-shape", "This must be a set of `key: value` lines.", old.places.location)
        return dict(old.entries()) if old else {}

    def _merge_placements(self, old: Tree | None, new: Tree) -> Tree:
        merged = self._old_entries(old)
        for question, answers in new.entries():
            before = merged.get(question)
            if isinstance(answers.value, dict) and before is not None:
                both = {**self._old_entries(before), **dict(answers.entries())}
                merged[question] = _mapping(both, answers.places)
            else:
                merged[question] = answers
        return _mapping(merged, new.places)

    def _merge_list(self, key: str, old: Tree | None, new: Tree) -> Tree:
        if old is not None and not isinstance(old.value, list):
            self._report("wrong-shape", f"`{key}` must be a list.", old.places.location)
        merged = list(old.items()) if old else []
        seen: set[str] = set()
        for item in new.items():
            if item.id in seen:
                self._report("duplicate-id", f"`{short(item.id)}` stands twice in `{key}`.", item.places.location)
            elif key == "levels":
                self._put_level(merged, item)
            else:
                _put(merged, item)
            seen |= {item.id} if item.id else set()
        return _sequence(merged, new.places)

    def _put_level(self, levels: list[Tree], level: Tree) -> None:
        above = level.get("above")
        if above is None and _position(levels, level.id) is None and level.id is not None:
            message = f"The new level `{short(level.id)}` does not say which level it stands above."
            hint = "Add `above:` with the id of the level below it."
            self._report("level-above", message, level.places.location, hint)
        if above is None:
            _put(levels, level)
            return
        plain = _mapping({k: part for k, part in level.entries() if k != "above"}, level.places)
        if _position(levels, level.id) is not None:
            message = "`above` is for a new level; the parent has this one already, in its place."
            self._report("level-above", message, above.places.key or above.places.location, "Take `above` out.")
            _put(levels, plain)
        else:
            levels.insert(self._place_above(levels, above), plain)

    def _place_above(self, levels: list[Tree], above: Tree) -> int:
        """The index at which a level stands that is to be above the one named."""
        name = above.value if isinstance(above.value, str) else None
        below = _position(levels, name)
        if below is not None:
            return below + 1
        known = [level.id for level in levels if level.id]
        message = f"There is no level {shown(name)} to stand above."
        self._report("unknown-level", message, above.places.location, did_you_mean(name or "", known))
        return len(levels)

    def _without_removed(self, merged: dict[str, Tree]) -> dict[str, Tree]:
        removals = self.own.get("remove")
        if removals is not None and not isinstance(removals.value, list):
            message = f"`remove` must be a list of ids; here it is {shown(removals.value)}."
            self._report("wrong-shape", message, removals.places.location)
        for removal in removals.items() if removals else ():
            name, place = removal.value, removal.places.location
            if not isinstance(name, str):
                self._report("wrong-shape", f"An entry of `remove` must be an id; here it is {shown(name)}.", place)
            elif not _drop_placement(merged, name):
                self._drop_entry(merged, name, place)
        return merged

    def _drop_entry(self, merged: dict[str, Tree], name: str, place: Location) -> None:
        """Drops an entry, named by its id alone or, where two lists have it, as `rules=ID`."""
        wanted, _, entry = name.rpartition("=")
        having = [key for key in (*LISTS_BY_ID, "statements") if wanted in ("", key) and _has(merged.get(key), entry)]
        if not having:
            hint = "Write the id of a level, contact, action, rule or statement, or `question=answer` for a placement."
            self._report("nothing-to-remove", f"The parent has no {shown(name)} to remove.", place, hint)
        elif len(having) > 1:
            places = " and in ".join(f"`{key}`" for key in having)
            message = f"`{short(entry)}` is in {places}, so it is unclear what to remove."
            self._report("unclear-removal", message, place, f"Write `{having[0]}={short(entry)}` to remove that one.")
        else:
            merged[having[0]] = _without(merged[having[0]], entry)

    def _report(self, code: str, message: str, location: Location, hint: str | None = None) -> None:
        self.problems.append(Problem(code, message, location, hint=hint))


def _position(entries: list[Tree], wanted: str | None) -> int | None:
    if wanted is None:
        return None
    return next((at for at, entry in enumerate(entries) if entry.id == wanted), None)


def _put(entries: list[Tree], entry: Tree) -> None:
    """In the place of the entry of the same id, or at the end."""
    position = _position(entries, entry.id)
    if position is None:
        entries.append(entry)
    else:
        entries[position] = entry


def _drop_placement(merged: dict[str, Tree], name: str) -> bool:
    question, _, answer = name.partition("=")
    placements = merged.get("placements")
    answers = placements.get(question) if placements else None
    if placements is None or answers is None or answers.get(answer) is None:
        return False
    rest = _without(answers, answer)
    kept = {k: rest if k == question else part for k, part in placements.entries() if k != question or rest.value}
    merged["placements"] = _mapping(kept, placements.places)
    return True


def _has(entries: Tree | None, wanted: str) -> bool:
    """Whether a list has an entry of this id, or a mapping this key."""
    return entries is not None and (
        entries.get(wanted) is not None or any(entry.id == wanted for entry in entries.items())
    )


def _without(entries: Tree, unwanted: str) -> Tree:
    """A list without the entry of this id, or a mapping without this key."""
    if isinstance(entries.value, dict):
        return _mapping({k: part for k, part in entries.entries() if k != unwanted}, entries.places)
    return _sequence([entry for entry in entries.items() if entry.id != unwanted], entries.places)
