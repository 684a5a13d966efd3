"""One of two documents in the levels and questions that it shares with the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.comparison.exchange import NOTHING_MATCHES, OTHER, TOO_LITTLE
from threshold_tool.comparison.rewriting import Rewriter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from threshold_tool.documents.model import Placement, Rule
    from threshold_tool.documents.questions import Question
    from threshold_tool.evaluation.compiled import CompiledDocument

Placements = dict[str, "Placement"]


@dataclass(frozen=True)
class Side:
    """What one document contributes: its questions and what it places, its rules by id, and its two settings."""

    questions: Mapping[str, Question]
    placements: Mapping[str, Placements]
    rules: Mapping[str, Rule]
    settings: Mapping[str, str]


def side_of(
    compiled: CompiledDocument, levels: Mapping[str, str], renamed: Mapping[str, str], apart: Mapping[str, str]
) -> Side:
    """A document with its levels and questions renamed; `apart` as in `Rewriter`."""
    document = compiled.source.document
    written = Rewriter(levels, renamed, apart)
    questions = (written.question(question) for question in compiled.source.questions.values())
    placements = {
        renamed.get(question, question): {key: written.placement(placement) for key, placement in own.items()}
        for question, own in document.placements.items()
        if own
    }
    return Side(
        questions={question.id: question for question in questions},
        placements=placements,
        rules={rule.id: written.rule(rule) for rule in document.rules if rule.level is not None},
        settings={
            NOTHING_MATCHES: levels[document.when_nothing_matches],
            TOO_LITTLE: levels[document.when_too_little_is_known],
        },
    )


def rule_names(rules: Mapping[str, Rule], first: Mapping[str, Rule]) -> dict[str, str]:
    """The second document's rules under the ids of the first's rules that they equal or stand against."""
    equal: dict[str, str] = {}
    for rule_id, rule in rules.items():
        free = {own: other for own, other in first.items() if own not in equal.values()}
        same = (own for own, other in free.items() if rule_meaning(other) == rule_meaning(rule))
        if (found := next(same, None)) is not None:
            equal[rule_id] = found
    taken = set(equal.values())
    return {rule_id: equal.get(rule_id, rule_id + OTHER if rule_id in taken else rule_id) for rule_id in rules}


def renamed_rules(rules: Mapping[str, Rule], names: Mapping[str, str]) -> dict[str, Rule]:
    """Rules under new ids."""
    return {names[rule_id]: rule.model_copy(update={"id": names[rule_id]}) for rule_id, rule in rules.items()}


def rule_meaning(rule: Rule) -> tuple[object, ...]:
    """All of a rule that a level can depend on."""
    return rule.level, rule.when, frozenset(rule.unless)
