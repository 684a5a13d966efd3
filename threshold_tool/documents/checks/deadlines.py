"""Deadlines that run from something that nothing in the document leads to.

What counts as leading there is decided in docs/adr/0011-deadlines-without-a-start.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.documents.placing import cuts_of, not_known_placement, reached_placements
from threshold_tool.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from threshold_tool.documents.checks.composition import Composition, Path
    from threshold_tool.documents.model import Action, DeadlineStart, Level

_FAMILY_DECIDES = ("required", "sought", "written")
_RUNS_FROM: dict[DeadlineStart, tuple[str, str]] = {
    "referral-sent": (
        "a referral that is sent",
        "Let an action before it, with a time of its own, name the contact to whom referrals go.",
    ),
    "decision": (
        "a decision",
        "List it under an outcome, or beside a referral or a consent to ask for.",
    ),
    "plan-start": (
        "the start of a plan",
        "Add the action that begins the plan, with a time of its own.",
    ),
    "disagreement": ("a disagreement", "Say in `escalation` how to disagree."),
}


@dataclass(frozen=True)
class _Occasion:
    """Where actions are asked for, and what has come about there, or will."""

    name: str
    path: Path
    asked_for: tuple[Action, ...]
    beside: tuple[Action, ...]
    """Every action that a person is given there, those of the level included."""
    referred: bool = False
    decided: bool = False


def check_deadlines(c: Composition) -> Iterator[Problem]:
    """Deadlines without a start (`deadline-without-start`), once for each action or place that lacks it."""
    reading = _Reading(c)
    occasions = tuple(reading.occasions())
    for at, action in enumerate(c.document.actions):
        if action.within is None or action.from_ not in _RUNS_FROM:
            continue
        where = [occasion for occasion in occasions if action in occasion.asked_for]
        lacking = [occasion for occasion in where if not reading.comes_about(action, occasion)]
        if lacking and len(lacking) == len(where):
            yield _problem(c, action, f"wherever `{action.id}` is asked for", ("actions", at, "from"))
            continue
        for occasion in lacking:
            path = (*occasion.path, occasion.asked_for.index(action))
            yield _problem(c, action, occasion.name, path)


def _problem(c: Composition, action: Action, where: str, path: Path) -> Problem:
    start, hint = _RUNS_FROM[action.from_]
    message = f"The time of the action `{action.id}` runs from {start}, but {where} nothing leads to one."
    hint = f"{hint} Or write `from: result`."
    return Problem(
        "deadline-without-start", message, c.at(*path), severity=Severity.WARNING, about=(action.id,), hint=hint
    )


class _Reading:
    """A document read for what comes after what."""

    def __init__(self, c: Composition) -> None:
        self._c = c
        self._actions = {action.id: action for action in c.document.actions}
        self._levels = {level.id: level for level in c.document.levels}
        self._take_referrals = {
            action.contact
            for level in c.document.levels
            if level.statutory
            for action in self._named(level.actions)
            if action.contact
        }

    def comes_about(self, action: Action, occasion: _Occasion) -> bool:
        """Whether what the action's time runs from comes about on this occasion."""
        others = [other for other in occasion.beside if other is not action and other.within]
        referred = occasion.referred or any(self._refers(other) for other in others)
        decided = occasion.decided or referred
        match action.from_:
            case "referral-sent":
                return referred
            case "decision":
                return decided
            case "plan-start":
                begun = {"result": True, "referral-sent": referred, "decision": decided}
                return any(begun.get(other.from_, False) for other in others)
            case "disagreement":
                return bool(self._c.document.escalation)
        return True

    def _refers(self, action: Action) -> bool:
        return action.from_ == "result" and action.contact in self._take_referrals

    def occasions(self) -> Iterator[_Occasion]:
        """Every place that asks for actions."""
        for at, level in enumerate(self._c.document.levels):
            own = self._named(level.actions)
            decides = _family_decides(level)
            yield _Occasion(f"at the level `{level.id}`", ("levels", at, "actions"), own, own, decided=decides)
            if level.consent and level.consent.if_refused:
                refused = self._named((level.consent.if_refused,))
                path: Path = ("levels", at, "consent", "if_refused")
                name = f"after a refusal at the level `{level.id}`"
                yield _Occasion(name, path, refused, (*own, *refused), decided=True)
        for at, outcome in enumerate(self._c.document.outcomes):
            then = self._named(outcome.then)
            path = ("outcomes", at, "then")
            yield _Occasion(f"in the outcome `{outcome.id}`", path, then, then, referred=True, decided=True)
        yield from self._clauses()

    def _clauses(self) -> Iterator[_Occasion]:
        for question, answer, level in self._placements():
            placement = self._c.document.placements[question][answer]
            name = f"in the placement `{question}={answer}`"
            yield self._clause(name, ("placements", question, answer, "require"), placement.require, level)
        for at, rule in enumerate(self._c.document.rules):
            yield self._clause(f"in the rule `{rule.id}`", ("rules", at, "require"), rule.require, rule.level)

    def _clause(self, name: str, path: Path, require: Sequence[str], level_id: str | None) -> _Occasion:
        """A clause comes with the actions of its level; one without a level may come with those of any."""
        levels = tuple(self._levels.values()) if level_id is None else (self._levels[level_id],)
        own = self._named(require)
        beside = tuple(action for level in levels for action in self._named(level.actions))
        return _Occasion(name, path, own, (*own, *beside), decided=any(map(_family_decides, levels)))

    def _placements(self) -> Iterator[tuple[str, str, str | None]]:
        """Question, answer and level of every placement, the level inherited where none is written."""
        statutory = {level.id for level in self._c.document.levels if level.statutory}
        for question_id, placements in self._c.document.placements.items():
            question = self._c.questions[question_id]
            reached = reached_placements(question, placements, cuts_of(question, placements, ()), statutory)
            levels = {each.answer: each.level for each in reached if each is not None}
            not_known = not_known_placement(placements)
            if not_known is not None:
                levels[NOT_KNOWN] = not_known.level
            for answer, placement in placements.items():
                yield question_id, answer, placement.level or levels.get(answer)

    def _named(self, ids: Sequence[str]) -> tuple[Action, ...]:
        return tuple(self._actions[each] for each in ids)


def _family_decides(level: Level) -> bool:
    return level.consent is not None and level.consent.rule in _FAMILY_DECIDES
