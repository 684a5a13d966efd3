from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.documents.codes import ROOT, codes_in, codes_in_sources
from tests.documents.corpus import corpus, expected_file
from threshold_tool.documents.source import Limits, read_source
from threshold_tool.proofs.dead import DEAD_PLACEMENT, DEAD_RULE
from threshold_tool.proofs.idle import IDLE_QUESTION
from threshold_tool.proofs.reachability import IMPOSSIBLE_RULE, UNREACHABLE_LEVEL, UNREACHABLE_QUESTION

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = corpus()
PROOFS = {DEAD_PLACEMENT, DEAD_RULE, IDLE_QUESTION, IMPOSSIBLE_RULE, UNREACHABLE_LEVEL, UNREACHABLE_QUESTION}
LIMITS = Limits(bytes=100, depth=5, nodes=10, scalar=20)
TOO_LARGE_TO_KEEP = {
    "too-large": b"a: " + b"b" * 100,
    "too-many-nodes": b"[a, b, c, d, e, f, g, h, i, j, k]",
    "text-too-long": b"a: bcdefghijklmnopqrstuvwxyz",
    "too-many-problems": b"[" + b"*a, " * 300 + b"]",
}
NOT_OUR_WORDS = re.compile(
    r"Input should|pydantic|validat|\bNone\b|\bstr\b|\btuple\b|\bdict\b|\blist\[|\bint\b|\bTrue\b|\bFalse\b|"
    r"[Pp]lease|[Ii]nvalid|error occurred|function-|\{|\}(?!`)"
)


def codes_of(problems: str) -> set[str]:
    return set(re.findall(r"(?:error|warning) ([a-z0-9-]+): ", problems))


@pytest.mark.parametrize(("path", "problems"), CORPUS, ids=[path.stem for path, _ in CORPUS])
def test_broken_file(path: Path, problems: str) -> None:
    """A broken file has exactly the problems that are kept beside it, each at its place."""

    assert problems == expected_file(path).read_text(encoding="utf-8")


@pytest.mark.parametrize(("path", "problems"), CORPUS, ids=[path.stem for path, _ in CORPUS])
def test_every_file_of_the_corpus_has_a_problem(path: Path, problems: str) -> None:
    """No file stays in the corpus after what was wrong with it has become right."""

    assert problems


def test_no_problems_are_kept_for_a_file_that_is_gone() -> None:
    """Each `.problems` file has its broken file beside it."""

    folders = {expected_file(path).parent for path, _ in CORPUS}
    kept = {path for folder in folders for path in folder.glob("*.problems")}

    assert kept == {expected_file(path) for path, _ in CORPUS}


@pytest.mark.parametrize("code", TOO_LARGE_TO_KEEP)
def test_a_limit_of_size_is_reported(code: str) -> None:
    """Limits of size are shown with small limits and not with large files."""

    limits = LIMITS if code != "too-many-problems" else Limits(bytes=10_000, depth=5, nodes=10_000, scalar=20)

    assert code in [problem.code for problem in read_source(TOO_LARGE_TO_KEEP[code], "a.yaml", limits).problems]


def test_every_code_has_a_file_that_shows_it() -> None:
    """Every code in the sources of documents and cases is in the corpus, but for limits of size."""

    shown = {code for _, problems in CORPUS for code in codes_of(problems)}

    assert shown | set(TOO_LARGE_TO_KEEP) == codes_in_sources()


def test_every_code_is_explained() -> None:
    """The table of codes has every code in the sources and of the proofs once, and no other."""

    table = (ROOT / "docs" / "problem-codes.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| `([a-z0-9-]+)` \| [A-Z`].*\. \|$", table, flags=re.MULTILINE)

    assert sorted(explained) == sorted(codes_in_sources() | PROOFS)


def test_codes_are_found_in_a_source() -> None:
    """A code is found wherever one can stand: first, third, by name, chosen between two, by kind."""

    source = (
        "Problem('one', x)\nself._report('two' if a else 'three', m)\nfailure.here(m, h, 'four')\n"
        "said._replace(code='five')\nProblem(f'unknown-{kind}', m)\nclass A:\n    code: str = 'six'\nother('seven')\n"
    )

    assert codes_in(source) >= {"one", "two", "three", "four", "five", "six", "unknown-level", "unknown-band"}
    assert "seven" not in codes_in(source)


def lines() -> list[str]:
    return sorted({line.split(": ", 1)[1] for _, problems in CORPUS for line in problems.splitlines()})


@pytest.mark.parametrize("words", lines())
def test_words_are_plain_sentences(words: str) -> None:
    """Message and hint begin with a capital, a figure or a quotation, end with a stop, and hold no word of ours."""

    message, _, hint = words.partition(" | ")

    for sentence in filter(None, (message, hint)):
        assert re.match(r"[A-Z0-9`]", sentence)
        assert re.search(r"[.?]$", sentence)
        assert not NOT_OUR_WORDS.search(re.sub(r"`[^`]*`", "", sentence))
        assert len(sentence) <= 230
