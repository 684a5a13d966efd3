from __future__ import annotations

import unicodedata
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from reportlab import rl_config
from reportlab.pdfbase.ttfonts import TTFError

from tests.reports.pdf_text import page_texts
from tests.reports.samples import HOSTILE, any_text, plain_report, report_of
from threshold_tool.errors import CannotRead
from threshold_tool.reports import pdf as pdf_module
from threshold_tool.reports.blocks import Heading, Paragraph, Report, Run, Table
from threshold_tool.reports.pdf import render_pdf


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_text)
def test_any_text_anywhere_gives_a_whole_pdf(text: str) -> None:
    """Whatever is typed, in every place, a PDF comes out that opens."""
    with pikepdf.open(BytesIO(render_pdf(report_of(text)))) as document:
        assert len(document.pages) >= 2


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_and_never_obeyed(text: str) -> None:
    """Markup prints as it was typed: no picture, link, action or script is made from it."""
    pdf = render_pdf(report_of(text))

    with pikepdf.open(BytesIO(pdf)) as document:
        assert "/OpenAction" not in document.Root
        assert "/Names" not in document.Root
        for page in document.pages:
            assert "/Annots" not in page
            assert "/XObject" not in page.resources


@pytest.mark.parametrize(
    "text",
    [
        "<img src='/etc/passwd'>",
        "a & b &amp; c",
        "Łukasz Siân Nguyễn Ŵyn Żółć Đặng",
        "yes → no ≥ 3 ✓",
        "£5 “quoted” \u2013 …",
    ],
)
def test_text_comes_back_out_as_it_went_in(text: str) -> None:
    """What is read or copied from the PDF is what was written, in plain, strong and emphasised text."""
    runs = (Run(text + " "), Run(text + " ", strong=True), Run(text, emphasis=True))
    (page,) = page_texts(render_pdf(plain_report(Paragraph(text), Paragraph(runs))))

    assert _letters(page).count(_letters(unicodedata.normalize("NFC", text))) == 4


def test_what_no_font_draws_stands_as_a_code() -> None:
    """A name in Arabic or Chinese, a surrogate and an override are visible codes, not gaps."""
    (page,) = page_texts(render_pdf(plain_report(Paragraph("محمد 王 \ud800 \u202e 😀"))))

    for code in ("[U+0645]", "[U+738B]", "[U+D800]", "[U+202E]", "[U+1F600]"):
        assert code in _letters(page)


def test_the_same_record_gives_the_same_bytes_and_another_record_others() -> None:
    """Bytes repeat, whatever was rendered in between, and no setting of reportlab's changes."""
    before = rl_config.invariant
    first = render_pdf(report_of("Łukasz"))
    other = render_pdf(report_of("Siân → 王"))

    assert render_pdf(report_of("Łukasz")) == first != other
    assert rl_config.invariant == before


def test_each_page_says_which_of_how_many_it_is() -> None:
    """Page x of y stands on every page."""
    pages = page_texts(render_pdf(plain_report(Paragraph("line\n" * 120))))

    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "0123abcd" in page


def test_title_author_and_language_are_in_the_file() -> None:
    """Readers and screen readers learn what the file is and in which language."""
    report = Report("Record of Łukasz", (), author="Threshold Tool", language="cy")
    with pikepdf.open(BytesIO(render_pdf(report))) as document:
        assert str(document.Root.Lang) == "cy"
        assert str(document.docinfo["/Title"]) == "Record of Łukasz"
        assert str(document.docinfo["/Author"]) == "Threshold Tool"
        assert "/CreationDate" not in document.docinfo
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)


def test_headings_are_bookmarks() -> None:
    """The outline of the file follows the headings."""
    blocks = (Heading("Result", 1), Heading("Why <this> level", 2), Heading("Łukasz", 1))
    with (
        pikepdf.open(BytesIO(render_pdf(plain_report(*blocks)))) as document,
        document.open_outline() as outline,
    ):
        assert [item.title for item in outline.root] == ["Result", "Łukasz"]
        assert [item.title for item in outline.root[0].children] == ["Why <this> level"]


def test_every_font_is_embedded() -> None:
    """The file looks the same on a machine without our fonts."""
    with pikepdf.open(BytesIO(render_pdf(report_of("a → b")))) as document:
        for page in document.pages:
            for font in page.resources["/Font"].values():
                assert "/FontFile2" in font["/FontDescriptor"], font["/BaseFont"]


@pytest.mark.parametrize("text", ["word " * 20_000, "x" * 100_000, "line\n" * 5_000])
def test_a_very_long_note_runs_over_pages(text: str) -> None:
    """A note of 100,000 characters is printed whole, inside a table too."""
    pages = page_texts(render_pdf(plain_report(Paragraph(text), Table("", ("a", "b"), (("q", text),)))))

    letter = text[0]
    assert len(pages) > 20
    assert sum(page.count(letter) for page in pages) >= 2 * text.count(letter)


def test_a_broken_font_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A font file that cannot be read gives a sentence that names it."""

    def refuse(*_: object, **__: object) -> None:
        raise TTFError("not a font")

    monkeypatch.setattr(pdf_module, "TTFont", refuse)
    pdf_module._fonts.cache_clear()
    try:
        with pytest.raises(CannotRead, match="NotoSans-Regular"):
            render_pdf(plain_report())
    finally:
        pdf_module._fonts.cache_clear()


def _letters(text: str) -> str:
    return "".join(text.split())
