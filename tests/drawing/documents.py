"""Documents to draw: the small good one, edited perhaps, and those that are shipped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tests.documents.corpus import GOOD_DOCUMENT
from tests.documents.written import load
from threshold_tool.documents.loader import require_document
from threshold_tool.evaluation.compiled import CompiledDocument, compile_document
from threshold_tool.paths import documents_folder

if TYPE_CHECKING:
    from pathlib import Path

    from threshold_tool.drawing.model import Drawing, Edge, Node

AREAS = ("eastmere", "exampleshire", "northfold", "saltmarsh")


@cache
def shipped(area: str) -> CompiledDocument:
    """A document that is shipped."""
    return compile_document(require_document(documents_folder() / f"{area}.yaml"))


@cache
def small() -> CompiledDocument:
    """The small good document."""
    return compile_document(require_document(GOOD_DOCUMENT))


def edited(folder: Path, *replacements: tuple[str, str]) -> CompiledDocument:
    """The small good document with some of its text replaced."""
    result = load(folder, *replacements)
    assert result.document is not None, result.problems
    return compile_document(result.document)


def node(drawing: Drawing, node_id: str) -> Node:
    """The box of this id; there is one."""
    [found] = [each for each in drawing.nodes() if each.id == node_id]
    return found


def edges(drawing: Drawing, kind: str) -> list[Edge]:
    """The edges of one kind, in order."""
    return [edge for edge in drawing.edges if edge.kind == kind]
