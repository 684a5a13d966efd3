"""The cases tried leave none out: random cases against the brute force that judges one case at a time."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.oracle.brute_force import Conditions, Situation, Text, assess, child_of, conditions_within, history_at
from tests.oracle.cases_to_try import Space, histories
from tests.oracle.meaning import ON, Meaning
from tests.oracle.random_documents import documents_and_cases, drawn_earlier_concern
from tests.oracle.small_documents import small_documents

FEW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def looks_back(document: dict[str, Any]) -> bool:
    """Say whether a rule looks at earlier concerns."""
    return bool(Meaning(document).reading_history)


@FEW
@given(drawn=documents_and_cases())
def test_level_of_a_partly_known_case_is_that_of_judging_it_alone(drawn: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """What is kept and used again gives the level that trying one case afresh gives."""

    document, case = {**drawn[0]}, {**drawn[1], "on": ON.isoformat(), "earlier_concerns": []}
    case["children"] = [{"ref": child["ref"], "answers": child.get("answers", {})} for child in case["children"]]
    meaning, text = Meaning(document), Text(document)
    for entry, judged in zip(case["children"], assess(document, case)["children"], strict=True):
        child = child_of(text, case, entry)
        strengths = tuple((name, str(value)) for name, value in child.strengths.items())
        level = meaning.recommended(dict(child.typed), child.around.births, strengths, child.around.history)
        assert level == judged["level"]


@st.composite
def documents_and_earlier_concerns(draw: st.DrawFn) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Draw a document that looks back, and up to four earlier concerns."""
    document = draw(small_documents().filter(looks_back))
    return document, [drawn_earlier_concern(draw, document, ["A"], ON) for _ in range(draw(st.integers(0, 4)))]


@FEW
@given(drawn=documents_and_earlier_concerns())
def test_no_history_turns_out_otherwise_than_those_tried(drawn: tuple[dict[str, Any], list[dict[str, Any]]]) -> None:
    """Whatever happened before, the conditions that look at it hold as in one of the histories tried."""

    document, concerns = drawn
    space, text = Space([Meaning(document)]), Text(document)
    conditions = Conditions(text)
    looking = [
        {key: inner}
        for rule in text.rules
        for key, inner in conditions_within(rule["when"])
        if key == "earlier_concerns"
    ]
    for birth in space.births:
        happened = history_at(text, {"earlier_concerns": concerns}, "A", birth, ON)
        tried = [judged.at(birth) for (judged,) in histories(space, [birth])]
        truths = [
            [conditions.holds(condition, Situation({}, {}, birth, history, ON)) for condition in looking]
            for history in (happened, *tried)
        ]
        assert truths[0] in truths[1:]
