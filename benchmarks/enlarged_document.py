"""A shipped document many times over: the same questions, placements and rules again and again under other names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from benchmarks.generated_document import as_yaml

if TYPE_CHECKING:
    from pathlib import Path

Tree = dict[str, Any]
_IN_ITS_OWN_FILE = ("placements", "rules")
"""Half of these stand in a document that the whole extends: a file may hold only so many values."""
_ORDER = ("danger", "always", "screening", "questions", "strengths")


def enlarged(document: Path, times: int, folder: Path) -> Path:
    """Writes a document so many times as large as another, with its question sets; its file.

    Each copy has its own questions, themes and rules. Rules that count over all themes stand only once: a
    second one would be without effect. Raises OSError when a file cannot be read or written.
    """
    tree = _read(document)
    sets = {name: _read(document.parent / "question_sets" / f"{name}.yaml") for name in tree["use"]}
    (folder / "question_sets").mkdir()
    parts = [_Copy(tree, sets, number).part(folder / "question_sets") for number in range(times)]
    half = len(parts) // 2
    whole, first, second = _joined(parts), _joined(parts[:half]), _joined(parts[half:])
    whole["sections"].sort(key=lambda section: _ORDER.index(section["kind"]))
    base = {
        **tree,
        **whole,
        **{key: first.get(key, type(tree[key])()) for key in _IN_ITS_OWN_FILE},
        "id": "enlarged-half",
    }
    (folder / "enlarged-half.yaml").write_text(as_yaml(base), encoding="utf-8", newline="\n")
    rest = {
        "format": tree["format"],
        "id": "enlarged",
        "edition": tree["edition"],
        "extends": {"id": "enlarged-half", "edition": tree["edition"]},
        **{key: second[key] for key in _IN_ITS_OWN_FILE},
    }
    file = folder / "enlarged.yaml"
    file.write_text(as_yaml(rest), encoding="utf-8", newline="\n")
    return file


def _read(file: Path) -> Tree:
    tree: Tree = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - it makes texts alone
    return tree


def _joined(parts: list[Tree]) -> Tree:
    whole: Tree = {}
    for part in parts:
        for key, value in part.items():
            if isinstance(value, dict):
                whole.setdefault(key, {}).update(value)
            else:
                whole.setdefault(key, []).extend(value)
    return whole


class _Copy:
    """One copy of a document's questions and of what they mean, with a number behind each name."""

    def __init__(self, tree: Tree, sets: dict[str, Tree], number: int) -> None:
        self.tree, self.sets, self.number = tree, sets, number
        own = [*sets.values(), tree]
        self.questions = {question["id"] for each in own for question in each.get("questions", [])}
        self.themes = {theme["id"] for each in own for theme in each.get("themes", [])}

    def part(self, folder: Path) -> Tree:
        """What the copy adds to the document; writes its question sets."""
        for name, own in self.sets.items():
            named = {**self._renamed(own), "id": self._name(name)}
            (folder / f"{self._name(name)}.yaml").write_text(as_yaml(named), encoding="utf-8", newline="\n")
        rules = [rule for rule in self.tree["rules"] if self.number == 0 or self._is_of_its_own(rule)]
        return {
            "use": [self._name(name) for name in self.sets],
            "themes": self._renamed(self.tree.get("themes", [])),
            "questions": self._renamed(self.tree.get("questions", [])),
            "sections": [
                {**self._renamed(section), "id": self._name(section["id"])} for section in self.tree["sections"]
            ],
            "placements": self._renamed(self.tree["placements"]),
            "rules": [{**self._renamed(rule), "id": self._name(rule["id"])} for rule in rules],
        }

    def _name(self, name: str) -> str:
        return f"{name}-{self.number}" if self.number else name

    def _renamed(self, value: Any) -> Any:
        """The same with every question and theme of this copy's own name, wherever it is named alone."""
        if isinstance(value, dict):
            return {
                self._renamed_text(key): inner if key == "kind" else self._renamed(inner)
                for key, inner in value.items()
            }
        if isinstance(value, list):
            return [self._renamed(inner) for inner in value]
        return self._renamed_text(value) if isinstance(value, str) else value

    def _renamed_text(self, text: str) -> str:
        return self._name(text) if text in self.questions or text in self.themes else text

    def _is_of_its_own(self, rule: Tree) -> bool:
        """Whether a rule speaks of anything that a copy has for itself."""
        return bool(self._renamed(rule["when"]) != rule["when"])
