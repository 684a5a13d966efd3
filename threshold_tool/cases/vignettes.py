"""Running vignettes: does a document say of each child what its board expects, and what does no vignette touch?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.cases.fitting import fit, require_fit
from threshold_tool.evaluation.assess import assess
from threshold_tool.evaluation.explain import level_words
from threshold_tool.problems import has_errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from threshold_tool.cases.loader import LoadedCase
    from threshold_tool.cases.model import Expectation
    from threshold_tool.evaluation.assess import Assessment
    from threshold_tool.evaluation.compiled import CompiledDocument


@dataclass(frozen=True)
class ChildOutcome:
    """One child of a vignette against what is expected; `missed` has a plain sentence for each difference."""

    ref: str
    level: str
    missed: tuple[str, ...]

    @property
    def met(self) -> bool:
        """Whether everything expected came out."""
        return not self.missed


@dataclass(frozen=True)
class VignetteOutcome:
    """A vignette under one document. It has no `assessments` where it neither expects nor fits anything there."""

    title: str
    children: tuple[ChildOutcome, ...]
    assessments: tuple[Assessment, ...]

    @property
    def met(self) -> bool:
        """Whether every child came out as expected."""
        return all(child.met for child in self.children)


@dataclass(frozen=True)
class NotCovered:
    """What of a document no vignette exercises: placements and rules by id, answers by question."""

    placements: tuple[str, ...]
    rules: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]


def run_vignette(compiled: CompiledDocument, vignette: LoadedCase) -> VignetteOutcome:
    """A vignette's children under a document, against what it expects of that document.

    A vignette that expects nothing of this document is not judged; it only counts for coverage, if it fits.
    Raises ProblemsFound when a vignette with expectations does not fit the document.
    """
    expected = getattr(vignette.case, "expect", {}).get(compiled.source.document.id, {})
    title = vignette.case.title or vignette.places.location.file
    fitted = require_fit(compiled, vignette) if expected else fit(compiled, vignette)
    if has_errors(fitted.problems):
        return VignetteOutcome(title, (), ())
    assessments = tuple(assess(compiled, child) for child in fitted.children)
    outcomes = tuple(
        ChildOutcome(
            found.child.ref,
            compiled.level_id(found.recommendation.level),
            tuple(_missed(found, expected[found.child.ref])),
        )
        for found in assessments
        if found.child.ref in expected
    )
    return VignetteOutcome(title, outcomes, assessments)


def not_covered(compiled: CompiledDocument, outcomes: Iterable[VignetteOutcome]) -> NotCovered:
    """What the children of these vignettes leave untouched, in the document's order.

    A clause is exercised when it holds for a child, an answer when it was given for a child to whom the
    question can be asked.
    """
    assessments = [found for outcome in outcomes for found in outcome.assessments]
    held = {(r.clause.kind, r.clause.id) for found in assessments for r in (*found.reasons(), *found.also())}
    given = {answer for found in assessments for answer in _given(found)}
    document = compiled.source.document
    placements = (f"{question}={answer}" for question, answers in document.placements.items() for answer in answers)
    return NotCovered(
        placements=tuple(id_ for id_ in placements if ("placement", id_) not in held),
        rules=tuple(rule.id for rule in document.rules if ("rule", rule.id) not in held),
        answers=tuple(answer for answer in _offered(compiled) if answer not in given),
    )


def _missed(found: Assessment, expected: Expectation) -> Iterator[str]:
    compiled = found.compiled
    yield from _missed_level(compiled, found.recommendation.level, expected)
    required = found.require if expected.require else ()
    for action in expected.require:
        if action not in required:
            yield _absent(action, "action", compiled.source.document.actions, f"does not require `{action}`")
    unknown = {unknown.question for unknown in found.unknowns()} if expected.unknowns else set()
    questions = compiled.source.questions.values()
    for question in expected.unknowns:
        if question not in unknown:
            yield _absent(question, "question", questions, f"does not list `{question}` as an unknown that matters")


def _missed_level(compiled: CompiledDocument, found: int, expected: Expectation) -> Iterator[str]:
    order = compiled.source.level_order
    wanted = [level for level in (expected.level, *expected.accept) if level is not None]
    named = [*wanted, *([expected.floor] if expected.floor else [])]
    strange = [level for level in named if level not in order]
    for level in strange:
        yield f"The document has no level `{level}`."
    known = [order[level] for level in wanted if level in order]
    if known and found not in known:
        words = " or ".join(level_words(compiled, level) for level in known)
        yield f"Expected {words}; the result is {level_words(compiled, found)}."
    if expected.floor is not None and found < order.get(expected.floor, 0):
        floor = level_words(compiled, order[expected.floor])
        yield f"Expected at least {floor}; the result is {level_words(compiled, found)}."


def _absent(wanted: str, kind: str, known: Iterable[object], sentence: str) -> str:
    if all(getattr(entry, "id", None) != wanted for entry in known):
        return f"The document has no {kind} `{wanted}`."
    return f"The result {sentence}."


def _given(found: Assessment) -> Iterator[tuple[str, str]]:
    """The graded answers of a child that counted and were typed, a number by the cut that it lies beyond."""
    for question, answer in found.child.answers.items():
        if answer.grade is None or not answer.typed or question in found.possible.set_aside:
            continue
        yield question, _keys(found.compiled, question)[answer.grade]


def _offered(compiled: CompiledDocument) -> Iterator[tuple[str, str]]:
    for section in compiled.source.document.sections:
        for question in section.questions:
            yield from ((question, key) for key in _keys(compiled, question))


def _keys(compiled: CompiledDocument, question: str) -> Sequence[str]:
    """What names each grade of a question; a number better than every cut has the name `better`."""
    if question in compiled.strengths:
        return [option.id for option in compiled.strengths[question].options]
    return [key or "better" for key in compiled.questions[question].keys]
