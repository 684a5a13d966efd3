"""Every clause says where it stands, and a low result says what help there is, when to look again, what changes it."""

from __future__ import annotations

import re

import pytest

from tests.content.shipped import AREAS, Said, all_said, document
from threshold_tool.documents.checks.housekeeping import check_housekeeping
from threshold_tool.documents.loader import load_document
from threshold_tool.paths import documents_folder

pytestmark = pytest.mark.parametrize("area", AREAS)

PAGE = re.compile(r"\bp\.[1-9][0-9]*\b")
LOOKS_AGAIN = re.compile(r"\b(look again|review|has changed|meet again|go through the plan)\b", re.IGNORECASE)
WOULD_CHANGE = re.compile(r"\bwhat would (make|bring|change)\b", re.IGNORECASE)

REASSURES = re.compile(
    r"\b(safe|unsafe|no risk|low risk|risk-free|no concerns?|nothing to worry|all clear)\b", re.IGNORECASE
)
SCORES = re.compile(
    r"\b(scor(e|es|ed|ing)|points? (total|scored)|per ?cent(age)?|out of (ten|10|100))\b", re.IGNORECASE
)
DENIED = re.compile(r"\b(not a score|not marks out of anything)\b", re.IGNORECASE)


def reassuring(said: Said) -> str | None:
    """The word that could be read as an all-clear or as a score; None where there is none."""
    found = REASSURES.search(said.text) or SCORES.search(DENIED.sub("", said.text))
    return found.group(0) if found else None


def test_every_clause_has_its_page(area: str) -> None:
    """Every placement and every rule cites a page."""
    doc = document(area).document
    cites = {f"{q}={a}": placement.cite for q, answers in doc.placements.items() for a, placement in answers.items()}
    cites |= {rule.id: rule.cite for rule in doc.rules}

    assert not [clause for clause, cite in cites.items() if cite is None or not PAGE.search(cite)]


def test_every_rule_has_its_reason(area: str) -> None:
    """No two rules give the same reason: each was thought about."""
    reasons = [rule.because.casefold() for rule in document(area).document.rules]

    assert len(set(reasons)) == len(reasons)


def test_a_low_result_looks_again(area: str) -> None:
    """Every level without a duty in law has an action with a deadline that looks again at what has changed."""
    loaded = document(area)
    actions = {action.id: action for action in loaded.document.actions}
    for level in loaded.document.levels:
        if not level.statutory:
            dated = [actions[action] for action in level.actions if actions[action].within is not None]
            assert any(LOOKS_AGAIN.search(action.do) for action in dated), level.id


def test_the_lowest_result_says_what_would_change_it(area: str) -> None:
    """At the lowest level people write down what would make them think again."""
    loaded = document(area)
    actions = {action.id: action for action in loaded.document.actions}
    lowest = loaded.level(loaded.document.when_nothing_matches)

    assert any(WOULD_CHANGE.search(actions[action].do) for action in lowest.actions)
    assert "low-result" in loaded.document.statements


def test_no_text_reassures_or_scores(area: str) -> None:
    """Nothing that anybody reads says "safe" or "no risk", or makes a level a score."""
    found = {said.place: word for said in all_said(area) if (word := reassuring(said))}

    assert found == {}


def test_every_level_has_examples(area: str) -> None:
    """Every level has at least two examples, and no two levels share one."""
    examples = [text for level in document(area).document.levels for text in level.examples]

    assert all(len(level.examples) >= 2 for level in document(area).document.levels)
    assert len(set(examples)) == len(examples)


def test_the_statements_are_there(area: str) -> None:
    """Every statement that the tool prints, or that a safety rule rests on, is in the document."""
    needed = {
        "immediate-danger", "judgement", "not-a-score", "each-child", "childs-voice", "unknown", "low-result",
        "going-up", "going-down", "anyone-may-refer", "disagreement", "consent", "information-sharing",
        "telling-parents", "repeated-concerns", "fathers-and-partners", "poverty", "victims",
        "where-the-child-is", "disabled-children",
    }  # fmt: skip

    assert needed <= set(document(area).document.statements)


def test_no_warning_on_the_day_it_takes_effect(area: str) -> None:
    """On its first day the document has no problem and no warning."""
    result = load_document(documents_folder() / f"{area}.yaml")
    assert result.composition is not None
    effective = result.composition.document.effective

    assert not [*result.problems, *check_housekeeping(result.composition, effective)]


@pytest.mark.parametrize(
    "text",
    ["The child is safe.", "There is no risk.", "A score of 12", "Risk: 40 per cent", "No concerns were found"],
)
def test_an_all_clear_is_noticed(area: str, text: str) -> None:
    """The search for reassurance finds it."""
    assert reassuring(Said("here", text))
