"""What a new edition changes, in words: the same in the terminal, on paper and in a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.condition_words import quoted
from threshold_tool.evaluation.explain import answer_words, document_words, level_words, question_words
from threshold_tool.evaluation.step_words import day_words
from threshold_tool.proofs.sides import IMMEDIATE
from threshold_tool.proofs.witness import case_words

if TYPE_CHECKING:
    from threshold_tool.cases.model import Case
    from threshold_tool.editions.answers_apart import AnswerApart
    from threshold_tool.editions.level_changes import LevelChange
    from threshold_tool.editions.moved_vignettes import Moved
    from threshold_tool.editions.other_changes import OtherChange
    from threshold_tool.editions.review import Review
    from threshold_tool.editions.rewritten import Rewritten
    from threshold_tool.evaluation.compiled import CompiledDocument

SAME = "No change in meaning: proved for every set of answers, every age and every history of earlier concerns."
SAME_WHERE_COMPARED = (
    "Not decided: some answers cannot be compared. With the answers that both editions offer in the same order, "
    "nothing changes for a child."
)
LOWER = "Lower than before"
HIGHER = "Higher than before"
OTHER_LEVEL = "Another level"
WORDING_TITLE = "Wording alone"
SETTINGS_TITLE = "Settings: actions, contacts, deadlines and the like"
NOT_COMPARED_TITLE = "Answers that could not be compared"
NOT_COMPARED = "Look at each of these yourselves: there may be more changes than are listed."
CLAUSES_TITLE = "Clauses and questions written otherwise"
_MOST_TITLES = 6


def edition_words(compiled: CompiledDocument) -> str:
    """Which edition this is."""
    return document_words(compiled)


def verdict_words(review: Review) -> str:
    """Whether the new edition means the same, as far as that was decided."""
    found = review.difference
    if review.equivalent:
        return SAME
    if found.equivalent:
        return SAME_WHERE_COMPARED
    if found.equivalent is None:
        return f"Not decided within {review.steps:,} steps: whether anything changes for a child."
    parts = []
    if found.changes:
        moves = _counted(len(found.changes), "move from one level to another", "moves from one level to another")
        lower = sum(direction(review, change) == LOWER for change in found.changes)
        parts.append(f"{moves}, {lower:,} of them to a lower one" if lower else moves)
    if found.other:
        parts.append(_counted(len(found.other), "other change for a child", "other changes for a child"))
    return f"The meaning changes: {', and '.join(parts)}."


def not_compared_words(review: Review) -> tuple[str, ...]:
    """The answers that cannot be given in both editions alike, each with where it leads."""
    return tuple(_apart_words(review, one) for one in review.not_compared)


def note_words(review: Review) -> tuple[str, ...]:
    """What else the reader has to know of the two: which they are, and that settings differ whatever the verdict."""
    old, new = review.old.source, review.new.source
    notes = []
    if old.document.id != new.document.id:
        notes.append("These are two documents, not two editions of one. `threshold compare` sets areas side by side.")
    elif old.fingerprint == new.fingerprint:
        notes.append("Both are the same, byte for byte.")
    elif old.document.edition == new.document.edition:
        notes.append(f"Both call themselves edition {new.document.edition}, but they are not the same.")
    if settings := len(review.of("setting")):
        differ = _counted(settings, "setting is", "settings are")
        notes.append(f'{differ} not as before: see what is done, by whom and by when, under "{SETTINGS_TITLE}".')
    return tuple(notes)


def date_words(compiled: CompiledDocument) -> str:
    """From when to when an edition holds."""
    document = compiled.source.document
    return f"In force from {day_words(document.effective)}, to be reviewed by {day_words(document.review_by)}"


def not_decided_words(review: Review) -> str | None:
    """What was not decided, where there is any."""
    open_ = review.difference.not_decided
    if not open_:
        return None
    return f"Not decided within {review.steps:,} steps: {', '.join(open_)}. There may be more changes than are listed."


def in_order(review: Review) -> tuple[LevelChange, ...]:
    """The moves as a board has to look at them: to a lower level first, then where the two have not the same levels."""
    first = (LOWER, OTHER_LEVEL, HIGHER)
    return tuple(sorted(review.difference.changes, key=lambda one: first.index(direction(review, one))))


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
    return f"The smallest case: {_case_words(review, change.case)}."


def other_words(review: Review, change: OtherChange) -> str:
    """What changes beside the level, and the smallest case that shows it."""
    case = _case_words(review, change.case)
    if change.kind == "ask_when":
        ask = (review.new if change.is_new else review.old).source.questions[change.about].ask
        return f"{quoted(ask)} is {'now' if change.is_new else 'no longer'} asked of {case}."
    if change.about == IMMEDIATE:
        return f"There is {'now' if change.is_new else 'no longer'} a call to act at once for {case}."
    edition = review.new if change.is_new else review.old
    do = next(action.do for action in edition.source.document.actions if action.id == change.about)
    return f"{'Now' if change.is_new else 'No longer'} required of {case}: {do}"


def moved_words(review: Review, moved: Moved) -> str:
    """A child of a vignette who moves, and after which part of the story."""
    old, new = review.old, review.new
    before = level_words(old, old.source.level_order[moved.from_])
    after = level_words(new, new.source.level_order[moved.to])
    part = "" if moved.part is None else f", after part {moved.part} of the story"
    return f"{moved.title}, child {moved.ref}{part}: from {before} to {after}"


def vignettes_words(review: Review) -> str:
    """How many children of vignettes move, in the end and part way, and which vignettes were not run."""
    found = review.vignettes
    moved = len(found.at_the_end)
    said = ["No vignette was run."]
    if found.tried:
        moves = "moves" if moved == 1 else "move"
        said = [f"{_counted(moved, 'child', 'children')} of {found.tried:,} in the vignettes {moves}."]
    if found.part_way:
        children = len({(one.title, one.ref) for one in found.part_way})
        moves = "is at another level" if children == 1 else "are at another level"
        said.append(f"{_counted(children, 'child', 'children')} {moves} part way through the story.")
    if found.unfit:
        said.append(f"Not run, since they fit neither edition: {_some(found.unfit)}.")
    return " ".join(said)


def rewritten_words(one: Rewritten) -> str:
    """A field or an entry that is written otherwise, and where it stands."""
    return f"{' > '.join(one.place)}: {field_words(one)}"


def field_words(one: Rewritten) -> str:
    """What a field or an entry was, and what it is now."""
    if one.before is None:
        return f"new: {one.after}"
    if one.after is None:
        return f"gone: {one.before}"
    return f"before: {one.before} Now: {one.after}"


def _apart_words(review: Review, one: AnswerApart) -> str:
    edition = review.old if one.offered_by == "old" else review.new
    ask = quoted(question_words(edition, one.question))
    if one.answer is None:
        return f"{ask}, `{one.id}`: the editions do not ask this in the same way, or do not take the same numbers."
    said = f"{ask} {quoted(answer_words(edition, one.question, one.answer))}, `{one.id}`"
    if one.offered_by == "both":
        return f"{said}: among the other answers it stands in another place."
    level = _placed(edition, one.question, one.answer)
    placed = "" if level is None else f", at {level_words(edition, level)}"
    return f"{said}: {'new' if one.offered_by == 'new' else 'gone'}{placed}."


def _placed(edition: CompiledDocument, question: str, answer: str) -> int | None:
    """The level at which an answer counts by itself, if at any."""
    compiled, asked = edition.questions.get(question), edition.source.questions[question]
    grade = asked.grade_of(answer)
    clause = None if compiled is None or grade is None else compiled.clauses[grade]
    return None if clause is None else clause.level


def _case_words(review: Review, case: Case) -> str:
    """A case in the words of the new edition; of the old one for what the old one alone asks."""
    both = {**case.family, **case.children[0].answers}
    gone = [question for question in both if question not in review.new.source.questions]
    words = case_words(review.new, case)
    if not gone:
        return words
    old = review.old
    answered = [
        f"{quoted(question_words(old, one))} is answered {quoted(answer_words(old, one, both[one]))}" for one in gone
    ]
    return f"{words}; and in edition {old.source.document.edition} alone, {', '.join(answered)}"


def _some(titles: tuple[str, ...]) -> str:
    """The first of some titles, and how many more there are."""
    shown, more = titles[:_MOST_TITLES], len(titles) - _MOST_TITLES
    return f"{', '.join(shown)} and {more:,} more" if more > 0 else ", ".join(shown)


def _counted(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"
