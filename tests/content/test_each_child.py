"""Each child by itself, and each worry with those before it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.content.random_children import ON, children
from tests.content.shipped import AREAS, compiled, document
from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import LoadedCase
from threshold_tool.cases.model import Case
from threshold_tool.documents import conditions as c
from threshold_tool.evaluation.assess import assess
from threshold_tool.evaluation.case_result import CaseResult, assess_case
from threshold_tool.reports.blocks import Table
from threshold_tool.reports.record import record_of

pytestmark = pytest.mark.parametrize("area", AREAS)


def result(area: str, case: dict[str, Any]) -> CaseResult:
    whole = {"format": "threshold-case/1", "on": ON, **case}
    fitted = require_fit(compiled(area), LoadedCase.from_answers(Case.model_validate(whole)))
    return assess_case(compiled(area), fitted)


def first_answers(area: str, *, of_family: bool) -> dict[str, str]:
    """No to everything that danger, always and screening ask of the family or of a child."""
    loaded = document(area)
    early = [s for s in loaded.document.sections if s.kind in ("danger", "always", "screening")]
    asked = [loaded.questions[q] for section in early for q in section.questions]
    return {q.id: "no" for q in asked if (q.about == "family") == of_family}


def test_one_childs_injury_is_not_the_others(area: str) -> None:
    """A brother of whom all first questions are answered no stays at the lowest level; the headline is the higher."""
    calm, family = first_answers(area, of_family=False), first_answers(area, of_family=True)
    hurt = {**calm, "physical-abuse-suspected": "suspected"}
    both = result(
        area,
        {
            "children": [
                {"ref": "A", "age": "8 years", "answers": hurt},
                {"ref": "B", "age": "11 years", "answers": calm},
            ],
            "family": family,
        },
    )
    alone = result(area, {"children": [{"ref": "B", "age": "11 years", "answers": calm}], "family": family})
    injured, brother = both.children

    assert injured.statutory
    assert brother.recommendation == alone.children[0].recommendation
    assert not brother.statutory
    assert both.headline == injured.recommendation.level


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_children_are_assessed_apart(area: str, data: st.DataObject) -> None:
    """A child's level depends on that child's own facts: the same facts, the same level, in any order."""
    pair = [data.draw(children(area)), data.draw(children(area))]

    forwards = [assess(compiled(area), facts).recommendation for facts in pair]
    backwards = [assess(compiled(area), facts).recommendation for facts in reversed(pair)]

    assert forwards == backwards[::-1]


def test_the_document_says_so(area: str) -> None:
    """The document tells people to look at each child, the unborn included, and never to average."""
    statements = document(area).document.statements

    assert any(word in statements["each-child"].casefold() for word in ("unborn", "not born yet"))
    assert any(word in statements["not-a-score"] for word in ("average", "add children up"))


def test_a_rule_reads_earlier_concerns(area: str) -> None:
    """At least one rule looks back, and one of those carries a level."""
    looking_back = [
        rule
        for rule in document(area).document.rules
        if any(isinstance(part, c.EarlierConcerns) for part in c.walk(rule.when))
    ]

    assert looking_back
    assert any(rule.level is not None for rule in looking_back)


def test_small_worries_that_come_back_count(area: str) -> None:
    """Five small worries in ten months make a rule hold that one of them alone does not."""
    calm, family = first_answers(area, of_family=False), first_answers(area, of_family=True)
    small = {"education-concern": "suspected", "lateness": "often"}
    now = {"children": [{"ref": "A", "age": "8 years", "answers": {**calm, **small}}], "family": family}
    before = [{"on": ON - timedelta(days=60 * times), "answers": small, "children": ["A"]} for times in range(1, 6)]
    looking_back = {
        rule.id
        for rule in document(area).document.rules
        if any(isinstance(part, c.EarlierConcerns) for part in c.walk(rule.when))
    }

    def held(found: CaseResult) -> set[str]:
        child = found.children[0]
        return {reason.clause.id for reason in (*child.reasons, *child.also)} & looking_back

    assert not held(result(area, now))
    again = result(area, {**now, "earlier_concerns": before})
    assert held(again)
    assert again.headline >= result(area, now).headline


def test_the_record_shows_earlier_concerns_together(area: str) -> None:
    """Every earlier concern stands in one table of the record, oldest first."""
    said = ["Late, in wet shoes", "Late again, hungry", "Asleep at his desk"]
    earlier = [{"on": ON - timedelta(days=30 * (3 - at)), "text": text} for at, text in enumerate(said)]
    found = result(area, {"children": [{"ref": "A", "age": "8 years"}], "earlier_concerns": earlier[::-1]})

    tables = [block for block in record_of(found).blocks if isinstance(block, Table)]
    together = next(table for table in tables if "Earlier concerns" in table.caption)

    assert [row[-1] for row in together.rows] == said
