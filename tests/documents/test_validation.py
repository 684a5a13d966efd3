from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.test_corpus import NOT_OUR_WORDS
from tests.documents.written import GOOD, good_values
from threshold_tool.documents.model import ThresholdDocument
from threshold_tool.documents.questions import QuestionSet
from threshold_tool.documents.source import SourceMap, read_source
from threshold_tool.documents.validation import validate
from threshold_tool.problems import Location

if TYPE_CHECKING:
    from threshold_tool.problems import Problem

SHAPES: list[Any] = ["", "some words", "é" * 300, [], ["x"], [["x"]], {}, {"a": "b"}, None, [None], {"all": {}}, "-1"]


def problems_of(text: str) -> list[Problem]:
    source = read_source(text.encode("utf-8"), "a.yaml")
    assert source.problems == ()
    return validate(ThresholdDocument, source.values, source.places)[1]


def places_in(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every path of a value, outermost first."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, part in inner for found in places_in(part, (*path, key)))]


def map_of(value: Any, line: int = 1) -> SourceMap:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    children = {key: map_of(part, line + at) for at, (key, part) in enumerate(inner, 1)}
    return SourceMap(Location("a.yaml", line, 1), Location("a.yaml", line, 1), children)


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(copy[path[0]], path[1:], new)
    return copy


WHOLE = good_values()
PLACES = places_in(WHOLE)


def test_a_good_document_has_no_problems() -> None:
    """What is right is said to be right."""

    assert problems_of(GOOD) == []


def test_empty_values_and_other_problems_come_together() -> None:
    """A half-written line does not hide what is wrong elsewhere."""

    found = problems_of(GOOD.replace("status: fictional", "status:").replace("2026-09-01", "soon"))

    assert [(p.code, p.location.line) for p in found] == [("no-value", 6), ("bad-date", 7)]


def test_keys_are_listed_where_they_are_few() -> None:
    """What can stand in a place is listed, but not the thirty keys of a whole document."""

    found = problems_of(GOOD.replace('cite: "p.1"', "page: 1") + "zzz: 1\n")

    assert [p.hint for p in found] == [
        "What can stand here: `cite`, `immediate`, `level`, `require`.",
        "Check its spelling and its indentation, or take it out.",
    ]


def test_an_empty_value_is_never_taken_for_left_out() -> None:
    """An optional key with nothing behind it is a problem, not the same as no key."""

    document, found = validate(ThresholdDocument, {**good_values(), "owner": None}, map_of(good_values()))

    assert document is None
    assert [problem.code for problem in found] == ["no-value"]


def test_a_name_for_what_lacks_a_key() -> None:
    """What lacks a key is named by its kind and id; without an id by its number."""

    text = GOOD.replace("    because: A baby cannot wait for a meal\n", "").replace(
        "{id: home, name: Life", "{name: Life"
    )

    assert [p.message for p in problems_of(text)] == [
        "Entry 1 of `themes` has no `id`.",
        "The rule `baby-without-meals` has no `because`.",
    ]


def test_ids_that_are_called_like_conditions() -> None:
    """Questions and answers may be called `all` or `answer`: places stay right."""

    value = {**good_values(), "placements": {"all": {"all": {"levle": "x"}}, "answer": {"answer": {"level": []}}}}
    found = validate(ThresholdDocument, value, map_of(value))[1]
    where = {p.message for p in found}

    assert "The placement `all=all` needs a `level`, a `require` or both." not in where
    assert {p.code for p in found} == {"unknown-key", "wrong-shape"}
    assert any("`levle`" in message for message in where)


def test_python_names_are_no_keys() -> None:
    """Only the format's own names are read: `from_` is not `from`."""

    found = problems_of(GOOD.replace("from: 0, to", "from_: 0, to"))

    assert [p.code for p in found] == ["missing-key", "unknown-key"]


def test_one_problem_for_a_file_of_another_format() -> None:
    """A file of another kind is told so once, and not key by key."""

    found = problems_of(GOOD.replace("threshold-document/1", "question-set/1"))

    assert [p.message for p in found] == ["This file is a question set, where a document is needed."]


def test_what_was_told_is_not_told_again() -> None:
    """A place where the reader refused something is passed over."""

    source = read_source(GOOD.replace('edition: "1"', "edition: *one").encode(), "a.yaml")

    assert [p.code for p in source.problems] == ["alias"]
    assert validate(ThresholdDocument, source.values, source.places, told=source.problems)[1] == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_another_shape_anywhere_is_told_in_plain_words(data: st.DataObject) -> None:
    """Any value of a good document replaced by another: no crash, and sentences that hold no word of ours."""

    path = data.draw(st.sampled_from(PLACES))
    broken = replaced(WHOLE, path, data.draw(st.sampled_from(SHAPES)))
    document, found = validate(ThresholdDocument, broken, map_of(broken))

    assert (document is None) == bool(found)
    for problem in found:
        assert problem.location.line is not None
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", problem.code)
        for sentence in filter(None, (problem.message, problem.hint)):
            assert re.match(r"[A-Z0-9`].*[.?]$", sentence)
            assert not NOT_OUR_WORDS.search(re.sub(r"`[^`]*`", "", sentence))
            assert len(sentence) < 300


@pytest.mark.parametrize("value", SHAPES)
def test_any_shape_of_a_question_set(value: Any) -> None:
    """A file of whatever shape gives problems and not an error of ours."""

    assert validate(QuestionSet, value, map_of(value))[1]
