"""Faults in what a document means: what can never be, what has no effect, what would let more concern mean less."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from tests.proofs.shipped_drafts import Draft, Found
    from threshold_tool.documents.placing import ReachedPlacement
    from threshold_tool.documents.questions import Question

AGES = ("28 days", "1 year", "5 years", "13 years")


def never(draft: Draft, rng: Random) -> dict[str, Any]:
    """Return a condition on age that no child meets."""
    under, beginning = sorted(rng.choices(range(len(AGES)), k=2))
    no_age = {"all": [{"child_age": {"under": AGES[under]}}, {"child_age": {"from": AGES[beginning]}}]}
    both = {"all": [{"child_age": {"unborn": True}}, {"child_age": {"from": "0 days"}}]}
    return rng.choice([no_age, both, {"any": [no_age, both]}])


def too_many(draft: Draft, rng: Random) -> dict[str, Any]:
    """Return a condition on placed answers that asks for more than there are."""
    questions = [question.id for question in rng.sample(draft.questions(), 2)]
    return {"placed": {"at_or_above": draft.levels[draft.base + 1], "questions": questions, "n": 3}}


def plant_impossible_rule(draft: Draft, rng: Random) -> set[Found] | None:
    """A rule that no case meets, alone or together with an answer."""
    when = rng.choice([never, too_many])(draft, rng)
    if rng.random() < 0.5:
        question = rng.choice(draft.questions())
        when = {"all": [{"answer": {"question": question.id, "at_or_above": question.options[1].id}}, when]}
    level = rng.choice(draft.levels[draft.base + 1 :])
    if "yes" in str(when) and level in draft.statutory:  # `yes` alone would be a fault of its own
        level = draft.levels[draft.base]
    at = draft.add_rule(rng, {"id": "planted-rule", "level": level, "when": when})
    return {("impossible-rule", ("planted-rule",), draft.text.line(("rules", at)))}


def plant_unreachable_question(draft: Draft, rng: Random) -> set[Found] | None:
    """A question whose gate opens for nobody, placed or not."""
    at = draft.add_question(rng, ask_when=never(draft, rng))
    if rng.random() < 0.5:
        level = rng.choice(draft.levels[draft.base + 1 :])
        draft.text.add_key(("placements",), "planted-question", {"some": {"level": level, "cite": "p.99"}})
    line = draft.text.key_line(("questions", at, "ask_when"))
    return {("unreachable-question", ("planted-question",), line)}


def plant_idle_question(draft: Draft, rng: Random) -> set[Found] | None:
    """A question that nothing reads, asked of everybody or of some."""
    gates = [{}, {"ask_when": {"child_age": {"under": rng.choice(AGES)}}}]
    question = rng.choice(draft.open_questions())
    gates.append({"ask_when": {"answer": {"question": question.id, "at_or_above": question.options[1].id}}})
    at = draft.add_question(rng, **rng.choice(gates))
    return {("idle-question", ("planted-question",), draft.text.line(("questions", at)))}


def plant_unreachable_level(draft: Draft, rng: Random) -> set[Found] | None:
    """A level just like the one below it, at which nothing is placed."""
    at, level = rng.choice(list(draft.entries("levels")))
    path = ("levels", at + 1)
    draft.text.copy_entry(("levels", at))
    for key, value in {"id": "planted-level", "name": "The planted level", "code": "X"}.items():
        draft.text.set((*path, key), value)
    if draft.text.has((*path, "above")):
        draft.text.set((*path, "above"), level["id"])
    elif draft.text.has(("extends",)):
        draft.text.add_key(path, "above", level["id"])
    return {("unreachable-level", ("planted-level",), draft.text.line(path))}


def plant_dead_rule(draft: Draft, rng: Random) -> set[Found] | None:
    """A rule that holds only where a placement does as much already."""
    question, key, placed = rng.choice(list(placed_above_base(draft)))
    other = rng.choice([one for one in draft.open_questions() if one.id != question.id])
    if key == "yes" and draft.offers_suspected(question) and placed.level in draft.statutory:
        return None
    extra = {"answer": {"question": other.id, "at_or_above": other.options[1].id}}
    parts = [{"answer": {"question": question.id, "at_or_above": key}}, extra]
    rng.shuffle(parts)
    lower = draft.levels[rng.randint(draft.base + 1, draft.height(placed.level))]
    rule: dict[str, Any] = {"id": "planted-rule", "level": lower, "when": {"all": parts}}
    at = draft.add_rule(rng, rule)
    return {("dead-rule", ("planted-rule",), draft.text.line(("rules", at)))}


def placed_above_base(draft: Draft) -> Iterator[tuple[Question, str, ReachedPlacement]]:
    """Yield every answer with a placement above the level of those to whom nothing applies."""
    for question in draft.questions():
        for key, placed in draft.reached(question):
            if placed is not None and draft.height(placed.level) > draft.base:
                yield question, key, placed


def plant_dead_placement(draft: Draft, rng: Random) -> set[Found] | None:
    """A placement that says what the answer inherits anyway."""
    choices = [
        (question, key, placed)
        for question, key, placed in placed_above_base(draft)
        if key not in draft.read.document.placements[question.id]
        and placed.answer in draft.read.document.placements[question.id]
        and draft.text.has(("placements", question.id))
    ]
    if not choices:
        return None
    question, key, placed = rng.choice(choices)
    entry = {
        "level": placed.level,
        **({"immediate": True} if placed.immediate else {}),
        **({"require": list(placed.require)} if placed.require else {}),
        "cite": "p.99",
    }
    draft.text.add_key(("placements", question.id), key, entry)
    # A `yes` that says no more than the `suspected` before it could be left out as well.
    dead = [key, placed.answer] if (key, placed.answer) == ("suspected", "yes") else [key]
    return {
        ("dead-placement", (f"{question.id}={one}",), draft.text.key_line(("placements", question.id, one)))
        for one in dead
    }


def plant_lower_placement(draft: Draft, rng: Random) -> set[Found] | None:
    """Two answers whose levels are exchanged, so that the worse one is lower."""
    pairs = [
        (question, low, high)
        for question in draft.questions()
        if not draft.offers_suspected(question)
        for low, high in two_levels(draft, question)
        if low != question.options[0].id
    ]
    if not pairs:
        return None
    question, low, high = rng.choice(pairs)
    paths = [("placements", question.id, key, "level") for key in (low, high)]
    levels = [draft.text.value(path) for path in paths]
    for path, level in zip(paths, reversed(levels), strict=True):
        draft.text.set(path, level)
    return {("not-monotone", (question.id,), draft.text.key_line(("placements", question.id, high)))}


def two_levels(draft: Draft, question: Question) -> Iterator[tuple[str, str]]:
    """Yield two neighbouring placed answers of the document's own file, at different levels that both state."""
    keys = [key for key, placed in draft.reached(question) if placed is not None and placed.answer == key]
    for low, high in pairwise(keys):
        paths = [("placements", question.id, key, "level") for key in (low, high)]
        if all(map(draft.text.has, paths)) and len({draft.text.value(path) for path in paths}) == 2:
            yield low, high


def plant_less_urgent_placement(draft: Draft, rng: Random) -> set[Found] | None:
    """A worse answer than one that is immediate, which is not."""
    pairs = [
        (question, low, high)
        for question in draft.questions()
        if not draft.offers_suspected(question)
        for low, high in two_levels(draft, question)
        if low != question.options[0].id and not draft.text.has(("placements", question.id, high, "immediate"))
    ]
    if not pairs:
        return None
    question, low, high = rng.choice(pairs)
    draft.text.add_key(("placements", question.id, low), "immediate", True)
    return {("not-monotone", (question.id,), draft.text.key_line(("placements", question.id, high)))}


def plant_not_known_too_high(draft: Draft, rng: Random) -> set[Found] | None:
    """A `not-known` at a statutory level, or above the question's lowest placement."""
    paths = [("placements", question.id, "not-known", "level") for question in draft.questions()]
    written_here = [path for path in paths if draft.text.has(path)]
    if not written_here:
        return None
    at = rng.choice(written_here)
    lowest = draft.height(draft.text.value(at))
    draft.text.set(at, rng.choice([level for level in draft.levels[lowest + 1 :] if level in draft.statutory]))
    return {("not-monotone", (str(at[1]),), draft.text.line(at))}


def plant_placed_least_answer(draft: Draft, rng: Random) -> set[Found] | None:
    """A least concerning answer above the level of those to whom nothing applies."""
    choices = []
    for question in draft.questions():
        levels = [draft.height(placed.level) for _, placed in draft.reached(question) if placed and placed.level]
        least = question.options[0].id
        free = least not in draft.read.document.placements.get(question.id, {})
        if levels and min(levels) > draft.base and free and draft.text.has(("placements", question.id)):
            choices.append((question.id, least, draft.levels[min(levels)]))
    if not choices:
        return None
    name, least, level = rng.choice(choices)
    draft.text.add_key(("placements", name), least, {"level": level, "cite": "p.99"})
    return {("least-answer-placed", (name,), draft.text.key_line(("placements", name, least)))}


def plant_stopped_statutory_rule(draft: Draft, rng: Random) -> set[Found] | None:
    """A strength that would stop a statutory or immediate rule."""
    rules = [
        (at, rule["id"])
        for at, rule in draft.entries("rules")
        if "unless" not in rule and (rule.get("level") in draft.statutory or rule.get("immediate") == "true")
    ]
    if not rules:
        return None
    at, name = rng.choice(rules)
    strength = rng.choice([question for question in draft.read.questions.values() if question.is_strength])
    unless = [{"question": strength.id, "at_or_below": strength.options[0].id}]
    draft.text.add_key(("rules", at), "unless", unless)
    return {("statutory-lowered", (name,), draft.text.key_line(("rules", at, "unless")))}


def plant_level_without_duty(draft: Draft, rng: Random) -> set[Found] | None:
    """A level above a statutory one without a duty in law."""
    levels = [(at, level["id"]) for at, level in draft.entries("levels") if level["id"] in draft.statutory[1:]]
    if not levels:
        return None
    at, name = levels[-1]
    draft.text.set(("levels", at, "statutory"), "false")
    return {("statutory-lowered", (name,), draft.text.line(("levels", at, "statutory")))}


def plant_placement_like_the_one_below(draft: Draft, rng: Random) -> set[Found] | None:
    """A placement lowered to the level of the answer below it, neither asking for anything else."""
    pairs = [
        (question, low, high)
        for question in draft.questions()
        if not draft.offers_suspected(question)
        for low, high in two_levels(draft, question)
        if draft.height(draft.text.value(("placements", question.id, low, "level"))) > draft.base
        and not any(
            draft.text.has(("placements", question.id, key, more))
            for key in (low, high)
            for more in ("require", "immediate")
        )
    ]
    if not pairs:
        return None
    question, low, high = rng.choice(pairs)
    draft.text.set(
        ("placements", question.id, high, "level"), draft.text.value(("placements", question.id, low, "level"))
    )
    line = draft.text.key_line(("placements", question.id, high))
    return {("dead-placement", (f"{question.id}={high}",), line)}
