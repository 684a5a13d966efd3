from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from tests.reports.samples import any_text, every_block, plain_report, report_of
from threshold_tool.reports.blocks import (
    Block,
    Bullets,
    Contents,
    Heading,
    KeepTogether,
    Landscape,
    LevelBadge,
    Lines,
    Notice,
    PageBreak,
    Paragraph,
    Report,
    Table,
)
from threshold_tool.reports.layout import ON_ITS_SIDE, UPRIGHT, lay_out
from threshold_tool.reports.lines import width_of, words_of
from threshold_tool.reports.pages import Panel, Rule, Words

if TYPE_CHECKING:
    from threshold_tool.reports.fonts import Face
    from threshold_tool.reports.layout import Layout


class PlainFaces:
    """Every character is half an em wide and every face has it, but for the Chinese ones."""

    def has(self, _face: Face, character: str) -> bool:
        return ord(character) < 0x4E00

    def width(self, _face: Face, _character: str) -> float:
        return 0.5


def laid_out(*blocks: Block) -> Layout:
    return lay_out(plain_report(*blocks), PlainFaces())


def words_on(layout: Layout, page: int) -> list[str]:
    return [words_of(mark.line) for mark in layout.pages[page] if isinstance(mark, Words)]


def text_of(layout: Layout) -> str:
    return " ".join(word for page in range(len(layout.pages)) for word in words_on(layout, page))


@settings(max_examples=60, deadline=None)
@given(any_text)
def test_no_text_stops_a_record_or_leaves_the_paper(text: str) -> None:
    """Whatever is typed, in every place, the record is set and stays on its pages."""
    layout = lay_out(report_of(text), PlainFaces())

    for page, sheet in zip(layout.pages, layout.sheets, strict=True):
        for mark in page:
            if isinstance(mark, Words):
                assert 0 <= mark.y <= sheet.height
                assert mark.angle or 0 <= mark.x <= mark.x + width_of(mark.line) * mark.size <= sheet.width
            elif isinstance(mark, Panel):
                assert mark.y + mark.height <= sheet.height


@pytest.mark.parametrize("block", every_block("Łukasz wrote this"))
def test_every_block_shows_its_text(block: Block) -> None:
    """No kind of block leaves its words out."""
    if not isinstance(block, PageBreak):
        assert "Łukasz" in text_of(laid_out(block))


def test_page_numbers_count_to_the_last_page() -> None:
    """Each page says which it is and how many there are."""
    layout = laid_out(Paragraph("a\n" * 200))

    count = len(layout.pages)
    assert count > 2
    for number in range(count):
        assert f"Page {number + 1} of {count}" in words_on(layout, number)


def test_the_fingerprint_and_marks_stand_on_every_page() -> None:
    """A page that is parted from its record can be told apart."""
    report = Report(
        "Record",
        (Paragraph("a\n" * 200),),
        marks=("TRAINING: fictional document",),
        watermark="TRAINING",
        footer=plain_report().footer,
    )
    layout = lay_out(report, PlainFaces())

    for page in range(len(layout.pages)):
        words = words_on(layout, page)
        assert "Fingerprint 0123abcd" in words
        assert "TRAINING: fictional document" in words
        assert words[0] == "TRAINING"


def test_a_table_repeats_its_head_and_names_a_row_that_goes_on() -> None:
    """On the next page the reader sees the columns and which question the rest of the note is about."""
    layout = laid_out(Table("Answers", ("Question", "Note"), (("Who was seen?", "seen\n" * 120),)))

    assert len(layout.pages) > 1
    for page in range(1, len(layout.pages)):
        assert {"Question", "Note", "Who was seen?"} <= set(words_on(layout, page))


def test_a_heading_stays_with_the_text_under_it() -> None:
    """No heading is the last thing on a page."""
    for filling in range(40, 60):
        layout = laid_out(Paragraph("a\n" * filling), Heading("Why"), Paragraph("because"))
        for page in range(len(layout.pages)):
            assert ("Why" in words_on(layout, page)) == ("because" in words_on(layout, page))


def test_kept_blocks_share_a_page() -> None:
    """Blocks kept together move to a new page together."""
    kept = KeepTogether((Paragraph("first"), Lines("reasons", 8), Paragraph("last")))
    layout = laid_out(Paragraph("a\n" * 42), kept)

    assert {"first", "reasons", "last"} <= set(words_on(layout, 1))


def test_contents_give_the_page_of_each_heading() -> None:
    """The number at the end of a line is that of the page on which the heading stands."""
    contents = Contents("What is where", (("One", "one"), ("Two", "two"), ("Gone", "gone")))
    layout = laid_out(contents, PageBreak(), Heading("Two", anchor="two"), PageBreak(), Heading("One", anchor="one"))

    assert [word for word in words_on(layout, 0) if word in {"1", "2", "3", ""}] == ["3", "2", ""]


def test_turned_pages_stand_between_upright_ones() -> None:
    """Blocks for wide pages get their own, and what comes before and after stays upright."""
    layout = laid_out(Paragraph("before"), Landscape((Paragraph("wide\n" * 40),)), Paragraph("after"))

    assert layout.sheets == (UPRIGHT, ON_ITS_SIDE, ON_ITS_SIDE, UPRIGHT)
    assert "before" in words_on(layout, 0)
    assert "wide" in words_on(layout, 1)
    assert "after" in words_on(layout, 3)


def test_a_page_break_starts_a_page() -> None:
    """What follows a page break stands on the next page, even after a heading."""
    layout = laid_out(Heading("before"), PageBreak(), Paragraph("after"))

    assert "before" in words_on(layout, 0)
    assert "after" in words_on(layout, 1)


def test_notices_differ_in_shape_and_not_in_colour_alone() -> None:
    """Urgent has a frame thicker than a warning's, a band and an exclamation mark; a note has no frame."""
    marks = {kind: laid_out(Notice(kind, "Title", ("text",))).pages[0] for kind in ("urgent", "warning", "note")}
    frames = {
        kind: max((mark.width for mark in page if isinstance(mark, Rule) and mark.x1 == mark.x2), default=0)
        for kind, page in marks.items()
    }

    assert frames["urgent"] >= 3 > frames["warning"] > frames["note"] == 0
    assert [words_of(mark.line) for mark in marks["urgent"] if isinstance(mark, Words)].count("!") == 1
    assert not any("!" in words_of(mark.line) for mark in marks["warning"] if isinstance(mark, Words))


def test_a_level_is_said_in_words_beside_its_colour() -> None:
    """The badge has the document's colour and says who, which code and which level."""
    layout = laid_out(LevelBadge("Child A", "4", "Level 4: child protection", "#c62828"))

    assert {"Child A", "4", "Level 4: child protection"} <= set(words_on(layout, 0))
    assert any(isinstance(mark, Panel) and mark.colour == "#c62828" for mark in layout.pages[0])


def test_a_long_code_is_still_shown_whole() -> None:
    """A code too wide to stand beside the words stands among them."""
    assert "Partnership Plus" in text_of(laid_out(LevelBadge("A", "Partnership Plus", "Level", "")))


def test_characters_without_a_glyph_are_shown_as_codes_and_named() -> None:
    """A name the fonts lack is not lost, and a note says what the codes are."""
    layout = laid_out(Paragraph("王 and محمد"))

    assert "[U+738B]" in text_of(layout)
    assert "cjk unified ideograph-738b" in text_of(layout)
    assert {"王", "م"} <= layout.replaced


def test_numbered_steps_count_from_one() -> None:
    """An ordered list numbers its items."""
    assert {"1.", "2."} <= set(words_on(laid_out(Bullets(("Telephone", "Write"), "number")), 0))


def test_headings_become_bookmarks_without_gaps() -> None:
    """The outline follows the headings; one that skips a level is taken up."""
    layout = laid_out(Heading("One", 1), Heading("Three", 3), Heading("Two", 2), PageBreak(), Heading("Next"))

    assert [(mark.words, mark.depth, mark.page) for mark in layout.bookmarks] == [
        ("One", 0, 0),
        ("Three", 1, 0),
        ("Two", 1, 0),
        ("Next", 0, 1),
    ]
