"""What is asked about a child's view and the family's."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from threshold_tool.cases.model import CaseChild, Views
from threshold_tool.deadlines.ages import parse_age
from ui.presenters.views import views_state, views_with

if TYPE_CHECKING:
    from ui.presenters.consultation import ConsultationPresenter

SAID, SEEN = "What the child says or shows", "What you saw the child show"


@pytest.mark.parametrize(
    ("child", "label"),
    [
        (CaseChild(ref="A", age=parse_age("8 years")), SAID),
        (CaseChild(ref="A", age=parse_age("2 years")), SAID),
        (CaseChild(ref="A", age=parse_age("23 months")), SEEN),
        (CaseChild(ref="A", age=parse_age("5 days")), SEEN),
        (CaseChild(ref="A", due=date(2027, 2, 1)), None),
        (CaseChild(ref="A", due=date(2026, 11, 20)), SEEN),
        (CaseChild(ref="A"), SAID),
    ],
)
def test_it_asks_by_age(consultation: ConsultationPresenter, child: CaseChild, label: str | None) -> None:
    """A baby's view is what was observed, an unborn child has none yet, and an unknown age asks for words."""

    consultation.take_children([child])
    asked = views_state(consultation.state, "A").child

    assert (None if asked is None else asked.label) == label


def test_what_was_written_stays_to_be_seen(consultation: ConsultationPresenter) -> None:
    """Words written about a child can still be read and changed when the child turns out not to be born yet."""

    consultation.write_views("A", Views(child="Kicks when he shouts"))
    consultation.take_children([CaseChild(ref="A", due=date(2027, 2, 1))])

    assert views_state(consultation.state, "A").child is not None


def test_the_document_says_why(consultation: ConsultationPresenter) -> None:
    """The document's own statement on the child's voice comes word for word."""

    why = views_state(consultation.state, "A").why

    assert why == consultation.state.document.statements["childs-voice"]


def test_views_without_words_are_none() -> None:
    """A change keeps the other words; when the last is gone there are no views."""

    both = views_with(Views(child="No"), family="Yes")

    assert both == Views(child="No", family="Yes")
    assert views_with(both, child=None) == Views(family="Yes")
    assert views_with(Views(family="Yes"), family=None) is None
