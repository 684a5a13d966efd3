"""One case under several documents on paper: for each child what every area says, and why they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.comparison import words
from threshold_tool.comparison.areas import area_name
from threshold_tool.comparison.exchange_words import MOST_SETS_SHOWN, ExchangeWords, lead_words, more_words
from threshold_tool.evaluation.explain import (
    CALL_999,
    basis_words,
    level_words,
    range_words,
    unknown_words,
)
from threshold_tool.evaluation.result_words import ANYONE_MAY_REFER
from threshold_tool.evaluation.step_words import day_words
from threshold_tool.reports import comparison_parts, record_family
from threshold_tool.reports.blocks import (
    Bullets,
    Fact,
    Facts,
    Heading,
    KeepTogether,
    Notice,
    PageBreak,
    Paragraph,
    Run,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.cases.model import Case
    from threshold_tool.comparison.by_case import CaseComparison, Difference
    from threshold_tool.reports.blocks import Block, Report, Text

TITLE = "One case, several areas"
MOST_UNKNOWNS = 5


def case_comparison_report(comparison: CaseComparison) -> Report:
    """The whole comparison: each child on pages of its own, the documents last."""
    areas = {key: result.compiled for key, result in comparison.results.items()}
    head = f"{TITLE}, {day_words(comparison.case.on)}"
    return comparison_parts.comparison_report(TITLE, head, areas, tuple(_blocks(comparison)))


def _blocks(comparison: CaseComparison) -> Iterator[Block]:
    yield Notice("urgent", "If there is immediate danger", (CALL_999,))
    yield _about(comparison.case)
    yield from record_family.guarded_contact(next(iter(comparison.results.values())))
    yield Paragraph(words.DOES_NOT_DECIDE)
    yield Paragraph(ANYONE_MAY_REFER)
    yield Paragraph(words.SCALE)
    for number, ref in enumerate(comparison.refs):
        if number:
            yield PageBreak()
        yield from _child(comparison, ref)
    yield PageBreak()
    yield from comparison_parts.documents({key: result.compiled for key, result in comparison.results.items()})


def _about(case: Case) -> Facts:
    known = Fact("As known on", day_words(case.on))
    return Facts((Fact("Title", case.title), known) if case.title else (known,))


def _child(comparison: CaseComparison, ref: str) -> Iterator[Block]:
    yield Heading(f"Child {ref}", anchor=f"child-{ref.casefold()}")
    yield Paragraph((Run(words.child_words(comparison, ref), strong=True),))
    yield KeepTogether((_levels(comparison, ref),))
    for difference in comparison.of_child(ref):
        yield from _difference(comparison, difference)
    yield Heading("Why, in each area", level=2)
    for key in comparison.results:
        yield from _why(comparison, ref, key)


def _levels(comparison: CaseComparison, ref: str) -> Table:
    rows = []
    for key, result in comparison.results.items():
        compiled, child = result.compiled, comparison.child(ref, key)
        level = child.recommendation.level
        rows.append(
            (
                area_name(key),
                level_words(compiled, level),
                words.capital(words.law(compiled, level)),
                words.consent(compiled, level),
                "Yes" if child.immediate else "No",
            )
        )
    return Table(
        "What each area says", ("Area", "Level", "In law", "Consent", "Act at once"), tuple(rows), (3, 5, 5, 4, 2)
    )


def _difference(comparison: CaseComparison, difference: Difference) -> Iterator[Block]:
    """In what two areas differ, and the clauses behind it; the first set stays with the words that lead to it."""
    lead: tuple[Block, ...] = (
        Heading(f"{area_name(difference.reference)} and {area_name(difference.other)}", level=2),
        Bullets(words.pair_words(comparison, difference)),
        Paragraph(lead_words(difference)),
    )
    sets = tuple(_sets(comparison, difference))
    yield KeepTogether((*lead, *(sets[0] if sets else ())))
    yield from map(KeepTogether, sets[1:])
    if difference.exchanges is not None and (more := more_words(difference.exchanges)):
        yield Paragraph(more)


def _sets(comparison: CaseComparison, difference: Difference) -> Iterator[tuple[Block, ...]]:
    """Each set of clauses: what it is about, and what each area says of it."""
    said, exchanges = ExchangeWords(comparison, difference), difference.exchanges
    for number, chosen in enumerate(exchanges.to_show[:MOST_SETS_SHOWN] if exchanges else (), start=1):
        blocks: list[Block] = []
        for at, exchange in enumerate(sorted(chosen)):
            about, *sides = said.words(exchange)
            mark = f"{number}. " if exchanges and len(exchanges.sets) > 1 and not at else ""
            blocks += [Paragraph((Run(f"{mark}{about}", strong=True),)), Bullets(tuple(sides))]
        yield tuple(blocks)


def _why(comparison: CaseComparison, ref: str, key: str) -> Iterator[Block]:
    result = comparison.results[key]
    compiled, child = result.compiled, comparison.child(ref, key)
    reasons: tuple[Text, ...] = tuple(words.reason_words(compiled, reason) for reason in child.reasons)
    yield Heading(f"{area_name(key)}: {level_words(compiled, child.recommendation.level)}", level=3)
    yield Paragraph(basis_words(compiled, child))
    if reasons:
        yield Bullets(reasons)
    if range_ := range_words(compiled, child):
        yield Paragraph(range_)
    asked = [unknown for unknown in child.unknowns if unknown.question not in child.follow_on]
    if asked:
        yield Paragraph("Not known, and it matters:")
        more = words.more_unknowns(len(asked) - MOST_UNKNOWNS)
        yield Bullets(
            (*(unknown_words(compiled, unknown) for unknown in asked[:MOST_UNKNOWNS]), *([more] if more else []))
        )
    if left_out := words.left_out(comparison, ref, key):
        yield Paragraph("Answered, and not a question of this document:")
        yield Bullets(left_out)
