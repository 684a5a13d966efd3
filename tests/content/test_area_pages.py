"""The pages about the areas say what the documents say."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from tests.content.shipped import AREAS, compiled, document

PAGES = Path(__file__).resolve().parent.parent.parent / "docs" / "areas"
QUOTED = re.compile(r"`([^`]+)`")
CELL = re.compile(r"`([a-z0-9-]+)`(?: (.+))?")
FILE = re.compile(r"[\w/]+\.yaml")
KEYS = {"extends", "remove"}


@cache
def known() -> frozenset[str]:
    """Every id of every area that a page may name: levels, bands, rules, actions, questions, placements."""
    names: set[str] = set(KEYS)
    for area in AREAS:
        doc = document(area).document
        for entries in (doc.levels, doc.bands, doc.actions, doc.rules, doc.contacts, doc.sections):
            names |= {entry.id for entry in entries}
        names |= set(doc.statements) | set(document(area).questions)
        for question in document(area).questions.values():
            names |= {f"{question.id}={option.id}" for option in question.options} | {f"{question.id}=not-known"}
        names |= {f"{question}={answer}" for question, answers in doc.placements.items() for answer in answers}
    return frozenset(names)


def standing(area: str, question: str, answer: str) -> tuple[str, str | None]:
    """The level at which an answer alone stands in an area, and the page that says so."""
    found = compiled(area)
    asked = found.questions[question]
    grade = asked.question.grade_of(answer)
    if grade is None:
        words, bound = answer.rsplit(" ", 1)
        grade = asked.grade_of_number(Decimal(bound) - (1 if words == "below" else 0))
    clause = asked.clauses[grade]
    level = found.base if clause is None or clause.level is None else clause.level
    return found.level_id(level), clause.cite if clause else None


def rows(page: str, heading: str) -> list[list[str]]:
    """The rows of the table under a heading, its head included, cell by cell."""
    part = (PAGES / page).read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|") and not line.startswith("|---")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_area_has_its_page() -> None:
    """There is one page for each document, and the overview links to all of them."""
    overview = (PAGES / "README.md").read_text(encoding="utf-8")

    assert {path.stem for path in PAGES.glob("*.md")} == {*AREAS, "README"}
    assert all(f"({area}.md)" in overview for area in AREAS)


@pytest.mark.parametrize("page", sorted(path.name for path in PAGES.glob("*.md")))
def test_ids_on_the_pages_exist(page: str) -> None:
    """Every id that a page names is one of the documents'."""
    named = QUOTED.findall((PAGES / page).read_text(encoding="utf-8"))

    assert named
    assert [name for name in named if name not in known() and not FILE.fullmatch(name)] == []


def test_the_table_of_answers_is_right() -> None:
    """In the overview, each level and page of each answer is what the area's document says."""
    head, *answers = rows("README.md", "The same answer in four areas")
    assert len(answers) >= 25

    for entry, *cells in answers:
        question, answer = entry.strip("`").split("=", 1)
        for name, cell in zip(head[1:], cells, strict=True):
            said = CELL.fullmatch(cell)
            assert said, cell
            level, cite = standing(name.casefold(), question, answer)
            wanted = cite.replace("Eastmere supplement", "supplement") if cite else None
            assert (said[1], said[2]) == (level, wanted), (entry, name)


@pytest.mark.parametrize("area", AREAS)
def test_levels_on_the_page_are_the_areas(area: str) -> None:
    """The table of levels on an area's page has its levels in order, each with its law."""
    _, *levels = rows(f"{area}.md", "Levels")
    doc = document(area).document

    assert [row[0].strip("`") for row in levels] == [level.id for level in doc.levels]
    for row, level in zip(levels, doc.levels, strict=True):
        assert set(re.findall(r"[0-9]+", row[2])) == {basis[1:] for basis in level.legal_basis}
        assert level.name.startswith(row[1])


@pytest.mark.parametrize("area", [area for area in AREAS if area != "exampleshire"])
def test_differences_on_the_page_are_differences(area: str) -> None:
    """Where an area's page sets an answer beside Exampleshire's, both levels are right and differ."""
    _, *differences = rows(f"{area}.md", "What it does differently, and why")
    answers = [row for row in differences if "=" in row[0]]
    assert len(answers) >= 5

    for entry, theirs, ours, _ in answers:
        question, answer = entry.strip("`").split("=", 1)
        level, cite = standing(area, question, answer)
        assert theirs == f"`{standing('exampleshire', question, answer)[0]}`", entry
        assert ours == f"`{level}`, {(cite or '').replace('Eastmere supplement', 'supplement')}", entry
