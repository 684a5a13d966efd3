from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.documents.corpus import GOOD_DOCUMENT
from tests.documents.written import codes, load
from threshold_tool.documents.checks.housekeeping import check_housekeeping
from threshold_tool.documents.loader import load_document
from threshold_tool.problems import Severity

if TYPE_CHECKING:
    from pathlib import Path

MEALS = (
    '    sometimes: {level: early-help, cite: "p.2"}\n'
    '    often: {level: early-help, require: [call-front-door], cite: "p.2"}\n'
)
WHY = '    yes: {level: child-protection, cite: "p.3"}\n'
BELOW_90 = '    below 90: {level: early-help, cite: "p.4"}\n'
GATE = "    ask_when: {answer: {question: meals, at_or_above: sometimes}}\n"
MEALS_DOMAIN = "    domain: care\n    theme: home\n    ask: How often does the child go"
UNLESS = "    unless: [{question: grandparent, at_or_below: at-times}]\n"
TIRED = "  - id: tired-and-away\n    level: early-help\n"
FIRST_LEVEL = "    statutory: false\n    meaning: Needs are met"
SECTIONS = "  - {id: danger, kind: danger, title: Immediate danger, questions: [danger-now]}\n"


def placed(answer: str, level: str, more: str = "") -> str:
    return f'    {answer}: {{level: {level}, cite: "p.2"{more}}}\n'


# Each limit with a document just inside and one just outside: what is replaced, by what, and what is found.
LIMITS: dict[str, tuple[str, str, list[str]]] = {
    "the same level for a worse answer": (MEALS, placed("sometimes", "early-help") + placed("often", "early-help"), []),
    "a lower level for a worse answer": (
        MEALS, placed("sometimes", "early-help") + placed("often", "universal"), ["not-monotone"],
    ),
    "a lower cut at the same level": (BELOW_90, BELOW_90 + placed("below 50", "early-help"), []),
    "a lower cut at a lower level": (BELOW_90, BELOW_90 + placed("below 50", "universal"), ["not-monotone"]),
    "cuts in any order": (BELOW_90, placed("below 50", "child-protection") + BELOW_90, []),
    "an immediate answer and a worse one": (
        MEALS,
        placed("sometimes", "early-help", ", immediate: true") + placed("often", "early-help", ", immediate: true"),
        [],
    ),
    "a worse answer that is not immediate": (
        MEALS,
        placed("sometimes", "early-help", ", immediate: true") + placed("often", "child-protection"),
        ["not-monotone"],
    ),
    "an immediate answer that the next inherits": (MEALS, placed("sometimes", "early-help", ", immediate: true"), []),
    "suspected as high as yes": (WHY, placed("suspected", "child-protection") + WHY, []),
    "suspected lower than yes": (WHY, placed("suspected", "universal") + WHY, []),
    "suspected takes the urgency of yes": (
        WHY, "    suspected: {require: [carry-on]}\n" + placed("yes", "child-protection", ", immediate: true"), [],
    ),
    "the least answer at the level when nothing matches": (MEALS, placed("never", "universal") + MEALS, []),
    "the least answer above it": (MEALS, placed("never", "early-help"), ["least-answer-placed"]),
    "the least answer with an action alone": (MEALS, "    never: {require: [carry-on]}\n" + MEALS, []),
    "the least number placed": (BELOW_90, placed("below 100", "early-help"), []),
    "a cut that every number passes": (BELOW_90, placed("below 100.5", "early-help"), ["bad-cut"]),
    "a cut that no number passes": (BELOW_90, placed("below 0", "early-help"), ["bad-cut"]),
    "not known at the lowest placement": (MEALS, placed("not-known", "early-help") + MEALS, []),
    "not known above the lowest placement": (
        BELOW_90, placed("not-known", "early-help") + placed("below 90", "universal"), ["not-monotone"],
    ),
    "not known between two placements": (
        MEALS,
        placed("not-known", "early-help") + placed("sometimes", "universal") + placed("often", "child-protection"),
        ["not-monotone"],
    ),
    "not known at a statutory level": (WHY, placed("not-known", "child-protection") + WHY, ["not-monotone"]),
    "not known below a statutory level": (WHY, placed("not-known", "early-help") + WHY, []),
    "not known with an action alone": (WHY, "    not-known: {require: [call-front-door]}\n" + WHY, []),
    "a statutory level below one that is not": (
        FIRST_LEVEL, FIRST_LEVEL.replace("false", "true"), ["statutory-lowered"],
    ),
    "no strength stops a rule below statutory levels": (UNLESS, UNLESS, []),
    "a strength stops a statutory rule": (
        TIRED, TIRED.replace("early-help", "child-protection"), ["statutory-lowered"],
    ),
    "a strength stops a rule that is immediate": (TIRED, TIRED + "    immediate: true\n", ["statutory-lowered"]),
    "a strength stops an action": (TIRED, TIRED.replace("level: early-help", "require: [carry-on]"), []),
    "a concern stops a rule": (
        UNLESS, UNLESS.replace("grandparent", "meals").replace("at-times", "never"), ["strength-misused"],
    ),
    "a gate of an answer and an age": (
        GATE,
        "    ask_when: {any: [{child_age: {under: 5 years}}, {answer: {question: sleep, at_or_above: often}}]}\n",
        [],
    ),
    "a gate of a count": (GATE, "    ask_when: {placed: {at_or_above: early-help}}\n", ["bad-ask-when"]),
    "a gate of history": (GATE, "    ask_when: {all: [{earlier_concerns: {n: 1}}]}\n", ["bad-ask-when"]),
    "a gate of a strength": (
        GATE, "    ask_when: {answer: {question: grandparent, at_or_above: absent}}\n", ["strength-misused"],
    ),
    "a gate of the question itself": (
        GATE, "    ask_when: {answer: {question: meals-why, at_or_above: yes}}\n", ["bad-ask-when"],
    ),
    "two gates in a row": (
        MEALS_DOMAIN, "    ask_when: {answer: {question: sleep, at_or_above: often}}\n" + MEALS_DOMAIN, [],
    ),
    "two gates in a circle": (
        MEALS_DOMAIN,
        "    ask_when: {answer: {question: meals-why, at_or_above: yes}}\n" + MEALS_DOMAIN,
        ["bad-ask-when", "bad-ask-when"],
    ),
    "a question that no section asks": (SECTIONS, "", ["never-asked"]),
    "an always section after danger": (
        SECTIONS + "  - {id: home, kind: questions, title: Home, questions: [meals, meals-why",
        SECTIONS
        + "  - {id: always, kind: always, title: Always, questions: [meals]}\n"
        + "  - {id: home, kind: questions, title: Home, questions: [meals-why",
        [],
    ),
    "an always section before danger": (
        SECTIONS + "  - {id: home, kind: questions, title: Home, questions: [meals, meals-why",
        "  - {id: always, kind: always, title: Always, questions: [meals]}\n"
        + SECTIONS
        + "  - {id: home, kind: questions, title: Home, questions: [meals-why",
        ["section-order"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("limit", LIMITS)
def test_limit(limit: str, tmp_path: Path) -> None:
    """A document just inside a limit is used, one just outside is refused for that reason alone."""

    old, new, found = LIMITS[limit]
    result = load(tmp_path, (old, new))

    assert codes(result) == found
    assert (result.document is None) == bool(found)


def test_yes_that_is_placed_lower_after_suspected_inherits(tmp_path: Path) -> None:
    """`suspected` cannot be placed above `yes`."""

    new = placed("suspected", "child-protection") + placed("yes", "early-help")

    assert codes(load(tmp_path, (WHY, new))) == ["not-monotone"]


def warnings(on: date, path: Path = GOOD_DOCUMENT) -> list[tuple[str, tuple[str, ...]]]:
    composition = load_document(path).composition
    assert composition is not None
    found = list(check_housekeeping(composition, on))
    assert all(problem.severity is Severity.WARNING for problem in found)
    return [(problem.code, problem.about) for problem in found]


def edited_warnings(folder: Path, old: str, new: str) -> list[tuple[str, tuple[str, ...]]]:
    result = load(folder, (old, new))
    assert result.document is not None, result.problems
    return warnings(date(2026, 11, 16), folder / "document.yaml")


def test_a_document_in_order_has_no_warnings() -> None:
    """Citations, consent, contacts by day and night, and dates are all there."""

    assert warnings(date(2026, 11, 16)) == []


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (date(2027, 5, 31), []),
        (date(2027, 6, 1), [("contact-stale", ("front-door",)), ("contact-stale", ("night",))]),
        (
            date(2027, 9, 1),
            [("contact-stale", ("front-door",)), ("contact-stale", ("night",)), ("past-review", ("smallshire",))],
        ),
    ],
)
def test_days_go_by(on: date, found: list[tuple[str, tuple[str, ...]]]) -> None:
    """A contact is stale 12 months after its check; a review is past the day after it was due."""

    assert warnings(on) == found


def test_the_day_of_the_review_is_not_past() -> None:
    """On the last day the review is not late."""

    assert "past-review" not in [code for code, _ in warnings(date(2027, 8, 31))]
    assert "past-review" in [code for code, _ in warnings(date(2027, 9, 1))]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (', cite: "p.4"}', "}", ("no-citation", ("attendance=below 90",))),
        ('    cite: "p.6"\n', "", ("no-citation", ("tired-and-away",))),
        ("    consent: {rule: required}\n", "", ("no-consent", ("early-help",))),
        ("    consent: {rule: not-required}\n", "", ("no-consent", ("child-protection",))),
        (", contact: front-door}", "}", ("no-contact", ("child-protection",))),
        ("    actions: [call-front-door]\n", "", ("no-contact", ("child-protection",))),
        (", out_of_hours: night", "", ("no-contact", ("child-protection",))),
        (", checked: 2026-06-01}\n  - {id: night", "}\n  - {id: night", ("contact-stale", ("front-door",))),
        ("Emergency Duty Team, phone: 01632 960002", "Team, email: a@b.example", ("no-contact", ("child-protection",))),
        (
            "Team, phone: 01632 960002,",
            "Team, phone: 01632 960002, hours: [{days: all, open: '17:00-9:00'}], out_of_hours: front-door,",
            ("no-contact", ("child-protection",)),
        ),
    ],
)
def test_each_thing_to_put_in_order(tmp_path: Path, old: str, new: str, found: tuple[str, tuple[str, ...]]) -> None:
    """One thing that is not in order is one warning, about the thing itself."""

    assert edited_warnings(tmp_path, old, new) == [found]


def test_a_contact_without_hours_answers_day_and_night(tmp_path: Path) -> None:
    """A front door that keeps no hours needs nobody at night."""

    hours = ', hours: [{days: mon-fri, open: "9:00-17:00"}], out_of_hours: night'

    assert edited_warnings(tmp_path, hours, "") == []


@pytest.mark.parametrize(
    ("night", "answered"),
    [
        ("hours: [{days: mon-fri, open: '17:00-9:00'}, {days: sat-sun, open: 24 hours}], bank_holidays: open", False),
        ("hours: [{days: all, open: 24 hours}], bank_holidays: open", True),
        ("hours: [{days: all, open: 24 hours}]", False),
        ("hours: [{days: all, open: '16:30-9:00'}, {days: 'sat, sun', open: 24 hours}], bank_holidays: open", False),
    ],
)
def test_day_and_night_is_taken_by_the_clock(tmp_path: Path, night: str, answered: bool) -> None:
    """Two contacts who keep hours will do if between them every hour is answered, bank holidays too."""

    found = edited_warnings(tmp_path, "01632 960002, ", f"01632 960002, {night}, ")

    assert found == ([] if answered else [("no-contact", ("child-protection",))])


def test_two_contacts_who_share_the_week(tmp_path: Path) -> None:
    """Hours that meet exactly leave nobody unanswered where both are there on bank holidays."""

    hours = 'hours: [{days: mon-fri, open: "9:00-17:00"}], out_of_hours: night'
    old = f"phone: 01632 960001, {hours}, checked: 2026-06-01}}\n  - {{id: night, name: Emergency Duty Team,"
    night = "hours: [{days: mon-fri, open: '17:00-9:00'}, {days: 'sat, sun', open: 24 hours}], bank_holidays: open"
    between = f"phone: 01632 960001, bank_holidays: open, {hours}, checked: 2026-06-01}}\n  - {{id: night, name: Team,"

    assert edited_warnings(tmp_path, old, f"{between} {night}, ") == [("no-contact", ("child-protection",))]
    whole = night.replace("mon-fri, open: '17:00-9:00'", "all, open: '17:00-9:00'")
    assert edited_warnings(tmp_path, old, f"{between} {whole}, ") == []
