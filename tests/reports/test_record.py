"""The content of a record: what it says, where, and what it must never leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import read_case
from threshold_tool.documents.loader import require_document
from threshold_tool.evaluation.case_result import assess_case
from threshold_tool.evaluation.compiled import compile_document
from threshold_tool.evaluation.explain import AGAINST_CAUTION, AGAINST_TITLE
from threshold_tool.paths import example_cases_folder, shipped_document
from threshold_tool.reports import blocks as b
from threshold_tool.reports.html import render_html
from threshold_tool.reports.pdf import render_pdf
from threshold_tool.reports.record import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.reports.blocks import Block, Report


@pytest.fixture(scope="module")
def exampleshire() -> CompiledDocument:
    return compile_document(require_document(shipped_document("exampleshire")))


@pytest.fixture(scope="module")
def mondays() -> dict[str, Any]:
    text = (example_cases_folder() / "mondays.yaml").read_text(encoding="utf-8")
    case: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - every scalar stays text
    return case


def record(document: CompiledDocument, case: dict[str, Any], names: dict[str, str] | None = None) -> Report:
    text = yaml.safe_dump(case, allow_unicode=True, sort_keys=False)
    loaded = read_case(text.encode("utf-8"), "case.yaml").loaded
    assert loaded is not None
    return record_of(assess_case(document, require_fit(document, loaded)), names)


def small(**more: Any) -> dict[str, Any]:
    child = {"ref": "A", "age": "8 years"}
    return {"format": "threshold-case/1", "on": "2026-11-16", "children": [child], **more}


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, b.KeepTogether):
            yield from flat(block.blocks)
        else:
            yield block


def of_kind(report: Report, kind: type[Any]) -> list[Any]:
    return [block for block in flat(report.blocks) if isinstance(block, kind)]


def words(report: Report) -> str:
    return render_html(report)


def test_every_answer_note_and_source_is_printed(exampleshire: CompiledDocument, mondays: dict[str, Any]) -> None:
    """Nothing that was answered or noted is missing from the record, and each note says where it is from."""

    cells = [
        b.plain(cell) for table in of_kind(record(exampleshire, mondays), b.Table) for r in table.rows for cell in r
    ]
    asked = [*mondays["family"], *(q for child in mondays["children"] for q in child["answers"])]
    for question in asked:
        assert exampleshire.source.questions[question].ask in cells
    for notes in mondays["notes"].values():
        for note in notes.values():
            label = {"seen": "Seen", "told": "Told", "records": "From records", "opinion": "Opinion"}[note["source"]]
            assert any(cell.startswith(label) and note["text"] in cell for cell in cells)


def test_every_reason_has_its_citation(exampleshire: CompiledDocument, mondays: dict[str, Any]) -> None:
    """Each bullet under Why that speaks of a clause ends in a page of the document."""

    report = record(exampleshire, mondays)
    bullets = [b.plain(item) for block in of_kind(report, b.Bullets) for item in block.items]
    assert any("cause for concern? Yes (p.12, section 2)" in item for item in bullets)


def test_each_child_has_a_page_of_its_own(exampleshire: CompiledDocument, mondays: dict[str, Any]) -> None:
    """Every child's part begins on a new page with a line for the name."""

    blocks = record(exampleshire, mondays).blocks
    for ref in ("A", "B"):
        at = next(i for i, block in enumerate(blocks) if isinstance(block, b.Heading) and block.text == f"Child {ref}")
        assert isinstance(blocks[at - 1], b.PageBreak)
        assert isinstance(blocks[at + 1], b.Lines)


def test_immediate_danger_is_framed_and_first(exampleshire: CompiledDocument) -> None:
    """A danger answered yes puts an urgent frame with 999 and the urgent numbers at the head of the record."""

    report = record(exampleshire, small(family={"danger-now": "yes"}))
    first = report.blocks[0]
    assert isinstance(first, b.Notice)
    assert first.kind == "urgent"
    told = " ".join(b.plain(paragraph) for paragraph in first.paragraphs)
    assert "999" in told
    urgent = [contact.phone for contact in exampleshire.source.document.contacts if contact.urgent]
    assert urgent
    assert all(str(phone) in told for phone in urgent)


def test_999_stands_on_a_record_without_danger(exampleshire: CompiledDocument) -> None:
    """Every record names 999, whatever its level, without the urgent frame."""

    first = record(exampleshire, small(family={"danger-now": "no"})).blocks[0]
    assert isinstance(first, b.Notice)
    assert first.kind == "note"
    assert "999" in " ".join(map(b.plain, first.paragraphs))


def test_fictional_document_is_marked(exampleshire: CompiledDocument) -> None:
    """A fictional document marks every page as training."""

    report = record(exampleshire, small())
    assert report.watermark == "TRAINING"
    assert report.marks[0].startswith("TRAINING")


@pytest.mark.parametrize(("on", "marked"), [("2027-08-31", False), ("2027-09-01", True), ("2026-08-31", True)])
def test_edition_out_of_its_time_is_marked(exampleshire: CompiledDocument, on: str, marked: bool) -> None:
    """A record says so when the edition is past its review, or not yet in force."""

    report = record(exampleshire, {**small(), "on": on})
    assert (len(report.marks) > 1) is marked


def test_fingerprint_and_version_stand_on_every_page(exampleshire: CompiledDocument) -> None:
    """The footer, which every page repeats, holds the document's fingerprint and the engine's version."""

    footer = {fact.label: fact.value for fact in record(exampleshire, small()).footer}
    assert footer["Document fingerprint"] == exampleshire.source.fingerprint
    assert footer["Threshold Tool"]


def test_disagreement_route_is_always_shown(exampleshire: CompiledDocument) -> None:
    """Each stage of professional disagreement is printed."""

    tables = [t for t in of_kind(record(exampleshire, small()), b.Table) if "disagreement" in t.caption]
    assert len(tables[0].rows) == len(exampleshire.source.document.escalation) > 0


def test_going_down_without_a_reason_is_called_out(exampleshire: CompiledDocument) -> None:
    """A decision below the result asks for a reason and a named manager where they are missing."""

    family = {"substance-concern": "yes", "substance-effect-on-care": "harm"}
    down = small(family=family, decision={"A": {"level": "early-help"}})
    explained = small(family=family, decision={"A": {"level": "early-help", "reason": "Met them", "manager": "N. Ame"}})
    called_out = [n.title for n in of_kind(record(exampleshire, down), b.Notice)]
    assert any("written reason" in title for title in called_out)
    report = record(exampleshire, explained)
    assert not any("written reason" in n.title for n in of_kind(report, b.Notice))
    facts = {fact.label: fact.value for block in of_kind(report, b.Facts) for fact in block.facts}
    assert facts["Manager"] == "N. Ame"
    assert facts["Reason"] == "Met them"


def test_what_points_lower_stands_under_its_caution(exampleshire: CompiledDocument) -> None:
    """Strengths and lower answers come after the reasons, with words that say they lower nothing."""

    family = {"substance-concern": "yes", "substance-effect-on-care": "regularly", "strength-wider-family": "evidenced"}
    report = record(exampleshire, small(family=family))
    blocks = list(flat(report.blocks))
    headings = [block.text for block in blocks if isinstance(block, b.Heading)]
    at = next(i for i, block in enumerate(blocks) if isinstance(block, b.Heading) and block.text == AGAINST_TITLE)
    assert headings.index("Why") < headings.index(AGAINST_TITLE)
    assert blocks[at + 1] == b.Paragraph(AGAINST_CAUTION)
    listed = blocks[at + 2]
    assert isinstance(listed, b.Bullets)
    assert b.plain(listed.items[0]).startswith("A strength.")
    assert AGAINST_TITLE not in words(record(exampleshire, small()))


def test_own_view_and_result_stand_side_by_side(exampleshire: CompiledDocument, mondays: dict[str, Any]) -> None:
    """The own view, given first, and the document's level are both in the record."""

    labels = [fact.label for block in of_kind(record(exampleshire, mondays), b.Facts) for fact in block.facts]
    assert labels.count("Your own view, before the result") == labels.count("The document's level") == 2


def test_the_own_view_has_its_reasons(exampleshire: CompiledDocument) -> None:
    """Why the person thinks so stands right after the own view, and nowhere without it."""

    own, because = {"A": "early-help"}, {"A": "She copes, and her sister helps."}
    facts = of_kind(record(exampleshire, small(own_view=own, own_view_because=because)), b.Facts)[-1].facts
    assert [fact.label for fact in facts][:2] == ["Your own view, before the result", "Why you think so"]
    assert b.plain(facts[1].value) == because["A"]
    assert "Why you think so" not in words(record(exampleshire, small(own_view=own)))


@pytest.mark.parametrize(
    ("own", "ending"),
    [({"A": "early-help"}, "before this view was given."), ({}, "before a view was given.")],
)
def test_a_route_shown_early_stands_beside_the_own_view(
    exampleshire: CompiledDocument, own: dict[str, str], ending: str
) -> None:
    """Where the route was shown first the record says so, right after the own view; otherwise it says nothing."""

    family = {"danger-now": "yes"}
    early = of_kind(record(exampleshire, small(family=family, own_view=own, route_shown_early=["A"])), b.Facts)
    labels = [fact.label for fact in early[-1].facts]
    (shown,) = [b.plain(fact.value) for fact in early[-1].facts if fact.label == "What to do was shown first"]
    assert shown.endswith(ending)
    assert labels.index("What to do was shown first") == len(own)
    assert "was shown first" not in words(record(exampleshire, small(family=family, own_view=own)))


def test_the_first_page_shows_the_decision_beside_the_level(exampleshire: CompiledDocument) -> None:
    """Where a person departs from the document's level, the summary says so at once."""

    family = {"substance-concern": "yes", "substance-effect-on-care": "harm"}
    decided = {"A": {"level": "early-help", "reason": "Met them", "manager": "N. Ame"}}
    badge = of_kind(record(exampleshire, small(family=family, decision=decided)), b.LevelBadge)[0]
    assert badge.name == "Level 4: child protection (section 47)"
    assert badge.details == ("Decided: Level 2: early help, lower than the document's level",)


@pytest.mark.parametrize(
    ("consent", "facts", "to_write"),
    [
        ({}, {}, True),
        ({"asked": "Mother"}, {"Who was told": "Mother"}, True),
        ({"why_not": "It would raise the risk"}, {"If nobody was told: why not": "It would raise the risk"}, False),
        (
            {"asked": "Mother", "on": "2026-11-16", "answer": "She knows"},
            {"Who was told": "Mother", "When they were told": "Monday 16 November 2026", "What they said": "She knows"},
            False,
        ),
    ],
)
def test_consent_is_recorded_by_the_rule_of_the_level(
    exampleshire: CompiledDocument, consent: dict[str, str], facts: dict[str, str], to_write: bool
) -> None:
    """At child protection the record says who was told; what is missing has lines to write it down."""

    report = record(exampleshire, small(family={"danger-now": "yes"}, consent={"A": consent} if consent else {}))
    said = {fact.label: b.plain(fact.value) for block in of_kind(report, b.Facts) for fact in block.facts}
    assert facts.items() <= said.items()
    labels = [lines.label for lines in of_kind(report, b.Lines)]
    assert any(label.startswith("Write down who was told") for label in labels) is to_write


def test_consent_is_that_of_the_level_decided_on(exampleshire: CompiledDocument) -> None:
    """Whoever goes up to child protection reads that consent is not required there."""

    up = record(exampleshire, small(decision={"A": {"level": "child-protection"}}))
    listed = [b.plain(item) for block in of_kind(up, b.Bullets) for item in block.items]
    assert "Consent is not required." in listed
    assert "Consent is required." not in listed


def step_tables(report: Report) -> dict[str, list[str]]:
    """What there is to do, by the caption of its table."""
    tables = [table for table in of_kind(report, b.Table) if table.head[0] == "What" and table.head[1] == "By when"]
    return {table.caption: [b.plain(row[0]) for row in table.rows] for table in tables}


def actions_of(document: CompiledDocument, level: str) -> list[str]:
    """What a level asks of somebody whose role is not stated."""
    does = {action.id: action.do for action in document.source.document.actions}
    return [does[action] for action in document.source.level(level).actions]


def test_a_higher_decision_brings_the_steps_of_its_level(exampleshire: CompiledDocument) -> None:
    """Whoever goes up finds what to do at the level decided on, and both levels."""

    report = record(exampleshire, small(decision={"A": {"level": "child-protection"}}))
    facts = {fact.label: fact.value for block in of_kind(report, b.Facts) for fact in block.facts}
    assert step_tables(report) == {
        "What to do for child A at the level decided on": actions_of(exampleshire, "child-protection")
    }
    assert facts["The document's level"] == "Level 2: early help"
    assert facts["Your decision"] == "Level 4: child protection (section 47), higher than the document's level"


def test_a_lower_decision_leaves_the_documents_steps_in_place(exampleshire: CompiledDocument) -> None:
    """Both results stay: what the document asks for at its level, then what the level decided on adds."""

    decided = {"A": {"level": "early-help", "reason": "Met them", "manager": "N. Ame"}}
    case = small(family={"danger-now": "yes"}, decision=decided)
    first, more = step_tables(record(exampleshire, case)).items()
    assert first[0] == "What to do for child A"
    assert set(actions_of(exampleshire, "child-protection")) <= set(first[1])
    assert more[0] == "As well, for child A at the lower level decided on"
    assert more[1] == [action for action in actions_of(exampleshire, "early-help") if action not in first[1]]


def test_agreeing_brings_nothing_new(exampleshire: CompiledDocument) -> None:
    """A decision for the document's own level changes no step."""

    agreed = record(exampleshire, small(decision={"A": {"level": "early-help"}}))
    assert step_tables(agreed) == step_tables(record(exampleshire, small()))


@pytest.mark.parametrize(
    ("views", "asked_for"),
    [
        ({}, ["What the child says or shows", "What the family says"]),
        ({"A": {"child": "I like art."}}, ["What the family says"]),
        ({"A": {"child": "I like art.", "family": "We manage."}}, []),
        ({"A": {"not_yet_asked": "Asleep"}}, ["What the child says or shows", "What the family says"]),
    ],
)
def test_a_view_not_yet_given_has_lines_to_write_on(
    exampleshire: CompiledDocument, views: dict[str, Any], asked_for: list[str]
) -> None:
    """Whoever has not been heard can be heard later, on the print."""

    labels = [lines.label for lines in of_kind(record(exampleshire, small(views=views)), b.Lines)]
    assert [label for label in labels if label.startswith("What the ")] == asked_for


def test_own_view_may_speak_of_another_area(exampleshire: CompiledDocument) -> None:
    """A view in another document's levels is printed as it stands."""

    facts = [
        f for block in of_kind(record(exampleshire, small(own_view={"A": "family-help"})), b.Facts) for f in block.facts
    ]
    assert b.Fact("Your own view, before the result", "family-help (not a level of this document)") in facts


def test_unknowns_said_come_before_those_not_asked(exampleshire: CompiledDocument) -> None:
    """What somebody said is not known is listed for finding out before what nobody asked."""

    case = small(family={"substance-concern": "yes", "substance-effect-on-care": "not-known"})
    boxes = next(block for block in of_kind(record(exampleshire, case), b.Bullets) if block.marker == "box")
    assert b.plain(boxes.items[0]).startswith(exampleshire.source.questions["substance-effect-on-care"].ask)


def test_guarded_contact_is_named(exampleshire: CompiledDocument) -> None:
    """A way of contact that may put someone in danger is named; one that is fine is not."""

    report = record(exampleshire, small(guarded_contact={"phone": "no", "post": "yes"}))
    told = [b.plain(p) for n in of_kind(report, b.Notice) for p in n.paragraphs]
    assert "Do not telephone the family: it may put somebody in danger." in told


def test_names_are_printed_only_when_given(exampleshire: CompiledDocument) -> None:
    """Without names there are lines to write them on; with them, they stand with the child and the adult."""

    case = small(people=[{"ref": "P1", "is": "mother"}])
    nameless, named = record(exampleshire, case), record(exampleshire, case, {"A": "Ana Brown", "P1": "Jo Brown"})

    assert "Name (by hand)" in words(nameless)
    assert "Name (by hand)" not in words(named)
    assert "Ana Brown" in words(named)
    assert "P1: Jo Brown" in words(named)


def test_a_safer_way_of_contact_is_named_after_the_dangers(exampleshire: CompiledDocument) -> None:
    """Messages are warned of, and how and when contact is safer comes last."""

    guarded = {"messages": "no", "safely": "At school, mornings"}
    notices = of_kind(record(exampleshire, small(guarded_contact=guarded)), b.Notice)
    told = [b.plain(p) for n in notices if "contact" in b.plain(n.title) for p in n.paragraphs]
    assert "Do not leave messages" in told[0]
    assert told[-1] == "A way and a time that is safer: At school, mornings"


def test_set_aside_answer_is_reported(exampleshire: CompiledDocument) -> None:
    """An answer that other answers leave out is printed as one that did not count."""

    case = small(family={"substance-concern": "no", "substance-effect-on-care": "harm"})
    assert "Answers that did not count" in words(record(exampleshire, case))


def test_words_of_reassurance_are_never_made(exampleshire: CompiledDocument, mondays: dict[str, Any]) -> None:
    """Neither a low nor a middling result speaks of safety, of no risk, or of a score or percentage."""

    low = record(exampleshire, small(family={"danger-now": "no"}))
    for report in (low, record(exampleshire, mondays)):
        page = words(report).casefold()
        page = page.replace("safeguarding", "").replace("it is not a score", "")
        assert "no risk" not in page
        assert " safe " not in page
        assert " score" not in page


def test_hostile_text_is_printed_as_text(exampleshire: CompiledDocument) -> None:
    """Markup in a free field reaches both forms as the characters typed."""

    hostile = "<img src='/etc/passwd'> & <b>bold</b> <script>x</script>"
    report = record(exampleshire, small(title=hostile, worry=hostile, views={"A": {"child": hostile}}))
    page = render_html(report)
    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page
    assert render_pdf(report).startswith(b"%PDF")
