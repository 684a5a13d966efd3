"""`threshold vignettes`: which expectations are met, and what no vignette touches."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.cli.commands import CASE, DOCUMENT, VIGNETTES, Shell, assert_refused

if TYPE_CHECKING:
    from pathlib import Path

ASLEEP = VIGNETTES / "asleep.yaml"


def expecting(folder: Path, expected: str) -> Path:
    """The vignette about sleep with another expectation."""
    text = ASLEEP.read_text(encoding="utf-8").partition("expect:")[0]
    file = folder / "vignette.yaml"
    file.write_text(f"{text}expect:\n  {expected}\n", encoding="utf-8", newline="\n")
    return file


def test_all_beside_the_document_are_run(shell: Shell) -> None:
    """Without a file, the folder `vignettes` beside the document is taken."""

    ran = shell("vignettes", DOCUMENT)

    assert ran.status == 0, ran.out
    assert "Asleep: as expected" in ran.out
    assert "Told: as expected" in ran.out


def test_what_is_not_touched_is_listed(shell: Shell) -> None:
    """Placements, rules and answers that no child exercises are named."""

    data = shell("vignettes", DOCUMENT, "--json").json

    assert "danger-now=yes" in data["not_covered"]["placements"]
    assert "sleeps=yes" not in data["not_covered"]["placements"]
    assert data["not_covered"]["rules"] == ["two-worries"]
    assert {"question": "told", "answer": "yes"} in data["not_covered"]["answers"]
    assert {"question": "told", "answer": "suspected"} not in data["not_covered"]["answers"]


def test_rules_are_listed_and_the_rest_counted(shell: Shell) -> None:
    """Rules that no vignette touches are named; placements and answers only with `--all`."""

    short, full = shell("vignettes", DOCUMENT).out, shell("vignettes", DOCUMENT, "--all").out

    assert "two-worries" in short
    assert "danger-now=yes" not in short
    assert "danger-now=yes" in full


def test_a_missed_expectation_is_a_no(shell: Shell, tmp_path: Path) -> None:
    """Status 1, and the sentence says what was expected and what came."""

    ran = shell("vignettes", DOCUMENT, expecting(tmp_path, "small: {A: {level: universal}}"))

    assert ran.status == 1
    assert "Expected Level 1: universal; the result is Level 2: early help." in ran.out


def test_json_says_which_child_missed_what(shell: Shell, tmp_path: Path) -> None:
    """Each vignette has its children with their level and what was missed."""

    file = expecting(tmp_path, "small: {A: {floor: child-in-need}}")
    ran = shell("vignettes", DOCUMENT, file, "--json")
    entry = ran.json["vignettes"][0]

    assert ran.status == 1
    assert (entry["file"], entry["met"]) == (str(file), False)
    assert entry["children"][0]["level"] == "early-help"
    assert len(entry["children"][0]["missed"]) == 1


def test_one_that_speaks_of_other_documents_is_passed_over(shell: Shell, tmp_path: Path) -> None:
    """A vignette without expectations of this document misses nothing."""

    ran = shell("vignettes", DOCUMENT, expecting(tmp_path, "elsewhere: {A: {level: universal}}"))

    assert ran.status == 0
    assert "expects nothing of this document" in ran.out


def test_a_case_is_no_vignette_of_the_document_but_may_be_named(shell: Shell) -> None:
    """A plain case expects nothing."""

    assert shell("vignettes", DOCUMENT, CASE).status == 0


def test_what_cannot_be_used_is_refused(shell: Shell, tmp_path: Path) -> None:
    """A vignette with problems, or one that does not fit what it expects, stops the command."""

    broken = tmp_path / "broken.yaml"
    broken.write_text("format: threshold-case/1\n", encoding="utf-8", newline="\n")
    text = ASLEEP.read_text(encoding="utf-8").replace("sleeps: yes", "sleeps: perhaps")
    misfit = tmp_path / "misfit.yaml"
    misfit.write_text(text, encoding="utf-8", newline="\n")

    assert_refused(shell("vignettes", DOCUMENT, broken), "broken.yaml")
    assert_refused(shell("vignettes", DOCUMENT, misfit), "perhaps")
    assert_refused(shell("vignettes", DOCUMENT, tmp_path / "none.yaml"), "There is no file")


def test_one_vignette_is_counted_as_one(shell: Shell) -> None:
    """The last count reads as English for a single file."""

    assert "1 vignette, 0 with" in shell("vignettes", DOCUMENT, CASE).out


def test_without_a_folder_beside_it_those_supplied_are_taken(shell: Shell, tmp_path: Path) -> None:
    """A document on its own is held against the vignettes that we ship."""

    alone = tmp_path / "small.yaml"
    shutil.copy(DOCUMENT, alone)
    ran = shell("vignettes", alone, "--json")

    assert ran.status == 0
    assert all(not entry["children"] for entry in ran.json["vignettes"])
    assert ran.json["vignettes"]
