"""What a document makes use of, to be sure that random documents make use of everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.oracle.brute_force import NOT_KNOWN, Text

if TYPE_CHECKING:
    from collections.abc import Iterator


def features(document: dict[str, Any]) -> set[str]:
    """Return the names of what a document makes use of."""
    text = Text(document)
    return {*_of_conditions(text), *_of_questions(text), *_of_placements(text), *_of_rules(text), *_of_levels(text)}


def _of_conditions(text: Text) -> Iterator[str]:
    for key, inner in text.conditions:
        yield key
        if key == "child_age":
            yield "unborn" if "unborn" in inner else "age"
        elif key == "placed":
            yield from (f"placed {part}" for part in inner if part != "at_or_above")
        elif key == "earlier_concerns":
            yield from (f"earlier {part}" for part in inner)
    if len(text.age_cuts) > 1:
        yield "ages in bands"


def _of_questions(text: Text) -> Iterator[str]:
    for name in text.concerns:
        if text.is_number(name):
            yield f"number, {'lower' if text.lower_is_worse(name) else 'higher'} is worse"
            yield f"number with {len(text.cuts(name))} cuts"
        if "ask_when" in text.questions[name]:
            yield "gate"
        if text.gates(name) < text.all_gates(name):
            yield "gate behind a gate"


def _of_placements(text: Text) -> Iterator[str]:
    for name, placed in text.placements.items():
        for key, placement in placed.items():
            if key == NOT_KNOWN:
                yield "not-known placed"
            elif not text.is_number(name) and key == text.answers(name)[0]:
                yield "least answer placed"
            elif key == "suspected":
                yield "suspected placed"
            yield from (f"placement with {part}" for part in ("require", "immediate") if part in placement)
            if "level" not in placement:
                yield "placement without level"


def _of_rules(text: Text) -> Iterator[str]:
    for rule in text.rules:
        if "unless" in rule:
            yield "unless"
            yield (
                "unless, a strength of several grades"
                if len(text.answers(rule["unless"][0]["question"])) > 2
                else "unless, a strength of two grades"
            )
        yield from (f"rule with {part}" for part in ("require", "immediate") if part in rule)
        if "level" not in rule:
            yield "rule without level"


def _of_levels(text: Text) -> Iterator[str]:
    if text.floor:
        yield "base above the lowest level"
    if text.too_little > text.floor:
        yield "floor for too little known"
    if any(text.statutory):
        yield "statutory levels"
