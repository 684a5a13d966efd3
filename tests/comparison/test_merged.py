"""Two documents as one: what an exchange does to questions, rules and settings."""

from __future__ import annotations

from dataclasses import replace

from tests.comparison.samples import area
from threshold_tool.comparison.exchange import OTHER, Exchange
from threshold_tool.comparison.merged import Merged
from threshold_tool.documents.model import StrengthBound
from threshold_tool.evaluation.compiled import CompiledDocument, compile_document


def changed(name: str, **document: object) -> CompiledDocument:
    """A sample area with parts of its document replaced."""
    source = area(name).source
    return compile_document(replace(source, document=source.document.model_copy(update=document)))


def exchanges(merged: Merged, kind: str) -> dict[str, str]:
    """The exchanges of one kind, by what they are about."""
    return {exchange.id: exchange.change for exchange in merged.exchanges if exchange.kind == kind}


def test_questions_are_replaced_dropped_or_added() -> None:
    """What both place is replaced; what one alone places is dropped or added."""
    found = exchanges(Merged(area("small"), area("neighbour")), "question")

    assert found["sleeps"] == "replace"
    assert found["told"] == "drop"
    assert found["boats"] == "add"


def test_rules_are_replaced_dropped_or_added() -> None:
    """Rules of one id that say different things stand against each other."""
    found = exchanges(Merged(area("small"), area("neighbour")), "rule")

    assert found == {"baby": "drop", "two-worries": "replace", "baby-near-drink": "add"}


def test_an_equal_rule_of_another_name_is_the_same_rule() -> None:
    """A rule is known by what it says; its id and its reason do not count."""
    small = area("small")
    rules = [rule.model_copy(update={"id": f"our-{rule.id}"}) for rule in small.source.document.rules]

    assert exchanges(Merged(small, changed("small", rules=tuple(rules))), "rule") == {}


def test_rules_that_differ_in_what_stops_them_are_not_equal() -> None:
    """A strength that stops a rule in one area alone is part of what the rule says."""
    small = area("small")
    baby, worries = small.source.document.rules
    stopped = worries.model_copy(update={"unless": (StrengthBound(question="trusted-adult", at_or_below="said"),)})

    assert exchanges(Merged(small, changed("small", rules=(baby, stopped))), "rule") == {"two-worries": "replace"}


def test_an_equal_rule_leaves_its_name_to_another() -> None:
    """Where the second area uses an id for something else, that rule has a name of its own."""
    small = area("small")
    baby, worries = small.source.document.rules
    other = changed(
        "small", rules=(baby.model_copy(update={"id": "two-worries"}), worries.model_copy(update={"id": "baby"}))
    )
    mixed = changed("small", rules=(baby.model_copy(update={"id": "two-worries"}),))

    assert exchanges(Merged(small, other), "rule") == {}
    assert exchanges(Merged(small, mixed), "rule") == {"two-worries": "drop"}


def test_two_rules_of_one_id_are_kept_apart() -> None:
    """A new rule under the id of one that goes by another id in the second area is added beside it."""
    small = area("small")
    baby, worries = small.source.document.rules
    new = worries.model_copy(update={"id": "baby", "level": "early-help"})
    other = changed("small", rules=(baby.model_copy(update={"id": "infant"}), new, worries))
    merged = Merged(small, other)

    assert exchanges(merged, "rule") == {f"baby{OTHER}": "add"}
    written = merged.written_rule(f"baby{OTHER}", second=True)
    assert written is not None
    assert written.written is new


def test_settings_are_exchanged() -> None:
    """What holds when too little is known can make a difference too."""
    other = changed("small", when_too_little_is_known="universal")

    assert exchanges(Merged(area("small"), other), "setting") == {"when_too_little_is_known": "replace"}


def test_exchanging_a_placement() -> None:
    """The second area's placements stand in place of the first's, at the second's level."""
    merged = Merged(area("small"), area("neighbour"))
    before, after = (
        merged.compiled(merged.exchanged(chosen)) for chosen in ((), (Exchange("question", "sleeps", "replace"),))
    )

    def level(compiled: CompiledDocument) -> tuple[str, ...]:
        clause = compiled.questions["sleeps"].clauses[1]
        assert clause is not None
        assert clause.level is not None
        return compiled.source.document.levels[clause.level].legal_basis

    assert level(before) == ()
    assert level(after) == ("s17",)


def test_a_question_that_means_something_else_stands_beside_the_first() -> None:
    """What two areas call by one id without meaning the same is two questions of the merged document."""
    merged = Merged(area("small"), area("neighbour"))

    assert merged.names_of("trusted-adult") == ("trusted-adult", f"trusted-adult{OTHER}")
    assert merged.names_of("sleeps") == ("sleeps",)
    assert merged.questions["trusted-adult"].is_strength
    assert not merged.questions[f"trusted-adult{OTHER}"].is_strength
