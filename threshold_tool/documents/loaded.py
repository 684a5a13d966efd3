"""A document as everything else uses it: checked, composed of all its files, and fingerprinted."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from threshold_tool.documents.model import Level, ThresholdDocument
    from threshold_tool.documents.questions import NamedEntry, Question


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """One file that a document consists of; `data` is its exact bytes."""

    role: str
    id: str
    data: bytes


def fingerprint(files: Sequence[DocumentFile]) -> str:
    """SHA-256 in hexadecimal over the exact bytes of the document, its parents and every set it uses.

    File names and folders do not count; what each file is to the document does.
    """
    listed = [[file.role, file.id, hashlib.sha256(file.data).hexdigest()] for file in files]
    return hashlib.sha256(json.dumps(listed, separators=(",", ":")).encode("utf-8")).hexdigest()


@dataclass(frozen=True)
class LoadedDocument:
    """One edition of a document with all its questions, shared ones and its own."""

    document: ThresholdDocument
    questions: Mapping[str, Question]
    domains: tuple[NamedEntry, ...]
    themes: tuple[NamedEntry, ...]
    files: tuple[DocumentFile, ...]

    @cached_property
    def fingerprint(self) -> str:
        """What identifies these exact bytes."""
        return fingerprint(self.files)

    @cached_property
    def level_order(self) -> Mapping[str, int]:
        """The place of each level, 0 for the lowest."""
        return {level.id: order for order, level in enumerate(self.document.levels)}

    def level(self, level_id: str) -> Level:
        """A level by its id."""
        return self.document.levels[self.level_order[level_id]]
