from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from tests.reports.samples import HOSTILE, any_text, plain_report, report_of
from threshold_tool.reports.blocks import (
    Bullets,
    Contents,
    Grid,
    GridColumn,
    GridGroup,
    GridRow,
    Heading,
    Landscape,
    LevelBadge,
    Paragraph,
    Report,
    Table,
)
from threshold_tool.reports.characters import Characters
from threshold_tool.reports.html import render_html
from threshold_tool.reports.html_style import STYLE, printed_page

_EMPTY = {"meta", "col", "link", "br", "img"}
_FRAME = {"html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "div"}
_WORDS = {"h1", "h2", "h3", "h4", "p", "strong", "em", "dl", "dt", "dd", "ul", "ol", "li"}
_TABLES = {"table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td"}
_KNOWN = _FRAME | _WORDS | _TABLES | {"nav", "a"}


class Page(HTMLParser):
    """The elements, attributes and text of a page; fails on tags that do not balance."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data

    def named(self, *tags: str) -> list[tuple[str, dict[str, str | None]]]:
        return [element for element in self.elements if element[0] in tags]


@settings(max_examples=80, deadline=None)
@given(any_text)
def test_any_text_anywhere_gives_balanced_html_of_our_own_elements(text: str) -> None:
    """Whatever is typed, in every place, no element or attribute comes from it."""
    page = Page(render_html(report_of(text)))
    shape = Page(render_html(report_of("plain")))

    assert {tag for tag, _ in page.elements} <= _KNOWN
    assert {name for _, attributes in page.elements for name in attributes} <= {
        name for _, attributes in shape.elements for name in attributes
    } | {"class"}
    assert [tag for tag, _ in page.elements if tag in ("td", "th", "li")] == [
        tag for tag, _ in shape.elements if tag in ("td", "th", "li")
    ]


@settings(max_examples=80, deadline=None)
@given(any_text)
def test_text_survives(text: str) -> None:
    """The words of a paragraph are read back as they went in, with hidden characters as codes."""
    page = Page(render_html(plain_report(Paragraph(text))))

    assert _squeezed(Characters().show(text)) in _squeezed(page.text)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_page_refers_to_nothing_outside(text: str) -> None:
    """No script, picture, form or address, and links within the page alone: it can send nothing."""
    html = render_html(report_of(text))
    page = Page(html)

    assert not page.named("script", "img", "link", "iframe", "form", "object", "base")
    for _, attributes in page.elements:
        assert not {"src", "action", "srcset"} & set(attributes)
        assert attributes.get("href", "#first") == "#first"
        assert not [name for name in attributes if name.startswith("on")]
    style = html[html.index("<style>") : html.index("</style>")]
    assert not re.search(r"url\(|@import|expression", style)


def test_the_policy_forbids_everything_but_the_style() -> None:
    """A browser is told to load and send nothing."""
    (policy,) = [
        attributes["content"]
        for _, attributes in Page(render_html(plain_report())).named("meta")
        if attributes.get("http-equiv") == "Content-Security-Policy"
    ]

    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")


@given(any_text)
def test_no_text_ends_the_style_sheet(text: str) -> None:
    """A running head in the style sheet is a string of CSS escapes whatever it says."""
    rule = printed_page(Characters().show(text), "", "Page {page} of {pages}")

    assert "<" not in rule
    assert rule.count("}") == printed_page("", "", "Page {page} of {pages}").count("}")


def test_the_page_has_a_language_a_title_and_one_first_heading() -> None:
    """Screen readers learn the language and the title."""
    page = Page(render_html(Report("Record & more", (), language="cy")))

    assert page.named("html") == [("html", {"lang": "cy"})]
    assert len(page.named("h1")) == 1
    assert page.text.count("Record & more") == 2


def test_headings_never_skip_a_level() -> None:
    """A heading is at most one level below the one before it."""
    blocks = (Heading("a", 3), Heading("b", 1, "b"), Heading("c", 3), Heading("d", 2), Heading("e", 3))
    page = Page(render_html(plain_report(*blocks)))

    assert [tag for tag, _ in page.named("h1", "h2", "h3", "h4")] == ["h1", "h2", "h2", "h3", "h3", "h4"]
    assert ("h2", {"id": "b", "class": "level-1"}) in page.elements


def test_a_table_names_its_columns_and_rows() -> None:
    """Each column and row has a header cell with its scope, and the table a caption."""
    table = Table("All answers", ("Question", "Answer"), (("Seen?", "No"), ("Told?", "")), (3, 1))
    page = Page(render_html(plain_report(table)))

    scopes = [attributes["scope"] for _, attributes in page.named("th")]
    assert scopes == ["col", "col", "row", "row"]
    assert [attributes["data-label"] for _, attributes in page.named("td")] == ["Answer", "Answer"]
    assert len(page.named("caption")) == 1


def test_a_table_without_row_heads_has_plain_cells() -> None:
    """Where the first cell does not name the row it is a cell like others."""
    page = Page(render_html(plain_report(Table("", ("a",), (("1",),), row_heads=False))))

    assert [attributes["scope"] for _, attributes in page.named("th")] == ["col"]
    assert len(page.named("caption")) == 0


def test_numbered_steps_are_an_ordered_list() -> None:
    """Steps are counted by the browser."""
    assert len(Page(render_html(plain_report(Bullets(("a", "b"), "number")))).named("ol")) == 1


def test_hidden_characters_are_shown_and_named() -> None:
    """A direction override in a name is a code that can be seen, and a note says what it is."""
    html = render_html(plain_report(Paragraph("a\u202eb")))

    assert "\u202e" not in html
    assert "a[U+202E]b" in html
    assert "right-to-left override" in html


def test_the_same_record_gives_the_same_page() -> None:
    """HTML repeats, and can be written as UTF-8 whatever was typed."""
    report = report_of("\ud800 Łukasz")

    assert render_html(report) == render_html(report)
    render_html(report).encode("utf-8")


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        ("ink", "paper"),
        ("quiet", "paper"),
        ("ink", "shade"),
        ("on-urgent", "urgent"),
        ("ink", "faint"),
        ("quiet", "faint"),
    ],
)
def test_text_has_enough_contrast(scheme: int, ink: str, paper: str) -> None:
    """Each text colour reaches WCAG AA, 4.5 to 1, on each ground it stands on, the watermark too."""
    colours = {name: re.findall(rf"--{name}: (#[0-9a-f]+)", STYLE)[scheme] for name in (ink, paper)}
    lighter, darker = sorted((_luminance(colours[ink]), _luminance(colours[paper])), reverse=True)

    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    red, green, blue = (int(digits[index : index + 2], 16) / 255 for index in (0, 2, 4))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def test_contents_lead_to_the_headings_of_the_page() -> None:
    """Each entry is a link to the heading that has its anchor."""
    page = Page(render_html(plain_report(Contents("What is where", (("Why", "why"),)), Heading("Why", anchor="why"))))

    assert page.named("a") == [("a", {"href": "#why"})]
    assert [attributes["id"] for _, attributes in page.elements if "id" in attributes] == ["why"]


def test_a_level_with_an_anchor_is_a_heading() -> None:
    """A reader can jump from level to level; a level without an anchor is no heading."""
    badges = (Heading("Levels"), LevelBadge("", "1", "Low", anchor="low"), LevelBadge("", "2", "High"))
    page = Page(render_html(plain_report(*badges)))

    assert page.named("h3") == [("h3", {"id": "low", "class": "name"})]


def test_a_grid_names_its_columns_rows_and_groups() -> None:
    """Each column, row and group has a header cell with its scope, and each cell the name of its column."""
    rows = (GridRow(("about",), (("one", "two"), ())),)
    grid = Grid("Question", (GridColumn("Low", "#00ff00"), GridColumn("High", 'red"><b>')), (GridGroup("Drink", rows),))
    page = Page(render_html(plain_report(Landscape((grid,)))))

    assert [attributes["scope"] for _, attributes in page.named("th")] == ["col", "col", "col", "rowgroup", "row"]
    assert [attributes["data-label"] for _, attributes in page.named("td")] == ["Low", "High"]
    assert "border-top-color:#00ff00" in {attributes.get("style") for _, attributes in page.named("th")}
    assert "border-top-color:#555555" in {attributes.get("style") for _, attributes in page.named("th")}
