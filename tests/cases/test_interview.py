"""The order of asking: what is asked, of whom, what closes, and when the route is shown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.commands import DOCUMENT
from tests.evaluation import engine
from tests.oracle.random_documents import documents_and_cases
from threshold_tool.cases.interview import Interview, Place, decide, with_own_view, with_route_shown
from threshold_tool.cases.loader import read_case
from threshold_tool.cases.model import Case, CaseChild, Decision
from threshold_tool.deadlines.ages import parse_age
from threshold_tool.documents.fields import AGE, DECLINED, NOT_KNOWN
from threshold_tool.documents.loader import require_document
from threshold_tool.errors import CannotUse, ProblemsFound
from threshold_tool.evaluation.compiled import compile_document

if TYPE_CHECKING:
    from pathlib import Path

    from threshold_tool.cases.interview import SectionProgress, Step

SMALL = compile_document(require_document(DOCUMENT))
ON = date(2026, 11, 16)
CHILD = CaseChild(ref="A", age=parse_age("8 years"))
UNBORN = CaseChild(ref="B", due=date(2027, 2, 1))

random_documents = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)


def small(*children: CaseChild, **case: Any) -> Interview:
    """An interview on the small document."""
    return Interview(SMALL, Case(format="threshold-case/1", on=ON, children=children or (CHILD,), **case))


def asked(interview: Interview) -> list[tuple[str, str | None]]:
    """What is to be asked, answered or not, in order."""
    return [(step.place.question, step.place.child) for step in interview.steps]


def because(interview: Interview, place: Place) -> tuple[tuple[str, str | None], ...]:
    """What opened the question at a place, which has to be asked."""
    step = interview.step_at(place)
    assert step is not None
    return interview.because(step)


def progress(interview: Interview, section: str) -> SectionProgress:
    """How far one section is asked."""
    return next(entry for entry in interview.progress if entry.section.id == section)


def with_all(interview: Interview, *answers: tuple[str, str | None, str]) -> Interview:
    """The interview with several answers."""
    for question, child, text in answers:
        interview = interview.with_answer(Place(question, child), text)
    return interview


def test_sections_are_asked_in_order() -> None:
    """Danger first, then what always goes to social care, then the rest; one family question, each child's own."""

    assert asked(small(CHILD, UNBORN)) == [
        ("danger-now", None),
        ("told", "A"),
        ("drink-concern", None),
        ("drink-effect", None),
        ("sleeps", "A"),
        ("sleeps", "B"),
        ("attendance", "A"),
        ("attendance", "B"),
        ("trusted-adult", "A"),
        ("trusted-adult", "B"),
    ]


def test_a_question_set_aside_for_every_child_is_skipped() -> None:
    """Once drink is no concern, its effect is not asked."""

    interview = with_all(small(), ("drink-concern", None, "no"))

    assert ("drink-effect", None) not in asked(interview)


@pytest.mark.parametrize("unknown", [NOT_KNOWN, DECLINED])
def test_an_unknown_closes_nothing(unknown: str) -> None:
    """Not known is not no: the question behind it is still asked."""

    interview = with_all(small(), ("drink-concern", None, unknown))

    assert ("drink-effect", None) in asked(interview)


def test_a_family_question_is_asked_if_one_child_needs_it() -> None:
    """Where drink concerns one child alone, its effect is asked all the same."""

    interview = with_all(small(CHILD, UNBORN), ("drink-concern", "A", "no"), ("drink-concern", "B", "yes"))

    assert ("drink-effect", None) in asked(interview)


def test_a_childs_own_answer_is_never_hidden_behind_the_familys() -> None:
    """With both a family answer and one child's own, each child is asked, and each sees what counts for it."""

    own = CHILD.model_copy(update={"answers": {"danger-now": "no"}})
    interview = small(own, UNBORN, family={"danger-now": "yes"})
    danger = {step.place: step.given for step in interview.steps if step.question.id == "danger-now"}

    assert danger == {Place("danger-now", "A"): "no", Place("danger-now", "B"): "yes"}
    assert interview.with_answer(Place("danger-now", "A"), "yes").assessments["A"].immediate


def test_a_family_answer_may_differ_by_child() -> None:
    """Answered for one child, a family question without a family answer is asked of each of the others."""

    interview = with_all(small(CHILD, UNBORN), ("drink-concern", "A", "no"))

    assert ("drink-concern", None) not in asked(interview)
    assert interview.step_at(Place("drink-concern", "A")).given == "no"  # type: ignore[union-attr]
    assert interview.step_at(Place("drink-concern", "B")).given is None  # type: ignore[union-attr]


def test_a_step_says_why_it_is_asked() -> None:
    """A question behind another names the answer that opened it, or the age."""

    interview = with_all(small(), ("drink-concern", None, "suspected"))

    assert because(interview, Place("drink-effect")) == (("drink-concern", "suspected"),)
    assert because(interview, Place("told", "A")) == ((AGE, None),)
    assert because(interview, Place("danger-now")) == ()
    assert because(small(), Place("drink-effect")) == (("drink-concern", None),)


def test_going_back_and_changing_keeps_later_answers() -> None:
    """An answer that closes a question does not lose what was answered there."""

    opened = with_all(small(), ("drink-concern", None, "yes"), ("drink-effect", None, "often"))
    closed = with_all(opened, ("drink-concern", None, "no"))
    again = with_all(closed, ("drink-concern", None, "yes"))

    assert closed.routes == ()
    assert closed.case.family["drink-effect"] == "often"
    assert again.routes == opened.routes != ()


def test_the_step_before() -> None:
    """Going back leads to the step before, from the end to the last, from the first to none."""

    interview = small()

    assert interview.step_before(Place("told", "A")).place == Place("danger-now")  # type: ignore[union-attr]
    assert interview.step_before(None).place == Place("trusted-adult", "A")  # type: ignore[union-attr]
    assert interview.step_before(Place("danger-now")) is None


@pytest.mark.parametrize(
    ("answers", "statutory", "immediate"),
    [
        ([("danger-now", None, "yes")], True, True),
        ([("told", "A", "yes")], True, False),
        ([("told", "A", "suspected")], True, False),
        ([("drink-concern", None, "yes"), ("drink-effect", None, "often")], True, False),
    ],
)
def test_the_route_is_shown_at_the_first_statutory_answer(
    answers: list[tuple[str, str | None, str]], *, statutory: bool, immediate: bool
) -> None:
    """As soon as what is certain is statutory or immediate, the child's route is there and the rest optional."""

    interview = with_all(small(), *answers)
    (route,) = interview.routes

    assert (route.child, route.statutory, route.immediate) == ("A", statutory, immediate)
    assert interview.optional
    assert not with_all(small(), *answers[:-1]).optional


@pytest.mark.parametrize("answer", ["no", NOT_KNOWN, DECLINED])
def test_no_route_without_something_certain(answer: str) -> None:
    """What could turn out worse is not yet a route: the questions stay needed."""

    assert not with_all(small(), ("told", "A", answer)).optional


def test_the_steps_of_a_route() -> None:
    """A route has its level's actions and those that are required besides."""

    interview = with_all(small(role="school"), ("sleeps", "A", "yes"), ("told", "A", "yes"))
    (route,) = interview.routes

    assert [step.action.id for step in interview.steps_for(route)] == ["telephone", "tell-the-school"]


def test_progress_is_honest() -> None:
    """A question that may never come up is counted as perhaps; answered, closed and open ones exactly."""

    before = progress(small(), "home")
    opened = progress(with_all(small(), ("drink-concern", None, "yes")), "home")
    closed = progress(with_all(small(), ("drink-concern", None, "no")), "home")

    assert (before.answered, before.least, before.most) == (0, 0, 1)
    assert (opened.answered, opened.least, opened.most) == (0, 1, 1)
    assert (closed.answered, closed.least, closed.most) == (0, 0, 0)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("sleeps", "A"), "perhaps"),
        (Place("attendance", "A"), "101"),
        (Place("attendance", "A"), "often"),
        (Place("sleeps"), "yes"),
        (Place("danger-now"), ""),
    ],
)
def test_what_is_no_answer_is_refused(place: Place, text: str) -> None:
    """An answer that the question does not take, or a child's question without a child, is refused."""

    with pytest.raises(ValueError, match=r"\w"):
        small().with_answer(place, text)


def test_an_answer_leaves_the_interview_before_it_unchanged() -> None:
    """Each answer makes a new interview; the old one can be gone back to."""

    before = small()
    before.with_answer(Place("danger-now"), "yes")

    assert before.case.family == {}
    assert before.routes == ()


def test_a_theme_with_nothing_seen_is_answered() -> None:
    """What follows from `nothing_seen_in` is not asked again."""

    interview = small(CHILD, nothing_seen_in=("school",))

    assert interview.step_at(Place("sleeps", "A")).given == "nothing-seen"  # type: ignore[union-attr]
    assert all(step.place.question != "sleeps" for step in interview.steps if step.given is None)


def test_a_case_that_does_not_fit_is_refused() -> None:
    """Answers that the document does not know are not passed over."""

    with pytest.raises(ProblemsFound):
        _ = small(family={"elsewhere": "yes"}).steps


# Decisions


def test_up_is_free_and_down_needs_reason_and_manager() -> None:
    """Any higher level is taken as it is; a lower one only with both."""

    interview = with_all(small(), ("drink-concern", None, "yes"), ("drink-effect", None, "often"))

    assert decide(interview, "A", Decision(level="child-protection")).case.decision["A"].level == "child-protection"
    for reason, manager in ((None, None), ("Seen", None), (None, "Head"), ("Seen", " \t")):
        lacking = Decision.model_construct(level="early-help", reason=reason, manager=manager)
        with pytest.raises(CannotUse):
            decide(interview, "A", lacking)
    down = decide(interview, "A", Decision(level="early-help", reason="Seen", manager="Head"))
    assert down.case.decision["A"].reason == "Seen"


def test_the_own_view_is_kept() -> None:
    """The level that the person thinks right stands in the case and changes nothing else."""

    interview = with_own_view(small(), "A", "child-in-need")

    assert interview.case.own_view == {"A": "child-in-need"}
    assert interview.steps == small().steps


def test_a_route_shown_before_the_own_view_is_noted() -> None:
    """Children whose route was shown are noted once, in the case's order; nothing else changes."""

    interview = with_route_shown(with_route_shown(small(CHILD, UNBORN), ["B"]), ["B", "A"])

    assert interview.case.route_shown_early == ("A", "B")
    assert interview.steps == small(CHILD, UNBORN).steps


def test_a_route_shown_after_the_own_view_is_not_early() -> None:
    """A view that was there first was not coloured by the route."""

    interview = with_route_shown(with_own_view(small(CHILD, UNBORN), "A", "early-help"), ["A", "B"])

    assert interview.case.route_shown_early == ("B",)


# Every document


def begun(pair: tuple[dict[str, Any], dict[str, Any]], folder: Path) -> Interview:
    """The interview of a random case under its random document."""
    document, case = pair
    loaded = read_case(engine.text(case).encode("utf-8"), "case.yaml").loaded
    assert loaded is not None
    return Interview(engine.compiled(document, folder), loaded.case)


def typed(data: st.DataObject, step: Step) -> str:
    """Some answer to a step."""
    number = step.question.number
    offered = [option.id for option in step.question.options] or [str(number.from_), str(number.to)]  # type: ignore[union-attr]
    return data.draw(st.sampled_from([*offered, NOT_KNOWN, DECLINED]))


@random_documents
@given(pair=documents_and_cases(), data=st.data())
def test_asking_comes_to_an_end(
    pair: tuple[dict[str, Any], dict[str, Any]], data: st.DataObject, tmp_path: Path
) -> None:
    """Answering each next step, whatever the answers, ends with every question answered or set aside."""

    interview = begun(pair, tmp_path)
    places = len(interview.compiled.source.questions) * len(interview.case.children)
    for _ in range(places + 1):
        step = interview.next_step
        if step is None:
            break
        interview = interview.with_answer(step.place, typed(data, step))

    assert interview.next_step is None
    for found in interview.assessments.values():
        unanswered = set(interview.compiled.source.questions) - set(found.child.answers)
        assert unanswered <= found.possible.set_aside


@random_documents
@given(pair=documents_and_cases())
def test_every_question_that_matters_is_asked(pair: tuple[dict[str, Any], dict[str, Any]], tmp_path: Path) -> None:
    """An unknown that could change a child's level is always among the steps of that child."""

    interview = begun(pair, tmp_path)
    steps = {(step.place.question, step.place.child) for step in interview.steps}
    for ref, found in interview.assessments.items():
        for unknown in found.unknowns():
            assert unknown.question == AGE or steps & {(unknown.question, None), (unknown.question, ref)}


@random_documents
@given(pair=documents_and_cases())
def test_routes_are_what_is_certain(pair: tuple[dict[str, Any], dict[str, Any]], tmp_path: Path) -> None:
    """A child has a route exactly when its lowest level is statutory or it calls for acting at once."""

    document, case = pair
    interview = begun(pair, tmp_path)
    statutory = {level["id"]: level["statutory"] in (True, "true") for level in document["levels"]}
    result = engine.assess(interview.compiled, case)
    wanted = {c["ref"] for c in result["children"] if statutory[c["lowest"]] or c["immediate"]}

    assert {route.child for route in interview.routes} == wanted
