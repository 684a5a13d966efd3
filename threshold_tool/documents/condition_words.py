"""Conditions in plain words, one function for each kind: for print, for "asked because", for proofs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threshold_tool.documents import conditions as c
from threshold_tool.documents.questions import Cut, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from threshold_tool.documents.loaded import LoadedDocument
    from threshold_tool.documents.model import StrengthBound
    from threshold_tool.documents.questions import NamedEntry

_OPEN, _CLOSE = "\u2018", "\u2019"


def quoted(words: str) -> str:
    """Words as they stand in the document."""
    return f"{_OPEN}{words}{_CLOSE}"


def sentence(words: str) -> str:
    """Part of a sentence as a whole one: a capital first and a full stop last."""
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith('.') else '.'}"


def either(names: Iterable[str]) -> str:
    """Names in a row, the last after "or"."""
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last


def cut_words(cut: Cut, unit: str) -> str:
    """Where a number starts to count: "below 90%", "3 or more (calls)"."""
    sign, counted = ("%", "") if unit == "%" else ("", f" ({unit})")
    return f"below {cut.bound}{sign}{counted}" if cut.worse == "lower" else f"{cut.bound}{sign} or more{counted}"


def in_full(question: Question) -> str:
    """A question as it is asked."""
    return quoted(question.ask)


@dataclass(frozen=True)
class ConditionWords:
    """Puts the conditions of one document into words. `called` is how a question is named in them."""

    source: LoadedDocument
    called: Callable[[Question], str] = in_full

    def words(self, condition: c.Condition) -> str:
        """What must hold, as part of a sentence: no capital, no full stop."""
        lead, points = self.points(condition)
        return f"{lead}: {'; '.join(points)}" if lead else points[0]

    def points(self, condition: c.Condition) -> tuple[str, tuple[str, ...]]:
        """How many of which points must hold, such as "all of these", and the points.

        A condition that is not made of others is one point, with "" before it.
        """
        parts = c.parts(condition)
        if not parts:
            return "", (self._single(condition),)
        if len(parts) == 1 and _needed(condition) == 1:
            return self.points(parts[0])
        return _how_many(_needed(condition), len(parts)), tuple(self._inside(part) for part in parts)

    def strength(self, bound: StrengthBound) -> str:
        """When a strength stops a rule, as part of a sentence."""
        question = self.source.questions[bound.question]
        grade = question.grade_of(bound.at_or_below) or 0
        better = " or better" if grade else ""
        return f"{self.called(question)} is answered {quoted(question.options[grade].text)}{better}"

    def _inside(self, condition: c.Condition) -> str:
        """A condition within another: what it is made of stands in brackets, so that nothing runs together."""
        lead, points = self.points(condition)
        return f"{lead} ({'; '.join(points)})" if lead else points[0]

    def _single(self, condition: c.Condition) -> str:
        match condition:
            case c.Answer():
                return self._answer(condition.answer)
            case c.Placed():
                return self._placed(condition.placed)
            case c.ChildAge():
                return _child_age(condition.child_age)
            case c.EarlierConcerns():
                return self._earlier(condition.earlier_concerns)
        raise TypeError(f"There are no words for a single {type(condition).__name__}.")

    def _answer(self, bound: c.AnswerBound) -> str:
        question = self.source.questions[bound.question]
        if question.number is not None:
            value = bound.below if bound.below is not None else bound.at_least
            assert value is not None  # noqa: S101 - checked when the document was read
            cut = Cut(question.number.worse, value)
            return f"the answer to {self.called(question)} is {cut_words(cut, question.number.unit)}"
        grade = question.grade_of(bound.at_or_above or "") or 0
        if grade == 0:
            return f"{self.called(question)} has any answer at all"
        worse = " or worse" if grade < len(question.options) - 1 else ""
        return f"{self.called(question)} is answered {quoted(question.options[grade].text)}{worse}"

    def _placed(self, wanted: c.PlacedFilter) -> str:
        spread = max(wanted.different_domains, wanted.different_themes)
        if wanted.n == spread == 1:
            count, verb = "an answer", "is"
        else:
            count, verb = f"at least {wanted.n} answers" if wanted.n > spread else "answers", "are"
        level = self._or_above(wanted.at_or_above)
        return f"{count}{self._filters(wanted)} {verb} placed at {level}{_spread(wanted)}"

    def _filters(self, wanted: c.PlacedFilter) -> str:
        """Which questions count: "" for all of them."""
        words = ""
        if wanted.questions:
            words += f" to {either(self.called(self.source.questions[each]) for each in wanted.questions)}"
        if wanted.themes:
            words += f" about {either(_names(wanted.themes, self.source.themes))}"
        if wanted.domains:
            words += f" within {either(_names(wanted.domains, self.source.domains))}"
        return words

    def _earlier(self, wanted: c.EarlierConcernFilter) -> str:
        alone = wanted.n == 1
        count = "there is an earlier concern" if alone else f"there are at least {wanted.n} earlier concerns"
        since = f" in the last {wanted.within}" if wanted.within else ""
        if wanted.at_or_above is None:
            return f"{count} about this child{since}"
        each = "" if alone else " each"
        return f"{count} about this child{since},{each} at {self._or_above(wanted.at_or_above)}"

    def _or_above(self, level_id: str) -> str:
        last = self.source.document.levels[-1].id
        return self.source.level(level_id).name + ("" if level_id == last else " or above")


def _child_age(age: c.AgeRange) -> str:
    if age.unborn:
        return "the child is not born yet"
    if age.from_ is None:
        return f"the child is under {age.under} or not born yet"
    since = f"{age.from_} or older" if age.from_.count else "born"
    return f"the child is {since}" + (f" and under {age.under}" if age.under else "")


def _needed(condition: c.Condition) -> int:
    """How many of its parts must hold."""
    match condition:
        case c.All():
            return len(condition.all)
        case c.AtLeast():
            return condition.at_least.n
    return 1


def _how_many(needed: int, count: int) -> str:
    if needed == count:
        return "both of these" if count == 2 else "all of these"
    return "any of these" if needed == 1 else f"at least {needed} of these {count}"


def _spread(wanted: c.PlacedFilter) -> str:
    """From how many different sides the answers must come."""
    counts = ((wanted.different_domains, "domains"), (wanted.different_themes, "themes"))
    named = [f"at least {count} different {noun}" for count, noun in counts if count > 1]
    return f", from {' and '.join(named)}" if named else ""


def _names(ids: Sequence[str], entries: Iterable[NamedEntry]) -> list[str]:
    names = {entry.id: entry.name for entry in entries}
    return [quoted(names[each]) for each in ids]
