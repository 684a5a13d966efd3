"""New editions of a document: a few small edits of the kind that a board makes, each within the limits.

- `editions(document)`: a strategy of edited copies, zero to three edits each.
- `documents_and_editions()`: a strategy of (old, new) pairs over `small_documents()`.
- `obeys_limits(document)`: whether placements and `unless` keep to the limits of the design (section 2).

An edit that would break a limit is left out.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.oracle.brute_force import NOT_KNOWN, Text
from tests.oracle.random_documents import ACTIONS
from tests.oracle.small_documents import small_documents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Draw = st.DrawFn
    Edit = Callable[[Draw, dict[str, Any]], None]

MOST_EDITS = 3
NUMBERS = {"n": ("1", "2", "3"), "different_domains": ("1", "2"), "different_themes": ("1", "2")}
AGES = ("28 days", "1 year", "5 years", "13 years")
PERIODS = ("6 weeks", "1 year")


def editions(document: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy of new editions of a document; now and then one in which nothing has changed."""

    @st.composite
    def edited(draw: Draw) -> dict[str, Any]:
        new = {**deepcopy(document), "edition": "2"}
        for _ in range(draw(st.integers(0, MOST_EDITS))):
            attempt = deepcopy(new)
            draw(st.sampled_from(EDITS))(draw, attempt)
            if obeys_limits(attempt):
                new = attempt
        return new

    return edited()


@st.composite
def documents_and_editions(draw: Draw) -> tuple[dict[str, Any], dict[str, Any]]:
    """Draw a small document and a new edition of it."""
    old = draw(small_documents())
    return old, draw(editions(old))


def obeys_limits(document: dict[str, Any]) -> bool:
    """Say whether placements rise with the answers and stay where they may, and strengths stop no statutory rule."""
    text = Text(document)
    return all(_rises(text, name) and _not_known_is_low(text, name) for name in text.placements) and all(
        not rule.get("unless")
        or not (str(rule.get("immediate")) == "true" or ("level" in rule and text.statutory[text.level(rule["level"])]))
        for rule in text.rules
    )


def _rises(text: Text, name: str) -> bool:
    """Say whether a more concerning answer is never lower nor less immediate, and the least one is not placed high."""
    reached = [text.clause(name, value) for value in text.values(name)]
    heights = [-1 if clause is None or clause.level is None else clause.level for clause in reached]
    urgent = [clause is not None and clause.immediate for clause in reached]
    rising = all(low <= high for low, high in pairwise(heights)) and all(low <= high for low, high in pairwise(urgent))
    return rising and (text.is_number(name) or heights[0] <= text.floor)


def _not_known_is_low(text: Text, name: str) -> bool:
    placed = text.placements[name]
    if "level" not in placed.get(NOT_KNOWN, {}):
        return True
    height = text.level(placed[NOT_KNOWN]["level"])
    others = [clause.level for value in text.values(name) if (clause := text.clause(name, value)) is not None]
    return not text.statutory[height] and all(height <= other for other in others if other is not None)


def levels(document: dict[str, Any]) -> list[str]:
    """Return the ids of the levels, lowest first."""
    return [str(level["id"]) for level in document["levels"]]


def neighbour(draw: Draw, document: dict[str, Any], level: str) -> str:
    """Draw the level just above or just below."""
    order = levels(document)
    place = order.index(level)
    return draw(st.sampled_from([order[at] for at in (place - 1, place + 1) if 0 <= at < len(order)]))


def placements_of(document: dict[str, Any]) -> list[tuple[str, str]]:
    """Return every placement as its question and key."""
    return [(name, key) for name, placed in document["placements"].items() for key in placed]


def move_placement(draw: Draw, document: dict[str, Any]) -> None:
    """Move a placement one level up or down."""
    levelled = [at for at in placements_of(document) if "level" in document["placements"][at[0]][at[1]]]
    if levelled:
        name, key = draw(st.sampled_from(levelled))
        placed = document["placements"][name][key]
        placed["level"] = neighbour(draw, document, placed["level"])


def drop_placement(draw: Draw, document: dict[str, Any]) -> None:
    """Take a placement out."""
    if placements_of(document):
        name, key = draw(st.sampled_from(placements_of(document)))
        del document["placements"][name][key]
        if not document["placements"][name]:
            del document["placements"][name]


def add_placement(draw: Draw, document: dict[str, Any]) -> None:
    """Place an answer that is not placed, or `not-known`."""
    text = Text(document)
    graded = [name for name in text.concerns if not text.is_number(name)]
    free = [
        (name, key)
        for name in graded
        for key in [*text.answers(name)[1:], NOT_KNOWN]
        if key not in text.placements.get(name, {})
    ]
    if free:
        name, key = draw(st.sampled_from(free))
        placed = {"level": draw(st.sampled_from(levels(document))), "cite": "p.9"}
        document["placements"].setdefault(name, {})[key] = placed


def change_require(draw: Draw, document: dict[str, Any]) -> None:
    """Require an action of a placement or rule, or no longer."""
    clauses = [document["placements"][name][key] for name, key in placements_of(document)] + document["rules"]
    if not clauses:
        return
    clause = draw(st.sampled_from(clauses))
    action = draw(st.sampled_from(ACTIONS))
    required = [name for name in clause.get("require", []) if name != action]
    if len(required) == len(clause.get("require", [])):
        clause["require"] = [*required, action]
    elif required:
        clause["require"] = required
    elif "level" in clause:
        del clause["require"]


def change_rule_level(draw: Draw, document: dict[str, Any]) -> None:
    """Move a rule one level up or down."""
    levelled = [rule for rule in document["rules"] if "level" in rule]
    if levelled:
        rule = draw(st.sampled_from(levelled))
        rule["level"] = neighbour(draw, document, rule["level"])


def change_threshold(draw: Draw, document: dict[str, Any]) -> None:
    """Change one answer, number, age, period or level that a condition names."""
    tops = [rule["when"] for rule in document["rules"]]
    tops += [question["ask_when"] for question in document["questions"] if "ask_when" in question]
    settings = [found for top in tops for found in settings_within(document, top)]
    if settings:
        where, key, choices = draw(st.sampled_from(settings))
        where[key] = draw(st.sampled_from(choices))


def settings_within(
    document: dict[str, Any], condition: dict[str, Any]
) -> Iterator[tuple[dict[str, Any], str, list[str]]]:
    """Yield what can be changed in a condition: the dict, the key, and what could stand there."""
    ((kind, inner),) = condition.items()
    if kind in ("all", "any"):
        for part in inner:
            yield from settings_within(document, part)
    elif kind == "at_least":
        yield inner, "n", [str(n + 1) for n in range(len(inner["of"]))]
        for part in inner["of"]:
            yield from settings_within(document, part)
    elif kind == "answer" and "at_or_above" in inner:
        yield inner, "at_or_above", Text(document).answers(str(inner["question"]))
    elif kind == "child_age":
        yield from ((inner, end, list(AGES)) for end in ("under", "from") if list(inner) == [end])
    else:
        yield from settings_of_count(document, inner)


def settings_of_count(
    document: dict[str, Any], inner: dict[str, Any]
) -> Iterator[tuple[dict[str, Any], str, list[str]]]:
    """Yield what can be changed in a `placed` or an `earlier_concerns`."""
    if "at_or_above" in inner and inner["at_or_above"] in levels(document):
        yield inner, "at_or_above", levels(document)
    yield from ((inner, key, list(choices)) for key, choices in NUMBERS.items() if key in inner)
    if "within" in inner:
        yield inner, "within", list(PERIODS)


def drop_rule(draw: Draw, document: dict[str, Any]) -> None:
    """Take a rule out."""
    if document["rules"]:
        document["rules"].pop(draw(st.integers(0, len(document["rules"]) - 1)))


def add_rule(draw: Draw, document: dict[str, Any]) -> None:
    """Add a rule about one answer, or about two together."""
    text = Text(document)
    graded = [(name, key) for name in text.concerns if not text.is_number(name) for key in text.answers(name)[1:]]
    if graded:
        chosen = draw(st.lists(st.sampled_from(graded), min_size=1, max_size=2))
        parts = [{"answer": {"question": name, "at_or_above": key}} for name, key in chosen]
        level = draw(st.sampled_from(levels(document)))
        document["rules"].append(
            {
                "id": f"added-{len(document['rules'])}",
                "level": level,
                "when": {"all": parts},
                "because": "It was missing",
            }
        )


def change_gate(draw: Draw, document: dict[str, Any]) -> None:
    """Ask a question always, or only after another's answer."""
    text = Text(document)
    name = draw(st.sampled_from(text.concerns))
    if text.questions[name].pop("ask_when", None) is None:
        others = [other for other in text.concerns if other != name and name not in text.all_gates(other)]
        gates = [(other, key) for other in others if not text.is_number(other) for key in text.answers(other)[1:]]
        if gates:
            other, key = draw(st.sampled_from(gates))
            text.questions[name]["ask_when"] = {"answer": {"question": other, "at_or_above": key}}


def change_too_little(draw: Draw, document: dict[str, Any]) -> None:
    """Change the level for too little known; it stays below the statutory ones."""
    lower = [level["id"] for level in document["levels"] if level["statutory"] == "false"]
    document["when_too_little_is_known"] = draw(st.sampled_from(lower or levels(document)[:1]))


EDITS: list[Edit] = [
    move_placement,
    drop_placement,
    add_placement,
    change_require,
    change_rule_level,
    change_threshold,
    drop_rule,
    add_rule,
    change_gate,
    change_too_little,
]
