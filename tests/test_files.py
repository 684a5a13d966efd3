from __future__ import annotations

import errno
import os
import re
import stat
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threshold_tool.errors import CannotRead, CannotWrite
from threshold_tool.files import read_bytes, write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LIMIT = 1_000
posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no pipes, modes or holes in files, and other names")


def refused_reading(path: Path, limit: int = LIMIT) -> str:
    with pytest.raises(CannotRead) as caught:
        read_bytes(path, limit)
    return str(caught.value)


def refused_writing(path: Path) -> str:
    with pytest.raises(CannotWrite) as caught:
        write_atomically(path, b"new")
    return str(caught.value)


def fail_with(error: OSError) -> Callable[..., Any]:
    def fail(*_args: object, **_options: object) -> Any:
        raise error

    return fail


# Reading


def test_a_file_up_to_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    """The limit is the most that is read, and the message says how much that is."""

    file = tmp_path / "a.yaml"
    file.write_bytes(b"x" * LIMIT)
    assert read_bytes(file, LIMIT) == b"x" * LIMIT

    file.write_bytes(b"x" * (LIMIT + 1))
    assert refused_reading(file) == f"{file} is larger than 1,000 bytes, the most that can be read."


def test_bytes_are_read_as_they_are(tmp_path: Path) -> None:
    """Line ends and byte order marks are not touched, or signatures would break."""

    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfa\r\nb\x1a\rc")

    assert read_bytes(file, LIMIT) == b"\xef\xbb\xbfa\r\nb\x1a\rc"


@posix
def test_a_large_file_is_not_read_beyond_the_limit(tmp_path: Path) -> None:
    """A file of many gigabytes is refused without being read into memory."""

    file = tmp_path / "a.yaml"
    with file.open("wb") as opened:
        opened.truncate(50_000_000_000)

    assert "larger than 2 MB" in refused_reading(file, 2_000_000)


def test_a_missing_file_suggests_a_name_that_is_near(tmp_path: Path) -> None:
    """A slip in a file's name is answered with the name that was meant."""

    (tmp_path / "exampleshire.yaml").write_bytes(b"")
    (tmp_path / "other.txt").write_bytes(b"")

    missing = tmp_path / "exampelshire.yml"
    assert refused_reading(missing) == f"There is no file {missing}. Did you mean `exampleshire.yaml`?"


def test_a_missing_file_without_near_names_suggests_nothing(tmp_path: Path) -> None:
    """No guess is better than a wild one."""

    (tmp_path / "other.txt").write_bytes(b"")

    assert refused_reading(tmp_path / "exampleshire.yaml") == f"There is no file {tmp_path / 'exampleshire.yaml'}."


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """The message names the folder that is not there, also where a file stands in its place."""

    (tmp_path / "file").write_bytes(b"")

    assert refused_reading(tmp_path / "no" / "a.yaml") == f"There is no folder {tmp_path / 'no'}."
    assert refused_reading(tmp_path / "file" / "a.yaml") == f"There is no folder {tmp_path / 'file'}."


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    """A folder given by mistake is called one."""

    assert refused_reading(tmp_path) == f"{tmp_path} is a folder, not a file."


@posix
@pytest.mark.timeout(10)
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    """Opening a pipe nobody writes to would hang for ever."""

    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    assert refused_reading(pipe) == f"{pipe} is not an ordinary file."


@posix
@pytest.mark.timeout(10)
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_refused(device: str) -> None:
    """A device that never ends is not read at all."""

    assert refused_reading(Path(device)) == f"{device} is not an ordinary file."


@posix
def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    """A link to itself leads to no file."""

    (tmp_path / "a").symlink_to(tmp_path / "a")

    assert refused_reading(tmp_path / "a").startswith(f"{tmp_path / 'a'} could not be read (")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PermissionError(errno.EACCES, "denied"), "You do not have permission to read {}."),
        (OSError(errno.EIO, "Input/output error"), "{} could not be read (Input/output error)."),
        (OSError(), "{} could not be read (the system gave no reason)."),
    ],
)
def test_what_the_system_refuses_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, sentence: str
) -> None:
    """No permission and a failing disk are told apart."""

    file = tmp_path / "a.yaml"
    file.write_bytes(b"x")
    monkeypatch.setattr(Path, "open", fail_with(error))

    assert refused_reading(file) == sentence.format(file)


@given(st.text(max_size=40))
def test_no_name_of_a_file_raises_anything_else(name: str) -> None:
    """Whatever is given as a name, it is refused with a sentence that can be printed."""

    assert refused_reading(Path("no such folder", name)).isprintable()


# Writing


def test_a_new_file_gets_the_data_and_the_usual_permissions(tmp_path: Path) -> None:
    """A file saved here can be read by whoever can read the files beside it."""

    usual = tmp_path / "usual"
    usual.write_bytes(b"")
    new = tmp_path / "new"

    write_atomically(new, b"a\r\nb")

    assert new.read_bytes() == b"a\r\nb"
    assert new.stat().st_mode == usual.stat().st_mode
    assert sorted(tmp_path.iterdir()) == [new, usual]


@posix
def test_an_existing_file_keeps_its_permissions(tmp_path: Path) -> None:
    """A file its owner closed to others stays closed when saved again."""

    file = tmp_path / "a"
    file.write_bytes(b"old")
    file.chmod(0o640)

    write_atomically(file, b"new")

    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Saving through a link changes the file it leads to."""

    (tmp_path / "real").mkdir()
    file = tmp_path / "real" / "a"
    file.write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(file)

    write_atomically(link, b"new")

    assert link.is_symlink()
    assert file.read_bytes() == b"new"


@given(st.binary(max_size=2_000), st.binary(max_size=2_000))
def test_what_is_written_is_what_is_read(tmp_path_factory: pytest.TempPathFactory, first: bytes, second: bytes) -> None:
    """Saving twice leaves exactly the second content, even if it is shorter."""

    file = tmp_path_factory.mktemp("saved") / "a"
    write_atomically(file, first)
    write_atomically(file, second)

    assert read_bytes(file, 2_000) == second


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "could not be saved: the disk is full."),
        (OSError(errno.EROFS, "Read-only file system"), "could not be saved: the disk is read-only."),
        (OSError(errno.EIO, "Input/output error"), "could not be saved: Input/output error."),
        (
            PermissionError(errno.EACCES, "denied"),
            "could not be saved: you do not have permission, or another program has it open.",
        ),
    ],
)
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: OSError, words: str
) -> None:
    """Whichever step fails, the old content is whole, no file is left over and the sentence says why."""

    file = tmp_path / "a"
    file.write_bytes(b"old")
    monkeypatch.setattr(os if step == "fsync" else Path, step, fail_with(error))

    assert refused_writing(file) == f"{file} {words}"
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_an_interruption_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who stops the program while it saves loses nothing."""

    def interrupt(_file: int) -> None:
        raise KeyboardInterrupt

    file = tmp_path / "a"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", interrupt)

    with pytest.raises(KeyboardInterrupt):
        write_atomically(file, b"new")

    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_the_data_is_on_the_disk_before_the_old_file_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a power cut there must be the old content or the new, never an empty file."""

    steps: list[str] = []
    sync, replace = os.fsync, Path.replace

    def noted_sync(file: int) -> None:
        steps.append("sync")
        sync(file)

    def noted_replace(path: Path, target: Path) -> Path:
        steps.append(f"replace by {path.read_bytes().decode()}")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "replace", noted_replace)

    write_atomically(tmp_path / "a", b"new")

    assert steps[:2] == ["sync", "replace by new"]


def test_a_folder_that_cannot_be_synced_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows cannot open a folder; the file is saved all the same."""

    monkeypatch.setattr(os, "open", fail_with(PermissionError(errno.EACCES, "denied")))

    write_atomically(tmp_path / "a", b"new")

    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_missing_folder_is_not_made(tmp_path: Path) -> None:
    """A slip in a folder's name makes no new folder."""

    file = tmp_path / "no" / "a"

    assert refused_writing(file) == f"{file} could not be saved: the folder it belongs in does not exist."
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    """A folder given by mistake is called one and keeps its files."""

    folder = tmp_path / "folder"
    folder.mkdir()

    assert refused_writing(folder) == f"{folder} could not be saved: it is a folder."
    assert list(tmp_path.iterdir()) == [folder]


def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    """Who marks a file read-only means it, although replacing would go around the mark."""

    file = tmp_path / "a"
    file.write_bytes(b"old")
    file.chmod(stat.S_IREAD)

    assert refused_writing(file) == f"{file} could not be saved: the file is read-only."
    assert file.read_bytes() == b"old"
    file.chmod(stat.S_IREAD | stat.S_IWRITE)


@posix
def test_a_device_is_not_replaced(tmp_path: Path) -> None:
    """Output sent to a pipe or device must not put an ordinary file in its place."""

    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    assert refused_writing(pipe) == f"{pipe} could not be saved: it is not an ordinary file."
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@posix
def test_a_name_at_the_longest_allowed_is_written_and_a_longer_one_refused(tmp_path: Path) -> None:
    """The temporary file's name is no longer than the name that was asked for."""

    write_atomically(tmp_path / ("a" * 255), b"new")

    assert "could not be saved" in refused_writing(tmp_path / ("a" * 256))
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("name", ["a\0b", pytest.param("\ud800", marks=posix)])
def test_a_name_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    """Characters that no name may hold are refused in words that can be printed."""

    sentence = refused_writing(tmp_path / name)

    assert sentence.isprintable()
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB, where the system lets us mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True, capture_output=True)


def test_a_full_disk_keeps_the_old_file(small_disk: Path) -> None:
    """On a disk that is really full, saving says so and the old content stays."""

    file = small_disk / "a"
    write_atomically(file, b"old")

    with pytest.raises(CannotWrite, match=re.escape("the disk is full")):
        write_atomically(file, b"x" * 200_000)

    assert file.read_bytes() == b"old"
    assert list(small_disk.iterdir()) == [file]
