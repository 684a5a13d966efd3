from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.corpus import GOOD_DOCUMENT
from tests.documents.written import GOOD, SHARED, as_yaml, codes, edited, load, load_text, write
from tests.oracle.random_documents import documents
from threshold_tool.documents.loaded import DocumentFile, fingerprint
from threshold_tool.documents.loader import load_document, require_document
from threshold_tool.documents.source import read_source
from threshold_tool.errors import CannotRead, ProblemsFound
from threshold_tool.paths import documents_folder
from threshold_tool.problems import Severity

if TYPE_CHECKING:
    from pathlib import Path

OWN_SET = "format: question-set/1\nid: {}\nquestions:\n  - {{id: naps, about: child, ask: {}, answers: no-yes}}\n"
ASKS_NAPS = ("attendance, sleep]", "attendance, sleep, naps]")
GOOD_FILES = sorted(GOOD_DOCUMENT.parent.glob("*.yaml"))
SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@pytest.mark.parametrize("path", [*GOOD_FILES, *sorted(documents_folder().glob("*.yaml"))], ids=lambda path: path.stem)
def test_a_good_document_is_loaded(path: Path) -> None:
    """Each good document, and each that is shipped, has no problems."""

    result = load_document(path)

    assert result.problems == ()
    assert result.document is not None


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(document=documents())
def test_random_documents_are_loaded(document: dict[str, Any], tmp_path: Path) -> None:
    """Every document that obeys the limits is loaded without a problem."""

    assert load_document(write(tmp_path / "a.yaml", as_yaml(document))).problems == ()


def test_a_warning_does_not_refuse(tmp_path: Path) -> None:
    """A document with warnings alone is used, and the warnings are listed."""

    result = load(tmp_path, ("meaning: Harm, or a risk of it", "meaning: Harm, or a risk\n      - of it"))

    assert [problem.severity for problem in result.problems] == [Severity.WARNING]
    assert result.document is not None


def test_a_document_with_errors_is_refused(tmp_path: Path) -> None:
    """Where a document is needed, its problems are raised together."""

    path = write(tmp_path / "a.yaml", "format: threshold-document/1\n")

    with pytest.raises(ProblemsFound) as raised:
        require_document(path)
    assert raised.value.problems == load_document(path).problems
    assert len(raised.value.problems) > 5


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing document, or a folder in its place, is one sentence."""

    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(CannotRead):
            load_document(path)


# Question sets


def test_a_set_beside_the_document_goes_first(tmp_path: Path) -> None:
    """A set in the document's own folder is used, even when one of that id is shipped."""

    write(tmp_path / "question_sets" / "core.yaml", OWN_SET.format("core", "Own?"))
    result = load(tmp_path, ("use: [shared]", "use: [shared, core]"), ASKS_NAPS)

    assert result.document is not None
    assert result.document.questions["naps"].ask == "Own?"


def test_a_shipped_set_is_used_when_there_is_none_beside(tmp_path: Path) -> None:
    """Without a set beside the document, the shipped one is read."""

    result = load(tmp_path, ("use: [shared]", "use: [shared, strengths]"))

    assert {p.code for p in result.problems} <= {"never-asked", "duplicate-id"}
    assert any("strengths.yaml" in p.location.file for p in result.problems)


def test_a_folder_in_place_of_a_set_hides_nothing(tmp_path: Path) -> None:
    """A folder called like a set is a problem; the shipped set does not slip in unseen."""

    (tmp_path / "question_sets" / "strengths.yaml").mkdir(parents=True)

    assert codes(load(tmp_path, ("use: [shared]", "use: [shared, strengths]"))) == ["unknown-question-set"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_to_a_set(tmp_path: Path) -> None:
    """A link to a set is followed; one that leads nowhere is a problem."""

    target = write(tmp_path / "elsewhere.yaml", OWN_SET.format("core", "Linked?"))
    (tmp_path / "question_sets").mkdir()
    (tmp_path / "question_sets" / "core.yaml").symlink_to(target)
    edits = (("use: [shared]", "use: [shared, core]"), ASKS_NAPS)

    assert codes(load(tmp_path, *edits)) == []
    target.unlink()
    assert codes(load(tmp_path, *edits)) == ["unknown-question-set"]


@pytest.mark.parametrize(
    "use", ["../shared", "question_sets/shared", "C:shared", "shared.yaml", "a" * 300, "NUL", "/shared"]
)
def test_an_id_never_leads_to_another_file(tmp_path: Path, use: str) -> None:
    """What is no id is reported as such, and no file is looked for."""

    write(tmp_path / "shared.yaml", SHARED.read_text(encoding="utf-8"))

    assert codes(load(tmp_path, ("use: [shared]", f"use: ['{use}']"))) == ["bad-id"]


@pytest.mark.parametrize("use", ["shared", "{shared: yes}", "[[shared]]", "[{id: shared}]", "''"])
def test_use_that_is_no_list_of_ids(tmp_path: Path, use: str) -> None:
    """Another shape is a problem and nothing breaks."""

    assert load(tmp_path, ("use: [shared]", f"use: {use}")).problems


@pytest.mark.parametrize("edition", ["../smallshire", "x" * 5000, "a\\\\..\\\\b", "1 2", "nul:"])
def test_an_edition_never_leads_to_another_file(tmp_path: Path, edition: str) -> None:
    """An edition that cannot be part of a file's name is looked for in `ID.yaml` alone."""

    write(tmp_path / "smallshire.yaml", GOOD)
    text = f'format: threshold-document/1\nid: a\nedition: "1"\nextends: {{id: smallshire, edition: "{edition}"}}\n'
    result = load_text(tmp_path, text)

    assert codes(result) == ["no-parent"]
    assert len(result.problems[0].message) < 300


# Rewording


def test_rewording_changes_words_alone(tmp_path: Path) -> None:
    """The document's words replace the set's; answers keep their ids, order and what is not reworded."""

    reword = "reword: {sleep: {ask: How tired?, answers: {sometimes: Now and then}}}\nuse: [shared]"
    result = load(tmp_path, ("use: [shared]", reword))

    assert result.document is not None
    asked = result.document.questions["sleep"]
    assert (asked.ask, asked.theme) == ("How tired?", "rest")
    assert [(o.id, o.text) for o in asked.options] == [
        ("seldom", "Seldom"),
        ("sometimes", "Now and then"),
        ("often", "Most days"),
    ]


def test_a_number_is_reworded_too(tmp_path: Path) -> None:
    """The words of a question that takes a number can be changed; its number stays."""

    result = load(tmp_path, ("use: [shared]", "reword: {attendance: {ask: How often there?}}\nuse: [shared]"))

    assert result.document is not None
    asked = result.document.questions["attendance"]
    assert (asked.ask, asked.number is not None, asked.answers) == ("How often there?", True, None)


def test_names_of_domains_and_themes(tmp_path: Path) -> None:
    """A document names the themes of its sets anew, and has those that it does not name."""

    document = load(
        tmp_path, ("- {id: home, name: Life at home}", "- {id: home, name: Life at home}\n  - {id: rest, name: Sleep}")
    )

    assert document.document is not None
    assert {t.id: t.name for t in document.document.themes}["rest"] == "Sleep"


# Fingerprint


def test_the_fingerprint_covers_every_byte_of_every_file(tmp_path: Path) -> None:
    """A comment more in the document, its parent or a set changes the fingerprint."""

    def found() -> str:
        return require_document(tmp_path / "overlay.yaml").fingerprint

    for name in ("overlay.yaml", "smallshire.yaml"):
        shutil.copy(GOOD_DOCUMENT.parent / name, tmp_path)
    shutil.copytree(SHARED.parent, tmp_path / "question_sets")
    seen = [found()]
    for path in ("overlay.yaml", "smallshire.yaml", "question_sets/shared.yaml"):
        with (tmp_path / path).open("ab") as file:
            file.write(b"#\n")
        seen.append(found())

    assert len(set(seen)) == 4
    assert found() == seen[-1]


def test_the_fingerprint_does_not_depend_on_where_files_lie(tmp_path: Path) -> None:
    """The same bytes have the same fingerprint in another folder and under another name."""

    (tmp_path / "deep").mkdir()

    assert (
        require_document(write(tmp_path / "deep" / "x.yaml", as_yaml(_alone()))).fingerprint
        == require_document(write(tmp_path / "y.yaml", as_yaml(_alone()))).fingerprint
    )


def _alone() -> dict[str, Any]:
    """A document that needs no other file."""
    text = edited(
        ("use: [shared]\n", ""), (", sleep]", "]"), ("        - answer: {question: sleep, at_or_above: often}\n", "")
    )
    values = read_source(text.encode(), "a").values
    assert isinstance(values, dict)
    return values


def test_the_fingerprint_stays_what_it_is() -> None:
    """Records keep it for years: it must come out the same in every version of the program."""

    files = (DocumentFile("document", "a", b"one"), DocumentFile("question-set", "b", b"two"))

    assert fingerprint(files) == "0a5c0189c2f6fd51eed53bfdb6799a45acc88712a8f27a6bfa10d8dd1da31e6a"
    assert fingerprint(files[::-1]) != fingerprint(files)


@given(data=st.binary(max_size=40), at=st.integers(0, 40), byte=st.sampled_from(b" \n\r#a\x00\xef"))
def test_one_byte_more_makes_another_fingerprint(data: bytes, at: int, byte: int) -> None:
    """A byte put in anywhere counts, be it a space or a line end at the edge of the file."""

    longer = data[:at] + bytes([byte]) + data[at:]

    assert fingerprint((DocumentFile("document", "a", longer),)) != fingerprint((DocumentFile("document", "a", data),))


def test_bytes_cannot_move_between_files() -> None:
    """What ends one file and begins the next makes a difference."""

    assert fingerprint((DocumentFile("document", "a", b"xy"), DocumentFile("parent", "b", b"z"))) != fingerprint(
        (DocumentFile("document", "a", b"x"), DocumentFile("parent", "b", b"yz"))
    )


# Half-written files


def assert_refused_with_places(result: Any) -> None:
    assert result.problems
    assert result.document is None
    assert all(p.location.line is not None or p.code == "empty-file" for p in result.problems)


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
@given(end=st.integers(0, len(GOOD.encode()) - 2))
def test_a_file_cut_off_anywhere(end: int, tmp_path: Path) -> None:
    """A document that ends early never breaks anything; what is wrong with it has a line."""

    (tmp_path / "question_sets").mkdir(exist_ok=True)
    shutil.copy(SHARED, tmp_path / "question_sets" / "shared.yaml")
    (tmp_path / "a.yaml").write_bytes(GOOD.encode()[:end])
    result = load_document(tmp_path / "a.yaml")

    if result.document is None:
        assert_refused_with_places(result)


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
@given(dropped=st.sets(st.integers(0, GOOD.count("\n") - 1), min_size=1, max_size=4), joined=st.booleans())
def test_lines_that_are_missing(dropped: set[int], joined: bool, tmp_path: Path) -> None:
    """A document without some of its lines, or with some run together, is read or refused with places."""

    lines = GOOD.splitlines()
    kept = [line for at, line in enumerate(lines) if at not in dropped]
    if joined:
        at = min(dropped) % (len(kept) - 1)
        kept[at : at + 2] = [kept[at] + " " + kept[at + 1].lstrip()]
    result = load_text(tmp_path, "\n".join(kept) + "\n")

    if result.document is None:
        assert_refused_with_places(result)


WORDS = sorted(
    {word for word in GOOD.replace(",", " ").replace("]", " ").replace("[", " ").split() if word[0].isalnum()}
)


@settings(max_examples=200, deadline=None, suppress_health_check=SLOW)
@given(
    old=st.sampled_from(WORDS),
    new=st.sampled_from(
        [*WORDS, "", "[]", "{}", "0", "-1", "no-such", "not-known", "age", "1e3", "'", "x" * 500, "below 5:", "!"]
    ),
    count=st.integers(1, 9),
)
def test_words_in_the_wrong_place(old: str, new: str, count: int, tmp_path: Path) -> None:
    """A word that is replaced by another, everywhere or in some places, never breaks the reading."""

    result = load_text(tmp_path, GOOD.replace(old, new, count))

    if result.document is None:
        assert_refused_with_places(result)
