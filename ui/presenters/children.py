"""The children, each with a letter, what is known of the age, and where the child lives."""

from __future__ import annotations

import string
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from threshold_tool.cases.model import CaseChild
from threshold_tool.cli.arguments import day
from threshold_tool.deadlines.ages import parse_age, possible_births
from threshold_tool.errors import CannotUse
from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.watched import Watched

if TYPE_CHECKING:
    from datetime import date

    from ui.presenters.consultation import Consultation, ConsultationPresenter

MOST_CHILDREN = len(string.ascii_uppercase)
KNOWN: tuple[tuple[str, str], ...] = (
    ("age", "Age"),
    ("born", "Date of birth"),
    ("due", "Due date, not born yet"),
    ("not-known", "Not known"),
)
"""What may be known of an age, and its words."""

HINTS = {
    "age": "Such as 8 years, 18 months or 3 weeks",
    "born": "Such as 2/3/2018",
    "due": "Such as 1/2/2027",
}


@dataclass(frozen=True, slots=True)
class ChildDraft:
    """A child as typed so far. `known` is one of KNOWN, or None before the person chooses; `text` goes with it."""

    ref: str
    known: str | None = None
    text: str = ""
    lives: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class ChildrenState:
    """The children as typed. `losing` is a child whose answers would go, when the person is asked about that."""

    children: tuple[ChildDraft, ...]
    losing: str | None = None
    answers_lost: int = 0

    @property
    def can_add(self) -> bool:
        """Whether there is a letter left."""
        return len(self.children) < MOST_CHILDREN


class ChildrenPresenter(Watched[ChildrenState]):
    """Takes what is typed into the case as soon as it makes sense; the rest waits here."""

    def __init__(self, consultation: ConsultationPresenter) -> None:
        state = consultation.state
        seen = PageId(PageKind.CHILDREN) in state.completed
        super().__init__(ChildrenState(tuple(_draft(child, seen=seen) for child in state.case.children)))
        self._consultation = consultation

    def choose(self, ref: str, known: str) -> None:
        """What is known of a child's age."""
        self._change(ref, known=known, text="", problem=None)

    def write(self, ref: str, text: str) -> None:
        """The age or the date."""
        self._change(ref, text=text, problem=None)

    def write_home(self, ref: str, text: str) -> None:
        """Where and with whom the child lives."""
        self._change(ref, lives=text)

    def add(self) -> None:
        """Another child, with the first letter that is free."""
        taken = {child.ref for child in self.state.children}
        ref = next((letter for letter in string.ascii_uppercase if letter not in taken), None)
        if ref is not None:
            ordered = sorted([*self.state.children, ChildDraft(ref)], key=lambda child: child.ref)
            self._show(replace(self.state, children=tuple(ordered)))

    def remove(self, ref: str) -> None:
        """Takes a child away; asks first when something was answered about it."""
        lost = _answers_about(self._consultation.state, ref)
        if lost:
            self.change_to(replace(self.state, losing=ref, answers_lost=lost))
        else:
            self.remove_for_good(ref)

    def remove_for_good(self, ref: str) -> None:
        """Takes a child away with everything that was said about it."""
        left = tuple(child for child in self.state.children if child.ref != ref)
        self._show(replace(self.state, children=left, losing=None))

    def keep(self) -> None:
        """The child stays after all."""
        self.change_to(replace(self.state, losing=None))

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Each child with something to put right, and what; shown beside the child as well."""
        on = self._consultation.state.case.on
        checked = tuple(replace(child, problem=_problem(child, on)) for child in self.state.children)
        self.change_to(replace(self.state, children=checked))
        return tuple((child.ref, child.problem) for child in checked if child.problem is not None)

    def _change(self, ref: str, **changed: str | None) -> None:
        drafts = tuple(_changed(child, changed) if child.ref == ref else child for child in self.state.children)
        self._show(replace(self.state, children=drafts))

    def _show(self, state: ChildrenState) -> None:
        """Shows the drafts, and gives the case whatever of them makes sense."""
        self.change_to(state)
        case = self._consultation.state.case
        before = {child.ref: child for child in case.children}
        children = tuple(_child(draft, before.get(draft.ref), case.on) for draft in state.children)
        if children != case.children:
            self._consultation.take_children(children)


def _changed(child: ChildDraft, changed: dict[str, str | None]) -> ChildDraft:
    return ChildDraft(**{**{name: getattr(child, name) for name in ChildDraft.__slots__}, **changed})


def _draft(child: CaseChild, *, seen: bool) -> ChildDraft:
    lives = child.lives or ""
    if child.age is not None:
        return ChildDraft(child.ref, "age", str(child.age), lives)
    if child.born is not None:
        return ChildDraft(child.ref, "born", _as_typed(child.born), lives)
    if child.due is not None:
        return ChildDraft(child.ref, "due", _as_typed(child.due), lives)
    return ChildDraft(child.ref, "not-known" if seen else None, lives=lives)


def _as_typed(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _child(draft: ChildDraft, before: CaseChild | None, on: date) -> CaseChild:
    """The child of the case: its answers as they are, its age as far as it makes sense."""
    answers = {} if before is None else before.answers
    lives = draft.lives.strip() or None
    try:
        stated = _stated(draft, on)
    except (ValueError, CannotUse):
        stated = {}
    return CaseChild(ref=draft.ref, lives=lives, answers=answers, **stated)


def _stated(draft: ChildDraft, on: date) -> dict[str, object]:
    """The key of the case that states the age, or none. Raises ValueError or CannotUse where it makes no sense."""
    text = draft.text.strip()
    if draft.known is None or draft.known == "not-known":
        return {}
    if not text:
        raise ValueError("is empty")
    if draft.known == "age" and text.isdecimal():
        raise ValueError(f"Write the unit as well: {text} years, {text} months or {text} weeks.")
    value = parse_age(text.casefold()) if draft.known == "age" else day(text)
    stated: dict[str, object] = {draft.known: value}
    possible_births(CaseChild.model_validate({"ref": draft.ref, **stated}).stated_age, on)
    return stated


def _problem(draft: ChildDraft, on: date) -> str | None:
    if draft.known is None:
        return "Choose what you know of the age. Not known is fine."
    if draft.known != "not-known" and not draft.text.strip():
        words = dict(KNOWN)[draft.known].partition(",")[0].lower()
        return f"Write the {words}, or choose Not known."
    try:
        _stated(draft, on)
    except (ValueError, CannotUse) as fault:
        return str(fault).replace("`", '"')
    return None


def _answers_about(consultation: Consultation, ref: str) -> int:
    """How many answers and views a child has."""
    case = consultation.case
    answers = next((len(child.answers) for child in case.children if child.ref == ref), 0)
    return answers + (ref in case.views) + (ref in case.own_view)
