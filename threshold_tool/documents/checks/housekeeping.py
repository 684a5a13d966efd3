"""What a board keeps in order: citations, consent, contacts by day and night, review dates, deadlines, words.

These are warnings: the document can be used, and `threshold check` says what to mend. Stale contacts and
a review that is past depend on the day from which it is seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.deadlines.durations import Duration, Unit, has_passed
from threshold_tool.documents.checks.deadlines import check_deadlines
from threshold_tool.documents.checks.suspicion import check_suspicion
from threshold_tool.documents.checks.words import check_words
from threshold_tool.documents.contact_hours import is_answered_always
from threshold_tool.documents.placing import cuts_of, reached_placements
from threshold_tool.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from threshold_tool.documents.checks.composition import Composition
    from threshold_tool.documents.questions import Question
    from threshold_tool.problems import Location

CONTACTS_CHECKED_WITHIN = Duration(12, Unit.MONTH)

OWN_IDENTITY = ("title", "board", "status", "effective", "review_by")
"""What an overlay says of itself: taken from its parent, it would pass for another board's document."""

_CITE = "Add `cite:` with the page."


def check_housekeeping(c: Composition, on: date) -> Iterator[Problem]:
    """All warnings of this kind, as they stand on the day `on`."""
    yield from _citations(c)
    yield from _consent(c)
    yield from _contacts_of_statutory_levels(c)
    yield from _stale_contacts(c, on)
    yield from _triggers(c)
    yield from _inherited_identity(c)
    yield from check_deadlines(c)
    yield from check_suspicion(c)
    yield from check_words(c)
    if c.document.review_by < on:
        message = f"The document was to be reviewed by {c.document.review_by.isoformat()}."
        yield _warning("past-review", message, c.at("review_by"), c.document.id)


def _citations(c: Composition) -> Iterator[Problem]:
    for question, answers in c.document.placements.items():
        for answer, placement in answers.items():
            if placement.cite is None:
                clause = f"{question}={answer}"
                message = f"The placement `{clause}` does not say on which page of the published document it stands."
                yield _warning("no-citation", message, c.at_key("placements", question, answer), clause, _CITE)
    for at, rule in enumerate(c.document.rules):
        if rule.cite is None:
            message = f"The rule `{rule.id}` does not say on which page of the published document it stands."
            yield _warning("no-citation", message, c.at("rules", at), rule.id, _CITE)


def _consent(c: Composition) -> Iterator[Problem]:
    for at, level in enumerate(c.document.levels):
        if level.consent is None:
            message = f"The level `{level.id}` does not say whether consent is needed."
            yield _warning("no-consent", message, c.at("levels", at), level.id, "Add `consent:` with its `rule`.")


def _contacts_of_statutory_levels(c: Composition) -> Iterator[Problem]:
    contacts = {contact.id: contact for contact in c.document.contacts}
    actions = {action.id: action for action in c.document.actions}
    for at, level in enumerate(c.document.levels):
        if not level.statutory:
            continue
        named = [actions[action].contact for action in level.actions if action in actions]
        telephoned = [contacts[name] for name in named if name in contacts and contacts[name].phone]
        if not telephoned:
            message = f"No action of the statutory level `{level.id}` names a contact with a telephone number."
            hint = "Add `contact:` to one of the level's actions."
            yield _warning("no-contact", message, c.at("levels", at), level.id, hint)
        elif not any(is_answered_always(contact.id, contacts) for contact in telephoned):
            message = f"The statutory level `{level.id}` has no contact who answers day and night."
            hint = "Name the contact who answers at other hours with `out_of_hours:`."
            yield _warning("no-contact", message, c.at("levels", at), level.id, hint)


def _stale_contacts(c: Composition, on: date) -> Iterator[Problem]:
    for at, contact in enumerate(c.document.contacts):
        if contact.checked is None:
            message = f"The contact `{contact.id}` does not say when it was last checked."
        elif has_passed(contact.checked, CONTACTS_CHECKED_WITHIN, on):
            message = (
                f"The contact `{contact.id}` was last checked on {contact.checked.isoformat()}, 12 months ago or more."
            )
        else:
            continue
        hint = "Try the number, then write the day as `checked:`."
        yield _warning("contact-stale", message, c.at("contacts", at), contact.id, hint)


def _triggers(c: Composition) -> Iterator[Problem]:
    """The worst answer of a danger or always-statutory question is statutory."""
    for at, section in enumerate(c.document.sections):
        if section.kind not in ("danger", "always"):
            continue
        for index, question_id in enumerate(section.questions):
            if not _is_statutory_at_worst(c, c.questions[question_id]):
                message = (
                    f"The most concerning answer of `{question_id}` is not placed at a statutory level, "
                    f"though its section is of the kind `{section.kind}`."
                )
                place = c.at("sections", at, "questions", index)
                hint = "Place it, or ask the question in another section."
                yield _warning("trigger-not-statutory", message, place, question_id, hint)


def _is_statutory_at_worst(c: Composition, question: Question) -> bool:
    statutory = {level.id for level in c.document.levels if level.statutory}
    placements = c.document.placements.get(question.id, {})
    worst = reached_placements(question, placements, cuts_of(question, placements, ()), statutory)[-1]
    return worst is not None and worst.level in statutory


def _inherited_identity(c: Composition) -> Iterator[Problem]:
    for key in OWN_IDENTITY:
        place = c.at(key)
        if place.file != c.places.location.file:
            message = f"`{key}` is taken from the parent document, as if this were that board's own."
            yield _warning("identity-inherited", message, c.places.location, c.document.id, f"Add `{key}:` here.")


def _warning(code: str, message: str, location: Location, about: str, hint: str | None = None) -> Problem:
    return Problem(code, message, location, severity=Severity.WARNING, about=(about,), hint=hint)
