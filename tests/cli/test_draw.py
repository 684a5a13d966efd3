"""`threshold draw`: what it writes, what it says of it, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.commands import DOCUMENT, Shell, assert_refused
from tests.drawing.test_graphviz import needs_graphviz
from threshold_tool.documents.loader import require_document
from threshold_tool.drawing import graphviz

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def without_graphviz(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which Graphviz is not installed."""
    monkeypatch.setattr(graphviz, "dot_program", lambda: None)


@needs_graphviz
def test_a_picture_and_its_text_are_written(shell: Shell, tmp_path: Path) -> None:
    """Both forms are written in one run, and it is said where."""

    svg, dot = tmp_path / "flow.svg", tmp_path / "flow.dot"
    ran = shell("draw", DOCUMENT, "--svg", svg, "--dot", dot)

    assert ran.status == 0, ran.err
    assert b'<svg role="img"' in svg.read_bytes()
    assert dot.read_text(encoding="utf-8").startswith("digraph threshold {")
    assert ran.out.splitlines() == [f"The text for Graphviz is in {dot}.", f"The drawing is in {svg}."]


@needs_graphviz
def test_without_a_name_the_picture_is_called_after_what_it_shows(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes into the current folder, and never over a file that nobody named."""

    monkeypatch.chdir(tmp_path)
    ran = shell("draw", DOCUMENT, "--level", "child-protection")

    assert ran.out == "The drawing is in small-child-protection.svg.\n"
    assert_refused(shell("draw", DOCUMENT, "--level", "child-protection"), "small-child-protection.svg", "--svg")
    assert shell("draw", DOCUMENT, "--level", "child-protection", "--svg", "small-child-protection.svg").status == 0


@pytest.mark.usefixtures("without_graphviz")
def test_without_graphviz_the_text_is_written_all_the_same(shell: Shell, tmp_path: Path) -> None:
    """The sentence says what to install, and no picture is begun."""

    svg, dot = tmp_path / "flow.svg", tmp_path / "flow.dot"

    assert_refused(shell("draw", DOCUMENT, "--svg", svg, "--dot", dot), "winget install Graphviz.Graphviz")
    assert dot.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["flow.dot"]


@pytest.mark.usefixtures("without_graphviz")
def test_text_and_json_need_no_graphviz(shell: Shell, tmp_path: Path) -> None:
    """Other programs can lay the drawing out themselves."""

    assert shell("draw", DOCUMENT, "--dot", tmp_path / "flow.dot").status == 0
    assert shell("draw", DOCUMENT, "--json").status == 0


def test_json_has_nodes_and_edges(shell: Shell, tmp_path: Path) -> None:
    """The document by its fingerprint, what was selected, every node and edge, and what was written."""

    dot = tmp_path / "flow.dot"
    data = shell("draw", DOCUMENT, "--dot", dot, "--level", "child-protection", "--json").json

    source = require_document(DOCUMENT)
    assert data["document"] == {"id": "small", "edition": "1", "fingerprint": source.fingerprint}
    assert (data["section"], data["theme"], data["level"]) == (None, None, "child-protection")
    assert [node["id"] for node in data["nodes"]][-1] == "level:child-protection"
    assert {edge["kind"] for edge in data["edges"]} <= {"placed", "leads"}
    assert data["written"] == [{"kind": "dot", "file": str(dot)}]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--theme", "nowhere"), ("has no theme `nowhere`",)),
        (("--section", "nowhere"), ("has no section `nowhere`",)),
        (("--level", "child-protectio"), ("Did you mean `child-protection`?",)),
        (("--level", ""), ("has no level",)),
        (("--svg", ""), ("`--svg` needs the name of a file",)),
        (("--dot", " "), ("`--dot` needs the name of a file",)),
        (("--svg", "same", "--dot", "same"), ("same file",)),
        (("--case", "x"), ("--case",)),
    ],
)
def test_wrong_options_are_refused(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """One sentence says what does not fit, and nothing is written."""

    monkeypatch.chdir(tmp_path)

    assert_refused(shell("draw", DOCUMENT, *options), *words)
    assert list(tmp_path.iterdir()) == []


def test_a_document_with_problems_is_refused(shell: Shell, tmp_path: Path) -> None:
    """A document that cannot be used is not drawn; its problems are listed."""

    broken = tmp_path / "broken.yaml"
    text = DOCUMENT.read_text(encoding="utf-8").replace("when_nothing_matches: universal", "when_nothing_matches: gone")
    broken.write_text(text, encoding="utf-8", newline="\n")

    assert_refused(shell("draw", broken, "--dot", tmp_path / "flow.dot"), "gone")
    assert_refused(shell("draw", tmp_path / "missing.yaml"), "missing.yaml")
    assert not (tmp_path / "flow.dot").exists()


@pytest.mark.parametrize("option", ["--svg", "--dot"])
def test_the_document_itself_is_never_replaced(shell: Shell, tmp_path: Path, option: str) -> None:
    """Naming the document as the file to write is refused, and it stays as it was."""

    document = tmp_path / "mine.yaml"
    document.write_bytes(DOCUMENT.read_bytes())

    assert_refused(shell("draw", document, option, document), "mine.yaml")
    assert document.read_bytes() == DOCUMENT.read_bytes()


def test_a_folder_that_is_not_there_is_named(shell: Shell, tmp_path: Path) -> None:
    """What cannot be written is said, also as JSON."""

    ran = shell("draw", DOCUMENT, "--dot", tmp_path / "gone" / "flow.dot", "--json")

    assert ran.status == 2
    assert "flow.dot" in ran.json["error"]
