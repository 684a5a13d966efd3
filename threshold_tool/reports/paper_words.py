"""How the paper twin names things: questions and actions by number, deadlines and ids in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.deadlines.durations import Unit
from threshold_tool.documents.condition_words import ConditionWords, quoted
from threshold_tool.evaluation.step_words import COUNTED_FROM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from threshold_tool.documents.model import Action, ThresholdDocument
    from threshold_tool.documents.questions import Question
    from threshold_tool.evaluation.compiled import CompiledDocument


def id_words(identifier: str) -> str:
    """An id as words: "ask what refusal leaves"."""
    return identifier.replace("-", " ")


@dataclass(frozen=True)
class PaperNames:
    """The numbers under which one document's questions and actions stand on paper."""

    compiled: CompiledDocument

    def question(self, question_id: str) -> int:
        """A question's number, in the order of asking."""
        return self.compiled.asking_order(question_id) + 1

    def question_in_full(self, question: Question) -> str:
        """A question as it is asked, and where to find it."""
        return f"{quoted(question.ask)} (question {self.question(question.id)})"

    def question_in_short(self, question: Question) -> str:
        """A question by its number alone."""
        return f"question {self.question(question.id)}"

    def action(self, action_id: str) -> int:
        """An action's number, in the order in which the document lists them."""
        actions = self.compiled.source.document.actions
        return next(number for number, action in enumerate(actions, start=1) if action.id == action_id)

    def actions(self, action_ids: Iterable[str]) -> str:
        """Actions in a few words, each with the number under which it is written out."""
        return "; ".join(f"{id_words(each)} (action\u00a0{self.action(each)})" for each in action_ids)

    def conditions(self, *, in_short: bool = False) -> ConditionWords:
        """The document's conditions in words, its questions asked in full or named by number."""
        called = self.question_in_short if in_short else self.question_in_full
        return ConditionWords(self.compiled.source, called)


def deadline_words(action: Action) -> str:
    """By when an action is to be done; "" where the document sets no time."""
    within, start = action.within, "" if action.from_ == "result" else COUNTED_FROM[action.from_]
    if within is None:
        return ""
    if within.unit in (Unit.AT_ONCE, Unit.SAME_DAY):
        words = "At once" if within.unit is Unit.AT_ONCE else "The same day"
        return f"{words}, counted from {start}" if start else words
    return f"Within {within} of {start}" if start else f"Within {within}"


def contact_name(document: ThresholdDocument, contact_id: str | None) -> str:
    """The name of a contact, or "" for none."""
    return next((contact.name for contact in document.contacts if contact.id == contact_id), "")
