"""One question on its page: what is asked, why, what may be answered, and what was answered so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.cases.interview import Place
from threshold_tool.cases.model import Note
from threshold_tool.documents.fields import AGE, DECLINED, NOT_KNOWN
from threshold_tool.evaluation import explain
from ui.presenters.journey import page_of
from ui.presenters.strengths import strength_caution

if TYPE_CHECKING:
    from threshold_tool.documents.glossary_terms import Glossary
    from threshold_tool.documents.questions import NumberAnswer, Question
    from ui.presenters.consultation import Consultation
    from ui.presenters.page_ids import PageId

UNKNOWN_OPTIONS: tuple[tuple[str, str], ...] = (
    (NOT_KNOWN, explain.SAID[NOT_KNOWN]),
    (DECLINED, explain.SAID[DECLINED]),
)
SOURCES: tuple[tuple[str, str], ...] = (
    ("seen", "I saw it"),
    ("told", "I was told"),
    ("records", "From records"),
    ("opinion", "My opinion"),
)
_MOST_REASONS = 2


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """One place for an answer on the page, the child it is about, and what was answered."""

    place: Place
    about: str
    given: str | None


@dataclass(frozen=True, slots=True)
class Explained:
    """A term of the document's glossary that the question uses, and what it means."""

    term: str
    meaning: str


@dataclass(frozen=True)
class QuestionState:
    """What the page shows. `may_differ` says that the children may be answered for one by one; `apart`, that they are.

    `note` stands at `note_place`. `optional` says that going on without an answer is fine. `caution` says what an
    answer about a strength can do; empty for a concern.
    """

    question: Question
    about: str
    because: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    number: NumberAnswer | None
    places: tuple[AnswerPlace, ...]
    may_differ: bool
    apart: bool
    note_place: Place
    note: Note | None
    optional: bool
    explained: tuple[Explained, ...]
    caution: str = ""

    @property
    def unanswered(self) -> tuple[AnswerPlace, ...]:
        """The places that still want an answer."""
        return tuple(place for place in self.places if place.given is None)


def question_state(consultation: Consultation, page: PageId) -> QuestionState:
    """What the page of a question shows. Needs evaluation only for why the question is asked."""
    if page.question is None:
        raise ValueError("a page of a question names its question")
    question = consultation.compiled.source.questions[page.question]
    own = Place(question.id, page.child)
    apart = consultation.differs_by_child(question.id)
    places = [Place(question.id, ref) for ref in _needed(consultation, question.id)] if apart else [own]
    return QuestionState(
        question=question,
        about=f"About child {page.child}" if page.child and len(consultation.children) > 1 else "",
        because=_because(consultation, page),
        options=tuple((option.id, option.text) for option in question.options),
        number=question.number,
        places=tuple(AnswerPlace(p, f"Child {p.child}" if apart else "", consultation.given(p)) for p in places),
        may_differ=question.about == "family" and len(consultation.children) > 1,
        apart=apart,
        note_place=own,
        note=consultation.note(own),
        optional=consultation.interview.optional,
        explained=_explained(consultation, question),
        caution=strength_caution(consultation.document, question.id) if question.kind == "strength" else "",
    )


def stretches(glossary: Glossary, text: str) -> tuple[tuple[int, int], ...]:
    """Where the glossary's terms stand in a text, each from its first character up to the one after its last."""
    return tuple((found.start, found.end) for found in glossary.find(text))


def note_with(note: Note | None, **changed: object) -> Note | None:
    """The note with a change; none where no words are left, since a source alone says nothing."""
    parts = {"text": None, **({} if note is None else note.model_dump()), **changed}
    return Note.model_validate(parts) if parts["text"] else None


def _explained(consultation: Consultation, question: Question) -> tuple[Explained, ...]:
    """Every glossary term of the question, its answers and its list, each once, in reading order."""
    texts = (question.ask, question.why or "", *(option.text for option in question.options), *question.look_for)
    found = (term for text in texts for term in consultation.glossary.find(text))
    return tuple({term.term: Explained(term.term, term.meaning) for term in found}.values())


def _needed(consultation: Consultation, question: str) -> tuple[str, ...]:
    """The children for whom a question is asked; all of them while it is asked for none."""
    found = consultation.interview.assessments
    needed = tuple(ref for ref in consultation.children if question not in found[ref].possible.set_aside)
    return needed or consultation.children


def _because(consultation: Consultation, page: PageId) -> tuple[str, ...]:
    """The answers that brought the question up, apart from the child's age, which the person has just given."""
    interview = consultation.interview
    step = next((step for step in interview.steps if page_of(step) == page), None)
    if step is None or step.question.ask_when is None:
        return ()
    behind = [entry for entry in interview.because(step) if entry[0] != AGE][:_MOST_REASONS]
    return tuple(explain.because_words(consultation.compiled, question, shown) for question, shown in behind)
