"""A comparison as text for the terminal. The words themselves are those of `comparison/words.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.comparison import words
from threshold_tool.comparison.areas import area_name
from threshold_tool.comparison.exchange_words import MOST_SETS_SHOWN, ExchangeWords, lead_words, more_words
from threshold_tool.evaluation import explain
from threshold_tool.evaluation.result_words import ANYONE_MAY_REFER
from threshold_tool.evaluation.step_words import day_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from threshold_tool.cli.output import Page
    from threshold_tool.comparison.by_case import CaseComparison, Difference
    from threshold_tool.comparison.by_question import QuestionRows, QuestionTable
    from threshold_tool.evaluation.compiled import CompiledDocument

MOST_UNKNOWNS = 5


def print_case_comparison(page: Page, comparison: CaseComparison) -> None:
    """Danger first, then each child: what every area says, where they differ, by which clauses."""
    case = comparison.case
    page.line(explain.CALL_999, mark="!")
    page.items(explain.guarded_words(case))
    page.line()
    page.line(f"{case.title or 'Case'}, as known on {day_words(case.on)}, held against:")
    _print_documents(page, {key: result.compiled for key, result in comparison.results.items()})
    page.line(words.DOES_NOT_DECIDE)
    page.line(ANYONE_MAY_REFER)
    page.line(words.SCALE)
    for ref in comparison.refs:
        page.heading(f"Child {ref}")
        page.line(words.child_words(comparison, ref))
        for key in comparison.results:
            _print_level(page, comparison, ref, key)
        for difference in comparison.of_child(ref):
            _print_difference(page, comparison, difference)
        for key in comparison.results:
            _print_why(page, comparison, ref, key)


def print_table(page: Page, table: QuestionTable, *, differences_only: bool) -> None:
    """The shared questions theme by theme, with what each area makes of their answers."""
    page.line("Held side by side:")
    _print_documents(page, table.areas)
    page.line(words.SCALE)
    page.line("What their levels mean in law:")
    page.items(f"{area_name(key)}: {words.law_of_levels(compiled)}." for key, compiled in table.areas.items())
    page.line(words.count_words(table))
    page.line(words.RULES_APART)
    for theme, questions in table.themes.items():
        shown = [question for question in questions if question.differing or not differences_only]
        if shown:
            page.heading(words.theme_name(table, theme))
        for question in shown:
            _print_question(page, table, question, differences_only=differences_only)
    _print_apart(page, table)


def _print_documents(page: Page, areas: Mapping[str, CompiledDocument]) -> None:
    page.items(f"{area_name(key)}: {explain.document_words(compiled)}" for key, compiled in areas.items())


def _print_level(page: Page, comparison: CaseComparison, ref: str, key: str) -> None:
    """What one area asks for a child, in a few lines."""
    compiled, child = comparison.results[key].compiled, comparison.child(ref, key)
    level = child.recommendation.level
    page.line(f"{area_name(key)}: {explain.level_words(compiled, level)}", 2, "-")
    if child.immediate:
        page.line(explain.ACT_AT_ONCE, 4)
    page.line(f"{words.capital(words.law(compiled, level))}. {words.consent(compiled, level)}", 4)


def _print_why(page: Page, comparison: CaseComparison, ref: str, key: str) -> None:
    """Why one area comes to its level, and what it does not know."""
    result = comparison.results[key]
    compiled, child = result.compiled, comparison.child(ref, key)
    page.line()
    page.line(f"Why in {area_name(key)}: {explain.level_words(compiled, child.recommendation.level)}")
    page.line(explain.basis_words(compiled, child), 2)
    page.items((words.reason_words(compiled, reason) for reason in child.reasons), 4)
    if range_ := explain.range_words(compiled, child):
        page.line(range_, 2)
    asked = [unknown for unknown in child.unknowns if unknown.question not in child.follow_on]
    if asked:
        page.line("Not known, and it matters:", 2)
        page.items((explain.unknown_words(compiled, unknown) for unknown in asked[:MOST_UNKNOWNS]), 4)
        if more := words.more_unknowns(len(asked) - MOST_UNKNOWNS):
            page.line(more, 4, "-")
    if left_out := words.left_out(comparison, ref, key):
        page.line("Answered, and not a question of this document:", 2)
        page.items(left_out, 4)


def _print_difference(page: Page, comparison: CaseComparison, difference: Difference) -> None:
    page.line()
    page.line(f"{area_name(difference.reference)} and {area_name(difference.other)} differ:")
    page.items(words.pair_words(comparison, difference))
    page.line(lead_words(difference))
    if difference.exchanges is None:
        return
    said = ExchangeWords(comparison, difference)
    for number, chosen in enumerate(difference.exchanges.to_show[:MOST_SETS_SHOWN], start=1):
        for at, exchange in enumerate(sorted(chosen)):
            about, *sides = said.words(exchange)
            page.line(about, 2, f"{number}." if not at else "  ")
            page.items(sides, 5)
    if more := more_words(difference.exchanges):
        page.line(more)
    if not difference.exchanges.decided:
        page.line("Name a larger number with `--tries` to look further.")


def _print_question(page: Page, table: QuestionTable, question: QuestionRows, *, differences_only: bool) -> None:
    page.line()
    page.line(words.shared_question(table, question))
    for row in question.differing if differences_only else question.rows:
        differs = f" [differs: {words.differs_words(row.facets)}]" if row.facets else ""
        page.line(f"{words.answer_name(table, question.question, row)}{differs}", 2)
        page.items(
            (
                f"{area_name(key)}: {words.placement_words(table.areas[key], clause)}"
                for key, clause in row.clauses.items()
            ),
            4,
        )
    if not question.rows:
        page.line("No area places an answer to this; rules may read it.", 2)
    if lacking := [area_name(key) for key in table.areas if key not in question.documents]:
        page.line(f"Not asked in {', '.join(lacking)}.", 2)


def _print_apart(page: Page, table: QuestionTable) -> None:
    for key, compiled in table.areas.items():
        own = [question for question, only in table.only_in.items() if only == key]
        if own:
            page.heading(f"Asked in {area_name(key)} alone")
            page.items(compiled.source.questions[question].ask for question in own)
    if table.other_answers:
        page.heading("Asked under one id with other answers, and not compared")
        page.items(words.other_answers(table, question) for question in table.other_answers)
