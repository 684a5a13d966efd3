"""The whole document on one drawing: sections, how high one answer of each leads, and rules by level."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from threshold_tool.drawing.model import Count, Drawing, Edge, Group, Node
from threshold_tool.drawing.names import Names, counted
from threshold_tool.drawing.reading import answers_read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from threshold_tool.documents.model import Section
    from threshold_tool.evaluation.compiled import CompiledDocument

_ASKED_FIRST = ("danger", "always", "screening")
_LEGEND = (
    "A box for each section, in the order of asking. Beside it: how many of its answers stand at which level.",
    "An arrow to a level leads to the highest that one answer of the section reaches by itself.",
)


def overview(compiled: CompiledDocument) -> Drawing:
    """The drawing of a whole document."""
    document = compiled.source.document
    return _Overview(compiled).drawing(
        title=f"{document.title}, edition {document.edition}: how levels come about",
    )


class _Overview:
    def __init__(self, compiled: CompiledDocument) -> None:
        self._compiled = compiled
        self._document = compiled.source.document
        self._names = Names(compiled)
        self._section_of = {q: section for section in self._document.sections for q in section.questions}

    def drawing(self, title: str) -> Drawing:
        questions = len(self._compiled.source.questions)
        subtitle = f"{counted(questions, 'question')}, {counted(len(self._document.rules), 'rule')}"
        return Drawing(
            title, subtitle, _LEGEND, tuple(self._groups()), tuple(self._edges()), levels=self._names.looks()
        )

    def _groups(self) -> Iterator[Group]:
        first = [section for section in self._document.sections if section.kind in _ASKED_FIRST]
        later = [section for section in self._document.sections if section.kind not in _ASKED_FIRST]
        for group_id, title, members in (("asked-first", "Asked first", first), ("asked-next", "Asked next", later)):
            if members:
                yield Group(group_id, title, tuple(map(self._section, members)))
        rules = tuple(self._names.rules_by_level(self._document.rules))
        if rules:
            yield Group("rules", "Rules: answers taken together", rules)
        yield Group("levels", "Levels", tuple(map(self._names.level_node, reversed(self._document.levels))))

    def _section(self, section: Section) -> Node:
        numbers = sorted(self._names.number(question) for question in section.questions)
        lines = [f"{counted(len(numbers), 'question')}: {_numbers(numbers)}"]
        openers = sorted(self._names.number(question) for question in self._openers(section))
        if openers:
            noun = "question" if len(openers) == 1 else "questions"
            lines.append(f"Opened by {noun} {_numbers(openers)}")
        if section.kind == "strengths":
            stopped = [rule for rule in self._document.rules if rule.unless]
            lines.append(f"Can hold back {counted(len(stopped), 'rule')}, none of them statutory")
        return Node(
            f"section:{section.id}",
            "section",
            heading=section.title,
            lines=tuple(lines),
            counts=tuple(self._counts(section)),
        )

    def _counts(self, section: Section) -> Iterator[Count]:
        placed: Counter[int] = Counter()
        for question in section.questions:
            placed.update(self._levels(question))
        for order, level in enumerate(self._document.levels):
            if section.kind != "strengths":
                yield Count(level.id, placed[order])

    def _levels(self, question_id: str) -> Iterator[int]:
        """The level of each answer of a question that reaches one, those included that take over another's."""
        question = self._compiled.questions.get(question_id)
        for clause in question.clauses if question else ():
            if clause is not None and clause.level is not None:
                yield clause.level

    def _openers(self, section: Section) -> set[str]:
        """The questions of other sections on which it depends whether one of this section is asked."""
        gates = (self._compiled.source.questions[question].ask_when for question in section.questions)
        return {bound.question for gate in gates for bound in answers_read(gate)} - {*section.questions}

    def _edges(self) -> Iterator[Edge]:
        for before, after in pairwise(self._document.sections):
            yield Edge("then", f"section:{before.id}", f"section:{after.id}", drawn=False)
        for section in self._document.sections:
            for opener in self._opening_sections(section):
                ends = (f"section:{opener.id}", f"section:{section.id}")
                # An arrow within one column would run around it; the box says in words what opens it.
                yield Edge("opens", *ends, drawn=opener.kind in _ASKED_FIRST)
        for section in self._document.sections:
            reached = [level for question in section.questions for level in self._levels(question)]
            if reached:
                yield Edge("placed", f"section:{section.id}", f"level:{self._compiled.level_id(max(reached))}")
        for level in self._document.levels:
            if any(rule.level == level.id for rule in self._document.rules):
                yield Edge("leads", f"rules:{level.id}", f"level:{level.id}")

    def _opening_sections(self, section: Section) -> Iterable[Section]:
        """The sections that open this one, in order."""
        return dict.fromkeys(
            self._section_of[question] for question in sorted(self._openers(section), key=self._names.number)
        )


def _numbers(numbers: Sequence[int]) -> str:
    """Numbers of questions, those in a row as a range: "3 to 5, 8"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(_run(run) for run in runs)


def _run(run: Sequence[int]) -> str:
    if len(run) == 1:
        return str(run[0])
    return f"{run[0]}{' to ' if len(run) > 2 else ', '}{run[-1]}"
