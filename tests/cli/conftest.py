"""What the tests of the command line share."""

from __future__ import annotations

import pytest

from tests.cli.commands import Shell


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Runs a command and returns what it printed."""
    return Shell(capsys, monkeypatch)
