"""What a document of any size means for complete cases, as formulas, straight from the document's model.

- `DocumentFormulas(loaded)`: the formulas of one document; `DocumentFormulas(new, beside=old)` those of a new edition,
  about the cases that both can judge.
- `.frame`: what holds in every complete case (one answer to each question, one age, each strength at one grade or not
  known, so many earlier concerns).
- `.rule(id)`: when a rule holds. `.clauses`: each rule and placement with its level and when it counts.
- `.at_least(level)`: when a child is at that level or above, the level being its place from 0.

An earlier concern is a slot with a day and a level. It can be at those of `earlier_levels`, by age, which the caller
finds out; without them there are no earlier concerns. What two editions say of earlier concerns is not compared.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from tests.oracle.calendar_ages import UNBORN, add, days_to_try, has_reached, possible_births
from tests.oracle.cases_to_try import LONG_AGO
from tests.oracle.formulas import Fact, Formula, all_of, any_of, at_least, exactly_one, negation
from tests.oracle.meaning import ON
from threshold_tool.documents.conditions import (
    All,
    Answer,
    Any_,
    AtLeast,
    ChildAge,
    EarlierConcerns,
    Placed,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from tests.oracle.calendar_ages import Birth
    from threshold_tool.documents.conditions import AnswerBound, Condition, EarlierConcernFilter, PlacedFilter
    from threshold_tool.documents.loaded import LoadedDocument
    from threshold_tool.documents.model import Rule
    from threshold_tool.documents.questions import Question

    Value = str | Decimal
    Clause = tuple[str, str, int | None, Formula]  # kind, id, level, when it counts

MOST_SLOTS = 8
UNKNOWN = "unknown"


class DocumentFormulas:
    """The formulas of one document."""

    def __init__(
        self,
        loaded: LoadedDocument,
        beside: LoadedDocument | None = None,
        earlier_levels: Mapping[int, frozenset[int]] | None = None,
    ) -> None:
        self.loaded = loaded
        self.both = [loaded] if beside is None else [beside, loaded]
        self.levels = [level.id for level in loaded.document.levels]
        self.floor = self.levels.index(loaded.document.when_nothing_matches)
        self.earlier_levels = earlier_levels
        self.births: list[Birth] = possible_births(
            {}, ON, sorted({cut for each in self.both for cut in _age_cuts(each)})
        )
        self._asked: dict[str, Formula] = {}

    @cached_property
    def conditions(self) -> list[Condition]:
        """Every condition of the document, however deep."""
        return _conditions(self.loaded)

    @cached_property
    def frame(self) -> list[Formula]:
        """What holds in every complete case."""
        said: list[Formula] = exactly_one([self.age(place) for place in range(len(self.births))])
        for question in self.loaded.questions.values():
            values = [*self.values(question), *([UNKNOWN] if question.is_strength else [])]
            said += exactly_one([self.has(question.id, value) for value in values])
        return said + self._frame_of_slots()

    def age(self, place: int) -> Fact:
        """Say that the child was born then."""
        return Fact(f"age {place}: {self.births[place]}")

    def has(self, question: str, value: Value) -> Fact:
        """Say that a question would be answered so if it is asked."""
        return Fact(f"{question} = {value}")

    def values(self, question: Question) -> list[Value]:
        """Return what a case can answer, least concerning first; for a number, one value for each side of its cuts."""
        asking = [each.questions[question.id] for each in self.both if question.id in each.questions]
        if question.number is None:
            ids = [option.id for option in question.options]
            return [name for name in ids if all(name in [option.id for option in q.options] for q in asking)]
        numbers = [q.number for q in asking if q.number is not None]
        bottom, top = max(n.from_ for n in numbers), min(n.to for n in numbers)
        cuts = {cut for each in self.both for cut in _cuts(each, question.id)}
        within = {bottom, *(cut for cut in cuts if bottom <= cut <= top)}
        return sorted(within, reverse=question.number.worse == "lower")

    def asked(self, name: str) -> Formula:
        """Return when a question is asked."""
        if name not in self._asked:
            when = self.loaded.questions[name].ask_when
            self._asked[name] = True if when is None else self.holds(when)
        return self._asked[name]

    def holds(self, condition: Condition) -> Formula:
        """Return when a condition holds."""
        if isinstance(condition, All):
            return all_of(self.holds(part) for part in condition.all)
        if isinstance(condition, Any_):
            return any_of(self.holds(part) for part in condition.any)
        if isinstance(condition, AtLeast):
            return at_least(condition.at_least.n, [self.holds(part) for part in condition.at_least.of])
        if isinstance(condition, Answer):
            return self._answer(condition.answer)
        if isinstance(condition, Placed):
            return self._placed(condition.placed)
        if isinstance(condition, ChildAge):
            return self._child_age(condition)
        return self._earlier(condition.earlier_concerns)

    def _answer(self, bound: AnswerBound) -> Formula:
        question = self.loaded.questions[bound.question]
        if question.number is None:
            order = [option.id for option in question.options]
            least = order.index(str(bound.at_or_above))
            if least == 0:
                return True  # what is not asked counts as least concerning
            reaching = [value for value in self.values(question) if order.index(str(value)) >= least]
        else:
            cut = bound.below if bound.below is not None else bound.at_least
            assert cut is not None
            reaching = [value for value in self.values(question) if _is_beyond(question, value, cut)]
        return all_of([self.asked(question.id), any_of(self.has(question.id, value) for value in reaching)])

    def _placed(self, inner: PlacedFilter) -> Formula:
        least = self.levels.index(inner.at_or_above)
        counted: list[tuple[Question, Formula]] = []
        for question in self.loaded.questions.values():
            filters = ((inner.themes, question.theme), (inner.domains, question.domain), (inner.questions, question.id))
            if not question.is_strength and all(names is None or mine in names for names, mine in filters):
                counted.append((question, self.is_placed(question, least)))
        domains, themes = ({getattr(question, key) for question, _ in counted} for key in ("domain", "theme"))
        return all_of(
            [
                at_least(inner.n, [when for _, when in counted]),
                at_least(
                    inner.different_domains,
                    [any_of(when for question, when in counted if question.domain == domain) for domain in domains],
                ),
                at_least(
                    inner.different_themes,
                    [any_of(when for question, when in counted if question.theme == theme) for theme in themes],
                ),
            ]
        )

    def _child_age(self, condition: ChildAge) -> Formula:
        inner = condition.child_age
        fitting = [
            place
            for place, birth in enumerate(self.births)
            if (birth == UNBORN if inner.unborn else _is_of_age(birth, inner.from_, inner.under))
        ]
        return any_of(self.age(place) for place in fitting)

    def is_placed(self, question: Question, least: int) -> Formula:
        """Return when a question is asked and its answer is placed at this level or above."""
        heights = self.heights(question)
        reaching = [value for value, height in heights.items() if height is not None and height >= least]
        return all_of([self.asked(question.id), any_of(self.has(question.id, value) for value in reaching)])

    def heights(self, question: Question) -> dict[Value, int | None]:
        """Return the level at which each value is placed, its own or an inherited one."""
        placements = self.loaded.document.placements.get(question.id, {})
        levels = {
            key: placed.level and self.levels.index(placed.level)
            for key, placed in placements.items()
            if key != "not-known"
        }
        if question.number is not None:
            return {value: self._height_of_number(question, value, levels) for value in self.values(question)}
        found: dict[Value, int | None] = {}
        before: int | None = None
        yes = levels.get("yes")
        for option in question.options:
            own = levels.get(option.id)
            takes_yes = option.id == "suspected" and isinstance(yes, int) and self.loaded.document.levels[yes].statutory
            before = own if isinstance(own, int) else yes if takes_yes and isinstance(yes, int) else before
            found[option.id] = before
        return {value: found[value] for value in self.values(question)}

    def _height_of_number(self, question: Question, value: Value, levels: Mapping[str, object]) -> int | None:
        """Return the level of the worst cut that a number is beyond and that states one."""
        worst_first = sorted(
            ((Decimal(key.split()[-1]), level) for key, level in levels.items() if isinstance(level, int)),
            reverse=question.number is not None and question.number.worse == "higher",
        )
        return next((level for cut, level in worst_first if _is_beyond(question, value, cut)), None)

    def rule(self, name: str) -> Formula:
        """Return when a rule holds and no strength stops it."""
        return self._rule(next(rule for rule in self.loaded.document.rules if rule.id == name))

    def _rule(self, rule: Rule) -> Formula:
        stopping = []
        for bound in rule.unless:
            question = self.loaded.questions[bound.question]
            order = [option.id for option in question.options]
            upto = order.index(bound.at_or_below)
            values = [value for value in self.values(question) if order.index(str(value)) <= upto]
            stopping.append(any_of(self.has(question.id, value) for value in values))
        return all_of([self.holds(rule.when), negation(any_of(stopping))])

    @cached_property
    def clauses(self) -> list[Clause]:
        """Each rule, and each question with each level that its answers reach."""
        return list(self._clauses())

    def _clauses(self) -> Iterator[Clause]:
        for rule in self.loaded.document.rules:
            yield "rule", rule.id, None if rule.level is None else self.levels.index(rule.level), self._rule(rule)
        for question in self.loaded.questions.values():
            if not question.is_strength:
                heights = self.heights(question)
                for level in sorted({height for height in heights.values() if height is not None}):
                    at = any_of(self.has(question.id, value) for value, height in heights.items() if height == level)
                    yield "placement", question.id, level, all_of([self.asked(question.id), at])

    @cached_property
    def _when_at_least(self) -> list[Formula]:
        clauses = [(level, when) for _, _, level, when in self.clauses if level is not None]
        return [
            True if place <= self.floor else any_of(when for level, when in clauses if level >= place)
            for place in range(len(self.levels) + 1)
        ]

    def at_least(self, place: int) -> Formula:
        """Return when a child is at this level or above; beyond the highest, never."""
        return self._when_at_least[place]

    def exactly(self, place: int) -> Formula:
        """Return when a child is at this level."""
        return all_of([self.at_least(place), negation(self.at_least(place + 1))])

    @cached_property
    def _looking_back(self) -> list[EarlierConcernFilter]:
        found = [part.earlier_concerns for part in self.conditions if isinstance(part, EarlierConcerns)]
        return list({repr(inner): inner for inner in found}.values())

    @cached_property
    def _slots(self) -> int:
        return min(MOST_SLOTS, sum(inner.n for inner in self._looking_back)) if self.earlier_levels else 0

    @cached_property
    def _days(self) -> list[date]:
        """A day for each way in which the periods can see how long ago something was."""
        periods = sorted({str(inner.within) for inner in self._looking_back if inner.within is not None})
        by_sides = {
            tuple(add(day, period) >= ON for period in periods): day for day in [LONG_AGO, *days_to_try(periods, ON)]
        }
        return list(by_sides.values())

    def _frame_of_slots(self) -> list[Formula]:
        said: list[Formula] = []
        for slot in range(self._slots):
            days = [Fact(f"earlier {slot} on {day}") for day in self._days]
            said += exactly_one([*days, Fact(f"earlier {slot} not at all")])
            said += exactly_one([self._slot_level(slot, level) for level in range(len(self.levels))])
            for place, levels in (self.earlier_levels or {}).items():
                at = any_of(self._slot_level(slot, level) for level in sorted(levels))
                said.append(any_of([negation(self.age(place)), at]))
        return said

    def _slot_level(self, slot: int, level: int) -> Fact:
        return Fact(f"earlier {slot} at {self.levels[level]}")

    def _earlier(self, inner: EarlierConcernFilter) -> Formula:
        least = self.levels.index(inner.at_or_above) if inner.at_or_above else 0
        days = [day for day in self._days if inner.within is None or add(day, str(inner.within)) >= ON]
        counting = [
            all_of(
                [
                    any_of(Fact(f"earlier {slot} on {day}") for day in days),
                    any_of(self._slot_level(slot, level) for level in range(least, len(self.levels))),
                ]
            )
            for slot in range(self._slots)
        ]
        return at_least(inner.n, counting)


def _conditions(loaded: LoadedDocument) -> list[Condition]:
    tops = [rule.when for rule in loaded.document.rules]
    tops += [question.ask_when for question in loaded.questions.values() if question.ask_when is not None]
    return [part for top in tops for part in walk(top)]


def _age_cuts(loaded: LoadedDocument) -> set[str]:
    ages = [part.child_age for part in _conditions(loaded) if isinstance(part, ChildAge)]
    return {str(end) for age in ages for end in (age.from_, age.under) if end is not None}


def _cuts(loaded: LoadedDocument, question: str) -> set[Decimal]:
    keys = loaded.document.placements.get(question, {})
    written = {Decimal(key.split()[-1]) for key in keys if key != "not-known"}
    bounds = [part.answer for part in _conditions(loaded) if isinstance(part, Answer)]
    ends = [end for bound in bounds if bound.question == question for end in (bound.below, bound.at_least)]
    return written | {end for end in ends if end is not None}


def _is_beyond(question: Question, value: Value, cut: Decimal) -> bool:
    assert isinstance(value, Decimal)
    assert question.number is not None
    return value < cut if question.number.worse == "lower" else value >= cut


def _is_of_age(birth: Birth, oldest_from: object, under: object) -> bool:
    too_young = oldest_from is not None and not has_reached(birth, str(oldest_from), ON)
    too_old = under is not None and has_reached(birth, str(under), ON)
    return not too_young and not too_old
