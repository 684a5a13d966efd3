"""The rules of a document on paper, level by level, and the strengths that stop some of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.condition_words import quoted, sentence
from threshold_tool.reports.blocks import Bullets, Heading, KeepTogether, Paragraph, Run, Table
from threshold_tool.reports.paper_words import PaperNames, id_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.documents.model import Rule, ThresholdDocument
    from threshold_tool.documents.questions import Question
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.reports.blocks import Block


def blocks(compiled: CompiledDocument) -> Iterator[Block]:
    """Every rule under its level, lowest first; those that ask for an action alone come last."""
    document = compiled.source.document
    if not document.rules:
        return
    yield Heading("Rules: what answers mean together", anchor="rules")
    yield Paragraph("A rule can only add concern. A child's level is the highest that any answer or rule leads to.")
    for level in (*document.levels, None):
        rules = [rule for rule in document.rules if rule.level == (level.id if level else None)]
        if rules:
            yield Heading(f"Rules that lead to {level.name}" if level else "Rules that ask for action alone", level=2)
        for rule in rules:
            yield KeepTogether(tuple(_rule(compiled, rule)))
    yield from _strengths(compiled)


def _rule(compiled: CompiledDocument, rule: Rule) -> Iterator[Block]:
    names = PaperNames(compiled)
    words = names.conditions()
    cite = f" [{rule.cite}]" if rule.cite else ""
    yield Heading(f"{id_words(rule.id).capitalize()}{cite}", level=3)
    lead, points = words.points(rule.when)
    if lead:
        yield Paragraph(f"{lead[:1].upper()}{lead[1:]}:")
        yield Bullets(points)
    else:
        yield Paragraph(sentence(points[0]))
    if rule.immediate:
        yield Paragraph((Run("Act at once.", strong=True),))
    if rule.unless:
        stops = "; or ".join(words.strength(bound) for bound in rule.unless)
        yield Paragraph((Run("Unless ", strong=True), Run(sentence(stops))))
    if rule.require:
        yield Paragraph((Run("Also do: ", strong=True), Run(sentence(names.actions(rule.require)))))
    yield Paragraph((Run("Because: ", strong=True), Run(sentence(rule.because))))


def _strengths(compiled: CompiledDocument) -> Iterator[Block]:
    """Each strength with its answers and the rules that it stops."""
    if not compiled.strengths:
        return
    names = PaperNames(compiled)
    yield Heading("Strengths", anchor="strengths")
    yield Paragraph("A strength counts only when it is known. It lowers nothing: it can stop a rule that names it.")
    rows = []
    for strength in compiled.strengths.values():
        answers = "\n".join(f"• {option.text}" for option in strength.options)
        stops = "\n".join(_stopped(compiled.source.document, strength))
        rows.append((f"{names.question(strength.id)}. {strength.ask}", answers, stops))
    yield Table("", ("Question", "Answers, strongest first", "Rules that it stops"), tuple(rows), (3, 3, 4))


def _stopped(document: ThresholdDocument, strength: Question) -> Iterator[str]:
    """For each answer that stops rules, the names of those that it and any better one stop."""
    for grade, option in enumerate(strength.options):
        named = [
            id_words(rule.id)
            for rule in document.rules
            for bound in rule.unless
            if (bound.question, bound.at_or_below) == (strength.id, option.id)
        ]
        if named:
            yield f"{quoted(option.text)}{' or better' if grade else ''}: {'; '.join(named)}"
