"""Running the command line inside the test, and the small document and case that most tests use."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from threshold_tool.cli.main import main

if TYPE_CHECKING:
    import pytest

SAMPLES = Path(__file__).parent / "samples"
DOCUMENT = SAMPLES / "small.yaml"
CASE = SAMPLES / "case.yaml"
VIGNETTES = SAMPLES / "vignettes"


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit status and what it printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was printed, read as JSON; fails when it is anything else."""
        return json.loads(self.out)


class Shell:
    """Runs commands and captures what they print; `typed` are the lines that somebody types."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *arguments: object, typed: list[str] | None = None) -> Ran:
        text = "".join(f"{line}\n" for line in typed or ())
        self._monkeypatch.setattr("sys.stdin", io.StringIO(text))
        status = main([str(argument) for argument in arguments])
        printed = self._capsys.readouterr()
        return Ran(status, printed.out, printed.err)


def assert_refused(ran: Ran, *words: str) -> None:
    """The command could not be run: status 2, one clear sentence with these words, nothing of Python's."""
    said = ran.err or ran.out
    assert ran.status == 2, (ran.out, ran.err)
    assert "Traceback" not in said
    assert said.strip().splitlines()[0].endswith((".", "?")), said
    for word in words:
        assert word in said
