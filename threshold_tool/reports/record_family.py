"""The family's part of the record: what worries the writer, people, history, answers, plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.evaluation.explain import answer_words, guarded_words, question_words
from threshold_tool.evaluation.step_words import day_words
from threshold_tool.reports import record_follow_up
from threshold_tool.reports.blocks import Bullets, Heading, KeepTogether, Lines, Notice, Paragraph, Table
from threshold_tool.reports.record_answers import family_answers_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from threshold_tool.cases.model import EarlierConcernEntry, Person
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.reports.blocks import Block


def guarded_contact(result: CaseResult) -> Iterator[Block]:
    """Ways of reaching the family that may put somebody in danger."""
    warnings = guarded_words(result.fitted.case)
    if warnings:
        yield KeepTogether((Notice("warning", "Take care how you contact this family", warnings),))


def blocks(result: CaseResult, names: Mapping[str, str]) -> Iterator[Block]:
    """The family sheet; adults have the names that are given."""
    case = result.fitted.case
    yield Heading("The family", anchor="family")
    if case.worry:
        yield Heading("What worries you", level=2)
        yield Paragraph(case.worry)
    yield from _people(result, names)
    yield from _history(result)
    yield from family_answers_table(result)
    if case.nothing_seen_in:
        themes = {theme.id: theme.name for theme in result.compiled.source.themes}
        looked_at = [themes.get(theme, theme) for theme in case.nothing_seen_in]
        yield Paragraph("Looked at, and nothing seen, for every child whose questions were not answered:")
        yield Bullets(tuple(looked_at))
    yield from _plan(result)


def _people(result: CaseResult, names: Mapping[str, str]) -> Iterator[Block]:
    people = result.fitted.case.people
    if people:
        head = ("Adult", "Who", "Lives with the children", "Parental responsibility")
        yield Table(
            "Adults around the children",
            head,
            tuple(_person(person, names.get(person.ref)) for person in people),
            (1, 4, 2, 2),
        )


def _person(person: Person, name: str | None) -> tuple[str, ...]:
    of = f" of {', '.join(person.of)}" if person.of else ""
    unnamed = "" if person.identified else " (not identified)"
    responsibility = person.parental_responsibility
    return (
        person.ref if name is None else f"{person.ref}: {name}",
        f"{person.is_}{of}{unnamed}",
        _yes_no(person.lives_here),
        "Not known" if isinstance(responsibility, str) else _yes_no(responsibility),
    )


def _yes_no(said: bool | None) -> str:
    return "Not known" if said is None else "Yes" if said else "No"


def _history(result: CaseResult) -> Iterator[Block]:
    """Earlier concerns together, so that repeated low ones are seen as a whole."""
    earlier = sorted(result.fitted.case.earlier_concerns, key=lambda concern: concern.on)
    if not earlier:
        return
    rows = tuple(_earlier(result, concern) for concern in earlier)
    yield Table("Earlier concerns, oldest first", ("Date", "Children", "What was seen"), rows, (2, 1, 6))


def _earlier(result: CaseResult, concern: EarlierConcernEntry) -> tuple[str, ...]:
    compiled = result.compiled
    known = [(q, shown) for q, shown in concern.answers.items() if q in compiled.order]
    answers = [f"{question_words(compiled, q)} {answer_words(compiled, q, shown)}" for q, shown in known]
    said = [concern.text] if concern.text else []
    return day_words(concern.on), ", ".join(concern.children) or "All", "\n".join([*said, *answers])


def _plan(result: CaseResult) -> Iterator[Block]:
    yield Heading("Plan and follow-up", level=2)
    plan = result.fitted.case.plan
    if plan:
        rows = tuple((step.do, step.who or "", day_words(step.by) if step.by else "") for step in plan)
        yield Table("What was planned", ("What", "Who", "By"), rows, (5, 3, 3))
    else:
        yield Lines("What, who, by when", count=4)
    yield from record_follow_up.blocks(result)
