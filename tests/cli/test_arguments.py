"""Days and documents as people type them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threshold_tool.cli.arguments import day, document_path
from threshold_tool.errors import CannotRead, CannotUse
from threshold_tool.paths import documents_folder

if TYPE_CHECKING:
    from pathlib import Path


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_read_in_both_orders(on: date) -> None:
    """The year first with hyphens, or the day first with strokes."""

    assert day(on.isoformat()) == on
    assert day(f"{on.day}/{on.month}/{on.year}") == on


@pytest.mark.parametrize(
    "text", ["", "tomorrow", "2026-13-01", "31/2/2026", "2026-1-1", "20260101", "\u0662\u0660\u0662\u0666-01-01"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    """Anything else is refused with a sentence."""

    with pytest.raises(CannotUse):
        day(text)


def test_a_file_goes_before_a_supplied_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is named like a supplied document is what was meant."""

    monkeypatch.chdir(tmp_path)
    (tmp_path / "exampleshire").write_text("mine", encoding="utf-8", newline="\n")

    assert document_path("exampleshire").read_text(encoding="utf-8") == "mine"


def test_an_id_names_a_supplied_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An id is found wherever one stands, a folder of that name notwithstanding."""

    monkeypatch.chdir(tmp_path)
    (tmp_path / "exampleshire").mkdir()

    assert document_path("exampleshire") == documents_folder() / "exampleshire.yaml"


def test_an_id_in_capitals_is_told_the_right_one() -> None:
    """A document's name as people write it is answered with its id."""

    with pytest.raises(CannotRead, match="Did you mean `exampleshire`"):
        document_path("Exampleshire")


def test_an_id_that_is_not_supplied_is_refused() -> None:
    """Another word is neither a file nor an id, and those supplied are named."""

    with pytest.raises(CannotRead, match="exampleshire"):
        document_path("zzz")
