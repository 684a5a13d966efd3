"""The order of pages follows from the case alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from threshold_tool.cases.interview import Place
from threshold_tool.cases.model import ConsentAsked, Decision
from ui.presenters.journey import ON_THE_WAY, STAGES, Journey, Progress
from ui.presenters.page_ids import PageId, PageKind

if TYPE_CHECKING:
    from ui.presenters.consultation import ConsultationPresenter

ALL = frozenset(PageKind)
EFFECT = PageId(PageKind.QUESTION, question="substance-effect-on-care")


def journey(consultation: ConsultationPresenter) -> Journey:
    return Journey(consultation.state, ALL)


def test_without_a_document_there_is_only_its_choice() -> None:
    """Before a document is open the way is the choice of one."""

    assert Journey(None, ALL).pages == (PageId(PageKind.DOCUMENT),)


def test_the_pages_come_in_the_order_of_the_way(consultation: ConsultationPresenter) -> None:
    """Danger comes before the family, own view before the result, the decision after it."""

    kinds = list(dict.fromkeys(page.kind for page in journey(consultation).pages))

    assert kinds == [kind for _, stage in STAGES for kind in stage if kind in kinds]
    assert kinds.index(PageKind.DANGER) < kinds.index(PageKind.CHILDREN)
    assert kinds.index(PageKind.OWN_VIEW) < kinds.index(PageKind.RESULT) < kinds.index(PageKind.DECISION)


def test_pages_that_do_not_exist_are_passed_over(consultation: ConsultationPresenter) -> None:
    """There are no dead doors: a kind that is not offered is not on the way."""

    way = Journey(consultation.state, {PageKind.ROLE, PageKind.WORRY})

    assert way.after(PageId(PageKind.ROLE)) == PageId(PageKind.WORRY)
    assert way.after(PageId(PageKind.WORRY)) is None


def test_a_question_opens_its_page(consultation: ConsultationPresenter) -> None:
    """A conditional question is on the way only when its condition may hold."""

    consultation.answer(Place("substance-concern"), "no")
    closed = journey(consultation).pages
    consultation.answer(Place("substance-concern"), "yes")

    assert EFFECT not in closed
    assert EFFECT in journey(consultation).pages


def test_a_page_that_has_gone_still_leads_on(consultation: ConsultationPresenter) -> None:
    """From the page of a question that has closed, Continue and Back lead to its neighbours."""

    consultation.answer(Place("substance-concern"), "yes")
    way = journey(consultation)
    consultation.answer(Place("substance-concern"), "no")
    closed = journey(consultation)
    left = [page for page in way.pages if page in closed.pages]
    at = way.pages.index(EFFECT)

    assert EFFECT not in closed.pages
    assert closed.after(EFFECT) == next(page for page in way.pages[at:] if page in left)
    assert closed.before(EFFECT) == next(page for page in reversed(way.pages[:at]) if page in left)


def test_every_step_is_on_exactly_one_page(consultation: ConsultationPresenter) -> None:
    """Nothing that the document asks is left out, and nothing is asked twice."""

    way = journey(consultation)
    asked = [step.place for page in way.pages for step in way.steps(page)]

    assert sorted(map(repr, asked)) == sorted(repr(step.place) for step in consultation.state.interview.steps)


def test_a_family_question_has_one_page_when_children_differ(consultation: ConsultationPresenter) -> None:
    """Answered child by child, a family question stays on its one page."""

    consultation.answer(Place("substance-concern"), "yes")
    consultation.answer(Place("substance-effect-on-care", "A"), "sometimes")
    way = journey(consultation)

    assert [step.place.child for step in way.steps(EFFECT)] == ["A", "B"]
    assert not way.is_answered(EFFECT)


def test_a_page_that_may_stay_empty_counts_once_gone_on_from(consultation: ConsultationPresenter) -> None:
    """The worry may be left empty, but not unseen."""

    worry = PageId(PageKind.WORRY)
    unseen = journey(consultation).is_answered(worry)
    consultation.complete(worry)

    assert not unseen
    assert journey(consultation).is_answered(worry)


def test_progress_says_least_and_most(consultation: ConsultationPresenter) -> None:
    """Where answers decide how much is asked, two numbers are given."""

    consultation.answer(Place("substance-concern"), "yes")
    progress = journey(consultation).progress(EFFECT)

    assert progress is not None
    assert progress.least < progress.most
    assert f"{progress.least} to {progress.most} left" in progress.words


def test_progress_in_words() -> None:
    """One number is given where it is certain, and none where nothing is left."""

    assert Progress(2, "Neglect", 1, 3, 3).words == "Part 3 of 5: Questions. Neglect: 1 answered, 3 left"
    assert Progress(2, "Neglect", 4, 0, 0).words == "Part 3 of 5: Questions. Neglect: all answered"
    assert Progress(0).words == "Part 1 of 5: Start"


def test_a_side_page_has_no_progress(consultation: ConsultationPresenter) -> None:
    """A page that is not on the way has no place on it."""

    assert journey(consultation).progress(PageId(PageKind.HOME)) is None


@settings(max_examples=15, deadline=None)
@given(kinds=st.sets(st.sampled_from(sorted(ON_THE_WAY)), min_size=1))
def test_after_and_before_are_inverse(kinds: set[PageKind]) -> None:
    """Whatever pages there are, Back undoes Continue, and Continue walks through all of them."""

    pages = list(_way_of(kinds).pages)
    way = _way_of(kinds)
    walked = pages[:1]
    while walked and (following := way.after(walked[-1])) is not None:
        assert way.before(following) == walked[-1]
        walked.append(following)

    assert walked == pages


def _way_of(kinds: set[PageKind]) -> Journey:
    from tests.ui.conftest import MORNING
    from threshold_tool.documents.loader import require_document
    from threshold_tool.evaluation.compiled import compile_document
    from threshold_tool.paths import shipped_document
    from ui.presenters.consultation import ConsultationPresenter

    if not _OPENED:
        path = shipped_document("exampleshire")
        _OPENED.append(ConsultationPresenter(compile_document(require_document(path)), path, lambda: MORNING))
    return Journey(_OPENED[0].state, kinds)


_OPENED: list[ConsultationPresenter] = []


def test_a_decision_that_became_incomplete_is_asked_again(consultation: ConsultationPresenter) -> None:
    """An agreement counts as decided until a later answer makes it a lower level without a reason."""

    page = PageId(PageKind.DECISION, child="A")
    consultation.answer(Place("substance-concern"), "yes")
    consultation.answer(Place("substance-effect-on-care"), "regularly")
    before = journey(consultation).is_answered(page)
    consultation.decide("A", Decision(level="child-in-need"))
    agreed = journey(consultation).is_answered(page)
    consultation.answer(Place("child-disclosure", "A"), "yes")

    assert (before, agreed) == (False, True)
    assert not journey(consultation).is_answered(page)


def test_consent_counts_once_it_is_written_down(consultation: ConsultationPresenter) -> None:
    """Going on from the page is not enough: who, when and what, or why not."""

    page = PageId(PageKind.CONSENT, child="A")
    consultation.decide("A", Decision(level="early-help"))
    consultation.complete(page)
    before = journey(consultation).is_answered(page)
    consultation.take_consent("A", ConsentAsked(why_not="Not yet."))

    assert not before
    assert journey(consultation).is_answered(page)
