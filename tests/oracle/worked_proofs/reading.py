"""Reads the little documents that were worked by hand, and writes out what they leave out.

A question may be its answers alone (`q: no-yes`, `q: [none, some]`), a strength is its answers, a rule stands under
its id. Left out: the levels `universal`, `early-help` and the statutory `child-in-need`; `universal` for when nothing
matches and when too little is known; the action `carry-on` at each level. Every question is of one domain and theme.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.oracle.random_documents import title_page, what_to_do

FOLDER = Path(__file__).parent
STATUTORY = ("child-in-need", "child-protection")


@dataclass(frozen=True)
class WorkedFaults:
    """A document and its faults, as their code and what they are about."""

    name: str
    about: str
    document: dict[str, Any]
    faults: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class WorkedChanges:
    """Two editions, the pairs of levels that a case can change between, and what else changed."""

    name: str
    about: str
    old: dict[str, Any]
    new: dict[str, Any]
    levels_changed: frozenset[tuple[str, str]]
    others_changed: frozenset[str]


def worked_faults() -> list[WorkedFaults]:
    """Return every document with its faults."""
    return [
        WorkedFaults(
            entry["name"],
            entry["about"],
            written_out(entry),
            frozenset((code, about) for code, about in (fault.split(" ", 1) for fault in entry["faults"])),
        )
        for entry in entries("faults.yaml")
    ]


def worked_changes() -> list[WorkedChanges]:
    """Return every pair of editions with what changed."""
    return [
        WorkedChanges(
            entry["name"],
            entry["about"],
            written_out(entry),
            {**written_out({**entry, **entry["new"]}), "edition": "2"},
            frozenset((old, new) for old, new in (pair.split(" to ") for pair in entry["levels_changed"])),
            frozenset(entry["others_changed"]),
        )
        for entry in entries("changes.yaml")
    ]


def entries(file: str) -> list[dict[str, Any]]:
    """Return what a file lists, every scalar left as text."""
    read: list[dict[str, Any]] = yaml.load((FOLDER / file).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return read


def written_out(entry: dict[str, Any]) -> dict[str, Any]:
    """Return the whole document that an entry stands for."""
    levels = entry.get("levels", ["universal", "early-help", "child-in-need"])
    concerns = [question(name, "concern", given) for name, given in entry.get("questions", {}).items()]
    strengths = [question(name, "strength", given) for name, given in entry.get("strengths", {}).items()]
    return {
        **title_page(),
        "levels": [level(name, place, entry.get("level_actions", {})) for place, name in enumerate(levels)],
        "when_nothing_matches": entry.get("when_nothing_matches", "universal"),
        "when_too_little_is_known": entry.get("when_too_little_is_known", "universal"),
        **what_to_do(),
        "domains": [{"id": "development", "name": "Development"}],
        "themes": [{"id": "violence", "name": "Violence"}],
        "questions": concerns + strengths,
        "sections": [
            {"id": kind, "kind": kind, "title": kind.capitalize(), "questions": [q["id"] for q in listed]}
            for kind, listed in (("questions", concerns), ("strengths", strengths))
            if listed
        ],
        "placements": {
            name: {key: {"cite": "p.1", **placed} for key, placed in answers.items()}
            for name, answers in entry.get("placements", {}).items()
        },
        "rules": [
            {"id": name, **rule, "because": f"What {name} is for", "cite": "p.2"}
            for name, rule in entry.get("rules", {}).items()
        ],
    }


def level(name: str, place: int, actions: dict[str, list[str]]) -> dict[str, Any]:
    """Return a level as a document writes it."""
    return {
        "id": name,
        "name": f"Level {place + 1}",
        "code": str(place + 1),
        "colour": "#2e7d32",
        "statutory": "true" if name in STATUTORY else "false",
        "meaning": f"What level {place + 1} means",
        "actions": actions.get(name, ["carry-on"]),
    }


def question(name: str, kind: str, given: Any) -> dict[str, Any]:
    """Return a question as a document writes it."""
    entry = given if isinstance(given, dict) else {"answers": given}
    if isinstance(entry.get("answers"), list):
        entry = {**entry, "answers": [{"id": answer, "text": f"{name} {answer}"} for answer in entry["answers"]]}
    return {
        "id": name,
        "about": "child",
        "kind": kind,
        "domain": "development",
        "theme": "violence",
        "ask": f"What is known about {name}?",
        **entry,
    }
