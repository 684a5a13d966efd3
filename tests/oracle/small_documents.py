"""Documents small enough to be proved by trying every case, and varied enough to hold and to break every proof.

`small_documents()` is a strategy of dicts as `random_documents.documents()` draws them, but smaller: two to four
concerns of two or three answers, at most one strength, one to four rules; only some have ages, numbers, gates or
earlier concerns. Some gates open for nobody. Levels differ in their own actions, so that a required action can be
one that a child gets anyway.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.oracle.random_documents import (
    ACTIONS,
    DOMAINS,
    STRENGTHS,
    THEMES,
    TOP,
    Draft,
    combination,
    draft,
    drawn_concern,
    drawn_condition,
    drawn_exception,
    drawn_placement,
    drawn_placements,
    drawn_sections,
    level_entry,
    levels_of,
    maybe,
    some,
    strength_entry,
    title_page,
    what_to_do,
    worth_placing,
)

if TYPE_CHECKING:
    Draw = st.DrawFn

MOST_COMBINATIONS = 54  # of complete answers
END = [{"unborn": "true"}, {"under": "28 days"}, {"under": "1 year"}]  # ages of two that seldom meet
BEGINNING = [{"from": "0 days"}, {"from": "1 year"}, {"from": "13 years"}]


@dataclass(frozen=True)
class Uses:
    """What a document makes use of; one that uses everything has too many cases to try."""

    ages: bool
    earlier_concerns: bool
    numbers: bool
    gates: bool
    strengths: bool

    def leaves(self) -> list[str]:
        """Return the simple conditions that rules are made of."""
        ages = ["child_age", "child_age"] if self.ages else []
        earlier = ["earlier_concerns", "earlier_concerns"] if self.earlier_concerns else []
        return ["answer", "answer", "answer", "placed", *ages, *earlier]


@st.composite
def small_documents(draw: Draw) -> dict[str, Any]:
    """Draw a small document that obeys every limit of the format."""
    settled, uses = draft(draw), drawn_uses(draw)
    add_concerns(draw, settled, uses)
    strengths = add_strength(draw, settled) if uses.strengths else []
    placed = {concern.id: drawn_placements(draw, settled, concern) for concern in settled.concerns}
    return {
        **title_page(),
        "levels": drawn_levels(draw, settled),
        "when_nothing_matches": settled.levels[settled.floor],
        "when_too_little_is_known": draw(st.sampled_from(settled.levels[: settled.first_statutory])),
        **what_to_do(),
        "domains": [{"id": domain, "name": f"Domain {domain}"} for domain in DOMAINS],
        "themes": [{"id": theme, "name": f"Theme {theme}"} for theme in THEMES],
        "questions": [concern.entry for concern in settled.concerns] + strengths,
        "sections": drawn_sections(draw, settled),
        "placements": {name: answers for name, answers in placed.items() if answers},
        "rules": [drawn_rule(draw, settled, uses, f"r{place}") for place in range(draw(st.integers(1, 4)))],
    }


def drawn_uses(draw: Draw) -> Uses:
    """Draw what a document makes use of."""
    earlier = maybe(draw, 4)
    return Uses(draw(st.booleans()), earlier, not earlier and maybe(draw, 3), draw(st.booleans()), maybe(draw, 3))


def drawn_levels(draw: Draw, settled: Draft) -> list[dict[str, Any]]:
    """Draw the levels; some ask for an action that clauses can require as well."""
    entries = [level_entry(name, place, settled) for place, name in enumerate(settled.levels)]
    return [{**entry, "actions": ["carry-on", *some(draw, ACTIONS)]} if maybe(draw, 3) else entry for entry in entries]


def add_concerns(draw: Draw, settled: Draft, uses: Uses) -> None:
    """Draw two to four concern questions; once there are many combinations, only short ones."""
    combinations = 1
    count = draw(st.integers(2, 4))
    for place in range(count):
        fits = combinations * 3 * 2 ** (count - place - 1) <= MOST_COMBINATIONS
        forms = ["no-yes", "no-suspected-yes", "graded", *(["number"] if uses.numbers else [])]
        concern = drawn_concern(draw, f"q{place}", draw(st.sampled_from(forms)) if fits else "no-yes")
        if len(concern.keys) > 3:  # four grades are too many
            concern = type(concern)(
                concern.id, {**concern.entry, "answers": concern.entry["answers"][:3]}, concern.keys[:3], False
            )
        combinations *= len(concern.keys) + concern.is_number
        settled.concerns.append(concern)
        if place and uses.gates and maybe(draw, 2):
            concern.entry["ask_when"] = drawn_gate(draw, before(settled), uses)


def drawn_gate(draw: Draw, settled: Draft, uses: Uses) -> dict[str, Any]:
    """Draw an `ask_when`; now and then one that opens for nobody, or only where another gate is open as well."""
    if maybe(draw, 3):
        return {"all": [{"child_age": draw(st.sampled_from(END))}, {"child_age": draw(st.sampled_from(BEGINNING))}]}
    leaves = ["answer", "answer", *(["child_age"] if uses.ages else [])]
    return drawn_condition(draw, settled, 1, leaves)


def before(settled: Draft) -> Draft:
    """Return what is settled without the question just drawn, which cannot decide whether it is asked itself."""
    return Draft(
        settled.levels, settled.first_statutory, settled.floor, settled.ages, settled.is_sparse, settled.concerns[:-1]
    )


def add_strength(draw: Draw, settled: Draft) -> list[dict[str, Any]]:
    """Draw one strength, the fullest answer first, and return its question."""
    answers = STRENGTHS if draw(st.booleans()) else STRENGTHS[::2]
    settled.strengths["s0"] = answers
    return [strength_entry(draw, "s0", answers)]


def drawn_rule(draw: Draw, settled: Draft, uses: Uses, name: str) -> dict[str, Any]:
    """Draw a rule with a level, an action, or both; `unless` only where not statutory or immediate."""
    rule = {"id": name, **drawn_placement(draw, settled, (worth_placing(draw, settled), TOP), maybe(draw, 6))}
    combined = maybe(draw, 3)
    rule["when"] = combination(draw, settled) if combined else drawn_condition(draw, settled, 2, uses.leaves())
    rule["because"] = f"What {name} is for"
    statutory = any(level >= settled.first_statutory for level in levels_of(settled, [rule]))
    if settled.strengths and not statutory and "immediate" not in rule and draw(st.booleans()):
        rule["unless"] = [drawn_exception(draw, settled)]
    return rule
