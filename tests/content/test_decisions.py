"""Going up is free. Going down takes a written reason and a named manager, and both views are kept."""

from __future__ import annotations

import pytest

from tests.content.random_children import ON
from tests.content.shipped import AREAS, compiled, document
from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.interview import Interview, decide, with_own_view
from threshold_tool.cases.loader import LoadedCase
from threshold_tool.cases.model import Case, Decision
from threshold_tool.errors import CannotUse
from threshold_tool.evaluation.case_result import assess_case
from threshold_tool.reports.html import render_html
from threshold_tool.reports.record import record_of

pytestmark = pytest.mark.parametrize("area", AREAS)


def injured_baby(area: str) -> Interview:
    """A baby with a mark: a statutory result in every area."""
    case = {
        "format": "threshold-case/1",
        "on": ON,
        "children": [{"ref": "A", "age": "3 months", "answers": {"bruise-non-mobile": "yes"}}],
    }
    return Interview(compiled(area), Case.model_validate(case))


def printed(interview: Interview) -> str:
    fitted = require_fit(interview.compiled, LoadedCase.from_answers(interview.case))
    return render_html(record_of(assess_case(interview.compiled, fitted)))


def test_statements_say_how_to_depart(area: str) -> None:
    """The document says that up is free, and that down takes a reason, a manager and a record of both."""
    statements = document(area).document.statements

    assert any(word in statements["going-up"] for word in ("permission", "No reason", "Nobody has to agree"))
    assert "reason" in statements["going-down"]
    assert "manager" in statements["going-down"]
    assert any(word in statements["going-down"] for word in ("stay", "stays", "keeps"))


def test_the_record_asks_for_reason_and_manager(area: str) -> None:
    """A record without a decision has lines for one, and says what a lower level needs."""
    assert "A lower level needs a reason and a named manager." in printed(injured_baby(area))


def test_down_without_a_manager_is_refused(area: str) -> None:
    """A lower decision without a reason, or without a manager, is not taken."""
    lower = document(area).document.when_nothing_matches

    for reason, manager in ((None, None), ("Seen by a doctor", None), (None, "P. Hale")):
        with pytest.raises(CannotUse):
            decide(injured_baby(area), "A", Decision(level=lower, reason=reason, manager=manager))


def test_up_is_free(area: str) -> None:
    """A higher decision is taken without a reason."""
    case = {"format": "threshold-case/1", "on": ON, "children": [{"ref": "A", "age": "8 years"}]}
    start = Interview(compiled(area), Case.model_validate(case))
    highest = document(area).document.levels[-1].id

    assert decide(start, "A", Decision(level=highest)).case.decision["A"].level == highest


def test_both_results_are_printed(area: str) -> None:
    """The record of a lower decision shows the document's level, the own view, the reason and the manager."""
    doc = document(area).document
    base = document(area).level(doc.when_nothing_matches)
    decided = decide(
        with_own_view(injured_baby(area), "A", base.id),
        "A",
        Decision(level=base.id, reason="A birthmark, seen at birth", manager="P. Hale"),
    )
    found = document(area).document.levels[decided.assessments["A"].recommendation.level]

    text = printed(decided)

    assert found.statutory
    for wanted in (found.name, base.name, "A birthmark, seen at birth", "P. Hale"):
        assert wanted in text
