"""The order of asking: what a document still wants to know of a case, question by question.

Nothing here talks to anybody. Whoever asks (the terminal, the window) shows a step, hands the answer back
and gets a new interview, in which questions may have opened or closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from threshold_tool.cases.fitting import read_answer, require_fit
from threshold_tool.cases.loader import LoadedCase
from threshold_tool.documents.fields import AGE
from threshold_tool.errors import CannotUse
from threshold_tool.evaluation.assess import assess
from threshold_tool.evaluation.next_steps import Moment, next_steps

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from threshold_tool.cases.model import Case, CaseChild, Decision
    from threshold_tool.documents.model import Section
    from threshold_tool.documents.questions import Question
    from threshold_tool.evaluation.assess import Assessment
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.evaluation.next_steps import NextStep


@dataclass(frozen=True, slots=True)
class Place:
    """One question about one child, or about the family when `child` is None."""

    question: str
    child: str | None = None


@dataclass(frozen=True)
class Step:
    """Something to ask. `given` is the answer so far, or None.

    A step that is not `certain` comes up only if something that is not known turns out so.
    """

    place: Place
    section: Section
    question: Question
    given: str | None
    certain: bool


@dataclass(frozen=True, slots=True)
class Route:
    """A child for whom what is certain already calls for social care (`statutory`) or for acting at once."""

    child: str
    level: int
    statutory: bool
    immediate: bool


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """How far a section is asked: answered questions, and those left, `least` to `most` of them.

    The two differ while other answers decide whether a question is asked at all.
    """

    section: Section
    answered: int
    least: int
    most: int


@dataclass(frozen=True)
class Interview:
    """A case so far under a document, and what it leaves to ask. Each answer makes a new one.

    Raises ProblemsFound, when first looked at, if the case holds answers that do not fit the document.
    """

    compiled: CompiledDocument
    case: Case

    @cached_property
    def assessments(self) -> Mapping[str, Assessment]:
        """Each child as far as its level."""
        fitted = require_fit(self.compiled, LoadedCase.from_answers(self.case))
        return {child.ref: assess(self.compiled, child) for child in fitted.children}

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Everything to be asked as things stand, answered or not, in the document's order."""
        return tuple(
            step
            for section in self.compiled.source.document.sections
            for question_id in section.questions
            for step in self._steps_of(section, self.compiled.source.questions[question_id])
        )

    @property
    def next_step(self) -> Step | None:
        """The first step without an answer; None when everything is answered."""
        return next((step for step in self.steps if step.given is None), None)

    @property
    def routes(self) -> tuple[Route, ...]:
        """The children whose route has to be shown at once, whatever is still to be asked."""
        return tuple(
            Route(ref, found.recommendation.lowest, statutory, found.immediate)
            for ref, found in self.assessments.items()
            if (statutory := self.compiled.statutory[found.recommendation.lowest]) or found.immediate
        )

    @property
    def optional(self) -> bool:
        """Whether what remains may be left out, since somebody's route is shown."""
        return bool(self.routes)

    @property
    def progress(self) -> tuple[SectionProgress, ...]:
        """How far each section is asked, those with nothing to ask included."""
        return tuple(self._progress(section) for section in self.compiled.source.document.sections)

    def steps_for(self, route: Route) -> tuple[NextStep, ...]:
        """What to do for a child whose route is shown."""
        document, case = self.compiled.source.document, self.case
        actions = (*document.levels[route.level].actions, *self.assessments[route.child].require)
        return next_steps(document, actions, case.role, Moment(case.on, case.at))

    def step_at(self, place: Place) -> Step | None:
        """The step at a place; None when it is not asked as things stand."""
        return next((step for step in self.steps if step.place == place), None)

    def step_before(self, place: Place | None) -> Step | None:
        """The step asked before a place, answered or not; before None, the last. None where there is none."""
        places = [step.place for step in self.steps]
        at = places.index(place) if place in places else len(places)
        return self.steps[at - 1] if at else None

    def because(self, step: Step) -> tuple[tuple[str, str | None], ...]:
        """What opened a question that is not asked of everybody; empty for any other.

        Each is a question with the answer that was said (None where nothing was), or the child's age.
        """
        refs = [step.place.child] if step.place.child else list(self.assessments)
        found = [self.assessments[ref] for ref in refs]
        opened = (entry for one in found for entry in _opened_by(one, step.question.id))
        return tuple(dict.fromkeys(opened))

    def with_answer(self, place: Place, text: str) -> Interview:
        """The interview with an answer: an option's id, a number, `not-known` or `declined`.

        A family question with a child is that child's own answer. All other answers are kept.
        Raises ValueError, with one plain sentence, when the question does not take this answer.
        """
        question = self.compiled.source.questions[place.question]
        if question.about == "child" and place.child is None:
            raise ValueError(f"`{question.id}` is asked for each child: say which.")
        read_answer(self.compiled, question, text)
        if place.child is None:
            changed = {"family": {**self.case.family, question.id: text}}
            return Interview(self.compiled, self.case.model_copy(update=changed))
        children = tuple(_answered(child, question.id, text, place.child) for child in self.case.children)
        return Interview(self.compiled, self.case.model_copy(update={"children": children}))

    @cached_property
    def _follow_on(self) -> Mapping[str, frozenset[str]]:
        """For each child the questions that only other unknowns bring up."""
        return {ref: found.follow_on for ref, found in self.assessments.items()}

    def _steps_of(self, section: Section, question: Question) -> Iterator[Step]:
        needed = [ref for ref, found in self.assessments.items() if question.id not in found.possible.set_aside]
        if question.about == "child" or self._differs_by_child(question):
            for ref in needed:
                yield self._step(section, question, Place(question.id, ref), [ref])
        elif needed:
            yield self._step(section, question, Place(question.id), needed)

    def _differs_by_child(self, question: Question) -> bool:
        """Whether a family question is being answered child by child."""
        return any(question.id in child.answers for child in self.case.children)

    def _step(self, section: Section, question: Question, place: Place, needed: list[str]) -> Step:
        """The step for the children who need it."""
        certain = any(question.id not in self._follow_on[ref] for ref in needed)
        return Step(place, section, question, self._given(place), certain)

    def _given(self, place: Place) -> str | None:
        if place.child is None:
            return self.case.family.get(place.question) or self._nothing_seen(place.question)
        own = self.assessments[place.child].child.answers.get(place.question)
        return None if own is None else own.shown

    def _nothing_seen(self, question: str) -> str | None:
        """The answer that follows from a theme that was looked at, which every child then has."""
        said = [found.child.answers.get(question) for found in self.assessments.values()]
        return next((answer.shown for answer in said if answer is not None and not answer.typed), None)

    def _progress(self, section: Section) -> SectionProgress:
        steps = [step for step in self.steps if step.section.id == section.id]
        left = [step for step in steps if step.given is None]
        least = sum(1 for step in left if step.certain)
        return SectionProgress(section, len(steps) - len(left), least, len(left))


def decide(interview: Interview, child: str, decision: Decision) -> Interview:
    """The interview with the person's own decision for a child.

    Up is free. Raises CannotUse for a lower level than the recommendation without a reason and a named manager.
    """
    order = interview.compiled.source.level_order
    lower = order[decision.level] < interview.assessments[child].recommendation.level
    if lower and not ((decision.reason or "").strip() and (decision.manager or "").strip()):
        raise CannotUse("A lower level needs a written reason and the name of the manager who agrees.")
    decided = {**interview.case.decision, child: decision}
    return Interview(interview.compiled, interview.case.model_copy(update={"decision": decided}))


def with_own_view(interview: Interview, child: str, level: str) -> Interview:
    """The interview with the level that the person thinks right for a child, before the result is shown."""
    views = {**interview.case.own_view, child: level}
    return Interview(interview.compiled, interview.case.model_copy(update={"own_view": views}))


def with_route_shown(interview: Interview, children: Collection[str]) -> Interview:
    """The interview with a note that these children's route is being shown before an own view is given.

    Without effect for a child whose own view is there already. What was shown stays noted, whatever is answered later.
    """
    case = interview.case
    early = {*case.route_shown_early, *(ref for ref in children if ref not in case.own_view)}
    shown = tuple(child.ref for child in case.children if child.ref in early)
    return Interview(interview.compiled, case.model_copy(update={"route_shown_early": shown}))


def answered_apart(interview: Interview, question: str) -> Interview:
    """The interview with the family's answer to a question, if there is one, as each child's own instead."""
    case = interview.case
    if question not in case.family:
        return interview
    said = {question: case.family[question]}
    children = tuple(one.model_copy(update={"answers": {**said, **one.answers}}) for one in case.children)
    family = {key: answer for key, answer in case.family.items() if key != question}
    return Interview(interview.compiled, case.model_copy(update={"children": children, "family": family}))


def _answered(child: CaseChild, question: str, text: str, ref: str) -> CaseChild:
    if child.ref != ref:
        return child
    return child.model_copy(update={"answers": {**child.answers, question: text}})


def _opened_by(found: Assessment, question: str) -> Iterator[tuple[str, str | None]]:
    """What makes a question with an `ask_when` come up for a child: answers, unknowns, age."""
    gate = found.compiled.gates.get(question)
    if gate is None or question in found.possible.set_aside:
        return
    reached, ages = 0, 0
    for world in found.possible.worlds:
        reached |= world.low
        ages |= world.facts
    for parent in found.compiled.questions.values():
        said = found.child.answers.get(parent.id)
        if said is not None and gate.literals & parent.mask & reached:
            yield parent.id, said.shown
        elif gate.literals & parent.mask and parent.id in found.possible.unknown:
            yield parent.id, said.shown if said else None
    if gate.literals & ages & sum(found.compiled.ages.values()):
        yield AGE, None
