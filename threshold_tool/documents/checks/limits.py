"""The limits that keep a document monotone: more concern never means less (see docs/user-guide.md)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from threshold_tool.documents.checks.composition import conditions_in
from threshold_tool.documents.checks.placed_lower import PlacedLower
from threshold_tool.documents.conditions import Answer, EarlierConcerns, Placed, walk
from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.documents.placing import answer_keys, cuts_of, not_known_placement, reached_placements
from threshold_tool.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from threshold_tool.documents.checks.composition import Composition, Path
    from threshold_tool.documents.conditions import Condition
    from threshold_tool.documents.placing import ReachedPlacement
    from threshold_tool.documents.questions import Question

KEYED_ORDER = {"danger": 0, "always": 1}


def check_levels(c: Composition) -> Iterator[Problem]:
    """Every level above a statutory one is statutory (`statutory-lowered`)."""
    for at, (below, level) in enumerate(pairwise(c.document.levels), start=1):
        if below.statutory and not level.statutory:
            message = f"The level `{level.id}` stands above the statutory level `{below.id}` and is not statutory."
            hint = "Write `statutory: true`, or put the levels in order, lowest first."
            place = c.at("levels", at, "statutory")
            yield Problem("statutory-lowered", message, place, about=(level.id,), hint=hint)


def check_unless(c: Composition) -> Iterator[Problem]:
    """A strength never stops a rule that is statutory or calls for action at once (`statutory-lowered`)."""
    statutory = {level.id for level in c.document.levels if level.statutory}
    for at, rule in enumerate(c.document.rules):
        if rule.unless and (rule.level in statutory or rule.immediate):
            message = f"The rule `{rule.id}` is statutory or immediate: no strength may stop it."
            hint = "Take the `unless` out."
            yield Problem("statutory-lowered", message, c.at_key("rules", at, "unless"), about=(rule.id,), hint=hint)
        for index, bound in enumerate(rule.unless):
            question = c.questions.get(bound.question)
            if question is not None and not question.is_strength:
                message = f"`unless` names strengths only; `{question.id}` is a concern."
                place = c.at("rules", at, "unless", index, "question")
                yield Problem("strength-misused", message, place, about=(rule.id, question.id))


def check_strengths(c: Composition) -> Iterator[Problem]:
    """Strengths have graded answers and no `ask_when`, and stand in `unless` alone (`strength-misused`)."""
    for question, places in c.asked():
        if question.is_strength and question.number is not None:
            message = f"The strength `{question.id}` needs graded answers, not a number."
            yield Problem("strength-misused", message, places.nearest_key(("number",)), about=(question.id,))
        if question.is_strength and question.ask_when is not None:
            message = f"The strength `{question.id}` is always asked: it has no `ask_when`."
            yield Problem("strength-misused", message, places.nearest_key(("ask_when",)), about=(question.id,))
    strengths = {question.id for question in c.questions.values() if question.is_strength}
    for question_id in c.document.placements:
        if question_id in strengths:
            message = f"The strength `{question_id}` cannot be placed: a strength only stops a rule, in `unless`."
            yield Problem("strength-misused", message, c.at_key("placements", question_id), about=(question_id,))
    for places, path, part in c.conditions():
        for question_id, inner in _questions_read(part):
            if question_id in strengths:
                message = f"`{question_id}` is a strength: it can stop a rule in `unless`, and nothing else."
                place = places.nearest((*path, *inner))
                yield Problem("strength-misused", message, place, about=(question_id,))


def _questions_read(part: Condition) -> Iterator[tuple[str, Path]]:
    """The questions that a condition names itself, each with its place inside the condition."""
    if isinstance(part, Answer):
        yield part.answer.question, ("answer", "question")
    elif isinstance(part, Placed):
        for index, question_id in enumerate(part.placed.questions or ()):
            yield question_id, ("placed", "questions", index)


def check_gates(c: Composition) -> Iterator[Problem]:
    """`ask_when` reads answers and ages only, and leads back to no question (`bad-ask-when`)."""
    asks_after: dict[str, set[str]] = {}
    for question, places in c.asked():
        if question.ask_when is None:
            continue
        for path, part in conditions_in(question.ask_when, ("ask_when",)):
            if isinstance(part, Placed | EarlierConcerns):
                key = "placed" if isinstance(part, Placed) else "earlier_concerns"
                message = (
                    f"`ask_when` cannot use `{key}`: whether a question is asked depends on answers and age alone."
                )
                yield Problem("bad-ask-when", message, places.nearest_key((*path, key)), about=(question.id,))
        asks_after[question.id] = {p.answer.question for p in walk(question.ask_when) if isinstance(p, Answer)}
    for question, places in c.asked():
        if question.id in asks_after and _leads_back(question.id, asks_after):
            message = f"Whether `{question.id}` is asked depends on its own answer."
            yield Problem("bad-ask-when", message, places.nearest_key(("ask_when",)), about=(question.id,))


def _leads_back(start: str, asks_after: Mapping[str, set[str]]) -> bool:
    seen: set[str] = set()
    waiting = list(asks_after[start])
    while waiting:
        question = waiting.pop()
        if question == start:
            return True
        if question not in seen:
            seen.add(question)
            waiting.extend(asks_after.get(question, ()))
    return False


def check_placements(c: Composition) -> Iterator[Problem]:
    """A more concerning answer is never placed lower, nor loses `immediate` (`not-monotone`)."""
    order = {level.id: at for at, level in enumerate(c.document.levels)}
    for question_id in c.document.placements:
        question = c.questions.get(question_id)
        if question is None or question.is_strength:
            continue
        reached = _reached(c, question)
        cuts = cuts_of(question, c.document.placements[question_id], ())
        for before, after in pairwise(reached):
            if before is None or after is None or before == after:
                continue
            lower = PlacedLower(c, question, before, after, cuts)
            place = c.at_key("placements", question_id, after.answer)
            if order.get(after.level or "", -1) < order.get(before.level or "", -1):
                message = (
                    f"The answer `{after.answer}` to `{question_id}` is more concerning than `{before.answer}`, "
                    f"but is placed lower: at `{after.level}`, where `{before.answer}` is at `{before.level}`."
                )
                hint, case = lower.level_words(), lower.case()
                yield Problem("not-monotone", message, place, about=(question_id,), hint=hint, witness=case)
            if before.immediate and not after.immediate:
                message = (
                    f"The answer `{after.answer}` to `{question_id}` is more concerning than `{before.answer}`, "
                    "which is immediate, but is not immediate itself."
                )
                hint, case = f"{lower.urgency_words()} Add `immediate: true`.", lower.case()
                yield Problem("not-monotone", message, place, about=(question_id,), hint=hint, witness=case)
        yield from _least_answer(c, question, reached, order)
        yield from _not_known(c, question, reached, order)


def _least_answer(
    c: Composition, question: Question, reached: tuple[ReachedPlacement | None, ...], order: Mapping[str, int]
) -> Iterator[Problem]:
    least = reached[0]
    base = order.get(c.document.when_nothing_matches, 0)
    if least is not None and order.get(least.level or "", -1) > base:
        message = (
            f"`{least.answer}` is the least concerning answer of `{question.id}`, "
            f"but is placed above `{c.document.when_nothing_matches}`, the level when nothing matches."
        )
        place = c.at_key("placements", question.id, least.answer)
        hint = "Take this placement out. If the answer is a concern, add a less concerning one before it."
        yield Problem("least-answer-placed", message, place, about=(question.id,), hint=hint)


def _not_known(
    c: Composition, question: Question, reached: tuple[ReachedPlacement | None, ...], order: Mapping[str, int]
) -> Iterator[Problem]:
    """`not-known` is placed below statutory levels, and not above the question's lowest placement."""
    not_known = not_known_placement(c.document.placements[question.id])
    if not_known is None or not_known.level is None or not_known.level not in order:
        return
    place = c.at("placements", question.id, NOT_KNOWN, "level")
    if c.document.levels[order[not_known.level]].statutory:
        message = f"For `{question.id}`, `not-known` is placed at `{not_known.level}`, which is a statutory level."
        hint = "Place it below the statutory levels."
        yield Problem("not-monotone", message, place, about=(question.id,), hint=hint)
    placed = [p for p in reached if p is not None and p.level is not None and p.level in order]
    lowest = min(placed, key=lambda p: order[p.level or ""], default=None)
    if lowest is not None and order[not_known.level] > order[lowest.level or ""]:
        message = f"For `{question.id}`, `not-known` is placed above `{lowest.level}`, the question's lowest placement."
        lower = PlacedLower(c, question, not_known, lowest)
        hint = f"{lower.level_words()} Place `not-known` at `{lowest.level}` or lower."
        yield Problem("not-monotone", message, place, about=(question.id,), hint=hint, witness=lower.case())


def _reached(c: Composition, question: Question) -> tuple[ReachedPlacement | None, ...]:
    placements = c.document.placements[question.id]
    cuts = cuts_of(question, placements, ())
    keys = answer_keys(question, cuts)
    statutory = {level.id for level in c.document.levels if level.statutory}
    return reached_placements(question, placements, cuts, statutory) if keys else ()


def check_sections(c: Composition) -> Iterator[Problem]:
    """Each question stands in one section of its kind; danger and always-statutory ones come first."""
    first: dict[str, str] = {}
    rank = 0
    for at, section in enumerate(c.document.sections):
        own = KEYED_ORDER.get(section.kind, len(KEYED_ORDER))
        if own < rank:
            message = f"The section `{section.id}` comes too late: `danger` is first, then `always`, then the others."
            yield Problem("section-order", message, c.at("sections", at), about=(section.id,))
        rank = max(rank, own)
        for index, question_id in enumerate(section.questions):
            place = c.at("sections", at, "questions", index)
            if question_id in first:
                message = f"`{question_id}` is asked twice: in `{first[question_id]}` and in `{section.id}`."
                yield Problem("asked-twice", message, place, about=(question_id,), hint="Keep one of the two.")
            first.setdefault(question_id, section.id)
            question = c.questions.get(question_id)
            if question is not None and question.is_strength != (section.kind == "strengths"):
                message = (
                    f"`{question_id}` is a {question.kind}: strengths, and nothing else, stand in sections of kind "
                    "`strengths`."
                )
                yield Problem("section-kind", message, place, about=(question_id,))
    yield from _never_asked(c, set(first))


def _never_asked(c: Composition, asked: set[str]) -> Iterator[Problem]:
    for question, places in c.asked():
        if question.id not in asked:
            message = f"No section asks `{question.id}`, so nobody could answer it."
            hint = "Add it to the `questions` of a section."
            yield Problem("never-asked", message, places.nearest(("id",)), about=(question.id,), hint=hint)
