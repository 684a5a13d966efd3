"""A case held against a document: every answer found among the document's questions, for each child."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from threshold_tool.cases.model import Vignette
from threshold_tool.documents.fields import NOTHING_SEEN, UNKNOWN_ANSWERS, as_number
from threshold_tool.documents.naming import short
from threshold_tool.errors import ProblemsFound
from threshold_tool.evaluation.answers import ChildFacts, EarlierConcern, GivenAnswer
from threshold_tool.problems import Problem, did_you_mean, has_errors, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from threshold_tool.cases.loader import LoadedCase
    from threshold_tool.cases.model import Case, CaseChild
    from threshold_tool.documents.questions import NumberAnswer, Question
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.problems import Location

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class FittedCase:
    """The children of a case as a document sees them.

    `not_in_document` lists, for each child, the answered questions that the document does not have.
    """

    case: Case
    children: tuple[ChildFacts, ...]
    not_in_document: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...]


def fit(compiled: CompiledDocument, loaded: LoadedCase, *, pass_over_unknown: bool = False) -> FittedCase:
    """The case as the document sees it, with every problem of its answers.

    With `pass_over_unknown`, answers to questions that the document does not have are listed and otherwise
    left out; without it they are problems, since a slip in a question's name must not lose a concern.
    """
    return _Fitting(compiled, loaded, pass_over_unknown).run()


def require_fit(compiled: CompiledDocument, loaded: LoadedCase, *, pass_over_unknown: bool = False) -> FittedCase:
    """The same, for a command that cannot go on with problems. Raises ProblemsFound."""
    fitted = fit(compiled, loaded, pass_over_unknown=pass_over_unknown)
    if has_errors(fitted.problems):
        document = compiled.source.document
        raise ProblemsFound(f"The case does not fit the document {document.id}.", fitted.problems)
    return fitted


def read_answer(compiled: CompiledDocument, question: Question, text: str) -> GivenAnswer:
    """What a person typed, as an answer to a question.

    Raises ValueError, with one plain sentence, when the question does not take this answer.
    """
    if text in UNKNOWN_ANSWERS:
        return GivenAnswer(text, None)
    if question.number is not None:
        return _read_number(compiled, question, question.number, text)
    grade = question.grade_of(text)
    if grade is None:
        raise ValueError(f"The question `{question.id}` does not offer the answer `{short(text)}`.")
    return GivenAnswer(text, grade)


def _read_number(compiled: CompiledDocument, question: Question, number: NumberAnswer, text: str) -> GivenAnswer:
    value = as_number(text)
    if value is None:
        raise ValueError(f"The answer to `{question.id}` must be a number; here it is `{short(text)}`.")
    if not number.holds(value):
        raise ValueError(
            f"The answer to `{question.id}` must be from {number.from_} to {number.to}; here it is {value}."
        )
    return GivenAnswer(text, compiled.questions[question.id].grade_of_number(value))


@dataclass
class _Fitting:
    """One holding of a case against a document; `problems` fills as it goes."""

    compiled: CompiledDocument
    loaded: LoadedCase
    pass_over_unknown: bool
    problems: list[Problem] = field(default_factory=list)

    def run(self) -> FittedCase:
        case = self.loaded.case
        family = self._read(case.family, ("family",), of_family=True)
        earlier = [
            (entry, self._read(entry.answers, ("earlier_concerns", at, "answers")))
            for at, entry in enumerate(case.earlier_concerns)
        ]
        children = []
        for at, child in enumerate(case.children):
            own = self._read(child.answers, ("children", at, "answers"))
            concerns = tuple(
                EarlierConcern(entry.on, answers)
                for entry, answers in earlier
                if not entry.children or child.ref in entry.children
            )
            answers = self._with_nothing_seen({**family, **own})
            children.append(ChildFacts(child.ref, case.on, child.stated_age, answers, concerns))
        self.problems += self._notes()
        self.problems += self._levels()
        if isinstance(case, Vignette):
            self._read_story(case)
        missing = {child.ref: self._not_in_document(child) for child in case.children}
        return FittedCase(case, tuple(children), missing, in_reading_order(self.problems))

    @property
    def _questions(self) -> Mapping[str, Question]:
        return self.compiled.source.questions

    def _read(self, typed: Mapping[str, str], path: Path, *, of_family: bool = False) -> dict[str, GivenAnswer]:
        """The typed answers that the document's questions take; the others become problems."""
        answers = {}
        for question_id, text in typed.items():
            question = self._questions.get(question_id)
            if question is None:
                self._unknown_question(question_id, (*path, question_id))
                continue
            if of_family and question.about == "child":
                self._report(
                    "childs-question-under-family",
                    f"`{question_id}` is asked for each child: answer it under each child it is true of.",
                    self._key(*path, question_id),
                    question_id,
                )
                continue
            try:
                answers[question_id] = read_answer(self.compiled, question, text)
            except ValueError as fault:
                offered = [*(option.id for option in question.options), *UNKNOWN_ANSWERS]
                hint = did_you_mean(text, offered) or f"It takes: {', '.join(offered)}."
                if question.number is not None:
                    number = question.number
                    hint = f"Write a number from {number.from_} to {number.to}, or `not-known`."
                place = self.loaded.places.nearest((*path, question_id))
                self._report("unknown-answer", str(fault), place, question_id, hint)
        return answers

    def _unknown_question(self, question_id: str, path: Path) -> None:
        if self.pass_over_unknown:
            return
        document = self.compiled.source.document.id
        message = f"The document {document} has no question `{question_id}`."
        self._report(
            "not-in-document",
            message,
            self._key(*path),
            question_id,
            did_you_mean(question_id, self._questions),
        )

    def _with_nothing_seen(self, answers: dict[str, GivenAnswer]) -> dict[str, GivenAnswer]:
        """Adds the least concerning answer where a theme was looked at and nothing was seen.

        Never to a danger or always-statutory question, nor to one whose `not-known` the document places.
        """
        themes = set(self.loaded.case.nothing_seen_in)
        for question in self.compiled.questions.values():
            if question.question.theme not in themes or question.id in answers:
                continue
            if question.not_known is None and question.id not in self._asked_in_person():
                answers[question.id] = GivenAnswer(NOTHING_SEEN, 0, typed=False)
        return answers

    def _asked_in_person(self) -> set[str]:
        sections = self.compiled.source.document.sections
        return {q for section in sections if section.kind in ("danger", "always") for q in section.questions}

    def _read_story(self, case: Vignette) -> None:
        for at, part in enumerate(case.story):
            self._read(part.family, ("story", at, "family"), of_family=True)
            for ref, answers in part.children.items():
                self._read(answers, ("story", at, "children", ref))

    def _notes(self) -> Iterator[Problem]:
        for who, notes in self.loaded.case.notes.items():
            for question_id in notes:
                if question_id not in self._questions and not self.pass_over_unknown:
                    message = f"The document has no question `{question_id}` for this note."
                    hint = did_you_mean(question_id, self._questions)
                    place = self._key("notes", who, question_id)
                    yield Problem("not-in-document", message, place, about=(question_id,), hint=hint)

    def _levels(self) -> Iterator[Problem]:
        """A decision speaks of this document's levels; an own view may speak of another area's."""
        if self.pass_over_unknown:
            return
        known = self.compiled.source.level_order
        for ref, decision in self.loaded.case.decision.items():
            if decision.level not in known:
                message = f"The document {self.compiled.source.document.id} has no level `{decision.level}`."
                place = self.loaded.places.nearest(("decision", ref, "level"))
                hint = did_you_mean(decision.level, known)
                yield Problem("unknown-level", message, place, about=(decision.level,), hint=hint)

    def _not_in_document(self, child: CaseChild) -> tuple[str, ...]:
        typed = {**self.loaded.case.family, **child.answers}
        return tuple(question for question in typed if question not in self._questions)

    def _key(self, *path: str | int) -> Location:
        return self.loaded.places.nearest_key(path)

    def _report(self, code: str, message: str, place: Location, about: str, hint: str | None = None) -> None:
        self.problems.append(Problem(code, message, place, about=(about,), hint=hint))
