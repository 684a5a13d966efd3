"""`run.py` sets the tool up with nothing but Python; here its decisions, without installing anything."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

import run

NO_NETWORK_SAYINGS = [
    "Retrying after connection broken by 'NewConnectionError(<...>: Failed to establish a new connection)'",
    "Retrying after connection broken by 'NameResolutionError(<...>: Failed to resolve)'",
    "socket.gaierror: [Errno 11001] getaddrinfo failed",
    "ProxyError('Cannot connect to proxy.', OSError(0, 'Error'))",
]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8", newline="\n")
    return tmp_path


@pytest.fixture
def environment(checkout: Path) -> Path:
    """An environment of the checkout in which everything but the mark of readiness is in place."""
    folder = checkout / ".venv"
    python = run.venv_python(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    return folder


def mark_ready(folder: Path, kind: str, version: str = sys.version) -> None:
    mark = run.wanted(kind, folder.parent, version)
    (folder / run.READY).write_text(mark, encoding="utf-8", newline="\n")


def ready(folder: Path, kind: str, version: str = sys.version) -> bool:
    return run.is_ready(folder, kind, folder.parent, version)


@pytest.mark.parametrize("version", [(3, 6), (3, 10), (2, 7)])
def test_an_old_python_is_refused(version: tuple[int, int]) -> None:
    """A Python older than 3.11 is refused in a sentence that names both versions."""

    with pytest.raises(run.CannotSetUp, match=rf"needs Python 3\.11 or newer.*Python {version[0]}\.{version[1]}\."):
        run.refuse_old_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 20), (4, 0)])
def test_a_new_python_is_accepted(version: tuple[int, int]) -> None:
    """Python 3.11 and everything after it is accepted."""

    run.refuse_old_python(version)


def test_an_old_python_gets_far_enough_to_be_refused() -> None:
    """Python 3.7 can read the file, so that it reaches the sentence about its age."""

    source = Path(run.__file__).read_text(encoding="utf-8")

    ast.parse(source, feature_version=(3, 7))


def test_only_the_standard_library_is_used() -> None:
    """`run.py` imports nothing that has to be installed first."""

    source = Path(run.__file__).read_text(encoding="utf-8")
    imports = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Import | ast.ImportFrom)]
    modules = {node.module or "" for node in imports if isinstance(node, ast.ImportFrom)}
    modules |= {alias.name for node in imports if isinstance(node, ast.Import) for alias in node.names}

    assert {name.partition(".")[0] for name in modules} <= sys.stdlib_module_names


def test_the_oldest_python_is_that_of_the_project() -> None:
    """`run.py` and pyproject.toml ask for the same Python."""

    project = (run.ROOT / "pyproject.toml").read_text(encoding="utf-8")

    assert f'requires-python = ">={run.dotted(run.OLDEST_PYTHON)}"' in project


@pytest.mark.parametrize(
    ("system", "place"), [("nt", "Scripts/python.exe"), ("posix", "bin/python")], ids=["Windows", "others"]
)
def test_python_is_found_inside_an_environment(system: str, place: str) -> None:
    """The Python of an environment lies where the system puts it."""

    assert run.venv_python(Path("env"), system) == Path("env") / place


def test_an_environment_that_was_set_up_is_ready(environment: Path) -> None:
    """After a set-up nothing is installed again."""

    mark_ready(environment, "run")

    assert ready(environment, "run")


def test_the_tests_serve_for_running(environment: Path) -> None:
    """What was set up for the tests holds everything the tool needs."""

    mark_ready(environment, "test")

    assert ready(environment, "run")


def test_running_does_not_serve_for_the_tests(environment: Path) -> None:
    """What was set up for running lacks what the tests need."""

    mark_ready(environment, "run")

    assert not ready(environment, "test")


def test_a_changed_project_is_installed_again(environment: Path) -> None:
    """A change of pyproject.toml asks for a new set-up."""

    mark_ready(environment, "run")
    project = environment.parent / "pyproject.toml"
    project.write_text("[project]\nname = 'x'\n", encoding="utf-8", newline="\n")

    assert not ready(environment, "run")


def test_another_python_is_installed_again(environment: Path) -> None:
    """A change of the Python version asks for a new set-up."""

    mark_ready(environment, "run", version="3.11.2")

    assert not ready(environment, "run", version="3.12.0")


def test_a_moved_checkout_is_installed_again(environment: Path, tmp_path: Path) -> None:
    """An editable installation points to its place, so a moved folder asks for a new set-up."""

    mark_ready(environment, "run")
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("pyproject.toml", ".venv"):
        (tmp_path / name).rename(moved / name)

    assert not ready(moved / ".venv", "run")


def test_an_interrupted_installation_is_not_ready(environment: Path) -> None:
    """A set-up that was cut off is not trusted, though an earlier one had ended well."""

    mark_ready(environment, "run")
    (environment / run.UNFINISHED).touch()

    assert not ready(environment, "run")


def test_a_missing_python_is_not_ready(environment: Path) -> None:
    """An environment whose Python is gone is not trusted."""

    mark_ready(environment, "run")
    run.venv_python(environment).unlink()

    assert not ready(environment, "run")


def test_no_environment_is_not_ready(checkout: Path) -> None:
    """A fresh checkout is not ready."""

    assert not ready(checkout / ".venv", "run")


@pytest.mark.parametrize("said", NO_NETWORK_SAYINGS)
def test_a_silent_network_is_named(said: str) -> None:
    """What pip says without a network becomes a sentence about the network."""

    assert "the network does not answer" in run.why_pip_failed(said, Path("pip.log"))


@pytest.mark.parametrize(
    "said",
    ["OSError: [Errno 28] No space left on device", "[WinError 112] There is not enough space on the disk"],
)
def test_a_full_disk_is_named(said: str) -> None:
    """What pip says on a full disk becomes a sentence about the disk."""

    assert run.why_pip_failed(said, Path("pip.log")).startswith("The disk is full.")


def test_another_failure_of_pip_is_passed_on() -> None:
    """The last thing pip said, and where the rest is, reach the person."""

    sentence = run.why_pip_failed("first\nERROR: last\n\n", Path("pip.log"))

    assert "pip.log" in sentence
    assert sentence.endswith("\n  ERROR: last")


def test_a_pip_that_says_nothing_still_gives_a_sentence() -> None:
    """No word from pip is no reason to fail a second time."""

    assert run.why_pip_failed("", Path("pip.log")).startswith("pip could not install the tool.")


def test_a_missing_library_of_qt_gets_its_apt_line() -> None:
    """The library is named, with the whole line that installs it."""

    advice = run.advice_on_missing_library(
        "Traceback (most recent call last):\n"
        "ImportError: libGL.so.1: cannot open shared object file: No such file or directory\n"
    )

    assert advice is not None
    assert "libGL.so.1" in advice
    assert "apt-get install -y --no-install-recommends libgl1 libegl1 " in advice


def test_another_import_error_gets_no_apt_line() -> None:
    """A missing Python module is not taken for a missing system library."""

    assert run.advice_on_missing_library("ModuleNotFoundError: No module named 'PySide6'") is None


def test_the_checks_install_the_same_libraries() -> None:
    """The apt line that a person gets and the packages that `.ci/run` installs are the same."""

    script = (run.ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert run.QT_PACKAGES in script


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that `run.py` starts instead of really starting them; each ends with status 1."""
    started: list[list[str]] = []

    def call(command: list[str], cwd: Path | None = None) -> int:
        started.append(command)
        return 1

    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(run, "set_up", lambda kind: Path(f"python-for-{kind}"))
    return started


def test_arguments_go_to_the_command_line(calls: list[list[str]]) -> None:
    """Arguments reach `threshold` as they are, and its exit status comes back."""

    status = run.main(["assess", "a document.yaml", "--json"])

    assert status == 1
    [command] = calls
    assert command[0] == "python-for-run"
    assert "threshold_tool.cli.main" in " ".join(command)
    assert command[-3:] == ["assess", "a document.yaml", "--json"]


def test_no_argument_starts_the_main_job(calls: list[list[str]]) -> None:
    """Without arguments the application starts."""

    run.main([])

    assert calls == [["python-for-run", *run.MAIN_JOB]]


def test_the_tests_run_every_check(calls: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """A failing check does not hide the ones after it, and pytest gets the arguments."""

    monkeypatch.setattr(run, "advice_on_missing_library", lambda said: None)
    monkeypatch.setattr(run, "run_quietly", lambda command: subprocess.CompletedProcess(command, 1, "", ""))

    status = run.main(["test", "-k", "one"])

    assert status == 1
    assert [command[2] for command in calls] == [check[0] for check in run.CHECKS] + ["pytest"]
    assert calls[-1][-2:] == ["-k", "one"]
    assert {command[0] for command in calls} == {"python-for-test"}


def test_a_person_gets_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What prevents the set-up is said in a sentence, with exit status 2 and no traceback."""

    def refuse(kind: str) -> Path:
        raise run.CannotSetUp("The disk is full.")

    monkeypatch.setattr(run, "set_up", refuse)

    assert run.main([]) == 2
    assert capsys.readouterr().err == "The disk is full.\n"


def test_no_pip_anywhere_gets_its_apt_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any pip the sentence says how to install it."""

    monkeypatch.setattr(run, "run_quietly", lambda command: subprocess.CompletedProcess(command, 1, "", ""))
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)

    with pytest.raises(run.CannotSetUp, match=r"apt-get install .* python3-pip"):
        run.pip_for(Path("python"))


def test_the_pip_outside_is_used_where_none_is_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Debian without python3-venv the system's own pip installs into the environment."""

    monkeypatch.setattr(run, "run_quietly", lambda command: subprocess.CompletedProcess(command, 1, "", ""))
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: object())

    assert run.pip_for(Path("python")) == [sys.executable, "-m", "pip", "--python", "python"]
