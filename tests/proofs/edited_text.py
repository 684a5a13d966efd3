"""A document's text while faults are planted in it: as a person edits it, line by line, every other line left alone.

A path names a part by its keys and places: `("rules", 3, "level")`.
"""

from __future__ import annotations

import json
from textwrap import indent
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from typing import TypeAlias

    from yaml import Mark

    Node: TypeAlias = Any  # of a YAML file; of which kind follows from the path

Path = tuple[str | int, ...]


class EditedText:
    """The text of a YAML file, and edits of it by path. Lines count from 1, as in messages."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._root: Node = yaml.compose(text, Loader=yaml.SafeLoader)

    def has(self, path: Path) -> bool:
        """Say whether there is such a part."""
        try:
            self._value(path)
        except KeyError:
            return False
        return True

    def value(self, path: Path) -> Any:
        """Return a part with every scalar as text."""
        return _plain(self._value(path))

    def line(self, path: Path) -> int:
        """Return the line on which a value begins."""
        return int(self._value(path).start_mark.line) + 1

    def key_line(self, path: Path) -> int:
        """Return the line of the key that names a value."""
        return int(self._key(path).start_mark.line) + 1

    def set(self, path: Path, value: str) -> None:
        """Put another scalar in the place of one."""
        node = self._value(path)
        self._splice(node.start_mark, node.end_mark, json.dumps(value))

    def add_key(self, path: Path, key: str, value: Any) -> None:
        """Add a key with its value to a mapping, first, or second where a dash stands before the first."""
        mapping = self._value(path)
        if mapping.flow_style:
            start = mapping.start_mark.index + 1
            self._write(self.text[:start] + f"{key}: {json.dumps(value)}, " + self.text[start:])
        else:
            in_list = self.text[: mapping.start_mark.index].endswith("- ")
            neighbour = mapping.value[1 if in_list else 0][0]
            self._insert_before(neighbour.start_mark, yaml.safe_dump({key: value}, sort_keys=False))

    def add_before(self, path: Path, key: str, value: Any) -> None:
        """Add a key with its value before another key of a mapping in lines of its own."""
        self._insert_before(self._key(path).start_mark, yaml.safe_dump({key: value}, sort_keys=False))

    def add_entry(self, path: Path, value: Any) -> None:
        """Add an entry before the one at a path."""
        sequence, mark = self._value(path[:-1]), self._value(path).start_mark
        if sequence.flow_style:
            self._write(f"{self.text[: mark.index]}{json.dumps(value)}, {self.text[mark.index :]}")
            return
        dashed = yaml.safe_dump([value], sort_keys=False)
        self._insert_lines(int(mark.line), int(sequence.start_mark.column), dashed)

    def copy_entry(self, path: Path) -> None:
        """Write an entry of a list in lines of its own a second time, just after itself."""
        lines = self.text.splitlines(keepends=True)
        first, last = self._lines_of_entry(path)
        self._write("".join([*lines[:last], *lines[first:last], *lines[last:]]))

    def remove_key(self, path: Path) -> None:
        """Take a key out with its value."""
        key, node, mapping = self._key(path), self._value(path), self._value(path[:-1])
        if not mapping.flow_style:
            lines = self.text.splitlines(keepends=True)
            last = self._last_line(node)
            self._write("".join([*lines[: key.start_mark.line], *lines[last:]]))
            return
        before, after = self.text[: key.start_mark.index], self.text[node.end_mark.index :]
        if before.rstrip().endswith(","):
            before = before.rstrip().removesuffix(",")
        else:
            after = after.lstrip().removeprefix(",")
        self._write(before + after)

    def _lines_of_entry(self, path: Path) -> tuple[int, int]:
        node = self._value(path)
        return int(node.start_mark.line), self._last_line(node)

    def _last_line(self, node: Node) -> int:
        """The number of lines up to the end of a value; comments after it are not part of it."""
        while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            return int(node.end_mark.line)
        return int(node.end_mark.line) + 1

    def _insert_before(self, mark: Mark, text: str) -> None:
        self._insert_lines(int(mark.line), int(mark.column), text)

    def _insert_lines(self, at: int, column: int, text: str) -> None:
        lines = self.text.splitlines(keepends=True)
        self._write("".join([*lines[:at], indent(text, " " * column), *lines[at:]]))

    def _splice(self, start: Mark, end: Mark, text: str) -> None:
        self._write(self.text[: start.index] + text + self.text[end.index :])

    def _write(self, text: str) -> None:
        self.text = text
        self._root = yaml.compose(text, Loader=yaml.SafeLoader)

    def _value(self, path: Path) -> Node:
        node = self._root
        for part in path:
            node = _child(node, part)[1]
        return node

    def _key(self, path: Path) -> Node:
        return _child(self._value(path[:-1]), path[-1])[0]


def _child(node: Node, part: str | int) -> tuple[Node, Node]:
    """Return the key, or None in a list, and the value of a part of a node; raises KeyError."""
    if isinstance(part, int):
        return None, node.value[part]
    found = [pair for pair in node.value if pair[0].value == part] if isinstance(node, yaml.MappingNode) else []
    if not found:
        raise KeyError(part)
    key, value = found[0]
    return key, value


def _plain(node: Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(entry) for entry in node.value]
    return node.value
