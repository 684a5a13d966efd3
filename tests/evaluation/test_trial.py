"""What if: one answer tried, the case untouched."""

from __future__ import annotations

import copy
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.cli.commands import DOCUMENT
from tests.evaluation import engine
from tests.oracle.random_documents import documents_and_cases
from threshold_tool.cases.interview import Interview, Place
from threshold_tool.cases.loader import read_case
from threshold_tool.cases.model import Case, CaseChild
from threshold_tool.deadlines.ages import parse_age
from threshold_tool.documents.fields import DECLINED, NOT_KNOWN
from threshold_tool.documents.loader import require_document
from threshold_tool.evaluation.compiled import compile_document
from threshold_tool.evaluation.trial import try_answer

if TYPE_CHECKING:
    from pathlib import Path

    from threshold_tool.cases.interview import Step
    from threshold_tool.evaluation.result import Reason
    from threshold_tool.evaluation.trial import ChildTrial

SMALL = compile_document(require_document(DOCUMENT))
CHILD = CaseChild(ref="A", age=parse_age("8 years"), answers={"sleeps": "no"})
BABY = CaseChild(ref="B", age=parse_age("3 months"))
EARLY_HELP, IN_NEED, PROTECTION = 1, 2, 3

random_documents = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)


def small(*children: CaseChild, **family: str) -> Interview:
    """An interview on the small document."""
    case = Case(format="threshold-case/1", on=date(2026, 11, 16), children=children or (CHILD,), family=family)
    return Interview(SMALL, case)


def ids(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.clause.id for reason in reasons]


def only(interview: Interview, question: str, answer: str, child: str | None = None) -> ChildTrial:
    """The trial's result for the one child of an interview."""
    (found,) = try_answer(interview, Place(question, child), answer).children
    return found


def test_the_level_before_and_after() -> None:
    """A worse answer shows the level that would follow beside the level that is."""

    found = only(small(**{"drink-concern": "yes"}), "drink-effect", "often")
    assert (found.before.recommendation.level, found.after.recommendation.level) == (EARLY_HELP, IN_NEED)
    assert (found.before.statutory, found.after.statutory) == (False, True)
    assert found.changes_level


def test_reasons_that_appear_and_disappear() -> None:
    """A clause that would hold instead of another is named, and so is the other."""

    interview = small(**{"drink-concern": "yes", "drink-effect": "sometimes"})
    found = only(interview, "drink-effect", "often")
    assert ids(found.appearing) == ["drink-effect=often"]
    assert ids(found.disappearing) == ["drink-effect=sometimes"]
    assert [reason.answers for reason in found.appearing] == [(("drink-effect", "often"),)]


def test_a_reason_that_stays_is_not_named() -> None:
    """A reason that would hold still, though it no longer decides the level, has not disappeared."""

    child = CHILD.model_copy(update={"answers": {"sleeps": "yes"}})
    found = only(small(child, **{"drink-concern": "yes"}), "drink-effect", "often")
    assert ids(found.disappearing) == []


def test_actions_and_danger() -> None:
    """What the document would ask for as well, no longer ask for, and whether it would call for action at once."""

    to_yes = only(small(), "sleeps", "yes", "A")
    back = only(small(CHILD.model_copy(update={"answers": {"sleeps": "yes"}})), "sleeps", "no", "A")
    assert (to_yes.required, to_yes.not_required) == (("tell-the-school",), ())
    assert (back.required, back.not_required) == ((), ("tell-the-school",))
    danger = only(small(), "danger-now", "yes")
    assert (danger.before.immediate, danger.after.immediate) == (False, True)
    assert danger.after.recommendation.level == PROTECTION


def test_an_answer_that_would_no_longer_count_is_named() -> None:
    """Closing a question says whose answer would be set aside."""

    interview = small(**{"drink-concern": "yes", "drink-effect": "often"})
    assert only(interview, "drink-concern", "no").closed == ("drink-effect",)
    assert only(interview, "drink-concern", "suspected").closed == ()


def test_each_child_is_looked_at() -> None:
    """A family answer is tried for every child, and each may come out differently."""

    trial = try_answer(small(CHILD, BABY, **{"drink-concern": "yes"}), Place("drink-effect"), "often")
    assert [(child.ref, child.after.recommendation.level) for child in trial.children] == [
        ("A", IN_NEED),
        ("B", PROTECTION),
    ]


def test_an_answer_that_is_not_offered_is_refused() -> None:
    """The question's own sentence says what it takes."""

    with pytest.raises(ValueError, match="does not offer the answer `perhaps`"):
        try_answer(small(), Place("danger-now"), "perhaps")


# Every document


def begun(case: dict[str, Any], document: dict[str, Any], folder: Path) -> Interview:
    loaded = read_case(engine.text(case).encode("utf-8"), "case.yaml").loaded
    assert loaded is not None
    return Interview(engine.compiled(document, folder), loaded.case)


def some_answer(data: st.DataObject, step: Step) -> str:
    number = step.question.number
    offered = [option.id for option in step.question.options] or [str(number.from_), str(number.to)]  # type: ignore[union-attr]
    return data.draw(st.sampled_from([*offered, NOT_KNOWN, DECLINED]))


@random_documents
@given(pair=documents_and_cases(), data=st.data())
def test_a_trial_is_the_result_of_the_changed_case(
    pair: tuple[dict[str, Any], dict[str, Any]], data: st.DataObject, tmp_path: Path
) -> None:
    """Before is what the case yields, after what the same case with that answer yields; the case stays as it was."""

    document, case = pair
    interview = begun(case, document, tmp_path)
    assume(interview.steps)
    step = data.draw(st.sampled_from(interview.steps))
    answer = some_answer(data, step)
    as_it_was = interview.case.model_copy(deep=True)

    trial = try_answer(interview, step.place, answer)

    assert interview.case == as_it_was
    changed = copy.deepcopy(case)
    holder = next((c for c in changed["children"] if c["ref"] == step.place.child), None)
    answers = changed.setdefault("family", {}) if holder is None else holder.setdefault("answers", {})
    answers[step.place.question] = answer
    for given_case, side in ((case, "before"), (changed, "after")):
        expected = engine.assess(interview.compiled, given_case)["children"]
        for child, found in zip(expected, trial.children, strict=True):
            standing = getattr(found, side)
            level = interview.compiled.level_id(standing.recommendation.level)
            assert (child["ref"], child["level"]) == (found.ref, level)
            assert (child["statutory"], child["immediate"]) == (standing.statutory, standing.immediate)
            assert_reasons(found, side, {reason["id"] for reason in (*child["reasons"], *child["also"])})


def assert_reasons(found: ChildTrial, side: str, holding: set[str]) -> None:
    """Before, all that would disappear holds and nothing that would appear; after, the other way round."""
    here, there = found.disappearing, found.appearing
    if side == "after":
        here, there = there, here
    assert set(ids(here)) <= holding
    assert not set(ids(there)) & holding


@random_documents
@given(pair=documents_and_cases(), data=st.data())
def test_trying_what_was_said_changes_nothing(
    pair: tuple[dict[str, Any], dict[str, Any]], data: st.DataObject, tmp_path: Path
) -> None:
    """The answer that is there already, tried again, leaves every child as it is."""

    interview = begun(pair[1], pair[0], tmp_path)
    typed = [step for step in interview.steps if step.given is not None and step.given != "nothing-seen"]
    assume(typed)
    step = data.draw(st.sampled_from(typed))
    trial = try_answer(interview, step.place, str(step.given))
    assert all(child.changes_nothing for child in trial.children)
