from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threshold_tool.documents.conditions import All
from threshold_tool.documents.model import Placement
from threshold_tool.documents.placing import answer_keys, cuts_of, not_known_placement, reached_placements
from threshold_tool.documents.questions import Question

STATUTORY = {"child-protection"}
LOW, MID, TOP = "universal", "early-help", "child-protection"


def question(answers: Any) -> Question:
    if isinstance(answers, list):
        answers = [{"id": answer, "text": answer} for answer in answers]
    return Question.model_validate({"id": "q", "about": "child", "ask": "?", "answers": answers})


def number(worse: str) -> Question:
    of = {"unit": "x", "from": "0", "to": "100", "worse": worse}
    return Question.model_validate({"id": "q", "about": "child", "ask": "?", "number": of})


def reached(asked: Question, written: dict[str, Any]) -> list[tuple[str, str | None, tuple[str, ...], bool] | None]:
    placements = {key: Placement.model_validate(value) for key, value in written.items()}
    cuts = cuts_of(asked, placements, ())
    found = reached_placements(asked, placements, cuts, STATUTORY)
    return [None if p is None else (p.answer, p.level, p.require, p.immediate) for p in found]


def test_an_answer_without_a_placement_takes_the_last_before_it() -> None:
    """Below the first placement there is none; above it, the nearest less concerning one holds."""

    found = reached(question(["a", "b", "c", "d"]), {"b": {"level": MID}, "d": {"level": TOP}})

    assert found == [None, ("b", MID, (), False), ("b", MID, (), False), ("d", TOP, (), False)]


def test_a_placement_without_a_level_keeps_the_level_before_it() -> None:
    """An action alone adds to the level that the nearest less concerning placement has."""

    found = reached(question(["a", "b", "c"]), {"b": {"level": MID}, "c": {"require": ["call"]}})

    assert found[2] == ("c", MID, ("call",), False)


def test_an_action_alone_has_no_level() -> None:
    """Without a placement before it, an action has no level."""

    assert reached(question("no-yes"), {"yes": {"require": ["call"]}}) == [None, ("yes", None, ("call",), False)]


@pytest.mark.parametrize(
    ("written", "suspected"),
    [
        ({"yes": {"level": TOP, "immediate": True}}, ("yes", TOP, (), True)),
        ({"yes": {"level": MID}}, None),
        ({"suspected": {"level": MID}, "yes": {"level": TOP, "require": ["call"]}}, ("suspected", MID, (), False)),
        (
            {"suspected": {"require": ["talk"]}, "yes": {"level": TOP, "require": ["call"], "immediate": True}},
            ("suspected", TOP, ("talk", "call"), True),
        ),
        ({"suspected": {"require": ["talk"]}, "yes": {"level": MID}}, ("suspected", None, ("talk",), False)),
        ({"no": {"level": LOW}, "yes": {"level": TOP}}, ("yes", TOP, (), False)),
    ],
)
def test_suspected_takes_what_a_statutory_yes_has(written: Any, suspected: Any) -> None:
    """Beside a statutory `yes`, `suspected` has its level and urgency, unless it states a level itself."""

    assert reached(question("no-suspected-yes"), written)[1] == suspected


def test_cuts_run_from_the_least_concerning() -> None:
    """Where lower is worse the highest cut comes first; a number better than every cut reaches nothing."""

    lower = reached(number("lower"), {"below 50": {"level": TOP}, "below 90": {"level": MID}})
    higher = reached(number("higher"), {"at least 9": {"level": TOP}, "at least 3": {"level": MID}})

    assert lower == [None, ("below 90", MID, (), False), ("below 50", TOP, (), False)]
    assert higher == [None, ("at least 3", MID, (), False), ("at least 9", TOP, (), False)]


def test_cuts_of_conditions_count_too() -> None:
    """A cut that only a condition uses divides the numbers as well; one of another question does not."""

    asked = number("lower")
    condition = All.model_validate(
        {"all": [{"answer": {"question": "q", "below": "70"}}, {"answer": {"question": "other", "below": "60"}}]}
    )
    cuts = cuts_of(asked, {"below 90": Placement(level=MID)}, [condition])

    assert [str(cut) for cut in cuts] == ["below 90", "below 70"]
    assert answer_keys(asked, cuts) == (None, "below 90", "below 70")
    assert cuts_of(question("no-yes"), {}, [condition]) == ()


def test_not_known_has_a_placement_of_its_own() -> None:
    """`not-known` reaches what is written for it, and changes nothing for the answers."""

    placements = {"not-known": Placement(level=MID, require=("ask",)), "yes": Placement(level=TOP)}
    found = not_known_placement(placements)

    assert found is not None
    assert (found.level, found.require) == (MID, ("ask",))
    assert not_known_placement({"yes": Placement(level=TOP)}) is None
    assert reached(question("no-yes"), {"not-known": {"level": MID}}) == [None, None]


@given(placed=st.dictionaries(st.sampled_from("abcde"), st.sampled_from([LOW, MID, TOP])))
def test_each_answer_reaches_the_nearest_placement_at_or_before_it(placed: dict[str, str]) -> None:
    """Whatever is placed, an answer reaches the last placement that is not more concerning."""

    found = reached(question(list("abcde")), {key: {"level": level} for key, level in placed.items()})

    for grade, answer in enumerate("abcde"):
        nearest = max((key for key in placed if key <= answer), default=None)
        reaches = found[grade]
        assert (reaches and reaches[0]) == nearest
