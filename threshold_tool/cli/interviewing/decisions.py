"""The person's own view before the result, and the decision after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threshold_tool.cases.interview import decide, with_own_view
from threshold_tool.cases.model import Decision
from threshold_tool.errors import CannotUse

if TYPE_CHECKING:
    from threshold_tool.cases.interview import Interview
    from threshold_tool.cli.interviewing.dialogue import Dialogue


def ask_own_views(dialogue: Dialogue, interview: Interview) -> Interview:
    """The level that the person thinks right for each child; may be left open. Raises Stopped."""
    levels = interview.compiled.source.document.levels
    dialogue.page.heading("Your own view, before you see the result")
    for child in interview.case.children:
        dialogue.page.line(f"Child {child.ref}: which level fits, in your own judgement?")
        at = dialogue.choose("Level", [level.name for level in levels], empty="no view yet")
        if at is not None:
            interview = with_own_view(interview, child.ref, levels[at].id)
    return interview


def ask_decisions(dialogue: Dialogue, interview: Interview) -> Interview:
    """The decision for each child: to agree, or to go up freely, or down with reason and manager. Raises Stopped."""
    dialogue.page.heading("Your decision")
    for child in interview.case.children:
        interview = _decided(dialogue, interview, child.ref)
    return interview


def _decided(dialogue: Dialogue, interview: Interview, ref: str) -> Interview:
    levels = interview.compiled.source.document.levels
    recommended = interview.assessments[ref].recommendation.level
    while True:
        dialogue.page.line(f"Child {ref}: the document leads to {levels[recommended].name}. What do you decide?")
        at = dialogue.choose("Level", [level.name for level in levels], empty="agree")
        chosen = recommended if at is None else at
        reason = manager = None
        if chosen != recommended:
            reason = dialogue.ask("Your reason: ") or None
        if chosen < recommended:
            manager = dialogue.ask("The manager who agrees, by name or post: ") or None
        try:
            return decide(interview, ref, Decision(level=levels[chosen].id, reason=reason, manager=manager))
        except CannotUse as fault:
            dialogue.page.line(str(fault))
