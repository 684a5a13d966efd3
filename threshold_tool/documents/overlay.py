"""Laying one document over another (`extends`), value by value, with every place kept.

The result is an ordinary document, checked like one that was written whole; a problem in a line that
came from the parent points into the parent's file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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
        merged = dict(self.parent.entries())
        for key, part in self.own.entries():
            if key in OVERLAY_KEYS:
                continue
            merged[key] = self._merge(key, merged.get(key), part)
        self._remove(merged)
        return _mapping(merged, self.own.places)

    def _merge(self, key: str, old: Tree | None, new: Tree) -> Tree:
        if key in LISTS_BY_ID and isinstance(new.value, list):
            return self._merge_list(key, old, new)
        if old is None:
            return new
        if key == "placements":
            return self._merge_placements(old, new)
        if key == "statements":
            return _mapping({**dict(old.entries()), **dict(new.entries())}, new.places)
        return new

    def _merge_placements(self, old: Tree, new: Tree) -> Tree:
        merged = dict(old.entries())
        for question, answers in new.entries():
            before = merged.get(question)
            if before is None:
                merged[question] = answers
            else:
                merged[question] = _mapping({**dict(before.entries()), **dict(answers.entries())}, answers.places)
        return _mapping(merged, new.places)

    def _merge_list(self, key: str, old: Tree | None, new: Tree) -> Tree:
        merged = list(old.items()) if old else []
        for item in new.items():
            position = next((i for i, before in enumerate(merged) if before.id == item.id), None)
            if key == "levels":
                self._put_level(merged, position, item)
            elif position is None:
                merged.append(item)
            else:
                merged[position] = item
        return _sequence(merged, new.places)

    def _put_level(self, levels: list[Tree], position: int | None, level: Tree) -> None:
        above = level.get("above")
        plain = _mapping({k: part for k, part in level.entries() if k != "above"}, level.places)
        if position is not None:
            if above:
                self._report(
                    "level-above",
                    "`above` is for a new level; this one is in the parent",
                    above.places.location,
                )
            levels[position] = plain
            return
        if above is None:
            self._report(
                "level-above",
                f"The new level `{level.id}` does not say which level it stands above",
                level.places.location,
                hint="Add `above:` with the id of the level below it.",
            )
            levels.append(plain)
            return
        below = next((i for i, before in enumerate(levels) if before.id == above.value), None)
        if below is None:
            self._report(
                "unknown-level",
                f"There is no level `{above.value}` to stand above",
                above.places.location,
                hint=did_you_mean(str(above.value), [before.id for before in levels if before.id]),
            )
            below = len(levels) - 1
        levels.insert(below + 1, plain)

    def _remove(self, merged: dict[str, Tree]) -> None:
        removals = self.own.get("remove")
        if removals is None:
            return
        if not isinstance(removals.value, list):
            self._report("wrong-shape", "`remove` is a list of ids", removals.places.location)
        for removal in removals.items():
            name = removal.value if isinstance(removal.value, str) else ""
            dropped = self._drop_placement(merged, name) if "=" in name else self._drop_entry(merged, name)
            if not dropped:
                self._report(
                    "nothing-to-remove",
                    f"The parent has no `{name}` to remove",
                    removal.places.location,
                    hint="A placement is written `question=answer`.",
                )

    def _drop_placement(self, merged: dict[str, Tree], name: str) -> bool:
        question, _, answer = name.partition("=")
        placements = merged.get("placements")
        answers = placements.get(question) if placements else None
        if placements is None or answers is None or answers.get(answer) is None:
            return False
        kept = _mapping({k: part for k, part in answers.entries() if k != answer}, answers.places)
        rest = {k: part for k, part in placements.entries() if k != question}
        merged["placements"] = _mapping({**rest, question: kept} if kept.value else rest, placements.places)
        return True

    def _drop_entry(self, merged: dict[str, Tree], name: str) -> bool:
        dropped = False
        for key in LISTS_BY_ID:
            entries = merged.get(key)
            if entries and any(item.id == name for item in entries.items()):
                merged[key] = _sequence([item for item in entries.items() if item.id != name], entries.places)
                dropped = True
        statements = merged.get("statements")
        if statements and statements.get(name):
            rest = {k: part for k, part in statements.entries() if k != name}
            merged["statements"] = _mapping(rest, statements.places)
            dropped = True
        return dropped

    def _report(self, code: str, message: str, location: Location, hint: str | None = None) -> None:
        self.problems.append(Problem(code, message, location, hint=hint))
