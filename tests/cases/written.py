"""Cases for tests: the small good one, and what comes of reading one with some of its text replaced."""

from __future__ import annotations

from tests.documents.corpus import GOOD_DOCUMENT, TESTS
from threshold_tool.cases.loader import CaseResult, LoadedCase, read_case
from threshold_tool.cases.model import Case, Vignette
from threshold_tool.documents.loader import require_document
from threshold_tool.evaluation.compiled import CompiledDocument, compile_document

GOOD_CASE = TESTS / "cases" / "good" / "small.yaml"
GOOD = GOOD_CASE.read_text(encoding="utf-8")


def edited(*replacements: tuple[str, str]) -> str:
    """The good case's text with each first part replaced by its second; the first has to be there."""
    text = GOOD
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def read(*replacements: tuple[str, str], kind: type[Case] = Vignette) -> CaseResult:
    """What comes of reading the good case with some of its text replaced."""
    return read_case(edited(*replacements).encode("utf-8"), "case.yaml", kind)


def loaded(*replacements: tuple[str, str]) -> LoadedCase:
    """The same where it has to be in order."""
    result = read(*replacements)
    assert result.loaded is not None, result.problems
    return result.loaded


def document() -> CompiledDocument:
    """The small good document, ready to hold a case against."""
    return compile_document(require_document(GOOD_DOCUMENT))
