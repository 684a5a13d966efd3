"""A case under several areas on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.comparison.samples import compared
from tests.reports.paper_text import all_text, of_kind
from threshold_tool.comparison.exchange import Exchange
from threshold_tool.comparison.exchange_search import Exchanges
from threshold_tool.reports.blocks import Fact, Facts, Notice, Table, plain
from threshold_tool.reports.case_comparison import case_comparison_report
from threshold_tool.reports.html import render_html
from threshold_tool.reports.pdf import render_pdf

if TYPE_CHECKING:
    from threshold_tool.comparison.by_case import CaseComparison


def sleepy() -> CaseComparison:
    """A child who sleeps in class, and one about whom only alcohol is known."""
    return compared(
        "[{ref: A, age: 8 years, answers: {sleeps: yes, told: no}}, {ref: B, due: 2027-02-01}]",
        "{drink-concern: yes}\nguarded_contact: {phone: no, post: yes, print: yes}",
    )


def test_danger_comes_first() -> None:
    """The way to help in immediate danger is the first thing on the print, ways not to be used the second."""
    urgent, warning = of_kind(case_comparison_report(sleepy()), Notice)

    assert urgent.kind == "urgent"
    assert "999" in plain(urgent.paragraphs[0])
    assert "Do not telephone the family" in plain(warning.paragraphs[0])


def test_a_title_stays_in_the_print() -> None:
    """What somebody called the case is told once, and not on every page or in what the file says of itself."""
    report = case_comparison_report(compared("[{ref: A, age: 8 years, answers: {sleeps: yes}}]"))

    assert of_kind(report, Facts)[0].facts == (Fact("Title", "Here"), Fact("As known on", "Monday 16 November 2026"))
    assert report.title == "One case, several areas"
    assert report.running_head == "One case, several areas, Monday 16 November 2026"


def test_it_does_not_decide() -> None:
    """The print says whose document holds, and that anyone may refer."""
    text = all_text(case_comparison_report(sleepy()))

    assert "It does not decide: the document of the child's own area holds" in text
    assert "Anyone may refer a child." in text


def test_each_child_has_a_row_for_each_area() -> None:
    """Level, law, consent and urgency stand side by side."""
    first = of_kind(case_comparison_report(sleepy()), Table)[0]

    assert first.rows == (
        ("Small", "Level 2: early help", "No duty in law", "Consent is required.", "No"),
        (
            "Neighbour",
            "Window 4: need (part of Social care)",
            "A duty under section 17 of the Children Act 1989",
            "This level says nothing of consent.",
            "No",
        ),
    )


def test_clauses_and_reasons_are_printed() -> None:
    """The clauses behind each difference, the reasons with their pages, and what a document does not ask."""
    text = all_text(case_comparison_report(sleepy()))

    for words in (
        "One clause makes the difference",
        "Does this child sleep in class? Yes (w.4)",
        "A baby cannot wait.",
        "Small comes to its level because too little is known of what it asks.",
        "Has this child told somebody of harm?",
    ):
        assert words in text


def test_several_sets_are_numbered() -> None:
    """Where one of several sets would do, each has its number, and what is not shown is counted."""
    comparison = sleepy()
    sets = tuple(frozenset({Exchange("rule", "baby-near-drink", "add")}) for _ in range(6))
    first = replace(comparison.differences[0], exchanges=Exchanges(sets, True, True, 0))
    text = all_text(case_comparison_report(replace(comparison, differences=(first,))))

    assert "5. A baby cannot wait." in text
    assert "6. A baby cannot wait." not in text
    assert "1 more would do as well." in text


def test_it_can_be_drawn() -> None:
    """The print has both forms."""
    report = case_comparison_report(sleepy())

    assert render_pdf(report).startswith(b"%PDF")
    assert "Child B" in render_html(report)
