"""The one state of an open case: what was answered, noted and decided, and what that leads to so far.

Everything the person does makes a new immutable state. Nothing is lost on going back: only the person's own
act takes an answer away.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from threshold_tool.cases.interview import Interview, Place, answered_apart, decide, with_own_view, with_route_shown
from threshold_tool.cases.model import Case, CaseChild
from threshold_tool.documents.glossary_terms import Glossary
from threshold_tool.errors import CannotUse
from threshold_tool.evaluation.case_result import decided_level
from ui.presenters.child_results import ChildResults
from ui.presenters.watched import Watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date, datetime, time
    from pathlib import Path

    from threshold_tool.cases.interview import Route
    from threshold_tool.cases.model import (
        ConsentAsked,
        Decision,
        FollowUp,
        GuardedContact,
        Note,
        Person,
        PlanStep,
        Views,
    )
    from threshold_tool.documents.model import Role, ThresholdDocument
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.compiled import CompiledDocument
    from ui.presenters.page_ids import PageId

FAMILY = "family"
"""Under this key a case keeps the notes about the family's answers."""


@dataclass(frozen=True, slots=True)
class RouteShown:
    """When the person first saw what to do, and for which children."""

    at: datetime
    routes: tuple[Route, ...]


@dataclass(frozen=True)
class Consultation:
    """An open case under its document.

    `changes` counts what the person did; `completed` are the pages they went on from, by which a page that may
    be left empty counts as answered. `names` are for the printed record alone and never enter the case. `apart` are
    family questions that the person wants to answer for each child, whether or not one is answered yet. `drafts` are
    decisions as far as they go, by child: one for a lower level enters the case when it has a reason and a manager.
    `results_seen` are the children whose result was shown: their own view stays as it was given.
    `kept` is the number of changes that a file on disk has.
    """

    interview: Interview
    path: Path
    changes: int = 0
    kept: int = 0
    role_given: bool = False
    completed: frozenset[PageId] = frozenset()
    routes_seen: frozenset[Route] = frozenset()
    route_first_shown: RouteShown | None = None
    glossary: Glossary = field(default_factory=lambda: Glossary({}))
    names: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()
    drafts: Mapping[str, Decision] = field(default_factory=dict)
    results_seen: frozenset[str] = frozenset()
    results: ChildResults = field(default_factory=ChildResults, repr=False, compare=False)

    @property
    def case(self) -> Case:
        """What is known, as a case file would hold it."""
        return self.interview.case

    @property
    def compiled(self) -> CompiledDocument:
        """The document, ready for evaluation."""
        return self.interview.compiled

    @property
    def document(self) -> ThresholdDocument:
        """The document as its author wrote it."""
        return self.interview.compiled.source.document

    @property
    def children(self) -> tuple[str, ...]:
        """The children's letters, in order."""
        return tuple(child.ref for child in self.case.children)

    @property
    def new_routes(self) -> tuple[Route, ...]:
        """Routes that are certain by now and that the person has not seen."""
        return tuple(route for route in self.interview.routes if route not in self.routes_seen)

    @cached_property
    def result(self) -> CaseResult:
        """The whole result. The first time, and after each new answer, it takes a moment to work out."""
        return self.results.of(self.interview)

    def acting_level(self, child: str) -> int:
        """The level to act at for a child, as `result` has it; quick, since it needs no more than the level."""
        decided = decided_level(self.compiled, self.case, child)
        return self.interview.assessments[child].recommendation.level if decided is None else decided

    def has_decided(self, child: str) -> bool:
        """Whether there is a decision for a child that stands: a lower one also needs its reason and its manager."""
        decision = self.case.decision.get(child)
        if decision is None or decided_level(self.compiled, self.case, child) is None:
            return False
        try:
            decide(self.interview, child, decision)
        except CannotUse:
            return False
        return True

    def given(self, place: Place) -> str | None:
        """What was typed at a place; None where nothing was. Needs no evaluation, so it is quick."""
        if place.child is None:
            return self.case.family.get(place.question)
        return next((c.answers.get(place.question) for c in self.case.children if c.ref == place.child), None)

    def differs_by_child(self, question: str) -> bool:
        """Whether a family question is answered child by child."""
        if self.compiled.source.questions[question].about == "child":
            return False
        return question in self.apart or any(question in child.answers for child in self.case.children)

    def note(self, place: Place) -> Note | None:
        """What stands behind the answer at a place."""
        return self.case.notes.get(place.child or FAMILY, {}).get(place.question)


class ConsultationPresenter(Watched[Consultation]):
    """Changes the open case. `clock` gives the moment; deadlines and numbers follow the last change.

    Begins with a `case` that was kept, if one is given, and otherwise with one in which nothing is said.
    """

    def __init__(
        self, compiled: CompiledDocument, path: Path, clock: Callable[[], datetime], case: Case | None = None
    ) -> None:
        now = clock()
        new = Case(format="threshold-case/1", on=now.date(), at=_hour(now), children=(CaseChild(ref="A"),))
        glossary = Glossary.of(compiled.source.document)
        said = case is not None
        interview = Interview(compiled, case or new)
        super().__init__(Consultation(interview, path, role_given=said, glossary=glossary))
        self._clock = clock

    def answer(self, place: Place, text: str) -> None:
        """An option's id, a number, `not-known` or `declined`. Raises ValueError when it is no answer here."""
        self._take(self.state.interview.with_answer(place, text))

    def unanswer(self, place: Place) -> None:
        """Takes an answer away again, as if it had never been given."""
        case = self.state.case
        if place.child is None:
            self._case(family=_without(case.family, place.question))
            return
        self._case(children=tuple(_unanswered(child, place) for child in case.children))

    def answer_apart(self, question: str) -> None:
        """Lets a family question be answered for each child; all begin with the family's answer, if there is one."""
        self._take(answered_apart(self.state.interview, question), apart=self.state.apart | {question})

    def answer_together(self, question: str) -> None:
        """Asks a family question of the family again; the children's own answers to it go."""
        children = tuple(_unanswered(child, Place(question, child.ref)) for child in self.state.case.children)
        self._take(self._with(children=children), apart=self.state.apart - {question})

    def write_note(self, place: Place, note: Note | None) -> None:
        """What stands behind an answer; None takes it away."""
        who = place.child or FAMILY
        notes = dict(self.state.case.notes)
        mine = _without(notes.get(who, {}), place.question)
        if note is not None:
            mine[place.question] = note
        notes = _without(notes, who)
        self._case(notes={**notes, who: mine} if mine else notes)

    def take_role(self, role: Role) -> None:
        """Where the person works."""
        self._take(self._with(role=role), role_given=True)

    def take_children(self, children: Iterable[CaseChild]) -> None:
        """The children as they now are. Who stays keeps every answer; what was said of who goes, goes."""
        case = self.state.case
        before = {child.ref: child.answers for child in case.children}
        kept = tuple(c.model_copy(update={"answers": before.get(c.ref, {})}) for c in children)
        refs = {child.ref for child in kept}
        of_children = ("views", "own_view", "own_view_because", "consent", "decision", "follow_up")
        mentioned: dict[str, Any] = {key: _only(getattr(case, key), refs) for key in of_children}
        people = tuple(p.model_copy(update={"of": tuple(r for r in p.of if r in refs)}) for p in case.people)
        mentioned["route_shown_early"] = tuple(ref for ref in case.route_shown_early if ref in refs)
        names = _only(self.state.names, {*refs, *(person.ref for person in people)})
        notes = _only(case.notes, {*refs, FAMILY})
        drafts, seen = _only(self.state.drafts, refs), self.state.results_seen & refs
        changed = self._with(children=kept, people=people, notes=notes, **mentioned)
        self._take(changed, names=names, drafts=drafts, results_seen=seen)

    def take_people(self, people: Iterable[Person]) -> None:
        """The adults, for the record."""
        self._case(people=tuple(people))

    def take_names(self, names: Mapping[str, str]) -> None:
        """Names for the printed record, by letter or label; they never enter the case."""
        self._take(self.state.interview, names={ref: name for ref, name in names.items() if name.strip()})

    def write_worry(self, text: str) -> None:
        """What the worry is, in the person's words."""
        self._case(worry=text.strip() or None)

    def write_views(self, child: str, views: Views | None) -> None:
        """What a child and its family say; None takes it away."""
        self._for_child("views", child, views)

    def guard_contact(self, guarded: GuardedContact | None) -> None:
        """Which ways of reaching the family may put somebody in danger."""
        self._case(guarded_contact=guarded)

    def take_own_view(self, child: str, level: str | None) -> None:
        """The level that the person thinks right, before the result; None takes it away."""
        if level is None:
            self._for_child("own_view", child, None)
        else:
            self._take(with_own_view(self.state.interview, child, level))

    def explain_own_view(self, child: str, text: str) -> None:
        """Why the person thinks so; nothing where no words are left."""
        self._for_child("own_view_because", child, text.strip() or None)

    def decide(self, child: str, decision: Decision | None) -> None:
        """The person's decision. Raises CannotUse for a lower level without a reason and a named manager."""
        if decision is None:
            self._for_child("decision", child, None)
        else:
            self._take(decide(self.state.interview, child, decision))

    def draft_decision(self, child: str, draft: Decision) -> None:
        """A decision as far as it goes. As soon as it is complete it is the person's decision.

        What the chosen level does not need stays in the draft, and out of the decision and the record.
        """
        recommended = self.state.interview.assessments[child].recommendation.level
        level = self.state.compiled.source.level_order[draft.level]
        unneeded = ("reason", "manager") if level == recommended else ("manager",) if level > recommended else ()
        decision = draft.model_copy(update=dict.fromkeys(unneeded))
        drafts = {**self.state.drafts, child: draft}
        try:
            self._take(decide(self.state.interview, child, decision), drafts=drafts)
        except CannotUse:
            self._take(self.state.interview, drafts=drafts)

    def take_consent(self, child: str, consent: ConsentAsked | None) -> None:
        """Who was asked for consent, and the answer; None takes it away."""
        self._for_child("consent", child, consent)

    def take_plan(self, steps: Iterable[PlanStep]) -> None:
        """What was agreed, by whom and by when."""
        self._case(plan=tuple(steps))

    def note_follow_up(self, child: str, said: FollowUp | None) -> None:
        """What has happened since the result; None takes it away."""
        self._for_child("follow_up", child, said)

    def look_again_on(self, day: date | None) -> None:
        """The day on which to look at the family again."""
        self._case(look_again=day)

    def take_calendar_key(self, key: str) -> None:
        """The random text by which calendars know the entries of this case."""
        self._case(calendar_key=key)

    def go_past(self, pages: Iterable[PageId]) -> None:
        """Pages that count as gone on from, since the case was kept after them."""
        self.change_to(replace(self.state, completed=self.state.completed | frozenset(pages)))

    def note_kept(self) -> None:
        """What there is now is in a file on disk."""
        self.change_to(replace(self.state, kept=self.state.changes))

    def complete(self, page: PageId) -> None:
        """The person went on from a page: what it leaves empty is left empty knowingly."""
        if page not in self.state.completed:
            self._take(self.state.interview, completed=self.state.completed | {page})

    def see_routes(self) -> None:
        """The person has what to do before them; the first time is kept for the record."""
        state = self.state
        routes = state.interview.routes
        if not routes or not state.new_routes:
            return
        first = state.route_first_shown or RouteShown(self._clock(), routes)
        noted = with_route_shown(state.interview, {route.child for route in routes})
        self._take(noted, routes_seen=state.routes_seen | set(routes), route_first_shown=first)

    def see_result(self) -> None:
        """The person has the result of every child before them."""
        seen = self.state.results_seen | set(self.state.children)
        if seen != self.state.results_seen:
            self._take(self.state.interview, results_seen=seen)

    def _for_child(self, key: str, child: str, value: object | None) -> None:
        entries = _without(getattr(self.state.case, key), child)
        self._case(**{key: entries if value is None else {**entries, child: value}})

    def _case(self, **changed: object) -> None:
        self._take(self._with(**changed))

    def _with(self, **changed: object) -> Interview:
        return Interview(self.state.compiled, self.state.case.model_copy(update=changed))

    def _take(self, interview: Interview, **changed: Any) -> None:
        """One change. The hour follows the clock while the day is that of the case: it decides who answers."""
        now = self._clock()
        if interview.case.on == now.date() and interview.case.at != _hour(now):
            interview = Interview(interview.compiled, interview.case.model_copy(update={"at": _hour(now)}))
        self.change_to(replace(self.state, interview=interview, changes=self.state.changes + 1, **changed))


def _hour(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0, tzinfo=None)


def _unanswered(child: CaseChild, place: Place) -> CaseChild:
    if child.ref != place.child:
        return child
    return child.model_copy(update={"answers": _without(child.answers, place.question)})


def _without(entries: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {name: entry for name, entry in entries.items() if name != key}


def _only(entries: Mapping[str, Any], keys: set[str]) -> dict[str, Any]:
    return {name: entry for name, entry in entries.items() if name in keys}
