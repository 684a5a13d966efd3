"""One document's questions, placements, rules and conditions in the levels and question ids of another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.documents import conditions as c

if TYPE_CHECKING:
    from collections.abc import Mapping

    from threshold_tool.documents.model import Placement, Rule
    from threshold_tool.documents.questions import Question


@dataclass(frozen=True)
class Rewriter:
    """Puts the parts of one document into the levels and questions of another.

    `levels` has the new id of each level, `renamed` that of each question that gets one. `apart` has the questions that
    the two documents do not mean alike, with the id that the second document's has.
    """

    levels: Mapping[str, str]
    renamed: Mapping[str, str]
    apart: Mapping[str, str]

    def question(self, question: Question) -> Question:
        """A question under its new id."""
        ask_when = None if question.ask_when is None else self.condition(question.ask_when)
        return question.model_copy(update={"id": self._name(question.id), "ask_when": ask_when})

    def placement(self, placement: Placement) -> Placement:
        """A placement at its new level; actions do not count for a level and are left out."""
        return placement.model_copy(update={"level": self._level(placement.level), "require": ()})

    def rule(self, rule: Rule) -> Rule:
        """A rule at its new level, over the new questions."""
        unless = tuple(bound.model_copy(update={"question": self._name(bound.question)}) for bound in rule.unless)
        changes = {"level": self._level(rule.level), "when": self.condition(rule.when), "unless": unless}
        return rule.model_copy(update={**changes, "require": ()})

    def condition(self, condition: c.Condition) -> c.Condition:
        """A condition over the new levels and questions."""
        match condition:
            case c.All():
                return c.All(all=tuple(map(self.condition, condition.all)))
            case c.Any_():
                return c.Any_(any=tuple(map(self.condition, condition.any)))
            case c.AtLeast():
                choice = condition.at_least
                parts = tuple(map(self.condition, choice.of))
                return c.AtLeast(at_least=choice.model_copy(update={"of": parts}))
            case c.Answer():
                bound = condition.answer
                return c.Answer(answer=bound.model_copy(update={"question": self._name(bound.question)}))
            case c.Placed():
                return c.Placed(placed=self._placed(condition.placed))
            case c.EarlierConcerns():
                wanted = condition.earlier_concerns
                level = self._level(wanted.at_or_above)
                return c.EarlierConcerns(earlier_concerns=wanted.model_copy(update={"at_or_above": level}))
            case c.ChildAge():
                return condition

    def _placed(self, wanted: c.PlacedFilter) -> c.PlacedFilter:
        """Counts a question that the two do not mean alike under whichever of its ids is placed."""
        questions = wanted.questions
        if questions is not None:
            questions = (*questions, *(self.apart[question] for question in questions if question in self.apart))
        return wanted.model_copy(update={"at_or_above": self.levels[wanted.at_or_above], "questions": questions})

    def _name(self, question: str) -> str:
        return self.renamed.get(question, question)

    def _level(self, level: str | None) -> str | None:
        return None if level is None else self.levels[level]
