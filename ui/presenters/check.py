"""Check your answers: everything given so far, section by section, with a way to change each of it.

What nobody answered and what is not known stand there in words; neither is ever shown as a "no".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.documents.fields import UNKNOWN_ANSWERS
from threshold_tool.evaluation.explain import answer_words, document_words, question_words
from threshold_tool.evaluation.step_words import day_words
from ui.presenters.check_facts import contact_facts, family_facts, views_facts
from ui.presenters.check_lines import NOT_ANSWERED, AnswerLine, Given, about_child
from ui.presenters.journey import page_of
from ui.presenters.question import SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from threshold_tool.cases.interview import Step
    from threshold_tool.cases.model import Note
    from ui.presenters.consultation import Consultation
    from ui.presenters.page_ids import PageId

ALL_ANSWERED = "Every question is answered."
NEVER_A_NO = (
    "You can go on. What is not answered or not known never counts as a no: the result says how much it could change."
)
CLOSED_TITLE = "Kept, but not counted"
CLOSED = (
    "Other answers, or a child's age, leave these questions out. The answers are kept, and count again when that "
    "changes."
)


@dataclass(frozen=True)
class CheckSection:
    """A part of the list. `later` are questions that come up only if something not known turns out so."""

    title: str
    lines: tuple[AnswerLine, ...]
    later: tuple[AnswerLine, ...] = ()

    @property
    def counts(self) -> str:
        """How many answers are missing and how many are not known, in words; empty where there are none."""
        return _counts(self.lines)

    @property
    def later_words(self) -> str:
        """How many questions come up only later, if at all."""
        count = sum(not line.goes_on for line in self.later)
        more = "1 more question comes" if count == 1 else f"{count} more questions come"
        return f"{more} up only if something that is not known turns out so"


@dataclass(frozen=True)
class CheckState:
    """Everything the page shows. `closed` are answers that do not count as things stand."""

    summary: str
    document: str
    sections: tuple[CheckSection, ...]
    closed: tuple[AnswerLine, ...]
    first_missing: PageId | None


def check_state(consultation: Consultation) -> CheckState:
    """What was given so far."""
    asked = tuple(_asked(consultation))
    lines = [line for section in asked for line in section.lines]
    open_ = _open_words(lines)
    return CheckState(
        summary=f"{open_}. {NEVER_A_NO}" if open_ else ALL_ANSWERED,
        document=document_words(consultation.compiled),
        sections=(
            CheckSection("You and the family", family_facts(consultation)),
            *asked,
            CheckSection("What they say", views_facts(consultation)),
            CheckSection("Safe contact", contact_facts(consultation)),
        ),
        closed=tuple(_closed(consultation)),
        first_missing=next((line.page for line in lines if line.given is Given.MISSING), None),
    )


def _asked(consultation: Consultation) -> Iterator[CheckSection]:
    """The document's sections that ask anything, as things stand."""
    steps = consultation.interview.steps
    for section in consultation.document.sections:
        own = [step for step in steps if step.section.id == section.id]
        now = [step for step in own if step.certain or step.given is not None]
        later = [step for step in own if not step.certain and step.given is None]
        if own:
            yield CheckSection(section.title, tuple(_lines(consultation, now)), tuple(_lines(consultation, later)))


def _lines(consultation: Consultation, steps: Iterable[Step]) -> Iterator[AnswerLine]:
    above = None
    for step in steps:
        words, given = NOT_ANSWERED, Given.MISSING
        if step.given is not None:
            words = answer_words(consultation.compiled, step.question.id, step.given)
            given = Given.UNKNOWN if step.given in UNKNOWN_ANSWERS else Given.KNOWN
        note = consultation.note(step.place)
        about = about_child(consultation, step.place.child)
        noted = _note_words(note) if note else ""
        yield AnswerLine(step.question.ask, about, words, given, page_of(step), noted, step.question is above)
        above = step.question


def _note_words(note: Note) -> str:
    """What stands behind an answer, with where it comes from first."""
    source = dict(SOURCES).get(note.source or "", "Note")
    when = f", {day_words(note.when)}" if note.when else ""
    return f"{source}{when}: {note.text}"


def _closed(consultation: Consultation) -> Iterator[AnswerLine]:
    """What was typed to questions that are left out for a child; in one line where the family's are for all."""
    compiled, family = consultation.compiled, consultation.case.family
    found = consultation.interview.assessments
    typed = {ref: one.set_aside() for ref, one in found.items()}
    for question in sorted({q for answers in typed.values() for q in answers}, key=compiled.asking_order):
        said = {ref: answers[question] for ref, answers in typed.items() if question in answers}
        for_all = len(said) == len(found) and question in family and not consultation.differs_by_child(question)
        for at, (ref, shown) in enumerate({None: family[question]}.items() if for_all else said.items()):
            about, words = about_child(consultation, ref), answer_words(compiled, question, shown)
            yield AnswerLine(question_words(compiled, question), about, words, goes_on=at > 0)


def _open_words(lines: Iterable[AnswerLine]) -> str:
    """The same for all of them, as a sentence without its full stop."""
    given = [line.given for line in lines]
    counted = ((given.count(Given.MISSING), "missing"), (given.count(Given.UNKNOWN), "not known"))
    said = [f"{count} {'answer is' if count == 1 else 'answers are'} {words}" for count, words in counted if count]
    return ", and ".join(said)


def _counts(lines: Iterable[AnswerLine]) -> str:
    given = [line.given for line in lines]
    counted = ((given.count(Given.MISSING), "not answered"), (given.count(Given.UNKNOWN), "not known"))
    return ", ".join(f"{count} {words}" for count, words in counted if count)
