"""Records for the tests of the renderers: one of every block, and text that means harm."""

from __future__ import annotations

from hypothesis import strategies as st

from threshold_tool.reports.blocks import (
    Block,
    Bullets,
    Contents,
    Fact,
    Facts,
    Grid,
    GridColumn,
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
    Run,
    Signatures,
    Table,
)

HOSTILE = (
    "<img src='/etc/passwd'>",
    '<a href="file:///C:/secret.txt">press</a>',
    "<b>bold</b> & <unclosed",
    "&lt;already&gt; &amp; &#65;",
    "</style><script>alert(1)</script>",
    "</p></td></table></main>",
    "]]> -->",
    '" onmouseover="alert(1)',
    "<para><onDraw name='x'/></para>",
    "{page} {pages} %s {0}",
    "(brackets) \\( \\) endstream endobj",
    "control \x00\x01\x1b\x7f\x9f characters",
    "half a pair \ud83d and \udc00",
    "\u202egnp.exe\u202c and \u2066isolated\u2069",
    "tag \U000e0041, private \ue000, no character \uffff \U0001ffff",
    "line\r\nends\rof\u2028every\u2029kind\x85here",
    "Łukasz Siân Nguyễn Ŵyn Żółć Đặng Ệ",
    "محمد शर्मा 王 😀",
    "e\u0301 a\u0328\u0301",
    "\u00a0\u200b\u00ad\ufeff",
    "x" * 3000,
    "",
    " ",
    "\n\n\n",
)

any_text = st.one_of(
    st.text(max_size=40),
    st.text(st.characters(codec=None), max_size=40),
    st.sampled_from(HOSTILE),
)


def every_block(text: str) -> tuple[Block, ...]:
    """One of each block, with `text` wherever a text can stand."""
    runs = (Run(text), Run(text, strong=True), Run(text, emphasis=True))
    return (
        Heading(text, 1, "first"),
        Heading(text, 3),
        Heading(text, 2),
        Paragraph(text),
        Paragraph(runs, quiet=True),
        Notice("urgent", text, (text, runs)),
        Notice("warning", text, (runs,)),
        Notice("note", text),
        Facts((Fact(text, text), Fact(text, runs))),
        Bullets((text, runs)),
        Bullets((text,), "number"),
        Bullets((text,), "box"),
        Table(text, (text, text), ((text, runs), (runs, text)), (1, 3)),
        Table(text, (text,), ((text,),), row_heads=False),
        LevelBadge(text, text, text, text, (text, runs)),
        Contents(text, ((text, "first"),)),
        Grid(
            text,
            (GridColumn(text, text), GridColumn(runs)),
            (GridGroup(text, (GridRow((text,), ((runs, text), ())),)),),
        ),
        Landscape((Paragraph(text),)),
        PageBreak(),
        Lines(text, 2, text),
        Signatures((text,), (text, text)),
        KeepTogether((Paragraph(text), Paragraph(runs))),
    )


def report_of(text: str) -> Report:
    """A record with `text` in every place."""
    return Report(
        title=text,
        subtitle=text,
        running_head=text,
        author=text,
        marks=(text, text),
        watermark=text,
        footer=(Fact(text, text),),
        page_of=text + " {page}/{pages}",
        blocks=every_block(text),
    )


def plain_report(*blocks: Block) -> Report:
    """A short, harmless record around some blocks."""
    return Report("Record", blocks, footer=(Fact("Fingerprint", "0123abcd"),))
