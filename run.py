"""Set the Threshold Tool up beside this file, then run it. Needs nothing but Python.

    python3 run.py                       the main job
    python3 run.py test [pytest args]    the checks a change has to pass
    python3 run.py assess DOC CASE       any command of `threshold`, with its exit status

On Windows say `py run.py`. The set-up goes into `.venv` and is repeated only when `pyproject.toml`,
the Python version or the place of this folder changes.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
import venv
from pathlib import Path
from typing import Sequence  # noqa: UP035 - an older Python has to get as far as the sentence about its age

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
COULD_NOT_RUN = 2

READY = "threshold-ready"
UNFINISHED = "threshold-unfinished"
PIP_LOG = "threshold-pip.log"

QT_PACKAGES = "libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"
APT_INSTALL = "sudo apt-get install -y --no-install-recommends"
MISSING_LIBRARY = re.compile(r"ImportError: (lib[\w.+-]+\.so[\w.]*): cannot open shared object file")
NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeoutError|ReadTimeoutError|ProxyError"
    r"|Network is unreachable|Temporary failure in name resolution|getaddrinfo failed"
)

FULL_DISK = re.compile(r"No space left on device|not enough space on the disk")

THRESHOLD = ["-P", "-c", "import sys; from threshold_tool.cli.main import main; sys.exit(main())"]
MAIN_JOB = ["-P", "-m", "ui.app"]
CHECKS = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"])
PYTEST = ["pytest", "--numprocesses=auto"]  # a later `-n 0`, for a debugger say, takes its place


class CannotSetUp(Exception):
    """The tool cannot be set up or started; the text says what to do, in plain words."""


def main(arguments: Sequence[str]) -> int:
    """Set up, do what the arguments say, and return the exit status."""
    try:
        refuse_old_python(sys.version_info[:2])
        if arguments[:1] == ["test"]:
            python = set_up("test")
            return run_checks(python, arguments[1:])
        python = set_up("run")
        return run_tool(python, arguments)
    except CannotSetUp as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
    return COULD_NOT_RUN


def refuse_old_python(version: tuple[int, ...]) -> None:
    """Raise CannotSetUp when the Python `version` (major, minor) is older than the tool needs."""
    if version < OLDEST_PYTHON:
        raise CannotSetUp(
            f"The Threshold Tool needs Python {dotted(OLDEST_PYTHON)} or newer, and this is Python "
            f"{dotted(version)}. Install a newer one from https://www.python.org/downloads/ and start again."
        )


def dotted(version: tuple[int, ...]) -> str:
    """A version as people write it: (3, 11) as `3.11`."""
    return ".".join(str(part) for part in version)


def venv_python(folder: Path, system: str = os.name) -> Path:
    """The Python of the environment in `folder`; `system` is as `os.name` gives it."""
    return folder / "Scripts" / "python.exe" if system == "nt" else folder / "bin" / "python"


def wanted(kind: str, root: Path = ROOT, version: str = sys.version) -> str:
    """What an environment must have been set up for: `kind` is `run` or `test`, which has more in it.

    The place counts because an editable installation points to it.
    """
    digest = hashlib.sha256((root / "pyproject.toml").read_bytes())
    digest.update(f"\0{version}\0{root}".encode())
    return f"{kind} {digest.hexdigest()}"


def is_ready(folder: Path, kind: str, root: Path = ROOT, version: str = sys.version) -> bool:
    """Whether the environment in `folder` was set up to the end for `kind`; `test` serves for both."""
    mark = folder / READY
    if (folder / UNFINISHED).exists() or not mark.is_file() or not venv_python(folder).exists():
        return False
    good = {wanted(each, root, version) for each in (kind, "test")}
    return mark.read_text(encoding="utf-8") in good


def set_up(kind: str) -> Path:
    """Make the environment ready for `kind`, `run` or `test`; return its Python.

    Raises CannotSetUp with a sentence that says what to do.
    """
    python = venv_python(VENV)
    if is_ready(VENV, kind):
        return python
    print(f"Setting up in {VENV}. The first time takes a minute or two.", file=sys.stderr)
    try:
        make_environment(python)
        install(python, kind)
    except OSError as error:
        raise CannotSetUp(f"The folder {VENV} cannot be written: {error.strerror or error}.") from error
    return python


def make_environment(python: Path) -> None:
    """Make the environment, anew when an earlier installation was cut off half way or no longer runs."""
    unfinished = VENV / UNFINISHED
    if works(python) and not unfinished.exists():
        return
    venv.create(VENV, clear=True, with_pip=False, symlinks=os.name != "nt")
    unfinished.touch()
    # Where Debian's python3-venv is not installed this does nothing, and the pip outside is used.
    run_quietly([str(python), "-m", "ensurepip", "--default-pip"])


def works(python: Path) -> bool:
    """Whether `python` is there and runs the same version as this one."""
    if not python.exists():
        return False
    answer = run_quietly([str(python), "-c", "import sys; print(sys.version)"])
    return answer.returncode == 0 and answer.stdout.strip() == sys.version.strip()


def install(python: Path, kind: str) -> None:
    """Install the tool, and with `kind` `test` what checks it, from this folder."""
    unfinished = VENV / UNFINISHED
    unfinished.touch()
    what = f"{ROOT}[test]" if kind == "test" else str(ROOT)
    answer = run_quietly([*pip_for(python), "install", "--quiet", "--editable", what])
    if answer.returncode != 0:
        said = answer.stdout + answer.stderr
        (VENV / PIP_LOG).write_text(said, encoding="utf-8", newline="\n")
        if NO_NETWORK.search(said):
            # pip fetches everything before it changes anything, so what was there still works.
            unfinished.unlink()
        raise CannotSetUp(why_pip_failed(said, VENV / PIP_LOG))
    (VENV / READY).write_text(wanted(kind), encoding="utf-8", newline="\n")
    unfinished.unlink()


def pip_for(python: Path) -> list[str]:
    """The start of a pip command that installs into the environment of `python`.

    Raises CannotSetUp when there is no pip, neither inside the environment nor beside this Python.
    """
    if run_quietly([str(python), "-m", "pip", "--version"]).returncode == 0:
        return [str(python), "-m", "pip"]
    if importlib.util.find_spec("pip") is not None:
        return [sys.executable, "-m", "pip", "--python", str(python)]
    raise CannotSetUp(
        "This Python has no pip, which fetches what the tool needs. On Debian or Ubuntu install it with:\n"
        f"  {APT_INSTALL} python3-pip\n"
        "Elsewhere run this, and start again:\n"
        f"  {sys.executable} -m ensurepip"
    )


def why_pip_failed(said: str, log: Path) -> str:
    """One plain sentence for what pip said when it failed; `log` is the file that holds all of it."""
    if NO_NETWORK.search(said):
        return (
            "The first start fetches what the tool needs, and the network does not answer. Connect, or ask "
            "whoever runs your network how pip reaches its packages, and start again. After that the tool "
            f"needs no network. What pip said is in {log}."
        )
    if FULL_DISK.search(said):
        return "The disk is full. The tool needs about 500 MB beside this file. Make room and start again."
    last = [line for line in said.splitlines() if line.strip()][-1:]
    return "\n  ".join([f"pip could not install the tool. What it said is in {log}. It ended with:", *last])


def run_tool(python: Path, arguments: Sequence[str]) -> int:
    """Run the main job, or the `threshold` command that `arguments` name; return its exit status."""
    command = [*THRESHOLD, *arguments] if arguments else MAIN_JOB
    return subprocess.call([str(python), *command])


def run_checks(python: Path, pytest_arguments: Sequence[str]) -> int:
    """Run every check, even after one fails; return the first exit status that is not 0."""
    statuses = [
        subprocess.call([str(python), "-m", *check], cwd=ROOT) for check in (*CHECKS, [*PYTEST, *pytest_arguments])
    ]
    failed = next((status for status in statuses if status), 0)
    if failed:
        qt = run_quietly([str(python), "-c", "import PySide6.QtWidgets"])
        advice = advice_on_missing_library(qt.stderr)
        if advice:
            print(advice, file=sys.stderr)
    return failed


def advice_on_missing_library(said: str) -> str | None:
    """What to install when Qt said that the system lacks a library of its own; None when it did not."""
    missing = MISSING_LIBRARY.search(said)
    if missing is None:
        return None
    return f"Qt needs {missing[1]}, which is not installed. On Debian or Ubuntu:\n  {APT_INSTALL} {QT_PACKAGES}"


def run_quietly(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a command to its end and keep what it says."""
    return subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
