"""What every print takes from its document in the same way: marks, watermark, footer, what is where, escalation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import threshold_tool
from threshold_tool.reports.blocks import Fact, Heading, Landscape, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from threshold_tool.documents.loaded import LoadedDocument
    from threshold_tool.documents.model import ThresholdDocument
    from threshold_tool.reports.blocks import Block

_STATUS_MARKS = {
    "fictional": ("TRAINING: a fictional document, not for a real child", "TRAINING"),
    "draft": ("DRAFT: this document has not been approved", "DRAFT"),
    "withdrawn": ("WITHDRAWN: this document is no longer in force", "WITHDRAWN"),
}


def status_marks(document: ThresholdDocument) -> tuple[str, ...]:
    """What every page says of a document that is not in force; nothing for one that is."""
    return _STATUS_MARKS[document.status][:1] if document.status in _STATUS_MARKS else ()


def watermark(document: ThresholdDocument) -> str | None:
    """The word across every page of a document that is not in force."""
    return _STATUS_MARKS[document.status][1] if document.status in _STATUS_MARKS else None


def footer(source: LoadedDocument) -> tuple[Fact, ...]:
    """What identifies a print on each of its pages: the document's exact bytes, its edition, the tool's version."""
    document = source.document
    return (
        Fact("Document fingerprint", source.fingerprint),
        Fact("Document", f"{document.title}, edition {document.edition}"),
        Fact("Threshold Tool", threshold_tool.__version__),
    )


def escalation_table(document: ThresholdDocument) -> Table:
    """The stages for professional disagreement, in order."""
    contacts = {contact.id: contact.name for contact in document.contacts}
    rows = tuple(
        (
            f"Stage {number}",
            f"{stage.who}{' (skip this stage if a child is in danger)' if stage.skip_when_danger else ''}",
            f"Within {stage.within}" if stage.within else "",
            contacts[stage.contact] if stage.contact else "",
        )
        for number, stage in enumerate(document.escalation, start=1)
    )
    return Table("Stages of professional disagreement", ("Stage", "Who", "When", "Contact"), rows, (1, 4, 2, 3))


def addresses(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """The headings that have an address, those on landscape pages too."""
    for block in blocks:
        if isinstance(block, Landscape):
            yield from addresses(block.blocks)
        elif isinstance(block, Heading) and block.anchor:
            yield block.text, block.anchor
