"""The documents that are compared: each under a short key for programs and a short name for people."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from threshold_tool.errors import CannotUse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from threshold_tool.documents.model import ThresholdDocument
    from threshold_tool.evaluation.compiled import CompiledDocument


def areas_of(documents: Sequence[CompiledDocument]) -> dict[str, CompiledDocument]:
    """The documents by key: the id, with the edition where two have the same id.

    Raises CannotUse when there are not two, or when one stands there twice.
    """
    if len(documents) < 2:
        raise CannotUse("Name two documents or more: one alone cannot be compared.")
    prints = Counter(compiled.source.fingerprint for compiled in documents)
    for compiled in documents:
        if prints[compiled.source.fingerprint] > 1:
            document = compiled.source.document
            raise CannotUse(f"`{document.id}`, edition {document.edition}, is named twice. Name each document once.")
    ids = Counter(compiled.source.document.id for compiled in documents)
    areas = {_key(compiled.source.document, ids): compiled for compiled in documents}
    if len(areas) < len(documents):
        raise CannotUse("Two of these documents have the same id and edition. Give one of them another edition.")
    return areas


def area_name(key: str) -> str:
    """A short name for a document, made of its key: "Exampleshire", "Exampleshire 2026.1"."""
    return " ".join(word[:1].upper() + word[1:] for word in key.replace("-", " ").split())


def _key(document: ThresholdDocument, ids: Counter[str]) -> str:
    return document.id if ids[document.id] == 1 else f"{document.id} {document.edition}"
