"""Two versions of one document over the same cases: as it is, and with one clause, or one answer, made less.

Both read the same literals, so that no second set of them is needed. Every case in which the versions could
differ has one question answered at one grade; that is held fast while they are compared.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from threshold_tool.evaluation.monotone import ALWAYS, Count, union_of, without
from threshold_tool.proofs.alignment import left_over
from threshold_tool.proofs.child_space import ANSWER
from threshold_tool.proofs.finder import Sought
from threshold_tool.proofs.replacing import with_question
from threshold_tool.proofs.search import size, state_of
from threshold_tool.proofs.sides import IMMEDIATE, act_ids, any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.evaluation.compiled import Clause, CompiledQuestion, CompiledRule
    from threshold_tool.evaluation.monotone import Monotone
    from threshold_tool.proofs.finder import Finder, Shown
    from threshold_tool.proofs.search import Found
    from threshold_tool.proofs.sides import Side


Alone = dict[str, list["Shown"]]
"""For rules, cases whose level they decide alone."""

_KEPT = 3


@dataclass(frozen=True)
class Fixed:
    """Where a question is answered at one grade, whose literal is `literal`.

    All goals hold for that, and no blocker does.
    """

    literal: int
    goals: tuple[Monotone, ...]
    blockers: tuple[Monotone, ...]


@dataclass(frozen=True)
class Version:
    """A document's conditions where one question is answered at one grade.

    `given` is what that answer calls for. Literals in `unset` are taken not to hold.
    """

    side: Side
    given: tuple[str, ...]
    unset: int = 0

    def level_conditions(self, level: int) -> tuple[Monotone, ...]:
        """Conditions of which one or more hold exactly when the level is this one or above."""
        return self._less(self.side.level_conditions(level))

    def act_conditions(self, act: str) -> tuple[Monotone, ...]:
        """Conditions of which one or more hold exactly when an action is required."""
        return (ALWAYS,) if act in self.given else self._less(self.side.act_conditions(act))

    def condition(self, rule: CompiledRule) -> Monotone:
        """When a rule of this version holds."""
        return without(self.side.rule(rule), self.unset)

    def level(self, state: int) -> int:
        """The level in a case."""
        base = self.side.compiled.base
        at_or_above = range(len(self.side.compiled.placed_from) - 1, base, -1)
        return next((at for at in at_or_above if any(one.holds(state) for one in self.level_conditions(at))), base)

    def gate(self, question: str) -> Monotone:
        """When a question is asked."""
        return without(self.side.gate(question), self.unset)

    def _less(self, conditions: tuple[Monotone, ...]) -> tuple[Monotone, ...]:
        return tuple(without(one, self.unset) for one in conditions) if self.unset else conditions


@dataclass(frozen=True)
class Versions:
    """Two versions of a document to be compared where one question is answered at one grade."""

    where: Fixed
    one: Version
    other: Version

    def differ(self, finder: Finder, alone: Alone, asked: Found) -> bool:
        """Whether they differ in level, actions or urgency for some child. Raises BudgetSpent.

        A case that shows it is kept in `alone`, where cases like it are looked for first. `asked` is what has to be
        said for the question to be asked.
        """
        if self._differ_like(alone, asked):
            return True
        levels = [*self._higher(self.one, self.other), *self._higher(self.other, self.one)]
        shown = finder.soon(levels)
        if shown is None:
            acts = [*self._more_acts(self.one, self.other), *self._more_acts(self.other, self.one)]
            shown = finder.first([*levels, *acts])
        if shown is not None:
            for rule, _ in self._rules_apart():
                alone[rule.clause.id] = [shown, *alone.get(rule.clause.id, ())][:_KEPT]
        return shown is not None

    def smallest(self, finder: Finder) -> Shown | None:
        """The smallest case in which the first version has a higher level, or else calls for an action more.

        Raises BudgetSpent.
        """
        for ways in (self._higher(self.one, self.other), self._more_acts(self.one, self.other)):
            best: Shown | None = None
            for one in ways:
                shown = finder.smallest(one.goals, one.blockers)
                if shown is not None and (best is None or _is_smaller(shown, best)):
                    best = shown
                if best is not None and size(best.found) <= 1:
                    break
            if best is not None:
                return best
        return None

    def _differ_like(self, alone: Alone, asked: Found) -> bool:
        """Whether they differ for a child like one known, with this answer in place of others: certain when true."""
        for rule, other in self._rules_apart():
            more, less = self.one.condition(rule), self.other.condition(other)
            for shown in alone.get(rule.clause.id, ()):
                for state in _with_another_answer(shown, self.where.literal, asked):
                    if more.holds(state) and not less.holds(state) and self._differ_at(rule.clause, state):
                        return True
        return False

    def _differ_at(self, clause: Clause, state: int) -> bool:
        """Whether a clause that holds in one version alone makes a difference in this case."""
        level = self.one.level(state)
        if level != self.other.level(state):
            return True
        given = self.one.side.compiled.source.document.levels[level].actions
        acts = [act for act in act_ids(clause) if act == IMMEDIATE or act not in given]
        return any(not any(one.holds(state) for one in self.other.act_conditions(act)) for act in acts)

    def _rules_apart(self) -> Iterator[tuple[CompiledRule, CompiledRule]]:
        """The rules that do not read the same in both."""
        for rule, other in zip(self.one.side.compiled.rules, self.other.side.compiled.rules, strict=True):
            if rule.when is not other.when and rule.when != other.when:
                yield rule, other

    def open_another(self, finder: Finder, question_id: str) -> bool:
        """Whether some other question is asked in one version and not in the other. Raises BudgetSpent."""
        gates = ((self.one.gate(q), self.other.gate(q)) for q in self.one.side.compiled.gates if q != question_id)
        sought = [
            Sought((*self.where.goals, more), (*self.where.blockers, less)) for more, less in gates if more != less
        ]
        return bool(sought) and finder.first(sought) is not None

    def _higher(self, more: Version, less: Version) -> Iterator[Sought]:
        """The ways in which a level can be higher in one: by a condition that it has alone."""
        compiled = more.side.compiled
        for level in range(len(compiled.placed_from) - 1, compiled.base, -1):
            blockers = less.level_conditions(level)
            for own in left_over(more.level_conditions(level), blockers):
                yield Sought((*self.where.goals, own), (*self.where.blockers, *blockers))

    def _more_acts(self, more: Version, less: Version) -> Iterator[Sought]:
        """The ways in which one can call for an action, at a level that does not bring it with it."""
        compiled = more.side.compiled
        levels = compiled.source.document.levels
        for act in dict.fromkeys((*more.given, *more.side.all_acts())):
            blockers = less.act_conditions(act)
            for own in left_over(more.act_conditions(act), blockers):
                for at in range(compiled.base, len(levels)):
                    if act == IMMEDIATE or act not in levels[at].actions:
                        goals = (*self.where.goals, own, any_of(more.level_conditions(at)))
                        yield Sought(goals, (*self.where.blockers, *blockers, *more.level_conditions(at + 1)))


def without_placement(side: Side, question: CompiledQuestion, after: CompiledQuestion) -> Iterator[Versions]:
    """A document with a question as it is and as it is after a change of placements.

    One comparison for each answer for which that makes a difference.
    """
    lesser = replace(side, compiled=with_question(side.compiled, after), _made={})
    for grade in grades_apart(question, after):
        yield Versions(
            _at_grade(side, question, grade),
            Version(_silent(side, question.id), act_ids(question.clauses[grade])),
            Version(_silent(lesser, question.id), act_ids(after.clauses[grade])),
        )


def grades_apart(question: CompiledQuestion, after: CompiledQuestion) -> Iterator[int]:
    """The answers that do not reach the same level, actions and urgency in both forms of a question."""
    for grade, (own, left) in enumerate(zip(question.clauses, after.clauses, strict=True)):
        if _effect(own) != _effect(left):
            yield grade


def one_step_less(side: Side, question: CompiledQuestion, grade: int) -> Versions:
    """The cases with an answer at one grade, and the same with the next less concerning answer."""
    own, left = question.clauses[grade], question.clauses[grade - 1]
    silent = _silent(side, question.id)
    unset = side.both(question.from_grade(grade))
    return Versions(
        _at_grade(side, question, grade), Version(silent, act_ids(own)), Version(silent, act_ids(left), unset)
    )


def strength_one_step_more(side: Side, strength: str, at_or_below: int) -> Versions:
    """The cases with a strength just short of a grade, and the same with it there."""
    literal = side.both(side.compiled.absent[(strength, at_or_below)])
    further = union_of(bit for (own, at), bit in side.compiled.absent.items() if own == strength and at > at_or_below)
    where = Fixed(literal, (Count(1, literal),), (Count(1, side.both(further)),) if further else ())
    return Versions(where, Version(side, ()), Version(side, (), literal))


def _is_smaller(one: Shown, other: Shown) -> bool:
    """Whether a case says less; one without earlier concerns comes first."""
    return (bool(one.space.earlier), size(one.found)) < (bool(other.space.earlier), size(other.found))


def _with_another_answer(shown: Shown, literal: int, asked: Found) -> Iterator[int]:
    """The states of a case with one answer that sets a literal, and what is said for it to be asked.

    They come beside what the case says, or in place of one or two other answers.
    """
    space = shown.space.space
    number = next(iter(space.providers.get(literal, ())), None)
    if number is None or any(literal & part.mask for part in space.automatic):  # a least answer, that no choice sets
        return
    own = {**asked, space.choices[number].variable: space.choices[number]}
    rest = {variable: said for variable, said in shown.found.items() if variable not in own}
    answers = [variable for variable in rest if variable[0] == ANSWER]
    for count in range(3):
        for left_out in combinations(answers, count):
            found = {variable: said for variable, said in rest.items() if variable not in left_out}
            yield state_of(space, shown.space.start(shown.world), {**found, **own})


def _at_grade(side: Side, question: CompiledQuestion, grade: int) -> Fixed:
    worse = (Count(1, question.from_grade(grade + 1) << side.low),) if grade < question.top else ()
    reached = side.literal(question.id, grade)
    return Fixed(reached.literals, (reached,), worse)


def _silent(side: Side, question_id: str) -> Side:
    """The side without what the answers to one question call for."""
    return replace(side, acts={key: bit for key, bit in side.acts.items() if key[0] != question_id}, _made={})


def _effect(clause: Clause | None) -> object:
    return None if clause is None else (clause.level, frozenset(act_ids(clause)))
