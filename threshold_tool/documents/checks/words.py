"""The words of questions and answers: none said twice at two levels, no two answers for one observation.

Questions are read as the document words them, shared ones and its own alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from threshold_tool.documents.answer_words import fit_one_observation, plain_words
from threshold_tool.documents.fields import NOT_KNOWN
from threshold_tool.documents.naming import short
from threshold_tool.documents.placing import answer_keys, cuts_of, not_known_placement, reached_placements
from threshold_tool.documents.rewording import reworded
from threshold_tool.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.documents.checks.composition import Composition
    from threshold_tool.documents.questions import AnswerOption, Question
    from threshold_tool.documents.source import SourceMap
    from threshold_tool.problems import Location


@dataclass(frozen=True, slots=True)
class _PlacedAnswer:
    """An answer and where it stands: `key` names it, `written` the placement that it has or takes over."""

    question: str
    key: str
    written: str
    level: str

    @property
    def clause(self) -> str:
        """The answer as results name it."""
        return f"{self.question}={self.key}"


def check_words(c: Composition) -> Iterator[Problem]:
    """All warnings about words."""
    twice = list(_same_words_two_levels(c))
    yield from twice
    yield from _overlapping_answers(c, {problem.about for problem in twice})


def _same_words_two_levels(c: Composition) -> Iterator[Problem]:
    """Question and answer in the same words, placed at different levels (`same-words-two-levels`)."""
    first: dict[tuple[str, str], _PlacedAnswer] = {}
    for question, _ in c.asked():
        local = reworded(question, c.document.reword)
        for placed in _placed_answers(c, local):
            words = (plain_words(local.ask), plain_words(_answer_words(local, placed.key)))
            same = first.setdefault(words, placed)
            if same.level != placed.level:
                message = (
                    f"`{same.clause}` and `{placed.clause}` have question and answer in the same words, "
                    f"but are placed at two levels: `{same.level}` and `{placed.level}`."
                )
                place = c.at_key("placements", placed.question, placed.written)
                hint = "Place both at one level, or say in words how they differ."
                yield _warning("same-words-two-levels", message, place, (same.clause, placed.clause), hint)


def _placed_answers(c: Composition, question: Question) -> Iterator[_PlacedAnswer]:
    """The answers of a question that reach a level, those included that take over another's placement."""
    placements = c.document.placements.get(question.id)
    if placements is None:
        return
    statutory = {level.id for level in c.document.levels if level.statutory}
    cuts = cuts_of(question, placements, ())
    reached = reached_placements(question, placements, cuts, statutory)
    for key, placement in zip(answer_keys(question, cuts), reached, strict=True):
        if key is not None and placement is not None and placement.level is not None:
            written = key if key in placements else placement.answer
            yield _PlacedAnswer(question.id, key, written, placement.level)
    not_known = not_known_placement(placements)
    if not_known is not None and not_known.level is not None:
        yield _PlacedAnswer(question.id, NOT_KNOWN, NOT_KNOWN, not_known.level)


def _answer_words(question: Question, key: str) -> str:
    """What an answer says; a cut of a number says its unit too."""
    grade = question.grade_of(key)
    if grade is not None:
        return question.options[grade].text
    return key if question.number is None or key == NOT_KNOWN else f"{key} {question.number.unit}"


def _overlapping_answers(c: Composition, told: set[tuple[str, ...]]) -> Iterator[Problem]:
    """Two answers of one question that fit one observation (`overlapping-answers`), unless that is `told` already."""
    for question, places in c.asked():
        local = reworded(question, c.document.reword)
        for one, other in combinations(local.options, 2):
            clauses = (f"{question.id}={one.id}", f"{question.id}={other.id}")
            if clauses not in told and fit_one_observation(one.text, other.text):
                message = (
                    f"One observation can fit two answers of `{question.id}`: "
                    f"`{short(one.text)}` and `{short(other.text)}`."
                )
                place = _place_of_words(c, question, other, places)
                hint = "Reword one of them, so that every observation fits one answer alone."
                yield _warning("overlapping-answers", message, place, clauses, hint)


def _place_of_words(c: Composition, question: Question, option: AnswerOption, places: SourceMap) -> Location:
    """Where the answer is worded: in `reword`, or where the question is asked."""
    local = c.document.reword.get(question.id)
    if local is not None and option.id in local.answers:
        return c.at("reword", question.id, "answers", option.id)
    return places.nearest(("answers", question.grade_of(option.id) or 0, "text"))


def _warning(code: str, message: str, place: Location, about: tuple[str, ...], hint: str) -> Problem:
    return Problem(code, message, place, severity=Severity.WARNING, about=about, hint=hint)
