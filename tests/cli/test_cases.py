"""`threshold cases`: text, JSON, vignettes in a folder, and what can be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.commands import DOCUMENT, Shell, assert_refused

if TYPE_CHECKING:
    from pathlib import Path

ON = ("--on", "2026-07-01")


def test_each_clause_has_its_case_in_words(shell: Shell) -> None:
    """The case, its level, and what one step less would come to."""

    ran = shell("cases", DOCUMENT, "drink-effect=often", *ON)

    assert ran.status == 0
    assert "is answered ‘Often’, and nothing else of concern: Level 3: child in need." in ran.out  # noqa: RUF001 - as printed
    assert "were answered ‘Sometimes’: Level 2: early help." in ran.out  # noqa: RUF001 - as printed
    assert "1 of 1 clauses decide a case." in ran.out


def test_json_has_cases_and_levels(shell: Shell) -> None:
    """For each clause what decides and what is below, as cases."""

    (one,) = shell("cases", DOCUMENT, "baby", "--json", *ON).json

    assert one["clause"] == "baby"
    assert one["outcome"] == "decides"
    assert one["decides"]["level"] == "child-protection"
    assert one["below"]["level"] == "early-help"
    assert one["decides"]["case"]["format"] == "threshold-case/1"


def test_written_cases_run_as_vignettes(shell: Shell, tmp_path: Path) -> None:
    """`vignettes` finds that all come out as expected."""

    folder = tmp_path / "made"
    assert shell("cases", DOCUMENT, "--write", folder, *ON).status == 0
    files = sorted(folder.glob("*.yaml"))

    assert len(files) == 18
    assert shell("vignettes", DOCUMENT, *files).status == 0


def test_nothing_is_written_over(shell: Shell, tmp_path: Path) -> None:
    """A folder that holds something is refused, and stays as it is."""

    (tmp_path / "mine.yaml").write_text("mine", encoding="utf-8", newline="\n")

    assert_refused(shell("cases", DOCUMENT, "--write", tmp_path, *ON), "new or empty folder")
    assert [file.name for file in tmp_path.iterdir()] == ["mine.yaml"]


def test_an_unknown_clause_is_refused(shell: Shell) -> None:
    """With the nearest one there is."""

    assert_refused(shell("cases", DOCUMENT, "babby", *ON), "`baby`")
