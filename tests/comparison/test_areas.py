"""Keys and names of the documents that are compared, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.comparison.samples import area
from threshold_tool.comparison.areas import area_name, areas_of
from threshold_tool.documents.loaded import DocumentFile
from threshold_tool.errors import CannotUse
from threshold_tool.evaluation.compiled import CompiledDocument, compile_document


def edition(name: str, edition_: str) -> CompiledDocument:
    """A sample area in another edition, with bytes of its own."""
    source = area(name).source
    changed = source.document.model_copy(update={"edition": edition_})
    files = (*source.files, DocumentFile("set", edition_, b""))
    return compile_document(replace(source, document=changed, files=files))


def test_a_document_is_named_by_its_id() -> None:
    """The key of a document is its id, in the order given."""
    assert list(areas_of([area("neighbour"), area("small")])) == ["neighbour", "small"]


def test_editions_are_told_apart() -> None:
    """Two editions of one document have the edition in their keys; a third area does not."""
    assert list(areas_of([area("small"), edition("small", "2"), area("neighbour")])) == [
        "small 1",
        "small 2",
        "neighbour",
    ]


@pytest.mark.parametrize("count", [0, 1])
def test_one_document_cannot_be_compared(count: int) -> None:
    """Fewer than two documents are refused."""
    with pytest.raises(CannotUse, match="two documents or more"):
        areas_of([area("small")] * count)


def test_the_same_document_twice_is_refused() -> None:
    """A document that stands there twice is named in the refusal."""
    with pytest.raises(CannotUse, match="`small`, edition 1, is named twice"):
        areas_of([area("small"), area("neighbour"), area("small")])


def test_two_documents_of_one_id_and_edition_are_refused() -> None:
    """Documents that differ and call themselves the same cannot be told apart in a result."""
    with pytest.raises(CannotUse, match="same id and edition"):
        areas_of([area("small"), edition("small", "1")])


@pytest.mark.parametrize(
    ("key", "name"), [("exampleshire", "Exampleshire"), ("old-town 2026.1", "Old Town 2026.1"), ("x", "X")]
)
def test_a_name_is_made_of_the_key(key: str, name: str) -> None:
    """People read capitals and spaces; an edition stays as it is."""
    assert area_name(key) == name
