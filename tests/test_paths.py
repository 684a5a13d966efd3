"""Shipped files are found in every form of the program; records never replace one another."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from threshold_tool import paths
from threshold_tool.errors import CannotRead, CannotWrite


def test_the_shipped_folders_are_there() -> None:
    """Documents, question sets and example cases are found from a checkout."""

    folders = [paths.documents_folder(), paths.question_sets_folder(), paths.example_cases_folder()]

    assert [folder for folder in folders if not folder.is_dir()] == []


def test_a_shipped_document_is_found_by_its_id() -> None:
    """The id of a shipped document leads to its file."""

    assert paths.shipped_document("exampleshire") == paths.documents_folder() / "exampleshire.yaml"


def test_an_unknown_document_is_named() -> None:
    """A document that is not shipped raises an error that names it."""

    with pytest.raises(CannotRead, match=r"nowhere\.yaml"):
        paths.shipped_document("nowhere")


def test_an_unknown_resource_is_named() -> None:
    """A resource that is missing raises an error that names it."""

    with pytest.raises(CannotRead, match=r"nothing\.ttf"):
        paths.resource("fonts/nothing.ttf")


@pytest.mark.parametrize("name", ["../pyproject.toml", "fonts/../../run.py", "/run.py", "fonts\\a.ttf", "C:a.ttf"])
def test_a_resource_cannot_lead_elsewhere(name: str) -> None:
    """A resource name never leaves the resources folder, on any system."""

    with pytest.raises(ValueError, match="named from the resources folder"):
        paths.resource(name)


def test_the_guide_is_found_and_nothing_else() -> None:
    """A file of the guide is found by its name; a name never leads out of the folder, and a missing one is named."""

    assert paths.guide_file("user-guide.md").is_file()
    with pytest.raises(CannotRead, match=r"README\.md"):
        paths.guide_file("../README.md")


def test_an_installed_copy_finds_its_own_files(tmp_path: Path) -> None:
    """Where the package is copied together with its documents, as in a wheel, it finds that copy."""

    for folder in ("threshold_tool", "threshold_documents"):
        shutil.copytree(
            paths.documents_folder().parent / folder,
            tmp_path / folder,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
    ask = "from threshold_tool import paths; print(paths.shipped_document('exampleshire'))"

    answer = subprocess.run(
        [sys.executable, "-c", ask], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )

    assert Path(answer.stdout.strip()) == (tmp_path / "threshold_documents" / "exampleshire.yaml").resolve()


def test_records_go_into_documents(tmp_path: Path) -> None:
    """A person's Documents folder, where there is one, gets a folder for records."""

    (tmp_path / "Documents").mkdir()

    folder = paths.records_folder(tmp_path)

    assert folder == tmp_path / "Documents" / "Threshold Tool"
    assert folder.is_dir()


def test_records_go_home_without_documents(tmp_path: Path) -> None:
    """Where there is no Documents folder the person's own folder serves."""

    assert paths.records_folder(tmp_path) == tmp_path / "Threshold Tool"


def test_the_records_folder_may_be_there(tmp_path: Path) -> None:
    """The second record goes where the first went."""

    assert paths.records_folder(tmp_path) == paths.records_folder(tmp_path)


def test_records_need_a_folder(tmp_path: Path) -> None:
    """Where no folder can be made, the error says what to do instead."""

    with pytest.raises(CannotWrite, match="Name a file to write to"):
        paths.records_folder(tmp_path / "missing")


def test_a_new_file_has_the_plain_name(tmp_path: Path) -> None:
    """The first record of a name gets that name, and is there at once."""

    path = paths.new_file(tmp_path, "record", ".pdf")

    assert path == tmp_path / "record.pdf"
    assert path.read_bytes() == b""


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    """A name that is taken is counted on, and what was there stays as it was."""

    (tmp_path / "record.pdf").write_bytes(b"first")

    later = [paths.new_file(tmp_path, "record", ".pdf").name for _ in range(2)]

    assert later == ["record-2.pdf", "record-3.pdf"]
    assert (tmp_path / "record.pdf").read_bytes() == b"first"


def test_a_new_file_in_no_folder_is_refused(tmp_path: Path) -> None:
    """A folder that does not exist gives a clear error."""

    with pytest.raises(CannotWrite, match="Nothing can be written"):
        paths.new_file(tmp_path / "missing", "record", ".pdf")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps its own access lists")
def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    """Other accounts of the machine cannot read a record or list the folder."""

    folder = paths.records_folder(tmp_path)
    path = paths.new_file(folder, "record", ".pdf")

    assert path.stat().st_mode & 0o077 == 0
    assert folder.stat().st_mode & 0o077 == 0
