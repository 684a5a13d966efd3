"""A case in a file of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cases.written import loaded
from threshold_tool.cases.keeping import keep_case, kept_case
from threshold_tool.cases.model import Case, MadeWith
from threshold_tool.documents.loader import require_document
from threshold_tool.errors import CannotWrite, ProblemsFound
from threshold_tool.paths import documents_folder, shipped_document

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = require_document(shipped_document("exampleshire"))
CASE = Case.model_validate({key: getattr(loaded().case, key) for key in Case.model_fields})


def test_a_kept_case_opens_as_it_was(tmp_path: Path) -> None:
    """Everything is there again, and the document it was made with."""

    keep_case(CASE, SOURCE, tmp_path / "case.yaml")
    opened = kept_case(tmp_path / "case.yaml")

    assert opened.document == MadeWith(
        id="exampleshire", edition=SOURCE.document.edition, fingerprint=SOURCE.fingerprint
    )
    assert opened.model_copy(update={"document": CASE.document}) == CASE


def test_a_vignette_opens_as_a_case() -> None:
    """What a trainer wrote can be thought through; its story and what is expected of it stay out."""

    vignette = next((documents_folder() / "vignettes").glob("*.yaml"))

    assert type(kept_case(vignette)) is Case


def test_a_file_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    """A folder that is not there is named, and nothing else happens."""

    with pytest.raises(CannotWrite, match="does not exist"):
        keep_case(CASE, SOURCE, tmp_path / "gone" / "case.yaml")


def test_a_file_that_is_no_case_is_refused(tmp_path: Path) -> None:
    """What is not a case is refused with its problems."""

    (tmp_path / "no.yaml").write_text("format: threshold-case/1\n", encoding="utf-8", newline="\n")

    with pytest.raises(ProblemsFound):
        kept_case(tmp_path / "no.yaml")
