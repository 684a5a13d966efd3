"""A placement by which more concern would mean less, as a case and in words that an officer can read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from threshold_tool.documents.condition_words import cut_words, quoted
from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.documents.questions import parse_cut
from threshold_tool.documents.rewording import reworded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from threshold_tool.documents.checks.composition import Composition
    from threshold_tool.documents.placing import ReachedPlacement
    from threshold_tool.documents.questions import Cut, NumberAnswer, Question


@dataclass(frozen=True)
class PlacedLower:
    """Two placements of one question, the first for less concern. `cuts` are all those of a number."""

    composition: Composition
    question: Question
    before: ReachedPlacement
    after: ReachedPlacement
    cuts: Sequence[Cut] = ()

    def level_words(self) -> str:
        """Where a child with either answer would be by that answer."""
        before, after = self._level(self.before), self._level(self.after)
        return f"Where {self._given()}, a child is at {before}; if it were {self._instead()}, at {after}."

    def urgency_words(self) -> str:
        """Which of the answers would call for action at once."""
        return f"Where {self._given()}, the result says to act at once; if it were {self._instead()}, it would not."

    def case(self) -> dict[str, Any] | None:
        """The case with the first answer, in the shape of a case file; None where no number can be that answer."""
        value = self._value()
        if value is None:
            return None
        said = {self.question.id: value}
        child: dict[str, Any] = {"ref": "A"}
        if self.question.about == "child":
            child["answers"] = said
        on = self.composition.document.effective.isoformat()
        data: dict[str, Any] = {"format": "threshold-case/1", "on": on, "children": [child]}
        return data if self.question.about == "child" else {**data, "family": said}

    def _level(self, placement: ReachedPlacement) -> str:
        document = self.composition.document
        wanted = placement.level or document.when_nothing_matches
        return next((level.name for level in document.levels if level.id == wanted), wanted)

    def _given(self) -> str:
        asked = quoted(reworded(self.question, self.composition.document.reword).ask)
        if self.before.answer == NOT_KNOWN:
            return f"the answer to {asked} is not known"
        return f"{asked} is answered {self._words(self.before)}"

    def _instead(self) -> str:
        return self._words(self.after)

    def _words(self, placement: ReachedPlacement) -> str:
        """The answer as the document words it."""
        cut = parse_cut(placement.answer)
        if self.question.number is not None and cut is not None:
            return quoted(cut_words(cut, self.question.number.unit))
        local = reworded(self.question, self.composition.document.reword)
        return quoted(next((o.text for o in local.options if o.id == placement.answer), placement.answer))

    def _value(self) -> str | None:
        number, cut = self.question.number, parse_cut(self.before.answer)
        if number is None or cut is None:
            return self.before.answer
        value = _number_at(cut, number, self.cuts)
        return f"{value.normalize():f}" if number.holds(value) and cut.reached_by(value) else None


def _number_at(cut: Cut, number: NumberAnswer, cuts: Sequence[Cut]) -> Decimal:
    """A number that reaches a cut and no worse one, as near to it as whole numbers allow."""
    if cut.worse == "higher":
        return cut.bound
    below = (other.bound for other in cuts if other.bound < cut.bound)
    return max(cut.bound - 1, max(below, default=number.from_))
