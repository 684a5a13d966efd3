"""Faults in what a board keeps in order: pages, contacts, dates, deadlines, consent and words."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tests.proofs.planted_in_meaning import two_levels

if TYPE_CHECKING:
    from random import Random

    from tests.proofs.shipped_drafts import Draft, Found

ON = date(2026, 11, 16)
"""The day on which the documents are checked."""


def plant_no_citation(draft: Draft, rng: Random) -> set[Found] | None:
    """A placement or a rule without its page."""
    if rng.random() < 0.5:
        at, rule = rng.choice(list(draft.entries("rules")))
        draft.text.remove_key(("rules", at, "cite"))
        return {("no-citation", (rule["id"],), draft.text.line(("rules", at)))}
    placements = draft.text.value(("placements",))
    name = rng.choice(sorted(placements))
    key = rng.choice(sorted(placements[name]))
    draft.text.remove_key(("placements", name, key, "cite"))
    return {("no-citation", (f"{name}={key}",), draft.text.key_line(("placements", name, key)))}


def plant_deadline_without_start(draft: Draft, rng: Random) -> set[Found] | None:
    """A deadline that runs from a referral, or a decision, at a level where there is none."""
    base = draft.read.document.when_nothing_matches
    at = next((at for at, level in draft.entries("levels") if level["id"] == base), None)
    actions = {action.id: action for action in draft.read.document.actions}
    if at is None or any(actions[name].contact for name in draft.text.value(("levels", at, "actions"))):
        return None
    entry = {"id": "planted-action", "do": "Do what was planted.", "within": "2 weeks"}
    place = rng.randrange(len(list(draft.entries("actions"))))
    draft.text.add_entry(("actions", place), {**entry, "from": rng.choice(["referral-sent", "decision"])})
    draft.text.add_entry(("levels", at, "actions", 0), "planted-action")
    return {("deadline-without-start", ("planted-action",), draft.text.line(("actions", place, "from")))}


def plant_nobody_at_night(draft: Draft, rng: Random) -> set[Found] | None:
    """A contact with hours whom nobody stands in for: each level that relies on it has no one at night."""
    contacts = [at for at, contact in draft.entries("contacts") if "out_of_hours" in contact]
    at = rng.choice(contacts)
    draft.text.remove_key(("contacts", at, "out_of_hours"))
    now: dict[str, dict[str, Any]] = {contact["id"]: contact for _, contact in draft.entries("contacts")}
    actions = {action.id: action.contact or "" for action in draft.read.document.actions}
    found: set[Found] = set()
    for place, level in draft.entries("levels"):
        named = {actions[name] for name in level["actions"]} & set(now)
        telephoned = [name for name in named if "phone" in now[name]]
        if level["id"] in draft.statutory and not any(is_answered(now, name) for name in telephoned):
            found.add(("no-contact", (level["id"],), draft.text.line(("levels", place))))
    return found or None


def is_answered(contacts: dict[str, dict[str, Any]], name: str) -> bool:
    """Say whether a contact answers day and night, or is stood in for by one who does."""
    contact = contacts[name]
    return not contact.get("hours") or ("out_of_hours" in contact and is_answered(contacts, contact["out_of_hours"]))


def plant_stale_contact(draft: Draft, rng: Random) -> set[Found] | None:
    """A contact that was checked too long ago, or nobody knows when."""
    at, contact = rng.choice(list(draft.entries("contacts")))
    if rng.random() < 0.5:
        draft.text.remove_key(("contacts", at, "checked"))
    else:
        draft.text.set(("contacts", at, "checked"), rng.choice(["2025-11-16", "2025-10-01", "2019-01-01"]))
    return {("contact-stale", (contact["id"],), draft.text.line(("contacts", at)))}


def plant_past_review(draft: Draft, rng: Random) -> set[Found] | None:
    """A review that was due before the day of the check."""
    draft.text.set(("review_by",), rng.choice(["2026-11-15", "2026-10-01"]))
    return {("past-review", (draft.area,), draft.text.line(("review_by",)))}


def plant_no_consent(draft: Draft, rng: Random) -> set[Found] | None:
    """A level that says nothing of consent, where no deadline waits for the family's answer."""
    levels = [
        (at, level["id"])
        for at, level in draft.entries("levels")
        if level["consent"]["rule"] in ("none", "not-required")
    ]
    at, name = rng.choice(levels)
    draft.text.remove_key(("levels", at, "consent"))
    return {("no-consent", (name,), draft.text.line(("levels", at)))}


def plant_overlapping_answers(draft: Draft, rng: Random) -> set[Found] | None:
    """Two answers at one level, or at none, in the same words."""
    pairs = [
        (question, one[0], other[0])
        for question in draft.questions()
        if not draft.is_reworded(question.id)
        for reached in [draft.reached(question)]
        for one, other in pairwise(reached)
        if (one[1] and one[1].level) == (other[1] and other[1].level)
    ]
    if not pairs:
        return None
    question, one, other = rng.choice(pairs)
    words = question.options[question.grade_of(one) or 0].text
    draft.reword_answer(question.id, other, rng.choice([words, words.upper(), f"{words} "]))
    line = draft.text.line(("reword", question.id, "answers", other))
    return {("overlapping-answers", (f"{question.id}={one}", f"{question.id}={other}"), line)}


def plant_same_words(draft: Draft, rng: Random) -> set[Found] | None:
    """Two answers at two levels in the same words."""
    pairs = [
        (question, low, high)
        for question in draft.questions()
        if not draft.is_reworded(question.id) and not draft.offers_suspected(question)
        for low, high in two_levels(draft, question)
        if high == question.options[(question.grade_of(low) or 0) + 1].id
    ]
    if not pairs:
        return None
    question, low, high = rng.choice(pairs)
    words = question.options[question.grade_of(low) or 0].text
    draft.reword_answer(question.id, high, rng.choice([words, words.upper()]))
    line = draft.text.key_line(("placements", question.id, high))
    return {("same-words-two-levels", (f"{question.id}={low}", f"{question.id}={high}"), line)}


def plant_suspicion_passed_over(draft: Draft, rng: Random) -> set[Found] | None:
    """A statutory rule that waits for `yes` where a suspicion can be told."""
    offering = [
        question
        for question in draft.open_questions()
        if draft.offers_suspected(question) and not is_statutory(draft, question.id)
    ]
    first, second = rng.sample(offering, 2)
    parts = [
        {"answer": {"question": first.id, "at_or_above": "yes"}},
        {"answer": {"question": second.id, "at_or_above": "suspected"}},
    ]
    rule = {"id": "planted-rule", "level": draft.levels[-1], "when": {"all": parts}}
    at = draft.add_rule(rng, rule)
    line = draft.text.line(("rules", at, "when", "all", 0, "answer", "at_or_above"))
    return {("suspected-passed-over", ("planted-rule", first.id), line)}


def is_statutory(draft: Draft, question: str) -> bool:
    """Say whether some answer to a question is placed at a statutory level."""
    placements = draft.read.document.placements.get(question, {})
    return any(placement.level in draft.statutory for placement in placements.values())


def plant_trigger_below_statutory(draft: Draft, rng: Random) -> set[Found] | None:
    """A question that is always asked, its worst answer below the statutory levels."""
    choices = [
        (at, place, name)
        for at, section in draft.entries("sections")
        if section["kind"] in ("danger", "always")
        for place, name in enumerate(section["questions"])
        if draft.text.has(("placements", name, "yes", "level"))
        and not draft.text.has(("placements", name, "suspected"))
        and not draft.text.has(("placements", name, "yes", "require"))
    ]
    if not choices:
        return None
    at, place, name = rng.choice(choices)
    lower = draft.levels[draft.base + 1 : draft.height(draft.statutory[0])]
    draft.text.set(("placements", name, "yes", "level"), rng.choice(lower))
    return {("trigger-not-statutory", (name,), draft.text.line(("sections", at, "questions", place)))}
