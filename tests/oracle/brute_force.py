"""What a document means for a child (design, section 3), by trying every completion one after another.

Nothing here is clever and nothing is imported from the tool, so that it can contradict the tool. Documents
must be small, self-contained (no `use`, no `extends`) and sound (the limits of section 2 hold).

Where the text leaves a choice:

- A completion gives every unknown concern a value, also where its `ask_when` fails and the value counts as
  least: an unplaced screening question is among the `unknowns` when what it opens can raise the level.
- A question that is not asked in a completion counts there as least concerning, for conditions that read or
  count answers; but it reaches no placement, as one set aside does: what was not asked can require nothing.
- A placement without a level is one clause under its own id, with the level and `immediate` of the nearest
  less concerning placement and its own `require`; so is `suspected`, with the level of `yes`.
- `suspected` that states a level of its own takes nothing from `yes`; with no placement it is `question=yes`.
- `declined` is unknown but is not a `not-known` that was said: it reaches no `not-known` placement.
- When answers already give `level`, basis is `answers`; `not-known` comes before too little known, since it
  names a clause.
- Reasons are those that yield `lowest`, and beside them the `not-known`s that decide `level`.
- "At one age or another": holds in every completion of one age and has the level `lowest`, whatever else
  holds at that age.
- `require` and `immediate`: an action (or `immediate`) counts when each completion has a clause carrying it.
- "Nothing seen" is a given answer: it is among those that `would_raise`, but it was not typed.
- `would_raise` looks at known strengths too: they are given answers with a next, more concerning one.
- An earlier concern stands alone: no family answers, no "nothing seen", only its own strengths; its set-aside
  questions are decided at the age of the completion.
- A due date of today is not past: unborn.
- `set_aside` lists the questions for which something was typed (also `not-known`).
- `when_too_little_is_known` holds wherever what is not known could raise a level that is below it, and not
  only at `when_nothing_matches`, but never above `highest`: otherwise a worse answer could lower the
  recommendation.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from tests.oracle.calendar_ages import UNBORN, Birth, add, has_reached, possible_births

if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_KNOWN = "not-known"
UNKNOWN = (NOT_KNOWN, "declined")
NOTHING_SEEN = "nothing seen"  # a number better than every cut
NOT_ASKED = "not asked"  # in this completion
SHORT_FORMS = {"no-yes": ["no", "yes"], "no-suspected-yes": ["no", "suspected", "yes"]}

Value = str | Decimal
Answers = dict[str, Value | None]  # None: set aside, counts as least concerning and reaches no placement
History = list[tuple[date, int]]  # when, and the level it takes


@dataclass(frozen=True)
class Clause:
    """A placement or a rule that holds; the level counts from 0, the lowest, or is None."""

    kind: str
    id: str
    level: int | None
    immediate: bool
    require: frozenset[str]


@dataclass(frozen=True)
class Situation:
    """One full set of answers, with what surrounds it."""

    answers: Answers
    strengths: dict[str, str]
    birth: Birth
    history: History
    on: date


def flag(entry: dict[str, Any], key: str) -> bool:
    """Read a yes/no field of the document, absent meaning no."""
    return str(entry.get(key, "false")).lower() == "true"


def conditions_within(condition: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield every condition in this one, itself included, as its key and what the key holds."""
    ((key, inner),) = condition.items()
    yield key, inner
    parts = inner["of"] if key == "at_least" else inner if key in ("all", "any") else []
    for part in parts:
        yield from conditions_within(part)


class Text:
    """A threshold document, read literally."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.levels = [str(level["id"]) for level in document["levels"]]
        self.statutory = [flag(level, "statutory") for level in document["levels"]]
        self.floor = self.level(document["when_nothing_matches"])
        self.too_little = self.level(document["when_too_little_is_known"])
        self.questions = {str(question["id"]): question for question in document["questions"]}
        self.placements: dict[str, dict[str, Any]] = {
            str(question): {str(answer): placed for answer, placed in answers.items()}
            for question, answers in document.get("placements", {}).items()
        }
        self.rules: list[dict[str, Any]] = list(document.get("rules", []))
        self.sections = document["sections"]

    def level(self, name: Any) -> int:
        """Return how high a level stands, 0 being the lowest."""
        return self.levels.index(str(name))

    @cached_property
    def conditions(self) -> list[tuple[str, Any]]:
        """Every condition that the document uses, however deep."""
        tops = [rule["when"] for rule in self.rules]
        tops += [question["ask_when"] for question in self.questions.values() if "ask_when" in question]
        return [found for top in tops for found in conditions_within(top)]

    @cached_property
    def age_cuts(self) -> list[str]:
        """Every age that the document draws a line at."""
        ages = [inner for key, inner in self.conditions if key == "child_age"]
        return sorted({str(inner[end]) for inner in ages for end in ("under", "from") if end in inner})

    @cached_property
    def concerns(self) -> list[str]:
        """The concern questions, each after those that its `ask_when` looks at."""
        ordered: list[str] = []
        waiting = [name for name, question in self.questions.items() if question.get("kind") != "strength"]
        while waiting:
            ready = next(name for name in waiting if self.gates(name) <= set(ordered))
            waiting.remove(ready)
            ordered.append(ready)
        return ordered

    def gates(self, question: str) -> set[str]:
        """Return the questions that a question's own `ask_when` looks at."""
        when = self.questions[question].get("ask_when")
        within = conditions_within(when) if when else ()
        return {str(inner["question"]) for key, inner in within if key == "answer"}

    def all_gates(self, question: str) -> set[str]:
        """Return the questions that decide, directly or through others, whether a question is asked."""
        direct = self.gates(question)
        return direct.union(*(self.all_gates(gate) for gate in direct))

    def answers(self, question: str) -> list[str]:
        """Return a graded question's answers, least concerning first."""
        answers = self.questions[question]["answers"]
        return SHORT_FORMS[answers] if isinstance(answers, str) else [str(answer["id"]) for answer in answers]

    def is_number(self, question: str) -> bool:
        """Say whether a question asks for a number."""
        return "number" in self.questions[question]

    def lower_is_worse(self, question: str) -> bool:
        """Say which side of a number question is the worse one."""
        return str(self.questions[question]["number"]["worse"]) == "lower"

    def cuts(self, question: str) -> list[Decimal]:
        """Return the cuts that the document uses for a number, the least concerning first."""
        written = [key.split()[-1] for key in self.placements.get(question, {}) if key != NOT_KNOWN]
        asked = [inner for key, inner in self.conditions if key == "answer" and inner["question"] == question]
        written += [str(inner[side]) for inner in asked for side in ("below", "at_least") if side in inner]
        return sorted({Decimal(cut) for cut in written}, reverse=self.lower_is_worse(question))

    def values(self, question: str) -> list[Value]:
        """Return every value a question can have, least concerning first; for a number, one for each cut."""
        if not self.is_number(question):
            return list(self.answers(question))
        number = self.questions[question]["number"]
        bottom, top = Decimal(str(number["from"])), Decimal(str(number["to"]))
        between = {bottom, *(cut for cut in self.cuts(question) if bottom <= cut <= top)}
        return sorted(between, reverse=self.lower_is_worse(question))

    def is_beyond(self, question: str, value: Value | None, cut: Decimal) -> bool:
        """Say whether a number lies on the worse side of a cut."""
        if not isinstance(value, Decimal):
            return False
        return value < cut if self.lower_is_worse(question) else value >= cut

    def clause(self, question: str, value: Value) -> Clause | None:
        """Return the placement that an answer reaches, its own or an inherited one."""
        if self.is_number(question):
            return self.number_clause(question, value)
        return self.graded_clause(question, str(value))

    def number_clause(self, question: str, value: Value) -> Clause | None:
        """Return the placement of the worst cut that a number is beyond."""
        written = [key for key in self.placements.get(question, {}) if key != NOT_KNOWN]
        written.sort(key=lambda key: self.cuts(question).index(Decimal(key.split()[-1])))
        reached = None
        for key in written:
            if self.is_beyond(question, value, Decimal(key.split()[-1])):
                reached = self.own_clause(question, key, reached)
        return reached

    def graded_clause(self, question: str, answer: str) -> Clause | None:
        """Return the placement of an answer, after less concerning answers and, for `suspected`, `yes`."""
        order = self.answers(question)
        own = self.placements.get(question, {}).get(answer)
        if answer == "suspected" and "level" not in (own or {}) and self.yes_is_statutory(question):
            yes = self.own_clause(question, "yes", None)
            return yes if own is None else self.suspected_like(question, yes)
        place = order.index(answer)
        less = self.graded_clause(question, order[place - 1]) if place else None
        return less if own is None else self.own_clause(question, answer, less)

    def yes_is_statutory(self, question: str) -> bool:
        """Say whether `yes` is placed at a statutory level."""
        yes = self.placements.get(question, {}).get("yes", {})
        return "level" in yes and self.statutory[self.level(yes["level"])]

    def suspected_like(self, question: str, yes: Clause) -> Clause:
        """Return the clause of a `suspected` placed without a level, where `yes` is statutory."""
        own = self.own_clause(question, "suspected", None)
        immediate = own.immediate or yes.immediate
        return replace(own, level=yes.level, immediate=immediate, require=own.require | yes.require)

    def own_clause(self, question: str, key: str, less: Clause | None) -> Clause:
        """Return a placement as a clause; without a level it keeps that of the less concerning one."""
        placed = self.placements[question][key]
        clause = Clause("placement", f"{question}={key}", None, flag(placed, "immediate"), required(placed))
        if "level" in placed:
            return replace(clause, level=self.level(placed["level"]))
        if less is None:
            return clause
        return replace(clause, level=less.level, immediate=clause.immediate or less.immediate)


def required(entry: dict[str, Any]) -> frozenset[str]:
    """Return the actions that a placement or rule requires."""
    return frozenset(str(action) for action in entry.get("require", []))


class Conditions:
    """Whether a condition of a document holds in a situation."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def holds(self, condition: dict[str, Any], now: Situation) -> bool:
        """Say whether a condition holds."""
        ((key, inner),) = condition.items()
        return bool(getattr(self, f"_{key}")(inner, now))

    def _all(self, parts: list[dict[str, Any]], now: Situation) -> bool:
        return all(self.holds(part, now) for part in parts)

    def _any(self, parts: list[dict[str, Any]], now: Situation) -> bool:
        return any(self.holds(part, now) for part in parts)

    def _at_least(self, inner: dict[str, Any], now: Situation) -> bool:
        return sum(self.holds(part, now) for part in inner["of"]) >= int(inner["n"])

    def _answer(self, inner: dict[str, Any], now: Situation) -> bool:
        question = str(inner["question"])
        value = now.answers[question]
        if self.text.is_number(question):
            cut = inner["below"] if "below" in inner else inner["at_least"]
            return self.text.is_beyond(question, value, Decimal(str(cut)))
        order = self.text.answers(question)
        place = 0 if value in (None, NOT_ASKED) else order.index(str(value))
        return place >= order.index(str(inner["at_or_above"]))

    def _child_age(self, inner: dict[str, Any], now: Situation) -> bool:
        if "unborn" in inner:
            return now.birth == UNBORN
        too_old = "under" in inner and has_reached(now.birth, str(inner["under"]), now.on)
        too_young = "from" in inner and not has_reached(now.birth, str(inner["from"]), now.on)
        return not too_old and not too_young

    def _placed(self, inner: dict[str, Any], now: Situation) -> bool:
        counted = [name for name in self.text.concerns if self._is_placed(name, inner, now)]
        domains = {self.text.questions[name].get("domain") for name in counted}
        themes = {self.text.questions[name].get("theme") for name in counted}
        return (
            len(counted) >= int(inner.get("n", 1))
            and len(domains) >= int(inner.get("different_domains", 0))
            and len(themes) >= int(inner.get("different_themes", 0))
        )

    def _is_placed(self, name: str, inner: dict[str, Any], now: Situation) -> bool:
        question = self.text.questions[name]
        filters = {"themes": question.get("theme"), "domains": question.get("domain"), "questions": name}
        if any(key in inner and mine not in inner[key] for key, mine in filters.items()):
            return False
        value = now.answers[name]
        if value == NOT_ASKED:
            value = least(self.text, name)
        clause = self.text.clause(name, value) if value is not None else None
        if clause is None or clause.level is None:
            return False
        return clause.level >= self.text.level(inner["at_or_above"])

    def _earlier_concerns(self, inner: dict[str, Any], now: Situation) -> bool:
        least = self.text.level(inner["at_or_above"]) if "at_or_above" in inner else 0
        counted = [
            level
            for when, level in now.history
            if level >= least and ("within" not in inner or add(when, str(inner["within"])) >= now.on)
        ]
        return len(counted) >= int(inner.get("n", 1))

    def is_stopped(self, rule: dict[str, Any], now: Situation) -> bool:
        """Say whether a known strength stops a rule."""
        for entry in rule.get("unless", []):
            name = str(entry["question"])
            order = self.text.answers(name)
            known = now.strengths.get(name)
            if known is not None and order.index(known) <= order.index(str(entry["at_or_below"])):
                return True
        return False

    def clauses(self, rules: list[dict[str, Any]], now: Situation) -> frozenset[Clause]:
        """Return every placement reached and every rule that holds for a full set of answers."""
        asked = {name: value for name, value in now.answers.items() if value not in (None, NOT_ASKED)}
        reached = [self.text.clause(name, value) for name, value in asked.items() if value is not None]
        holding = [rule for rule in rules if self.holds(rule["when"], now) and not self.is_stopped(rule, now)]
        return frozenset([c for c in reached if c] + [self.rule_clause(rule) for rule in holding])

    def rule_clause(self, rule: dict[str, Any]) -> Clause:
        """Return a rule as a clause."""
        level = self.text.level(rule["level"]) if "level" in rule else None
        return Clause("rule", str(rule["id"]), level, flag(rule, "immediate"), required(rule))


@dataclass(frozen=True)
class Completion:
    """One way everything not known could turn out, and what then holds."""

    values: tuple[Value, ...]  # of the unknown concerns, in their order
    birth: Birth
    clauses: frozenset[Clause]
    level: int


@dataclass(frozen=True)
class Surroundings:
    """What stays the same while a child's answers are tried out."""

    text: Text
    rules: list[dict[str, Any]]
    on: date
    births: list[Birth]
    history: dict[Birth, History]
    seen: dict[Any, tuple[frozenset[Clause], int]] = field(default_factory=dict)


class Child:
    """One child with its answers, unknown ones included, in its surroundings."""

    def __init__(self, around: Surroundings, answers: dict[str, Value]) -> None:
        self.around = around
        self.text = around.text
        self.conditions = Conditions(around.text)
        self.typed = answers
        known = {name: value for name, value in answers.items() if value not in UNKNOWN}
        self.given = {name: known[name] for name in self.text.concerns if name in known}
        self.strengths = {name: str(value) for name, value in known.items() if name not in self.given}
        self.unknown = [name for name in self.text.concerns if name not in self.given]
        self.set_aside: set[str] = set()
        for name in self.text.concerns:
            if "ask_when" in self.text.questions[name] and not self.could_be_asked(name):
                self.set_aside.add(name)

    def could_be_asked(self, question: str) -> bool:
        """Say whether `ask_when` holds in any way the unknowns could turn out."""
        gates = self.text.all_gates(question)
        unknown = [name for name in self.unknown if name in gates]
        order = [name for name in self.text.concerns if name in gates]
        when = self.text.questions[question]["ask_when"]
        return any(
            self.conditions.holds(when, self.situation(order, dict(zip(unknown, values, strict=True)), birth))
            for birth in self.around.births
            for values in product(*(self.text.values(name) for name in unknown))
        )

    def situation(self, order: list[str], values: dict[str, Value], birth: Birth) -> Situation:
        """Return what counts for the questions in `order` when the unknown ones have these values."""
        now = Situation({}, self.strengths, birth, self.around.history[birth], self.around.on)
        for name in order:
            now.answers[name] = self.value(name, values, now)
        return now

    def value(self, name: str, values: dict[str, Value], now: Situation) -> Value | None:
        """Return what counts for one question, given those before it."""
        if name in self.set_aside:
            return None
        if name in self.given:
            return self.given[name]
        when = self.text.questions[name].get("ask_when")
        return values[name] if when is None or self.conditions.holds(when, now) else NOT_ASKED

    def every_completion(self) -> Iterator[Completion]:
        """Yield every way the unknowns could turn out, the least concerning answers first."""
        for values in product(*(self.text.values(name) for name in self.unknown)):
            for birth in self.around.births:
                yield self.completion(values, birth)

    def completion(self, values: tuple[Value, ...], birth: Birth) -> Completion:
        """Return what holds in one completion."""
        now = self.situation(self.text.concerns, dict(zip(self.unknown, values, strict=True)), birth)
        key = (tuple(now.answers.values()), birth, tuple(sorted(self.strengths.items())))
        if key not in self.around.seen:
            clauses = self.conditions.clauses(self.around.rules, now)
            levels = [clause.level for clause in clauses if clause.level is not None]
            self.around.seen[key] = clauses, max([self.text.floor, *levels])
        return Completion(values, birth, *self.around.seen[key])

    @cached_property
    def completions(self) -> list[Completion]:
        """Every way the unknowns could turn out."""
        return list(self.every_completion())

    @cached_property
    def lowest(self) -> int:
        """The least level over every completion."""
        return min(completion.level for completion in self.completions)

    @cached_property
    def highest(self) -> int:
        """The greatest level over every completion."""
        return max(completion.level for completion in self.completions)

    @cached_property
    def said_not_known(self) -> list[Clause]:
        """The placements of every `not-known` that was said and is not set aside."""
        said = [name for name in self.text.concerns if self.typed.get(name) == NOT_KNOWN]
        return [
            self.text.own_clause(name, NOT_KNOWN, None)
            for name in said
            if name not in self.set_aside and NOT_KNOWN in self.text.placements.get(name, {})
        ]

    @cached_property
    def recommendation(self) -> tuple[int, str]:
        """The level that is recommended and its basis."""
        not_known = max((c.level for c in self.said_not_known if c.level is not None), default=0)
        too_little = min(self.text.too_little, self.highest)
        level = max(self.lowest, not_known, too_little)
        if level == self.lowest:
            return level, "answers"
        return level, "not-known" if level == not_known else "too-little-known"

    def held_throughout(self, birth: Birth | None = None) -> set[Clause]:
        """Return the clauses that hold in every completion, or in every one with that birth."""
        chosen = [c.clauses for c in self.completions if birth in (None, c.birth)]
        return set(frozenset.intersection(*chosen))

    def reasons(self) -> set[Clause]:
        """Return the clauses that yield `lowest`, and the `not-known`s that decide `level`."""
        yielding = {clause for clause in self.held_throughout() if clause.level == self.lowest}
        if not yielding:
            by_age = set[Clause]().union(*(self.held_throughout(birth) for birth in self.around.births))
            yielding = {clause for clause in by_age if clause.level == self.lowest}
        level, basis = self.recommendation
        deciding = {c for c in self.said_not_known if basis == "not-known" and c.level == level}
        return yielding | deciding

    def also(self) -> set[Clause]:
        """Return the clauses that hold below `lowest` or without a level, and the other `not-known`s."""
        below = {c for c in self.held_throughout() if c.level is None or c.level < self.lowest}
        return below | (set(self.said_not_known) - self.reasons())

    def require(self) -> set[str]:
        """Return the actions that every completion requires, and those of the `not-known`s that were said."""
        always = [
            set[str]().union(*(clause.require for clause in completion.clauses)) for completion in self.completions
        ]
        return set.intersection(*always).union(*(clause.require for clause in self.said_not_known))

    def immediate(self) -> bool:
        """Say whether every completion has a clause that is immediate, or a `not-known` that was said is."""
        said = any(clause.immediate for clause in self.said_not_known)
        return said or all(any(clause.immediate for clause in c.clauses) for c in self.completions)

    def sufficient(self) -> list[list[str]]:
        """Return the minimal sets of given concern answers that alone guarantee `lowest`."""
        found: list[set[str]] = []
        candidates = sorted(set(self.given) - self.set_aside)
        for size in range(len(candidates) + 1):
            for chosen in combinations(candidates, size):
                if not any(smaller <= set(chosen) for smaller in found) and self.guarantees(chosen):
                    found.append(set(chosen))
        return [sorted(names) for names in found]

    def guarantees(self, chosen: tuple[str, ...]) -> bool:
        """Say whether these answers alone keep the level from falling below `lowest`."""
        kept = {name: self.given[name] for name in chosen}
        alone = Child(self.around, {**self.strengths, **kept})
        return all(completion.level >= self.lowest for completion in alone.every_completion())

    def unknowns(self) -> list[dict[str, str]]:
        """Return each unknown that alone can change the level, with the highest level so reached."""
        reach = {name: self.reach(place) for place, name in enumerate(self.unknown)}
        reach["age"] = self.reach(None)
        return [
            {"question": name, "could_reach": self.text.levels[level]}
            for name, level in sorted(reach.items())
            if level is not None
        ]

    def reach(self, place: int | None) -> int | None:
        """Return the highest level of two completions that differ in one unknown (or age, None) alone."""
        alike: dict[Any, set[int]] = {}
        for completion in self.completions:
            others = [value for at, value in enumerate(completion.values) if at != place]
            key = (*others, "any age" if place is None else completion.birth)
            alike.setdefault(key, set()).add(completion.level)
        return max((max(levels) for levels in alike.values() if len(levels) > 1), default=None)

    def would_raise(self) -> list[dict[str, str]]:
        """Return the given answers whose next, more concerning answer would raise `level`."""
        found = []
        for name in sorted({**self.given, **self.strengths}):
            following = self.following(name)
            if following is None:
                continue
            value, written = following
            level, _ = Child(self.around, {**self.typed, name: value}).recommendation
            if level > self.recommendation[0]:
                found.append({"question": name, "answer": written, "level": self.text.levels[level]})
        return found

    def following(self, name: str) -> tuple[Value, str] | None:
        """Return the next, more concerning answer and how it is written; None after the worst."""
        if self.text.is_number(name):
            return self.following_number(name)
        order = self.text.answers(name)
        place = order.index(str(self.typed[name])) + 1
        return (order[place], order[place]) if place < len(order) else None

    def following_number(self, name: str) -> tuple[Value, str] | None:
        """Return the least concerning number beyond the next cut, and that cut."""
        for cut in self.text.cuts(name):
            beyond = [value for value in self.text.values(name) if self.text.is_beyond(name, value, cut)]
            if beyond and not self.text.is_beyond(name, self.typed[name], cut):
                return beyond[0], f"{'below' if self.text.lower_is_worse(name) else 'at least'} {cut}"
        return None


def overlaid(text: Text, case: dict[str, Any], child: dict[str, Any]) -> dict[str, Value]:
    """Return the family's answers under the child's own, with "nothing seen" where nothing was said."""
    said = {**case.get("family", {}), **child.get("answers", {})}
    unseen = {name: least(text, name) for name in text.concerns if counts_as_nothing_seen(text, case, name)}
    return {**unseen, **as_values(text, said)}


def as_values(text: Text, said: dict[str, Any]) -> dict[str, Value]:
    """Return typed answers as values, leaving out questions that the document lacks."""
    return {
        str(name): Decimal(str(value)) if text.is_number(name) and str(value) not in UNKNOWN else str(value)
        for name, value in said.items()
        if name in text.questions
    }


def least(text: Text, name: str) -> Value:
    """Return what "nothing seen" counts as."""
    return NOTHING_SEEN if text.is_number(name) else text.answers(name)[0]


def counts_as_nothing_seen(text: Text, case: dict[str, Any], name: str) -> bool:
    """Say whether "nothing seen" may fill a question if it is unanswered."""
    kinds = [section["kind"] for section in text.sections if name in section["questions"]]
    return (
        text.questions[name].get("theme") in case.get("nothing_seen_in", [])
        and not {"danger", "always"} & set(kinds)
        and NOT_KNOWN not in text.placements.get(name, {})
    )


def uses_earlier_concerns(rule: dict[str, Any]) -> bool:
    """Say whether a rule looks at earlier concerns."""
    return any(key == "earlier_concerns" for key, _ in conditions_within(rule["when"]))


def earlier_level(text: Text, concern: dict[str, Any], birth: Birth, on: date) -> int:
    """Return the lowest level an earlier concern takes under this document for a child of that age."""
    if "answers" not in concern:
        return text.floor
    rules = [rule for rule in text.rules if not uses_earlier_concerns(rule)]
    around = Surroundings(text, rules, on, [birth], {birth: []})
    return Child(around, as_values(text, concern["answers"])).lowest


def history_at(text: Text, case: dict[str, Any], ref: str, birth: Birth, on: date) -> History:
    """Return this child's earlier concerns with their levels, for one age."""
    return [
        (date.fromisoformat(str(concern["on"])), earlier_level(text, concern, birth, on))
        for concern in case.get("earlier_concerns", [])
        if ref in [str(name) for name in concern.get("children", [ref])]
    ]


def child_of(text: Text, case: dict[str, Any], entry: dict[str, Any]) -> Child:
    """Return one child of a case, ready to be judged."""
    on = date.fromisoformat(str(case["on"]))
    births = possible_births(entry, on, text.age_cuts)
    history = {birth: history_at(text, case, str(entry["ref"]), birth, on) for birth in births}
    return Child(Surroundings(text, text.rules, on, births, history), overlaid(text, case, entry))


def shown(text: Text, clauses: set[Clause]) -> list[dict[str, Any]]:
    """Return clauses as the command prints them, without words and citations."""
    ordered = sorted(clauses, key=lambda clause: (clause.kind, clause.id))
    return [{"kind": c.kind, "id": c.id, "level": None if c.level is None else text.levels[c.level]} for c in ordered]


def judged(ref: str, child: Child, nothing_typed: set[str]) -> dict[str, Any]:
    """Return everything that the command prints about one child."""
    text = child.text
    level, basis = child.recommendation
    typed = {name: str(value) for name, value in child.typed.items() if name not in nothing_typed}
    return {
        "ref": ref,
        "level": text.levels[level],
        "basis": basis,
        "lowest": text.levels[child.lowest],
        "highest": text.levels[child.highest],
        "statutory": text.statutory[level],
        "immediate": child.immediate(),
        "reasons": shown(text, child.reasons()),
        "also": shown(text, child.also()),
        "sufficient": child.sufficient(),
        "unknowns": child.unknowns(),
        "would_raise": child.would_raise(),
        "require": sorted(child.require()),
        "set_aside": [{"question": q, "typed": typed[q]} for q in sorted(child.set_aside & set(typed))],
    }


def assess(document: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    """Return what `assess --json` says of a case: `headline` and `children`.

    Both arguments have the shape of the YAML formats, the document with all its questions under `questions`.
    Raises ValueError where a due date is more than 4 weeks past.
    """
    text = Text(document)
    children = []
    for entry in case["children"]:
        typed = {*case.get("family", {}), *entry.get("answers", {})}
        child = child_of(text, case, entry)
        children.append(judged(str(entry["ref"]), child, set(child.typed) - typed))
    return {"headline": max((c["level"] for c in children), key=text.level), "children": children}
