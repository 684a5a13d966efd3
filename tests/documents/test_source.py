from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from threshold_tool.documents.source import (
    CASE_LIMITS,
    DOCUMENT_LIMITS,
    Limits,
    Source,
    SourceMap,
    read_source,
)
from threshold_tool.problems import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

GOOD = """\
# A small document
format: threshold-document/1
title: "Levels of need: Łukasz's area"
levels:
  - id: universal
    examples: [no, 12:30, 1e3]
    legal_basis: []
  - {id: early-help, meaning: 'It''s time'}
text: |
  First line
  second line
folded: >-
  one
  two
nothing:
note: goes on
  here
"""


@pytest.fixture(scope="module", params=["with C library", "without C library"], autouse=True)
def _parser(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "without C library":
            patch.delattr(yaml, "CSafeLoader")
        yield


def read(text: str | bytes, limits: Limits = DOCUMENT_LIMITS) -> Source:
    return read_source(text if isinstance(text, bytes) else text.encode(), "a.yaml", limits)


def found(source: Source) -> list[tuple[str, int | None, int | None]]:
    return [(p.code, p.location.line, p.location.column) for p in source.problems]


def codes(source: Source) -> list[str]:
    return [p.code for p in source.problems]


# Values


def test_a_good_document_becomes_plain_values() -> None:
    """Every kind of scalar becomes the text it stands for, and nothing is reported."""

    source = read(GOOD)

    assert source.problems == ()
    assert source.values == {
        "format": "threshold-document/1",
        "title": "Levels of need: Łukasz's area",
        "levels": [
            {"id": "universal", "examples": ["no", "12:30", "1e3"], "legal_basis": []},
            {"id": "early-help", "meaning": "It's time"},
        ],
        "text": "First line\nsecond line\n",
        "folded": "one two",
        "nothing": None,
        "note": "goes on here",
    }


WORDS = ("no", "yes", "on", "off", "NO", "y", "true", "~", "null", "Null", "=")
NUMBERS = ("12:30", "22:30:15", "1e3", "012", "1.10", "0x1F", "1_000", ".inf", "2024-13-45")


@pytest.mark.parametrize("typed", WORDS + NUMBERS)
def test_what_was_typed_stays_text(typed: str) -> None:
    """Words that YAML would turn into numbers, dates or truth values stay as typed, also as keys."""

    assert read(f"a: {typed}\n{typed}: b\n").values == {"a": typed, typed: "b"}


def test_only_an_empty_place_without_quotes_is_none() -> None:
    """Nothing after a colon or dash is None; empty quotes are empty text."""

    values = read("a:\nb: \"\"\nc: ''\nd: [x, '']\ne:\n  -\n").values

    assert values == {"a": None, "b": "", "c": "", "d": ["x", ""], "e": [None]}


def test_a_quoted_merge_mark_is_an_ordinary_key() -> None:
    """Only a plain `<<` merges; in quotes it is text."""

    assert read('"<<": a\n').values == {"<<": "a"}


def test_a_byte_order_mark_does_not_move_places() -> None:
    """A UTF-8 byte order mark is accepted and counts as no column."""

    source = read(b"\xef\xbb\xbf" + b"key: text\n")

    assert (source.values, source.problems) == ({"key": "text"}, ())
    assert source.places.nearest_key(["key"]) == Location("a.yaml", 1, 1)
    assert source.places.nearest(["key"]) == Location("a.yaml", 1, 6)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_once(line_end: str) -> None:
    """Unix, Windows and old Mac line ends give the same values and places."""

    source = read(GOOD.replace("\n", line_end))
    expected = read(GOOD)

    assert source == expected


# Places


def test_the_place_of_what_is_not_there_is_the_nearest_ancestor() -> None:
    """A missing key has the place of what should hold it."""

    places = read("a:\n  - b: c\n").places

    assert places.nearest(["a", 0, "missing", "deeper"]) == places.nearest(["a", 0]) == Location("a.yaml", 2, 5)
    assert places.nearest_key(["a", 5]) == Location("a.yaml", 1, 1)
    assert places.nearest_key(["a", 0, "b"]) == Location("a.yaml", 2, 5)
    assert places.nearest_key(["a", 0]) == Location("a.yaml", 2, 5)
    assert places.nearest([]) == Location("a.yaml", 1, 1)


def test_columns_count_characters() -> None:
    """A letter outside ASCII, even one of four bytes, is one column."""

    assert read("'Łé😀': x\n").places.nearest(["Łé😀"]) == Location("a.yaml", 1, 8)


PLAIN = st.text("abcŁé😀", min_size=1, max_size=6)
QUOTED = st.text("ab 'Łé😀#:-[]{}&*!|>%@`?,", max_size=12)
LEAVES = st.none() | PLAIN.map(lambda word: ("plain", word)) | QUOTED.map(lambda text: ("quoted", text))
TREES = st.dictionaries(
    PLAIN,
    st.recursive(
        LEAVES,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN, inner, max_size=3),
        max_leaves=12,
    ),
    min_size=1,
    max_size=4,
)


class Written:
    """A tree as YAML text, with the index of every value and key noted as they were written."""

    def __init__(self, tree: dict[str, Any], flow: bool) -> None:
        self.text = ""
        self.values: dict[tuple[str | int, ...], int] = {}
        self.keys: dict[tuple[str | int, ...], int] = {}
        self.flow = flow
        self.plain = self.block(tree, 0, ())

    def write(self, text: str) -> None:
        self.text += text

    def leaf(self, leaf: Any, path: tuple[str | int, ...]) -> str | None:
        kind, text = leaf
        self.values[path] = len(self.text)
        self.write(text if kind == "plain" else '"' + text + '"')
        return str(text)

    def block(self, tree: Any, indent: int, path: tuple[str | int, ...]) -> Any:
        if not isinstance(tree, list | dict) or not tree or (self.flow and path):
            return self.inline(tree, path)
        result: Any = [] if isinstance(tree, list) else {}
        for step, inner in list(enumerate(tree)) if isinstance(tree, list) else list(tree.items()):
            self.write("  # remark: [\n" if len(self.text) % 3 == 0 else "\n")
            self.write(" " * indent)
            self.values.setdefault(path, len(self.text))
            here = (*path, step)
            if isinstance(tree, dict):
                self.keys[here] = len(self.text)
            self.write("-" if isinstance(tree, list) else f"{step}:")
            value = self.block(inner, indent + 2, here)
            if isinstance(tree, list):
                result.append(value)
            else:
                result[step] = value
        return result

    def inline(self, tree: Any, path: tuple[str | int, ...]) -> Any:
        if tree is None:
            return None
        self.write(" ")
        if isinstance(tree, tuple):
            return self.leaf(tree, path)
        self.values[path] = len(self.text)
        if isinstance(tree, list):
            return self.inline_list(tree, path)
        return self.inline_mapping(tree, path)

    def inline_list(self, items: list[Any], path: tuple[str | int, ...]) -> list[Any]:
        self.write("[")
        result = []
        for index, item in enumerate(items):
            result.append(self.inline(item or ("quoted", ""), (*path, index)))
            self.write(",\n " if self.flow and index == 1 else ",")
        self.write("]")
        return result

    def inline_mapping(self, entries: dict[str, Any], path: tuple[str | int, ...]) -> dict[str, Any]:
        self.write("{")
        result = {}
        for key, item in entries.items():
            self.keys[(*path, key)] = len(self.text)
            self.write(f"{key}: " if item is None else f"{key}:")
            result[key] = self.inline(item, (*path, key))
            self.write(", ")
        self.write("}")
        return result

    def place(self, index: int) -> Location:
        before = self.text[:index].split("\n")
        return Location("a.yaml", len(before), len(before[-1]) + 1)


@given(TREES, st.booleans(), st.sampled_from(["\n", "\r\n", "\r"]))
def test_values_and_places_are_exactly_those_written(tree: dict[str, Any], flow: bool, line_end: str) -> None:
    """Whatever is written, its values come back and each value and key is found where it was written."""

    written = Written(tree, flow)
    source = read((written.text + "\n").replace("\n", line_end), CASE_LIMITS)

    assert source.problems == ()
    assert source.values == written.plain
    for path, index in written.values.items():
        assert source.places.nearest(path) == written.place(index)
    for path, index in written.keys.items():
        assert source.places.nearest_key(path) == written.place(index)


def branches(places: SourceMap, value: Any) -> Iterator[tuple[SourceMap, Any]]:
    yield places, value
    for step, inner in places.children.items():
        yield from branches(inner, value[step])


@given(
    st.recursive(
        st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1),
        lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(PLAIN, inner, min_size=1, max_size=4),
        max_leaves=15,
    ),
    st.sampled_from([None, True, False]),
    st.sampled_from([20, 80, 4096]),
)
def test_another_writers_yaml_is_read_with_exact_places(tree: Any, flow: bool | None, width: int) -> None:
    """What PyYAML writes comes back unchanged, and each text starts where its place says."""

    text = yaml.safe_dump(tree, default_flow_style=flow, width=width, allow_unicode=True)
    lines = text.split("\n")
    source = read(text)

    assert (source.values, source.problems) == (tree, ())
    for places, value in branches(source.places, source.values):
        if isinstance(value, str):
            assert places.location.line is not None
            assert places.location.column is not None
            rest = lines[places.location.line - 1][places.location.column - 1 :]
            assert rest.startswith(("'", '"', "? ", value.split(" ")[0]))


# Problems that let the reading go on


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", ("duplicate-key", 3, 1)),
        ("a: {b: 1, b: 2}\n", ("duplicate-key", 1, 11)),
        ("a: 1\n'a': 2\n", ("duplicate-key", 2, 1)),
        ("a: &x 1\n", ("anchor", 1, 4)),
        ("a: &x {b: c}\n", ("anchor", 1, 4)),
        ("&x a: b\n", ("anchor", 1, 1)),
        ("a: *x\n", ("alias", 1, 4)),
        ("*x : a\nb: c\n", ("alias", 1, 1)),
        ("a: !important b\n", ("tag", 1, 4)),
        ("a: ! b\n", ("tag", 1, 4)),
        ("a: !!str b\n", ("tag", 1, 4)),
        ("a: !!python/object/apply:os.system [x]\n", ("tag", 1, 4)),
        ("a: !include ../../secret\n", ("tag", 1, 4)),
        ("a: !<tag:example.org,2000:x> b\n", ("tag", 1, 4)),
        ("b: 1\n<<: {c: d}\n", ("merge-key", 2, 1)),
        ("[a, b]: c\n", ("key-not-text", 1, 1)),
        ("? {a: b}\n: c\n", ("key-not-text", 1, 3)),
        ("a: b\n?\n: c\n", ("key-not-text", 2, 2)),
        ("a: x\0y\n", ("forbidden-character", 1, 5)),
        ("a: b # \u202e\n", ("forbidden-character", 1, 8)),
        ("\u2066a: b\n", ("forbidden-character", 1, 1)),
        ("a: b\u2028c\n", ("forbidden-character", 1, 5)),
        ("a: b\x85c\n", ("forbidden-character", 1, 5)),
        ("a: \uf0b7 bullet\n", ("forbidden-character", 1, 4)),
        ("a: \uffff\n", ("forbidden-character", 1, 4)),
        ("a: \U0001fffe\n", ("forbidden-character", 1, 4)),
        ("a: b\ufeff\n", ("forbidden-character", 1, 5)),
        ("a: \x1b[31m\n", ("forbidden-character", 1, 4)),
        ('a: "b\\u202e"\n', ("forbidden-character", 1, 6)),
        ('a: "\\\\u202e \\x00"\n', ("forbidden-character", 1, 13)),
        ('a: "one\n  two \\L"\n', ("forbidden-character", 2, 7)),
        ('a: "\\r"\n', ("forbidden-character", 1, 5)),
        ('"\\0": b\n', ("forbidden-character", 1, 2)),
        ("%YAML 1.1\n---\na: b\n", ("directive", 1, 1)),
        ("# x\n%TAG ! tag:x,2000:\n---\na: b\n", ("directive", 2, 1)),
    ],
)
def test_a_problem_is_found_at_its_place(text: str, expected: tuple[str, int, int]) -> None:
    """Each thing a file may not hold is reported once, with its line and column, and reading goes on."""

    source = read(text)

    assert found(source) == [expected]
    assert source.values is not None
    assert all(p.severity is Severity.ERROR and p.message and p.hint for p in source.problems)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a:\tb\n", 1, 3),
        ("a: b\t# why\n", 1, 5),
        ("a: [b,\tc,\td]\n", 1, 7),
        ("a: b\n\t\nc: d\n", 2, 1),
        ("a: b\n  \t\nc: d\n", 2, 3),
        ("a: 'b'\t\nc: d\n", 1, 7),
        ("a: 'b' # c\n\td: e\n", 2, 1),
    ],
)
def test_a_tab_outside_texts_and_remarks_is_found(text: str, line: int, column: int) -> None:
    """A tab that separates or indents is reported, the first of each line."""

    assert found(read(text)) == [("tab", line, column)]


def test_all_problems_are_reported_in_one_run() -> None:
    """One run names everything that is wrong, in the order of the lines."""

    source = read("a: 1\na: &x 2\nb: *x\nc: !t 3\n<<: {}\n[d]: 4\nf: \u202e\ng: h: i\n")

    assert found(source) == [
        ("duplicate-key", 2, 1),
        ("anchor", 2, 4),
        ("alias", 3, 4),
        ("tag", 4, 4),
        ("merge-key", 5, 1),
        ("key-not-text", 6, 1),
        ("forbidden-character", 7, 4),
        ("syntax", 8, 5),
    ]


def test_a_duplicate_key_names_both_places_and_keeps_the_first() -> None:
    """The message says where the first one is; the second value is not used, but still checked."""

    source = read("a: 1\nb: 2\na: {c: *x}\n")

    assert source.values == {"a": "1", "b": "2"}
    assert codes(source) == ["duplicate-key", "alias"]
    duplicate = source.problems[0]
    assert "line 1" in duplicate.message
    assert duplicate.about == ("a",)


def test_equal_keys_of_different_mappings_are_no_duplicates() -> None:
    """Items of a list may all have the same keys."""

    assert read("- {a: 1}\n- {a: 2}\n").problems == ()


def test_forbidden_characters_never_reach_a_value_or_a_message() -> None:
    """Values and messages hold U+FFFD or a number instead, so that nothing downstream can be fooled."""

    source = read('a: x\u202ey\n"b\\u202e": "\\u2066"\n"b\\u202e": c\n')

    assert source.values == {"a": "x\ufffdy", "b\ufffd": "\ufffd"}
    assert "U+202E" in source.problems[0].message
    assert not any("\u202e" in p.message + "".join(p.about) for p in source.problems)


@pytest.mark.parametrize(
    "text",
    [
        'a: "b\tc"\n',
        "a: |\n  b\tc\n",
        'a: "\\t\\n"\n',
        "a: b # a\tremark\n",
        "#\tremark\na: b\n",
        "a: 'नमस्ते 👨\u200d👩\u200d👧'\n",
        "---\na: b\n...\n",
    ],
)
def test_what_is_allowed_is_not_reported(text: str) -> None:
    """Tabs within text and remarks, joiners of scripts and emoji, and the marks of one document are fine."""

    assert read(text).problems == ()


@pytest.mark.parametrize("text", ["a:\n  - b\n    - c\n", "a:\n  -b\n  -c\n"])
def test_a_dash_swallowed_by_a_text_is_a_warning(text: str) -> None:
    """A list item that YAML silently joins to the text above is pointed out."""

    source = read(text)

    assert [(p.code, p.severity, p.location.line) for p in source.problems] == [("dash-in-text", Severity.WARNING, 3)]
    assert source.values is not None


# Limits


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def test_nesting_up_to_the_limit_is_read_and_one_more_is_not() -> None:
    """Sixteen collections inside each other are fine, the seventeenth is refused where it starts."""

    assert read(nested(16)).problems == ()
    assert found(read(nested(17))) == [("too-deep", 1, 17)]


def test_reading_goes_on_after_something_too_deep() -> None:
    """What follows a part that is too deep is still checked, and the part itself is None."""

    source = read(f"a: {nested(16)}\nb: *x\n")

    assert found(source) == [("too-deep", 1, 19), ("alias", 2, 4)]
    assert isinstance(source.values, dict)


def test_nodes_up_to_the_limit_are_read_and_one_more_ends_the_reading() -> None:
    """Values and keys are counted; the first beyond the limit is the last problem."""

    limits = Limits(bytes=1000, depth=16, nodes=5, scalar=10)

    assert read("a: 1\nb: 2\n", limits).problems == ()
    source = read("a: 1\nb: 2\nc: *x\n", limits)
    assert found(source) == [("too-many-nodes", 3, 1)]
    assert source.values is None


def test_text_up_to_the_limit_is_read_and_one_more_character_is_not() -> None:
    """Texts are measured in characters, cases may hold longer ones than documents."""

    assert read("a: " + "é" * 20_000).problems == ()
    assert found(read("a: " + "é" * 20_001)) == [("text-too-long", 1, 4)]
    assert read("a: " + "é" * 200_000, CASE_LIMITS).problems == ()
    assert found(read("a: " + "é" * 200_001, CASE_LIMITS)) == [("text-too-long", 1, 4)]


def test_bytes_up_to_the_limit_are_read_and_one_more_is_not() -> None:
    """The size of the file is checked before anything in it."""

    text = b"# " + b"x" * 999_990

    assert codes(read(text.ljust(2_000_000))) == ["empty-file"]
    assert found(read(text.ljust(2_000_001))) == [("too-large", None, None)]


def test_a_file_full_of_problems_lists_the_first_two_hundred() -> None:
    """A list nobody would read is cut, and says so."""

    source = read("a: \u202e\n" * 5_000)

    assert codes(source).count("forbidden-character") == 200
    assert codes(source)[0] == "too-many-problems"
    assert source.values is None


# Files that cannot be read


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ("empty-file", None, None)),
        (b"\xef\xbb\xbf", ("empty-file", None, None)),
        (b"# only a remark\n", ("empty-file", None, None)),
        (b"---\n...\n", ("empty-file", None, None)),
        ("a: b\n".encode("utf-16"), ("not-utf8", None, None)),
        ("a: b\n".encode("utf-16-le"), ("not-utf8", None, None)),
        ("a: b\n".encode("utf-16-be"), ("not-utf8", None, None)),
        ("a: b\n".encode("utf-32"), ("not-utf8", None, None)),
        ("a: b\nname: Siân\n".encode("latin-1"), ("not-utf8", 2, 9)),
        (b"a: \xed\xa0\x80\n", ("not-utf8", 1, 4)),
        (b"a: \xc0\x80\n", ("not-utf8", 1, 4)),
        (b"a: b\n---\nc: d\n", ("several-documents", 2, 1)),
        (b"a: b\n...\nc: d\n", ("several-documents", 3, 1)),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, expected: tuple[str, int | None, int | None]) -> None:
    """Such a file gives exactly one problem and no values."""

    source = read(data)

    assert found(source) == [expected]
    assert source.values is None


@pytest.mark.parametrize("escape", ["\\ud800", "\\udfff", "\\ud83d\\ude00", "\\U0000d800"])
def test_half_a_character_written_as_an_escape_is_refused(escape: str) -> None:
    """Lone surrogates cannot be saved or printed, so no value may hold one."""

    assert set(codes(read(f'a: "{escape}"\n'))) == {"forbidden-character"}


def test_an_escape_beyond_all_characters_is_refused() -> None:
    """A number no character has is a problem, not a crash."""

    assert len(read('a: "\\UFFFFFFFF"\n').problems) == 1


MISTAKES = [
    ("note: see: this\n", "syntax", 1, 10, "second colon"),
    ("- ask: Has this happened: yes or no\n", "syntax", 1, 25, "second colon"),
    ("a: {b: c: d}\n", "syntax", 1, 9, "colon"),
    ("a: b\nc:d\ne: f\n", "syntax", 2, 2, "no space after this colon"),
    ("c:d\ne: f\n", "syntax", 1, 2, "no space after this colon"),
    ("- a:b\n  c: d\n", "syntax", 1, 4, "no space after this colon"),
    ("a: b\nc:d\n", "syntax", 2, 2, "no space after this colon"),
    ("a: b\njust words\nc: d\n", "syntax", 2, 1, "no colon"),
    ("a:\n  b: c\n   d: e\n", "syntax", 3, 4, "belonged to the text on line 2"),
    ("a: x\n  b: c\n", "syntax", 2, 3, "belonged to the text on line 1"),
    ("a:\n    b: c\n  d: e\n", "syntax", 3, 3, "indentation"),
    ("a:\n  - b\n - c\n", "syntax", 3, 2, "indentation"),
    ("a:\n  - b\n  c: d\n", "syntax", 3, 3, "mixed"),
    ("a:\n  c: d\n  - b\n", "syntax", 3, 3, "mixed"),
    ('a: "b\nc: d\n', "syntax", 1, 4, "never closed"),
    ("a: 'b\nc: d\n", "syntax", 1, 4, "never closed"),
    ("a: 'it's fine'\n", "syntax", 1, 8, "after its closing quote"),
    ('a: "b" c\nd: e\n', "syntax", 1, 8, "after its closing quote"),
    ("a: [b, c\nd: e\n", "syntax", 1, 4, "not closed"),
    ("a: {b: c\nd: e\n", "syntax", 1, 4, "not closed"),
    ("a: [b]]\nc: d\n", "syntax", 1, 7, "closes no bracket"),
    ("a:\n\tb: c\n", "tab", 2, 1, "tab"),
    ("a:\n  b: c\n\td: e\n", "tab", 3, 1, "tab"),
    ("a: @x\n", "syntax", 1, 4, "starts with @"),
    ("a: `x`\n", "syntax", 1, 4, "starts with `"),
    ("- %x\n", "syntax", 1, 3, "starts with %"),
    ("a: >5 years\n", "syntax", 1, 4, "starts with >"),
    ("a: **loud**\n", "alias", 1, 4, "starts with *"),
    ("a: & b\n", "anchor", 1, 4, "starts with &"),
    ("a: !x!y b\n", "tag", 1, 4, "!"),
    ("a: - b\n", "syntax", 1, 4, "list item"),
    (": c\n", "syntax", 1, 1, "no key before"),
    ("'a' b\n", "syntax", 1, 5, "after its closing quote"),
    ('a: "C:\\Users"\n', "syntax", 1, 9, "backslash"),
]


@pytest.mark.parametrize(("text", "code", "line", "column", "words"), MISTAKES)
def test_a_frequent_mistake_is_named_with_its_place(text: str, code: str, line: int, column: int, words: str) -> None:
    """A mistake in the YAML gives one plain sentence where it was made, and a likely fix."""

    source = read(text)

    assert found(source) == [(code, line, column)]
    assert words in source.problems[0].message
    assert source.problems[0].hint
    assert source.values is None


PARSER_WORDS = re.compile(r"mapping|scalar|node|token|block|flow|invalid|expected|context|stream", re.IGNORECASE)


@given(st.text("ab:-[]{}\"'#&*!|>%@`?, \n\t\\", max_size=30))
def test_no_message_speaks_the_parsers_language(text: str) -> None:
    """Whatever the mistake, the words are for a person who does not know YAML's own."""

    for problem in read(text).problems:
        assert not PARSER_WORDS.search(problem.message + (problem.hint or ""))


# Hostile files


BILLION = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
MERGES = "a0: &a0 {x: y}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 30))
HASH_MODULUS = 2**61 - 1
HOSTILE = {
    "alias bomb": (BILLION, {"anchor", "alias"}),
    "merge-key bomb": (MERGES, {"anchor", "alias", "merge-key"}),
    "100,000 nested lists": ("[" * 100_000, {"too-deep"}),
    "100,000 nested lists, closed": (nested(100_000), {"too-deep"}),
    "100,000 nested mappings": ("{a: " * 100_000, {"too-deep"}),
    "100,000 nested dashes": ("- " * 100_000, {"too-deep"}),
    "100,000 nested keys": ("? " * 100_000, {"too-deep", "key-not-text"}),
    "indented staircase": ("\n".join(" " * n + "-" for n in range(1_900)), {"too-deep"}),
    "20 MB text": ("a: " + "x" * 20_000_000, {"too-large"}),
    "2 MB text": ("a: " + "x" * 1_900_000, {"text-too-long"}),
    "2 MB text over many lines": ("a:\n" + "  x\n" * 490_000, {"text-too-long"}),
    "200,000 keys": ("".join(f"k{n}: v\n" for n in range(180_000)), {"too-many-nodes"}),
    "colliding number keys": ("".join(f"{n * HASH_MODULUS}: v\n" for n in range(20_000)), set()),
    "200,000 times the same key": ("a: 1\n" * 200_000, {"duplicate-key", "too-many-problems"}),
    "long anchor": (f"a: &{'x' * 1_000_000} b\n", {"anchor"}),
    "python object": ("!!python/object/apply:os.system ['echo x']\n", {"tag"}),
    "include": ("a: !include ../../etc/passwd\n", {"tag"}),
    "bidirectional override": ("a: yes \u202e on\n", {"forbidden-character"}),
    "6,000 digits": ("a: " + "9" * 6_000, set()),
    "impossible date": ("a: 2024-13-45\n", set()),
    "one million tabs": ("a:" + "\t" * 1_000_000 + "b\n", {"tab"}),
    "tab before every remark": ("\t#\n" * 300_000, {"tab"}),
    "one million quotes": ('"' * 1_000_000, {"syntax"}),
    "one million apostrophes": ("'" * 1_000_000, {"text-too-long"}),
    "one million dashes": ("-" * 1_000_000, {"text-too-long"}),
    "one million opened quotes": ("'a': 'b\n" * 200_000, {"syntax"}),
    "one million backslashes": ('a: "' + "\\\\" * 500_000 + '"', {"text-too-long"}),
    "one million spaces": ("a:" + " " * 1_000_000 + "b\n", set()),
    "many empty lines": ("a:\n" + "\n" * 1_900_000 + "  b\n", set()),
}


@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_answered_quickly(name: str) -> None:
    """Each attack known on YAML readers ends in the right problem, without hanging or crashing."""

    text, expected = HOSTILE[name]

    source = read(text)

    assert set(codes(source)) == expected


def shapes(value: Any, depth: int = 1) -> Iterator[tuple[Any, int]]:
    yield value, depth
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from shapes(inner, depth + 1)
    yield from ((key, depth) for key in value) if isinstance(value, dict) else ()


def check_answer(data: bytes) -> None:
    """What holds of every answer, whatever the file: only plain values, and places inside the file."""
    source = read(data)
    lines = re.split(r"\r\n?|\n", data.decode("utf-8", "replace"))
    for value, depth in shapes(source.values):
        assert value is None or type(value) in {str, list, dict}
        assert depth <= DOCUMENT_LIMITS.depth + 1
        assert not (isinstance(value, str) and re.search("[\0\x1b\u202e\ud800]", value))
    for problem in source.problems:
        assert problem.location.file == "a.yaml"
        assert problem.location.line is None or 1 <= problem.location.line <= len(lines) + 1
        assert problem.code
        assert problem.message.endswith(".")
    if not source.problems:
        assert source.values is not None


@given(st.binary(max_size=300))
def test_random_bytes_never_raise(data: bytes) -> None:
    """Any bytes at all are answered with values or problems."""

    check_answer(data)


@given(st.text("ab:-[]{}\"'#&*!|>%@`?, \n\r\t\\\0\u202e\ufeffxU0d8<.=~", max_size=60))
def test_random_punctuation_never_raises(text: str) -> None:
    """Any mixture of what has meaning in YAML is answered with values or problems."""

    check_answer(text.encode())


SINGLE = "\t\n\r:-[]{}\"'%>#\\\0\u202e\ufeff@`,\x85\ud7ffé😀"
LONGER = (
    "  ",
    ": ",
    "- ",
    "? ",
    "|\n",
    "&a ",
    "*a",
    "!t ",
    "<<: ",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "a: b\n",
)
ESCAPES = ("\\u202e", "\\ud800", "\\UFFFFFFFF")
SNIPPETS = st.sampled_from([*SINGLE, *LONGER, *ESCAPES])
EDITS = st.lists(
    st.tuples(st.integers(0, len(GOOD)), st.integers(0, 6), SNIPPETS | st.just("")), min_size=1, max_size=6
)


@settings(max_examples=400)
@given(EDITS, st.sampled_from(["\n", "\r\n"]))
def test_random_changes_to_a_good_document_never_raise(edits: list[tuple[int, int, str]], line_end: str) -> None:
    """However a document is damaged, the answer is values or problems."""

    text = GOOD
    for start, removed, put in edits:
        text = text[:start] + put + text[start + removed :]

    check_answer(text.replace("\n", line_end).encode())


@given(st.binary(min_size=1, max_size=4), st.integers(0, len(GOOD.encode())))
def test_random_bytes_within_a_good_document_never_raise(inserted: bytes, at: int) -> None:
    """Bytes that break letters apart are answered with problems."""

    data = GOOD.encode()

    check_answer(data[:at] + inserted + data[at:])
