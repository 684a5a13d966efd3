"""What a record says, block by block, apart from how it is drawn.

The content builder makes a `Report`; `pdf.py` and `html.py` draw it. Every text here is plain: a
renderer never reads markup in it, so `<b>` prints as `<b>`. A line break in a text is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

_ANCHOR = re.compile(r"[a-z][a-z0-9-]*")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NO_COLOUR = "#555555"


def _drawn(colour: str) -> str:
    return colour if _COLOUR.fullmatch(colour) else _NO_COLOUR


def _check_anchor(anchor: str) -> None:
    if anchor and not _ANCHOR.fullmatch(anchor):
        raise ValueError(f"An anchor has only a-z, 0-9 and hyphens: {anchor!r}.")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text, perhaps strong (bold) or emphasised (italic)."""

    text: str
    strong: bool = False
    emphasis: bool = False


Text: TypeAlias = str | tuple[Run, ...]


def runs_of(text: Text) -> tuple[Run, ...]:
    """The runs of a text; plain text is one run."""
    return (Run(text),) if isinstance(text, str) else text


def plain(text: Text) -> str:
    """The words of a text without strength or emphasis."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading under the report's title. `anchor` is its address in HTML: a-z, 0-9, hyphens; or empty.

    Raises ValueError when the level is not 1, 2 or 3, or when the anchor has other characters.
    """

    text: str
    level: int = 1
    anchor: str = ""

    def __post_init__(self) -> None:
        """Refuse what a renderer could not draw."""
        if self.level not in (1, 2, 3):
            raise ValueError(f"A heading has level 1, 2 or 3, not {self.level}.")
        _check_anchor(self.anchor)


@dataclass(frozen=True, slots=True)
class Contents:
    """What is where: headings of this report, each by its text and its anchor. Paper gives page numbers, HTML links.

    Raises ValueError for an anchor that no heading can have.
    """

    title: str
    entries: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        """Refuse what HTML could not link to."""
        for _, anchor in self.entries:
            _check_anchor(anchor)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `quiet` sets it smaller, for asides such as citations and how a result came about."""

    text: Text
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must not miss. `urgent` is for immediate danger alone.

    `urgent` has a thick frame and an exclamation mark, `warning` a thick bar and a thin frame, `note` a
    thin bar: each can be told from the others in black and white.
    """

    kind: Literal["urgent", "warning", "note"]
    title: str
    paragraphs: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled value, such as Edition: 2026.1."""

    label: str
    value: Text


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled values, one under another."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list: of points, of numbered steps, or of things to tick with a pen."""

    items: tuple[Text, ...]
    marker: Literal["point", "number", "box"] = "point"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head that repeats on each page. `weights` share out the width; empty means evenly.

    With `row_heads` the first cell of a row names it. Raises ValueError when there is no column, a row is
    not as long as the head, or the weights are not one positive number to a column.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    weights: tuple[float, ...] = ()
    row_heads: bool = True

    def __post_init__(self) -> None:
        """Refuse a ragged table: a missing cell would shift an answer to the wrong question."""
        if not self.head:
            raise ValueError("A table has at least one column.")
        if any(len(row) != len(self.head) for row in self.rows):
            raise ValueError(f"Each row of the table {self.caption!r} has as many cells as its head.")
        if self.weights and (len(self.weights) != len(self.head) or min(self.weights) <= 0):
            raise ValueError(f"The table {self.caption!r} has one positive weight for each column.")

    @property
    def shares(self) -> tuple[float, ...]:
        """Each column's share of the width; they add up to 1."""
        weights = self.weights or (1.0,) * len(self.head)
        return tuple(weight / sum(weights) for weight in weights)


@dataclass(frozen=True, slots=True)
class LevelBadge:
    """A child's level in words: "Child A", "4", "Level 4: child protection", and sentences about it.

    `colour` is the document's "#rrggbb"; it is drawn as a bar beside the words and never says anything alone.
    With an `anchor`, written like that of a heading, the level stands in the outline under the heading before it.
    """

    who: str
    code: str
    name: str
    colour: str = ""
    details: tuple[Text, ...] = ()
    anchor: str = ""

    def __post_init__(self) -> None:
        """Refuse an address that HTML could not hold."""
        _check_anchor(self.anchor)

    @property
    def bar_colour(self) -> str:
        """The colour to draw: the document's own, or grey where that is not of the form "#rrggbb"."""
        return _drawn(self.colour)


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of a grid. `colour` is drawn as a bar over the head; it never says anything alone."""

    head: Text
    colour: str = ""

    @property
    def bar_colour(self) -> str:
        """The colour to draw: the one given, or grey where that is not of the form "#rrggbb"."""
        return _drawn(self.colour)


@dataclass(frozen=True, slots=True)
class GridRow:
    """What a row is about, and for each column its entries, which may be none. Entries stand apart."""

    about: tuple[Text, ...]
    cells: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class GridGroup:
    """Rows under a title of their own."""

    title: str
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows in groups against columns, dense enough to compare. `corner` heads what the rows are about.

    The head repeats on each page, with the title of the group that goes on. `about_weight` is the width of
    the first column against one of the others. Raises ValueError when there is no column, a row has not one
    cell for each, or the weight is not positive.
    """

    corner: str
    columns: tuple[GridColumn, ...]
    groups: tuple[GridGroup, ...]
    about_weight: float = 1.25

    def __post_init__(self) -> None:
        """Refuse a ragged grid: a missing cell would shift an answer to the wrong level."""
        if not self.columns:
            raise ValueError("A grid has at least one column.")
        if any(len(row.cells) != len(self.columns) for group in self.groups for row in group.rows):
            raise ValueError("Each row of a grid has one cell for each column.")
        if self.about_weight <= 0:
            raise ValueError("The first column of a grid has a positive weight.")

    @property
    def shares(self) -> tuple[float, ...]:
        """Each column's share of the width, the first one's too; they add up to 1."""
        whole = self.about_weight + len(self.columns)
        return (self.about_weight / whole, *[1 / whole] * len(self.columns))


@dataclass(frozen=True, slots=True)
class Lines:
    """Ruled space to write in by hand, under a label and perhaps a hint. `count` is the number of lines."""

    label: str
    count: int = 4
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """For each person (such as "Named manager") a place for every field, in ink."""

    people: tuple[str, ...]
    fields: tuple[str, ...] = ("Name", "Signature", "Date and time")


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts a new page."""


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stay on one page when they fit on one."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Landscape:
    """Blocks on pages turned on their side, for what is too wide for an upright one.

    They begin a page, and so does what follows. This stands in a report itself, never inside another block.
    """

    blocks: tuple[Block, ...]


Block: TypeAlias = (
    Heading
    | Contents
    | Paragraph
    | Notice
    | Facts
    | Bullets
    | Table
    | LevelBadge
    | Grid
    | Lines
    | Signatures
    | PageBreak
    | KeepTogether
    | Landscape
)


@dataclass(frozen=True, slots=True)
class Report:
    """A whole record. The title stands on the first page, the running head on the later ones.

    `marks` are printed under the title and at the head of every page ("TRAINING: fictional document").
    `watermark` is one or two words laid faintly across every page, or None. `footer` stands on every page:
    edition, fingerprint, engine version. `page_of` words the page number; it holds {page} and {pages}.
    """

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    running_head: str = ""
    author: str = ""
    language: str = "en-GB"
    marks: tuple[str, ...] = ()
    watermark: str | None = None
    footer: tuple[Fact, ...] = ()
    page_of: str = "Page {page} of {pages}"
