"""A clause behind a change, in words: what it is about, what it says in each edition, and where that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.condition_words import quoted
from threshold_tool.editions.level_changes import TOO_LITTLE
from threshold_tool.editions.words import field_words
from threshold_tool.evaluation import explain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.editions.other_changes import OtherChange
    from threshold_tool.editions.review import Review
    from threshold_tool.editions.rewritten import Place
    from threshold_tool.evaluation.compiled import Clause, CompiledDocument


def clause_words(review: Review, clause_id: str) -> str:
    """A clause that brings a change about: before and now, with its pages and what is written otherwise in it."""
    if clause_id == TOO_LITTLE:
        return "The level where too little is known is not the same, or what is not known could lead elsewhere."
    held = [(edition, clause) for edition in (review.old, review.new) if (clause := _clause(edition, clause_id))]
    if not held:
        said = f"`{clause_id}` is not asked when it was, or asked when it was not."
    else:
        said = f"{quoted(explain.clause_words(*held[-1]))}, `{clause_id}`{_before_and_now(review, held)}."
    return " ".join((said, *_within(review, clause_id)))


def behind_words(review: Review, change: OtherChange) -> tuple[str, ...]:
    """The clauses behind a change beside the level; of a question that is asked otherwise, when it is asked."""
    if change.kind == "ask_when":
        return tuple(_within(review, change.about))
    return tuple(clause_words(review, clause) for clause in change.clauses)


def _before_and_now(review: Review, held: list[tuple[CompiledDocument, Clause]]) -> str:
    cited = [_cited(compiled, clause) for compiled, clause in held]
    if len(held) == 1:
        return f" is {'new' if held[0][0] is review.new else 'gone'}: {cited[0]}"
    before, now = cited
    return f": {now}" if before == now else f": before {before}; now {now}"


def _cited(compiled: CompiledDocument, clause: Clause) -> str:
    """The level that a clause leads to, and its page."""
    level = "an action alone" if clause.level is None else explain.level_words(compiled, clause.level)
    return f"{level} ({clause.cite})" if clause.cite else level


def _clause(compiled: CompiledDocument, clause_id: str) -> Clause | None:
    return next((clause for clause in _clauses(compiled) if clause.id == clause_id), None)


def _clauses(compiled: CompiledDocument) -> Iterator[Clause]:
    yield from (rule.clause for rule in compiled.rules)
    for question in compiled.questions.values():
        yield from (clause for clause in (*question.clauses, question.not_known) if clause is not None)


def _within(review: Review, clause_id: str) -> Iterator[str]:
    """What is written otherwise in a clause, but for its level and its words, which stand there already."""
    question, _, answer = clause_id.partition("=")
    places: tuple[Place, ...] = (("rules", clause_id), ("questions", clause_id))
    if answer:
        places = (("placements", question, answer),)
    for one in review.of("clause"):
        if one.place[:-1] in places and one.place[-1] != "level":
            yield f"`{one.place[-1]}`: {field_words(one)}."
