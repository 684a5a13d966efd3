"""The shared questions of several documents on paper: areas across, answers down, theme by theme."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from threshold_tool.comparison import words
from threshold_tool.comparison.areas import area_name
from threshold_tool.reports import comparison_parts
from threshold_tool.reports.blocks import (
    Bullets,
    Contents,
    Grid,
    GridColumn,
    GridGroup,
    GridRow,
    Heading,
    Landscape,
    PageBreak,
    Paragraph,
    Run,
)
from threshold_tool.reports.document_parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.comparison.by_question import AnswerRow, QuestionRows, QuestionTable
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.reports.blocks import Block, Report

_NO_BREAK = "\u00a0"
# A number or a letter stays with the word before: "section 3" on one line.
_BEFORE_A_NUMBER = re.compile(r" (?=\S*[0-9]|\S$)")


def question_table_report(table: QuestionTable, *, differences_only: bool = False) -> Report:
    """The whole table; with `differences_only` the answers that areas treat differently."""
    what = "Where areas differ, answer by answer" if differences_only else "Areas side by side, answer by answer"
    blocks = tuple(_blocks(table, differences_only))
    return comparison_parts.comparison_report(what, what, table.areas, blocks)


def _blocks(table: QuestionTable, differences_only: bool) -> Iterator[Block]:
    parts = tuple(_parts(table, differences_only))
    about = tuple(comparison_parts.documents(table.areas))
    yield Paragraph(words.count_words(table))
    yield Paragraph(words.RULES_APART)
    yield Contents("What is where", tuple(addresses((*about, *parts))))
    yield PageBreak()
    yield from about
    yield from parts


def _parts(table: QuestionTable, differences_only: bool) -> Iterator[Block]:
    themes = tuple(_themes(table, differences_only))
    if themes:
        yield Landscape(themes)
    yield from _apart(table)


def _themes(table: QuestionTable, differences_only: bool) -> Iterator[Block]:
    columns = tuple(GridColumn(area_name(key)) for key in table.areas)
    for theme, questions in table.themes.items():
        groups = tuple(_group(table, question, differences_only) for question in questions)
        kept = tuple(group for group in groups if group.rows)
        if kept:
            yield Heading(words.theme_name(table, theme), anchor=f"theme-{theme or 'none'}")
            yield Grid("Answer", columns, kept)


def _group(table: QuestionTable, question: QuestionRows, differences_only: bool) -> GridGroup:
    rows = question.differing if differences_only else question.rows
    return GridGroup(words.shared_question(table, question), tuple(_row(table, question, row) for row in rows))


def _row(table: QuestionTable, question: QuestionRows, row: AnswerRow) -> GridRow:
    about: list[Run] = [Run(words.answer_name(table, question.question, row))]
    if row.facets:
        about.append(Run(f"\nDiffers: {words.differs_words(row.facets)}", strong=True))
    cells = tuple((_cell(compiled, row, key),) for key, compiled in table.areas.items())
    return GridRow((tuple(about),), cells)


def _cell(compiled: CompiledDocument, row: AnswerRow, key: str) -> str:
    """What one area makes of an answer; its citation breaks only between its parts."""
    if key not in row.clauses:
        return "Does not ask this"
    clause = row.clauses[key]
    said = words.placement_words(compiled, clause)
    return said.replace(clause.cite, _BEFORE_A_NUMBER.sub(_NO_BREAK, clause.cite)) if clause and clause.cite else said


def _apart(table: QuestionTable) -> Iterator[Block]:
    if table.only_in:
        yield Heading("Questions that one area alone asks", anchor="only-in-one")
    for key, compiled in table.areas.items():
        own = [question for question, only in table.only_in.items() if only == key]
        if own:
            yield Heading(area_name(key), level=2)
            yield Bullets(tuple(compiled.source.questions[question].ask for question in own))
    if table.other_answers:
        yield Heading("Asked under one id with other answers, and not compared", anchor="other-answers")
        yield Bullets(tuple(words.other_answers(table, question) for question in table.other_answers))
