"""`threshold compare`: with and without a case, files, exit statuses, and everything that can be wrong."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from tests.cli.commands import CASE, DOCUMENT, SAMPLES, Shell, assert_refused
from tests.comparison.worries import many_small_worries
from threshold_tool.cli.comparison_text import print_case_comparison
from threshold_tool.cli.output import Page
from threshold_tool.comparison.areas import areas_of
from threshold_tool.documents.loader import require_document
from threshold_tool.evaluation.compiled import compile_document

if TYPE_CHECKING:
    from pathlib import Path

NEIGHBOUR = SAMPLES / "neighbour.yaml"
NEVER_SAID = ("no risk", "score", " safe ", "safe.")


def case_file(folder: Path, children: str, family: str = "{}") -> Path:
    """A case with these answers."""
    file = folder / "mine.yaml"
    text = f"format: threshold-case/1\non: 2026-11-16\nchildren: {children}\nfamily: {family}\n"
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def twin(folder: Path) -> Path:
    """The small document under another id: the same in all that can be compared."""
    file = folder / "twin.yaml"
    text = DOCUMENT.read_text(encoding="utf-8").replace("id: small", "id: twin")
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def test_a_case_under_two_areas(shell: Shell) -> None:
    """Danger first, then each child: levels, law, consent, the clause behind the difference, reasons with pages."""

    ran = shell("compare", DOCUMENT, NEIGHBOUR, "--case", CASE)

    assert ran.status == 1
    assert ran.out.startswith("! If a child is in immediate danger, call 999 now.")
    for words in (
        "Child A",
        "Small: Level 2: early help",
        "Neighbour: Window 4: need (part of Social care)",
        "A duty under section 17 of the Children Act 1989. This level says nothing of consent.",
        "One clause makes the difference",
        "Does this child sleep in class? Yes (p.6)",
        "What is not known could take it as high as Level 3: child in need.",
        "Answered, and not a question of this document:\n    - Has this child told somebody of harm?",
    ):
        assert words in ran.out
    assert not any(never in ran.out.casefold() for never in NEVER_SAID)


def test_a_case_over_which_nothing_differs(shell: Shell, tmp_path: Path) -> None:
    """Where all areas come to the same the status is 0."""

    ran = shell("compare", DOCUMENT, twin(tmp_path), "--case", CASE)

    assert ran.status == 0
    assert ran.out.count("The areas come to the same in all that can be compared.") == 2


def test_a_case_as_json(shell: Shell) -> None:
    """The contract's keys, and the same status."""

    ran = shell("compare", DOCUMENT, NEIGHBOUR, "--case", CASE, "--json")

    assert ran.status == 1
    assert [document["id"] for document in ran.json["documents"]] == ["small", "neighbour"]
    assert set(ran.json["children"][0]) >= {"ref", "levels", "because"}
    assert set(ran.json["children"][0]["levels"]["small"]) >= {
        "level",
        "statutory",
        "legal_basis",
        "consent",
        "immediate",
    }


@pytest.mark.parametrize("reference", ["neighbour", NEIGHBOUR])
def test_the_reference_is_named_by_id_or_as_typed(shell: Shell, reference: object) -> None:
    """The clauses that are exchanged are those of the document named."""

    ran = shell("compare", DOCUMENT, NEIGHBOUR, "--case", CASE, "--reference", reference, "--json")

    assert ran.json["reference"] == "neighbour"
    assert {d["other"] for child in ran.json["children"] for d in child["differences"]} == {"small"}


def test_few_tries_claim_no_more_than_was_found(shell: Shell) -> None:
    """Where the bound ends the search among sets of the smallest size, it says that others may exist."""

    ran = shell("compare", DOCUMENT, NEIGHBOUR, "--case", CASE, "--tries", "1")

    assert ran.status == 1
    assert "There may be more such sets." in ran.out


def test_what_was_not_proved_is_said_with_the_way_on() -> None:
    """A set that is only known to be enough is never called the smallest, and the option to look further is named."""
    text = io.StringIO()

    print_case_comparison(Page(text), many_small_worries(bound=20))

    assert "9 clauses together are enough: if Counting treated them as Calm does" in text.getvalue()
    assert "Whether fewer would do was not worked out to the end; it takes more than one clause." in text.getvalue()
    assert "Name a larger number with `--tries` to look further." in text.getvalue()
    assert text.getvalue().count("  1. ") == 1


def test_the_table(shell: Shell) -> None:
    """Each shared answer has every area's placement; a row that differs says so in words."""

    ran = shell("compare", DOCUMENT, NEIGHBOUR)

    assert ran.status == 1
    assert "Yes [differs: the law behind it]\n    - Small: Level 2: early help [p.6]\n" in ran.out
    assert (
        "  Sometimes\n    - Small: Level 2: early help [p.4]\n    - Neighbour: Window 2: one agency [w.2]\n" in ran.out
    )
    assert "Asked in Neighbour alone\n------------------------\n  - Does a parent work at sea?\n" in ran.out
    assert "Drink does" not in ran.out


def test_only_differences(shell: Shell) -> None:
    """With the option, answers that all areas treat alike are left out."""

    ran = shell("compare", DOCUMENT, NEIGHBOUR, "--differences")

    assert "Sometimes" not in ran.out
    assert "Often [differs: the law behind it; whether to act at once]" in ran.out


def test_a_table_without_a_difference(shell: Shell, tmp_path: Path) -> None:
    """Where no row differs and no question stands apart the status is 0."""

    ran = shell("compare", DOCUMENT, twin(tmp_path), "--json")

    assert ran.status == 0
    assert ran.json["differs"] is False


def test_supplied_areas_are_named_by_id(shell: Shell) -> None:
    """The areas that come with the tool are compared by their ids."""

    ran = shell("compare", "exampleshire", "northfold", "saltmarsh", "eastmere", "--differences", "--json")

    assert ran.status == 1
    assert all(row["in"] for question in ran.json["questions"] for row in question["answers"])


@pytest.mark.parametrize("case", [(), ("--case", CASE)])
def test_files_are_written(shell: Shell, tmp_path: Path, case: tuple[object, ...]) -> None:
    """With and without a case the comparison is written as PDF and HTML, and it is said where."""

    pdf, html = tmp_path / "out.pdf", tmp_path / "out.html"
    ran = shell("compare", DOCUMENT, NEIGHBOUR, *case, "--pdf", pdf, "--html", html)

    assert ran.status == 1
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "Neighbour Windows" in html.read_text(encoding="utf-8")
    assert all(f"The comparison is in {file}." in ran.out for file in (pdf, html))
    assert ("It speaks of a child" in ran.out) == bool(case)


def test_guarded_contact_is_said(shell: Shell, tmp_path: Path) -> None:
    """Ways of reaching the family that may put somebody in danger stand at the top."""

    file = case_file(tmp_path, "[{ref: A, answers: {sleeps: yes}}]\nguarded_contact: {phone: no, post: yes, print: no}")
    ran = shell("compare", DOCUMENT, NEIGHBOUR, "--case", file)

    assert "Do not telephone the family" in "\n".join(ran.out.splitlines()[:5])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((DOCUMENT,), "two documents or more"),
        ((DOCUMENT, DOCUMENT), "`small`, edition 1, is named twice"),
        ((DOCUMENT, "nowhere.yaml"), "nowhere.yaml"),
        ((DOCUMENT, "exampleshir"), "Did you mean `exampleshire`?"),
        ((DOCUMENT, NEIGHBOUR, "--case", "nowhere.yaml"), "nowhere.yaml"),
        ((DOCUMENT, NEIGHBOUR, "--case", ""), "`--case` needs"),
        ((DOCUMENT, NEIGHBOUR, "--case", CASE, "--differences"), "without a case"),
        ((DOCUMENT, NEIGHBOUR, "--reference", "small"), "goes with a case"),
        ((DOCUMENT, NEIGHBOUR, "--tries", "5"), "goes with a case"),
        ((DOCUMENT, NEIGHBOUR, "--case", CASE, "--reference", "smal"), "Did you mean `small`?"),
        ((DOCUMENT, NEIGHBOUR, "--case", CASE, "--reference", "x"), "They are: small, neighbour."),
        ((DOCUMENT, NEIGHBOUR, "--case", CASE, "--tries", "0"), "from 1 to 999999999"),
        ((DOCUMENT, NEIGHBOUR, "--case", CASE, "--tries", "many"), "from 1 to 999999999"),
        ((DOCUMENT, NEIGHBOUR, "--case", CASE, "--tries", "1000000000"), "from 1 to 999999999"),
        ((DOCUMENT, NEIGHBOUR, "--pdf", ""), "`--pdf` needs"),
        ((DOCUMENT, NEIGHBOUR, "--pdf", DOCUMENT), "would replace"),
        ((DOCUMENT, NEIGHBOUR, "--case", CASE, "--html", CASE), "would replace"),
    ],
)
def test_what_cannot_be_compared_is_refused(shell: Shell, arguments: tuple[object, ...], words: str) -> None:
    """Wrong input ends with status 2 and one sentence, and nothing is overwritten."""

    before = DOCUMENT.read_bytes(), CASE.read_bytes()

    assert_refused(shell("compare", *arguments), words)
    assert (DOCUMENT.read_bytes(), CASE.read_bytes()) == before


def test_a_case_that_fits_no_document_is_refused(shell: Shell, tmp_path: Path) -> None:
    """A case of other questions altogether is not compared."""

    file = case_file(tmp_path, "[{ref: A, answers: {colour: red}}]")

    assert_refused(shell("compare", DOCUMENT, NEIGHBOUR, "--case", file), "None of these documents")


def test_an_answer_that_one_document_does_not_take_is_refused(shell: Shell, tmp_path: Path) -> None:
    """An answer that a document's question does not offer is named with its place."""

    file = case_file(tmp_path, "[{ref: A, answers: {sleeps: maybe}}]")

    assert_refused(shell("compare", DOCUMENT, NEIGHBOUR, "--case", file), "does not fit the document small", "maybe")


def test_a_document_with_problems_is_refused(shell: Shell, tmp_path: Path) -> None:
    """A document that cannot be used is named, with its problems."""

    broken = tmp_path / "broken.yaml"
    text = DOCUMENT.read_text(encoding="utf-8").replace("when_nothing_matches: universal", "when_nothing_matches: gone")
    broken.write_text(text, encoding="utf-8", newline="\n")

    assert_refused(shell("compare", NEIGHBOUR, broken), "broken.yaml", "gone")


def test_a_result_is_not_lost_when_a_file_cannot_be_written(shell: Shell, tmp_path: Path) -> None:
    """The folder that is missing is named, and nothing is taken for written."""

    ran = shell("compare", DOCUMENT, NEIGHBOUR, "--case", CASE, "--pdf", tmp_path / "gone" / "out.pdf")

    assert_refused(ran, "out.pdf")


def test_the_samples_have_keys_of_their_own() -> None:
    """The two sample documents are compared under their ids."""

    documents = [compile_document(require_document(path)) for path in (DOCUMENT, NEIGHBOUR)]

    assert list(areas_of(documents)) == ["small", "neighbour"]
