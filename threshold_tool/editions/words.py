"""What a new edition changes, in words: the same in the terminal, on paper and in a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.condition_words import quoted
from threshold_tool.editions.level_changes import TOO_LITTLE
from threshold_tool.evaluation.explain import document_words, level_words
from threshold_tool.proofs.sides import IMMEDIATE
from threshold_tool.proofs.witness import case_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.editions.level_changes import LevelChange
    from threshold_tool.editions.moved_vignettes import Moved
    from threshold_tool.editions.other_changes import OtherChange
    from threshold_tool.editions.review import Review
    from threshold_tool.editions.rewritten import Rewritten
    from threshold_tool.evaluation.compiled import CompiledDocument

SAME = "No change in meaning: proved for every set of answers, every age and every history of earlier concerns."
LOWER = "Lower than before"
HIGHER = "Higher than before"
OTHER_LEVEL = "Another level"
WORDING_TITLE = "Wording alone"
SETTINGS_TITLE = "Settings: actions, contacts, deadlines and the like"
CLAUSES_TITLE = "Clauses and questions written otherwise"


def edition_words(compiled: CompiledDocument) -> str:
    """Which edition this is."""
    return document_words(compiled)


def verdict_words(review: Review) -> str:
    """Whether the new edition means the same, as far as that was decided."""
    found = review.difference
    if found.equivalent:
        return SAME
    if found.equivalent is None:
        return f"Not decided within {review.steps:,} steps: whether anything changes for a child."
    parts = []
    if found.changes:
        parts.append(_counted(len(found.changes), "move from one level to another", "moves from one level to another"))
    if found.other:
        parts.append(_counted(len(found.other), "other change for a child", "other changes for a child"))
    return f"The meaning changes: {' and '.join(parts)}."


def not_decided_words(review: Review) -> str | None:
    """What was not decided, where there is any."""
    open_ = review.difference.not_decided
    if not open_:
        return None
    return f"Not decided within {review.steps:,} steps: {', '.join(open_)}. There may be more changes than are listed."


def in_order(review: Review) -> tuple[LevelChange, ...]:
    """The moves as a board has to look at them: those to a lower level first."""
    return tuple(sorted(review.difference.changes, key=lambda one: direction(review, one) != LOWER))


def direction(review: Review, change: LevelChange) -> str:
    """Whether a move is to a lower or a higher level; to another where one edition has not got the level."""
    order = review.new.source.level_order
    if change.from_ not in order or change.to not in order:
        return OTHER_LEVEL
    return LOWER if order[change.to] < order[change.from_] else HIGHER


def change_title(review: Review, change: LevelChange) -> str:
    """From which level to which."""
    old, new = review.old, review.new
    before = level_words(old, old.source.level_order[change.from_])
    after = level_words(new, new.source.level_order[change.to])
    return f"From {before} to {after}"


def change_words(review: Review, change: LevelChange) -> str:
    """The smallest case that moves, as a sentence."""
    return f"The smallest case: {case_words(review.new, change.case)}."


def other_words(review: Review, change: OtherChange) -> str:
    """What changes beside the level, and the smallest case that shows it."""
    case = case_words(review.new if change.is_new else review.old, change.case)
    if change.kind == "ask_when":
        ask = (review.new if change.is_new else review.old).source.questions[change.about].ask
        return f"{quoted(ask)} is {'now' if change.is_new else 'no longer'} asked of {case}."
    if change.about == IMMEDIATE:
        return f"There is {'now' if change.is_new else 'no longer'} a call to act at once for {case}."
    edition = review.new if change.is_new else review.old
    do = next(action.do for action in edition.source.document.actions if action.id == change.about)
    return f"{'Now' if change.is_new else 'No longer'} required of {case}: {do}"


def clause_words(review: Review, clause: str) -> str:
    """A clause that brings a change about: what it says in each edition, and where."""
    if clause == TOO_LITTLE:
        return "The level where too little is known is not the same, or what is not known could lead elsewhere."
    old, new = _cited(review.old, clause), _cited(review.new, clause)
    if old is None and new is None:
        return f"`{clause}` is not asked when it was, or asked when it was not."
    if old is None or new is None:
        return f"`{clause}` is {'new' if old is None else 'gone'}: {old or new}."
    return f"`{clause}`: {old}." if old == new else f"`{clause}`: before {old}; now {new}."


def moved_words(review: Review, moved: Moved) -> str:
    """A child of a vignette who moves."""
    old, new = review.old, review.new
    before = level_words(old, old.source.level_order[moved.from_])
    after = level_words(new, new.source.level_order[moved.to])
    return f"{moved.title}, child {moved.ref}: from {before} to {after}"


def vignettes_words(review: Review) -> str:
    """How many children of vignettes move."""
    tried, moved = review.vignettes.tried, len(review.vignettes.moved)
    if not tried:
        return "No vignette fits both editions."
    return f"{_counted(moved, 'child', 'children')} of {tried:,} in the vignettes {'moves' if moved == 1 else 'move'}."


def rewritten_words(one: Rewritten) -> str:
    """A field that is written otherwise."""
    place = " > ".join(one.place)
    if one.before is None:
        return f"{place}: new: {one.after}"
    if one.after is None:
        return f"{place}: gone: {one.before}"
    return f"{place}: before: {one.before} Now: {one.after}"


def _cited(compiled: CompiledDocument, clause: str) -> str | None:
    """The level and page of a clause, or None where the document has not got it."""
    for own in _clauses(compiled):
        if own[0] == clause:
            level = "an action alone" if own[1] is None else level_words(compiled, own[1])
            return f"{level} ({own[2]})" if own[2] else level
    return None


def _clauses(compiled: CompiledDocument) -> Iterator[tuple[str, int | None, str | None]]:
    for rule in compiled.rules:
        yield rule.clause.id, rule.clause.level, rule.clause.cite
    for question in compiled.questions.values():
        for clause in (*question.clauses, question.not_known):
            if clause is not None:
                yield clause.id, clause.level, clause.cite


def _counted(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"
