from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drawing.documents import AREAS, edited, shipped, small
from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.drawing.names import Names, counted, rule_words, shortened
from threshold_tool.reports.paper_words import PaperNames

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("area", AREAS)
def test_questions_have_the_numbers_of_the_paper_form(area: str) -> None:
    """A drawing can be held beside the paper form of the same document."""

    compiled = shipped(area)
    drawn, paper = Names(compiled), PaperNames(compiled)

    assert all(drawn.number(question) == paper.question(question) for question in compiled.source.questions)


def test_an_answer_in_words() -> None:
    """Graded answers have their text, numbers their cut with its unit, and not known its own words."""

    names, questions = Names(small()), small().questions

    assert names.answer(questions["meals"], "often") == "Every week"
    assert names.answer(questions["attendance"], "below 90") == "Below 90%"
    assert names.answer(questions["attendance"], None) == "Any other number"
    assert names.answer(questions["meals"], NOT_KNOWN) == "Not known"


def test_a_level_says_in_words_whether_it_is_statutory() -> None:
    """Law and duty are words and no colour alone; the level where nothing leads higher says so."""

    names, levels = Names(small()), small().source.document.levels

    assert names.level_node(levels[2]).lines == ("STATUTORY: section 47",)
    assert names.level_node(levels[2]).statutory
    assert names.level_node(levels[0]).lines == ("Not statutory", "Where no answer or rule leads higher")


def test_a_level_names_all_its_law_and_its_band() -> None:
    """A level on three sections names them; one that is shown as part of a band names it."""

    names = Names(shipped("saltmarsh"))
    lines = {level.id: names.level_node(level).lines for level in shipped("saltmarsh").source.document.levels}

    assert lines["protection-home"] == ("STATUTORY: sections 47, 20, 31",)
    assert "Part of Family Help" in lines["family-help-s17"]


def test_law_without_a_duty_is_told(tmp_path: Path) -> None:
    """A level that names a law and is not statutory says both."""

    law = ('    colour: "#b26a00"\n', '    colour: "#b26a00"\n    legal_basis: [s17]\n')
    compiled = edited(tmp_path, law)

    assert Names(compiled).level_node(compiled.source.document.levels[1]).lines == ("Not statutory (section 17)",)


def test_a_rule_says_its_conditions() -> None:
    """Each condition is a point; a question that is drawn is named by number, another with its words too."""

    names, rule = Names(small()), small().source.document.rules[1]
    box = names.rule_node(rule, names.conditions({"sleep"}))

    assert box.heading == "Tired and away"
    assert box.lines == (
        "Both of these:",
        "\u2022 the answer to question 4 (\u2018What share of school days does the child\u2026\u2019) is below 95%",
        "\u2022 question 5 is answered \u2018Most days\u2019",
        "Unless question 6 (\u2018Does a grandparent step in?\u2019) is answered \u2018At times\u2019 or better",
    )


def test_a_rule_says_that_it_is_for_action(tmp_path: Path) -> None:
    """A rule without a level says so, and one that is immediate too."""

    rule = "  - id: baby-without-meals\n    level: child-protection\n"
    compiled = edited(tmp_path, (rule, rule.replace("level: child-protection", "immediate: true")))
    names = Names(compiled)
    box = names.rule_node(compiled.source.document.rules[0], names.conditions(()))

    assert box.lines[-2:] == ("Act at once", "Asks for action alone: no level")
    assert box.level is None


def test_rules_by_level() -> None:
    """Each rule stands once, under its level; those for action alone come last."""

    document = shipped("exampleshire").source.document
    boxes = list(Names(shipped("exampleshire")).rules_by_level(document.rules))

    assert [box.level for box in boxes] == ["child-protection", "child-in-need", "early-help", None]
    assert {(row.id, box.level) for box in boxes for row in box.rows} == {(r.id, r.level) for r in document.rules}
    assert boxes[0].heading == "15 rules lead to Level 4: child protection (section 47)"


def test_words_for_counts_ids_and_long_texts() -> None:
    """One rule, two rules; an id as words; a text cut between words."""

    assert (counted(1, "rule"), counted(2, "rule"), counted(0, "rule")) == ("1 rule", "2 rules", "0 rules")
    assert rule_words(small().source.document.rules[0]) == "Baby without meals"
    assert shortened("How often does the child go without", 20) == "How often does the\u2026"
