"""The paper twin: nothing that a document says is missing from it, and it prints the same every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.documents.worded_document import worded
from tests.reports.paper_text import all_text, facts, of_kind
from tests.reports.pdf_text import page_texts
from tests.reports.samples import HOSTILE
from threshold_tool.documents.loader import require_document
from threshold_tool.evaluation.compiled import compile_document
from threshold_tool.evaluation.step_words import hours_words
from threshold_tool.paths import documents_folder
from threshold_tool.reports import blocks as b
from threshold_tool.reports.html import render_html
from threshold_tool.reports.paper import paper_of
from threshold_tool.reports.pdf import render_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from threshold_tool.documents.model import ThresholdDocument
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.reports.blocks import Report

SUPPLIED = tuple(sorted(file.stem for file in documents_folder().glob("*.yaml")))


@pytest.fixture(scope="module", params=SUPPLIED)
def supplied(request: pytest.FixtureRequest) -> CompiledDocument:
    return compile_document(require_document(documents_folder() / f"{request.param}.yaml"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> CompiledDocument:
    return compile_document(worded(tmp_path_factory.mktemp("documents")))


@pytest.fixture(scope="module")
def paper(small: CompiledDocument) -> Report:
    return paper_of(small)


def texts_of(document: ThresholdDocument) -> Iterator[str]:
    """Every text that an author wrote into a document, outside its questions."""
    yield from (document.title, document.board, document.edition)
    yield from filter(None, (document.owner, document.approved))
    yield from (change.note for change in document.changes)
    yield from document.statements.values()
    for level in document.levels:
        yield from (level.name, level.code, level.meaning, *level.examples)
        if level.consent:
            yield from (level.consent.text or "", *(exception.text for exception in level.consent.exceptions))
    yield from (part for band in document.bands for part in (band.name, band.code))
    yield from (action.do for action in document.actions)
    for contact in document.contacts:
        yield from filter(None, (contact.name, contact.phone, contact.email))
        yield hours_words(contact)
    yield from (outcome.name for outcome in document.outcomes)
    yield from (stage.who for stage in document.escalation)
    yield from (section.title for section in document.sections)
    yield from (rule.because.rstrip(".") for rule in document.rules)
    yield from (part for entry in document.glossary.items() for part in entry)


def citations_of(document: ThresholdDocument) -> Iterator[str]:
    yield from (p.cite for own in document.placements.values() for p in own.values() if p.cite)
    yield from (rule.cite for rule in document.rules if rule.cite)


def test_every_text_of_a_supplied_document_is_printed(supplied: CompiledDocument) -> None:
    """Levels, actions, contacts, outcomes, stages, sections, rules and glossary are there word for word."""

    printed = all_text(paper_of(supplied))
    missing = [text for text in texts_of(supplied.source.document) if text not in printed]

    assert missing == []


def test_every_question_and_answer_of_a_supplied_document_is_printed(supplied: CompiledDocument) -> None:
    """The order of asking holds every question with each of its answers."""

    printed = all_text(paper_of(supplied))
    asked = [q for section in supplied.source.document.sections for q in section.questions]
    questions = [supplied.source.questions[question] for question in asked]
    assert [q.id for q in questions if q.ask not in printed] == []
    assert [(q.id, o.id) for q in questions for o in q.options if o.text not in printed] == []


def test_every_citation_of_a_supplied_document_is_printed(supplied: CompiledDocument) -> None:
    """Each placement's and each rule's place in the printed original stands in square brackets, as often as written."""

    printed = all_text(paper_of(supplied))
    cited = list(citations_of(supplied.source.document))
    assert len(cited) > 400
    for cite in set(cited):
        assert printed.count(f"[{cite}]") >= cited.count(cite)


def test_every_required_action_of_a_rule_is_printed(supplied: CompiledDocument) -> None:
    """Beside the rule stands each action that it asks for, with the number under which it is written out."""

    printed = all_text(paper_of(supplied))
    numbers = {action.id: number for number, action in enumerate(supplied.source.document.actions, start=1)}
    for rule in supplied.source.document.rules:
        for action in rule.require:
            assert f"(action\u00a0{numbers[action]})" in printed


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Published by", "Worded Board"),
        ("Edition", "3"),
        ("Status", "Draft: not approved"),
        ("In force from", "Tuesday 1 September 2026"),
        ("To be reviewed by", "Tuesday 31 August 2027"),
        ("Owner", "The owner"),
        ("Approved", "By the board"),
        ("For", "Everyone here"),
        ("Children living in", "Worded"),
        ("Replaces", "worded, edition 2"),
        ("When nothing in this document applies", "Low level"),
        ("When too little is known", "Middle level"),
        ("Who may give it", "someone with parental responsibility; an older sister"),
        ("How it is shown", "Signed by whoever gives it"),
        ("If it is refused", "Ask the family again. (action 3)"),
        ("An answer", "Within 1 working day"),
        ("Chase it", "After 3 working days without one"),
        ("Judgement", "Decide with others."),
        ("MASH", "The front desk"),
    ],
)
def test_each_fact_has_its_label(paper: Report, label: str, value: str) -> None:
    """What a document states once stands beside what it is."""

    assert (label, value) in facts(paper)


@pytest.mark.parametrize(
    "cells",
    [
        ("3", "Something new"),
        ("2", "School, early years: Offer the family help.", "Within 3 weeks", ""),
        ("3", "Ask the family again.", "Within 2 working days of the decision", ""),
        ("4", "Telephone at this moment.", "At once", "Front Desk"),
        ("5", "Write it all down.", "The same day, counted from the start of the plan", ""),
        ("3", "Stage 1: The team manager"),
        ("Threshold not met", "Ask again (action 3); carry on (action 1)."),
        ("No service", ""),
        ("Upper band", "U", "Middle level\nHigh level"),
        ("Stage 1", "The team manager (skip this stage if a child is in danger)", "Within 1 working day", "Front Desk"),
    ],
)
def test_each_row_says_the_whole(paper: Report, cells: tuple[str, ...]) -> None:
    """Deadlines, roles, contacts and what follows stand in one row with what they belong to."""

    rows = [tuple(b.plain(c).replace("\u00a0", " ") for c in r) for t in of_kind(paper, b.Table) for r in t.rows]

    assert any(set(cells) <= set(row) for row in rows), cells


def test_a_contact_says_when_and_who_else(paper: Report) -> None:
    """Telephone, e-mail, hours, who answers otherwise and the last check stand with a contact."""

    rows = {b.plain(r[0]): b.plain(r[1]) for t in of_kind(paper, b.Table) for r in t.rows if len(r) == 2}
    said = rows["Front Desk\nFor immediate danger"]

    assert "Monday to Friday 9:00 to 17:00" in said
    for words in ("01632 960001", "desk@worded.example", "Night Desk", "Monday 1 June 2026"):
        assert words in said
    assert "Answers day and night" in rows["Night Desk"]


def test_a_level_says_what_it_means_in_law(paper: Report) -> None:
    """The badge of a level has its band, meaning, duty and section of the Act."""

    badge = next(badge for badge in of_kind(paper, b.LevelBadge) if badge.name == "High level")

    assert badge.who == "Part of Upper band"
    assert badge.code == "3"
    assert badge.details[0] == "Harm"
    assert "Statutory" in b.plain(badge.details[1])
    assert "section 47" in b.plain(badge.details[1])


def test_danger_comes_first(paper: Report) -> None:
    """999 and the urgent contacts stand before everything else."""

    first = paper.blocks[0]

    assert isinstance(first, b.Notice)
    assert "999" in b.plain(first.paragraphs[0])
    assert "01632 960001" in b.plain(first.paragraphs[1])


def test_the_contents_name_every_part_with_its_page(paper: Report) -> None:
    """Each part that has an address is in the contents, with a page number on paper."""

    (contents,) = of_kind(paper, b.Contents)
    headings = [block.text for block in of_kind(paper, b.Heading) if block.anchor]
    assert [text for text, _ in contents.entries] == headings
    pages = page_texts(render_pdf(paper))
    (listed,) = (page.splitlines() for page in pages if "What is where" in page)
    references = [int(line) for line in listed if line.isdigit()]
    assert len([number for number in references if 1 < number <= len(pages)]) >= len(headings)


def test_status_marks_every_page(paper: Report) -> None:
    """A draft says on each page, upright or on its side, that it is one, with the document's fingerprint."""

    for page in page_texts(render_pdf(paper)):
        assert "DRAFT: this document has not been approved" in page
        assert "Document fingerprint" in page


def test_a_published_document_has_no_marks(tmp_path: Path) -> None:
    """What is in force carries neither mark nor watermark."""

    report = paper_of(compile_document(worded(tmp_path, {"status: draft": "status: published"})))

    assert report.marks == ()
    assert report.watermark is None


def test_prints_repeat_to_the_byte(small: CompiledDocument) -> None:
    """The same document gives the same PDF and the same page."""

    first, second = paper_of(small), paper_of(small)

    assert render_pdf(first) == render_pdf(second)
    assert render_html(first) == render_html(second)


def test_hostile_text_is_printed_as_text(tmp_path: Path) -> None:
    """Markup in names, questions, answers, citations and the glossary reaches both forms as characters."""

    hostile = "<script>alert(1)</script> & <b>bold</b> {page}"
    texts = (
        "Words of Worded",
        "Middle level",
        "Some lateness",
        "Is the child hurt?",
        "A pattern.",
        "p.9",
        "Upper band",
    )
    replaced = dict.fromkeys(texts, f"'{hostile}'")
    replaced["{MASH: The front desk}"] = f"{{'{hostile}': '{hostile}'}}"
    replaced["name: Drink"] = f"name: '{hostile}'"
    report = paper_of(compile_document(worded(tmp_path, replaced)))
    page = render_html(report)

    assert "<script>" not in page
    assert page.count("&lt;script&gt;alert(1)") > 10
    assert render_pdf(report).startswith(b"%PDF")


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.isprintable() and text.strip()])
def test_no_text_stops_the_print(tmp_path: Path, text: str) -> None:
    """Any text that a document can hold, however long, is drawn."""

    words = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    report = paper_of(
        compile_document(worded(tmp_path, {"Some lateness": words, "Harm, actions": f"{words}, actions"}))
    )

    assert render_pdf(report).startswith(b"%PDF")
