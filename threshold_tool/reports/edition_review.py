"""The review pack of a new edition on paper, for the board's meeting: what changes, for whom, and room to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import threshold_tool
from threshold_tool.editions import words
from threshold_tool.editions.clause_words import behind_words, clause_words
from threshold_tool.reports.blocks import (
    Bullets,
    Fact,
    Facts,
    Heading,
    KeepTogether,
    Lines,
    Notice,
    Paragraph,
    Report,
    Run,
    Signatures,
)
from threshold_tool.reports.document_parts import status_marks, watermark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.editions.level_changes import LevelChange
    from threshold_tool.editions.review import Review
    from threshold_tool.editions.rewritten import Sort
    from threshold_tool.reports.blocks import Block

_DECISION = ("Agreed", "Agreed with another change", "Not agreed")


def review_pack(review: Review) -> Report:
    """The whole pack; it bears the marks of both editions."""
    documents = [edition.source.document for edition in (review.old, review.new)]
    marks = dict.fromkeys(mark for document in documents for mark in status_marks(document))
    title = f"Review of a new edition: {documents[1].title}"
    return Report(
        title=title,
        subtitle=f"Edition {documents[0].edition} to edition {documents[1].edition}",
        running_head=title,
        marks=tuple(marks),
        watermark=next(filter(None, map(watermark, documents)), None),
        footer=(
            Fact("New edition", f"{documents[1].edition}, fingerprint {review.new.source.fingerprint[:16]}"),
            Fact("Threshold Tool", threshold_tool.__version__),
        ),
        blocks=tuple(_blocks(review)),
    )


def _blocks(review: Review) -> Iterator[Block]:
    more = (*words.note_words(review), words.not_decided_words(review))
    yield Notice("note", words.verdict_words(review), tuple(filter(None, more)))
    yield Facts(
        (
            Fact("Old edition", f"{words.edition_words(review.old)}. {words.date_words(review.old)}"),
            Fact("Its fingerprint", review.old.source.fingerprint),
            Fact("New edition", f"{words.edition_words(review.new)}. {words.date_words(review.new)}"),
            Fact("Its fingerprint", review.new.source.fingerprint),
            Fact("Vignettes", words.vignettes_words(review)),
        )
    )
    yield from _changes(review)
    yield from _other(review)
    yield from _not_compared(review)
    yield from _vignettes(review)
    yield from _rewritten(review, "clause", words.CLAUSES_TITLE)
    yield from _rewritten(review, "setting", words.SETTINGS_TITLE)
    yield from _rewritten(review, "wording", words.WORDING_TITLE)
    yield from _signature()


def _changes(review: Review) -> Iterator[Block]:
    if review.difference.changes:
        yield Heading("Children who move from one level to another", anchor="moves")
    for change in words.in_order(review):
        yield KeepTogether(tuple(_change(review, change)))


def _change(review: Review, change: LevelChange) -> Iterator[Block]:
    yield Heading(words.change_title(review, change), level=2)
    yield Paragraph((Run(f"{words.direction(review, change)}.", strong=True),))
    yield Paragraph(words.change_words(review, change))
    yield Paragraph("Brought about by:")
    yield Bullets(tuple(clause_words(review, clause) for clause in change.clauses))
    yield from _decision()


def _decision() -> Iterator[Block]:
    yield Bullets(_DECISION, "box")
    yield Lines("Reasons of the board", count=2)


def _other(review: Review) -> Iterator[Block]:
    if review.difference.other:
        yield Heading("Other changes for a child", anchor="other")
    for change in review.difference.other:
        clauses = behind_words(review, change)
        brought = (Bullets(clauses),) if clauses else ()
        yield KeepTogether((Paragraph(words.other_words(review, change)), *brought, *_decision()))


def _not_compared(review: Review) -> Iterator[Block]:
    if review.not_compared:
        yield Heading(words.NOT_COMPARED_TITLE, anchor="not-compared")
        yield Paragraph(words.NOT_COMPARED)
        yield Bullets(words.not_compared_words(review))
        yield KeepTogether(tuple(_decision()))


def _vignettes(review: Review) -> Iterator[Block]:
    yield Heading("Vignettes", anchor="vignettes")
    yield Paragraph(words.vignettes_words(review))
    if review.vignettes.moved:
        yield Bullets(tuple(words.moved_words(review, moved) for moved in review.vignettes.moved))


def _rewritten(review: Review, sort: Sort, title: str) -> Iterator[Block]:
    found = review.of(sort)
    if found:
        yield Heading(title, anchor=sort)
        yield Bullets(tuple(words.rewritten_words(one) for one in found))


def _signature() -> Iterator[Block]:
    yield KeepTogether(
        (
            Heading("Decision of the board", anchor="decision"),
            Bullets(("The new edition is agreed", "The new edition is not agreed"), "box"),
            Signatures(("For the board",), ("Name and role", "Signature", "Date")),
        )
    )
