"""The questions of a document on paper, section by section, in the order of asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.condition_words import sentence
from threshold_tool.reports.blocks import Heading, Paragraph, Run, Table
from threshold_tool.reports.paper_words import PaperNames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.documents.model import Section
    from threshold_tool.documents.questions import Question
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.reports.blocks import Block, Text

_SHORT = 12
_KINDS = {
    "danger": "Asked first of all, about immediate danger.",
    "always": "Asked next, whatever the concern.",
    "screening": "One question on each theme; what is answered here decides what is asked later.",
    "questions": "",
    "strengths": "What helps the child. An answer counts only when it is known.",
}


def blocks(compiled: CompiledDocument) -> Iterator[Block]:
    """Every section with its questions, their answers, and when each is asked."""
    yield Heading("Questions in the order of asking", anchor="questions")
    yield Paragraph(
        "Answers run from least to most concerning; those to a strength from strongest to absent. "
        "\u2018Not known\u2019 can always be said, and never means no."
    )
    for section in compiled.source.document.sections:
        yield Heading(section.title, level=2)
        if _KINDS[section.kind]:
            yield Paragraph(_KINDS[section.kind], quiet=True)
        yield _table(compiled, section)


def _table(compiled: CompiledDocument, section: Section) -> Table:
    names = PaperNames(compiled)
    words = names.conditions(in_short=True)
    rows = []
    for question_id in section.questions:
        question = compiled.source.questions[question_id]
        only_when = sentence(words.words(question.ask_when)) if question.ask_when else ""
        rows.append((_asked(names.question(question_id), question), _answers(question), only_when))
    return Table("", ("Question", "Answers", "Asked only when"), tuple(rows), (4, 4, 3))


def _asked(number: int, question: Question) -> Text:
    asked = Run(f"{number}. {question.ask}")
    return (asked, Run(" (for each child)", emphasis=True)) if question.about == "child" else (asked,)


def _answers(question: Question) -> str:
    if question.number is None:
        texts = [option.text for option in question.options]
        short = all(len(text) <= _SHORT for text in texts)
        return " / ".join(texts) if short else "\n".join(f"• {text}" for text in texts)
    number = question.number
    return f"A number from {number.from_} to {number.to} ({number.unit}); {number.worse} is worse"
