"""The review pack: marks, what comes first, and room for every decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.editions.second_edition import LOWERED, reviewed
from threshold_tool.editions import words
from threshold_tool.reports.blocks import Block, Bullets, Fact, Facts, Heading, KeepTogether, Lines, Notice, Signatures
from threshold_tool.reports.edition_review import review_pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Each block, those that are kept together one by one."""
    for block in blocks:
        if isinstance(block, KeepTogether):
            yield from flat(block.blocks)
        else:
            yield block


def test_the_verdict_comes_first(tmp_path: Path) -> None:
    """With the notes that go with it."""

    found = reviewed(tmp_path, LOWERED, ("within: 2 days", "within: 9 days"))

    first = review_pack(found).blocks[0]
    assert isinstance(first, Notice)
    assert first.title == words.verdict_words(found)
    assert first.paragraphs == words.note_words(found)


def test_every_page_says_that_a_document_is_fictional(tmp_path: Path) -> None:
    """By mark and by watermark."""

    pack = review_pack(reviewed(tmp_path, LOWERED))

    assert pack.marks == ("TRAINING: a fictional document, not for a real child",)
    assert pack.watermark == "TRAINING"


def test_both_editions_are_identified(tmp_path: Path) -> None:
    """By exact bytes and by the days between which they hold."""

    found = reviewed(tmp_path, LOWERED, ("effective: 2026-01-01", "effective: 2027-01-01"))

    facts = next(block for block in review_pack(found).blocks if isinstance(block, Facts)).facts
    assert Fact("Its fingerprint", found.old.source.fingerprint) in facts
    assert Fact("Its fingerprint", found.new.source.fingerprint) in facts
    assert "Friday 1 January 2027" in " ".join(str(fact.value) for fact in facts)


def test_each_change_has_room_for_its_decision(tmp_path: Path) -> None:
    """Boxes to tick and lines to write on, for moves and for other changes alike; at the end the signature."""

    found = reviewed(tmp_path, LOWERED, ("require: [tell-the-school], ", ""))

    blocks = list(flat(review_pack(found).blocks))
    changes = len(found.difference.changes) + len(found.difference.other)
    assert found.difference.other
    assert sum(isinstance(block, Lines) for block in blocks) == changes
    assert sum(isinstance(block, Bullets) and block.marker == "box" for block in blocks) == changes + 1
    assert isinstance(blocks[-1], Signatures)


def test_wording_stands_apart(tmp_path: Path) -> None:
    """Under a heading of its own."""

    pack = review_pack(reviewed(tmp_path, ("do: Refer.", "do: Refer now.")))

    headings = [block.text for block in flat(pack.blocks) if isinstance(block, Heading)]
    assert headings == ["Vignettes", words.WORDING_TITLE, "Decision of the board"]
