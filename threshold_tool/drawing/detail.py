"""Some questions of a document on one drawing: what opens them, where each answer stands, which rules read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from threshold_tool.documents.conditions import All, Answer, Any_
from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.drawing.model import Drawing, Edge, Group, Node, Row
from threshold_tool.drawing.names import Names, counted
from threshold_tool.drawing.reading import answers_read, counts_one_of, made_of, names_one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.documents.conditions import AnswerBound
    from threshold_tool.documents.model import Rule
    from threshold_tool.documents.questions import Question
    from threshold_tool.drawing.selection import Selection
    from threshold_tool.evaluation.compiled import Clause, CompiledDocument, CompiledQuestion

_LEGEND = (
    "Beside an answer: the code of the level where it stands. An arrow leads from the highest that a question reaches.",
    (
        "Dashed arrow: this answer, or a worse one, opens a question. Dotted arrow: it counts in a rule. "
        "Dotted line with a bar: it holds a rule back."
    ),
)


def detail(compiled: CompiledDocument, selection: Selection) -> Drawing:
    """The drawing of a theme or a section, and with a level of what leads to that level alone."""
    return _Detail(compiled, selection).drawing()


class _Detail:
    def __init__(self, compiled: CompiledDocument, selection: Selection) -> None:
        self._compiled = compiled
        self._source = compiled.source
        self._document = compiled.source.document
        self._selection = selection
        self._names = Names(compiled)
        self._what = ", ".join(selection.names(compiled.source))
        self._drawn = selection.questions(compiled.source)
        self._openers = self._opening_questions()
        self._words = self._names.conditions({*self._drawn, *self._openers})
        rules = self._document.rules
        self._rules = tuple(rule for rule in rules if names_one_of(rule, self._drawn))
        self._counting = tuple(
            rule for rule in rules if rule not in self._rules and counts_one_of(rule, self._drawn, compiled.source)
        )

    def drawing(self) -> Drawing:
        """Openers, questions, rules and levels, from left to right."""
        groups = (*self._opener_groups(), *self._question_groups(), *self._rule_groups(), self._level_group())
        return Drawing(
            title=f"{self._what}: how levels come about",
            subtitle=f"{self._document.title}, edition {self._document.edition}. {self._count()}",
            legend=_LEGEND,
            groups=groups,
            edges=tuple(self._edges()),
            levels=self._names.looks(),
        )

    def _count(self) -> str:
        rules = len(self._rules) + len(self._counting)
        return f"{counted(len(self._drawn), 'question')}, {counted(rules, 'rule')}"

    def _opening_questions(self) -> tuple[str, ...]:
        """The questions outside on which it depends whether a drawn one is asked, in the order of asking."""
        read = {bound.question for question in self._drawn for bound in self._gate_bounds(question)}
        return tuple(sorted(read - set(self._drawn), key=self._names.number))

    def _opener_groups(self) -> Iterator[Group]:
        if self._openers:
            nodes = tuple(self._node(question, "opener") for question in self._openers)
            yield Group("openers", "What opens them", nodes)

    def _question_groups(self) -> Iterator[Group]:
        """The questions that need the same number of steps to be opened, and after them those that they open."""
        steps = {question: self._steps(question) for question in self._drawn}
        for number, step in enumerate(sorted(set(steps.values()))):
            nodes = tuple(self._node(question, "question") for question, own in steps.items() if own == step)
            title = f"{self._what}: opened in turn" if number else self._what
            yield Group(f"questions:{number}", title, nodes)

    def _steps(self, question_id: str) -> int:
        before = {bound.question for bound in self._gate_bounds(question_id)}
        return max((1 + self._steps(question) if question in self._drawn else 1 for question in before), default=0)

    def _node(self, question_id: str, kind: Literal["question", "opener"]) -> Node:
        question = self._source.questions[question_id]
        number = self._names.number(question_id)
        return Node(
            f"question:{question_id}",
            kind,
            heading=f"{number}. {question.ask}",
            lines=self._asked_when(question) if kind == "question" else (),
            rows=tuple(self._rows(question_id)),
        )

    def _asked_when(self, question: Question) -> tuple[str, ...]:
        """Of whom and when it is asked, in words, where arrows do not say all of it."""
        words = "For each child" if question.about == "child" else ""
        gate = question.ask_when
        arrows = len(tuple(self._plain_openers(question.id)))
        if gate is not None and not made_of(gate, Any_, Answer) and not (arrows == 1 and made_of(gate, All, Answer)):
            words += f"{', ' if words else ''}only when {self._words.words(gate)}"
        return (words[:1].upper() + words[1:],) if words else ()

    def _rows(self, question_id: str) -> Iterator[Row]:
        question = self._compiled.questions.get(question_id)
        if question is None:
            for option in self._source.questions[question_id].options:
                yield Row(option.id, option.text)
            return
        for key, clause in zip(question.keys, question.clauses, strict=True):
            if key is not None:
                yield self._row(question, key, clause)
        if question.not_known is not None:
            yield self._row(question, NOT_KNOWN, question.not_known)

    def _row(self, question: CompiledQuestion, key: str, clause: Clause | None) -> Row:
        level = None if clause is None or clause.level is None else self._compiled.level_id(clause.level)
        note = "(act at once)" if clause is not None and clause.immediate else ""
        return Row(key, self._names.answer(question, key), level, note)

    def _rule_groups(self) -> Iterator[Group]:
        if self._rules:
            nodes = tuple(self._names.rule_node(rule, self._words) for rule in self._rules)
            yield Group("rules", "Rules: answers taken together", nodes)
        if self._counting:
            nodes = tuple(self._names.rules_by_level(self._counting))
            yield Group("counting-rules", "Rules that count these answers among others", nodes)

    def _level_group(self) -> Group:
        levels = tuple(self._names.level_node(level) for level in reversed(self._document.levels))
        return Group("levels", "Levels", levels)

    def _edges(self) -> Iterator[Edge]:
        for question in self._drawn:
            yield from self._opens(question)
        for question in self._drawn:
            yield from self._placed(question)
        for rule in self._rules:
            yield from self._of_rule(rule)
        for level in dict.fromkeys(rule.level for rule in self._counting if rule.level is not None):
            yield Edge("leads", f"rules:{level}", f"level:{level}")

    def _opens(self, question_id: str) -> Iterator[Edge]:
        plain = set(self._plain_openers(question_id))
        for bound in self._gate_bounds(question_id):
            source, target = f"question:{bound.question}", f"question:{question_id}"
            yield Edge("opens", source, target, row=_row_of(bound), drawn=bound in plain)

    def _of_rule(self, rule: Rule) -> Iterator[Edge]:
        for bound in answers_read(rule.when):
            if bound.question in self._drawn:
                yield Edge("reads", f"question:{bound.question}", f"rule:{rule.id}", row=_row_of(bound))
        for strength in rule.unless:
            if strength.question in self._drawn:
                yield Edge("stops", f"question:{strength.question}", f"rule:{rule.id}", row=strength.at_or_below)
        if rule.level is not None:
            yield Edge("leads", f"rule:{rule.id}", f"level:{rule.level}")

    def _gate_bounds(self, question_id: str) -> tuple[AnswerBound, ...]:
        """The answers on which it depends whether a question is asked, each once."""
        return answers_read(self._source.questions[question_id].ask_when)

    def _plain_openers(self, question_id: str) -> Iterator[AnswerBound]:
        """Those answers, without any that another of them needs itself before it can be given."""
        gate, bounds = self._source.questions[question_id].ask_when, self._gate_bounds(question_id)
        all_needed = gate is not None and made_of(gate, All, Answer)
        for bound in bounds:
            others = (other.question for other in bounds if other.question in self._drawn)
            if not (all_needed and any(self._needs(other, bound) for other in others)):
                yield bound

    def _needs(self, question_id: str, bound: AnswerBound) -> bool:
        """Whether a question is asked only after this very answer, or a worse one."""
        gate = self._source.questions[question_id].ask_when
        return gate is not None and made_of(gate, All, Answer) and bound in self._gate_bounds(question_id)

    def _placed(self, question_id: str) -> Iterator[Edge]:
        """An edge for every answer that stands at a level; drawn is the first of those that reach the highest."""
        placed = [row for row in self._rows(question_id) if row.level is not None]
        highest = max(placed, key=lambda row: self._source.level_order[row.level or ""], default=None)
        for row in placed:
            yield Edge("placed", f"question:{question_id}", f"level:{row.level}", row=row.id, drawn=row is highest)


def _row_of(bound: AnswerBound) -> str:
    """The row of the answer from which the condition holds."""
    if bound.at_or_above is not None:
        return bound.at_or_above
    return f"below {bound.below}" if bound.below is not None else f"at least {bound.at_least}"
