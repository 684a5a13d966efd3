"""The table of shared questions: rows, marks, and what stands apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings

from tests.comparison.samples import area, both
from tests.comparison.two_areas import two_areas_and_a_case
from tests.evaluation import engine
from threshold_tool.comparison.by_question import AnswerRow, QuestionTable, compare_questions

if TYPE_CHECKING:
    from pathlib import Path

random_areas = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


def rows(table: QuestionTable, question: str) -> dict[str, AnswerRow]:
    """The rows of one question by their answers."""
    return {row.answer: row for rows in table.questions if rows.question == question for row in rows.rows}


def cited(row: AnswerRow) -> dict[str, str | None]:
    """Where each document places an answer."""
    return {key: clause.cite if clause else None for key, clause in row.clauses.items()}


def test_each_answer_has_every_area_s_placement() -> None:
    """A row says where each document places the answer; an answer that nobody places has none."""
    found = rows(compare_questions(both()), "drink-effect")

    assert list(found) == ["sometimes", "often"]
    assert cited(found["often"]) == {"small": "p.5", "neighbour": "w.3"}


def test_rows_that_differ_say_in_what() -> None:
    """The law behind an answer and whether to act at once are compared; names of levels are not."""
    found = rows(compare_questions(both()), "drink-effect")

    assert found["sometimes"].facets == ()
    assert found["often"].facets == ("legal_basis", "immediate")


def test_cuts_of_every_area_are_rows() -> None:
    """A number is compared beyond each cut that some area uses."""
    found = rows(compare_questions(both()), "attendance")

    assert {answer: cited(row) for answer, row in found.items()} == {
        "below 90": {"small": "p.7", "neighbour": None},
        "below 80": {"small": "p.7", "neighbour": "w.5"},
        "below 50": {"small": "p.8", "neighbour": "w.6"},
    }
    assert found["below 90"].facets == ("above_when_nothing_matches",)
    assert found["below 80"].facets == ()


def test_what_one_area_asks_alone_stands_apart() -> None:
    """Questions of one area, and those that take other answers elsewhere, are listed and not compared."""
    table = compare_questions(both())

    assert table.only_in == {"told": "small", "boats": "neighbour"}
    assert table.other_answers == ("trusted-adult",)
    assert {q.question for q in table.questions} == {
        "danger-now",
        "drink-concern",
        "drink-effect",
        "sleeps",
        "attendance",
    }


def test_a_third_area_without_a_question_is_left_out_of_its_rows() -> None:
    """A question that two of three areas ask is shared by these two."""
    table = compare_questions({**both(), "again": area("small")})

    assert next(q.documents for q in table.questions if q.question == "told") == ("small", "again")
    assert table.only_in == {"boats": "neighbour"}


@random_areas
@given(drawn=two_areas_and_a_case())
def test_a_document_never_differs_from_itself(drawn: tuple[dict[str, Any], ...], tmp_path: Path) -> None:
    """Held against itself no row differs, and no question stands apart."""
    compiled = engine.compiled(drawn[0], tmp_path)

    assert not compare_questions({"one": compiled, "two": compiled}).differs


@random_areas
@given(drawn=two_areas_and_a_case())
def test_order_does_not_change_what_is_found(drawn: tuple[dict[str, Any], ...], tmp_path: Path) -> None:
    """With the documents in the other order the same rows differ in the same."""
    one, two = (engine.compiled(document, tmp_path) for document in drawn[:2])

    def found(table: QuestionTable) -> set[tuple[str, str, tuple[str, ...]]]:
        return {(q.question, row.answer, row.facets) for q in table.questions for row in q.rows}

    here, there = compare_questions({"one": one, "two": two}), compare_questions({"two": two, "one": one})
    assert found(here) == found(there)
    assert (here.differs, here.only_in) == (there.differs, there.only_in)
