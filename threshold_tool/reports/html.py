"""Writes a record as one HTML file that stands alone: no script, no picture, no reference to anything.

Every text goes through the library's own escaping. The same file serves a screen, light or dark and down
to 320 pixels wide, and a printer.
"""

from __future__ import annotations

from functools import singledispatchmethod
from html import escape
from typing import TYPE_CHECKING

from threshold_tool.reports.blocks import (
    Block,
    Bullets,
    Contents,
    Facts,
    Grid,
    GridGroup,
    GridRow,
    Heading,
    KeepTogether,
    Landscape,
    LevelBadge,
    Lines,
    Notice,
    PageBreak,
    Paragraph,
    Report,
    Signatures,
    Table,
    Text,
    plain,
    runs_of,
)
from threshold_tool.reports.characters import Characters
from threshold_tool.reports.html_style import STYLE, printed_page

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEVEL_HEADING = 3
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render_html(report: Report) -> str:
    """The record as an HTML document; encode it as UTF-8. Never fails on a text, whatever is in it."""
    return _Writer().document(report)


class _Writer:
    """Turns blocks into HTML. One writer serves one record."""

    def __init__(self) -> None:
        self._characters = Characters()
        self._heading_level = 1

    def document(self, report: Report) -> str:
        body = [*self._front(report), *map(self.block, report.blocks), self._footer(report)]
        if note := self._characters.note():
            body.insert(-1, f'<p class="quiet">{escape(note)}</p>')
        page = printed_page(
            self._words(report.running_head or report.title),
            self._words(" · ".join(report.marks)),
            self._words(report.page_of),
        )
        return "\n".join(
            [
                "<!DOCTYPE html>",
                f'<html lang="{self._escaped(report.language)}">',
                "<head>",
                '<meta charset="utf-8">',
                f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
                '<meta name="viewport" content="width=device-width, initial-scale=1">',
                '<meta name="referrer" content="no-referrer">',
                f'<meta name="author" content="{self._escaped(report.author)}">',
                f"<title>{escape(self._words(report.title))}</title>",
                f"<style>{STYLE}{page}</style>",
                "</head>",
                "<body>",
                *body,
                "</body>",
                "</html>",
                "",
            ]
        )

    def _front(self, report: Report) -> Iterable[str]:
        if report.watermark:
            yield f'<div class="watermark" aria-hidden="true">{self._escaped(report.watermark)}</div>'
        yield "<header>"
        yield f"<h1>{self._escaped(report.title)}</h1>"
        if report.subtitle:
            yield f'<p class="subtitle">{self._escaped(report.subtitle)}</p>'
        for mark in report.marks:
            yield f'<p class="mark"><strong>{self._escaped(mark)}</strong></p>'
        yield "</header>"
        yield "<main>"

    def _footer(self, report: Report) -> str:
        facts = self._facts(Facts(report.footer)) if report.footer else ""
        return f"</main>\n<footer>{facts}</footer>"

    def _words(self, text: str) -> str:
        """A text for a place that has one line; not escaped."""
        return " ".join(self._characters.show(text).split())

    def _escaped(self, text: str) -> str:
        return escape(self._characters.show(text), quote=True)

    def _text(self, text: Text) -> str:
        parts = []
        for run in runs_of(text):
            part = self._escaped(run.text)
            part = f"<em>{part}</em>" if run.emphasis else part
            parts.append(f"<strong>{part}</strong>" if run.strong else part)
        return "".join(parts)

    def _paragraphs(self, texts: Iterable[Text]) -> str:
        return "".join(f"<p>{self._text(text)}</p>" for text in texts)

    @singledispatchmethod
    def block(self, block: Block) -> str:
        """One block as HTML."""
        raise TypeError(f"A record in HTML has no {type(block).__name__}.")

    @block.register(Heading)
    def _heading(self, block: Heading) -> str:
        """A heading under the title's h1. One that skips a level is taken one level up."""
        self._heading_level = min(block.level + 1, self._heading_level + 1)
        anchor = f' id="{block.anchor}"' if block.anchor else ""
        name = f"h{self._heading_level}"
        return f'<{name}{anchor} class="level-{block.level}">{self._escaped(block.text)}</{name}>'

    @block.register(Contents)
    def _contents(self, block: Contents) -> str:
        items = "".join(f'<li><a href="#{anchor}">{self._escaped(text)}</a></li>' for text, anchor in block.entries)
        return f'<nav><p class="label">{self._escaped(block.title)}</p><ul class="contents">{items}</ul></nav>'

    @block.register(Paragraph)
    def _paragraph(self, block: Paragraph) -> str:
        quiet = ' class="quiet"' if block.quiet else ""
        return f"<p{quiet}>{self._text(block.text)}</p>"

    @block.register(Notice)
    def _notice(self, block: Notice) -> str:
        title = f'<p class="notice-title"><strong>{self._escaped(block.title)}</strong></p>' if block.title else ""
        body = f'<div class="notice-body">{self._paragraphs(block.paragraphs)}</div>' if block.paragraphs else ""
        return f'<section role="note" class="notice {block.kind}">{title}{body}</section>'

    @block.register(Facts)
    def _facts(self, block: Facts) -> str:
        facts = "".join(
            f"<div><dt>{self._escaped(fact.label)}</dt><dd>{self._text(fact.value)}</dd></div>" for fact in block.facts
        )
        return f"<dl>{facts}</dl>"

    @block.register(Bullets)
    def _bullets(self, block: Bullets) -> str:
        name = "ol" if block.marker == "number" else "ul"
        boxes = ' class="boxes"' if block.marker == "box" else ""
        items = "".join(f"<li>{self._text(item)}</li>" for item in block.items)
        return f"<{name}{boxes}>{items}</{name}>"

    @block.register(Table)
    def _table(self, block: Table) -> str:
        """Roles are spelt out, because narrow screens show each row as a card, which hides them otherwise."""
        caption = f"<caption>{self._escaped(block.caption)}</caption>" if block.caption else ""
        columns = "".join(f'<col style="width:{share:.2%}">' for share in block.shares)
        head = "".join(f'<th scope="col" role="columnheader">{self._escaped(name)}</th>' for name in block.head)
        rows = "\n".join(self._table_row(block, cells) for cells in block.rows)
        return (
            f'<table role="table">{caption}<colgroup>{columns}</colgroup>\n'
            f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
            f'<tbody role="rowgroup">{rows}</tbody></table>'
        )

    def _table_row(self, block: Table, cells: tuple[Text, ...]) -> str:
        written = []
        for index, (name, cell) in enumerate(zip(block.head, cells, strict=True)):
            label = f'data-label="{self._escaped(name)}"'
            empty = "" if plain(cell).strip() else ' class="empty"'
            if index == 0 and block.row_heads:
                written.append(f'<th scope="row" role="rowheader" {label}{empty}>{self._text(cell)}</th>')
            else:
                written.append(f'<td role="cell" {label}{empty}>{self._text(cell)}</td>')
        return f'<tr role="row">{"".join(written)}</tr>'

    @block.register(Grid)
    def _grid(self, block: Grid) -> str:
        """Like a table, with roles spelt out; every group is a body of its own under its title."""
        widths = "".join(f'<col style="width:{share:.2%}">' for share in block.shares)
        head = f'<th scope="col" role="columnheader">{self._escaped(block.corner)}</th>' + "".join(
            f'<th scope="col" role="columnheader" style="border-top-color:{column.bar_colour}">'
            f"{self._text(column.head)}</th>"
            for column in block.columns
        )
        groups = "\n".join(self._grid_group(block, group) for group in block.groups)
        return (
            f'<table role="table" class="grid"><colgroup>{widths}</colgroup>\n'
            f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n{groups}</table>'
        )

    def _grid_group(self, block: Grid, group: GridGroup) -> str:
        wide = len(block.columns) + 1
        title = (
            f'<tr role="row"><th scope="rowgroup" role="rowheader" colspan="{wide}" class="group">'
            f"{self._escaped(group.title)}</th></tr>"
        )
        rows = "\n".join(self._grid_row(block, row) for row in group.rows)
        return f'<tbody role="rowgroup">{title}\n{rows}</tbody>'

    def _grid_row(self, block: Grid, row: GridRow) -> str:
        cells = []
        for column, entries in zip(block.columns, row.cells, strict=True):
            label = escape(self._characters.show(plain(column.head)), quote=True)
            empty = "" if entries else ' class="empty"'
            cells.append(f'<td role="cell" data-label="{label}"{empty}>{self._paragraphs(entries)}</td>')
        about = self._paragraphs(row.about)
        return f'<tr role="row"><th scope="row" role="rowheader">{about}</th>{"".join(cells)}</tr>'

    @block.register(Landscape)
    def _landscape(self, block: Landscape) -> str:
        return f'<div class="landscape">{"".join(map(self.block, block.blocks))}</div>'

    @block.register(LevelBadge)
    def _level_badge(self, block: LevelBadge) -> str:
        code = f'<p class="code">{self._escaped(block.code)}</p>' if block.code else ""
        who = f'<p class="who">{self._escaped(block.who)}</p>' if block.who else ""
        return (
            '<section class="badge">'
            f'<div class="bar" style="background-color:{block.bar_colour}"></div>{code}'
            f'<div class="words">{who}'
            f"{self._level_name(block)}"
            f"{self._paragraphs(block.details)}</div></section>"
        )

    def _level_name(self, block: LevelBadge) -> str:
        """The level's name; a heading where it has an address."""
        name = f"<strong>{self._escaped(block.name)}</strong>"
        if not block.anchor:
            return f'<p class="name">{name}</p>'
        self._heading_level = min(_LEVEL_HEADING, self._heading_level + 1)
        tag = f"h{self._heading_level}"
        return f'<{tag} id="{block.anchor}" class="name">{name}</{tag}>'

    @block.register(Lines)
    def _writing_lines(self, block: Lines) -> str:
        hint = f'<p class="quiet">{self._escaped(block.hint)}</p>' if block.hint else ""
        rules = '<div class="rule"></div>' * block.count
        return (
            f'<section class="lines"><p class="label"><strong>{self._escaped(block.label)}</strong></p>{hint}'
            f'<div aria-hidden="true">{rules}</div></section>'
        )

    @block.register(Signatures)
    def _signatures(self, block: Signatures) -> str:
        fields = "".join(f"<p>{self._escaped(field)}</p>" for field in block.fields)
        return "\n".join(
            f'<section class="signature"><p class="label"><strong>{self._escaped(person)}</strong></p>'
            f'<div class="fields">{fields}</div></section>'
            for person in block.people
        )

    @block.register(PageBreak)
    def _page_break(self, _block: PageBreak) -> str:
        return '<div class="page-break"></div>'

    @block.register(KeepTogether)
    def _keep_together(self, block: KeepTogether) -> str:
        return f'<div class="together">{"".join(map(self.block, block.blocks))}</div>'
