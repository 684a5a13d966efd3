"""Arguments, exit statuses, and what happens when something stops a command."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.architecture.repository import ROOT
from tests.cli.commands import CASE, DOCUMENT, Shell, assert_refused
from threshold_tool.cli import main as cli

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAVY = ("yaml", "pydantic", "reportlab", "holidays")


def run_apart(*arguments: object) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "threshold_tool.cli.main", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_help_tells_every_command(shell: Shell) -> None:
    """`--help` names the commands and the exit statuses, and is fine."""

    ran = shell("--help")

    assert ran.status == 0
    assert all(command in ran.out for command in ("check", "assess", "interview", "vignettes", "compare", "schema"))
    assert "Exit status" in ran.out


@pytest.mark.parametrize("command", ["check", "assess", "interview", "vignettes", "compare", "schema"])
def test_every_command_has_help(shell: Shell, command: str) -> None:
    """Each command explains itself and takes --json."""

    ran = shell(command, "--help")

    assert ran.status == 0
    assert "--json" in ran.out


def test_help_imports_nothing_heavy() -> None:
    """`--help` answers without the libraries that take long to import."""

    code = (
        "import sys; from threshold_tool.cli.main import main; main(['--help']);"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    assert result.stderr.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Name a command"),
        (["asess"], "Did you mean `assess`?"),
        (["assess"], "DOC"),
        (["assess", "x"], "CASE"),
        (["check"], "DOC"),
        (["check", "x", "--on"], "--on"),
        (["check", "x", "--bogus"], "--bogus"),
        (["--bogus"], "--bogus"),
        (["assess", "x", "y", "--pd", "z"], "--pd"),
        (["assess", "x", "y", "--bogus"], "`threshold assess --help`"),
        (["check", "small", "--on", "tomorrow"], "2026-09-01"),
        (["check", "small", "--on", "2026-02-30"], "calendar"),
    ],
)
def test_wrong_arguments_are_refused(shell: Shell, arguments: Sequence[str], words: str) -> None:
    """Arguments that do not fit end with status 2 and a sentence that names what is wrong."""

    assert_refused(shell(*arguments), words)


def test_errors_are_json_with_json(shell: Shell) -> None:
    """With --json an error is JSON on the standard output, and nothing else is printed."""

    ran = shell("assess", "nowhere.yaml", "case.yaml", "--json")

    assert ran.status == 2
    assert set(ran.json) == {"error", "problems"}
    assert "nowhere.yaml" in ran.json["error"]
    assert ran.err == ""


def test_the_version_is_told(shell: Shell) -> None:
    """`--version` prints it and is fine."""

    ran = shell("--version")

    assert ran.status == 0
    assert ran.out.startswith("threshold ")


def test_a_bug_becomes_one_sentence_without_its_text(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the tool says its kind and place, never its text, which may speak of a child."""

    def fail(_options: object) -> int:
        raise RuntimeError("A told the teacher")

    monkeypatch.delenv(cli.SHOW_BUGS, raising=False)
    monkeypatch.setattr("threshold_tool.cli.commands.check.run", fail)
    ran = shell("check", DOCUMENT)

    assert_refused(ran, "RuntimeError", "tests.cli.test_main")
    assert "told the teacher" not in ran.err + ran.out


def test_a_bug_is_shown_whole_when_asked_for(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the debug variable set the exception comes through."""

    def fail(_options: object) -> int:
        raise RuntimeError("here")

    monkeypatch.setenv(cli.SHOW_BUGS, "1")
    monkeypatch.setattr("threshold_tool.cli.commands.check.run", fail)

    with pytest.raises(RuntimeError, match="here"):
        shell("check", DOCUMENT)


def test_stopping_is_calm(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends a command with status 2 and one word."""

    def stop(_options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("threshold_tool.cli.commands.check.run", stop)
    ran = shell("check", DOCUMENT)

    assert ran.status == 2
    assert ran.err == "Stopped.\n"


def test_a_reader_that_stops_is_no_trouble() -> None:
    """When whoever reads the output goes away, as `head` does, nothing is said about it."""

    code = (
        "import subprocess, sys\n"
        "command = [sys.executable, '-m', 'threshold_tool.cli.main', 'assess', *sys.argv[1:]]\n"
        "run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)\n"
        "run.stdout.close()\n"
        "said = run.stderr.read().decode('utf-8')\n"
        "print(run.wait(), repr(said))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, str(DOCUMENT), str(CASE)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert result.stdout == "2 ''\n"


def test_the_module_runs_as_a_program() -> None:
    """Run apart, the exit status and the text are those of `main`."""

    fine, refused = run_apart("assess", DOCUMENT, CASE), run_apart("assess", DOCUMENT, "nowhere.yaml")

    assert fine.returncode == 0
    assert "Child A: Level 2: early help" in fine.stdout
    assert refused.returncode == 2
    assert refused.stderr.startswith("There is no file")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    arguments=st.lists(st.text(max_size=12) | st.sampled_from(["check", "assess", "--json", "schema", "-"]), max_size=4)
)
def test_no_arguments_make_it_fail(shell: Shell, arguments: list[str]) -> None:
    """Whatever is typed, the status is 0, 1 or 2 and Python says nothing."""

    ran = shell(*arguments)

    assert ran.status in {0, 1, 2}
    assert "Traceback" not in ran.err + ran.out
    assert "fault of the tool" not in ran.err + ran.out
