"""What works on Linux and fails on Windows is found before it reaches a Windows machine."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from tests.architecture.repository import ROOT, files, python_files
from tests.architecture.windows_slips import LONGEST_PATH, slips_in_names, slips_in_source


def test_no_source_of_ours_has_a_slip() -> None:
    """No Python source does what fails on Windows."""

    # The next file plants slips to be found.
    sources = [path for path in python_files() if path.name != "test_windows_slips.py"]
    found = [
        f"{path.as_posix()}:{slip}"
        for path in sources
        for slip in slips_in_source((ROOT / path).read_text(encoding="utf-8"))
    ]

    assert found == []


def test_no_name_of_ours_has_a_slip() -> None:
    """Every file of the repository can be checked out on Windows."""

    assert slips_in_names(files()) == []


@pytest.mark.parametrize(
    ("source", "slip"),
    [
        ("import fcntl", "fcntl is missing"),
        ("from pwd import getpwuid", "pwd is missing"),
        ("import os\nos.fork()", "os.fork is missing"),
        ("from os import geteuid", "os.geteuid is missing"),
        ("import signal\nsignal.signal(signal.SIGALRM, f)", "signal.SIGALRM is missing"),
        ("open('a')", "without encoding"),
        ("open('a', 'w')", "without encoding"),
        ("import io\nio.open('a', mode='w')", "without encoding"),
        ("path.open()", "without encoding"),
        ("path.open('w', newline='')", "without encoding"),
        ("with path.open(mode='a') as file: pass", "without encoding"),
        ("path.read_text()", "without encoding"),
        ("path.write_text('x', newline='')", "without encoding"),
        ("path.write_text('x', encoding='utf-8')", "without newline"),
        ("where = '/tmp'", "a place that Windows lacks"),
        ("where = '/dev/null'", "a place that Windows lacks"),
        ("where = f'/home/{name}'", "a place that Windows lacks"),
        ("import os\nwhere = folder + os.sep + name", "pathlib"),
        ("from os import sep", "pathlib"),
        ("day.strftime('%-d %B')", "date format"),
        ("f'{day:%-d}'", "date format"),
    ],
)
def test_a_planted_slip_is_found(source: str, slip: str) -> None:
    """Each kind of slip in a source is found, once, on its line."""

    found = slips_in_source(source)

    assert len(found) == 1
    assert found[0].startswith(f"{len(source.splitlines())}: ")
    assert slip in found[0]


@pytest.mark.parametrize(
    "source",
    [
        "open('a', 'rb')",
        "open('a', mode='wb')",
        "open('a', encoding='utf-8')",
        "path.open('rb')",
        "path.open(encoding='utf-8')",
        "path.read_bytes()",
        "path.read_text('utf-8')",
        "path.read_text(encoding='utf-8')",
        "path.write_text('x', encoding='utf-8', newline='\\n')",
        "open('a', **options)",
        "import os\nos.open(path, os.O_RDONLY)",
        "import webbrowser\nwebbrowser.open(address)",
        "import os\nos.replace(a, b)",
        "where = 'tmp/x'",
        "day.strftime('%d %B')",
        "import fcntl  # posix: guarded by the caller",
        "import os\nif os.name == 'posix':\n    os.fork()",
        "import os\nif hasattr(os, 'fork'):\n    os.fork()",
        "@posix\ndef test_a_pipe():\n    os.mkfifo(pipe)",
        "@pytest.mark.skipif(os.name == 'nt', reason='no devices')\ndef test_it():\n    open('/dev/null')",
    ],
)
def test_what_works_on_windows_is_left_alone(source: str) -> None:
    """What works on Windows, or says why it need not, is not reported."""

    assert slips_in_source(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "if ready:\n    os.fork()",
        "if os.name == 'posix':\n    pass\nos.fork()",
        "@pytest.mark.timeout(9)\ndef test_a_pipe():\n    os.mkfifo(pipe)",
        "@posix\ndef test_a_pipe(): pass\nos.mkfifo(pipe)",
    ],
)
def test_what_is_not_guarded_is_reported(source: str) -> None:
    """Another `if`, another mark, or a guard that has ended excuses nothing."""

    assert len(slips_in_source(source)) == 1


def test_an_excuse_needs_a_reason() -> None:
    """A bare `# posix:` excuses nothing."""

    assert slips_in_source("import fcntl  # posix:") != []


@pytest.mark.parametrize(
    ("names", "slip"),
    [
        (["docs/aux.md"], "keeps for itself"),
        (["CON/x.py"], "keeps for itself"),
        (["a/lpt1"], "keeps for itself"),
        (["a/Nul.tar.gz"], "keeps for itself"),
        (["a/what?.yaml"], "refuses"),
        (["a/12:30.yaml"], "refuses"),
        (["a/x."], "refuses"),
        (["a /x"], "refuses"),
        (["a\\b"], "refuses"),
        (["a/Read.md", "a/read.md"], "only in case"),
        (["Docs/a.md", "docs/b.md"], "only in case"),
        (["a/" + "x" * (LONGEST_PATH - 1)], "longer than"),
    ],
)
def test_a_planted_name_is_found(names: list[str], slip: str) -> None:
    """Each kind of name that Windows cannot hold is found, once."""

    found = slips_in_names(map(PurePosixPath, names))

    assert len(found) == 1
    assert slip in found[0]


@pytest.mark.parametrize(
    "name", ["a/context.py", "a/com.py", ".gitignore", "a/x.tar.gz", "a/" + "x" * (LONGEST_PATH - 2)]
)
def test_an_ordinary_name_is_left_alone(name: str) -> None:
    """Names that only look like reserved ones, and paths of just the greatest length, pass."""

    assert slips_in_names([PurePosixPath(name)]) == []
