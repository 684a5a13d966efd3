"""Keeping a case in a file that a person chose, and opening it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.cases.loader import require_case
from threshold_tool.cases.model import Case, MadeWith, Vignette
from threshold_tool.cases.writer import case_bytes
from threshold_tool.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from threshold_tool.documents.loaded import LoadedDocument


def keep_case(case: Case, source: LoadedDocument, path: Path) -> None:
    """Writes a case with the document it was made with, over what is there; the file is not sealed.

    Raises CannotWrite; the old file then stays.
    """
    document = source.document
    made_with = MadeWith(id=document.id, edition=document.edition, fingerprint=source.fingerprint)
    write_atomically(path, case_bytes(case.model_copy(update={"document": made_with})))


def kept_case(path: Path) -> Case:
    """The case of a file. Of a vignette it is the case alone, without its story.

    Raises CannotRead when the file cannot be read, and ProblemsFound when it holds no case that can be used.
    """
    case = require_case(path, Vignette).case
    return Case.model_construct(**{key: getattr(case, key) for key in Case.model_fields})
