"""One child's part of the record: it can be filed alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.evaluation.against import reasons_against
from threshold_tool.evaluation.explain import (
    AGAINST_CAUTION,
    AGAINST_TITLE,
    basis_words,
    later_words,
    law_words,
    level_words,
    lower_words,
    raise_words,
    range_words,
    reason_words,
    set_aside_words,
    strength_words,
    unknown_words,
    with_citation,
)
from threshold_tool.evaluation.result_words import (
    ALSO_LEAD,
    ENOUGH_LEAD,
    MOST_UNKNOWNS,
    RAISE_TITLE,
    SET_ASIDE_LEAD,
    SET_ASIDE_TITLE,
    UNKNOWNS_LEAD,
    UNKNOWNS_TITLE,
    enough_words,
    more_to_find_out_words,
    not_in_document_words,
    to_find_out,
)
from threshold_tool.evaluation.step_words import day_words, reach_words, when_words
from threshold_tool.reports import record_decision
from threshold_tool.reports.blocks import (
    Bullets,
    Fact,
    Facts,
    Heading,
    LevelBadge,
    Lines,
    Notice,
    Paragraph,
    Table,
)
from threshold_tool.reports.record_answers import answers_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from threshold_tool.deadlines.ages import StatedAge
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.next_steps import NextStep
    from threshold_tool.evaluation.result import ChildResult
    from threshold_tool.reports.blocks import Block


def blocks(result: CaseResult, child: ChildResult, name: str | None = None) -> Iterator[Block]:
    """Everything about one child; without a name there is a line to write it on."""
    yield Heading(f"Child {child.ref}", anchor=f"child-{child.ref.casefold()}")
    if name is None:
        yield Lines("Name (by hand)", count=1)
    yield from _who(result, child, name)
    yield from _level(result, child)
    yield from _steps(result, child)
    yield from record_decision.consent(result, child)
    yield from _why(result, child)
    yield from _against(result, child)
    yield from _unknowns(result, child)
    yield from _would_change(result, child)
    yield from record_decision.views(result, child)
    yield from answers_table(result, child)
    yield from record_decision.decision(result, child)


def age_words(age: StatedAge) -> str:
    """What is known of a child's age."""
    from threshold_tool.deadlines.ages import Age, Born, Due

    match age:
        case Born():
            return f"Born on {day_words(age.day)}"
        case Age():
            return str(age)
        case Due():
            return f"Not born yet, due on {day_words(age.day)}"
    return "Not known"


def _who(result: CaseResult, child: ChildResult, name: str | None) -> Iterator[Block]:
    entry = next(entry for entry in result.fitted.case.children if entry.ref == child.ref)
    facts = [] if name is None else [Fact("Name", name)]
    facts.append(Fact("Age", age_words(child.facts.age)))
    if entry.lives:
        facts.append(Fact("Lives", entry.lives))
    yield Facts(tuple(facts))


def _level(result: CaseResult, child: ChildResult) -> Iterator[Block]:
    compiled, found = result.compiled, child.recommendation
    level = compiled.source.document.levels[found.level]
    law, reach = law_words(compiled, found.level), range_words(compiled, child)
    details = tuple(words for words in (level.meaning, law, reach) if words)
    yield LevelBadge(f"Child {child.ref}", level.code, level_words(compiled, found.level), level.colour, details)
    if child.immediate:
        yield Notice("urgent", "Something here calls for action at once", ("Call 999 if the danger is immediate.",))
    if not child.statutory and "low-result" in compiled.source.document.statements:
        yield Paragraph(compiled.source.document.statements["low-result"])


def _steps(result: CaseResult, child: ChildResult) -> Iterator[Block]:
    """What to do at the document's level, or at a higher one decided on; then what a lower one asks for as well."""
    level, acting = child.recommendation.level, result.acting_level(child)
    where = " at the level decided on" if acting > level else ""
    first = result.steps_at(child, max(level, acting))
    yield from _step_table(f"What to do for child {child.ref}{where}", first)
    if acting < level:
        named = {step.action.id for step in first}
        more = [step for step in result.steps_at(child, acting) if step.action.id not in named]
        yield from _step_table(f"As well, for child {child.ref} at the lower level decided on", more)


def _step_table(caption: str, steps: Sequence[NextStep]) -> Iterator[Block]:
    if steps:
        rows = tuple((step.action.do, when_words(step), reach_words(step)) for step in steps)
        yield Table(caption, ("What", "By when", "Contact"), rows, (5, 3, 4))


def _why(result: CaseResult, child: ChildResult) -> Iterator[Block]:
    compiled = result.compiled
    yield Heading("Why", level=2)
    yield Paragraph(basis_words(compiled, child))
    if child.reasons:
        yield Bullets(tuple(with_citation(reason_words(compiled, r), r.clause) for r in child.reasons))
    if enough := enough_words(compiled, child):
        yield Paragraph(ENOUGH_LEAD)
        yield Bullets(enough)
    if child.also:
        yield Paragraph(ALSO_LEAD)
        yield Bullets(tuple(with_citation(reason_words(compiled, r), r.clause) for r in child.also))


def _against(result: CaseResult, child: ChildResult) -> Iterator[Block]:
    """What points lower, so that a reader sees both sides; it changes no level."""
    compiled, found = result.compiled, reasons_against(result.compiled, child)
    strengths = [strength_words(compiled, question, shown) for question, shown in found.strengths]
    lower = [lower_words(compiled, entry) for entry in found.lower]
    if strengths or lower:
        yield Heading(AGAINST_TITLE, level=2)
        yield Paragraph(AGAINST_CAUTION)
        yield Bullets((*strengths, *lower))


def _unknowns(result: CaseResult, child: ChildResult) -> Iterator[Block]:
    if not child.unknowns:
        return
    found = to_find_out(child)
    yield Heading(UNKNOWNS_TITLE, level=2)
    yield Paragraph(UNKNOWNS_LEAD)
    yield Bullets(tuple(unknown_words(result.compiled, unknown) for unknown in found[:MOST_UNKNOWNS]), marker="box")
    if more := more_to_find_out_words(len(found) - MOST_UNKNOWNS):
        yield Paragraph(more)
    later = len(child.unknowns) - len(found)
    if later:
        yield Paragraph(later_words(later))


def _would_change(result: CaseResult, child: ChildResult) -> Iterator[Block]:
    if child.would_raise:
        yield Heading(RAISE_TITLE, level=2)
        yield Bullets(tuple(raise_words(result.compiled, step) for step in child.would_raise))
    if child.set_aside:
        yield Heading(SET_ASIDE_TITLE, level=2)
        yield Paragraph(SET_ASIDE_LEAD)
        yield Bullets(tuple(set_aside_words(result.compiled, q, typed) for q, typed in child.set_aside.items()))
    if missing := not_in_document_words(result.fitted.not_in_document.get(child.ref, ())):
        yield Paragraph(missing)
