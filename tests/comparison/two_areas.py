"""Small documents of two areas that share their questions, and cases that both can read."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.oracle import random_documents as drawn

if TYPE_CHECKING:
    from tests.oracle.random_documents import Draft

Document = dict[str, Any]


@st.composite
def two_areas_and_a_case(draw: st.DrawFn, *, alike: bool = False) -> tuple[Document, Document, dict[str, Any]]:
    """Draw two documents and a case. `alike`: they have the same levels and the same questions."""
    settled = drawn.draft(draw)
    drawn.add_concerns(draw, settled)
    strengths = drawn.add_strengths(draw, settled)
    first = document(draw, settled, strengths)
    second = copy.deepcopy(document(draw, settled, strengths))
    keep_some(draw, first, second)
    second.update(id="othershire", title="Levels of Need in Othershire")
    if alike:
        second["sections"] = copy.deepcopy(first["sections"])
        return first, second, draw(drawn.cases(first))
    case = draw(drawn.cases(first))
    change_levels(draw, second)
    if drawn.maybe(draw, 3):
        question = draw(st.sampled_from(second["questions"]))
        question["theme"] = next(theme for theme in drawn.THEMES if theme != question["theme"])
    for number, area in enumerate((first, second)):
        if drawn.maybe(draw, 3):
            add_question(draw, area, f"only{number}", case)
    return first, second, case


def document(draw: st.DrawFn, settled: Draft, strengths: list[dict[str, Any]]) -> Document:
    """Draw a document over levels and questions that are settled."""
    placed = {concern.id: drawn.drawn_placements(draw, settled, concern) for concern in settled.concerns}
    return {
        **drawn.title_page(),
        "levels": [drawn.level_entry(name, place, settled) for place, name in enumerate(settled.levels)],
        "when_nothing_matches": settled.levels[settled.floor],
        "when_too_little_is_known": draw(st.sampled_from(settled.levels[: settled.first_statutory])),
        **drawn.what_to_do(),
        "domains": [{"id": domain, "name": f"Domain {domain}"} for domain in drawn.DOMAINS],
        "themes": [{"id": theme, "name": f"Theme {theme}"} for theme in drawn.THEMES],
        "questions": [concern.entry for concern in settled.concerns] + strengths,
        "sections": drawn.drawn_sections(draw, settled),
        "placements": {name: answers for name, answers in placed.items() if answers},
        "rules": [drawn.drawn_rule(draw, settled, f"r{place}") for place in range(draw(st.integers(0, 3)))],
    }


def keep_some(draw: st.DrawFn, first: Document, second: Document) -> None:
    """Let the second document say of some questions and rules what the first says."""
    for question in [entry["id"] for entry in first["questions"]]:
        if draw(st.booleans()):
            second["placements"].pop(question, None)
            if question in first["placements"]:
                second["placements"][question] = copy.deepcopy(first["placements"][question])
    for number, rule in enumerate(second["rules"]):
        if number < len(first["rules"]) and draw(st.booleans()):
            second["rules"][number] = copy.deepcopy(first["rules"][number])
            if draw(st.booleans()):
                second["rules"][number].pop("unless", None)
        elif drawn.maybe(draw, 3):
            rule["id"] = f"other-{rule['id']}"


def change_levels(draw: st.DrawFn, area: Document) -> None:
    """Give levels names of their own, and now and then other law."""
    if draw(st.booleans()):
        rename(area, {level["id"]: f"own-{level['id']}" for level in area["levels"]})
    for level in area["levels"]:
        if level["statutory"] == "true" and draw(st.booleans()):
            level["legal_basis"] = draw(st.sampled_from([["s47"], ["s17", "s47"], []]))


def rename(value: Any, names: dict[str, str]) -> None:
    """Put other ids in place of these, wherever they are what a key holds."""
    for key, part in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(part, str):
            value[key] = names.get(part, part)
        else:
            rename(part, names)


def add_question(draw: st.DrawFn, area: Document, name: str, case: dict[str, Any]) -> None:
    """Give one area a question that the other does not have, and perhaps an answer to it."""
    theme, domain = drawn.THEMES[0], drawn.DOMAINS[0]
    about = {"id": name, "about": "family", "kind": "concern", "theme": theme, "domain": domain}
    area["questions"].append({**about, "ask": f"What is known about {name}?", "answers": "no-yes"})
    area["sections"].append({"id": name, "kind": "questions", "title": name, "questions": [name]})
    level = draw(st.sampled_from([entry["id"] for entry in area["levels"]]))
    area["placements"][name] = {"yes": {"level": level, "cite": "p.1"}}
    if draw(st.booleans()):
        case.setdefault("family", {})[name] = draw(st.sampled_from(["no", "yes", "not-known"]))
