"""One level of a document: the answers that lead there by themselves, and the rules that do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.condition_words import quoted
from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.drawing.model import Drawing, Edge, Group, Node, Row
from threshold_tool.drawing.names import Names, counted
from threshold_tool.drawing.reading import counts_one_of, names_one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.documents.model import Rule, Section
    from threshold_tool.drawing.selection import Selection
    from threshold_tool.evaluation.compiled import CompiledDocument

_LEGEND = (
    "Every answer listed leads to this level by itself; so does every rule whose conditions hold.",
    "Answers and rules that lead higher are on the drawing of the level that they lead to.",
)
_LINES_IN_A_COLUMN = 60
_MOST_COLUMNS = 4


def level_view(compiled: CompiledDocument, selection: Selection) -> Drawing:
    """The drawing of the level selected, with a theme or a section of what leads there from its questions."""
    return _LevelView(compiled, selection).drawing()


class _LevelView:
    def __init__(self, compiled: CompiledDocument, selection: Selection) -> None:
        self._compiled = compiled
        self._document = compiled.source.document
        self._level = next(level for level in self._document.levels if level.id == selection.level)
        self._selection = selection
        self._names = Names(compiled)
        self._questions = selection.questions(compiled.source)

    def drawing(self) -> Drawing:
        sections = tuple(self._sections())
        rules = tuple(self._rules())
        level = Group("levels", "Level", (self._names.level_node(self._level),))
        groups = (
            *self._in_columns("answers", "Answers that lead there by themselves", sections),
            *self._in_columns("rules", "Rules that lead there: answers taken together", rules),
            level,
        )
        edges = tuple(Edge("placed", node.id, level.nodes[0].id) for node in sections)
        edges += tuple(Edge("leads", node.id, level.nodes[0].id) for node in rules)
        count = sum(len(node.rows) for node in sections)
        document = f"{self._document.title}, edition {self._document.edition}"
        return Drawing(
            title=self._title(),
            subtitle=f"{document}. {counted(count, 'question')}, {counted(len(rules), 'rule')}",
            legend=_LEGEND,
            groups=groups,
            edges=edges,
            levels=self._names.looks(),
        )

    def _title(self) -> str:
        named = ", ".join(self._selection.names(self._compiled.source))
        return f"{named}: what leads to {self._level.name}" if named else f"What leads to {self._level.name}"

    def _in_columns(self, group_id: str, title: str, nodes: tuple[Node, ...]) -> Iterator[Group]:
        if nodes:
            lines = sum(2 + len(node.lines) * 2 + len(node.rows) * 2 for node in nodes)
            columns = min(_MOST_COLUMNS, len(nodes), 1 + lines // _LINES_IN_A_COLUMN)
            yield Group(group_id, title, nodes, columns)

    def _sections(self) -> Iterator[Node]:
        for section in self._document.sections:
            rows = tuple(self._rows(section))
            if rows:
                yield Node(f"section:{section.id}", "section", section.title, rows=rows)

    def _rows(self, section: Section) -> Iterator[Row]:
        for question_id in section.questions:
            if question_id in self._questions:
                answers = tuple(self._answers(question_id))
                if answers:
                    yield Row(question_id, f"{self._names.question(question_id)} {'; '.join(map(quoted, answers))}")

    def _answers(self, question_id: str) -> Iterator[str]:
        """The answers of a question that stand at this very level, in words."""
        question = self._compiled.questions.get(question_id)
        if question is None:
            return
        pairs = (*zip(question.keys, question.clauses, strict=True), (NOT_KNOWN, question.not_known))
        for key, clause in pairs:
            if clause is not None and clause.level == self._compiled.source.level_order[self._level.id]:
                urgent = " (act at once)" if clause.immediate else ""
                yield f"{self._names.answer(question, key)}{urgent}"

    def _rules(self) -> Iterator[Node]:
        words = self._names.conditions(())
        for rule in self._document.rules:
            if rule.level == self._level.id and self._is_selected(rule):
                yield self._names.rule_node(rule, words)

    def _is_selected(self, rule: Rule) -> bool:
        everything = self._selection.section is None and self._selection.theme is None
        questions = self._questions
        return everything or names_one_of(rule, questions) or counts_one_of(rule, questions, self._compiled.source)
