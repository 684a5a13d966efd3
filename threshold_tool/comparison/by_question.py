"""The questions that documents share, with what each document makes of every answer, and where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.comparison.common_scale import same_levels, standing
from threshold_tool.comparison.shared_questions import asked_by, same_answers
from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.documents.questions import parse_cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from threshold_tool.comparison.by_case import Facet
    from threshold_tool.documents.questions import Cut
    from threshold_tool.evaluation.compiled import Clause, CompiledDocument, CompiledQuestion

OTHER_QUESTIONS = ""
"""The theme of questions that belong to none."""


@dataclass(frozen=True)
class AnswerRow:
    """One answer of a shared question: what each document that asks it makes of it, None for nothing.

    `answer` is the answer's id, a cut such as `below 90`, or `not-known`.
    """

    answer: str
    clauses: Mapping[str, Clause | None]
    facets: tuple[Facet, ...]


@dataclass(frozen=True)
class QuestionRows:
    """A shared question with its answers, least concerning first; answers that no document places are left out."""

    question: str
    documents: tuple[str, ...]
    rows: tuple[AnswerRow, ...]

    @property
    def differing(self) -> tuple[AnswerRow, ...]:
        """The answers over which the documents differ."""
        return tuple(row for row in self.rows if row.facets)


@dataclass(frozen=True)
class QuestionTable:
    """What documents, named by their keys, make of the questions that two or more of them ask.

    `themes` has the questions of each theme by its id. `only_in` has the questions that one alone asks;
    `other_answers` those that are asked under one id with other answers, so that they cannot be compared.
    """

    areas: Mapping[str, CompiledDocument]
    themes: Mapping[str, tuple[QuestionRows, ...]]
    only_in: Mapping[str, str]
    other_answers: tuple[str, ...]

    @property
    def questions(self) -> tuple[QuestionRows, ...]:
        """Every shared question."""
        return tuple(question for rows in self.themes.values() for question in rows)

    @property
    def differs(self) -> bool:
        """Whether the documents differ in anything that the table shows."""
        asked_by_all = all(len(question.documents) == len(self.areas) for question in self.questions)
        differing = any(question.differing for question in self.questions)
        return differing or not asked_by_all or bool(self.only_in or self.other_answers)


def compare_questions(areas: Mapping[str, CompiledDocument]) -> QuestionTable:
    """The table of all questions that two or more documents share. Strengths are not placed, and not in it."""
    themes: dict[str, list[QuestionRows]] = {}
    only_in: dict[str, str] = {}
    other_answers = []
    for question, documents in asked_by(areas).items():
        asked = [areas[key].source.questions[question] for key in documents]
        if len(documents) == 1:
            only_in[question] = documents[0]
        elif not all(same_answers(asked[0], other) for other in asked[1:]):
            other_answers.append(question)
        elif not asked[0].is_strength:
            rows = tuple(_rows(question, {key: areas[key] for key in documents}))
            themes.setdefault(asked[0].theme or OTHER_QUESTIONS, []).append(QuestionRows(question, documents, rows))
    return QuestionTable(
        areas, {theme: tuple(questions) for theme, questions in themes.items()}, only_in, tuple(other_answers)
    )


def _rows(question: str, areas: Mapping[str, CompiledDocument]) -> Iterator[AnswerRow]:
    own = {key: compiled.questions[question] for key, compiled in areas.items()}
    for answer in _answers(list(own.values())):
        clauses = {key: _clause(asked, answer) for key, asked in own.items()}
        if any(clauses.values()):
            yield AnswerRow(answer, clauses, tuple(_facets(areas, clauses)))


def _answers(asked: list[CompiledQuestion]) -> list[str]:
    """The answers of a question, least concerning first, all cuts of a number that any document uses among them."""
    first = asked[0].question
    if first.number is None:
        return [*(option.id for option in first.options), NOT_KNOWN]
    cuts = {cut for question in asked for cut in question.cuts}
    ordered = sorted(cuts, key=lambda cut: cut.bound, reverse=first.number.worse == "lower")
    return [*map(str, ordered), NOT_KNOWN]


def _clause(asked: CompiledQuestion, answer: str) -> Clause | None:
    """What an answer reaches; for a cut what the numbers just beyond it reach."""
    if answer == NOT_KNOWN:
        return asked.not_known
    cut = parse_cut(answer) if asked.question.number else None
    grade = asked.question.grade_of(answer) if cut is None else sum(1 for own in asked.cuts if _reached(own, cut))
    return None if grade is None else asked.clauses[grade]


def _reached(own: Cut, cut: Cut) -> bool:
    """Whether all numbers beyond `cut` lie beyond a document's own cut."""
    return cut.bound <= own.bound if cut.worse == "lower" else cut.bound >= own.bound


def _facets(areas: Mapping[str, CompiledDocument], clauses: Mapping[str, Clause | None]) -> Iterator[Facet]:
    """In what the documents differ over an answer; where it leads nowhere, that is the level when nothing matches."""
    levels = {key: _level(areas[key], clause) for key, clause in clauses.items()}
    standings = [standing(areas[key], level) for key, level in levels.items()]
    if len({found.statutory for found in standings}) > 1:
        yield "statutory"
    if len({found.legal_basis for found in standings}) > 1:
        yield "legal_basis"
    if len({found.above_when_nothing_matches for found in standings}) > 1:
        yield "above_when_nothing_matches"
    first, *others = (areas[key].source.document for key in levels)
    if all(same_levels(first, other) for other in others) and len(set(levels.values())) > 1:
        yield "level"
    if len({clause is not None and clause.immediate for clause in clauses.values()}) > 1:
        yield "immediate"


def _level(compiled: CompiledDocument, clause: Clause | None) -> int:
    return compiled.base if clause is None or clause.level is None else max(clause.level, compiled.base)
