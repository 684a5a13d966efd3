"""Which answers conditions read, and which rules speak of which questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.conditions import Answer, Placed, walk

if TYPE_CHECKING:
    from collections.abc import Collection

    from threshold_tool.documents.conditions import AnswerBound, Condition, PlacedFilter
    from threshold_tool.documents.loaded import LoadedDocument
    from threshold_tool.documents.model import Rule


def answers_read(condition: Condition | None) -> tuple[AnswerBound, ...]:
    """The answers that a condition names, each once; none for no condition."""
    if condition is None:
        return ()
    return tuple(dict.fromkeys(part.answer for part in walk(condition) if isinstance(part, Answer)))


def made_of(condition: Condition, *kinds: type) -> bool:
    """Whether a condition is made of these kinds alone."""
    return all(isinstance(part, kinds) for part in walk(condition))


def names_one_of(rule: Rule, questions: Collection[str]) -> bool:
    """Whether a rule names one of these questions: its answer, a placement of it, or a strength that stops the rule."""
    named = {bound.question for bound in answers_read(rule.when)} | {bound.question for bound in rule.unless}
    for part in _counts(rule):
        named.update(part.questions or ())
    return not named.isdisjoint(questions)


def counts_one_of(rule: Rule, questions: Collection[str], source: LoadedDocument) -> bool:
    """Whether a rule counts placed answers, those to one of these questions among them, without naming it."""
    return any(_takes_in(part, question, source) for part in _counts(rule) for question in questions)


def _counts(rule: Rule) -> list[PlacedFilter]:
    return [part.placed for part in walk(rule.when) if isinstance(part, Placed)]


def _takes_in(wanted: PlacedFilter, question_id: str, source: LoadedDocument) -> bool:
    question = source.questions[question_id]
    return (
        wanted.questions is None
        and not question.is_strength
        and (wanted.themes is None or question.theme in wanted.themes)
        and (wanted.domains is None or question.domain in wanted.domains)
    )
