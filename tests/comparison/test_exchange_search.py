"""The smallest sets of exchanges against trying every set, on random documents of two areas.

`THRESHOLD_TOOL_EXAMPLES` sets how many random documents to try.
"""

from __future__ import annotations

import copy
import os
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.comparison.samples import area, compared
from tests.comparison.two_areas import two_areas_and_a_case
from tests.comparison.worries import SMALLEST, many_small_worries, one_worry_or_two
from tests.evaluation import engine
from tests.oracle import brute_force
from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import read_case
from threshold_tool.comparison.by_case import compare_case
from threshold_tool.comparison.common_scale import Standing, same_levels, standing
from threshold_tool.comparison.exchange_search import smallest_exchanges
from threshold_tool.comparison.merged import Merged
from threshold_tool.comparison.pair import Pair
from threshold_tool.comparison.relevant_exchanges import relevant
from threshold_tool.evaluation.assess import assess
from threshold_tool.evaluation.compiled import compile_document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from threshold_tool.comparison.exchange import Exchange
    from threshold_tool.evaluation.compiled import CompiledDocument

EXAMPLES = int(os.environ.get("THRESHOLD_TOOL_EXAMPLES", "80"))
Drawn = tuple[dict[str, Any], dict[str, Any], dict[str, Any]]

random_pairs = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)


def pairs(drawn: Drawn, folder: Path) -> Iterator[Pair]:
    """Each child of the case under the two documents."""
    first, second, case = drawn
    loaded = read_case(engine.text(case).encode("utf-8"), "case.yaml").loaded
    assert loaded is not None
    one, two = engine.compiled(first, folder), engine.compiled(second, folder)
    fitted = [require_fit(compiled, loaded, pass_over_unknown=True).children for compiled in (one, two)]
    merged = Merged(one, two)
    for own, other in zip(*fitted, strict=True):
        yield Pair(merged, own, other)


def means(compiled: CompiledDocument, level: int, with_level: bool) -> tuple[Standing, str]:
    """What has to become the same."""
    return standing(compiled, level), compiled.level_id(level) if with_level else ""


def after(pair: Pair, exchanges: frozenset[Exchange], with_level: bool) -> tuple[Standing, str]:
    """The same for the first document after some exchanges, worked out from the whole merged document."""
    found = pair.exchanged(exchanges)
    return means(found.compiled, found.recommendation.level, with_level)


@random_pairs
@given(drawn=two_areas_and_a_case())
def test_no_exchange_and_all_exchanges(drawn: Drawn, tmp_path: Path) -> None:
    """With nothing exchanged the first document's result follows, with everything exchanged the second's."""
    for pair in pairs(drawn, tmp_path):
        ladder = pair.merged.ladder
        own, other = assess(pair.merged.first, pair.own), assess(pair.merged.second, pair.other)
        none, everything = pair.exchanged(()), pair.exchanged(pair.merged.exchanges)

        assert none.recommendation.level == ladder.own[own.recommendation.level]
        assert none.recommendation.highest == ladder.own[own.recommendation.highest]
        assert everything.recommendation.level == ladder.other[other.recommendation.level]
        assert everything.recommendation.highest == ladder.other[other.recommendation.highest]


@pytest.mark.timeout(1800)
@random_pairs
@given(drawn=two_areas_and_a_case())
def test_the_smallest_sets_are_those_of_trying_every_set(drawn: Drawn, tmp_path: Path) -> None:
    """No smaller set makes the difference disappear, each one listed does, and none of that size is left out."""
    for pair in pairs(drawn, tmp_path):
        with_level = same_levels(pair.merged.first.source.document, pair.merged.second.source.document)
        every = relevant(pair).every
        assume(len(every) <= 7)
        wanted = after(pair, frozenset(pair.merged.exchanges), with_level)
        sizes = ([frozenset(chosen) for chosen in combinations(sorted(every), size)] for size in range(len(every) + 1))
        works = ({chosen for chosen in sets if after(pair, chosen, with_level) == wanted} for sets in sizes)
        smallest = next(filter(None, works))

        found = smallest_exchanges(pair, with_level=with_level)

        assert found.decided
        assert set(found.sets) == smallest or (not found.all_listed and set(found.sets) < smallest)


@random_pairs
@given(drawn=two_areas_and_a_case(), bound=st.integers(1, 8))
def test_a_bound_never_makes_a_false_smallest(drawn: Drawn, bound: int, tmp_path: Path) -> None:
    """Few tries find no other sets than many do; what is enough is, and the smallest has more than is said."""
    for pair in pairs(drawn, tmp_path):
        whole, found = (smallest_exchanges(pair, with_level=False, bound=each) for each in (10_000, bound))
        assume(whole.decided)
        size = len(whole.sets[0])

        if found.decided:
            assert {len(chosen) for chosen in found.sets} == {size}
        else:
            assert found.sets == ()
            assert found.enough is not None
            assert found.larger_than < size <= len(found.enough)
            assert after(pair, found.enough, False) == after(pair, frozenset(pair.merged.exchanges), False)


def test_a_document_made_to_be_slow() -> None:
    """Where thousands of sets would have to be tried, the search ends at its bound and says what is not proved."""
    exchanges = many_small_worries(bound=60).differences[0].exchanges

    assert exchanges is not None
    assert (exchanges.sets, exchanges.decided, exchanges.all_listed) == ((), False, False)
    assert exchanges.larger_than < SMALLEST
    assert exchanges.enough is not None
    assert len(exchanges.enough) == SMALLEST


def test_an_answer_for_nothing_seen_can_make_the_difference() -> None:
    """Where "nothing seen" answers a question in one area alone, that can decide whether another is asked."""
    small = area("small")
    placements = small.source.document.placements
    not_known = {"drink-concern": {"not-known": placements["told"]["not-known"]}}
    changed = small.source.document.model_copy(update={"placements": {**placements, **not_known}})
    asking = replace(small.source, document=changed)
    text = """format: threshold-case/1
on: 2026-11-16
nothing_seen_in: [drink]
family: {drink-effect: often, danger-now: no}
children: [{ref: A, age: 8 years, answers: {told: no, sleeps: no, attendance: 95}}]
"""
    loaded = read_case(text.encode("utf-8"), "case.yaml").loaded
    assert loaded is not None
    areas = {"asking": compile_document(asking), "small": small}
    fitted = {key: require_fit(compiled, loaded) for key, compiled in areas.items()}

    exchanges = compare_case(areas, fitted, "asking").differences[0].exchanges

    assert exchanges is not None
    assert [[exchange.id for exchange in chosen] for chosen in exchanges.sets] == [["drink-concern"]]


def test_enough_is_not_called_the_smallest_where_one_less_may_do() -> None:
    """Two clauses that are enough are not the smallest set while single ones are left to try."""
    few, whole = (one_worry_or_two(bound=bound).differences[0].exchanges for bound in (1, 100))

    assert few is not None
    assert whole is not None
    assert (few.sets, few.decided, few.larger_than) == ((), False, 0)
    assert few.enough is not None
    assert len(few.enough) == 2
    assert [len(chosen) for chosen in whole.sets] == [1]


def test_enough_that_is_no_larger_than_was_ruled_out_is_the_smallest() -> None:
    """Where the search ends among sets of the size that is known to be enough, that size is proved."""
    comparison = compared("[{ref: A, due: 2026-12-01}]", "{drink-concern: yes}", bound=1)
    exchanges = comparison.differences[0].exchanges

    assert exchanges is not None
    assert (exchanges.decided, exchanges.all_listed, exchanges.enough) == (True, False, None)
    assert [[exchange.id for exchange in chosen] for chosen in exchanges.sets] == [["baby-near-drink"]]


@random_pairs
@given(drawn=two_areas_and_a_case())
def test_what_is_left_out_never_matters(drawn: Drawn, tmp_path: Path) -> None:
    """Exchanges that cannot matter for a child change nothing, whichever others are made."""
    for pair in pairs(drawn, tmp_path):
        every = relevant(pair).every
        rest = frozenset(pair.merged.exchanges) - every
        for size in range(min(len(every), 2) + 1):
            for chosen in combinations(sorted(every), size):
                assert after(pair, frozenset(chosen) | rest, True) == after(pair, frozenset(chosen), True)


@pytest.mark.timeout(1800)
@random_pairs
@given(drawn=two_areas_and_a_case(alike=True))
def test_agrees_with_documents_put_together_by_hand(drawn: Drawn, tmp_path: Path) -> None:
    """Brute force over documents whose placements and rules were exchanged in the file finds the same sizes."""
    first, second, case = drawn
    for number, pair in enumerate(pairs(drawn, tmp_path)):
        parts = differing_parts(first, second)
        assume(len(parts) <= 5)
        wanted = by_hand(second, case, number)
        sizes = (len(chosen) for size in range(len(parts) + 1) for chosen in combinations(parts, size)
                 if by_hand(put_together(first, second, chosen), case, number) == wanted)  # fmt: skip

        found = smallest_exchanges(pair, with_level=True)

        assert {len(chosen) for chosen in found.sets} == {next(sizes)}


Part = tuple[str, str]


def differing_parts(first: dict[str, Any], second: dict[str, Any]) -> list[Part]:
    """The questions, rules and settings of two documents that are not written alike."""
    questions = [question["id"] for question in first["questions"]]
    parts = [("question", q) for q in questions if first["placements"].get(q) != second["placements"].get(q)]
    own, other = ({rule["id"]: rule for rule in document["rules"]} for document in (first, second))
    parts += [("rule", rule) for rule in {**own, **other} if own.get(rule) != other.get(rule)]
    settings_ = ("when_nothing_matches", "when_too_little_is_known")
    return parts + [("setting", name) for name in settings_ if first[name] != second[name]]


def put_together(first: dict[str, Any], second: dict[str, Any], chosen: tuple[Part, ...]) -> dict[str, Any]:
    """The first document with these parts as the second has them."""
    whole = copy.deepcopy(first)
    rules = {rule["id"]: rule for rule in whole["rules"]}
    theirs = {rule["id"]: rule for rule in second["rules"]}
    for kind, name in chosen:
        if kind == "setting":
            whole[name] = second[name]
            continue
        own, other = (whole["placements"], second["placements"]) if kind == "question" else (rules, theirs)
        own.pop(name, None)
        if name in other:
            own[name] = other[name]
    return {**whole, "rules": list(rules.values())}


def by_hand(document: dict[str, Any], case: dict[str, Any], number: int) -> tuple[str, bool]:
    """What brute force says of a child: the level, and whether it is more than when nothing matches."""
    child = brute_force.assess(document, case)["children"][number]
    order = [level["id"] for level in document["levels"]]
    return child["level"], order.index(child["level"]) > order.index(document["when_nothing_matches"])
