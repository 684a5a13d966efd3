"""Writes a record as PDF: the only place that knows reportlab.

What is drawn comes from `layout.py` as lines, rules and panels; text goes to the page letter by letter and
never through a parser of markup. The same record gives the same bytes, and nothing outside it is changed.
"""

from __future__ import annotations

import threading
from functools import cache, singledispatch
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from threshold_tool.errors import CannotRead
from threshold_tool.reports.fonts import Face, font_file
from threshold_tool.reports.layout import UPRIGHT, lay_out
from threshold_tool.reports.pages import Mark, Panel, Rule, Words

if TYPE_CHECKING:
    from threshold_tool.reports.blocks import Report
    from threshold_tool.reports.layout import Layout

# A font of reportlab's serves one document at a time.
_ONE_AT_A_TIME = threading.Lock()


def render_pdf(report: Report) -> bytes:
    """The record as a PDF of A4 pages. Raises CannotRead when a font is missing from the installation."""
    with _ONE_AT_A_TIME:
        return _written(lay_out(report, _fonts()), report.language)


class _Fonts:
    """The typefaces, registered with reportlab under their own names."""

    def __init__(self) -> None:
        self._glyphs: dict[Face, dict[int, int]] = {}
        self._widths: dict[Face, dict[int, float]] = {}
        for face in Face:
            font = _read_font(face)
            pdfmetrics.registerFont(font)
            self._glyphs[face] = font.face.charToGlyph
            self._widths[face] = font.face.charWidths

    def has(self, face: Face, character: str) -> bool:
        """Not beyond U+FFFF: reportlab draws those, but writes a table from which they copy as others."""
        return ord(character) <= 0xFFFF and ord(character) in self._glyphs[face]

    def width(self, face: Face, character: str) -> float:
        """In ems."""
        return self._widths[face].get(ord(character), 0.0) / 1000


@cache
def _fonts() -> _Fonts:
    return _Fonts()


def _read_font(face: Face) -> TTFont:
    path = font_file(face)
    try:
        return TTFont(face.value, str(path), shapable=False)
    except (TTFError, OSError) as error:
        raise CannotRead(f"The font {path.name} cannot be read. Install the program again.") from error


class _InfoWithoutDates(pdfdoc.PDFInfo):
    """Title and author, but no date: bytes must repeat, and a made-up date on a record would mislead."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        entries = {
            "Title": pdfdoc.PDFString(self.title),
            "Author": pdfdoc.PDFString(self.author),
            "Producer": pdfdoc.PDFString("Threshold Tool"),
        }
        return pdfdoc.PDFDictionary(entries).format(document)


def _written(layout: Layout, language: str) -> bytes:
    file = BytesIO()
    canvas = Canvas(
        file,
        pagesize=(UPRIGHT.width, UPRIGHT.height),
        invariant=1,
        lang=language,
        pageCompression=1,
        initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]  # the stub says a number
    )
    canvas._doc.info = _InfoWithoutDates()  # type: ignore[attr-defined]  # no public way to leave the dates out
    canvas.setTitle(layout.title)
    canvas.setAuthor(layout.author)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, (marks, sheet) in enumerate(zip(layout.pages, layout.sheets, strict=True)):
        canvas.setPageSize((sheet.width, sheet.height))
        for mark in marks:
            _draw(mark, canvas, sheet.height)
        _add_bookmarks(canvas, layout, number)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _add_bookmarks(canvas: Canvas, layout: Layout, page: int) -> None:
    for index, bookmark in enumerate(layout.bookmarks):
        if bookmark.page == page:
            key = f"heading-{index}"
            canvas.bookmarkPage(key, fit="XYZ", left=0, top=layout.sheets[page].height - bookmark.y + 12)
            canvas.addOutlineEntry(bookmark.words, key, bookmark.depth)


@singledispatch
def _draw(mark: Mark, _canvas: Canvas, _height: float) -> None:
    """Draws a mark, whose lengths run down from the top, on a page that is `height` points high."""
    raise TypeError(f"A page has no {type(mark).__name__}.")


@_draw.register(Words)
def _draw_words(mark: Words, canvas: Canvas, height: float) -> None:
    canvas.saveState()
    canvas.translate(mark.x, height - mark.y)
    canvas.rotate(mark.angle)
    text = canvas.beginText(0, 0)
    text.setFillColor(HexColor(mark.colour))
    for part in mark.line:
        text.setFont(part.face.value, mark.size)
        text.textOut(part.text)
    canvas.drawText(text)
    canvas.restoreState()


@_draw.register(Rule)
def _draw_rule(mark: Rule, canvas: Canvas, height: float) -> None:
    canvas.setLineWidth(mark.width)
    canvas.setStrokeColor(HexColor(mark.colour))
    canvas.line(mark.x1, height - mark.y1, mark.x2, height - mark.y2)


@_draw.register(Panel)
def _draw_panel(mark: Panel, canvas: Canvas, height: float) -> None:
    canvas.setFillColor(HexColor(mark.colour))
    canvas.rect(mark.x, height - mark.y - mark.height, mark.width, mark.height, stroke=0, fill=1)
