"""From a result to the blocks of its record, the same for paper and screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.evaluation.explain import danger_words, document_words, level_words, urgent_contacts
from threshold_tool.evaluation.result_words import ANYONE_MAY_REFER, DOES_NOT_DECIDE, highest_words
from threshold_tool.evaluation.step_words import clock_words, day_words
from threshold_tool.reports import record_child, record_decision, record_family
from threshold_tool.reports.blocks import (
    Bullets,
    Fact,
    Facts,
    Heading,
    KeepTogether,
    LevelBadge,
    Notice,
    PageBreak,
    Paragraph,
    Report,
    Run,
    Signatures,
)
from threshold_tool.reports.document_parts import escalation_table, footer, status_marks, watermark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from threshold_tool.documents.model import ThresholdDocument
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.result import ChildResult
    from threshold_tool.reports.blocks import Block

ROLES = {
    "school": "School",
    "health": "Health",
    "early-years": "Early years",
    "police": "Police",
    "voluntary": "Voluntary organisation",
    "other": "Not stated",
}


def record_of(result: CaseResult, names: Mapping[str, str] | None = None) -> Report:
    """The whole record of a case: summary, each child on a page of its own, the family, and what comes next.

    `names`, by a child's or an adult's `ref`, are printed only where the person turned them on; a child without one
    has a line to write it on by hand.
    """
    document = result.compiled.source.document
    return Report(
        title="Record of a concern",
        subtitle=document_words(result.compiled),
        running_head=f"Record of a concern, {day_words(result.moment.on)}",
        marks=tuple(_marks(result)),
        watermark=watermark(document),
        footer=footer(result.compiled.source),
        blocks=tuple(_blocks(result, names or {})),
    )


def _blocks(result: CaseResult, names: Mapping[str, str]) -> Iterator[Block]:
    yield from _danger(result)
    yield from _about(result)
    yield from record_family.guarded_contact(result)
    yield from _summary(result)
    for child in result.children:
        yield PageBreak()
        yield from record_child.blocks(result, child, names.get(child.ref))
    yield PageBreak()
    yield from record_family.blocks(result, names)
    yield from _disagreement(result)
    yield from _statements(document=result.compiled.source.document)
    yield KeepTogether((Signatures(("Person making this record", "Manager or safeguarding lead")),))


def _marks(result: CaseResult) -> Iterator[str]:
    document = result.compiled.source.document
    yield from status_marks(document)
    if document.review_by < result.moment.on:
        yield f"This edition was to be reviewed by {day_words(document.review_by)}"
    if result.moment.on < document.effective:
        yield f"This edition takes effect on {day_words(document.effective)}"


def _danger(result: CaseResult) -> Iterator[Block]:
    """Immediate danger comes first on every record; framed as urgent where an answer calls for action at once."""
    words = danger_words(result.compiled)
    contacts = urgent_contacts(result.compiled)
    at_once = [child.ref for child in result.children if child.immediate]
    if at_once:
        who = " and ".join(f"child {ref}" for ref in at_once)
        yield Notice("urgent", f"Act now for {who}", (words, *contacts))
    else:
        yield Notice("note", "If there is immediate danger", (words, *contacts))


def _about(result: CaseResult) -> Iterator[Block]:
    case, document = result.fitted.case, result.compiled.source.document
    hour = f", {clock_words(case.at)}" if case.at else ""
    facts = [
        Fact("Date of this record", f"{day_words(case.on)}{hour}"),
        Fact("Written by", ROLES[case.role]),
        Fact("Threshold document", f"{document.title}, edition {document.edition}, {document.board}"),
        Fact("In force from", f"{day_words(document.effective)}; to be reviewed by {day_words(document.review_by)}"),
    ]
    if case.title:
        facts.insert(0, Fact("Title", case.title))
    yield Facts(tuple(facts))


def _summary(result: CaseResult) -> Iterator[Block]:
    yield Heading("What the document says", anchor="summary")
    yield Paragraph(DOES_NOT_DECIDE)
    for child in result.children:
        level = result.compiled.source.document.levels[child.recommendation.level]
        yield LevelBadge(
            who=f"Child {child.ref}",
            code=level.code,
            name=level_words(result.compiled, child.recommendation.level),
            colour=level.colour,
            details=tuple(_decided(result, child)),
        )
    if highest := highest_words(result):
        yield Paragraph((Run(highest, strong=True),))


def _decided(result: CaseResult, child: ChildResult) -> Iterator[str]:
    """The person's decision beside the document's level, so that the first page shows both."""
    decision = result.fitted.case.decision.get(child.ref)
    if decision is not None:
        yield f"Decided: {record_decision.decision_words(result, child, decision)}"


def _disagreement(result: CaseResult) -> Iterator[Block]:
    document = result.compiled.source.document
    yield Heading("If you disagree", anchor="disagreement")
    if "disagreement" in document.statements:
        yield Paragraph(document.statements["disagreement"])
    yield Paragraph(ANYONE_MAY_REFER)
    if document.escalation:
        yield escalation_table(document)


def _statements(document: ThresholdDocument) -> Iterator[Block]:
    wanted = ("judgement", "not-a-score", "unknown")
    said = [document.statements[key] for key in wanted if key in document.statements]
    if said:
        yield Heading("In the document's own words", anchor="judgement")
        yield Bullets(tuple(said))
