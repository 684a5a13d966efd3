"""A result as text for the terminal. The words themselves are those of `evaluation/explain.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.evaluation import explain
from threshold_tool.evaluation.step_words import day_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from threshold_tool.cases.model import Case
    from threshold_tool.cli.output import Page
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.evaluation.next_steps import NextStep
    from threshold_tool.evaluation.result import ChildResult, Reason

STATEMENTS_SHOWN = ("judgement", "going-up", "going-down", "disagreement")


def print_result(page: Page, result: CaseResult) -> None:
    """The whole result: danger first, each child from the highest level down, what the document says of judgement."""
    compiled, case = result.compiled, result.fitted.case
    print_danger(page, compiled)
    page.line()
    page.line(f"{case.title or 'Case'}, as known on {day_words(case.on)}")
    page.line(f"Held against {explain.document_words(compiled)}")
    if len(result.children) > 1:
        page.line(f"Highest level of any child: {explain.level_words(compiled, result.headline)}")
    for child in sorted(result.children, key=lambda child: -child.recommendation.level):
        print_child(page, result, child)
    _print_statements(page, compiled)


def print_danger(page: Page, compiled: CompiledDocument) -> None:
    """Immediate danger comes first on every screen, with the numbers to call."""
    page.line(explain.danger_words(compiled), mark="!")
    page.items(explain.urgent_contacts(compiled))


def print_child(page: Page, result: CaseResult, child: ChildResult) -> None:
    """One child: level, what to do now where it is urgent, why, and what is not known."""
    compiled, case, level = result.compiled, result.fitted.case, child.recommendation.level
    page.heading(f"Child {child.ref}: {explain.level_words(compiled, level)}")
    steps = result.steps(child)
    urgent = child.statutory or child.immediate or any(step.is_for_now for step in steps)
    if child.immediate:
        page.line(explain.ACT_AT_ONCE)
    if law := explain.law_words(compiled, level):
        page.line(law)
    if urgent:
        print_steps(page, steps, case)
    page.line(explain.basis_words(compiled, child))
    page.items(_reasons(compiled, child.reasons))
    _print_list(page, "These apply as well:", _reasons(compiled, child.also))
    _print_unknowns(page, compiled, child)
    _print_list(page, "What would raise the level:", [explain.raise_words(compiled, r) for r in child.would_raise])
    if not urgent:
        print_steps(page, steps, case)
    _print_left_out(page, compiled, child, result.fitted.not_in_document.get(child.ref, ()))


def print_higher_decisions(page: Page, result: CaseResult) -> None:
    """What to do for each child whom the person holds to be at a higher level than the document does."""
    for child in result.children:
        level = result.acting_level(child)
        if level > child.recommendation.level:
            page.heading(f"Child {child.ref}, as you decided: {explain.level_words(result.compiled, level)}")
            print_steps(page, result.steps_at(child, level), result.fitted.case)


def print_steps(page: Page, steps: Sequence[NextStep], case: Case) -> None:
    """What to do, in the document's order, with deadline and contact."""
    if steps:
        page.line("What to do:")
        page.items((explain.step_words(step) for step in steps), numbered=True)
    page.items(explain.guarded_words(case))


def _print_unknowns(page: Page, compiled: CompiledDocument, child: ChildResult) -> None:
    """The unknowns that matter; of those that only other unknowns bring up, the number."""
    if words := explain.range_words(compiled, child):
        page.line(words)
    asked = [unknown for unknown in child.unknowns if unknown.question not in child.follow_on]
    _print_list(page, "Not known, and it matters:", [explain.unknown_words(compiled, u) for u in asked])
    later = len(child.unknowns) - len(asked)
    if later:
        page.line(explain.later_words(later), 2, "-")


def _print_left_out(
    page: Page, compiled: CompiledDocument, child: ChildResult, not_in_document: tuple[str, ...]
) -> None:
    left_out = [explain.set_aside_words(compiled, q, shown) for q, shown in child.set_aside.items()]
    _print_list(page, "Answered, and left out because other answers or the age close the question:", left_out)
    _print_list(page, "Answered, and not a question of this document:", list(not_in_document))


def _print_statements(page: Page, compiled: CompiledDocument) -> None:
    statements = compiled.source.document.statements
    said = [statements[key] for key in STATEMENTS_SHOWN if key in statements]
    if said:
        page.heading("What the document says of your judgement")
        page.items(said)


def _print_list(page: Page, title: str, texts: list[str]) -> None:
    if texts:
        page.line(title)
        page.items(texts)


def _reasons(compiled: CompiledDocument, reasons: tuple[Reason, ...]) -> list[str]:
    return [explain.with_citation(explain.reason_words(compiled, reason), reason.clause) for reason in reasons]
