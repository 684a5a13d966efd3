"""Reading a file whole and writing one so that either the old or the new content is there.

Everything that can go wrong with a disk becomes one sentence here.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from itertools import islice
from typing import TYPE_CHECKING

from threshold_tool.errors import CannotRead, CannotWrite
from threshold_tool.problems import did_you_mean

if TYPE_CHECKING:
    from pathlib import Path

_NAMES_LOOKED_AT = 2_000
_DISK_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def read_bytes(path: Path, limit: int) -> bytes:
    """The content of an ordinary file of at most `limit` bytes.

    Raises CannotRead, with one sentence a person can act on, for anything else.
    """
    name = _shown(path)
    try:
        _refuse_all_but_files(path.stat(), name)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise CannotRead(_missing(path)) from None
    except PermissionError:
        raise CannotRead(f"You do not have permission to read {name}.") from None
    except OSError as error:
        raise CannotRead(f"{name} could not be read ({_reason(error)}).") from error
    except ValueError:
        raise CannotRead(f"{name} cannot be the name of a file.") from None
    if len(data) > limit:
        most = f"{limit / 1_000_000:g} MB" if limit >= 100_000 else f"{limit:,} bytes"
        raise CannotRead(f"{name} is larger than {most}, the most that can be read.")
    return data


def write_atomically(path: Path, data: bytes) -> None:
    """Makes `data` the content of the file, on the disk when this returns.

    An existing file keeps its permissions, and a link keeps pointing to its file. Raises CannotWrite,
    with one sentence a person can act on, when that fails; the old file is then untouched.
    """
    name = _shown(path)
    try:
        target = path.resolve() if path.is_symlink() else path
        _replace(target, data, _mode_of_existing(target, name))
    except PermissionError:
        raise CannotWrite(
            f"{name} could not be saved: you do not have permission, or another program has it open."
        ) from None
    except (FileNotFoundError, NotADirectoryError):
        raise CannotWrite(f"{name} could not be saved: the folder it belongs in does not exist.") from None
    except OSError as error:
        raise CannotWrite(f"{name} could not be saved: {_cause(error)}.") from error
    except (ValueError, RuntimeError):
        raise CannotWrite(f"{name} cannot be the name of a file.") from None


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    # Not named after the target: a name near the longest that is allowed would become too long.
    new = target.parent / f"saving-{os.urandom(8).hex()}.tmp"
    try:
        with new.open("xb") as file:
            if mode is not None:
                new.chmod(mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(target)
    finally:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
    _make_replacement_last(target.parent)


def _make_replacement_last(folder: Path) -> None:
    """Puts the folder's new entry on the disk too, where the system can (Windows does so itself)."""
    with contextlib.suppress(OSError):
        entry = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)


def _mode_of_existing(target: Path, name: str) -> int | None:
    """Permissions of the file to be replaced, None if there is none; refuses what must not be replaced."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise CannotWrite(f"{name} could not be saved: it is a folder.")
    if not stat.S_ISREG(mode):
        raise CannotWrite(f"{name} could not be saved: it is not an ordinary file.")
    # Replacing needs no permission on the file itself, so a file marked read-only would be lost.
    if not mode & stat.S_IWRITE:
        raise CannotWrite(f"{name} could not be saved: the file is read-only.")
    return stat.S_IMODE(mode)


def _refuse_all_but_files(status: os.stat_result, name: str) -> None:
    """Refuses before opening: opening a pipe waits for ever, and some devices never end."""
    if stat.S_ISDIR(status.st_mode):
        raise CannotRead(f"{name} is a folder, not a file.")
    if not stat.S_ISREG(status.st_mode):
        raise CannotRead(f"{name} is not an ordinary file.")


def _missing(path: Path) -> str:
    if not path.parent.is_dir():
        return f"There is no folder {_shown(path.parent)}."
    near = did_you_mean(path.name, _names_beside(path))
    sentence = f"There is no file {_shown(path)}."
    return f"{sentence} {near}" if near else sentence


def _names_beside(path: Path) -> list[str]:
    try:
        entries = (entry.name for entry in path.parent.iterdir() if entry.is_file())
        return [name for name in islice(entries, _NAMES_LOOKED_AT) if name.isprintable()]
    except OSError:
        return []


def _cause(error: OSError) -> str:
    if error.errno in _DISK_FULL:
        return "the disk is full"
    if error.errno == errno.EROFS:
        return "the disk is read-only"
    return _reason(error)


def _reason(error: OSError) -> str:
    return error.strerror or "the system gave no reason"


def _shown(path: Path) -> str:
    """The path for a message: characters that cannot be printed become question marks."""
    return "".join(character if character.isprintable() else "?" for character in str(path))
