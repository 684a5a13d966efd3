"""From a file to a case: read, validate, and check what needs no document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.cases.model import Case, Vignette
from threshold_tool.deadlines.ages import possible_births
from threshold_tool.documents.source import CASE_LIMITS, SourceMap, read_source
from threshold_tool.documents.validation import validate
from threshold_tool.errors import ProblemsFound
from threshold_tool.files import read_bytes
from threshold_tool.problems import Location, Problem, has_errors, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class LoadedCase:
    """A case with the places of its parts, for messages; `data` is the file's exact bytes."""

    case: Case
    places: SourceMap
    data: bytes = b""

    @classmethod
    def from_answers(cls, case: Case) -> LoadedCase:
        """A case that was gathered by asking and stands in no file."""
        return cls(case, SourceMap(Location("answers")))


@dataclass(frozen=True)
class CaseResult:
    """What came of reading a case: the case unless a problem is an error, and every problem."""

    loaded: LoadedCase | None
    problems: tuple[Problem, ...]


def load_case(path: Path, kind: type[Case] = Case) -> CaseResult:
    """Reads a case, or with `kind` Vignette a vignette, and finds all problems that need no document.

    Raises CannotRead when the file itself cannot be read.
    """
    data = read_bytes(path, CASE_LIMITS.bytes)
    return read_case(data, str(path), kind)


def read_case(data: bytes, file: str, kind: type[Case] = Case) -> CaseResult:
    """The same for bytes that have been read; `file` is the name to give in messages."""
    source = read_source(data, file, CASE_LIMITS)
    problems = list(source.problems)
    case = None
    if source.values is not None:
        case, shape = validate(kind, source.values, source.places, told=source.problems)
        problems += shape
    if case is not None:
        problems += check_case(case, source.places)
    ordered = in_reading_order(problems)
    if case is None or has_errors(ordered):
        return CaseResult(None, ordered)
    return CaseResult(LoadedCase(case, source.places, data), ordered)


def require_case(path: Path, kind: type[Case] = Case) -> LoadedCase:
    """The case, for a command that cannot go on without one.

    Raises CannotRead when the file cannot be read and ProblemsFound when the case is refused.
    """
    result = load_case(path, kind)
    if result.loaded is None:
        raise ProblemsFound(f"{path.name} has problems and cannot be used.", result.problems)
    return result.loaded


def check_case(case: Case, places: SourceMap) -> Iterator[Problem]:
    """Problems between the parts of a case."""
    yield from _repeated_refs(case, places)
    yield from _unknown_refs(case, places)
    yield from _ages(case, places)
    for at, concern in enumerate(case.earlier_concerns):
        if concern.on > case.on:
            message = "An earlier concern is dated after the assessment date."
            place = places.nearest(("earlier_concerns", at, "on"))
            yield Problem("bad-date", message, place, hint="Correct one of the two dates.")
    if isinstance(case, Vignette):
        yield from _story(case, places)


def _repeated_refs(case: Case, places: SourceMap) -> Iterator[Problem]:
    seen: set[str] = {"family"}
    for key, refs in (("children", [c.ref for c in case.children]), ("people", [p.ref for p in case.people])):
        for at, ref in enumerate(refs):
            if ref in seen:
                message = f"`{ref}` is the `ref` of two: each child and adult needs one of their own."
                if ref == "family":
                    message = "`family` cannot be a `ref`: it stands for the family's answers."
                yield Problem("duplicate-id", message, places.nearest((key, at, "ref")), about=(ref,))
            seen.add(ref)


def _unknown_refs(case: Case, places: SourceMap) -> Iterator[Problem]:
    children = [child.ref for child in case.children]
    for ref, path in _mentioned_children(case):
        if ref not in children:
            place = places.nearest(path) if isinstance(path[-1], int) else places.nearest_key(path)
            # No near miss is offered: an answer must not go to another child because of a hint.
            hint = f"The children are: {', '.join(children)}."
            yield Problem("unknown-child", f"There is no child `{ref}` in this case.", place, about=(ref,), hint=hint)


def _mentioned_children(case: Case) -> Iterator[tuple[str, Path_]]:
    for key in ("views", "own_view", "own_view_because", "consent", "decision", "follow_up"):
        yield from ((ref, (key, ref)) for ref in getattr(case, key))
    yield from ((ref, ("notes", ref)) for ref in case.notes if ref != "family")
    yield from _each(case.route_shown_early, ("route_shown_early",))
    for at, person in enumerate(case.people):
        yield from _each(person.of, ("people", at, "of"))
    for at, concern in enumerate(case.earlier_concerns):
        yield from _each(concern.children, ("earlier_concerns", at, "children"))
    if isinstance(case, Vignette):
        for at, part in enumerate(case.story):
            yield from ((ref, ("story", at, "children", ref)) for ref in part.children)
        for document, expected in case.expect.items():
            yield from ((ref, ("expect", document, ref)) for ref in expected)


def _each(refs: Iterable[str], path: Path_) -> Iterator[tuple[str, Path_]]:
    yield from ((ref, (*path, index)) for index, ref in enumerate(refs))


def _ages(case: Case, places: SourceMap) -> Iterator[Problem]:
    for at, child in enumerate(case.children):
        stated = next((key for key in ("age", "born", "due") if getattr(child, key) is not None), None)
        if stated is None:
            continue
        try:
            possible_births(child.stated_age, case.on)
        except ValueError as fault:
            yield Problem("bad-age", str(fault), places.nearest(("children", at, stated)), about=(child.ref,))


def _story(case: Vignette, places: SourceMap) -> Iterator[Problem]:
    """What a story reveals stands among the case's final answers: otherwise it would be lost."""
    final = {child.ref: {**case.family, **child.answers} for child in case.children}
    for at, part in enumerate(case.story):
        revealed: list[tuple[str, Path_, Mapping[str, str]]] = [
            (q, ("story", at, "family", q), case.family) for q in part.family
        ]
        revealed += [
            (q, ("story", at, "children", ref, q), final.get(ref, {q: ""}))
            for ref, answers in part.children.items()
            for q in answers
        ]
        for question, path, answers in revealed:
            if question not in answers:
                message = f"The story reveals `{question}`, but the case's own answers do not have it."
                hint = "Add the answer to the case's own `family` or to the child's `answers`."
                place = places.nearest_key(path)
                yield Problem("story-not-in-answers", message, place, about=(question,), hint=hint)
