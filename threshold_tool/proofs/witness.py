"""From what a search found to a case that anybody can assess, and to the words that tell it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from threshold_tool.cases.fitting import require_fit
from threshold_tool.cases.loader import LoadedCase
from threshold_tool.cases.model import Case, CaseChild, EarlierConcernEntry
from threshold_tool.deadlines.ages import Age
from threshold_tool.documents.condition_words import quoted
from threshold_tool.evaluation.assess import assess
from threshold_tool.evaluation.explain import answer_words, question_words
from threshold_tool.proofs.ages import stated
from threshold_tool.proofs.child_space import EARLIER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from threshold_tool.evaluation.assess import Assessment
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.proofs.finder import Shown

REF = "A"
_UNTIL_BIRTH = timedelta(weeks=12)
WORDS_ALONE = "Noted in words, without answers."


def case_of(shown: Shown, *, complete: bool = False) -> Case:
    """The case that was found.

    With `complete` it answers every question that is asked; without, only those that are not at their least.
    """
    space, world = shown.space, shown.world
    answers = space.answers(world, shown.found, complete=complete)
    about = {q: question.about for side in space.sides for q, question in side.compiled.source.questions.items()}
    cuts = {cut for side in space.sides for cut in side.compiled.age_cuts()}
    age = stated(world, cuts)
    child = CaseChild(
        ref=REF,
        age=age if isinstance(age, Age) else None,
        born=None if age is None or isinstance(age, Age) else age,
        due=world.on + _UNTIL_BIRTH if age is None else None,
        answers={q: answer for q, answer in answers.items() if about[q] == "child"},
    )
    return Case(
        format="threshold-case/1",
        on=world.on,
        children=(child,),
        family={q: answer for q, answer in answers.items() if about[q] == "family"},
        earlier_concerns=tuple(_earlier(shown)),
    )


def _earlier(shown: Shown) -> Iterable[EarlierConcernEntry]:
    named = shown.space.earlier
    values = [named[c.name] for (kind, _), c in shown.found.items() if kind == EARLIER and c.name is not None]
    for value in sorted(values, key=lambda value: value.on):
        yield EarlierConcernEntry(on=value.on, answers=value.answers, text=None if value.answers else WORDS_ALONE)


def case_data(case: Case) -> dict[str, Any]:
    """A case in the shape of a case file, as JSON prints it."""
    data: dict[str, Any] = {"format": case.format, "on": case.on.isoformat(), "children": [_child(case.children[0])]}
    if case.family:
        data["family"] = dict(case.family)
    if case.earlier_concerns:
        data["earlier_concerns"] = [_entry(entry) for entry in case.earlier_concerns]
    return data


def _child(child: CaseChild) -> dict[str, Any]:
    data: dict[str, Any] = {"ref": child.ref}
    for key in ("age", "born", "due"):
        value = getattr(child, key)
        if value is not None:
            data[key] = str(value)
    if child.answers:
        data["answers"] = dict(child.answers)
    return data


def _entry(entry: EarlierConcernEntry) -> dict[str, Any]:
    data: dict[str, Any] = {"on": entry.on.isoformat()}
    if entry.answers:
        data["answers"] = dict(entry.answers)
    if entry.text:
        data["text"] = entry.text
    return data


def assessed(compiled: CompiledDocument, case: Case) -> Assessment:
    """What a document says of the child of such a case; questions that it does not have are passed over."""
    fitted = require_fit(compiled, LoadedCase.from_answers(case), pass_over_unknown=True)
    return assess(compiled, fitted.children[0])


def case_words(compiled: CompiledDocument, case: Case) -> str:
    """The case as part of a sentence: "a child of 8 years, where ... is answered ..."."""
    child = case.children[0]
    parts = [_answered(compiled, question, answer) for question, answer in _answers(compiled, case).items()]
    if case.earlier_concerns:
        parts.append(_earlier_words(compiled, case))
    return f"{_who(child)}, where {_and(parts)}" if parts else _who(child)


def _answers(compiled: CompiledDocument, case: Case) -> Mapping[str, str]:
    said = {**case.family, **case.children[0].answers}
    known = (question for question in compiled.order if question in said)
    return {question: said[question] for question in known}


def _answered(compiled: CompiledDocument, question: str, answer: str) -> str:
    asked = quoted(question_words(compiled, question))
    return f"{asked} is answered {quoted(answer_words(compiled, question, answer))}"


def _who(child: CaseChild) -> str:
    if child.due is not None:
        return "an unborn child"
    return f"a child of {child.age}" if child.age is not None else f"a child born on {child.born}"


def _earlier_words(compiled: CompiledDocument, case: Case) -> str:
    count = len(case.earlier_concerns)
    noun = "there is an earlier concern" if count == 1 else f"there are {count} earlier concerns"
    days = _and([f"of {entry.on.isoformat()}{_what(compiled, entry)}" for entry in case.earlier_concerns])
    return f"{noun}, {days}"


def _what(compiled: CompiledDocument, entry: EarlierConcernEntry) -> str:
    questions = compiled.questions
    known = {q: a for q, a in entry.answers.items() if q in questions and questions[q].keys[0] not in (a, None)}
    words = [_answered(compiled, question, answer) for question, answer in known.items()]
    return f" ({_and(words)})" if words else ""


def _and(parts: list[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last
