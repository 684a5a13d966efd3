"""What a result never does, on random documents: each promise that a person relies on, as a property."""

from __future__ import annotations

import copy
import os
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.evaluation import engine
from tests.oracle.random_documents import documents_and_cases

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = int(os.environ.get("THRESHOLD_TOOL_EXAMPLES", "100"))
PAIRS = documents_and_cases()
Pair = tuple[dict[str, Any], dict[str, Any]]
UNKNOWN = ("not-known", "declined")
SHORT = {"no-yes": ["no", "yes"], "no-suspected-yes": ["no", "suspected", "yes"]}

promise = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)


def concerns(document: dict[str, Any]) -> dict[str, list[str]]:
    """The answers of each graded concern, least concerning first."""
    graded = {}
    for question in document["questions"]:
        if question["kind"] == "concern" and "answers" in question:
            listed = question["answers"]
            graded[question["id"]] = SHORT[listed] if isinstance(listed, str) else [entry["id"] for entry in listed]
    return graded


def typed_places(case: dict[str, Any]) -> list[tuple[dict[str, str], str]]:
    """Every typed answer, as the mapping that holds it and its question."""
    holders = [case.get("family", {}), *(child.get("answers", {}) for child in case["children"])]
    return [(holder, question) for holder in holders for question in holder]


def order(document: dict[str, Any]) -> dict[str, int]:
    return {level["id"]: place for place, level in enumerate(document["levels"])}


def levels(document: dict[str, Any], case: dict[str, Any], folder: Path, key: str = "level") -> list[int]:
    found = engine.assess(engine.compiled(document, folder), case)
    return [order(document)[child[key]] for child in found["children"]]


@promise
@given(pair=PAIRS, data=st.data())
def test_no_to_not_known_never_lowers(pair: Pair, data: st.DataObject, tmp_path: Path) -> None:
    """Saying "not known" in place of the least concerning answer lowers neither the level nor its bounds."""
    document, case = pair
    least = {question: answers[0] for question, answers in concerns(document).items()}
    places = [(holder, q) for holder, q in typed_places(case) if q in least and holder[q] == least[q]]
    assume(places)
    before = {key: levels(document, case, tmp_path, key) for key in ("level", "lowest", "highest")}

    holder, question = data.draw(st.sampled_from(places))
    holder[question] = data.draw(st.sampled_from(UNKNOWN))

    for key, old in before.items():
        assert all(new >= was for new, was in zip(levels(document, case, tmp_path, key), old, strict=True)), key


@promise
@given(pair=PAIRS, data=st.data())
def test_a_worse_answer_never_lowers(pair: Pair, data: st.DataObject, tmp_path: Path) -> None:
    """A more concerning answer lowers neither the level nor its bounds, for any child."""
    document, case = pair
    graded = concerns(document)
    places = [(h, q) for h, q in typed_places(case) if q in graded and h[q] in graded[q][:-1]]
    assume(places)
    before = {key: levels(document, case, tmp_path, key) for key in ("level", "lowest", "highest")}

    holder, question = data.draw(st.sampled_from(places))
    holder[question] = data.draw(st.sampled_from(graded[question][graded[question].index(holder[question]) + 1 :]))

    for key, old in before.items():
        assert all(new >= was for new, was in zip(levels(document, case, tmp_path, key), old, strict=True)), key


@promise
@given(pair=PAIRS)
def test_strengths_never_lower_a_statutory_level(pair: Pair, tmp_path: Path) -> None:
    """With every strength at its fullest, a child at a statutory level stays exactly there."""
    document, case = pair
    strengths = {q["id"]: q["answers"][0]["id"] for q in document["questions"] if q["kind"] == "strength"}
    assume(strengths)
    without = copy.deepcopy(case)
    for holder, question in typed_places(without):
        if question in strengths:
            holder[question] = "not-known"
    with_all = copy.deepcopy(without)
    for child in with_all["children"]:
        child.setdefault("answers", {}).update(strengths)

    compiled = engine.compiled(document, tmp_path)
    bare, strong = engine.assess(compiled, without), engine.assess(compiled, with_all)

    for before, after in zip(bare["children"], strong["children"], strict=True):
        if before["statutory"]:
            assert (after["level"], after["statutory"]) == (before["level"], True)


@promise
@given(pair=PAIRS, data=st.data())
def test_order_never_matters(pair: Pair, data: st.DataObject, tmp_path: Path) -> None:
    """Questions, rules, children and answers in another order give each child the same result."""
    document, case = pair
    found = engine.assess(engine.compiled(document, tmp_path), case)
    shuffled, other = copy.deepcopy(document), copy.deepcopy(case)
    for key in ("questions", "rules"):
        shuffled[key] = data.draw(st.permutations(shuffled[key]))
    for section in shuffled["sections"]:
        section["questions"] = data.draw(st.permutations(section["questions"]))
    other["children"] = data.draw(st.permutations(other["children"]))
    for child in other["children"]:
        child["answers"] = dict(data.draw(st.permutations(list(child.get("answers", {}).items()))))

    again = engine.assess(engine.compiled(shuffled, tmp_path), other)

    def by_ref(result: dict[str, Any]) -> dict[str, Any]:
        return {child["ref"]: engine.comparable(child) for child in result["children"]}

    assert by_ref(again) == by_ref(found)
    assert again["headline"] == found["headline"]


@promise
@given(pair=PAIRS)
def test_one_child_never_changes_another(pair: Pair, tmp_path: Path) -> None:
    """Each child alone has the same result as among its brothers and sisters."""
    document, case = pair
    compiled = engine.compiled(document, tmp_path)
    together = engine.assess(compiled, case)

    for number, child in enumerate(case["children"]):
        alone = {**case, "children": [child]}
        alone["earlier_concerns"] = [
            {**concern, "children": [child["ref"]]}
            for concern in case.get("earlier_concerns", [])
            if child["ref"] in concern.get("children", [child["ref"]])
        ]
        result = engine.assess(compiled, alone)["children"][0]
        assert engine.comparable(result) == engine.comparable(together["children"][number])


@promise
@given(pair=PAIRS)
def test_headline_is_the_highest_child(pair: Pair, tmp_path: Path) -> None:
    """The headline is the level of the highest child: nothing is averaged."""
    document, case = pair
    found = engine.assess(engine.compiled(document, tmp_path), case)
    assert order(document)[found["headline"]] == max(order(document)[child["level"]] for child in found["children"])


@promise
@given(pair=PAIRS, data=st.data())
def test_changing_one_answer_is_the_same_as_starting_afresh(pair: Pair, data: st.DataObject, tmp_path: Path) -> None:
    """The form that the window uses, one changed answer at a time, never drifts from a whole evaluation."""
    from threshold_tool.cases.fitting import require_fit
    from threshold_tool.cases.loader import read_case
    from threshold_tool.evaluation.answers import GivenAnswer
    from threshold_tool.evaluation.assess import assess

    document, case = pair
    compiled = engine.compiled(document, tmp_path)
    loaded = read_case(engine.text(case).encode("utf-8"), "case.yaml").loaded
    assert loaded is not None
    child = require_fit(compiled, loaded).children[0]
    step = assess(compiled, child)
    for _ in range(3):
        question = data.draw(st.sampled_from([*compiled.questions, *compiled.strengths]))
        options = compiled.questions[question].top if question in compiled.questions else 2
        grade = data.draw(st.one_of(st.none(), st.integers(0, options)))
        shown = "not-known" if grade is None else "typed"
        step = step.with_answers({**step.child.answers, question: GivenAnswer(shown, grade)})

    afresh = assess(compiled, step.child)

    assert step.recommendation == afresh.recommendation
    assert step.possible.worlds == afresh.possible.worlds
    assert step.unknowns() == afresh.unknowns()
