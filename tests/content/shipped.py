"""The documents, question sets and vignettes that we ship, read once, and every text in them with its place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from threshold_tool.cases.loader import LoadedCase, require_case
from threshold_tool.cases.model import Vignette
from threshold_tool.documents.loader import require_document
from threshold_tool.documents.questions import QuestionSet
from threshold_tool.documents.source import DOCUMENT_LIMITS, read_source
from threshold_tool.evaluation.compiled import CompiledDocument, compile_document
from threshold_tool.paths import documents_folder, question_sets_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.documents.loaded import LoadedDocument
    from threshold_tool.documents.model import ThresholdDocument
    from threshold_tool.documents.questions import Question

AREAS = tuple(sorted(path.stem for path in documents_folder().glob("*.yaml")))
SETS = tuple(sorted(path.stem for path in question_sets_folder().glob("*.yaml")))


@dataclass(frozen=True, slots=True)
class Said:
    """A text that somebody reads, and where it stands, such as `question danger-now ask`."""

    place: str
    text: str


@cache
def document(area: str) -> LoadedDocument:
    """The shipped document of an area, with all its questions."""
    return require_document(documents_folder() / f"{area}.yaml")


@cache
def compiled(area: str) -> CompiledDocument:
    """The same, ready for evaluation."""
    return compile_document(document(area))


@cache
def question_set(set_id: str) -> QuestionSet:
    """A shipped question set."""
    path = question_sets_folder() / f"{set_id}.yaml"
    source = read_source(path.read_bytes(), path.name, DOCUMENT_LIMITS)
    return QuestionSet.model_validate(source.values)


@cache
def vignettes() -> dict[str, LoadedCase]:
    """Every shipped vignette by the name of its file."""
    files = sorted((documents_folder() / "vignettes").glob("*.yaml"))
    return {file.stem: require_case(file, Vignette) for file in files}


def said_in_question(question: Question) -> Iterator[Said]:
    """Every text of a question."""
    yield Said(f"question {question.id} ask", question.ask)
    if question.why is not None:
        yield Said(f"question {question.id} why", question.why)
    yield from (Said(f"question {question.id} look_for", text) for text in question.look_for)
    yield from (Said(f"question {question.id} answer {option.id}", option.text) for option in question.options)


def said_in_document(area: str) -> tuple[Said, ...]:
    """Every text that an area's document itself can show; questions and glossary are not among them."""
    return tuple(_said(document(area).document))


def said_in_questions(area: str) -> tuple[Said, ...]:
    """Every text of the questions that an area asks, as the area words them."""
    return tuple(said for question in document(area).questions.values() for said in said_in_question(question))


def said_in_glossary(area: str) -> tuple[Said, ...]:
    """Every entry of an area's glossary."""
    glossary = document(area).document.glossary
    return tuple(Said(f"glossary {term}", text) for term, text in glossary.items())


def all_said(area: str) -> tuple[Said, ...]:
    """Everything that an area can show to anybody."""
    return (*said_in_document(area), *said_in_questions(area), *said_in_glossary(area))


def _said(doc: ThresholdDocument) -> Iterator[Said]:
    yield Said("title", doc.title)
    yield from (Said(f"change {change.date}", change.note) for change in doc.changes)
    if doc.applies_to is not None:
        yield from (Said("applies_to", text) for text in (doc.applies_to.text,) if text)
    yield from (Said(f"statement {key}", text) for key, text in doc.statements.items())
    yield from _said_of_levels(doc)
    yield from (Said(f"action {action.id}", action.do) for action in doc.actions)
    yield from (Said(f"contact {contact.id}", contact.name) for contact in doc.contacts)
    yield from (Said(f"outcome {outcome.id}", outcome.name) for outcome in doc.outcomes)
    yield from (Said(f"escalation {stage.id}", stage.who) for stage in doc.escalation)
    yield from (Said(f"section {section.id}", section.title) for section in doc.sections)
    yield from (Said(f"rule {rule.id}", rule.because) for rule in doc.rules)


def _said_of_levels(doc: ThresholdDocument) -> Iterator[Said]:
    for level in doc.levels:
        yield Said(f"level {level.id} name", level.name)
        yield Said(f"level {level.id} meaning", level.meaning)
        yield from (Said(f"level {level.id} example", text) for text in level.examples)
        if level.consent is not None:
            yield from (Said(f"level {level.id} consent", text) for text in (level.consent.text,) if text)
            yield from (Said(f"level {level.id} exception", e.text) for e in level.consent.exceptions)
