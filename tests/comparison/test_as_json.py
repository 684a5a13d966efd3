"""A comparison as plain data."""

from __future__ import annotations

from tests.comparison.samples import both, compared
from tests.comparison.worries import many_small_worries
from threshold_tool.comparison.as_json import case_comparison_as_json, table_as_json
from threshold_tool.comparison.by_question import compare_questions


def test_a_case() -> None:
    """Documents, and for each child levels and reasons by document, as the contract names them."""
    data = case_comparison_as_json(compared("[{ref: A, age: 8 years, answers: {sleeps: yes, told: no}}]"))
    (child,) = data["children"]

    assert [document["id"] for document in data["documents"]] == ["small", "neighbour"]
    assert child["ref"] == "A"
    assert (
        child["levels"]["neighbour"] | {"level": "need", "statutory": True, "legal_basis": ["s17"]}
        == (child["levels"]["neighbour"])
    )
    assert {key: level["consent"] for key, level in child["levels"].items()} == {"small": "required", "neighbour": None}
    assert child["because"] == {"small": ["sleeps=yes"], "neighbour": ["sleeps=yes"]}
    assert child["not_in_document"] == {"small": [], "neighbour": ["told"]}


def test_a_difference() -> None:
    """What differs, and the clauses to exchange by kind, id and change."""
    data = case_comparison_as_json(compared("[{ref: B, due: 2027-02-01}]", "{drink-concern: yes}"))

    assert data["children"][0]["differences"] == [
        {
            "reference": "small",
            "other": "neighbour",
            "in": ["statutory", "legal_basis", "consent"],
            "exchanges": {
                "sets": [[{"kind": "rule", "id": "baby-near-drink", "change": "add"}]],
                "decided": True,
                "all_listed": True,
                "larger_than": 0,
                "enough": None,
            },
        }
    ]


def test_a_difference_that_was_not_worked_out() -> None:
    """What is known to be enough is kept apart from the smallest sets."""
    data = case_comparison_as_json(many_small_worries(bound=2))
    found = data["children"][0]["differences"][0]["exchanges"]

    assert (found["sets"], found["decided"]) == ([], False)
    assert len(found["enough"]) > found["larger_than"]


def test_a_table() -> None:
    """Each shared question with its answers' placements, and what stands apart."""
    data = table_as_json(compare_questions(both()))
    sleeps = next(question for question in data["questions"] if question["question"] == "sleeps")

    assert sleeps == {
        "question": "sleeps",
        "theme": "school",
        "documents": ["small", "neighbour"],
        "answers": [
            {
                "answer": "yes",
                "placements": {
                    "small": {"id": "sleeps=yes", "level": "early-help", "cite": "p.6", "immediate": False},
                    "neighbour": {"id": "sleeps=yes", "level": "need", "cite": "w.4", "immediate": False},
                },
                "in": ["statutory", "legal_basis"],
            }
        ],
    }
    assert data["only_in"] == {"small": ["told"], "neighbour": ["boats"]}
    assert data["other_answers"] == ["trusted-adult"]
    assert data["differs"] is True


def test_a_table_of_differences() -> None:
    """Only questions and answers that areas treat differently are left."""
    data = table_as_json(compare_questions(both()), differences_only=True)

    assert {q["question"]: [row["answer"] for row in q["answers"]] for q in data["questions"]} == {
        "danger-now": ["yes"],
        "drink-effect": ["often"],
        "sleeps": ["yes"],
        "attendance": ["below 90"],
    }
