"""The grid of the paper twin: every placement in the column of its level, in the row of its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.documents.worded_document import worded
from tests.reports.paper_text import of_kind
from threshold_tool.documents.loader import require_document
from threshold_tool.documents.questions import parse_cut
from threshold_tool.evaluation.compiled import compile_document
from threshold_tool.paths import documents_folder
from threshold_tool.reports import blocks as b
from threshold_tool.reports.paper import paper_of

if TYPE_CHECKING:
    from threshold_tool.documents.loaded import LoadedDocument
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.reports.blocks import Grid, GridRow
    from threshold_tool.reports.paper_grid import Sides

SUPPLIED = tuple(sorted(file.stem for file in documents_folder().glob("*.yaml")))
LOW, MIDDLE, HIGH = 0, 1, 2


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> CompiledDocument:
    return compile_document(worded(tmp_path_factory.mktemp("documents")))


def grid_of(compiled: CompiledDocument, sides: Sides = "theme") -> Grid:
    (grid,) = of_kind(paper_of(compiled, sides), b.Grid)
    return grid


def row_of(compiled: CompiledDocument, question: str) -> GridRow:
    ask = compiled.source.questions[question].ask
    return next(row for group in grid_of(compiled).groups for row in group.rows if ask in b.plain(row.about[0]))


def cells_of(compiled: CompiledDocument, question: str) -> list[list[str]]:
    """The entries at each level, typed plainly."""
    return [
        [b.plain(entry).replace("\u2018", "'").replace("\u2019", "'").replace("\u00a0", " ") for entry in cell]
        for cell in row_of(compiled, question).cells
    ]


def words_of(source: LoadedDocument, question: str, answer: str) -> str:
    grade = source.questions[question].grade_of(answer)
    if grade is not None:
        return source.questions[question].options[grade].text
    cut = parse_cut(answer)
    return str(cut.bound) if cut else "Not known"


@pytest.mark.parametrize("document", SUPPLIED)
@pytest.mark.parametrize("sides", ["theme", "domain"])
def test_every_placement_stands_in_the_column_of_its_level(document: str, sides: Sides) -> None:
    """Each written placement is one entry under its level: its answer's words and its citation."""

    compiled = compile_document(require_document(documents_folder() / f"{document}.yaml"))
    source = compiled.source
    grid = grid_of(compiled, sides)
    rows = {b.plain(row.about[0]).partition(". ")[2]: row for group in grid.groups for row in group.rows}
    asked = [source.questions[question].ask for question in source.document.placements]
    assert sorted(rows) == sorted(asked)
    for question, placements in source.document.placements.items():
        cells = rows[source.questions[question].ask].cells
        for answer, placement in placements.items():
            if placement.level is None:
                continue
            entries = [b.plain(entry) for entry in cells[source.level_order[placement.level]]]
            cite = f" [{placement.cite}]" if placement.cite else ""
            words = words_of(source, question, answer)
            assert any(e.startswith(words) or words in e.partition("[")[0] for e in entries if cite in e), answer


@pytest.mark.parametrize("document", SUPPLIED)
def test_no_entry_is_without_a_placement(document: str) -> None:
    """There are as many entries as written placements that decide something: none is made up, none said twice."""

    compiled = compile_document(require_document(documents_folder() / f"{document}.yaml"))
    entries = [
        entry for group in grid_of(compiled).groups for row in group.rows for cell in row.cells for entry in cell
    ]
    clauses = [
        clause
        for question in compiled.questions.values()
        for clause in (*dict.fromkeys(question.clauses), question.not_known)
        if clause is not None and clause.level is not None
    ]
    assert len(entries) == len(clauses)


def test_immediate_stands_in_words(small: CompiledDocument) -> None:
    """An answer that calls for action at once says so, and one that does not is silent."""

    assert cells_of(small, "danger-now") == [[], [], ["Yes [p.1]\nAct at once"]]


def test_suspected_that_counts_as_yes_is_named_with_it(small: CompiledDocument) -> None:
    """Without a placement of its own `suspected` stands under the `yes` whose level it takes."""

    assert cells_of(small, "told")[HIGH] == ["Yes [p.3]\nThe same: 'Suspected'"]


def test_not_known_has_its_own_entry(small: CompiledDocument) -> None:
    """What is placed for `not-known` is listed at its level with what it requires."""

    assert cells_of(small, "told")[MIDDLE] == ["Not known [p.2]\nAlso do: ask again (action 3)"]


def test_suspected_with_an_action_takes_the_level_of_yes(small: CompiledDocument) -> None:
    """Its own action and that of `yes` both stand with it."""

    suspected, yes = cells_of(small, "hurt")[HIGH]

    assert suspected == (
        "Suspected [p.4]\nTakes the level of 'Yes'\nAlso do: write it down (action 5); telephone (action 4)"
    )
    assert yes == "Yes [p.5]\nAlso do: telephone (action 4)"


def test_an_answer_without_a_placement_stands_under_the_one_before(small: CompiledDocument) -> None:
    """It is named once, under the answer whose placement it takes; an action alone keeps that level too."""

    assert cells_of(small, "effect")[MIDDLE] == [
        "Some lateness [p.6]\nThe same: 'More lateness'",
        "Missed meals [p.7]\nThe same: 'Left alone'\nTakes the level of 'Some lateness'\nAlso do: ask again (action 3)",
    ]


def test_an_action_without_any_level_stands_with_the_question(small: CompiledDocument) -> None:
    """Nothing is placed in a column that the document does not name."""

    row = row_of(small, "pattern")

    assert cells_of(small, "pattern") == [[], [], []]
    assert b.plain(row.about[1]) == "At no level of its own:"
    assert b.plain(row.about[2]).startswith("Often [p.8]")


def test_a_number_stands_by_its_bound(small: CompiledDocument) -> None:
    """The worse side is said, and a bound that only a rule uses makes no entry."""

    assert cells_of(small, "attendance") == [[], ["Below 90% [p.9]"], ["Below 50% [p.10]"]]
    assert cells_of(small, "calls") == [["1 or more (calls) [p.11]"], ["3 or more (calls) [p.12]"], []]


def test_rows_are_grouped_by_theme_or_by_domain(small: CompiledDocument) -> None:
    """Groups keep the document's order, leave out those without rows, and end with what belongs to none."""

    assert [group.title for group in grid_of(small).groups] == ["Drink", "School", "Other questions"]
    assert [group.title for group in grid_of(small, "domain").groups] == ["Care", "Home", "Other questions"]


def test_columns_are_the_levels_with_their_bands(small: CompiledDocument) -> None:
    """Each level has one column, lowest first, in words; the colour only adds to them."""

    columns = grid_of(small).columns

    assert [b.plain(column.head) for column in columns] == [
        "Low level",
        "Middle level\nPart of Upper band",
        "High level\nPart of Upper band",
    ]
    assert [column.colour for column in columns] == ["#2e7d32", "#b26a00", "#b00020"]


def test_a_question_without_placements_is_listed_apart(small: CompiledDocument) -> None:
    """It has no row, yet a reader finds it named."""

    report = paper_of(small)
    listed = [b.plain(item) for block in of_kind(report, b.Bullets) for item in block.items]

    assert any("Does a rule read this?" in item for item in listed)
