"""The review of a new edition in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.editions import words
from threshold_tool.editions.clause_words import behind_words, clause_words

if TYPE_CHECKING:
    from threshold_tool.cli.output import Page
    from threshold_tool.editions.review import Review


def print_review(page: Page, review: Review) -> None:
    """What changes for children first, what is only written otherwise last, the verdict at the end."""
    page.line(f"Old: {words.edition_words(review.old)}")
    page.line(f"New: {words.edition_words(review.new)}")
    for change in words.in_order(review):
        page.heading(words.change_title(review, change))
        page.line(f"{words.direction(review, change)}.")
        page.line(words.change_words(review, change))
        page.items(clause_words(review, clause) for clause in change.clauses)
    if review.difference.other:
        page.heading("Other changes for a child")
        for other in review.difference.other:
            page.line(words.other_words(review, other), indent=2, mark="-")
            page.items(behind_words(review, other), indent=4)
    if review.not_compared:
        page.heading(words.NOT_COMPARED_TITLE)
        page.line(words.NOT_COMPARED)
        page.items(words.not_compared_words(review))
    page.heading("Vignettes")
    page.line(words.vignettes_words(review))
    page.items(words.moved_words(review, moved) for moved in review.vignettes.moved)
    for title, found in (
        (words.CLAUSES_TITLE, review.of("clause")),
        (words.SETTINGS_TITLE, review.of("setting")),
        (words.WORDING_TITLE, review.of("wording")),
    ):
        if found:
            page.heading(title)
            page.items(words.rewritten_words(one) for one in found)
    page.line()
    page.line(words.verdict_words(review))
    for note in words.note_words(review):
        page.line(note)
    if open_ := words.not_decided_words(review):
        page.line(open_)
        page.line(f"Try more steps: --steps {review.steps * 10}")
