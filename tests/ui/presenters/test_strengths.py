"""What stands beside the question of a strength."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.question import question_state
from ui.presenters.strengths import CHANGES_NO_LEVEL, strength_caution

if TYPE_CHECKING:
    from threshold_tool.evaluation.compiled import CompiledDocument
    from ui.presenters.consultation import ConsultationPresenter


def test_a_strength_that_no_rule_reads_changes_no_level(exampleshire: CompiledDocument) -> None:
    """Where the document lets it stand against nothing, that is said outright."""

    document = exampleshire.source.document.model_copy(update={"rules": ()})

    assert strength_caution(document, "strength-second-carer") == CHANGES_NO_LEVEL


@pytest.mark.parametrize(
    ("question", "counted"), [("strength-second-carer", "2 rules"), ("strength-services-known", "one rule")]
)
def test_a_strength_says_how_many_rules_it_stands_against(
    exampleshire: CompiledDocument, question: str, counted: str
) -> None:
    """Where the document lets it stand against rules, their number is said, and that it lowers no answer."""

    words = strength_caution(exampleshire.source.document, question)

    assert f"it keeps {counted} of this document" in words
    assert words.startswith("A strength never lowers the level of another answer")


def test_a_concern_has_no_such_words(consultation: ConsultationPresenter) -> None:
    """Only strengths have a caution."""

    strength = PageId(PageKind.STRENGTHS, question="strength-second-carer", child="A")
    concern = PageId(PageKind.QUESTION, question="substance-effect-on-care")

    assert question_state(consultation.state, strength).caution
    assert question_state(consultation.state, concern).caution == ""
