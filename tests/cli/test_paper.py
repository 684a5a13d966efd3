"""`threshold paper`: what it writes, what it says of it, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.commands import DOCUMENT, Shell, assert_refused
from threshold_tool.documents.loader import require_document

if TYPE_CHECKING:
    from pathlib import Path


def test_pdf_and_html_are_written(shell: Shell, tmp_path: Path) -> None:
    """Both forms are written in one run, and it is said where."""

    pdf, html = tmp_path / "paper.pdf", tmp_path / "paper.html"
    ran = shell("paper", DOCUMENT, "--pdf", pdf, "--html", html)

    assert ran.status == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "Small Levels" in html.read_text(encoding="utf-8")
    assert ran.out.splitlines() == [f"The document is in {pdf}.", f"The document is in {html}."]


def test_json_says_what_was_written_where(shell: Shell, tmp_path: Path) -> None:
    """The document by its fingerprint, the side of the grid, and each file with its kind."""

    html = tmp_path / "paper.html"
    ran = shell("paper", DOCUMENT, "--html", html, "--by", "domain", "--json")

    assert ran.json == {
        "document": {"id": "small", "edition": "1", "fingerprint": require_document(DOCUMENT).fingerprint},
        "by": "domain",
        "written": [{"kind": "html", "file": str(html)}],
    }
    assert "domains down" in html.read_text(encoding="utf-8")


def test_rows_are_grouped_by_theme_by_default(shell: Shell, tmp_path: Path) -> None:
    """Boards print themes down unless they are asked for domains."""

    shell("paper", DOCUMENT, "--html", tmp_path / "paper.html")

    assert "themes down" in (tmp_path / "paper.html").read_text(encoding="utf-8")


def test_a_supplied_document_is_named_by_its_id(shell: Shell, tmp_path: Path) -> None:
    """An id is enough for a document that comes with the tool."""

    ran = shell("paper", "exampleshire", "--html", tmp_path / "paper.html")

    assert ran.status == 0
    assert "Levels of Need in Exampleshire" in (tmp_path / "paper.html").read_text(encoding="utf-8")


def test_a_second_run_gives_the_same_bytes(shell: Shell, tmp_path: Path) -> None:
    """What has not changed prints the same, over the file that is there."""

    file = tmp_path / "paper.pdf"
    shell("paper", DOCUMENT, "--pdf", file)
    first = file.read_bytes()
    shell("paper", DOCUMENT, "--pdf", file)

    assert file.read_bytes() == first


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((), ("--pdf", "--html")),
        (("--pdf", ""), ("--pdf",)),
        (("--pdf", "same", "--html", "same"), ("same file",)),
        (("--pdf", "x.pdf", "--by", "level"), ("theme", "domain", "level")),
        (("--pdf", "x.pdf", "--case", "y"), ("--case",)),
    ],
)
def test_wrong_options_are_refused(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """Without a place to write to, or with one it cannot understand, the command says so and writes nothing."""

    monkeypatch.chdir(tmp_path)

    assert_refused(shell("paper", DOCUMENT, *options), *words)
    assert list(tmp_path.iterdir()) == []


def test_a_document_with_problems_is_refused(shell: Shell, tmp_path: Path) -> None:
    """A document that cannot be used is not laid out; its problems are listed."""

    broken = tmp_path / "broken.yaml"
    text = DOCUMENT.read_text(encoding="utf-8").replace("when_nothing_matches: universal", "when_nothing_matches: gone")
    broken.write_text(text, encoding="utf-8", newline="\n")
    ran = shell("paper", broken, "--pdf", tmp_path / "paper.pdf")

    assert_refused(ran, "gone")
    assert not (tmp_path / "paper.pdf").exists()


@pytest.mark.parametrize("name", ["nowhere.yaml", "exampleshir", ""])
def test_a_document_that_is_not_there_is_refused(shell: Shell, tmp_path: Path, name: str) -> None:
    """A slip in the name is one sentence."""

    assert_refused(shell("paper", name, "--pdf", tmp_path / "paper.pdf"))


def test_the_document_itself_is_never_replaced(shell: Shell, tmp_path: Path) -> None:
    """Naming the document as the file to write is refused, and it stays as it was."""

    document = tmp_path / "mine.yaml"
    document.write_bytes(DOCUMENT.read_bytes())

    assert_refused(shell("paper", document, "--pdf", document), "mine.yaml")
    assert document.read_bytes() == DOCUMENT.read_bytes()


def test_a_folder_that_is_not_there_is_named(shell: Shell, tmp_path: Path) -> None:
    """What cannot be written is said, also as JSON."""

    ran = shell("paper", DOCUMENT, "--html", tmp_path / "gone" / "paper.html", "--json")

    assert ran.status == 2
    assert "paper.html" in ran.json["error"]
