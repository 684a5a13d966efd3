"""`threshold check`: problems, their JSON, and the exit status that they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.commands import CASE, DOCUMENT, Shell, assert_refused

if TYPE_CHECKING:
    from pathlib import Path


def changed(folder: Path, before: str, after: str) -> Path:
    """The small document with one place changed."""
    text = DOCUMENT.read_text(encoding="utf-8")
    assert before in text
    file = folder / "changed.yaml"
    file.write_text(text.replace(before, after, 1), encoding="utf-8", newline="\n")
    return file


def test_a_sound_document_is_fine(shell: Shell) -> None:
    """No problem: status 0, what is proved and the count are told."""

    ran = shell("check", "exampleshire", "--on", "2026-10-01")

    assert ran.status == 0
    assert "  - every rule can hold\n" in ran.out
    assert ran.out.endswith("\nexampleshire: 0 errors, 0 warnings.\n")


def test_an_error_is_a_no(shell: Shell, tmp_path: Path) -> None:
    """A problem of severity error gives status 1, with file, line, column and code."""

    file = changed(tmp_path, "yes: {level: child-protection, cite: p.3}", "yes: {level: nowhere, cite: p.3}")
    ran = shell("check", file)

    assert ran.status == 1
    assert f"{file}:" in ran.out
    assert ": error: " in ran.out
    assert "nowhere" in ran.out


def test_a_warning_is_fine(shell: Shell, tmp_path: Path) -> None:
    """Warnings alone give status 0 and are listed."""

    file = changed(tmp_path, "    cite: p.9\n", "")
    ran = shell("check", file, "--on", "2026-07-01")

    assert ran.status == 0
    assert "warning: " in ran.out
    assert "[no-citation]" in ran.out


def test_housekeeping_counts_from_the_day_given(shell: Shell) -> None:
    """On a later day the same document is past its review and its contacts are stale."""

    later = shell("check", DOCUMENT, "--on", "1/1/2028")

    assert later.status == 0
    assert "[past-review]" in later.out
    assert "[contact-stale]" in later.out


def test_json_has_the_promised_shape(shell: Shell) -> None:
    """One document gives one object with every key."""

    data = shell("check", DOCUMENT, "--json", "--on", "2028-01-01").json

    assert set(data) == {"document", "problems", "proved", "not_decided"}
    assert data["document"] == "small"
    assert "dead-rule" in data["proved"]
    assert data["not_decided"] == []
    keys = {"code", "severity", "about", "message", "file", "line", "column", "hint", "witness"}
    assert all(set(problem) == keys for problem in data["problems"])
    assert data["problems"]


def test_several_documents_give_a_list(shell: Shell, tmp_path: Path) -> None:
    """Each document has its own entry, in order, and one error among them is a no."""

    bad = changed(tmp_path, "level: child-protection, cite: p.3", "level: nowhere, cite: p.3")
    ran = shell("check", DOCUMENT, bad, "--json")

    assert ran.status == 1
    assert [entry["document"] for entry in ran.json] == ["small", str(bad)]


def test_another_format_is_a_no(shell: Shell) -> None:
    """A case is a readable file with problems."""

    assert shell("check", CASE).status == 1


def test_what_cannot_be_read_is_refused(shell: Shell, tmp_path: Path) -> None:
    """A folder and a missing file cannot be checked at all."""

    assert_refused(shell("check", tmp_path), "folder")
    assert_refused(shell("check", DOCUMENT.with_name("smal.yaml")), "Did you mean `small.yaml`?")


def test_a_supplied_document_is_known_by_its_id(shell: Shell) -> None:
    """`exampleshire` needs no path and has no errors; a slip gets the nearest name."""

    ran = shell("check", "exampleshire", "--json")

    assert ran.status == 0, ran.out
    assert ran.json["document"] == "exampleshire"
    assert_refused(shell("check", "exampleshir"), "Did you mean `exampleshire`?")


def test_what_is_not_decided_is_a_no(shell: Shell) -> None:
    """With too few steps nothing is called proved that was not: it is listed, and the status is 1."""

    ran = shell("check", DOCUMENT, "--on", "2026-07-01", "--steps", "1")
    data = shell("check", DOCUMENT, "--on", "2026-07-01", "--steps", "1", "--json").json

    assert ran.status == 1
    assert "Not proved within 1 step that" in ran.out
    assert "--steps 10" in ran.out
    open_codes = {one["code"] for one in data["not_decided"]}
    assert open_codes
    assert not open_codes & set(data["proved"])


@pytest.mark.parametrize("typed", ["0", "-5", "many", "9999999999999", "1.5", ""])
def test_steps_are_a_whole_number(shell: Shell, typed: str) -> None:
    """Anything else is refused in a sentence."""

    assert_refused(shell("check", DOCUMENT, f"--steps={typed}"), "number of steps")
