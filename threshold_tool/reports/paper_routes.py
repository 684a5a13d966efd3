"""Actions, contacts, outcomes, disagreement and feedback of a document on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.condition_words import sentence
from threshold_tool.evaluation.step_words import day_words, hours_words
from threshold_tool.reports.blocks import Fact, Facts, Heading, KeepTogether, Run, Table
from threshold_tool.reports.document_parts import escalation_table
from threshold_tool.reports.paper_levels import action_table
from threshold_tool.reports.paper_words import PaperNames, contact_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.documents.model import Contact, ThresholdDocument
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.reports.blocks import Block, Text


def blocks(compiled: CompiledDocument) -> Iterator[Block]:
    """Whom to reach, what to do and by when, and what follows an answer or the lack of one."""
    document = compiled.source.document
    yield from _actions(compiled)
    yield from _contacts(document)
    yield from _outcomes(compiled)
    if document.escalation:
        yield Heading("Professional disagreement", anchor="escalation")
        yield KeepTogether((escalation_table(document),))
    if document.feedback:
        yield Heading("What a referrer may expect", anchor="feedback")
        yield Facts(
            (
                Fact("An answer", f"Within {document.feedback.within}"),
                Fact("Chase it", f"After {document.feedback.chase_after} without one"),
            )
        )


def _actions(compiled: CompiledDocument) -> Iterator[Block]:
    document = compiled.source.document
    if not document.actions:
        return
    yield Heading("All actions", anchor="actions")
    yield action_table(compiled, "", document.actions)
    stages = {stage.id: f"Stage {number}: {stage.who}" for number, stage in enumerate(document.escalation, start=1)}
    late: dict[str, list[str]] = {}
    names = PaperNames(compiled)
    for action in document.actions:
        if action.if_late:
            late.setdefault(action.if_late, []).append(str(names.action(action.id)))
    if late:
        rows = tuple((", ".join(late[stage]), who) for stage, who in stages.items() if stage in late)
        yield Table("When nothing happens in time", ("Actions", "Turn to"), rows, (2, 5))


def _contacts(document: ThresholdDocument) -> Iterator[Block]:
    if document.contacts:
        yield Heading("Contacts", anchor="contacts")
        rows = tuple(_contact(document, contact) for contact in document.contacts)
        yield Table("", ("Contact", "How and when to reach it"), rows, (2, 4))


def _contact(document: ThresholdDocument, contact: Contact) -> tuple[Text, ...]:
    name = (Run(contact.name), Run("\nFor immediate danger", strong=True)) if contact.urgent else contact.name
    other = contact_name(document, contact.out_of_hours)
    lines = (
        "   ".join(part for part in (contact.phone, contact.email) if part),
        hours_words(contact),
        f"When closed: {other}" if other else "",
        f"Last checked on {day_words(contact.checked)}" if contact.checked else "",
    )
    return name, "\n".join(line for line in lines if line)


def _outcomes(compiled: CompiledDocument) -> Iterator[Block]:
    outcomes, names = compiled.source.document.outcomes, PaperNames(compiled)
    if outcomes:
        yield Heading("What can become of a referral", anchor="outcomes")
        rows = tuple(
            (outcome.name, sentence(names.actions(outcome.then)) if outcome.then else "") for outcome in outcomes
        )
        yield KeepTogether((Table("", ("Outcome", "What to do then"), rows, (2, 5)),))
