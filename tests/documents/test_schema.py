from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from tests.documents.corpus import TESTS, broken_cases, broken_documents, expected_file
from threshold_tool.documents.schema import json_schemas
from threshold_tool.documents.source import CASE_LIMITS, read_source
from threshold_tool.paths import documents_folder, question_sets_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHEMAS = json_schemas()
SHIPPED = [
    *documents_folder().glob("*.yaml"),
    *question_sets_folder().glob("*.yaml"),
    *(documents_folder() / "cases").glob("*.yaml"),
    *(documents_folder() / "vignettes").glob("*.yaml"),
]
GOOD = sorted([*SHIPPED, *(TESTS / "documents" / "good").rglob("*.yaml"), *(TESTS / "cases" / "good").rglob("*.yaml")])
# What one file's shape cannot show: dates that are not in the calendar, lengths of time, ids defined elsewhere.
SEEN_BY_SHAPE = (
    "answer-bound|answers-form|answers-or-number|bad-colour|bad-condition|bad-flag|bad-id|bad-number|bad-ref|bad-time|"
    "means-nothing|no-value|not-a-choice|says-nothing|too-few|unknown-key|wrong-format|wrong-shape|age-twice"
)
BROKEN = [
    path
    for path in (*broken_documents(), *broken_cases())
    if re.search(rf"^[0-9:]+ error ({SEEN_BY_SHAPE}): ", expected_file(path).read_text(encoding="utf-8"), re.MULTILINE)
]


def values(path: Path) -> Any:
    return read_source(path.read_bytes(), path.name, CASE_LIMITS).values


def as_editors_type(value: Any) -> Any:
    """The same with numbers and truth values, as an editor's YAML reads them; dates stay text."""
    if isinstance(value, dict):
        return {key: as_editors_type(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_editors_type(part) for part in value]
    if value in ("true", "false", "yes", "no"):
        return value in ("true", "yes")
    if isinstance(value, str) and re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", value):
        return float(value) if "." in value else int(value)
    return value


def complaints(value: Any, kind: str) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(SCHEMAS[kind]).iter_errors(value)]


def format_of(value: Any) -> str:
    stated = value.get("format") if isinstance(value, dict) else None
    return stated if stated in SCHEMAS else "threshold-document/1"


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_one_itself(kind: str) -> None:
    """Each schema obeys draft 2020-12, has a title, and leaves its place to whoever publishes it."""

    Draft202012Validator.check_schema(SCHEMAS[kind])

    assert SCHEMAS[kind]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMAS[kind]["title"]
    assert "$id" not in SCHEMAS[kind]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_is_accepted_as_text(path: Path) -> None:
    """What the tool accepts is accepted when every value is text, as the tool reads it."""

    assert complaints(values(path), format_of(values(path))) == []


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_is_accepted_as_an_editor_reads_it(path: Path) -> None:
    """What the tool accepts is accepted when an editor reads numbers and truth values."""

    typed = as_editors_type(values(path))

    assert complaints(typed, format_of(typed)) == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_is_refused(path: Path) -> None:
    """What is wrong in the shape of one file is seen by the schema, and so by an editor."""

    kind = "threshold-case/1" if "cases" in path.parts else "threshold-document/1"

    assert complaints(values(path), kind)


def test_most_of_the_corpus_is_refused() -> None:
    """The schema sees a good share of the broken files."""

    assert len(BROKEN) >= 40


def properties(schema: Any, name: str) -> Iterator[tuple[str, Any]]:
    for key, part in schema.get("properties", {}).items():
        yield f"{name}.{key}", part
    for key, part in schema.get("$defs", {}).items():
        yield from properties(part, key)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_key_is_described(kind: str) -> None:
    """Each key has a description in plain words, that begins like one and has no stop."""

    described = {name: part.get("description", "") for name, part in properties(SCHEMAS[kind], "")}

    assert [name for name, words in described.items() if not re.match(r"[A-Za-z`].{7,}[^.]$", words)] == []


def changed(**changes: Any) -> Any:
    whole = values(TESTS / "documents" / "good" / "smallshire.yaml")
    return {key: part for key, part in {**whole, **changes}.items() if part is not None}


def test_a_document_without_a_parent_states_everything() -> None:
    """Without `extends`, the keys of a whole document are asked for and those of an overlay refused."""

    level = changed()["levels"][0]

    assert complaints(changed(board=None), "threshold-document/1")
    assert complaints(changed(remove=["x"]), "threshold-document/1")
    assert complaints(changed(levels=[level]), "threshold-document/1")
    assert complaints(changed(levels=[level, {**level, "above": "universal"}]), "threshold-document/1")


def test_an_overlay_states_who_it_is() -> None:
    """With `extends`, only format, id and edition are asked for, and whatever is there has to be right."""

    overlay = {"format": "threshold-document/1", "id": "a", "edition": 2, "extends": {"id": "b", "edition": 1}}
    level = {**changed()["levels"][0], "above": "universal"}

    assert complaints({**overlay, "levels": [level], "remove": ["a=b"]}, "threshold-document/1") == []
    assert complaints({**overlay, "id": None}, "threshold-document/1")
    assert complaints({**overlay, "levels": [{"id": "x"}]}, "threshold-document/1")
