"""Placements, conditions and rewordings name answers that their questions offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.conditions import Answer
from threshold_tool.documents.fields import AGE, DECLINED, NOT_KNOWN, NOTHING_SEEN
from threshold_tool.documents.naming import short
from threshold_tool.documents.questions import CUT_WORDS, Cut, parse_cut
from threshold_tool.problems import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.documents.checks.composition import Composition, Path
    from threshold_tool.documents.conditions import AnswerBound
    from threshold_tool.documents.questions import NumberAnswer, Question
    from threshold_tool.documents.source import SourceMap
    from threshold_tool.problems import Location

RESERVED_ANSWERS = (NOT_KNOWN, DECLINED, NOTHING_SEEN)


def check_reserved(c: Composition) -> Iterator[Problem]:
    """Ids with a meaning of their own: `age` for a question, `not-known` and the like for an answer."""
    for question, places in c.asked():
        if question.id == AGE:
            message = f"A question cannot have the id `{AGE}`: it stands for the child's age."
            yield Problem("reserved-id", message, places.nearest(("id",)), about=(AGE,))
        for at, option in enumerate(question.options):
            if option.id in RESERVED_ANSWERS:
                message = f"`{option.id}` has a meaning of its own and cannot be the id of an answer."
                hint = f"Take it out: `{NOT_KNOWN}` and `{DECLINED}` are always offered."
                place = places.nearest(("answers", at, "id"))
                yield Problem("reserved-id", message, place, about=(question.id,), hint=hint)


def check_placement_answers(c: Composition) -> Iterator[Problem]:
    """Placements of answers that the question does not offer, or that cut a number outside its range."""
    for question_id, answers in c.document.placements.items():
        question = c.questions.get(question_id)
        if question is None:
            continue
        cuts: dict[Cut, str] = {}
        for key in answers:
            if key == NOT_KNOWN:
                continue
            place = c.at_key("placements", question_id, key)
            if question.number is None:
                yield from _offered(question, key, place)
                continue
            cut = parse_cut(key)
            yield from _cut_fits(question, question.number, cut, key, place)
            if cut is not None and cut in cuts:
                message = f"`{key}` and `{cuts[cut]}` are the same cut of `{question_id}`."
                yield Problem("duplicate-id", message, place, about=(question_id,), hint="Keep one of the two.")
            elif cut is not None:
                cuts[cut] = key


def check_condition_answers(c: Composition) -> Iterator[Problem]:
    """Conditions on answers that the question does not offer."""
    for places, path, part in c.conditions():
        if isinstance(part, Answer) and part.answer.question in c.questions:
            question = c.questions[part.answer.question]
            yield from _bound_fits(question, part.answer, places, (*path, "answer"))


def check_unless_answers(c: Composition) -> Iterator[Problem]:
    """`unless` entries on answers that the strength does not offer."""
    for at, rule in enumerate(c.document.rules):
        for index, bound in enumerate(rule.unless):
            question = c.questions.get(bound.question)
            if question is not None and question.number is None:
                yield from _offered(question, bound.at_or_below, c.at("rules", at, "unless", index, "at_or_below"))


def check_reworded_answers(c: Composition) -> Iterator[Problem]:
    """Rewordings of answers that the question does not offer."""
    for question_id, rewording in c.document.reword.items():
        question = c.questions.get(question_id)
        if question is None:
            continue
        if question.number is not None and rewording.answers:
            message = f"`{question_id}` is answered by a number: it has no answers to reword."
            place = c.at_key("reword", question_id, "answers")
            yield Problem("unknown-answer", message, place, about=(question_id,), hint="Take `answers` out.")
            continue
        for answer in rewording.answers:
            yield from _offered(question, answer, c.at_key("reword", question_id, "answers", answer))


def _offered(question: Question, answer: str, place: Location) -> Iterator[Problem]:
    if question.grade_of(answer) is not None:
        return
    offered = list(dict.fromkeys(option.id for option in question.options))
    hint = did_you_mean(answer, offered) or (f"It offers: {', '.join(offered)}." if offered else None)
    if answer.strip() in offered:
        hint = "Take out the space before or after it."
    message = f"The question `{question.id}` does not offer the answer `{short(answer)}`."
    yield Problem("unknown-answer", message, place, about=(question.id,), hint=hint)


def _cut_fits(
    question: Question, number: NumberAnswer, cut: Cut | None, key: str, place: Location
) -> Iterator[Problem]:
    words = CUT_WORDS[number.worse]
    if cut is None or cut.worse != number.worse:
        message = f"`{short(key)}` does not place the number `{question.id}`."
        hint = f"Write `{words}` and a number, such as `{words} {number.to}`."
        yield Problem("bad-cut", message, place, about=(question.id,), hint=hint)
    elif not number.from_ < cut.bound <= number.to:
        message = f"`{short(key)}` does not divide the numbers from {number.from_} to {number.to} of `{question.id}`."
        hint = f"Write a number above {number.from_}, and {number.to} at most."
        yield Problem("bad-cut", message, place, about=(question.id,), hint=hint)


def _bound_fits(question: Question, bound: AnswerBound, places: SourceMap, path: Path) -> Iterator[Problem]:
    if question.number is None and bound.at_or_above is not None:
        yield from _offered(question, bound.at_or_above, places.nearest((*path, "at_or_above")))
        return
    if question.number is None:
        message = f"`{question.id}` has graded answers: write `at_or_above` and one of them."
        yield Problem("bad-cut", message, places.nearest(path), about=(question.id,))
        return
    key, value = ("below", bound.below) if question.number.worse == "lower" else ("at_least", bound.at_least)
    if value is None:
        message = f"`{question.id}` is a number: write `{key}` and the number from which it counts."
        yield Problem("bad-cut", message, places.nearest(path), about=(question.id,))
        return
    cut = Cut(question.number.worse, value)
    yield from _cut_fits(question, question.number, cut, str(cut), places.nearest((*path, key)))
