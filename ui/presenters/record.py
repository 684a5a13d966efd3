"""The record: what it will hold, in words, whose names it has, and writing it where the person says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from threshold_tool.errors import CannotWrite
from threshold_tool.evaluation import explain
from threshold_tool.reports.record_decision import decision_words
from threshold_tool.reports.record_file import write_record
from ui.presenters.watched import Watched

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.result import ChildResult
    from threshold_tool.reports.report_file import Kind
    from ui.presenters.consultation import Consultation, ConsultationPresenter

ALWAYS_HELD = (
    "For each child, on a page of its own: what to do, by when and whom to reach, and why, with the document's pages",
    "What is not known, and what would change the result",
    "The answers with their notes and where each comes from",
    "The document's title, edition and fingerprint, so that anyone can look it up",
)
DO_NOT_PRINT = (
    "You said that a print may put somebody in danger. Save the file where only you can see it, and print it only "
    "where nobody else finds it."
)
NAMES_WARNING = (
    "With names, anyone who sees the print or the file knows who it is about. The names go into the file that you "
    "save and nowhere else: they are not kept with the case."
)


@dataclass(frozen=True, slots=True)
class NameField:
    """Whose name may be written, by letter or label, what the field is called, and what was written."""

    ref: str
    label: str
    name: str


@dataclass(frozen=True)
class RecordState:
    """What the page shows. `no_view` are children for whom the person has given no view of their own yet.

    `saved` is the file written last.
    """

    holds: tuple[str, ...]
    cautions: tuple[str, ...]
    no_view: tuple[str, ...]
    names: tuple[NameField, ...]
    with_names: bool = False
    saved: Path | None = None
    not_saved: str | None = None


class RecordPresenter(Watched[RecordState]):
    """Writes the record of the open case. Names are printed only while the person has them turned on."""

    def __init__(self, consultation: ConsultationPresenter) -> None:
        names = consultation.state.names
        super().__init__(_state(consultation.state, dict(names)))
        self._consultation = consultation
        self.change_to(replace(self.state, with_names=bool(names)))

    def print_names(self, wanted: bool) -> None:
        """Turns names on or off; what was typed stays here meanwhile."""
        self.change_to(replace(self.state, with_names=wanted, saved=None))
        self._take_names()

    def write_name(self, ref: str, name: str) -> None:
        """The name of a child or an adult, for the print."""
        names = tuple(replace(field, name=name) if field.ref == ref else field for field in self.state.names)
        self.change_to(replace(self.state, names=names, saved=None))
        self._take_names()

    def save(self, kind: Kind, path: Path) -> None:
        """Writes the record to a file; where that fails, the state says why."""
        consultation = self._consultation.state
        try:
            write_record(kind, path, consultation.result, consultation.names)
        except CannotWrite as error:
            self.change_to(replace(self.state, saved=None, not_saved=f"{error} Choose another place."))
        else:
            self._consultation.see_result()
            self.change_to(replace(self.state, saved=path, not_saved=None))

    def _take_names(self) -> None:
        named = {field.ref: field.name.strip() for field in self.state.names} if self.state.with_names else {}
        self._consultation.take_names(named)


def file_stem(consultation: Consultation) -> str:
    """The name on offer for the record's file: the day, and nothing about a child."""
    return f"record-{consultation.case.on.isoformat()}"


def _state(consultation: Consultation, names: dict[str, str]) -> RecordState:
    case = consultation.case
    labels = {child.ref: f"Name of child {child.ref}" for child in case.children}
    labels.update({person.ref: f"Name of {person.ref}, {person.is_}" for person in case.people})
    guarded = case.guarded_contact
    return RecordState(
        holds=tuple(_holds(consultation)),
        cautions=(DO_NOT_PRINT,) if guarded is not None and not guarded.print else (),
        no_view=tuple(ref for ref in consultation.children if ref not in case.own_view),
        names=tuple(NameField(ref, label, names.get(ref, "")) for ref, label in labels.items()),
    )


def _holds(consultation: Consultation) -> Iterator[str]:
    """What the record holds, from its first page on."""
    case, result = consultation.case, consultation.result
    for child in result.children:
        yield _child(consultation, result, child)
    yield from ALWAYS_HELD
    if case.worry:
        yield "What worries you, in your words"
    if case.people:
        yield f"The adults around the children: {len(case.people)}"
    yield _of_children(consultation, "views", "The child's own words and the family's views", "lines to write them on")
    yield _of_children(consultation, "consent", "Consent: who was asked or told", "lines to write it on")
    steps = f"what was agreed ({len(case.plan)})" if case.plan else "lines for what is agreed"
    yield f"Plan and follow-up: {steps}, what became of a referral, and what to do if you disagree"


def _child(consultation: Consultation, result: CaseResult, child: ChildResult) -> str:
    """The level and the decision; the level stays unsaid while the person's own view could still be given first."""
    level = explain.level_words(result.compiled, child.recommendation.level)
    if child.ref not in {*consultation.case.own_view, *consultation.results_seen}:
        return f"Child {child.ref}: the document's level, which you have not seen yet, with lines for your decision"
    decision = result.fitted.case.decision.get(child.ref)
    decided = "no decision yet, with lines to write it on"
    if decision is not None:
        decided = f"you decided on {decision_words(result, child, decision)}"
    return f"Child {child.ref}: the document's level is {level}; {decided}"


def _of_children(consultation: Consultation, key: str, words: str, lines: str) -> str:
    """Something that each child may have; lines are printed for those who have not."""
    without = [ref for ref in consultation.children if ref not in getattr(consultation.case, key)]
    if not without:
        return words
    return f"{words}; {lines} for {'child' if len(without) == 1 else 'children'} {', '.join(without)}"
