"""The same decision for zen-engine: a complete case's grades and facts in, the level out.

Placements and rules become the rows of a decision table that stops at the first row that holds, highest level
first. What is set aside, ages, earlier concerns and strengths are given to it, worked out already: it gets the
part that such an engine is made for, and no unknowns.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import zen

from threshold_tool.documents import conditions as c

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from threshold_tool.evaluation.compiled import CompiledDocument, CompiledRule


def zen_decision(compiled: CompiledDocument) -> Callable[[dict[str, Any]], int]:
    """The document as a zen-engine decision, which takes a `zen_context` and returns a level, counted from 0."""
    encoder = _Encoder(compiled)
    rows = sorted(encoder.rows(), key=lambda entry: -entry[0])
    table = [{"_id": str(at), "holds": expression, "level": str(level)} for at, (level, expression) in enumerate(rows)]
    table.append({"_id": "nothing", "holds": "", "level": str(compiled.base)})
    decision = zen.ZenEngine().create_decision(json.dumps(_graph(table)))
    decision.validate()
    return lambda context: int(decision.evaluate(context)["result"]["level"])


def zen_context(compiled: CompiledDocument, state: int) -> dict[str, Any]:
    """The grades and facts of a complete case; a question that is set aside has -1."""
    grades = {
        f"q{at}": (state & question.mask).bit_count() - 1 for at, question in enumerate(compiled.questions.values())
    }
    facts = (*compiled.ages.values(), *compiled.earlier.values(), *compiled.absent.values())
    return {**grades, **{_fact(bit): bool(state & bit) for bit in facts}}


class _Encoder:
    """Conditions of a document in zen-engine's expression language."""

    def __init__(self, compiled: CompiledDocument) -> None:
        self.compiled = compiled
        self.names = {question: f"q{at}" for at, question in enumerate(compiled.questions)}

    def rows(self) -> Iterator[tuple[int, str]]:
        """A level and what reaches it, for each placement and each rule."""
        for question in self.compiled.questions.values():
            for grade, clause in enumerate(question.clauses):
                if clause and clause.level is not None and (not grade or question.clauses[grade - 1] is not clause):
                    yield clause.level, self._reached(question.id, grade)
        for rule in self.compiled.rules:
            if rule.clause.level is not None:
                yield rule.clause.level, self._rule(rule)

    def _rule(self, rule: CompiledRule) -> str:
        strengths = self.compiled.strengths
        absent = [
            _fact(self.compiled.absent[bound.question, grade])
            for bound in rule.written.unless
            if (grade := strengths[bound.question].grade_of(bound.at_or_below)) is not None
        ]
        return " and ".join([*absent, f"({self.condition(rule.written.when)})"])

    def condition(self, condition: c.Condition) -> str:
        match condition:
            case c.All():
                return " and ".join(f"({self.condition(part)})" for part in condition.all)
            case c.Any_():
                return " or ".join(f"({self.condition(part)})" for part in condition.any)
            case c.AtLeast():
                return _at_least(condition.at_least.n, map(self.condition, condition.at_least.of))
            case c.Answer():
                return self._answer(condition.answer)
            case c.Placed():
                return self._placed(condition.placed)
            case c.ChildAge():
                return _fact(self.compiled.ages[condition.child_age])
            case c.EarlierConcerns():
                return _fact(self.compiled.earlier[condition.earlier_concerns])

    def _reached(self, question: str, grade: int) -> str:
        return f"{self.names[question]} >= {grade}"

    def _answer(self, bound: c.AnswerBound) -> str:
        question = self.compiled.questions[bound.question]
        if bound.at_or_above is not None:
            return self._reached(bound.question, question.keys.index(bound.at_or_above) or -1)
        wanted = bound.below if bound.below is not None else bound.at_least
        grade = next(grade for grade, cut in enumerate(question.cuts, start=1) if cut.bound == wanted)
        return self._reached(bound.question, grade)

    def _placed(self, wanted: c.PlacedFilter) -> str:
        level = self.compiled.source.level_order[wanted.at_or_above]
        domains: dict[str | None, list[str]] = {}
        themes: dict[str | None, list[str]] = {}
        reached = []
        for question in self.compiled.questions.values():
            grade, asked = question.grade_placed_at(level), question.question
            if grade is None or not _within(wanted, asked.theme, asked.domain, asked.id):
                continue
            reached.append(self._reached(question.id, grade))
            domains.setdefault(asked.domain, []).append(reached[-1])
            themes.setdefault(asked.theme, []).append(reached[-1])
        spread = [
            _at_least(n, (" or ".join(listed) for group, listed in groups.items() if group is not None))
            for n, groups in ((wanted.different_domains, domains), (wanted.different_themes, themes))
            if n > 1
        ]
        return " and ".join([_at_least(wanted.n, reached), *spread])


def _within(wanted: c.PlacedFilter, theme: str | None, domain: str | None, question: str) -> bool:
    filters = ((wanted.themes, theme), (wanted.domains, domain), (wanted.questions, question))
    return all(allowed is None or value in allowed for allowed, value in filters)


def _at_least(n: int, parts: Iterable[str]) -> str:
    counted = ", ".join(f"({part}) ? 1 : 0" for part in parts)
    return f"sum([{counted}]) >= {n}" if counted else "false"


def _fact(bit: int) -> str:
    return f"fact{bit.bit_length()}"


def _graph(rows: list[dict[str, str]]) -> dict[str, Any]:
    """A decision of one table, as zen-engine's JSON writes it."""
    place = {"x": 0, "y": 0}
    content = {
        "hitPolicy": "first",
        "inputs": [{"id": "holds", "name": "holds", "field": ""}],
        "outputs": [{"id": "level", "name": "level", "field": "level"}],
        "rules": rows,
    }
    return {
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in", "position": place},
            {"id": "table", "type": "decisionTableNode", "name": "table", "position": place, "content": content},
            {"id": "out", "type": "outputNode", "name": "out", "position": place},
        ],
        "edges": [
            {"id": "first", "sourceId": "in", "targetId": "table", "type": "edge"},
            {"id": "last", "sourceId": "table", "targetId": "out", "type": "edge"},
        ],
    }
