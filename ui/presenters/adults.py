"""The adults in the children's lives, for the record; no rule reads them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from threshold_tool.cases.model import Person
from threshold_tool.documents.fields import NOT_KNOWN
from ui.presenters.watched import Watched

if TYPE_CHECKING:
    from ui.presenters.consultation import ConsultationPresenter

YES_NO: tuple[tuple[str, str], ...] = (("yes", "Yes"), ("no", "No"))
YES_NO_NOT_KNOWN: tuple[tuple[str, str], ...] = (*YES_NO, (NOT_KNOWN, "Not known"))
NOT_IDENTIFIED = "adult not identified"


@dataclass(frozen=True, slots=True)
class AdultDraft:
    """An adult as typed so far. `lives_here` and `responsible` are the key of an option, or None."""

    ref: str
    is_: str = ""
    identified: bool = True
    of: tuple[str, ...] = ()
    lives_here: str | None = None
    responsible: str | None = None
    problem: str | None = None

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was said of this adult."""
        return replace(self, ref="", problem=None) == AdultDraft("")


@dataclass(frozen=True, slots=True)
class AdultsState:
    """The adults as typed, and the children they may belong to."""

    adults: tuple[AdultDraft, ...]
    children: tuple[str, ...]


class AdultsPresenter(Watched[AdultsState]):
    """Takes an adult into the case as soon as it is said who that is."""

    def __init__(self, consultation: ConsultationPresenter) -> None:
        state = consultation.state
        super().__init__(AdultsState(tuple(_draft(person) for person in state.case.people), state.children))
        self._consultation = consultation

    def add(self) -> None:
        """Another adult."""
        self._show((*self.state.adults, AdultDraft(self._free_ref())))

    def add_not_identified(self) -> None:
        """Somebody of whom it is not known who they are; that alone is worth recording."""
        self._show((*self.state.adults, AdultDraft(self._free_ref(), NOT_IDENTIFIED, identified=False)))

    def change(self, ref: str, **changed: Any) -> None:
        """Something said of an adult: a field of the draft and its value."""
        self._show(tuple(_changed(adult, changed) if adult.ref == ref else adult for adult in self.state.adults))

    def belongs(self, ref: str, child: str, belongs: bool) -> None:
        """Whether an adult is that to a child."""
        adult = next(adult for adult in self.state.adults if adult.ref == ref)
        of = {*adult.of, child} if belongs else {*adult.of} - {child}
        self.change(ref, of=tuple(c for c in self.state.children if c in of))

    def remove(self, ref: str) -> None:
        """Takes an adult away."""
        self._show(tuple(adult for adult in self.state.adults if adult.ref != ref))

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Each adult with something to put right, and what. Adults of whom nothing was said are let go."""
        left = (adult for adult in self.state.adults if not adult.is_untouched)
        checked = tuple(replace(adult, problem=_problem(adult)) for adult in left)
        self._show(checked)
        return tuple((adult.ref, adult.problem) for adult in checked if adult.problem is not None)

    def _free_ref(self) -> str:
        taken = {adult.ref for adult in self.state.adults}
        return next(ref for ref in (f"P{number}" for number in range(1, len(taken) + 2)) if ref not in taken)

    def _show(self, adults: tuple[AdultDraft, ...]) -> None:
        """Shows the drafts, and gives the case those of whom it is said who they are."""
        self.change_to(replace(self.state, adults=adults))
        people = tuple(_person(adult) for adult in adults if adult.is_.strip())
        if people != self._consultation.state.case.people:
            self._consultation.take_people(people)


def _changed(adult: AdultDraft, changed: dict[str, Any]) -> AdultDraft:
    return replace(adult, problem=None, **changed)


def _draft(person: Person) -> AdultDraft:
    responsible = person.parental_responsibility
    return AdultDraft(
        person.ref,
        person.is_,
        person.identified,
        person.of,
        None if person.lives_here is None else _key(person.lives_here),
        responsible if responsible is None or responsible == NOT_KNOWN else _key(responsible),
    )


def _key(flag: bool | str) -> str:
    return "yes" if flag is True else "no"


def _person(adult: AdultDraft) -> Person:
    said: dict[str, Any] = {"ref": adult.ref, "is": adult.is_.strip(), "of": adult.of, "identified": adult.identified}
    if adult.lives_here is not None:
        said["lives_here"] = adult.lives_here == "yes"
    if adult.responsible is not None:
        said["parental_responsibility"] = NOT_KNOWN if adult.responsible == NOT_KNOWN else adult.responsible == "yes"
    return Person.model_validate(said)


def _problem(adult: AdultDraft) -> str | None:
    return None if adult.is_.strip() else "Write who this is, such as mother, or remove the adult."
