"""Every id that a document names is defined, once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, TypeAlias

from threshold_tool.documents.conditions import Answer, EarlierConcerns, Placed
from threshold_tool.problems import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from threshold_tool.documents.checks.composition import Composition, Path
    from threshold_tool.documents.conditions import Condition
    from threshold_tool.documents.source import SourceMap
    from threshold_tool.problems import Location

LISTS = (
    "levels",
    "bands",
    "actions",
    "contacts",
    "outcomes",
    "escalation",
    "domains",
    "themes",
    "sections",
    "rules",
)


Entry: TypeAlias = "tuple[str, SourceMap, Path]"


@dataclass(frozen=True, slots=True)
class Mention:
    """An id named somewhere: what kind of thing it names, and where."""

    kind: str
    id: str
    places: SourceMap
    path: Path


def check_references(c: Composition) -> Iterator[Problem]:
    """Ids that are named but not defined (`unknown-level`, `unknown-action`, ...)."""
    known = _known_ids(c)
    for mention in _mentions(c):
        if mention.id not in known[mention.kind]:
            yield Problem(
                f"unknown-{mention.kind}",
                f"There is no {KINDS[mention.kind]} `{mention.id}`.",
                _place(mention),
                about=(mention.id,),
                hint=did_you_mean(mention.id, known[mention.kind]),
            )


KINDS = {
    "level": "level",
    "band": "band",
    "action": "action",
    "contact": "contact",
    "escalation": "escalation stage",
    "domain": "domain",
    "theme": "theme",
    "question": "question",
}


def _place(mention: Mention) -> Location:
    names_by_key = mention.path[-1] == mention.id
    return mention.places.nearest_key(mention.path) if names_by_key else mention.places.nearest(mention.path)


def check_duplicates(c: Composition) -> Iterator[Problem]:
    """Ids that are defined twice in one list, and questions that two sets share (`duplicate-id`)."""
    for key in LISTS:
        entries: list[Entry] = [
            (entry.id, c.places, (key, at, "id")) for at, entry in enumerate(getattr(c.document, key))
        ]
        yield from _duplicates(entries, f"`{key}`")
    yield from _duplicates([(q.id, places, ("id",)) for q, places in c.asked()], "the questions")
    for question, places in c.asked():
        options: list[Entry] = [
            (option.id, places, ("answers", at, "id")) for at, option in enumerate(question.options)
        ]
        yield from _duplicates(options, f"the answers of `{question.id}`")


def _duplicates(entries: list[Entry], where: str) -> Iterator[Problem]:
    seen: dict[str, Location] = {}
    for entry_id, places, path in entries:
        location = places.nearest(path)
        if entry_id in seen:
            message = f"`{entry_id}` stands twice in {where}; the first is {_seen_from(location, seen[entry_id])}."
            hint = "Give one of them another id, or take it out."
            yield Problem("duplicate-id", message, location, about=(entry_id,), hint=hint)
        seen.setdefault(entry_id, location)


def _seen_from(location: Location, first: Location) -> str:
    """Where the first of two stands, for somebody who looks at the second."""
    if first.file == location.file:
        return f"on line {first.line}"
    return f"in {PureWindowsPath(first.file).name}, line {first.line}"


def _known_ids(c: Composition) -> dict[str, Collection[str]]:
    document = c.document
    return {
        "level": {level.id for level in document.levels},
        "band": {band.id for band in document.bands},
        "action": {action.id for action in document.actions},
        "contact": {contact.id for contact in document.contacts},
        "escalation": {stage.id for stage in document.escalation},
        "domain": {d.id for d in document.domains} | {d.id for s, _ in c.sets for d in s.domains},
        "theme": {t.id for t in document.themes} | {t.id for s, _ in c.sets for t in s.themes},
        "question": set(c.questions),
    }


def _mentions(c: Composition) -> Iterator[Mention]:
    for kind, named, path in _in_document(c):
        if named is not None:
            yield Mention(kind, named, c.places, path)
    for question, places in c.asked():
        for kind, named in (("domain", question.domain), ("theme", question.theme)):
            if named is not None:
                yield Mention(kind, named, places, (kind,))
    for places, start, part in c.conditions():
        for kind, named, path in _in_condition(part, start):
            yield Mention(kind, named, places, path)


def _in_document(c: Composition) -> Iterator[tuple[str, str | None, Path]]:
    document = c.document
    yield "level", document.when_nothing_matches, ("when_nothing_matches",)
    yield "level", document.when_too_little_is_known, ("when_too_little_is_known",)
    for at, level in enumerate(document.levels):
        yield from _listed("action", level.actions, ("levels", at, "actions"))
        yield "band", level.part_of, ("levels", at, "part_of")
        if level.consent:
            yield "action", level.consent.if_refused, ("levels", at, "consent", "if_refused")
    for at, action in enumerate(document.actions):
        yield "contact", action.contact, ("actions", at, "contact")
        yield "escalation", action.if_late, ("actions", at, "if_late")
    for at, contact in enumerate(document.contacts):
        yield "contact", contact.out_of_hours, ("contacts", at, "out_of_hours")
    for at, outcome in enumerate(document.outcomes):
        yield from _listed("action", outcome.then, ("outcomes", at, "then"))
    for at, stage in enumerate(document.escalation):
        yield "contact", stage.contact, ("escalation", at, "contact")
    for at, section in enumerate(document.sections):
        yield from _listed("question", section.questions, ("sections", at, "questions"))
    for question in document.reword:
        yield "question", question, ("reword", question)
    yield from _in_placements_and_rules(c)


def _in_placements_and_rules(c: Composition) -> Iterator[tuple[str, str | None, Path]]:
    for question, answers in c.document.placements.items():
        yield "question", question, ("placements", question)
        for answer, placement in answers.items():
            path: Path = ("placements", question, answer)
            yield "level", placement.level, (*path, "level")
            yield from _listed("action", placement.require, (*path, "require"))
    for at, rule in enumerate(c.document.rules):
        yield "level", rule.level, ("rules", at, "level")
        yield from _listed("action", rule.require, ("rules", at, "require"))
        for index, bound in enumerate(rule.unless):
            yield "question", bound.question, ("rules", at, "unless", index, "question")


def _in_condition(part: Condition, path: Path) -> Iterator[tuple[str, str, Path]]:
    if isinstance(part, Answer):
        yield "question", part.answer.question, (*path, "answer", "question")
    elif isinstance(part, Placed):
        placed = part.placed
        yield "level", placed.at_or_above, (*path, "placed", "at_or_above")
        yield from _listed("theme", placed.themes or (), (*path, "placed", "themes"))
        yield from _listed("domain", placed.domains or (), (*path, "placed", "domains"))
        yield from _listed("question", placed.questions or (), (*path, "placed", "questions"))
    elif isinstance(part, EarlierConcerns) and part.earlier_concerns.at_or_above is not None:
        yield "level", part.earlier_concerns.at_or_above, (*path, "earlier_concerns", "at_or_above")


def _listed(kind: str, ids: Collection[str], path: Path) -> Iterator[tuple[str, str, Path]]:
    for index, entry_id in enumerate(ids):
        yield kind, entry_id, (*path, index)
