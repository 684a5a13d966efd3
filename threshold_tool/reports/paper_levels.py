"""The levels of a document on paper: meaning, law, consent and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.evaluation.consent_words import RULES, how_shown, who_may_give
from threshold_tool.evaluation.explain import law_words
from threshold_tool.reports.blocks import Bullets, Fact, Facts, Heading, KeepTogether, LevelBadge, Paragraph, Table
from threshold_tool.reports.paper_words import PaperNames, contact_name, deadline_words, id_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from threshold_tool.documents.model import Action, Consent, Level, ThresholdDocument
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.reports.blocks import Block


def blocks(compiled: CompiledDocument) -> Iterator[Block]:
    """Every level, lowest first, and the bands that put several under one name."""
    document = compiled.source.document
    yield Heading("Levels", anchor="levels")
    named = {level.id: level.name for level in document.levels}
    yield Facts(
        (
            Fact("When nothing in this document applies", named[document.when_nothing_matches]),
            Fact("When too little is known", named[document.when_too_little_is_known]),
        )
    )
    for order, level in enumerate(document.levels):
        yield from _level(compiled, order, level)
    if document.bands:
        yield Heading("Levels that are shown as one", level=2)
        yield Table("", ("Shown as", "Known as", "Levels"), tuple(_bands(document)), (3, 1, 5))


def _level(compiled: CompiledDocument, order: int, level: Level) -> Iterator[Block]:
    document = compiled.source.document
    band = next((f"Part of {band.name}" for band in document.bands if band.id == level.part_of), "")
    duty = "Statutory: the council has a duty in law at this level." if level.statutory else "Not statutory."
    law = law_words(compiled, order)
    details = (level.meaning, f"{duty} {law or ''}".strip())
    badge = LevelBadge(band, level.code, level.name, level.colour, details, anchor=f"level-{level.id}")
    examples = (Paragraph("For example:"), Bullets(level.examples)) if level.examples else ()
    yield KeepTogether((badge, *examples))
    if level.consent is not None:
        yield KeepTogether(tuple(_consent(compiled, level.consent)))
    if level.actions:
        known = {action.id: action for action in document.actions}
        yield action_table(compiled, f"What to do at {level.name}", [known[each] for each in level.actions])


def action_table(compiled: CompiledDocument, caption: str, actions: Sequence[Action]) -> Table:
    """Actions with their numbers, deadlines and contacts, and the role that each is for."""
    names, document = PaperNames(compiled), compiled.source.document
    rows = tuple(
        (
            str(names.action(action.id)),
            f"{_roles(action)}{action.do}",
            deadline_words(action),
            contact_name(document, action.contact),
        )
        for action in actions
    )
    return Table(caption, ("No.", "What", "By when", "Contact"), rows, (0.6, 4.6, 2.3, 2.5))


def _roles(action: Action) -> str:
    """The roles that an action is for, ahead of it; "" where it is for everybody."""
    return f"{', '.join(map(id_words, action.roles)).capitalize()}: " if action.roles else ""


def _consent(compiled: CompiledDocument, consent: Consent) -> Iterator[Block]:
    yield Heading("Consent", level=3)
    yield Paragraph(f"{RULES[consent.rule]} {consent.text or ''}".strip())
    facts = (
        ("Who may give it", who_may_give(consent)),
        ("How it is shown", how_shown(consent).capitalize()),
        ("If it is refused", _refused(compiled, consent)),
    )
    if said := tuple(Fact(label, words) for label, words in facts if words):
        yield Facts(said)
    if consent.exceptions:
        yield Paragraph("Exceptions:")
        yield Bullets(tuple(exception.text for exception in consent.exceptions))


def _refused(compiled: CompiledDocument, consent: Consent) -> str:
    if consent.if_refused is None:
        return ""
    action = next(action for action in compiled.source.document.actions if action.id == consent.if_refused)
    return f"{action.do} (action {PaperNames(compiled).action(action.id)})"


def _bands(document: ThresholdDocument) -> Iterator[tuple[str, str, str]]:
    for band in document.bands:
        levels = [level.name for level in document.levels if level.part_of == band.id]
        yield band.name, band.code, "\n".join(levels)
