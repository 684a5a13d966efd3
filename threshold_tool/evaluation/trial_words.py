"""A trial in words: always said to be one, and never as a way to reach a level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.evaluation.explain import answer_words, level_words, question_words, reason_words, with_citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.evaluation.result import Reason
    from threshold_tool.evaluation.trial import ChildTrial, Trial

TRIAL_TITLE = "A trial: your case has not changed"

TRIAL_CAUTION = (
    "This shows what an answer would mean. It is no reason to give that answer: answer by what was seen, heard or "
    "read, whatever level that leads to."
)


def tried_words(compiled: CompiledDocument, trial: Trial) -> str:
    """Which answer was tried, and of whom."""
    about = f" for child {trial.place.child}" if trial.place.child else ""
    answer = answer_words(compiled, trial.place.question, trial.answer)
    return f'Tried{about}: {question_words(compiled, trial.place.question)} If the answer were "{answer}":'


def trial_words(compiled: CompiledDocument, child: ChildTrial) -> tuple[str, ...]:
    """What would follow for one child, each in a sentence or two: the level first, then what stands behind it."""
    return tuple(_sentences(compiled, child))


def _sentences(compiled: CompiledDocument, child: ChildTrial) -> Iterator[str]:
    if child.changes_nothing:
        yield f"Child {child.ref}: nothing would change, and {_stays(compiled, child)}"
        return
    yield f"Child {child.ref}: {_level(compiled, child)}"
    if child.after.immediate != child.before.immediate:
        yield "It would call for action at once." if child.after.immediate else "It would not call for action at once."
    yield from _listed("This would apply as well:", _reasons(compiled, child.appearing))
    yield from _listed("This would no longer apply:", _reasons(compiled, child.disappearing))
    does = {action.id: action.do for action in compiled.source.document.actions}
    yield from _listed("The document would ask for this as well:", (does[action] for action in child.required))
    yield from _listed("The document would no longer ask for this:", (does[action] for action in child.not_required))
    yield from _listed(
        "The answer to this question would no longer count:", (question_words(compiled, q) for q in child.closed)
    )


def _level(compiled: CompiledDocument, child: ChildTrial) -> str:
    if not child.changes_level:
        return _stays(compiled, child)
    before, after = (level_words(compiled, at.recommendation.level) for at in (child.before, child.after))
    return f"the level would be {after}. Now it is {before}."


def _stays(compiled: CompiledDocument, child: ChildTrial) -> str:
    return f"the level would stay {level_words(compiled, child.before.recommendation.level)}."


def _reasons(compiled: CompiledDocument, reasons: Iterable[Reason]) -> Iterator[str]:
    return (with_citation(reason_words(compiled, reason), reason.clause) for reason in reasons)


def _listed(opening: str, texts: Iterable[str]) -> Iterator[str]:
    return (f"{opening} {text}" for text in texts)
