"""The main job: an interview at a terminal, the example elsewhere."""

from __future__ import annotations

import errno
import io
import os
from typing import TYPE_CHECKING

from threshold_tool.cli import main_job
from threshold_tool.errors import CannotWrite

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_the_example_is_shown_where_nobody_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a terminal the example is assessed, and its record is among the person's records."""

    monkeypatch.setattr("threshold_tool.paths.records_folder", lambda: tmp_path)
    status = main_job.run()
    printed = capsys.readouterr()

    assert status == 0, printed.err
    assert "example" in printed.out.splitlines()[0]
    assert "999" in printed.out
    assert [file.name for file in tmp_path.iterdir()] == ["example-record.pdf"]
    assert str(tmp_path / "example-record.pdf") in printed.out
    assert (tmp_path / "example-record.pdf").read_bytes().startswith(b"%PDF-")


def test_a_second_record_does_not_replace_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each run writes a file of its own."""

    monkeypatch.setattr("threshold_tool.paths.records_folder", lambda: tmp_path)
    (tmp_path / "example-record.pdf").write_bytes(b"first")
    main_job.run()

    assert (tmp_path / "example-record.pdf").read_bytes() == b"first"
    assert (tmp_path / "example-record-2.pdf").exists()


def test_the_record_goes_here_where_the_own_folder_is_closed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the person's folder takes nothing, the working folder does, and the text says so."""

    def closed() -> Path:
        raise CannotWrite("closed")

    monkeypatch.setattr("threshold_tool.paths.records_folder", closed)
    monkeypatch.chdir(tmp_path)

    assert main_job.run() == 0
    assert "goes into the folder you are in" in capsys.readouterr().out
    assert (tmp_path / "example-record.pdf").exists()


def test_a_record_that_cannot_be_written_leaves_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a full disk the result is shown, the status is 2 and no empty file stays."""

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("threshold_tool.paths.records_folder", lambda: tmp_path)
    monkeypatch.setattr("threshold_tool.files.os.fsync", full)
    status = main_job.run()
    printed = capsys.readouterr()

    assert status == 2
    assert "Child A: Level" in printed.out
    assert "the disk is full" in printed.err
    assert list(tmp_path.iterdir()) == []


def test_at_a_terminal_it_is_the_interview(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where somebody can answer, the questions of the supplied document are asked."""

    screen = Terminal()
    monkeypatch.setattr("sys.stdin", Terminal("8 years\nq\n"))
    monkeypatch.setattr("sys.stdout", screen)
    status = main_job.run()

    assert status == 2
    assert "999" in screen.getvalue().splitlines()[0]
    assert "Stopped. Nothing was kept." in screen.getvalue()
