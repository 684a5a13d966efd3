"""A suspicion is enough where the law sets a duty: statutory rules that wait for `yes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.documents.checks.composition import conditions_in
from threshold_tool.documents.conditions import Answer
from threshold_tool.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threshold_tool.documents.checks.composition import Composition


def check_suspicion(c: Composition) -> Iterator[Problem]:
    """Statutory rules that ask for `yes` where `suspected` is offered (`suspected-passed-over`)."""
    statutory = {level.id for level in c.document.levels if level.statutory}
    for at, rule in enumerate(c.document.rules):
        if rule.level not in statutory:
            continue
        for path, part in conditions_in(rule.when, ("rules", at, "when")):
            if isinstance(part, Answer) and _passes_over(c, part):
                question = part.answer.question
                message = (
                    f"The statutory rule `{rule.id}` asks for `yes` to `{question}`, "
                    "so that `suspected`, which the question offers, does not count."
                )
                place = c.at(*path, "answer", "at_or_above")
                hint = "Write `at_or_above: suspected`: a suspicion is enough for a duty in law."
                about = (rule.id, question)
                yield Problem(
                    "suspected-passed-over", message, place, severity=Severity.WARNING, about=about, hint=hint
                )


def _passes_over(c: Composition, part: Answer) -> bool:
    question = c.questions[part.answer.question]
    suspected, yes = question.grade_of("suspected"), question.grade_of("yes")
    return part.answer.at_or_above == "yes" and suspected is not None and yes is not None and suspected < yes
