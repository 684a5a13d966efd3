"""The table of shared questions on paper."""

from __future__ import annotations

from tests.comparison.samples import both
from tests.reports.paper_text import all_text, of_kind
from threshold_tool.comparison.by_question import compare_questions
from threshold_tool.reports.blocks import Contents, Grid, Heading, plain
from threshold_tool.reports.pdf import render_pdf
from threshold_tool.reports.question_table import question_table_report


def cells(grid: Grid) -> dict[tuple[str, str], list[str]]:
    """Each row's cells, by question and answer."""
    return {
        (group.title, plain(row.about[0])): [plain(cell[0]).replace("\u00a0", " ") for cell in row.cells]
        for group in grid.groups
        for row in group.rows
    }


def test_areas_stand_side_by_side() -> None:
    """Every answer that an area places has a row, with one cell for each area and a mark in words."""
    grids = of_kind(question_table_report(compare_questions(both())), Grid)
    found = {key: value for grid in grids for key, value in cells(grid).items()}

    assert [plain(column.head) for column in grids[0].columns] == ["Small", "Neighbour"]
    assert found["Does this child sleep in class?", "Yes\nDiffers: the law behind it"] == [
        "Level 2: early help [p.6]",
        "Window 4: need [w.4]",
    ]
    assert found["How does drink affect care?", "Sometimes"] == [
        "Level 2: early help [p.4]",
        "Window 2: one agency [w.2]",
    ]


def test_differences_alone() -> None:
    """Rows on which all areas agree, and questions without any other row, are left out."""
    grids = of_kind(question_table_report(compare_questions(both()), differences_only=True), Grid)
    abouts = [about for grid in grids for _, about in cells(grid)]

    assert len(abouts) == 4
    assert all("Differs" in about for about in abouts)


def test_what_stands_apart_is_listed() -> None:
    """Questions of one area alone, and those with other answers, are told."""
    text = all_text(question_table_report(compare_questions(both())))

    assert "Does a parent work at sea?" in text
    assert "Has this child told somebody of harm?" in text
    assert "Does this child trust an adult?" in text


def test_a_third_area_that_does_not_ask_says_so() -> None:
    """A question that two of three areas ask has a cell that says so."""
    report = question_table_report(compare_questions({**both(), "again": both()["small"]}))

    assert "Does not ask this" in all_text(report)


def test_contents_lead_to_headings() -> None:
    """Every line of the contents has its heading."""
    report = question_table_report(compare_questions(both()))
    anchors = [heading.anchor for heading in of_kind(report, Heading) if heading.anchor]

    assert [anchor for _, anchor in of_kind(report, Contents)[0].entries] == anchors


def test_marks_and_fingerprints() -> None:
    """The print says which bytes it is made from, and that the documents are fictional."""
    report = question_table_report(compare_questions(both()))

    assert report.marks == ("TRAINING: a fictional document, not for a real child",)
    assert all(compiled.source.fingerprint in all_text(report) for compiled in both().values())


def test_it_can_be_drawn() -> None:
    """Both tables are drawn, also where there is nothing to show."""
    alike = compare_questions({"one": both()["small"], "two": both()["small"]})

    for table in (compare_questions(both()), alike):
        for only in (False, True):
            assert render_pdf(question_table_report(table, differences_only=only)).startswith(b"%PDF")
