"""A case as the text of a case file: it reads back as the same case."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from tests.cases.generated import ANY_WORDS, cases
from tests.cases.written import loaded
from threshold_tool.cases.loader import read_case
from threshold_tool.cases.model import Case, CaseChild, Vignette
from threshold_tool.cases.writer import case_bytes
from threshold_tool.documents.source import CASE_LIMITS
from threshold_tool.errors import CannotWrite


def a_case(**more: object) -> Case:
    """A small case, with what is to be written of it."""
    children = (CaseChild(ref="A"),)
    return Case(format="threshold-case/1", on=date(2026, 11, 16), children=children).model_copy(update=more)


# A whole case takes many draws, which a busy machine makes slow; what is drawn stays small.
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(case=cases())
def test_it_reads_back_as_it_was(case: Case) -> None:
    """Every key of the format survives, words such as `no`, `null` and `1e3` included."""

    read = read_case(case_bytes(case), "case").loaded

    assert read is not None
    assert read.case == case


@given(words=ANY_WORDS)
def test_any_words_read_back_as_they_were(words: str) -> None:
    """Whatever a person types is there again, marks that mean something in YAML included."""

    read = read_case(case_bytes(a_case(worry=words)), "case").loaded

    assert read is not None
    assert read.case.worry == words


def test_every_key_of_the_good_case_is_written() -> None:
    """The good case, which uses every key there is, reads back as it was."""

    case = loaded().case
    read = read_case(case_bytes(case), "case", Vignette).loaded

    assert read is not None
    assert read.case == case


def test_a_vignette_keeps_its_story() -> None:
    """What makes a case a vignette is written too."""

    case = Vignette(
        format="threshold-case/1", on=date(2026, 11, 16), children=(CaseChild(ref="A"),), learning=("Ask the child",)
    )
    read = read_case(case_bytes(case), "case", Vignette).loaded

    assert read is not None
    assert read.case == case


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [("one\r\ntwo\rthree", "one\ntwo\nthree"), ("one\u2028two", "one\ntwo"), ("a\x07b\u202ec", "a\ufffdb\ufffdc")],
)
def test_pasted_characters_lose_no_words(pasted: str, kept: str) -> None:
    """Text with characters that no case may hold is kept without them."""

    read = read_case(case_bytes(a_case(worry=pasted)), "case").loaded

    assert read is not None
    assert read.case.worry == kept


def test_a_text_that_is_too_long_is_refused_in_words() -> None:
    """What could never be opened again is not written; the message says what is wrong."""

    with pytest.raises(CannotWrite, match=r"cannot be kept in a file\. .*characters"):
        case_bytes(a_case(worry="a" * (CASE_LIMITS.scalar + 1)))
