"""The rules of the paper twin: each under its level, whole, with what stops it and what it asks for."""

from __future__ import annotations

import pytest

from tests.documents.worded_document import worded
from tests.reports.paper_text import flat, of_kind
from threshold_tool.documents.loader import require_document
from threshold_tool.evaluation.compiled import CompiledDocument, compile_document
from threshold_tool.paths import documents_folder
from threshold_tool.reports import blocks as b
from threshold_tool.reports.paper import paper_of

SUPPLIED = tuple(sorted(file.stem for file in documents_folder().glob("*.yaml")))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> CompiledDocument:
    return compile_document(worded(tmp_path_factory.mktemp("documents")))


def rules_by_level(compiled: CompiledDocument) -> dict[str, list[str]]:
    """The headings of the rules, under the heading of their level."""
    found: dict[str, list[str]] = {}
    here: list[str] = []
    for heading in of_kind(paper_of(compiled), b.Heading):
        if heading.level == 2:
            here = found.setdefault(heading.text, [])
        elif heading.level == 3 and heading.text != "Consent":
            here.append(heading.text)
    return {title: headings for title, headings in found.items() if title.startswith("Rules that")}


def rule_text(compiled: CompiledDocument, name: str) -> str:
    """All that stands under a rule's heading, in plain quotation marks."""
    for block in paper_of(compiled).blocks:
        if isinstance(block, b.KeepTogether):
            first, *rest = flat(block.blocks)
            if isinstance(first, b.Heading) and first.text.startswith(name):
                items = [t for each in rest for t in (each.items if isinstance(each, b.Bullets) else (each.text,))]  # type: ignore[union-attr] # only these stand in a rule
                text = "\n".join(map(b.plain, items))
                return text.replace("\u2018", "'").replace("\u2019", "'").replace("\u00a0", " ")
    raise AssertionError(name)


def test_each_rule_stands_under_its_level(small: CompiledDocument) -> None:
    """Levels come lowest first, rules for action alone last, each rule with its citation."""

    assert rules_by_level(small) == {
        "Rules that lead to Middle level": ["Counted [p.21]", "Again [p.22]"],
        "Rules that lead to High level": ["Young and worse [p.20]"],
        "Rules that ask for action alone": ["Read [p.23]"],
    }


@pytest.mark.parametrize("document", SUPPLIED)
def test_every_rule_of_a_supplied_document_is_printed_once(document: str) -> None:
    """No rule is lost between the levels, and none stands twice."""

    compiled = compile_document(require_document(documents_folder() / f"{document}.yaml"))
    printed = [heading for headings in rules_by_level(compiled).values() for heading in headings]
    written = [f"{rule.id.replace('-', ' ').capitalize()} [{rule.cite}]" for rule in compiled.source.document.rules]

    assert sorted(printed) == sorted(written)


def test_a_rule_says_all_its_conditions(small: CompiledDocument) -> None:
    """Each point stands by itself; questions carry the number under which they are asked."""

    assert rule_text(small, "Young and worse") == (
        "Both of these:\n"
        "the child is under 1 year or not born yet\n"
        "any of these ('How does drink affect care?' (question 4) is answered 'Some lateness' or worse; "
        "the answer to 'How much does the child attend?' (question 6) is below 95%)\n"
        "Because: The young depend on others."
    )


def test_a_rule_says_what_stops_it(small: CompiledDocument) -> None:
    """A strength that stops a rule is named with the answer from which it counts."""

    assert (
        "Unless 'Who helps?' (question 9) is answered 'Said to help' or better.\nBecause: It adds up."
    ) in rule_text(small, "Counted")


def test_a_rule_says_what_it_asks_for(small: CompiledDocument) -> None:
    """Required actions and action at once are said in words."""

    assert "Also do: Ask again (action 3)." in rule_text(small, "Again")
    said = rule_text(small, "Read")
    assert said.startswith("At least 2 of these 3:")
    assert "Act at once." in said
    assert "Also do: Write it down (action 5)." in said


def test_strengths_name_the_rules_they_stop(small: CompiledDocument) -> None:
    """Each strength has its answers, strongest first, and beside them what it stops and from which answer."""

    table = next(t for t in of_kind(paper_of(small), b.Table) if t.head[-1] == "Rules that it stops")

    assert [tuple(map(b.plain, row)) for row in table.rows] == [
        (
            "9. Who helps?",
            "• Seen to help\n• Said to help\n• Nobody",
            "\u2018Said to help\u2019 or better: counted",
        )
    ]


def test_questions_stand_in_the_order_of_asking(small: CompiledDocument) -> None:
    """Each section lists its questions by number, with the answers and with what must hold first."""

    tables = [t for t in of_kind(paper_of(small), b.Table) if t.head[-1] == "Asked only when"]
    rows = [tuple(map(b.plain, row)) for table in tables for row in table.rows]

    assert [row[0].partition(".")[0] for row in rows] == [str(number) for number in range(1, 10)]
    assert rows[1] == ("2. Was somebody told? (for each child)", "No / Suspected / Yes", "")
    assert rows[3][2].replace("\u2018", "'").replace("\u2019", "'") == (
        "Any of these: question 2 is answered 'Suspected' or worse; the child is not born yet."
    )
    assert rows[5][1] == "A number from 0 to 100 (%); lower is worse"
