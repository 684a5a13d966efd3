"""What is written otherwise: sorts, whole entries, order, long lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.editions.second_edition import first, second
from threshold_tool.editions.rewritten import Rewritten, rewritten

if TYPE_CHECKING:
    from pathlib import Path

RULE = (
    "  - id: two-worries\n    level: child-in-need\n"
    "    when: {placed: {at_or_above: early-help, n: 3, different_themes: 2}}\n"
    "    because: Worries add up.\n    cite: p.10\n"
)


def test_nothing_is_written_otherwise_in_a_copy(tmp_path: Path) -> None:
    """The number of the edition alone is no difference."""

    assert rewritten(first(), second(tmp_path, ('edition: "1"', 'edition: "2"'))) == ()


@pytest.mark.parametrize(
    ("before", "after", "sort", "place"),
    [
        ("ask: How does drink", "ask: How much does drink", "wording", "questions > drink-effect > ask"),
        (
            "{id: often, text: Often}",
            "{id: often, text: Daily}",
            "wording",
            "questions > drink-effect > answers > often > text",
        ),
        ("cite: p.9", "cite: p.19", "wording", "rules > baby > cite"),
        ("do: Refer.", "do: Refer now.", "wording", "actions > refer > do"),
        ("Decide with others.", "Decide together.", "wording", "statements > judgement"),
        ("within: 2 days", "within: 3 days", "setting", "actions > refer > within"),
        ("01632 960001", "01632 960002", "setting", "contacts > desk > phone"),
        ("consent: {rule: sought}", "consent: {rule: written}", "setting", "levels > child-in-need > consent > rule"),
        ("actions: [refer]", "actions: [telephone]", "setting", "levels > child-in-need > actions"),
        ("n: 3,", "n: 2,", "clause", "rules > two-worries > when"),
        (
            "often: {level: child-in-need",
            "often: {level: early-help",
            "clause",
            "placements > drink-effect > often > level",
        ),
        ("from: 1 year}}", "from: 2 years}}", "clause", "questions > told > ask_when"),
        (
            "when_too_little_is_known: early-help",
            "when_too_little_is_known: universal",
            "clause",
            "when_too_little_is_known",
        ),
    ],
)
def test_each_field_is_of_its_sort(tmp_path: Path, before: str, after: str, sort: str, place: str) -> None:
    """Clauses can matter to a child's level, settings to what is done, wording to neither."""

    found = rewritten(first(), second(tmp_path, (before, after)))

    assert [(one.sort, " > ".join(one.place)) for one in found] == [(sort, place)]
    assert found[0].before is not None
    assert found[0].after is not None


def test_a_rule_that_is_gone_is_one_clause(tmp_path: Path) -> None:
    """Its reason and page are no wording of their own, and the other rules have not changed order."""

    found = rewritten(first(), second(tmp_path, (RULE, "")))

    assert [(one.sort, one.place, one.after) for one in found] == [("clause", ("rules", "two-worries"), None)]
    assert "Worries add up." in str(found[0].before)


def test_a_new_contact_is_one_setting(tmp_path: Path) -> None:
    """Told by its name."""

    desk = "contacts:\n  - {id: desk,"
    new = second(tmp_path, (desk, "contacts:\n  - {id: night, name: Night Desk, phone: 01632 960009}\n  - {id: desk,"))

    assert rewritten(first(), new) == (Rewritten("setting", ("contacts", "night"), None, "Night Desk"),)


def test_a_placement_that_is_gone_is_one_clause(tmp_path: Path) -> None:
    """With what it placed, and where that stood."""

    found = rewritten(first(), second(tmp_path, (", below 50: {level: child-in-need, cite: p.8}", "")))

    gone = Rewritten("clause", ("placements", "attendance", "below 50"), "{level: child-in-need, cite: p.8}", None)
    assert found == (gone,)


def test_the_order_of_rules_is_wording(tmp_path: Path) -> None:
    """It means nothing for a child."""

    found = rewritten(first(), second(tmp_path, (RULE, ""), ("rules:\n", f"rules:\n{RULE}")))

    assert found == (Rewritten("wording", ("rules", "order"), "[baby, two-worries]", "[two-worries, baby]"),)


def test_of_a_long_list_only_what_differs_is_shown(tmp_path: Path) -> None:
    """Dots stand for the rest."""

    listed = "look_for: [a, b, c, d, e, f, g]"
    short = "look_for: [missed meals, who gets the children up]"
    (tmp_path / "old").mkdir()
    old = second(tmp_path / "old", (short, listed))
    new = second(tmp_path, (short, listed.replace("d,", "x, y,")))

    place = ("questions", "drink-effect", "look_for")
    assert rewritten(old, new) == (Rewritten("wording", place, "[..., d, ...]", "[..., x, y, ...]"),)
