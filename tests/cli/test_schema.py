"""`threshold schema`: the schemas by name, or one of them."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from tests.cli.commands import Shell, assert_refused

SCHEMAS = {"threshold-document/1": {"type": "object"}, "threshold-case/1": {"title": "Case"}}


@pytest.fixture(autouse=True)
def _stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Schemas of our own, so that the command is tested apart from what they say."""
    module = ModuleType("threshold_tool.documents.schema")
    module.json_schemas = lambda: SCHEMAS  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "threshold_tool.documents.schema", module)


def test_all_are_printed(shell: Shell) -> None:
    """Without a name, every schema under its format."""

    assert shell("schema").json == SCHEMAS
    assert shell("schema", "--json").json == SCHEMAS


def test_one_is_printed_alone(shell: Shell) -> None:
    """With a name, that schema itself, as an editor reads it."""

    assert shell("schema", "--format", "threshold-case/1").json == {"title": "Case"}


def test_another_name_is_refused(shell: Shell) -> None:
    """A format that is none gets the nearest name."""

    assert_refused(shell("schema", "--format", "threshold-case"), "Did you mean `threshold-case/1`?")
