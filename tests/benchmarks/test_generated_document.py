"""The generated document is one that the tool accepts, and the same for the same seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.generated_document import generated_document
from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import read_case
from threshold_tool.documents.loader import load_document
from threshold_tool.evaluation.compiled import compile_document

if TYPE_CHECKING:
    from pathlib import Path


def _file(folder: Path, text: str) -> Path:
    file = folder / "generated.yaml"
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


@pytest.mark.parametrize("seed", [2026, 1, 2, 3])
def test_loader_accepts_it(seed: int, tmp_path: Path) -> None:
    """The strict loader finds no problem in a document of any seed."""
    result = load_document(_file(tmp_path, generated_document(80, seed).text))
    assert result.problems == ()
    assert result.document is not None


def test_default_document_has_the_promised_shape(tmp_path: Path) -> None:
    """By default it has 400 questions, 10 of them strengths and about half asked after another, and 60 rules."""
    loaded = load_document(_file(tmp_path, generated_document().text)).document
    assert loaded is not None
    questions = loaded.questions.values()
    assert (len(questions), sum(q.is_strength for q in questions), len(loaded.document.rules)) == (400, 10, 60)
    assert 0.4 < sum(q.ask_when is not None for q in questions) / len(questions) < 0.6


def test_same_seed_gives_the_same_text() -> None:
    """A measurement can be repeated: the seed alone decides the document and its cases."""
    first, again, other = generated_document(40, 7), generated_document(40, 7), generated_document(40, 8)
    assert (first.text, first.case(0.5, 3)) == (again.text, again.case(0.5, 3))
    assert first.text != other.text
    assert first.case(0.5, 3) != first.case(0.5, 4)


@pytest.mark.parametrize("answered", [0.0, 0.5, 1.0])
def test_cases_fit_the_document(answered: float, tmp_path: Path) -> None:
    """Every answer of a generated case is one that the document offers."""
    generated = generated_document(80)
    loaded = load_document(_file(tmp_path, generated.text)).document
    case = read_case(generated.case(answered, seed=5).encode("utf-8"), "case.yaml").loaded
    assert loaded is not None
    assert case is not None
    fitted = require_fit(compile_document(loaded), case)
    answers = fitted.children[0].answers.values()
    known = sum(answer.grade is not None for answer in answers) / 80
    assert abs(known - answered) < 0.2


def test_fewer_than_forty_questions_are_refused() -> None:
    """Rules could not be varied with fewer, and the generator says so."""
    with pytest.raises(ValueError, match="40 questions"):
        generated_document(39)
