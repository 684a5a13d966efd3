"""The naive reading against the cases worked by hand, and against what must hold of every document."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracle.brute_force import Child, Text, assess, child_of
from tests.oracle.calendar_ages import UNBORN, Birth, add, has_reached, is_possible, possible_births
from tests.oracle.random_documents import AGES, documents_and_cases
from tests.oracle.worked_cases import WorkedCase, disagreements, worked_cases

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize("worked", worked_cases(), ids=lambda worked: worked.name)
def test_the_naive_reading_agrees_with_the_case_worked_by_hand(worked: WorkedCase) -> None:
    """What the text means by hand is what trying every completion finds."""
    result = assess(worked.document, worked.case)
    children = {child["ref"]: child for child in result["children"]}
    found = {ref: disagreements(children[ref], expected) for ref, expected in worked.expect.items()}
    assert found == {ref: {} for ref in worked.expect}, worked.about
    assert worked.headline in (None, result["headline"])


@given(DAYS, st.sets(st.sampled_from(AGES), max_size=3), st.sampled_from(["", "8 years", "0 months", "27 days"]))
@settings(max_examples=25, deadline=None)
def test_the_births_tried_tell_apart_all_that_days_one_by_one_do(on: date, cuts: set[str], age: str) -> None:
    """No way of seeing an age is missed that going back day by day for 20 years would find."""
    child = {"age": age} if age else {}
    every: list[Birth] = [UNBORN, *(on - timedelta(days=back) for back in range(20 * 366))]
    sides = {tuple(has_reached(birth, cut, on) for cut in cuts) for birth in every if is_possible(birth, child, on)}
    tried = possible_births(child, on, sorted(cuts))
    assert {tuple(has_reached(birth, cut, on) for cut in cuts) for birth in tried} == sides


@pytest.mark.parametrize(
    ("start", "span", "reached"),
    [
        ("2028-02-29", "1 year", "2029-03-01"),
        ("2028-02-29", "4 years", "2032-02-29"),
        ("2027-01-31", "1 month", "2027-03-01"),
        ("2027-01-31", "2 months", "2027-03-31"),
        ("2026-12-31", "18 months", "2028-07-01"),
        ("2026-10-05", "6 weeks", "2026-11-16"),
    ],
)
def test_months_and_years_are_calendar_ones(start: str, span: str, reached: str) -> None:
    """A day that the month lacks becomes the first of the next month."""
    assert add(date.fromisoformat(start), span) == date.fromisoformat(reached)


@given(documents_and_cases())
@settings(max_examples=60, deadline=None)
def test_a_drawn_document_is_the_same_once_written_and_read(
    drawn: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    """What is drawn is text throughout, so that a strict loader reads what the naive reading was given."""
    for entry in drawn:
        written = yaml.dump(entry, Dumper=WithoutAliases, sort_keys=False)
        assert yaml.load(written, Loader=yaml.BaseLoader) == entry  # noqa: S506


@given(documents_and_cases())
@settings(max_examples=60, deadline=None)
def test_the_level_stands_between_the_floor_and_all_that_could_be(
    drawn: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    """The recommendation is never below `lowest`, and `lowest` never below `when_nothing_matches`."""
    document, case = drawn
    order = [level["id"] for level in document["levels"]]
    floor = order.index(document["when_nothing_matches"])
    for child in assess(document, case)["children"]:
        lowest, level, highest = (order.index(child[key]) for key in ("lowest", "level", "highest"))
        assert floor <= lowest <= level
        assert lowest <= highest


@given(documents_and_cases())
@settings(max_examples=40, deadline=None)
def test_a_more_concerning_answer_never_lowers_what_a_child_could_be(
    drawn: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    """In every drawn document a given answer made worse lowers neither `lowest` nor `highest`."""
    document, case = drawn
    text = Text(document)
    for entry in case["children"]:
        child = child_of(text, case, entry)
        for name in {**child.given, **child.strengths}:
            following = child.following(name)
            if following is not None:
                worse = Child(child.around, {**child.typed, name: following[0]})
                assert worse.lowest >= child.lowest
                assert worse.highest >= child.highest


class WithoutAliases(yaml.SafeDumper):
    """Writes equal parts out in full: the format has no anchors and aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        """Say that nothing is ever referred to."""
        return True
